import type { SpaceTimeScan } from './space-time-windows.ts';

/** Location by location the cases before each period, and all at the end: `periods + 1` numbers each. */
export function sumsOf(scan: SpaceTimeScan, casePeriods: Int32Array): Int32Array {
  const stride = scan.periods.length + 1;
  const sums = new Int32Array(scan.ids.length * stride);
  for (let at = 0; at < scan.ids.length; at++) {
    const row = sums.subarray(at * stride, (at + 1) * stride);
    for (let i = scan.caseStarts[at] ?? 0; i < (scan.caseStarts[at + 1] ?? 0); i++) {
      const after = (casePeriods[i] ?? 0) + 1;
      row[after] = (row[after] ?? 0) + 1;
    }
    for (let period = 1; period < stride; period++) row[period] = (row[period] ?? 0) + (row[period - 1] ?? 0);
  }
  return sums;
}

/** Adds the row of `rows` that begins at `from`. */
export function addRow(to: Int32Array, rows: Int32Array, from: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (rows[from + i] ?? 0);
}

/** How the cases of several periods share one number, so that fewer numbers have to be added up. */
export interface Packing {
  /** Bits a period takes, and periods that share a number. */
  readonly bits: number;
  readonly each: number;
  /** Numbers that all periods take. */
  readonly words: number;
}

/** @param most  cases that any period has anywhere */
export function packingOf(periods: number, most: number): Packing {
  const bits = 32 - Math.clz32(most);
  const each = Math.max(1, Math.floor(31 / Math.max(1, bits)));
  return { bits, each, words: Math.ceil(periods / each) };
}

/** Counts one more case of a period. */
export function pack({ bits, each }: Packing, to: Int32Array, period: number): void {
  const word = Math.floor(period / each);
  to[word] = (to[word] ?? 0) + (1 << (bits * (period - word * each)));
}

/**
 * The cases before each period, and all at the end.
 *
 * @param from  where the packed ones begin
 * @param to  its first number stays 0
 */
export function unpack({ bits, each }: Packing, packed: Int32Array, from: number, to: Int32Array): void {
  const mask = each === 1 ? -1 : (1 << bits) - 1;
  let before = 0;
  for (let i = 1, word = from; i < to.length; word++) {
    let left = packed[word] ?? 0;
    for (let k = 0; k < each && i < to.length; k++, i++) {
      before += left & mask;
      left >>>= bits;
      to[i] = before;
    }
  }
}
