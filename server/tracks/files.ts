import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Leg, Place, PortCall, Reject, Vessel, Voyage } from '../../shared/model.ts';
import { vesselFromIdentities } from '../vessels/identity.ts';
import { assembleTracks } from './assemble.ts';
import type { RawTrack } from './assemble.ts';
import { cleanTrack } from './clean.ts';
import { fileError } from './file-head.ts';
import { legsFromCalls, voyagesFromLegs } from './legs.ts';
import { readAisFile } from './open-files.ts';
import type { OpenOptions } from './open-files.ts';
import { DEFAULT_TRACK_OPTIONS } from './options.ts';
import type { TrackOptions } from './options.ts';
import { EXAMPLES_PER_REASON } from './parse.ts';
import type { ParsedPart } from './parse.ts';
import { portCallsFromTrack } from './port-calls.ts';
import { PortIndex } from './port-index.ts';
import { REASON_TEXT, REJECT_REASONS } from './reasons.ts';
import type { RejectReason } from './reasons.ts';

/** What an AIS import counted. `rowsRead` is `fixesKept` plus all of `rejected`: no row is lost unseen. */
export interface AisCounts {
  /** Lines below the header, blank ones not counted. */
  readonly rowsRead: number;
  readonly rejected: Readonly<Record<RejectReason, number>>;
  readonly fixesKept: number;
  /** Fixes kept that stood after a later one of the same vessel. */
  readonly outOfOrder: number;
  /** Fixes kept without the speed their row gives, because it is no number of knots. */
  readonly speedsUnread: number;
  readonly vessels: number;
  readonly calls: number;
  readonly legs: number;
  readonly voyages: number;
}

/** All that an AIS import made; vessels ascending by MMSI, the rest by vessel and time. */
export interface AisImport {
  readonly counts: AisCounts;
  /** Up to {@link MAX_EXAMPLES} of the rows left out, some of each reason. */
  readonly examples: readonly Reject[];
  readonly vessels: readonly Vessel[];
  readonly calls: readonly PortCall[];
  readonly legs: readonly Leg[];
  readonly voyages: readonly Voyage[];
}

export interface ReadTracksOptions extends Partial<TrackOptions>, Partial<OpenOptions> {}

export const MAX_EXAMPLES = 20;
const DEFAULT_THREADS = 2;
/** Fixes after which waiting work of the process gets its turn. */
const FIXES_PER_TURN = 250_000;

/**
 * Reads AIS files as one batch, from rows to voyages.
 *
 * @param paths  CSV as MarineCadastre writes it, plain or gzip, or Parquet with the same columns
 * @param ports  the gazetteer; places that are areas are not used
 * @throws {InputError} with one reject, when any file cannot be read to its end; nothing is returned then
 */
export async function readTracks(
  paths: readonly string[],
  ports: readonly Place[],
  options: ReadTracksOptions = {},
): Promise<AisImport> {
  const { threads = DEFAULT_THREADS, threadedBytes, ...given } = options;
  const tracks: TrackOptions = { ...DEFAULT_TRACK_OPTIONS, ...given };
  const { raw, parts } = await readAll(paths, {
    threads,
    ...(threadedBytes === undefined ? {} : { threadedBytes }),
  });
  return analyse(raw, new PortIndex(ports, tracks.calls), tracks, new Tally(parts));
}

/** The fixes of all files by vessel. The blocks they were read into are let go on return. */
async function readAll(
  paths: readonly string[],
  options: OpenOptions,
): Promise<{ raw: readonly RawTrack[]; parts: readonly FilePart[] }> {
  const read: ParsedPart[] = [];
  const parts: FilePart[] = [];
  // A running line number over all files: one number tells a fix's file and line.
  let fileStart = 0;
  for (const path of paths) {
    const fileParts = await readAisFile(path, options);
    if (fileParts.every((part) => part.rows === 0)) {
      throw fileError('empty-file', path, 'the file has a header but no rows', 'export it again');
    }
    let line = 2;
    for (const part of fileParts) {
      const { rows, rejected, examples, speedsUnread } = part;
      read.push(part);
      parts.push({ rows, rejected, examples, speedsUnread, path, fileStart, line });
      line += part.lines;
    }
    fileStart += line;
  }
  const raw = assembleTracks(
    read,
    parts.map((part) => part.fileStart + part.line),
  );
  return { raw, parts };
}

/** A part and where it stands: `line` is its first line's number in its file, 1-based. */
interface FilePart extends Pick<ParsedPart, 'rows' | 'rejected' | 'examples' | 'speedsUnread'> {
  readonly path: string;
  readonly fileStart: number;
  readonly line: number;
}

