/** Two log likelihood ratios closer than this are equal: sums in another order differ in the last digits. */
export const LLR_TOLERANCE = 1e-9;

/**
 * Kulldorff's log likelihood ratio of a window with more cases than expected, 0 for one without:
 * c ln(c / e) + (C - c) ln((C - c) / (C - e)).
 *
 * The Poisson scan and the space-time permutation scan share it; in the latter it is no likelihood ratio in
 * the strict sense, the counts being only nearly Poisson, and serves as a measure all the same.
 *
 * @param cases     c, cases in the window
 * @param expected  e, cases expected there under the null model, above 0
 * @param total     C, all cases
 * @see Kulldorff 1997, Commun. Stat. Theory Methods 26(6), 1481-1496; Kulldorff et al. 2005, PLoS Med. 2(3), e59
 */
export function logLikelihoodRatio(cases: number, expected: number, total: number): number {
  if (cases <= expected) return 0;
  const outside = total - cases;
  const inside = cases * Math.log(cases / expected);
  return outside > 0 ? inside + outside * Math.log(outside / (total - expected)) : inside;
}

/**
 * The least number of cases with which a window reaches a log likelihood ratio, less the tolerance;
 * `most + 1` where no number up to `most` does.
 *
 * @param least  never fewer than this
 */
export function leastCases(
  expected: number,
  total: number,
  ratio: number,
  least: number,
  most: number,
): number {
  const start = Math.max(least, Math.floor(expected) + 1);
  const wanted = ratio - LLR_TOLERANCE;
  const reaches = (cases: number): boolean => logLikelihoodRatio(cases, expected, total) >= wanted;
  // Begins about where the ratio is reached (its expansion to the third order), and steps from there: the ratio
  // grows with the cases.
  const part = Math.min(1, expected / total);
  const excess = Math.sqrt(2 * ratio * expected * (1 - part)) + (ratio * (1 - 2 * part)) / 3;
  let cases = Math.max(start, Math.min(most + 1, Math.floor(expected + excess)));
  while (cases > start && reaches(cases - 1)) cases--;
  while (cases <= most && !reaches(cases)) cases++;
  return Math.min(cases, most + 1);
}
