import { dayStart, isLocodeShape } from '../../shared/identifiers.ts';
import type { Day, Reject } from '../../shared/model.ts';
import { nearestName, showValue, type Row } from '../../shared/table.ts';
import { DATE_PRECISIONS, type DatePrecision } from '../../shared/vocabulary.ts';

/** Notes a fault of one field. */
export type Fault = (column: string, value: string, reason: string, fix: string) => void;

/** A row under examination: its cells, trimmed, and where its faults go. */
export interface Cells {
  readonly cell: (column: string) => string;
  readonly fault: Fault;
}

/** The cells of one row; a column the table has not is empty. */
export function cellsOf(row: Row, file: string, line: number, report: (reject: Reject) => void): Cells {
  return {
    cell: (column) => (row[column] ?? '').trim(),
    fault: (column, value, reason, fix) =>
      report({ file, row: line, column, value: showValue(value), reason, fix }),
  };
}

/** One word of a closed list; undefined after a fault. */
export function readWord<T extends string>(
  { cell, fault }: Cells,
  column: string,
  words: readonly T[],
): T | undefined {
  const text = cell(column);
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  const near = text === '' ? null : nearestName(text, words);
  const fix =
    near === null
      ? `Use one of: ${words.join(', ')}.`
      : `Write "${near}", or another of: ${words.join(', ')}.`;
  fault(column, text, text === '' ? 'empty' : 'not a word of the list', fix);
  return undefined;
}

const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** A stated quantity, above 0; null when the field is empty (not stated); undefined after a fault. */
export function readQuantity({ cell, fault }: Cells): number | null | undefined {
  const text = cell('quantity');
  if (text === '') return null;
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && Number.isFinite(value)) return value;
  if (value <= 0) {
    const fix = 'Write the amount seized; leave the field empty if the source does not state it.';
    fault('quantity', text, 'the quantity is not above 0', fix);
  } else if (/^\d[\d.,\s]*$/.test(text)) {
    const fix = 'Write digits and a decimal point only: 1.2 for one and a fifth, 1200 for twelve hundred.';
    fault('quantity', text, 'the quantity is not a plain number', fix);
  } else {
    const fix = 'Write digits only, such as 772.4; the words of the source go into quantity_as_reported.';
    fault('quantity', text, 'the quantity is not a number', fix);
  }
  return undefined;
}

/** A count of 0 or more; null when empty; undefined after a fault. */
export function readCount({ cell, fault }: Cells, column: string): number | null | undefined {
  const text = cell(column);
  if (text === '') return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  fault(column, text, 'not a whole number of 0 or more', 'Write digits only; leave it empty if not stated.');
  return undefined;
}

/** Decimal degrees within ±`limit`; undefined after a fault. */
function readDegrees({ cell, fault }: Cells, column: string, limit: number): number | undefined {
  const text = cell(column);
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(value) <= limit) return value;
  if (Number.isNaN(value)) {
    fault(column, text, 'not decimal degrees', 'Write degrees with a decimal point, such as -61.5.');
  } else {
    fault(
      column,
      text,
      `outside -${limit} to ${limit}`,
      'Check the digits, and that lat and lon are not swapped.',
    );
  }
  return undefined;
}

export interface Located {
  readonly lat: number;
  readonly lon: number;
  readonly uncertaintyKm: number;
}

const POSITION_COLUMNS = ['lat', 'lon', 'position_uncertainty_km'] as const;

/** The position of the seizure with its radius; null when all three fields are empty; undefined after a fault. */
export function readPosition(cells: Cells): Located | null | undefined {
  const { cell, fault } = cells;
  const empty = POSITION_COLUMNS.filter((column) => cell(column) === '');
  if (empty.length === POSITION_COLUMNS.length) return null;
  for (const column of empty) {
    fault(
      column,
      '',
      'empty, while the rest of the position is given',
      'Give all three of lat, lon and position_uncertainty_km, or none.',
    );
  }
  const lat = cell('lat') === '' ? undefined : readDegrees(cells, 'lat', 90);
  const lon = cell('lon') === '' ? undefined : readDegrees(cells, 'lon', 180);
  const uncertaintyKm = cell('position_uncertainty_km') === '' ? undefined : readRadius(cells);
  if (lat === undefined || lon === undefined || uncertaintyKm === undefined) return undefined;
  return { lat, lon, uncertaintyKm };
}

