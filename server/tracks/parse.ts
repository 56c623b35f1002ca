/**
 * AIS rows from bytes. Longer than most files: the loop over bytes and the row it ends in are the hot path of the
 * import, and take the speed they have from standing in one class that makes nothing per row.
 */
import type { Reject } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import type { IdentityText } from '../vessels/identity.ts';
import type { FixBlock } from './columns.ts';
import { BLOCK_FIXES, DEGREE_UNITS, NO_SPEED, makeBlock } from './columns.ts';
import { cellText, readDecimal, readMmsi, readSeconds } from './fields.ts';
import type { ColumnMap, Role } from './header.ts';
import type { RejectReason } from './reasons.ts';
import { readUsualStart, startsUsually } from './usual-start.ts';
import { VesselTable } from './vessel-table.ts';
import type { IdentityRecord } from './vessel-table.ts';

/** A rejected row kept as an example; `line` counts from 0 at the first line given to the parser. */
export interface RowExample {
  readonly line: number;
  readonly reason: RejectReason;
  readonly column: string | null;
  readonly value: string;
}

/** What was read from one stretch of a file. */
export interface ParsedPart {
  /** Full blocks but the last; `fixes` in all. */
  readonly blocks: readonly FixBlock[];
  readonly fixes: number;
  readonly mmsis: readonly number[];
  readonly identities: readonly IdentityRecord[];
  /** Lines seen, blank ones included; rows, without them. */
  readonly lines: number;
  readonly rows: number;
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  readonly examples: readonly RowExample[];
  /** Rows kept whose speed is neither empty, "not available", nor a number of knots. */
  readonly speedsUnread: number;
}

/** A row is about 100 bytes; a line longer than this is not a row and the file not a CSV file of rows. */
export const MAX_LINE_BYTES = 1 << 16;
/** Examples kept of one reason. */
export const EXAMPLES_PER_REASON = 5;

const COMMA = 44;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const LAT_LIMIT = 90 * DEGREE_UNITS;
const LON_LIMIT = 180 * DEGREE_UNITS;
/** ITU-R M.1371: latitude 91 and longitude 181 mean "not available", as does a speed of 102.3 kn. */
const LAT_NONE = 91 * DEGREE_UNITS;
const LON_NONE = 181 * DEGREE_UNITS;
const SPEED_NONE = 10_230;
const IDENTITY_ROLES = ['name', 'imo', 'callSign', 'type', 'length'] as const satisfies readonly Role[];

/** Columns side by side. */
interface ColumnRun {
  readonly first: number;
  readonly last: number;
}

function columnRuns(columns: readonly number[]): ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const run = runs.pop();
    if (!run) runs.push({ first: column, last: column });
    else if (run.last + 1 === column) runs.push({ first: run.first, last: column });
    else runs.push(run, { first: column, last: column });
  }
  return runs;
}

/** False for search aircraft (111), distress beacons (97) and aids to navigation (99): ITU-R M.585. */
function isVessel(mmsi: number): boolean {
  if (mmsi >= 970_000_000) return mmsi >= 980_000_000 && mmsi < 990_000_000;
  return mmsi < 111_000_000 || mmsi >= 112_000_000;
}

/** Reads the lines of an AIS CSV file into columns. Feed it whole lines, in order, then take the {@link part}. */
export class LineParser {
  readonly #columns: ColumnMap;
  readonly #file: string;
  readonly #identityRuns: readonly ColumnRun[];
  readonly #ends: Int32Array;
  readonly #usual: boolean;
  readonly #values = new Float64Array(5);
  readonly #vessels = new VesselTable();
  readonly #examples: RowExample[] = [];
  readonly #rejected: Partial<Record<RejectReason, number>> = {};
  #block = makeBlock();
  readonly #blocks: FixBlock[] = [this.#block];
  #inBlock = 0;
  #lines = 0;
  #rows = 0;
  #speedsUnread = 0;

