import type { Reject } from '../../shared/model.ts';
import type { CleanedTrack } from './clean.ts';
import { EXAMPLES_PER_REASON } from './parse.ts';
import type { ParsedPart } from './parse.ts';
import { REASON_TEXT, REJECT_REASONS } from './reasons.ts';
import type { RejectReason } from './reasons.ts';

/** Examples of rows left out that an import hands back, at most. */
const MAX_EXAMPLES = 20;

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

/** A part and where it stands: `line` is its first line's number in its file, 1-based. */
export interface FilePart extends Pick<ParsedPart, 'rows' | 'rejected' | 'examples' | 'speedsUnread'> {
  readonly path: string;
  readonly fileStart: number;
  readonly line: number;
}

/** Counts rows by what became of them. */
export class Tally {
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
  add(mmsi: string, cleaned: CleanedTrack): void {
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
