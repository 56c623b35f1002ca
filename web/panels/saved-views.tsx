import { ActionIcon, Button } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { SavedView } from '../../shared/api-notes.ts';
import { ApiError } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { useNoteActions, useSavedViews, useWorkspace } from '../notes.ts';
import { parseView, type PageView } from '../state.ts';
import { filterWords } from '../words-filter.ts';
import { instantWords } from '../words.ts';
import { Answered } from './answered.tsx';
import { WorkspaceField } from './note-editor.tsx';
import { addressNow } from './notes-here.tsx';
import { Section } from './parts.tsx';

function NameForm(props: {
  first: { name: string; workspace: string };
  action: string;
  save(words: { name: string; workspace: string }): Promise<unknown>;
  done(): void;
}) {
  const t = useT();
  const id = useId();
  const [words, setWords] = useState(props.first);
  const [failed, setFailed] = useState<string | null>(null);
  return (
    <form
      className="note-editor"
      onSubmit={(event) => {
        event.preventDefault();
        setFailed(null);
        props
          .save({ name: words.name.trim(), workspace: words.workspace.trim() })
          .then(props.done, (why: unknown) =>
            setFailed(
              why instanceof ApiError && why.status === 409
                ? t('notebook.viewChanged')
                : t('notebook.failed', { why: why instanceof Error ? why.message : '' }),
            ),
          );
      }}
    >
      <div>
        <label className="filter-label" htmlFor={id}>
          {t('notebook.viewName')}
        </label>
        <input
          id={id}
          className="text-field"
          maxLength={120}
          value={words.name}
          autoComplete="off"
          autoFocus
          onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
        />
      </div>
      <WorkspaceField value={words.workspace} set={(workspace) => setWords({ ...words, workspace })} />
      {failed !== null && (
        <p className="field-error" role="alert">
          {failed}
        </p>
      )}
      <div className="tool-actions">
        <Button type="submit" size="compact-sm" disabled={words.name.trim() === ''}>
          {props.action}
        </Button>
        <Button size="compact-sm" variant="default" onClick={props.done}>
          {t('notebook.cancel')}
        </Button>
      </div>
    </form>
  );
}

function ViewRow({ saved, change }: { saved: SavedView; change(change: Partial<PageView>): void }) {
  const t = useT();
  const actions = useNoteActions();
  const [renaming, setRenaming] = useState(false);
  const [failed, setFailed] = useState(false);
  const { view } = parseView(saved.address);
  if (renaming) {
    return (
      <li className="note">
        <NameForm
          first={saved}
          action={t('notebook.save')}
          save={(words) => actions.changeView(saved.id, { ...words, version: saved.version })}
          done={() => setRenaming(false)}
        />
      </li>
    );
  }
  return (
    <li className="note note-view">
      <div className="note-head">
        <IconBookmark size={15} stroke={1.8} aria-hidden="true" />
        {/* The reader's language and the open list stay. */}
        <button
          type="button"
          className="link note-open"
          onClick={() => {
            const { language: _language, list: _list, ...shown } = view;
            change(shown);
          }}
        >
          {saved.name}
        </button>
        <span className="note-tools">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('notebook.rename', { name: saved.name })}
            title={t('notebook.rename', { name: saved.name })}
            onClick={() => setRenaming(true)}
          >
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('notebook.deleteView', { name: saved.name })}
            title={t('notebook.deleteView', { name: saved.name })}
            onClick={() => {
              setFailed(false);
              actions.deleteView(saved).catch(() => setFailed(true));
            }}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </span>
      </div>
      <p className="note-foot">
        {filterWords(t, view)} · {instantWords(saved.createdAt)}
        {saved.workspace !== '' && <span className="pill">{saved.workspace}</span>}
      </p>
      {failed && (
        <p className="field-error" role="alert">
          {t('notebook.notDeleted')}
        </p>
      )}
    </li>
  );
}

/** Views kept under a name: saved, opened, renamed and deleted. */
export function SavedViews({ change }: { change(change: Partial<PageView>): void }) {
  const t = useT();
  const workspace = useWorkspace();
  const actions = useNoteActions();
  const query = useSavedViews();
  const [saving, setSaving] = useState(false);
  const views = (query.data?.items ?? []).filter((one) => workspace === '' || one.workspace === workspace);
  return (
    <Section
      title={t('notebook.views')}
      aside={
        !saving && (
          <Button variant="default" size="compact-xs" onClick={() => setSaving(true)}>
            {t('notebook.saveView')}
          </Button>
        )
      }
    >
      {saving && (
        <NameForm
          first={{ name: '', workspace }}
          action={t('notebook.saveView')}
          save={(words) => actions.saveView({ ...words, address: addressNow() })}
          done={() => setSaving(false)}
        />
      )}
      <Answered query={query} rows={2}>
        {() => views.length === 0 && !saving && <p className="dim">{t('notebook.noViews')}</p>}
      </Answered>
      <ul className="notes-list">
        {views.map((saved) => (
          <ViewRow key={saved.id} saved={saved} change={change} />
        ))}
      </ul>
    </Section>
  );
}
