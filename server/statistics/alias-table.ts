import type { Random } from './random.ts';

/** Weights made ready for drawing: one look-up a draw, however many there are. */
export interface AliasTable {
  readonly keep: Float64Array;
  readonly other: Int32Array;
}

/**
 * Makes a table to draw indexes in proportion to their weights.
 *
 * @param weights  0 or more, at least one above 0
 * @see Vose 1991, IEEE Trans. Softw. Eng. 17(9), 972-975
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const n = weights.length;
  const sum = Array.from(weights).reduce((total, weight) => total + weight, 0);
  const scaled = Float64Array.from(weights, (weight) => (weight * n) / sum);
  const keep = new Float64Array(n).fill(1);
  const other = Int32Array.from(scaled, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  scaled.forEach((weight, i) => (weight < 1 ? small : large).push(i));
  while (small.length > 0 && large.length > 0) {
    const less = small.pop() ?? 0;
    const more = large.pop() ?? 0;
    const share = scaled[less] ?? 0;
    keep[less] = share;
    other[less] = more;
    const left = (scaled[more] ?? 0) + share - 1;
    scaled[more] = left;
    (left < 1 ? small : large).push(more);
  }
  // Rounding may leave some over: all but exactly 1, or exactly 0 where a weight is 0.
  for (const i of small) if ((weights[i] ?? 0) === 0) keep[i] = 0;
  return { keep, other };
}

/** One index, in proportion to the weights. */
export function drawIndex({ keep, other }: AliasTable, random: Random): number {
  const i = random.int(keep.length);
  return random.uniform() < (keep[i] ?? 1) ? i : (other[i] ?? i);
}
