import { LANGUAGES, type Language } from '../../shared/languages.ts';
import type { Day, Reject, Source } from '../../shared/model.ts';
import { nearestName, showValue, type Row, type Table } from '../../shared/table.ts';
import { PUBLISHED_ITEMS, QUALIFIERS, type PublishedItem, type Qualifier } from '../../shared/vocabulary.ts';

/** One published total of an operation, with where it was published. */
export interface PublishedTotal {
  readonly operation: string;
  readonly item: PublishedItem;
  readonly published: number;
  readonly qualifier: Qualifier;
  /** `seizure`, `piece`, `round`, `kg` or `person`. */
  readonly unit: TotalUnit;
  /** The same item of an earlier operation, where the source compares; null: it does not. */
  readonly before: number | null;
  readonly beforeOperation: string | null;
  readonly source: Source;
  /** What a reader must know of the number, in each language; empty: nothing, or not translated. */
  readonly notes: Readonly<Record<Language, string>>;
}

const TOTAL_UNITS = ['seizure', 'piece', 'round', 'kg', 'person'] as const;
type TotalUnit = (typeof TOTAL_UNITS)[number];

/** The one unit of each item: a total in another is not the same thing. */
const UNIT_OF: Readonly<Record<PublishedItem, TotalUnit>> = {
  instances: 'seizure',
  headline: 'seizure',
  firearms: 'piece',
  firearm_parts: 'piece',
  assault_rifles: 'piece',
  ammunition_rounds: 'round',
  cocaine_kg: 'kg',
  cannabis_kg: 'kg',
  arrests: 'person',
};

/** Columns a list of published totals must have; `before`, `before_operation` and `note`, which is English, may be empty. */
const TOTAL_COLUMNS = [
  'operation',
  'item',
  'published',
  'qualifier',
  'unit',
  'before',
  'before_operation',
  'source_title',
  'publisher',
  'source_date',
  'source_url',
  'note',
] as const;
/** The same note in the other languages; a list need not have them. */
const NOTE_COLUMNS = { en: 'note', es: 'note_es', fr: 'note_fr', nl: 'note_nl' } as const;
type Column = (typeof TOTAL_COLUMNS)[number] | (typeof NOTE_COLUMNS)[Language];

export interface ParsedTotals {
  /** In the order of the file. */
  readonly totals: readonly PublishedTotal[];
  readonly rejects: readonly Reject[];
}

interface Cells {
  readonly cell: (column: Column) => string;
  readonly fault: (column: Column, reason: string, fix: string) => undefined;
}

/**
 * Reads rows of published totals (columns of `data/operations.csv`). A row with a fault becomes one reject for each
 * faulty column and no total; so does a second row for the same item of an operation. Never throws.
 */
export function parseTotals({ file, columns, rows, lines }: Table): ParsedTotals {
  const missing = TOTAL_COLUMNS.filter((column) => !columns.includes(column));
  const rejects: Reject[] = missing.map((column) => ({
    file,
    row: null,
    column,
    value: null,
    reason: `the column "${column}" is missing`,
    fix: `Give the file a header row with the columns ${TOTAL_COLUMNS.join(', ')}.`,
  }));
  if (rejects.length > 0) return { totals: [], rejects };
  const totals: PublishedTotal[] = [];
  const rowOf = new Map<string, number>();
  rows.forEach((row, i) => {
    const line = lines[i] ?? i + 2;
    const cells = cellsOf(row, file, line, rejects);
    const total = readTotal(cells);
    if (total === null) return;
    const key = `${total.operation}\n${total.item}`;
    const first = rowOf.get(key);
    if (first !== undefined) {
      cells.fault('item', `row ${first} has this item already`, 'Keep the one that the source states.');
      return;
    }
    rowOf.set(key, line);
    totals.push(total);
  });
  return { totals, rejects };
}

function cellsOf(row: Row, file: string, line: number, rejects: Reject[]): Cells {
  const cell = (column: Column): string => (row[column] ?? '').trim();
  const fault: Cells['fault'] = (column, reason, fix) => {
    rejects.push({ file, row: line, column, value: showValue(cell(column)), reason, fix });
    return undefined;
  };
  return { cell, fault };
}

