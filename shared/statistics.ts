/**
 * Small statistics that several domains share. Nothing here knows about ports or seizures.
 */

/**
 * Benjamini-Hochberg adjusted p-values (q-values): the smallest false discovery rate at which each test
 * would be rejected.
 *
 * @param p      p-values, 0 to 1, in any order; n of them
 * @param weights  how many tests each entry stands for (all 1 when absent): tests known to share one
 *   p-value need not be written out one by one
 * @returns q-values in the order of `p`, each 0 to 1
 * @see Benjamini and Hochberg 1995, J. R. Stat. Soc. B 57(1), 289-300
 */
export function benjaminiHochberg(p: readonly number[], weights?: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => at(p, b) - at(p, a));
  const weightOf = (i: number): number => (weights ? at(weights, i) : 1);
  // The rank of a p-value is the number of tests with a p no larger; ties share the largest such rank,
  // which the running minimum takes care of.
  let rank = order.reduce((sum, i) => sum + weightOf(i), 0);
  const tests = rank;
  const q = new Array<number>(p.length).fill(1);
  let smallest = 1;
  for (const i of order) {
    smallest = Math.min(smallest, (at(p, i) * tests) / rank);
    q[i] = smallest;
    rank -= weightOf(i);
  }
  return q;
}

/**
 * Two-sided p-value of a standard normal z-score, P(|Z| >= |z|) = erfc(|z| / sqrt 2), without loss in the
 * far tail (relative error below 1e-13 down to the smallest normal double).
 */
export function twoSidedNormalP(z: number): number {
  return complementaryErrorFunction(Math.abs(z) / Math.SQRT2);
}

/**
 * erfc(x) for x >= 0: below 2 by the series of erf, above by the continued fraction of erfc.
 *
 * @see Abramowitz and Stegun 1964, formulas 7.1.6 and 7.1.14
 */
function complementaryErrorFunction(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 27) return 0; // exp(-27 * 27) is below the smallest double
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < 2) {
    // erf(x) = 2/sqrt(pi) exp(-x^2) sum over n of 2^n x^(2n+1) / (1 * 3 * ... * (2n+1)); every term positive.
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 1e-17; n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - 2 * scale * sum;
  }
  // erfc(x) = exp(-x^2)/sqrt(pi) / (x + (1/2)/(x + 1/(x + (3/2)/(x + ...)))), evaluated from far inside;
  // 100 levels are more than enough from x = 2 on.
  let tail = x;
  for (let n = 100; n >= 1; n--) tail = x + n / 2 / tail;
  return scale / tail;
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? NaN;
}
