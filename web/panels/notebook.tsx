import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Note, Pinned } from '../../shared/api-notes.ts';
import type { Position } from '../../shared/geo.ts';
import { startDrawing, stopDrawing, useDrawing } from '../drawing.ts';
import { useT } from '../i18n/index.ts';
import { useNoteDrafts } from '../note-drafts.ts';
import { openWorkspace, useNotes, useWorkspace, useWorkspaces } from '../notes.ts';
import { pinnedView } from '../pins.ts';
import { keptPosition, positionsText } from '../state-map-tools.ts';
import { parseView, SELECTION_KINDS } from '../state.ts';
import { positionWords } from '../words.ts';
import { Answered } from './answered.tsx';
import type { ListProps } from './list-states.tsx';
import { NoteCard } from './note-card.tsx';
import { Unsaved } from './note-editor.tsx';
import { NewNoteForm } from './notes-here.tsx';
import { Section } from './parts.tsx';
import { PositionField } from './position-field.tsx';
import { SavedViews } from './saved-views.tsx';
import './map-tools.css';
import './notes.css';

function WorkspaceChoice() {
  const t = useT();
  const id = useId();
  const workspace = useWorkspace();
  const known = useWorkspaces().data?.items ?? [];
  const names = known.map(({ name }) => name);
  return (
    <div className="select-field workspace-choice">
      <label className="filter-label" htmlFor={id}>
        {t('notebook.workspace')}
      </label>
      <select id={id} value={workspace} onChange={(event) => openWorkspace(event.currentTarget.value)}>
        <option value="">{t('notebook.allWorkspaces')}</option>
        {/* One that has just lost its last note stays open. */}
        {(workspace === '' || names.includes(workspace) ? names : [workspace, ...names]).map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <p className="dim note-hint">{t('notebook.workspaceWhy')}</p>
    </div>
  );
}

/** What a note is pinned to, which opens. */
function PinnedLink({ pinned, open, change }: { pinned: Pinned } & Pick<ListProps, 'open' | 'change'>) {
  const kind = SELECTION_KINDS.find((one) => one === pinned.kind);
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        if (kind) open({ kind, id: pinned.id });
        else change(pinnedView(pinned));
      }}
    >
      {pinned.label}
    </button>
  );
}

/** What the note is about, and the view it was written at. */
function About({ note, open, change }: { note: Note } & Pick<ListProps, 'open' | 'change'>) {
  const t = useT();
  return (
    <p className="note-about">
      <PinnedLink pinned={note.pinned} open={open} change={change} />
      {!note.held && <span className="pill">{t('notebook.notHeld')}</span>}
      <button
        type="button"
        className="link dim"
        onClick={() => {
          const { language: _language, list: _list, ...shown } = parseView(note.address).view;
          change(shown);
        }}
      >
        {t('notebook.openView')}
      </button>
    </p>
  );
}

/** Where notes were begun and not saved; one at a position is in its own form below. */
function Begun(props: Pick<ListProps, 'open' | 'change'>) {
  const drafts = [...useNoteDrafts()].filter(([, { pinned }]) => pinned.kind !== 'position');
  if (drafts.length === 0) return null;
  return (
    <ul className="notes-list notes-begun">
      {drafts.map(([key, { pinned }]) => (
        <li key={key}>
          <PinnedLink pinned={pinned} {...props} /> <Unsaved />
        </li>
      ))}
    </ul>
  );
}

/** A note that is pinned to no thing but a position: clicked on the map, or typed. */
function AtPosition() {
  const t = useT();
  const picking = useDrawing()?.mode === 'note';
  const [chosen, setAt] = useState<Position | null>(null);
  const begun = [...useNoteDrafts().values()].find(
    ({ version, pinned }) => version === null && pinned.kind === 'position',
  );
  const at = chosen ?? begun?.pinned.position;
  if (at) {
    const pinned: Pinned = {
      kind: 'position',
      id: positionsText([at]),
      label: positionWords(at),
      position: [at[0], at[1]],
    };
    return (
      <>
        <p className="dim">{t('notebook.atPosition', { position: positionWords(at) })}</p>
        <NewNoteForm pinned={pinned} asked={chosen !== null} done={() => setAt(null)} />
      </>
    );
  }
  return (
    <details className="note-at">
      <summary>{t('notebook.pinAt')}</summary>
      <Button
        size="compact-sm"
        variant={picking ? 'filled' : 'default'}
        aria-pressed={picking}
        onClick={() =>
          picking ? stopDrawing() : startDrawing('note', (found) => setAt(keptPosition(found)))
        }
      >
        {picking ? t('notebook.picking') : t('notebook.pick')}
      </Button>
      <PositionField label={t('notebook.typed')} action={t('notebook.add')} take={setAt} />
    </details>
  );
}

/** The notebook: workspaces, saved views, notes and hypotheses. */
export function Notebook({ open, change }: ListProps) {
  const t = useT();
  const workspace = useWorkspace();
  const query = useNotes();
  const notes = (query.data?.items ?? []).filter((note) => workspace === '' || note.workspace === workspace);
  return (
    <section className="tool-body notebook" aria-label={t('tabs.notes')}>
      <h2 className="visually-hidden">{t('tabs.notes')}</h2>
      <WorkspaceChoice />
      <SavedViews change={change} />
      <Section title={t('notebook.notes')}>
        <p className="dim note-hint">{t('notebook.notesWhy')}</p>
        <Begun open={open} change={change} />
        <AtPosition />
        <Answered query={query} rows={4}>
          {() => notes.length === 0 && <p className="dim">{t('notebook.none')}</p>}
        </Answered>
        <ul className="notes-list">
          {notes.map((note) => (
            <NoteCard key={note.id} note={note} about={<About note={note} open={open} change={change} />} />
          ))}
        </ul>
      </Section>
    </section>
  );
}