function readTotal(cells: Cells): PublishedTotal | null {
  const { cell } = cells;
  const operation = readText(cells, 'operation', 'Write the name of the operation, such as CALYPSO 2.');
  const item = readWord(cells, 'item', PUBLISHED_ITEMS);
  const qualifier = readWord(cells, 'qualifier', QUALIFIERS);
  const unit = item === undefined ? undefined : readUnit(cells, item);
  const published = readAmount(cells, 'published', item);
  const before = cell('before') === '' ? null : readAmount(cells, 'before', item);
  const beforeOperation = readBeforeOperation(cells);
  const title = readText(cells, 'source_title', 'Write the title of what published the number.');
  const publisher = readText(cells, 'publisher', 'Write who published the number.');
  const date = readDate(cells);
  const url = readAddress(cells);
  const notes = readNotes(cells);
  if (operation === undefined || item === undefined || qualifier === undefined || unit === undefined)
    return null;
  if (published === undefined || before === undefined || beforeOperation === undefined) return null;
  if (title === undefined || publisher === undefined || date === undefined || url === undefined) return null;
  if (notes === undefined) return null;
  const source = { title, publisher, date, url };
  return { operation, item, published, qualifier, unit, before, beforeOperation, source, notes };
}

/** A translation is one of something: readers of languages that have none get the English note. */
function readNotes({ cell, fault }: Cells): Readonly<Record<Language, string>> | undefined {
  const translated = LANGUAGES.find((language) => cell(NOTE_COLUMNS[language]) !== '');
  if (translated !== undefined && cell('note') === '') {
    const reason = `empty, while "${NOTE_COLUMNS[translated]}" is given`;
    return fault('note', reason, 'Write the note in English too, or leave both empty.');
  }
  return { en: cell('note'), es: cell('note_es'), fr: cell('note_fr'), nl: cell('note_nl') };
}

function readText({ cell, fault }: Cells, column: Column, fix: string): string | undefined {
  return cell(column) === '' ? fault(column, 'empty', fix) : cell(column);
}

function readWord<T extends string>(
  { cell, fault }: Cells,
  column: Column,
  words: readonly T[],
): T | undefined {
  const text = cell(column);
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  const near = text === '' ? null : nearestName(text, words);
  const list = `one of: ${words.join(', ')}.`;
  const fix = near === null ? `Use ${list}` : `Write "${near}", or another ${list}`;
  return fault(column, text === '' ? 'empty' : 'not a word of the list', fix);
}

function readUnit(cells: Cells, item: PublishedItem): TotalUnit | undefined {
  const unit = readWord(cells, 'unit', TOTAL_UNITS);
  if (unit === undefined || unit === UNIT_OF[item]) return unit;
  return cells.fault('unit', `${item} is not counted in it`, `Give the number in "${UNIT_OF[item]}".`);
}

function readAmount(
  { cell, fault }: Cells,
  column: Column,
  item: PublishedItem | undefined,
): number | undefined {
  const text = cell(column);
  const kg = item !== undefined && UNIT_OF[item] === 'kg';
  const shape = kg ? /^\d{1,9}(\.\d+)?$/ : /^\d{1,9}$/;
  if (shape.test(text)) return Number(text);
  const reason = text === '' ? 'empty' : kg ? 'not a plain number' : 'not a whole number of 0 or more';
  return fault(column, reason, 'Write digits without separators, such as 402; words go into "qualifier".');
}

/** A number before belongs to an operation, and the other way round. */
function readBeforeOperation({ cell, fault }: Cells): string | null | undefined {
  const name = cell('before_operation');
  if ((name === '') === (cell('before') === '')) return name === '' ? null : name;
  return name === ''
    ? fault('before_operation', 'empty, while "before" is given', 'Name the operation the number is from.')
    : fault('before', 'empty, while "before_operation" is given', 'Give the number, or leave both empty.');
}

function readDate({ cell, fault }: Cells): Day | undefined {
  const text = cell('source_date');
  if (/^\d{4}(-\d\d(-\d\d)?)?$/.test(text)) return text;
  return fault('source_date', text === '' ? 'empty' : 'not a date', 'Write 2026-03-11, 2026-03 or 2026.');
}

/** Shown as a link, so nothing but a web address. */
function readAddress({ cell, fault }: Cells): string | undefined {
  const text = cell('source_url');
  if (/^https?:\/\/[^\s"<>]+$/.test(text)) return text;
  return fault(
    'source_url',
    text === '' ? 'empty' : 'not a web address',
    'Write the address of the page, with https://.',
  );
}