/** Half the circumference of the earth, km: nothing lies further from where it is thought to be. */
const MAX_RADIUS_KM = 20_015;

function readRadius({ cell, fault }: Cells): number | undefined {
  const text = cell('position_uncertainty_km');
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (value > 0 && value <= MAX_RADIUS_KM) return value;
  const fix = 'Write how far the true place may lie from the position, in kilometres, such as 5.';
  fault('position_uncertainty_km', text, `not a number above 0 and up to ${MAX_RADIUS_KM}`, fix);
  return undefined;
}

/** UN/LOCODEs of a field, `;` between several, empty elements kept as null; undefined after a fault. */
export function readLocodes({ cell, fault }: Cells, column: string): (string | null)[] | undefined {
  const codes = cell(column)
    .split(';')
    .map((code) => code.trim().toUpperCase().replace(/\s/g, ''));
  const bad = codes.find((code) => code !== '' && !isLocodeShape(code));
  if (bad === undefined) return codes.map((code) => (code === '' ? null : code));
  fault(
    column,
    bad,
    'not the shape of a UN/LOCODE',
    'Write two letters of the country and three of the place, such as TTPOS, or leave it empty.',
  );
  return undefined;
}

export interface Interval {
  readonly precision: DatePrecision;
  readonly earliest: Day;
  readonly latest: Day;
}

const WRITTEN: Readonly<Record<DatePrecision, { readonly shape: RegExp; readonly example: string }>> = {
  day: { shape: /^(19|20)\d{2}-\d{2}-\d{2}$/, example: '2025-12-08' },
  month: { shape: /^(19|20)\d{2}-\d{2}$/, example: '2025-12' },
  year: { shape: /^(19|20)\d{2}$/, example: '2025' },
};

/**
 * The interval of days in which the event lies: `date_earliest` to `date_latest`, or the whole of `date` where
 * they are left empty. The two must overlap what `date` says at its precision; undefined after a fault.
 */
export function readInterval(cells: Cells): Interval | undefined {
  const { cell, fault } = cells;
  const precision = readWord(cells, 'date_precision', DATE_PRECISIONS);
  if (precision === undefined) return undefined;
  const date = cell('date');
  const period = periodOf(date, precision);
  if (period === null) {
    const { shape, example } = WRITTEN[precision];
    const reason = shape.test(date)
      ? 'there is no such date'
      : `not a ${precision}, which date_precision says it is`;
    fault(
      'date',
      date,
      date === '' ? 'empty' : reason,
      `Write a ${precision} that exists, such as ${example}.`,
    );
  }
  const earliest = readDay(cells, 'date_earliest', period?.[0]);
  const latest = readDay(cells, 'date_latest', period?.[1]);
  if (period === null || earliest === undefined || latest === undefined) return undefined;
  if (earliest > latest) {
    fault('date_earliest', earliest, `later than date_latest, ${latest}`, 'Put the earlier day first.');
    return undefined;
  }
  if (earliest > period[1] || latest < period[0]) {
    const reason = `outside the interval ${earliest} to ${latest} of date_earliest and date_latest`;
    fault('date', date, reason, 'Correct the date or the interval, so that one lies within the other.');
    return undefined;
  }
  return { precision, earliest, latest };
}

function readDay({ cell, fault }: Cells, column: string, otherwise: Day | undefined): Day | undefined {
  const text = cell(column);
  if (text === '') return otherwise;
  if (dayStart(text) !== null) return text;
  const reason = WRITTEN.day.shape.test(text) ? 'there is no such date' : 'not a day';
  fault(column, text, reason, 'Write a day that exists as YYYY-MM-DD, such as 2025-12-08.');
  return undefined;
}

/** First and last day of a date written at a precision; null when it is not one. */
function periodOf(date: string, precision: DatePrecision): [Day, Day] | null {
  if (!WRITTEN[precision].shape.test(date)) return null;
  const first = precision === 'day' ? date : precision === 'month' ? `${date}-01` : `${date}-01-01`;
  if (dayStart(first) === null) return null;
  if (precision === 'day') return [first, first];
  const [year = 0, month = 1] = date.split('-').map(Number);
  // Day 0 of the next month is the last of this one.
  const last = precision === 'month' ? new Date(Date.UTC(year, month, 0)) : new Date(Date.UTC(year, 12, 0));
  return [first, last.toISOString().slice(0, 10)];
}
