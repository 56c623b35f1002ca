import type { Reject } from '../../shared/model.ts';
import { InputError } from '../errors.ts';

/** What a column of an AIS file holds, as far as it is read. */
export type Role =
  'mmsi' | 'time' | 'lat' | 'lon' | 'speed' | 'name' | 'imo' | 'callSign' | 'type' | 'length';

/** Position of each role's column, 0-based, -1 where the file has none; `count` columns in all. */
export interface ColumnMap {
  readonly count: number;
  readonly at: Readonly<Record<Role, number>>;
  /** Column names as the file writes them. */
  readonly names: readonly string[];
}

/** Accepted names, in lower case without `_`, `-` and blanks; the first is MarineCadastre's own. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  mmsi: ['mmsi'],
  time: ['basedatetime', 'datetime', 'timestamp', 'time', 'timestamputc'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'longitude', 'long', 'lng'],
  speed: ['sog', 'speed', 'speedoverground'],
  name: ['vesselname', 'name', 'shipname'],
  imo: ['imo', 'imonumber'],
  callSign: ['callsign'],
  type: ['vesseltype', 'shiptype', 'type'],
  length: ['length', 'lengthmetres'],
};
const REQUIRED = ['mmsi', 'time', 'lat', 'lon'] as const satisfies readonly Role[];
const SHOWN: Readonly<Record<(typeof REQUIRED)[number], string>> = {
  mmsi: 'MMSI',
  time: 'BaseDateTime',
  lat: 'LAT',
  lon: 'LON',
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * Finds the columns by the header line of an AIS CSV file, in any order and either case.
 * @param line  the first line, without its end and without a byte order mark
 * @throws {InputError} `wrong-columns` when MMSI, time, latitude or longitude is not there
 */
export function readHeader(line: string, file: string): ColumnMap {
  const names = line.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  const plainNames = names.map(plain);
  const find = (role: Role): number => {
    for (const name of NAMES[role]) if (plainNames.includes(name)) return plainNames.indexOf(name);
    return -1;
  };
  const at: Record<Role, number> = {
    mmsi: find('mmsi'),
    time: find('time'),
    lat: find('lat'),
    lon: find('lon'),
    speed: find('speed'),
    name: find('name'),
    imo: find('imo'),
    callSign: find('callSign'),
    type: find('type'),
    length: find('length'),
  };
  const missing = REQUIRED.filter((role) => at[role] < 0).map((role) => SHOWN[role]);
  if (missing.length > 0) throw wrongColumns(line, missing, file);
  return { count: names.length, at, names };
}

function wrongColumns(line: string, missing: readonly string[], file: string): InputError {
  const other = /[;\t|]/.exec(line)?.[0];
  const reject: Reject = {
    file,
    row: 1,
    column: missing.join(', '),
    value: line.slice(0, 200),
    reason: `the header has no column ${missing.join(', ')}`,
    fix:
      other !== undefined && !line.includes(',')
        ? `separate the columns by commas; the header seems to use ${other === '\t' ? 'tabs' : `"${other}"`}`
        : 'give a MarineCadastre AIS file: its first line names MMSI, BaseDateTime, LAT and LON',
  };
  return new InputError('wrong-columns', `${file}: ${reject.reason}; ${reject.fix}`, [reject]);
}
