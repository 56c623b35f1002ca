import type { ImportReply, ImportRequest } from '../shared/api-imports.ts';
import { SEIZURE_COLUMNS } from '../shared/seizure-table.ts';

/** How a text is to be read: which column is which, what stands in all rows, how dates and numbers are meant. */
export type Ways = Pick<ImportRequest, 'columns' | 'forAll' | 'dateOrder' | 'decimalMark'>;

export const NO_WAYS: Ways = { columns: {}, forAll: {}, dateOrder: null, decimalMark: null };

const REMEMBERED = 'leeward.import-ways';
/** Kinds of files whose ways are remembered, latest first. */
const MOST_REMEMBERED = 30;

type Remembered = readonly (readonly [header: string, ways: Ways])[];

/** Files with the same columns in the same order are of one kind. */
const headerOf = (columns: ImportReply['columns']): string => JSON.stringify(columns.map(({ name }) => name));

const KNOWN: ReadonlySet<unknown> = new Set([null, ...SEIZURE_COLUMNS]);

/** What is remembered in this browser; nothing where that is switched off, or was kept by another version. */
function remembered(): Remembered {
  try {
    const held = JSON.parse(window.localStorage.getItem(REMEMBERED) ?? '[]') as Remembered;
    return held.filter(
      ([, { columns, forAll }]) =>
        Object.values(columns).every((column) => KNOWN.has(column)) &&
        Object.keys(forAll).every((column) => KNOWN.has(column)),
    );
  } catch {
    return [];
  }
}

/** How the last file with these columns was read; null when there was none, or all was told by its own words. */
export const waysBefore = (columns: ImportReply['columns']): Ways | null =>
  remembered().find(([header]) => header === headerOf(columns))?.[1] ?? null;

/** Remembers how a file was read that has been added; ways that say nothing are forgotten. */
export function rememberWays(columns: ImportReply['columns'], ways: Ways): void {
  const header = headerOf(columns);
  const others = remembered().filter(([known]) => known !== header);
  const said = JSON.stringify(ways) !== JSON.stringify(NO_WAYS);
  try {
    const kept = said ? [[header, ways], ...others].slice(0, MOST_REMEMBERED) : others;
    window.localStorage.setItem(REMEMBERED, JSON.stringify(kept));
  } catch {
    // Nothing is lost but the convenience.
  }
}
