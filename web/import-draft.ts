import { NO_WAYS, type Ways } from './import-ways.ts';
import type { ImportReply, ImportRequest } from '../shared/api-imports.ts';
import type { Marking } from '../shared/vocabulary.ts';
import { makeStore } from './store.ts';

/** Cases on their way in. They stay here while other pages are looked at, and while the server does not answer. */
export interface ImportDraft {
  /** Another with each file: a reply to one is not put into the next. */
  readonly number: number;
  /** Something was asked of the server and it has not answered. */
  readonly busy: 'checking' | 'adding' | null;
  readonly name: string;
  /** CSV, with the corrections that have been checked; null: nothing is chosen yet. */
  readonly text: string | null;
  readonly corrected: boolean;
  readonly marking: Marking;
  /** How the text is to be read, where its own words do not say. */
  readonly ways: Ways;
  /** The ways are those of an earlier file with the same columns. */
  readonly asBefore: boolean;
  /** What the last check found. */
  readonly checked: ImportReply | null;
  /** What was typed since, by {@link editKey}. */
  readonly edits: ReadonlyMap<string, string>;
  /** What was written, and when, epoch milliseconds. */
  readonly added: { readonly reply: ImportReply; readonly at: number } | null;
}

/** Where a correction belongs. */
export type EditPlace = Pick<ImportRequest['corrections'][number], 'row' | 'column'>;
export const editKey = ({ row, column }: EditPlace): string => JSON.stringify([row, column]);

/** The corrections that were typed, as the server takes them. */
export const correctionsOf = (edits: ImportDraft['edits']): ImportRequest['corrections'] =>
  [...edits].map(([key, value]) => {
    const [row, column] = JSON.parse(key) as [number, string | null];
    return { row, column, value };
  });

const NOTHING: Omit<ImportDraft, 'marking' | 'number'> = {
  busy: null,
  name: '',
  text: null,
  corrected: false,
  ways: NO_WAYS,
  asBefore: false,
  checked: null,
  edits: new Map(),
  added: null,
};

const draft = makeStore<ImportDraft>({ ...NOTHING, number: 0, marking: 'amber' });

export const changeDraft = (change: Partial<ImportDraft>): void => draft.set({ ...draft.now(), ...change });

/** The cases on their way in, as they are at this moment, whatever was drawn last. */
export const draftNow = draft.now;

/** Begins anew, with a text or without one; the marking stays. */
export const beginDraft = (source: Partial<Pick<ImportDraft, 'name' | 'text'>> = {}): void =>
  changeDraft({ ...NOTHING, number: draft.now().number + 1, ...source });

/** The cases on their way in, as they are now. */
export const useDraft = draft.use;
