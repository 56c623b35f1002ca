import { parseDegrees, parsePosition } from '../../shared/coordinates.ts';
import { isLocodeShape } from '../../shared/identifiers.ts';
import type { Day, Reject } from '../../shared/model.ts';
import { nearestName, showValue, type Row } from '../../shared/table.ts';
import { UNITS, type Commodity, type Unit } from '../../shared/vocabulary.ts';
import type { Conventions } from './conventions.ts';
import {
  isPlainNumber,
  readWrittenNumber,
  splitQuantity,
  unitOf,
  type WrittenUnit,
} from './written-numbers.ts';

/** Notes a fault of one field. */
export type Fault = (column: string, value: string, reason: string, fix: string) => void;

/** What a cell says that is not written as this project writes it, and how it was taken. */
export interface ReadAs {
  /** 1-based line of the file, header included. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly as: string;
}

/** A cell that can be read in two ways, and nothing in the table says which. */
export interface Question {
  readonly kind: 'dateOrder' | 'decimalMark';
  readonly row: number;
  readonly column: string;
  readonly text: string;
  /** What it says with the day first, or a decimal point; and with the month first, or a decimal comma. */
  readonly readings: readonly [string, string];
}

/** A row under examination: its cells, trimmed, how the table writes, and where what is found goes. */
export interface Cells {
  readonly cell: (column: string) => string;
  readonly conventions: Conventions;
  readonly today: Day | null;
  readonly fault: Fault;
  readonly readAs: (column: string, as: string) => void;
  readonly ask: (column: string, kind: Question['kind'], readings: Question['readings']) => void;
}

/** How a table writes, and where what is found in its cells goes. */
export interface Reading {
  readonly conventions: Conventions;
  /** No event can lie after it; null: not known. */
  readonly today: Day | null;
  readonly report: (reject: Reject) => void;
  readonly readAs: (found: ReadAs) => void;
  readonly ask: (question: Question) => void;
}

/** The cells of one row; a column the table has not is empty. */
export function cellsOf(row: Row, file: string, line: number, reading: Reading): Cells {
  const cell = (column: string): string => (row[column] ?? '').trim();
  const at = (column: string) => ({ row: line, column, text: showValue(cell(column)) });
  return {
    cell,
    conventions: reading.conventions,
    today: reading.today,
    fault: (column, value, reason, fix) =>
      reading.report({ file, row: line, column, value: showValue(value), reason, fix }),
    readAs: (column, as) => reading.readAs({ ...at(column), as }),
    ask: (column, kind, readings) => reading.ask({ ...at(column), kind, readings }),
  };
}

/**
 * One word of a closed list, whatever its case and whether `_` or a space parts it, or another word for it; undefined
 * after a fault.
 */
export function readWord<T extends string>(
  { cell, fault, readAs }: Cells,
  column: string,
  words: readonly T[],
  meant: (text: string) => T | undefined = () => undefined,
): T | undefined {
  const text = cell(column);
  const written = text.toLowerCase().replace(/[\s-]+/g, '_');
  const word = words.find((known) => known === text || known === written);
  if (word !== undefined) return word;
  const other = meant(text);
  if (other !== undefined) {
    readAs(column, other);
    return other;
  }
  const near = text === '' ? null : nearestName(text, words);
  const fix =
    near === null
      ? `Use one of: ${words.join(', ')}.`
      : `Write "${near}", or another of: ${words.join(', ')}.`;
  fault(column, text, text === '' ? 'empty' : 'not a word of the list', fix);
  return undefined;
}

const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** Digits that a sum in floating point leaves behind the twelfth say nothing. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** The unit of a line that states neither quantity nor unit, so that nothing is said by it. */
const UNIT_OF: Readonly<Partial<Record<Commodity, Unit>>> = {
  ...{ firearm: 'piece', firearm_part: 'piece', wildlife: 'piece', other: 'piece' },
  ...{ ammunition: 'round', cash: 'usd' },
};

/**
 * A stated quantity above 0 with its unit, in the units of the list: "2,083 pounds" is 944.832... kg. The unit stands
 * in `unit`, behind the number, or in both alike. The value is null when the field is empty (not stated); undefined
 * after a fault.
 */
export function readQuantity(
  cells: Cells,
  commodity: Commodity | undefined,
): { value: number | null; unit: Unit } | undefined {
  const { cell, readAs } = cells;
  const text = cell('quantity');
  if (text === '' && cell('unit') === '') {
    return { value: null, unit: (commodity && UNIT_OF[commodity]) ?? 'kg' };
  }
  const { number, words } = splitQuantity(text);
  const value = text === '' ? null : readNumber(cells, number);
  // Of a quantity that cannot be read the unit may be part.
  if (value === undefined && cell('unit') === '') return undefined;
  const unit = readUnit(cells, words);
  if (value === undefined || unit === undefined) return undefined;
  if (value === null) return { value, unit: unit.unit };
  const amount = unit.factor === 1 ? value : tidy(value * unit.factor);
  const taken = `${String(amount)} ${unit.unit}`;
  if (unit.factor !== 1 || (!isPlainNumber(text) && text !== taken)) readAs('quantity', taken);
  return { value: amount, unit: unit.unit };
}

/** The number of a quantity, above 0; undefined after a fault. */
function readNumber({ cell, fault, ask, conventions }: Cells, number: string): number | undefined {
  const text = cell('quantity');
  const read = number === '' ? null : readWrittenNumber(number);
  if (read !== null && typeof read === 'object') {
    const mark = conventions.decimalMark[number.includes('.') ? 'point' : 'comma'];
    if (mark !== null) return read[mark];
    ask('quantity', 'decimalMark', [String(read.point), String(read.comma)]);
    const fix = `Say whether the file has decimal points or commas, or write ${String(read.point)} or ${String(read.comma)}.`;
    fault('quantity', text, `this may be ${String(read.point)} or ${String(read.comma)}`, fix);
    return undefined;
  }
  if (read !== null && read > 0) return read;
  if (read === 0 || Number(text) <= 0) {
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

/** The unit of a quantity, from its column and from the words behind the number; undefined after a fault. */
function readUnit(cells: Cells, words: string): WrittenUnit | undefined {
  const { cell, fault } = cells;
  const text = cell('unit');
  const beside = words === '' ? null : unitOf(words);
  if (words !== '' && beside === null) {
    const fix = `Write the number alone and one of ${UNITS.join(', ')} into unit; "ton" may be three different ones.`;
    fault('quantity', cell('quantity'), `no unit known here: "${showValue(words)}"`, fix);
    return undefined;
  }
  if (beside !== null && text === '') return beside;
  if (text === '') {
    const fix = `Write the unit behind the number, such as 12 kg, or one of ${UNITS.join(', ')} into unit.`;
    fault('quantity', cell('quantity'), 'it has no unit', fix);
    return undefined;
  }
  const stated = unitOf(text);
  if (stated === null) {
    readWord(cells, 'unit', UNITS);
    return undefined;
  }
  if (beside === null || (beside.unit === stated.unit && beside.factor === stated.factor)) return stated;
  fault(
    'unit',
    text,
    `the quantity says "${showValue(words)}"`,
    'Make the two agree, or leave the unit empty.',
  );
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

/** To a millionth of a degree, 0.1 m: minutes and seconds make endless fractions. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** Degrees, or degrees with minutes and seconds, within ±`limit`; undefined after a fault. */
function readDegrees(
  { cell, fault, readAs }: Cells,
  column: 'lat' | 'lon',
  limit: number,
): number | undefined {
  const text = cell(column);
  const value = parseDegrees(text, column === 'lat' ? 'latitude' : 'longitude');
  if (value === null) {
    const fix = 'Write degrees with a decimal point, such as -61.5, or degrees and minutes, such as 61°30′W.';
    fault(column, text, 'no degrees', fix);
    return undefined;
  }
  if (Math.abs(value) > limit) {
    fault(
      column,
      text,
      `outside -${limit} to ${limit}`,
      'Check the digits, and that lat and lon are not swapped.',
    );
    return undefined;
  }
  if (DECIMAL.test(text)) return value;
  readAs(column, String(rounded(value)));
  return rounded(value);
}

export interface Located {
  readonly lat: number;
  readonly lon: number;
  readonly uncertaintyKm: number;
}

const POSITION_COLUMNS = ['lat', 'lon', 'position_uncertainty_km'] as const;

/**
 * The position of the seizure with its radius, from `lat` and `lon` or from `position` with both; null when all of
 * these fields are empty; undefined after a fault.
 */
export function readPosition(cells: Cells): Located | null | undefined {
  const { cell, fault } = cells;
  const empty = POSITION_COLUMNS.filter((column) => cell(column) === '');
  if (cell('position') !== '') return readBoth(cells);
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

/** Latitude and longitude out of one cell; undefined after a fault. */
function readBoth(cells: Cells): Located | undefined {
  const { cell, fault, readAs } = cells;
  const text = cell('position');
  const position = parsePosition(text);
  const uncertaintyKm = readRadius(cells);
  if (cell('lat') !== '' || cell('lon') !== '') {
    fault('position', text, 'lat and lon are given beside it', 'Leave either the position or the two empty.');
    return undefined;
  }
  if (position === null) {
    const fix = 'Write latitude and longitude, such as 18°25′12″N 64°37′W or 18.42, -64.62.';
    fault('position', text, 'no position', fix);
    return undefined;
  }
  if (uncertaintyKm === undefined) return undefined;
  const [lon = 0, lat = 0] = position.map(rounded);
  readAs('position', `${String(lat)}, ${String(lon)}`);
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
