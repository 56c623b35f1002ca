import { checkWhole, encodeRuns, growNgrams, placesOf } from './ngrams.ts';
import type { EncodedRuns, NgramLevel } from './ngrams.ts';
import { pathLinks } from './path-links.ts';
import { testPaths } from './path-tests.ts';
import type { EnsembleTest, UnobservedPaths } from './path-tests.ts';
import { firstOrderWeights, higherOrderWeights } from './path-weights.ts';
import type { PathWeights } from './path-weights.ts';

export interface SignificanceOptions {
  /** Possible paths of one order up to which the published fitting is followed; see `higherOrderWeights`. */
  readonly fitLimit: number;
}

/**
 * A quarter of a million possible paths are fitted in a second or two; denser networks need more rounds as well as
 * longer ones (four million: 27 s of processor time). Where there are so many paths, a ball more or less is below notice.
 */
export const DEFAULT_SIGNIFICANCE_OPTIONS: SignificanceOptions = { fitLimit: 250_000 };

/** How an observed path compares with what the volumes of its parts would make it. */
export interface PathTest extends EnsembleTest {
  /** k + 1 places in order of travel. */
  readonly places: readonly string[];
}

export interface PathSignificance {
  /** Legs in a path; a path has k + 1 places. */
  readonly k: number;
  /** Observations of paths of this order: the draws from the urn. */
  readonly draws: number;
  /** Balls in the urn: the sum of all weights. */
  readonly population: number;
  /** Possible paths, observed or not: the tests corrected for. */
  readonly tested: number;
  /** In the order of first appearance. */
  readonly paths: readonly PathTest[];
  readonly unobserved: readonly UnobservedPaths[];
  readonly method: PathWeights['method'];
  /** Why nothing was tested; null when something was. */
  readonly note: string | null;
}

/**
 * Tests every path of k legs against the hypergeometric ensemble of order k (HYPA): given how often each path
 * of k - 1 legs was left and reached, how often would chance join the two? Draws X of the m observations from
 * an urn of M balls, xi of them the path's own: X ~ Hypergeometric(M, xi, m), expected m xi / M.
 *
 * For k = 1 the volumes are those of the places, over all ordered pairs (see `firstOrderWeights`). A large k
 * conditions on more: a path may be over-used at k = 2 because of one of its longer continuations.
 *
 * Observations are taken to be independent. A vessel that shuttles is not, so p is too small where few vessels
 * make many of the observations; the number of vessels stands beside it for that reason.
 *
 * @param sequences  places in order of travel; no place follows itself. Another order of the sequences changes
 *   nothing but weights that lie half way between two whole numbers, by one (see `fitWeights`)
 * @param k  1 to 5
 * @returns no paths, and why, when no sequence has k + 1 places
 * @throws {InputError} `bad-k`, `bad-fitLimit`
 */
export function pathSignificance(
  sequences: readonly (readonly string[])[],
  k: number,
  options: SignificanceOptions = DEFAULT_SIGNIFICANCE_OPTIONS,
): PathSignificance {
  checkWhole('k', k, 1, 5);
  return preparePaths(
    sequences.map((places) => [places]),
    k,
  )(k, options);
}

/**
 * Encodes events once, to test several orders of them.
 *
 * @param runsOfEvents  for each event its stretches of places without a break
 * @param longest  the largest k that will be asked for
 * @throws {InputError} `bad-k`; from the function returned, `bad-k` and `bad-fitLimit`
 */
export function preparePaths(
  runsOfEvents: readonly (readonly (readonly string[])[])[],
  longest: number,
): (k: number, options: SignificanceOptions) => PathSignificance {
  checkWhole('k', longest, 1, 5);
  const runs = encodeRuns(runsOfEvents);
  const levels = growNgrams(runs, longest + 1, () => true);
  return (k, options) => {
    checkWhole('k', k, 1, longest);
    checkWhole('fitLimit', options.fitLimit, 0, Infinity);
    return testOrder(runs, levels, k, options);
  };
}

function testOrder(
  runs: EncodedRuns,
  levels: readonly NgramLevel[],
  k: number,
  options: SignificanceOptions,
): PathSignificance {
  const links = pathLinks(levels, k);
  const linkLevel = levels[k];
  if (links.total === 0 || !linkLevel) return nothingToTest(k);
  const weights = k === 1 ? firstOrderWeights(links) : higherOrderWeights(links, options.fitLimit);
  const { ofObserved, ...tests } = testPaths(links.observed, weights, links.total);
  return {
    k,
    draws: links.total,
    ...tests,
    paths: ofObserved.map((test, link) => ({ places: placesOf(runs, linkLevel, link), ...test })),
    method: weights.method,
    note: null,
  };
}

function nothingToTest(k: number): PathSignificance {
  return {
    k,
    draws: 0,
    population: 0,
    tested: 0,
    paths: [],
    unobserved: [],
    method: 'exact',
    note: `No event goes through ${k + 1} places in a row, so there is no path of ${k} legs to test.`,
  };
}
