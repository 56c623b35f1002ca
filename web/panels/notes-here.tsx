import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pinned } from '../../shared/api-notes.ts';
import { useT } from '../i18n/index.ts';
import { isSameThing, useNoteActions, useNotes, useWorkspace } from '../notes.ts';
import { formatView } from '../state.ts';
import { currentView } from '../use-view.ts';
import { Answered } from './answered.tsx';
import { NoteCard } from './note-card.tsx';
import { NoteEditor } from './note-editor.tsx';
import { Section } from './parts.tsx';
import './notes.css';

/** The address of what the page shows; in whatever language it is read later. */
export const addressNow = (): string => formatView({ ...currentView(), language: null });

/** The editor of a new note about a thing. */
export function NewNoteForm({ pinned, done }: { pinned: Pinned; done(): void }) {
  const actions = useNoteActions();
  const workspace = useWorkspace();
  return (
    <NoteEditor
      first={{ kind: 'note', status: null, text: '', workspace }}
      note={null}
      save={(words) => actions.write({ ...words, pinned, address: addressNow() })}
      done={done}
    />
  );
}

/** The notes about one thing, and the way to write another. */
export function NotesHere({ pinned }: { pinned: Pinned }) {
  const t = useT();
  const [writing, setWriting] = useState(false);
  const query = useNotes();
  const notes = (query.data?.items ?? []).filter((note) => isSameThing(note.pinned, pinned));
  return (
    <Section
      title={t('notebook.here')}
      aside={
        !writing && (
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconPlus size={13} />}
            onClick={() => setWriting(true)}
          >
            {t('notebook.add')}
          </Button>
        )
      }
    >
      {writing && <NewNoteForm pinned={pinned} done={() => setWriting(false)} />}
      <Answered query={query} rows={1}>
        {() => notes.length === 0 && !writing && <p className="dim">{t('notebook.noneHere')}</p>}
      </Answered>
      <ul className="notes-list">
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} />
        ))}
      </ul>
    </Section>
  );
}
