import type { Place, Reject } from '../../shared/model.ts';
import type { Position } from '../../shared/geo.ts';
import { PLACE_KINDS, PORT_KINDS, type PlaceKind } from '../../shared/vocabulary.ts';

/** Columns a port list must have. */
export const REQUIRED_PLACE_COLUMNS = ['name', 'kind', 'country', 'lon', 'lat'] as const;
/** Columns it may have; an area needs its `radius_km`, a port without one gets {@link DEFAULT_PORT_RADIUS_KM}. */
export const OPTIONAL_PLACE_COLUMNS = ['id', 'locode', 'radius_km', 'aliases', 'source', 'gateway'] as const;

/** Radius given to a port whose row states none, km: the extent of a mid-sized harbour. */
export const DEFAULT_PORT_RADIUS_KM = 2;
/** No area on earth reaches further from its middle than half the circumference, km. */
const MAX_RADIUS_KM = 20_015;
const MAX_NAME_LENGTH = 200;

const LOCODE_SHAPE = /^[A-Z]{2}[A-Z2-9]{3}$/;
const COUNTRY_SHAPE = /^[A-Z]{2}$/;
const ID_SHAPE = /^[A-Z0-9][A-Z0-9-]{1,79}$/;
const DECIMAL_SHAPE = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

export interface ParsedPlaces {
  readonly places: Place[];
  readonly rejects: Reject[];
}

type Row = Readonly<Record<string, string>>;
type Fault = Pick<Reject, 'column' | 'value' | 'reason' | 'fix'>;
type Checked<T> = { readonly value: T } | { readonly fault: Fault };

/**
 * Reads port-list rows (columns of `data/ports.csv`, one record of strings a row) into places.
 * A row with a fault becomes one reject for each faulty column and no place. Never throws.
 *
 * @param file name shown in rejects.
 * @param lines 1-based line of each row in the file; without it rows follow a header on line 1.
 */
export function parsePlaces(rows: readonly Row[], file: string, lines: readonly number[] = []): ParsedPlaces {
  const missing = missingColumns(rows[0]);
  if (missing.length > 0) {
    return { places: [], rejects: missing.map((column) => missingColumn(file, column)) };
  }
  const places: Place[] = [];
  const rejects: Reject[] = [];
  const rowOfId = new Map<string, number>();
  const rowOfLocode = new Map<string, number>();
  rows.forEach((row, i) => {
    const line = lines[i] ?? i + 2;
    const faults: Fault[] = [];
    const place = readRow(row, file, faults);
    if (place) faults.push(...repeats(place, rowOfId, rowOfLocode));
    if (place && faults.length === 0) {
      places.push(place);
      rowOfId.set(place.id, line);
      if (place.locode !== null) rowOfLocode.set(place.locode, line);
    }
    for (const fault of faults) rejects.push({ file, row: line, ...fault });
  });
  return { places, rejects };
}

function missingColumns(row: Row | undefined): string[] {
  return row ? REQUIRED_PLACE_COLUMNS.filter((column) => !(column in row)) : [];
}

function missingColumn(file: string, column: string): Reject {
  return {
    file,
    row: null,
    column,
    value: null,
    reason: `the column "${column}" is missing`,
    fix: `Give the file a header row with the columns ${REQUIRED_PLACE_COLUMNS.join(', ')}.`,
  };
}

function readRow(row: Row, file: string, faults: Fault[]): Place | null {
  const take = <T>(checked: Checked<T>): T | undefined => {
    if ('value' in checked) return checked.value;
    faults.push(checked.fault);
    return undefined;
  };
  const kind = take(readKind(cell(row, 'kind')));
  const name = take(readName(cell(row, 'name')));
  const country = take(readCountry(cell(row, 'country'), kind));
  const locode = take(readLocode(cell(row, 'locode')));
  const lon = take(readDegrees('lon', cell(row, 'lon'), 180));
  const lat = take(readDegrees('lat', cell(row, 'lat'), 90));
  const radiusKm = take(readRadius(cell(row, 'radius_km'), kind));
  if (kind === undefined || name === undefined || country === undefined || locode === undefined) return null;
  if (lon === undefined || lat === undefined || radiusKm === undefined) return null;
  const id = take(readId(cell(row, 'id'), { locode, country, kind, name }));
  if (id === undefined) return null;
  const position: Position = [lon, lat];
  const aliases = cell(row, 'aliases')
    .split(';')
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '');
  return {
    id,
    name,
    kind,
    country,
    locode,
    position,
    radiusKm,
    gatewayId: cell(row, 'gateway') || null,
    aliases,
    source: cell(row, 'source') || file,
  };
}

