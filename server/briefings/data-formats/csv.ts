import { stringify } from 'csv-stringify/sync';
import type { Briefing, DataTable } from '../../../shared/briefing.ts';
import { listText, tableWithAbout, type Cell } from './tables.ts';

/** What a spreadsheet takes for the beginning of a formula, full-width forms included (OWASP, CSV injection). */
const STARTERS = '=+\\-@\uff1d\uff0b\uff0d\uff20';
const AT_START = new RegExp(`^(?=[\\t\\r\\n]|[\\s"']*[${STARTERS}])`, 'u');
/** Where the reader's separator is a semicolon or a tab, a quoted text is cut there and at its line breaks. */
const AFTER_CUT = new RegExp(`([;\\t\\r\\n][\\s"]*)(?=[${STARTERS}])`, 'gu');

/**
 * One table of a briefing as CSV: RFC 4180, UTF-8 with a byte-order mark (spreadsheets need it for letters beyond
 * English), CRLF, the same column names in every language. Each row begins with run, data hash, figure code, marking
 * and whether synthetic data went in. Text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function toCsv(briefing: Briefing, table: DataTable): string {
  const { columns, rows } = tableWithAbout(briefing, table);
  return stringify(
    [
      columns.map(({ name }) => name),
      ...rows.map((row) => columns.map(({ name }, i) => csvCell(name, row[i] ?? null))),
    ],
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

function csvCell(name: string, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return neutral(typeof cell === 'string' ? cell : listText(name, cell));
}

const neutral = (text: string): string =>
  text.replaceAll('\0', '').replace(AFTER_CUT, "$1'").replace(AT_START, "'");
