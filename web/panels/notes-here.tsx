import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Pinned } from '../../shared/api-notes.ts';
import { useT } from '../i18n/index.ts';
import { draftKey, useNoteDrafts } from '../note-drafts.ts';
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
export function NewNoteForm(props: { pinned: Pinned; asked: boolean; done(): void }) {
  const { pinned, asked, done } = props;
  const actions = useNoteActions();
  const workspace = useWorkspace();
  return (
    <NoteEditor
      first={{ kind: 'note', status: null, text: '', workspace }}
      pinned={pinned}
      note={null}
      asked={asked}
      save={(words) => actions.write({ ...words, pinned, address: addressNow() })}
      done={done}
    />
  );
}

/** The notes about one thing, and the way to write another; one that was begun is there again. */
export function NotesHere({ pinned }: { pinned: Pinned }) {
  const t = useT();
  const key = draftKey(pinned);
  // Of which thing: the panel may show another by now.
  const [asked, setAsked] = useState<string | null>(null);
  const begun = useNoteDrafts().has(key);
  const writing = begun || asked === key;
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
            onClick={() => setAsked(key)}
          >
            {t('notebook.add')}
          </Button>
        )
      }
    >
      {writing && <NewNoteForm key={key} pinned={pinned} asked={asked === key} done={() => setAsked(null)} />}
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
