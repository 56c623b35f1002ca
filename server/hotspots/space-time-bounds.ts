import { LLR_TOLERANCE } from './scan-statistic.ts';
import type { Windows } from './scan-windows.ts';
import type { ExcessLevel, Spans } from './space-time-windows.ts';

/** Rows of the levels: that of each entry of the windows, -1 where no circle ends; and the cases each is made for. */
export interface ExcessRows {
  readonly rows: Int32Array;
  readonly rowCases: readonly number[];
}

/**
 * The first is for every window with more cases than expected. The others lie where the largest ratios of draws do,
 * for a few hundred windows as for some millions; they steer the speed and change no answer.
 */
const RATIOS = [0, 3, 5, 6, 7, 8, 10, 13];
/** Circles of up to so many times the cases share a row. */
const ROW_STEP = 1.05;
/** Rounds what is stored in 32 bits down, by more than it may be off. */
const DOWN = 1 - 2 ** -22;
/** Newton's steps to the excess; each about doubles the digits that are right. */
const STEPS = 3;

/**
 * @param held  for each entry of the windows the cases in the circle
 */
export function excessRows({ ends }: Windows, held: Int32Array, minCases: number): ExcessRows {
  const sizes = [...new Set(held.filter((cases, k) => ends[k] === 1 && cases >= minCases))];
  sizes.sort((a, b) => a - b);
  const rowCases: number[] = [];
  const rowOf = new Map<number, number>();
  for (const cases of sizes) {
    const least = rowCases.at(-1);
    if (least === undefined || cases > least * ROW_STEP) rowCases.push(cases);
    rowOf.set(cases, rowCases.length - 1);
  }
  return { rows: held.map((cases, k) => (ends[k] === 1 ? (rowOf.get(cases) ?? -1) : -1)), rowCases };
}

/** Numbers that the levels would hold. */
export function sizeOfLevels(rows: number, spans: number): number {
  return rows * spans * RATIOS.length;
}

/**
 * The levels, lowest ratio first.
 *
 * The cases with which a window reaches a ratio are a concave function of the cases expected (the ratio is convex in
 * both together), and so is their excess. On a stretch such a function is nowhere below the lower of its two ends:
 * the least of all rows from one on, and of the largest circle, holds for all circles from that row on.
 *
 * @param rowCases  ascending
 * @param largest   cases in the largest circle
 */
export function excessLevels(
  rowCases: readonly number[],
  largest: number,
  spans: Spans,
  total: number,
): ExcessLevel[] {
  const width = spans.cases.length;
  return RATIOS.map((ratio) => {
    const excess = new Float32Array(rowCases.length * width);
    for (let span = 0; span < width; span++) {
      const each = (spans.cases[span] ?? 0) / total;
      // A span without a case anywhere never holds one.
      const possible = each > 0 && spans.allowed[span] === 1;
      let least = possible ? excessNeeded(largest * each, total, ratio) : Infinity;
      for (let row = rowCases.length - 1; row >= 0; row--) {
        if (possible) least = Math.min(least, excessNeeded((rowCases[row] ?? 0) * each, total, ratio));
        excess[row * width + span] = least * DOWN;
      }
    }
    return { ratio, excess };
  });
}

/**
 * How many cases more than expected a window holds, at least, when its log likelihood ratio is `ratio` or more: the
 * excess that just gives the ratio, as if there were parts of cases, or a hair less. Never more than all cases.
 *
 * @param expected  above 0, up to `total`
 */
export function excessNeeded(expected: number, total: number, ratio: number): number {
  const wanted = ratio - LLR_TOLERANCE;
  const most = total - expected;
  if (wanted <= 0 || most <= 0) return 0;
  if (total * Math.log(total / expected) <= wanted) return most;
  const part = expected / total;
  // Newton's method from the expansion of the excess to the third order.
  let excess = Math.sqrt(2 * wanted * expected * (1 - part)) + (wanted * (1 - 2 * part)) / 3;
  for (let step = 0; ; step++) {
    excess = Math.max(most * 1e-9, Math.min(excess, most * (1 - 1e-9)));
    const cases = expected + excess;
    const inside = Math.log(cases / expected);
    const outside = Math.log((total - cases) / most);
    const over = cases * inside + (total - cases) * outside - wanted;
    // The ratio is convex in the cases, so it is not above the chord from no excess to this one: where the chord
    // gives the ratio wanted, the ratio itself is not reached yet.
    if (step === STEPS) return over > 0 ? (excess * wanted) / (wanted + over) : excess;
    excess -= over / (inside - outside);
  }
}
