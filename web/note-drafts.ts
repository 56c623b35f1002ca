import type { Note, Pinned } from '../shared/api-notes.ts';
import type { HypothesisState, NoteKind } from '../shared/vocabulary.ts';
import { makeStore } from './store.ts';

/** What a note says, whoever it is of and whatever it is pinned to. */
export interface NoteWords {
  readonly kind: NoteKind;
  readonly status: HypothesisState | null;
  readonly text: string;
  readonly workspace: string;
}

/** What was written and not saved. It stays while other things are looked at, until it is saved or cancelled. */
export interface NoteDraft {
  readonly words: NoteWords;
  /** Where it is found again. */
  readonly pinned: Pinned;
  /** The version of the note that was begun to be changed; null: a new note. */
  readonly version: number | null;
}

/** One draft a thing for a new note, and one a note that is changed. */
export const draftKey = (of: Pick<Pinned, 'kind' | 'id'> | Pick<Note, 'id' | 'version'>): string =>
  'version' in of ? `note ${of.id}` : `${of.kind} ${of.id}`;

const drafts = makeStore<ReadonlyMap<string, NoteDraft>>(new Map());

/** Every note that is begun and not saved, in the order in which they were begun. */
export const useNoteDrafts = drafts.use;

const isSame = (a: NoteWords, b: NoteWords): boolean =>
  a.kind === b.kind && a.status === b.status && a.text === b.text && a.workspace === b.workspace;

/** Has the browser ask before the page is left: these are kept in the page only. */
const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Lets go of what was written: it is saved, or nobody wants it. */
export function dropNoteDraft(key: string): void {
  const next = new Map(drafts.now());
  next.delete(key);
  drafts.set(next);
  if (next.size === 0) window.removeEventListener('beforeunload', askFirst);
}

/**
 * Keeps what was written so far.
 *
 * @param first  what the form held before anything was written; the same again is nothing to keep
 */
export function keepNoteDraft(key: string, draft: NoteDraft, first: NoteWords): void {
  if (isSame(draft.words, first)) {
    dropNoteDraft(key);
    return;
  }
  drafts.set(new Map(drafts.now()).set(key, draft));
  window.addEventListener('beforeunload', askFirst);
}