  /** @param file  name used in messages */
  constructor(columns: ColumnMap, file: string) {
    this.#columns = columns;
    this.#file = file;
    this.#identityRuns = columnRuns(IDENTITY_ROLES.map((role) => columns.at[role]).filter((at) => at >= 0));
    this.#usual = startsUsually(columns);
    // One more than there are columns, so that a cell too many is noticed.
    this.#ends = new Int32Array(columns.count + 1);
  }

  /**
   * Reads the lines in `bytes` from `from` up to `to`; the last may lack its line end.
   * @throws {InputError} `not-utf8`, its row counted from 1 at the first line this parser was given
   */
  read(bytes: Uint8Array, from: number, to: number): void {
    const ends = this.#ends;
    const usual = this.#usual;
    let at = from;
    while (at < to) {
      const start = at;
      const behind = usual ? readUsualStart(bytes, start, to, this.#values, ends) : -1;
      let cells = behind < 0 ? 0 : 5;
      if (behind >= 0) at = behind;
      let seen = 0;
      let quoted = false;
      for (; at < to; at++) {
        const byte = bytes[at] ?? 0;
        if (byte > COMMA) {
          seen |= byte;
        } else if (byte === COMMA) {
          if (cells < ends.length) ends[cells] = at;
          cells++;
        } else if (byte === NEWLINE) {
          break;
        } else if (byte === QUOTE) {
          quoted = true;
        }
      }
      const end = at > start && bytes[at - 1] === RETURN ? at - 1 : at;
      at++;
      if (end - start > MAX_LINE_BYTES) this.tooLong(bytes.subarray(start, end));
      this.#lines++;
      if (end === start) continue;
      this.#rows++;
      if (seen > 127) this.#checkUtf8(bytes, start, end);
      if (quoted) {
        this.#quotedRow(bytes.subarray(start, end));
      } else {
        if (cells < ends.length) ends[cells] = end;
        if (behind < 0) this.#row(bytes, start, cells + 1, end);
        else this.#usualRow(bytes, start, cells + 1, end);
      }
    }
  }

  /**
   * Gives up on the next line, of which `start` is the beginning.
   * @throws {InputError} `line-too-long`, its row counted as in {@link read}
   */
  tooLong(start: Uint8Array): never {
    const reject: Reject = {
      file: this.#file,
      row: this.#lines + 1,
      column: null,
      value: cellText(start, 0, 80),
      reason: `the line is longer than ${MAX_LINE_BYTES / 1024} KiB`,
      fix: 'check that the file is an AIS table with one position a line, and whole',
    };
    throw new InputError('line-too-long', `${this.#file}: ${reject.reason}; ${reject.fix}`, [reject]);
  }

  /** All that was read. The parser must not be used afterwards. */
  part(): ParsedPart {
    return {
      blocks: this.#blocks,
      fixes: (this.#blocks.length - 1) * BLOCK_FIXES + this.#inBlock,
      mmsis: this.#vessels.mmsis,
      identities: this.#vessels.identities,
      lines: this.#lines,
      rows: this.#rows,
      rejected: this.#rejected,
      examples: this.#examples,
      speedsUnread: this.#speedsUnread,
    };
  }

  /** A row whose cells end at `#ends`; kept, or counted by the first thing wrong with it. */
  #row(bytes: Uint8Array, start: number, cells: number, end: number): void {
    const { at, count } = this.#columns;
    if (cells !== count)
      return this.#reject('columns', null, cellText(bytes, start, Math.min(end, start + 200)));
    const ends = this.#ends;
    const mmsi = readMmsi(bytes, this.#from(at.mmsi, start), ends[at.mmsi] ?? 0);
    if (mmsi < 0) return this.#rejectCell('mmsi', at.mmsi, bytes, start);
    if (!isVessel(mmsi)) return this.#rejectCell('not-a-vessel', at.mmsi, bytes, start);
    const seconds = readSeconds(bytes, this.#from(at.time, start), ends[at.time] ?? 0);
    if (!(seconds >= 0)) return this.#rejectCell('time', at.time, bytes, start);
    const latFrom = this.#from(at.lat, start);
    const latEnd = ends[at.lat] ?? 0;
    const lonFrom = this.#from(at.lon, start);
    const lonEnd = ends[at.lon] ?? 0;
    if (latFrom === latEnd) return this.#rejectCell('no-position', at.lat, bytes, start);
    if (lonFrom === lonEnd) return this.#rejectCell('no-position', at.lon, bytes, start);
    const lat = readDecimal(bytes, latFrom, latEnd, 7);
    const lon = readDecimal(bytes, lonFrom, lonEnd, 7);
    if (lat !== lat) return this.#rejectCell('position', at.lat, bytes, start);
    if (lon !== lon) return this.#rejectCell('position', at.lon, bytes, start);
    const speed = this.#speed(bytes, start);
    this.#judged(bytes, start, mmsi, seconds, lon, lat, speed);
  }

  /** The same for a row whose first five cells are in `#values`. */
  #usualRow(bytes: Uint8Array, start: number, cells: number, end: number): void {
    if (cells !== this.#columns.count) return this.#row(bytes, start, cells, end);
    const values = this.#values;
    const mmsi = values[0] ?? 0;
    if (!isVessel(mmsi)) return this.#row(bytes, start, cells, end);
    this.#judged(bytes, start, mmsi, values[1] ?? 0, values[3] ?? 0, values[2] ?? 0, values[4] ?? 0);
  }

  /** Keeps a fix whose position can be one; `speed` as read, NaN when it is no number. */
  #judged(
    bytes: Uint8Array,
    start: number,
    mmsi: number,
    seconds: number,
    lon: number,
    lat: number,
    speed: number,
  ): void {
    const { at } = this.#columns;
    if (lat === LAT_NONE) return this.#rejectCell('no-position', at.lat, bytes, start);
    if (lon === LON_NONE) return this.#rejectCell('no-position', at.lon, bytes, start);
    if (lat > LAT_LIMIT || lat < -LAT_LIMIT) return this.#rejectCell('out-of-range', at.lat, bytes, start);
    if (lon > LON_LIMIT || lon < -LON_LIMIT) return this.#rejectCell('out-of-range', at.lon, bytes, start);
    const vessel = this.#vessels.number(mmsi);
    this.#keep(vessel, seconds, lon, lat, this.#known(speed));
    this.#noteIdentity(vessel, seconds, bytes, start);
  }

  /** Where a cell of the row that starts at `start` begins. */
  #from(column: number, start: number): number {
    return column === 0 ? start : (this.#ends[column - 1] ?? 0) + 1;
  }

  #keep(vessel: number, seconds: number, lon: number, lat: number, speed: number): void {
    if (this.#inBlock === BLOCK_FIXES) {
      this.#block = makeBlock();
      this.#blocks.push(this.#block);
      this.#inBlock = 0;
    }
    const { vessels, seconds: times, lons, lats, speeds, rows } = this.#block;
    const i = this.#inBlock++;
    vessels[i] = vessel;
    times[i] = seconds;
    lons[i] = lon;
    lats[i] = lat;
    speeds[i] = speed;
    rows[i] = this.#lines - 1;
  }

  /** The speed cell in hundredths of a knot, "not available" when empty. */
  #speed(bytes: Uint8Array, start: number): number {
    const column = this.#columns.at.speed;
    if (column < 0) return SPEED_NONE;
    const from = this.#from(column, start);
    const to = this.#ends[column] ?? 0;
    return from === to ? SPEED_NONE : readDecimal(bytes, from, to, 2);
  }

