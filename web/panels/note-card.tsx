import { ActionIcon } from '@mantine/core';
import { IconBulb, IconNote, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Note } from '../../shared/api-notes.ts';
import { useT } from '../i18n/index.ts';
import { draftKey, useNoteDrafts } from '../note-drafts.ts';
import { useNoteActions } from '../notes.ts';
import { instantWords } from '../words.ts';
import { NoteEditor } from './note-editor.tsx';

/** One note: what it says, how it stands, when it was changed; it can be edited and deleted. */
export function NoteCard({ note, about }: { note: Note; about?: ReactNode }) {
  const t = useT();
  const actions = useNoteActions();
  const [asked, setAsked] = useState(false);
  const begun = useNoteDrafts().has(draftKey(note));
  const [failed, setFailed] = useState(false);
  const Icon = note.kind === 'hypothesis' ? IconBulb : IconNote;
  if (asked || begun) {
    return (
      <li className="note">
        <NoteEditor
          first={note}
          pinned={note.pinned}
          note={note}
          asked={asked}
          save={({ kind, status, text, workspace }, version) =>
            actions.change(note.id, { kind, status, text, workspace, version })
          }
          done={() => setAsked(false)}
        />
      </li>
    );
  }
  return (
    <li className="note">
      <div className="note-head">
        <Icon size={15} stroke={1.8} aria-hidden="true" />
        <span className="note-kind">{t(`notebook.kind.${note.kind}`)}</span>
        {note.status && (
          <span className={`pill pill-${note.status}`}>{t(`notebook.status.${note.status}`)}</span>
        )}
        <span className="note-tools">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('notebook.edit')}
            title={t('notebook.edit')}
            onClick={() => setAsked(true)}
          >
            <IconPencil size={15} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('notebook.delete')}
            title={t('notebook.delete')}
            onClick={() => {
              setFailed(false);
              actions.delete(note).catch(() => setFailed(true));
            }}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </span>
      </div>
      {about}
      <p className="note-text">{note.text}</p>
      <p className="note-foot">
        {t('notebook.changed', { date: instantWords(note.changedAt) })}
        {note.workspace !== '' && <span className="pill">{note.workspace}</span>}
      </p>
      {failed && (
        <p className="field-error" role="alert">
          {t('notebook.notDeleted')}
        </p>
      )}
    </li>
  );
}