async function analyse(
  raw: readonly RawTrack[],
  index: PortIndex,
  options: TrackOptions,
  tally: Tally,
): Promise<AisImport> {
  const vessels: Vessel[] = [];
  const calls: PortCall[] = [];
  const legs: Leg[] = [];
  const voyages: Voyage[] = [];
  let sinceTurn = 0;
  for (const { mmsi, fixes, identities } of raw) {
    const cleaned = cleanTrack(fixes, options.clean);
    tally.add(String(mmsi), cleaned);
    const { seconds } = cleaned.track.fixes;
    const vessel = vesselFromIdentities(
      String(mmsi),
      identities.map(({ text }) => text),
      (seconds[0] ?? 0) * 1000,
      (seconds[cleaned.track.count - 1] ?? 0) * 1000,
    );
    const found = portCallsFromTrack(vessel.id, cleaned.track, index, options.calls);
    const made = voyagesFromLegs(legsFromCalls(found, options.legs), options.voyages);
    vessels.push(vessel);
    for (const { call } of found) calls.push(call);
    legs.push(...made.legs);
    voyages.push(...made.voyages);
    sinceTurn += fixes.seconds.length;
    if (sinceTurn > FIXES_PER_TURN) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  const counts: AisCounts = {
    ...tally.counts(),
    vessels: vessels.length,
    calls: calls.length,
    legs: legs.length,
    voyages: voyages.length,
  };
  return { counts, examples: tally.examples(), vessels, calls, legs, voyages };
}

/** Counts rows by what became of them. */
class Tally {
  readonly #parts: readonly FilePart[];
  readonly #rejected: Record<RejectReason, number>;
  readonly #examples = new Map<RejectReason, Reject[]>();
  #kept = 0;
  #outOfOrder = 0;

  constructor(parts: readonly FilePart[]) {
    this.#parts = parts;
    const count = (reason: RejectReason): number =>
      parts.reduce((sum, { rejected }) => sum + (rejected[reason] ?? 0), 0);
    this.#rejected = {
      columns: count('columns'),
      mmsi: count('mmsi'),
      'not-a-vessel': count('not-a-vessel'),
      time: count('time'),
      position: count('position'),
      'no-position': count('no-position'),
      'out-of-range': count('out-of-range'),
      duplicate: 0,
      jump: 0,
    };
    for (const { examples, path, line } of parts) {
      for (const { line: at, reason, column, value } of examples) {
        this.#example(reason, path, line + at, column, value);
      }
    }
  }

  /** Adds what cleaning made of one vessel's fixes. */
  add(mmsi: string, cleaned: ReturnType<typeof cleanTrack>): void {
    const { track, duplicates, jumps, outOfOrder } = cleaned;
    this.#kept += track.count;
    this.#outOfOrder += outOfOrder;
    this.#rejected.duplicate += duplicates.length;
    this.#rejected.jump += jumps.length;
    for (const row of duplicates.slice(0, EXAMPLES_PER_REASON)) this.#fixExample('duplicate', row, mmsi);
    for (const row of jumps.slice(0, EXAMPLES_PER_REASON)) this.#fixExample('jump', row, mmsi);
  }

  counts(): Pick<AisCounts, 'rowsRead' | 'rejected' | 'fixesKept' | 'outOfOrder' | 'speedsUnread'> {
    return {
      rowsRead: this.#parts.reduce((sum, { rows }) => sum + rows, 0),
      rejected: this.#rejected,
      fixesKept: this.#kept,
      outOfOrder: this.#outOfOrder,
      speedsUnread: this.#parts.reduce((sum, part) => sum + part.speedsUnread, 0),
    };
  }

  /** The first of each reason, then the second of each, and so on. */
  examples(): Reject[] {
    const chosen: Reject[] = [];
    for (let i = 0; i < EXAMPLES_PER_REASON; i++) {
      for (const reason of REJECT_REASONS) {
        const reject = this.#examples.get(reason)?.[i];
        if (reject && chosen.length < MAX_EXAMPLES) chosen.push(reject);
      }
    }
    return chosen;
  }

  #fixExample(reason: RejectReason, row: number, mmsi: string): void {
    const part = this.#parts.findLast(({ fileStart, line }) => fileStart + line <= row);
    if (part) this.#example(reason, part.path, row - part.fileStart, 'MMSI', mmsi);
  }

  #example(reason: RejectReason, file: string, row: number, column: string | null, value: string): void {
    const list = this.#examples.get(reason) ?? [];
    if (list.length >= EXAMPLES_PER_REASON) return;
    list.push({ file, row, column, value, ...REASON_TEXT[reason] });
    this.#examples.set(reason, list);
  }
}
