import { Button, SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import type { Note, Pinned } from '../../shared/api-notes.ts';
import { HYPOTHESIS_STATES, NOTE_KINDS } from '../../shared/vocabulary.ts';
import { ApiError } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { draftKey, dropNoteDraft, keepNoteDraft, useNoteDrafts, type NoteWords } from '../note-drafts.ts';
import { noteNow, useWorkspaces } from '../notes.ts';
import { number } from '../words.ts';

const LONGEST = 4000;

/** Somebody else's text stands against the reader's: both are shown, and the reader says which is kept. */
function Conflict(props: { mine: NoteWords; theirs: Note; keepMine(): void; takeTheirs(): void }) {
  const t = useT();
  const { mine, theirs } = props;
  const gone = theirs.deletedAt !== null;
  return (
    <div className="note-conflict" role="alert">
      <p className="strong">{gone ? t('notebook.goneMeanwhile') : t('notebook.changedMeanwhile')}</p>
      <div className="note-sides">
        <section aria-label={t('notebook.theirs')}>
          <h4>{t('notebook.theirs')}</h4>
          <p className="note-text">{theirs.text}</p>
        </section>
        <section aria-label={t('notebook.mine')}>
          <h4>{t('notebook.mine')}</h4>
          <p className="note-text">{mine.text}</p>
        </section>
      </div>
      <div className="tool-actions">
        {!gone && (
          <Button size="compact-sm" onClick={props.keepMine}>
            {t('notebook.keepMine')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={props.takeTheirs}>
          {gone ? t('notebook.close') : t('notebook.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}

/** The mark of a note that is begun and not saved. */
export function Unsaved() {
  const t = useT();
  return <span className="unsaved">{t('notebook.unsaved')}</span>;
}

/** The field for a workspace: one that is there, or a new name. */
export function WorkspaceField({ value, set }: { value: string; set(value: string): void }) {
  const t = useT();
  const id = useId();
  const known = useWorkspaces().data?.items ?? [];
  return (
    <div>
      <label className="filter-label" htmlFor={id}>
        {t('notebook.workspace')}
      </label>
      <input
        id={id}
        className="text-field"
        list={`${id}-known`}
        maxLength={80}
        value={value}
        placeholder={t('notebook.noWorkspace')}
        autoComplete="off"
        onChange={(event) => set(event.currentTarget.value)}
      />
      <datalist id={`${id}-known`}>
        {known.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

/**
 * Writes a note or hypothesis, or changes one. What is written is kept until it is saved or cancelled, also when the
 * form goes. A change made elsewhere meanwhile is shown, never overwritten.
 */
export function NoteEditor(props: {
  first: NoteWords;
  pinned: Pinned;
  /** The note that is changed; null: a new one. */
  note: Note | null;
  /** The reader asked for the form just now: it takes the focus. */
  asked: boolean;
  save(words: NoteWords, version: number): Promise<unknown>;
  done(): void;
}) {
  const t = useT();
  const id = useId();
  const key = draftKey(props.note ?? props.pinned);
  const draft = useNoteDrafts().get(key);
  const words = draft?.words ?? props.first;
  // That of when the writing began: what came since is somebody else's.
  const version = draft?.version ?? props.note?.version ?? null;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<Note | null>(null);
  const put = (part: Partial<NoteWords>): void => {
    const { kind, status, text, workspace } = { ...words, ...part };
    keepNoteDraft(
      key,
      { words: { kind, status, text, workspace }, pinned: props.pinned, version },
      props.first,
    );
  };
  const done = (): void => {
    dropNoteDraft(key);
    props.done();
  };
  const save = async (version: number): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      await props.save({ ...words, text: words.text.trim(), workspace: words.workspace.trim() }, version);
      done();
    } catch (error) {
      if (error instanceof ApiError && error.status === 409 && props.note) {
        setTheirs(await noteNow(props.note.id).catch(() => null));
      } else
        setFailed(error instanceof ApiError && error.status === 0 ? t('problem.unreachable') : String(error));
    } finally {
      setBusy(false);
    }
  };
  if (theirs) {
    return (
      <Conflict
        mine={words}
        theirs={theirs}
        keepMine={() => {
          setTheirs(null);
          void save(theirs.version);
        }}
        takeTheirs={done}
      />
    );
  }
  return (
    <form
      className="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save(version ?? 1);
      }}
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('notebook.kindLabel')}
        value={words.kind}
        onChange={(kind) => put({ kind, status: kind === 'note' ? null : (words.status ?? 'open') })}
        data={NOTE_KINDS.map((value) => ({ value, label: t(`notebook.kind.${value}`) }))}
      />
      {words.kind === 'hypothesis' && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('notebook.statusLabel')}
          value={words.status ?? 'open'}
          onChange={(status) => put({ status })}
          data={HYPOTHESIS_STATES.map((value) => ({ value, label: t(`notebook.status.${value}`) }))}
        />
      )}
      <div>
        <label className="filter-label" htmlFor={id}>
          {t(words.kind === 'note' ? 'notebook.textNote' : 'notebook.textHypothesis')}
        </label>
        <textarea
          id={id}
          className="text-area"
          rows={5}
          maxLength={LONGEST}
          value={words.text}
          aria-describedby={`${id}-hint`}
          autoFocus={props.asked}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
        <p className="dim note-hint" id={`${id}-hint`}>
          {t('notebook.noPersons')}{' '}
          {words.text.length > LONGEST - 500 &&
            t('notebook.left', { value: number(LONGEST - words.text.length) })}
        </p>
      </div>
      <WorkspaceField value={words.workspace} set={(workspace) => put({ workspace })} />
      {failed !== null && (
        <p className="field-error" role="alert">
          {t('notebook.failed', { why: failed })}
        </p>
      )}
      <div className="tool-actions">
        <Button type="submit" size="compact-sm" loading={busy} disabled={words.text.trim() === ''}>
          {t('notebook.save')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={done}>
          {t('notebook.cancel')}
        </Button>
        {draft && <Unsaved />}
      </div>
    </form>
  );
}