const cell = (row: Row, column: string): string => (row[column] ?? '').trim();

function fault(column: string, value: string, reason: string, fix: string): { readonly fault: Fault } {
  return { fault: { column, value, reason, fix } };
}

function readKind(text: string): Checked<PlaceKind> {
  const kind = PLACE_KINDS.find((known) => known === text.toLowerCase());
  if (kind) return { value: kind };
  return fault('kind', text, 'not a kind of place', `Use one of: ${PLACE_KINDS.join(', ')}.`);
}

function readName(text: string): Checked<string> {
  if (text === '') return fault('name', text, 'the name is empty', 'Give the place a name.');
  if (text.length <= MAX_NAME_LENGTH) return { value: text };
  const start = `${text.slice(0, 40)}…`;
  return fault('name', start, `longer than ${MAX_NAME_LENGTH} characters`, 'Shorten the name.');
}

function readCountry(text: string, kind: PlaceKind | undefined): Checked<string | null> {
  const code = text.toUpperCase();
  if (code === '' && kind === 'sea-area') return { value: null };
  if (COUNTRY_SHAPE.test(code)) return { value: code };
  const fix = 'Write the two letters of ISO 3166-1, such as TT; only a sea area may have none.';
  return fault('country', text, code === '' ? 'the country is empty' : 'not a two-letter country code', fix);
}

function readLocode(text: string): Checked<string | null> {
  if (text === '') return { value: null };
  const code = text.toUpperCase().replace(/\s+/g, '');
  if (LOCODE_SHAPE.test(code)) return { value: code };
  const fix = 'Write two letters and three letters or digits 2 to 9, such as TTPOS, or leave it empty.';
  return fault('locode', text, 'not a UN/LOCODE', fix);
}

function readDegrees(column: 'lon' | 'lat', text: string, limit: number): Checked<number> {
  const name = column === 'lon' ? 'longitude' : 'latitude';
  if (!DECIMAL_SHAPE.test(text)) {
    const reason = text === '' ? `the ${name} is empty` : `the ${name} is not a number`;
    return fault(column, text, reason, 'Write decimal degrees with a point, such as -61.518.');
  }
  const degrees = Number(text);
  if (Math.abs(degrees) <= limit) return { value: degrees };
  return fault(
    column,
    text,
    `the ${name} is outside -${limit} to ${limit}`,
    'Check that lon and lat are not swapped and that they are degrees.',
  );
}

function readRadius(text: string, kind: PlaceKind | undefined): Checked<number> {
  const isPort = PORT_KINDS.some((port) => port === kind);
  if (text === '' && isPort) return { value: DEFAULT_PORT_RADIUS_KM };
  const fix = 'Write kilometres, such as 2 for a port; an area needs a radius that covers it.';
  if (text === '') return fault('radius_km', text, 'the radius of an area is empty', fix);
  const km = DECIMAL_SHAPE.test(text) ? Number(text) : Number.NaN;
  if (km > 0 && km <= MAX_RADIUS_KM) return { value: km };
  return fault('radius_km', text, `not a number above 0 and up to ${MAX_RADIUS_KM}`, fix);
}

interface Named {
  readonly locode: string | null;
  readonly country: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
}

function readId(text: string, of: Named): Checked<string> {
  const id = text === '' ? (of.locode ?? derivedId(of)) : text.toUpperCase();
  if (ID_SHAPE.test(id)) return { value: id };
  const fix = 'Use capital letters, digits and hyphens, such as VG-JOST-VAN-DYKE, or leave it empty.';
  return fault('id', text, 'not a usable identifier', fix);
}

function derivedId({ country, kind, name }: Named): string {
  if (kind === 'country' && country !== null) return country;
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/['’]/g, '')
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${country ?? 'SEA'}-${slug}`;
}

function repeats(
  place: Place,
  rowOfId: ReadonlyMap<string, number>,
  rowOfLocode: ReadonlyMap<string, number>,
): Fault[] {
  const fix = 'Remove one of the two rows, or give them different codes.';
  const idRow = rowOfId.get(place.id);
  if (idRow !== undefined) {
    return [{ column: 'id', value: place.id, reason: `already used in row ${idRow}`, fix }];
  }
  const locodeRow = place.locode === null ? undefined : rowOfLocode.get(place.locode);
  if (locodeRow === undefined) return [];
  return [{ column: 'locode', value: place.locode, reason: `already used in row ${locodeRow}`, fix }];
}