  /** The speed as it is stored. */
  #known(speed: number): number {
    if (speed >= 0 && speed < SPEED_NONE) return speed;
    if (speed !== SPEED_NONE) this.#speedsUnread++;
    return NO_SPEED;
  }

  #noteIdentity(vessel: number, seconds: number, bytes: Uint8Array, start: number): void {
    const ends = this.#ends;
    let hash = 0x811c9dc5;
    for (const { first, last } of this.#identityRuns) {
      const to = ends[last] ?? 0;
      for (let i = this.#from(first, start); i < to; i++) {
        hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
      }
      // A run's end counts too, so that "AB", "C" is not "A", "BC"; inside a run the commas see to that.
      hash = Math.imul(hash ^ COMMA, 0x01000193);
    }
    // 31 bits: the engine keeps such a number in place and larger ones apart.
    hash >>= 1;
    if (!this.#vessels.note(vessel, hash, seconds)) {
      this.#vessels.describe(vessel, hash, seconds, this.#identity(bytes, start));
    }
  }

  #identity(bytes: Uint8Array, start: number): IdentityText {
    const { at } = this.#columns;
    const text = (role: Role): string => (at[role] < 0 ? '' : this.#cell(at[role], bytes, start));
    return {
      name: text('name'),
      imo: text('imo'),
      callSign: text('callSign'),
      type: text('type'),
      length: text('length'),
    };
  }

  #cell(column: number, bytes: Uint8Array, start: number): string {
    return cellText(bytes, this.#from(column, start), this.#ends[column] ?? 0);
  }

  /** A row with quotes: taken out of them, then read like any other. A line end always ends the row. */
  #quotedRow(line: Uint8Array): void {
    const ends = this.#ends;
    const bare = new Uint8Array(line.length);
    let length = 0;
    let cells = 0;
    let inside = false;
    for (let i = 0; i < line.length; i++) {
      const byte = line[i] ?? 0;
      if (byte === QUOTE) {
        // A doubled quote inside a quoted cell is one quote.
        if (inside && line[i + 1] === QUOTE) bare[length++] = line[i++] ?? 0;
        else inside = !inside;
        continue;
      }
      if (byte === COMMA && !inside) {
        if (cells < ends.length) ends[cells] = length;
        cells++;
      }
      bare[length++] = byte;
    }
    if (cells < ends.length) ends[cells] = length;
    // An odd number of quotes: no telling where the cells end.
    this.#row(bare, 0, inside ? -1 : cells + 1, length);
  }

  #rejectCell(reason: RejectReason, column: number, bytes: Uint8Array, start: number): void {
    const told = (this.#rejected[reason] ?? 0) >= EXAMPLES_PER_REASON;
    const name = this.#columns.names[column] ?? null;
    this.#reject(reason, name, told ? '' : this.#cell(column, bytes, start).slice(0, 200));
  }

  #reject(reason: RejectReason, column: string | null, value: string): void {
    const before = this.#rejected[reason] ?? 0;
    this.#rejected[reason] = before + 1;
    if (before < EXAMPLES_PER_REASON) this.#examples.push({ line: this.#lines - 1, reason, column, value });
  }

  #checkUtf8(bytes: Uint8Array, start: number, end: number): void {
    const line = bytes.subarray(start, end);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line);
    } catch {
      const text = new TextDecoder('latin1').decode(line);
      // eslint-disable-next-line no-control-regex -- the first byte outside ASCII tells the column
      const first = text.search(/[^\x00-\x7f]/);
      const column = this.#columns.names[text.slice(0, first).split(',').length - 1] ?? null;
      const reject: Reject = {
        file: this.#file,
        row: this.#lines,
        column,
        value: text.slice(0, 200),
        reason: 'the file is not UTF-8 text (it looks like Latin-1 or Windows-1252)',
        fix: 'save the file as CSV UTF-8',
      };
      throw new InputError('not-utf8', `${this.#file}: ${reject.reason}; ${reject.fix}`, [reject]);
    }
  }
}
