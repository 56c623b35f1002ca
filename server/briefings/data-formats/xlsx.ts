import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type CellObject, type Sheet, type SheetData } from 'write-excel-file/node';
import { DATA_TABLES, type Briefing } from '../../../shared/briefing.ts';
import { filterWords, syntheticWords } from '../words/about.ts';
import { DATA_WORDS, type DataWords } from '../words/data.ts';
import { MARKING_TEXT } from '../words/format.ts';
import { COMMODITY_WORDS, CERTAINTY_WORDS, EMERGING_WORDS, ITEM_WORDS } from '../words/terms.ts';
import {
  listText,
  tableOf,
  type Cell,
  type CellKind,
  type ColumnName,
  type DataTableContent,
} from './tables.ts';

type Sheets = Parameters<typeof writeXlsxFile>[0] & Sheet<never>[];

/** Longest text of a cell, characters (Excel's limits). */
const LONGEST_CELL = 32_767;
const DAY_FORMAT = 'yyyy-mm-dd';
/** First day of the calendar of spreadsheets. */
const FIRST_DAY = '1900-03-01';
const [NARROW, MIDDLE, WIDE] = [12, 18, 44];

/**
 * A briefing as a workbook in its language: a sheet that says what it is and where from, then one for each table.
 * Numbers and days are real ones; every text is a plain string, never a formula. The same briefing gives the same
 * bytes: files within are dated by the run.
 */
export async function toXlsx(briefing: Briefing): Promise<Uint8Array> {
  const words = DATA_WORDS[briefing.spec.language];
  const sheets: Sheet<never>[] = [
    aboutSheet(briefing, words),
    ...DATA_TABLES.map((table) => tableSheet(briefing, words, words.sheet[table], tableOf(briefing, table))),
  ];
  const written = await writeXlsxFile(sheets as Sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  return dated(written, briefing.about.runStartedAt);
}

/** The same files, all dated at noon of the run's day: a zip keeps local time, and noon has no summer-time gap. */
function dated(zip: Uint8Array, runStartedAt: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = runStartedAt.slice(0, 10).split('-').map(Number);
  const mtime = new Date(year, month - 1, day, 12);
  return zipSync(unzipSync(zip), { mtime, level: 6 });
}

const bold = (value: string): CellObject => ({ ...text(value), fontWeight: 'bold' });

/** Excel reads `_x0041_` in a text as a character's code, so such a text is given as codes itself. */
const text = (value: string, wrap = false): CellObject => ({
  type: String,
  value: value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, LONGEST_CELL),
  ...(wrap ? { wrap: true, alignVertical: 'top' } : {}),
});

const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && value >= FIRST_DAY;

const dayCell = (value: string): CellObject =>
  isDay(value) ? { type: Date, value: new Date(`${value}T00:00:00Z`), format: DAY_FORMAT } : text(value);

function aboutSheet(briefing: Briefing, words: DataWords): Sheet<never> {
  const { spec, about } = briefing;
  const { label } = words;
  const rows: [string, CellObject][] = [
    [label.title, text(spec.title ?? words.untitled, true)],
    [label.marking, bold(MARKING_TEXT[about.marking])],
    [label.synthetic, text(syntheticWords(spec.language, about.synthetic) ?? words.noneSynthetic)],
    [label.filter, text(filterWords(briefing), true)],
    [label.cutOff, about.cutOff === null ? text(words.none) : dayCell(about.cutOff)],
    [label.run, { type: Number, value: about.runId }],
    [label.runStarted, { type: Date, value: new Date(about.runStartedAt), format: 'yyyy-mm-dd hh:mm "UTC"' }],
    [label.code, text(about.code)],
    [label.dataHash, text(about.dataHash)],
    [label.findingsHash, text(about.findingsHash)],
    [label.version, text(about.codeVersion)],
    ...about.dataSets.map((set): [string, CellObject] => [
      label.source,
      text(`${set.title} (${set.id}): ${set.events}${set.synthetic ? ` – ${words.syntheticSet}` : ''}`, true),
    ]),
    [label.licence, text(words.licence, true)],
  ];
  return {
    sheet: words.sheet.about,
    data: rows.map(([name, cell]) => [
      { ...bold(name), alignVertical: 'top' },
      { align: 'left', ...cell },
    ]),
    columns: [{ width: 26 }, { width: 90 }],
  };
}

function tableSheet(
  briefing: Briefing,
  words: DataWords,
  sheet: string,
  { columns, rows }: DataTableContent,
): Sheet<never> {
  const header = columns.map(({ name }) => ({ ...bold(words.column[name]), wrap: true }));
  const body = rows.map((row) =>
    columns.map(({ name, kind }, i) =>
      xlsxCell(row[i] ?? null, { name, kind }, (code) => codeWords(briefing, words, name, code)),
    ),
  );
  const data: SheetData = [header, ...body];
  return {
    sheet,
    data,
    columns: columns.map(({ name, kind }) => ({ width: widthOf(name, kind) })),
    stickyRowsCount: 1,
  };
}

const WIDE_COLUMNS = ['places', 'note', 'quantities', 'sourceTitle', 'sourceUrl', 'sourcePublisher', 'id'];
const widthOf = (name: string, kind: CellKind): number =>
  WIDE_COLUMNS.includes(name) ? WIDE : kind === 'text' || kind === 'code' ? MIDDLE : NARROW;

function xlsxCell(
  cell: Cell,
  { name, kind }: DataTableContent['columns'][number],
  say: (code: string) => string,
): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? { type: Number, value: cell } : null;
  if (typeof cell === 'boolean') return text(say(cell ? 'yes' : 'no'));
  const parts = typeof cell === 'string' ? [cell] : cell;
  if (kind === 'day') return dayCell(parts.join(', '));
  return text(listText(name, kind === 'code' ? parts.map(say) : parts));
}

/** The word of a code of a column in the language of the briefing; a code without one stands as it is. */
function codeWords(
  { spec: { language } }: Briefing,
  words: DataWords,
  name: ColumnName,
  code: string,
): string {
  const known: Readonly<Partial<Record<ColumnName, Readonly<Record<string, string>>>>> = {
    item: ITEM_WORDS[language],
    emerging: EMERGING_WORDS[language],
    commodity: COMMODITY_WORDS[language],
    commodities: COMMODITY_WORDS[language],
    certainty: CERTAINTY_WORDS[language],
    certainties: CERTAINTY_WORDS[language],
  };
  const list: Readonly<Record<string, string>> = known[name] ?? words.code;
  return list[code] ?? code;
}
