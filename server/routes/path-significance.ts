import { benjaminiHochberg } from '../../shared/statistics.ts';
import { hypergeometricTails } from './hypergeometric.ts';
import type { Tails } from './hypergeometric.ts';
import { checkWhole, encodeRuns, growNgrams, placesOf } from './ngrams.ts';
import type { EncodedRuns, NgramLevel } from './ngrams.ts';
import { pathLinks } from './path-links.ts';
import { firstOrderWeights, higherOrderWeights } from './path-weights.ts';
import type { PathWeights } from './path-weights.ts';

export interface SignificanceOptions {
  /** Possible paths of one order up to which the published fitting is followed; see `higherOrderWeights`. */
  readonly fitLimit: number;
}

/** Four million possible paths take about 300 MB and a few seconds to fit. */
export const DEFAULT_SIGNIFICANCE_OPTIONS: SignificanceOptions = { fitLimit: 4_000_000 };

/** How an observed path of k + 1 places compares with what the volumes of its parts would make it. */
export interface PathTest {
  readonly places: readonly string[];
  /** How often it was gone along; twice for an event that did so twice. */
  readonly observed: number;
  readonly expected: number;
  /** Balls of this path in the urn of the ensemble. */
  readonly weight: number;
  /** P(X >= observed), small when over-used, and its Benjamini-Hochberg q over all tested paths of this order. */
  readonly p: number;
  readonly q: number;
  /** P(X <= observed), small when under-used, and its q. */
  readonly pUnder: number;
  readonly qUnder: number;
  /** ln P(X >= observed) and ln P(X <= observed), for tails too small for a number. */
  readonly logP: number;
  readonly logPUnder: number;
}

/** Possible paths never gone along: all those of one weight have the same test. */
export interface UnobservedPaths {
  readonly weight: number;
  readonly paths: number;
  readonly expected: number;
  readonly pUnder: number;
  readonly qUnder: number;
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
 * @param sequences  places in order of travel; no place follows itself
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
  let population = 0;
  for (const [weight, count] of weights.possible) population += weight * count;

  const paths = links.observed.length;
  const entries = [
    ...links.observed.map((observed, link) => ({
      weight: weights.ofObserved[link] ?? 0,
      observed,
      tests: 1,
    })),
    ...unobservedWeights(weights).map(([weight, tests]) => ({ weight, observed: 0, tests })),
  ];
  const tests = testEntries(entries, population, links.total);
  return {
    k,
    draws: links.total,
    population,
    tested: entries.reduce((sum, entry) => sum + entry.tests, 0),
    paths: tests.slice(0, paths).map((test, link) => ({ places: placesOf(runs, linkLevel, link), ...test })),
    unobserved: tests.slice(paths).map(({ weight, expected, pUnder, qUnder }, i) => {
      return { weight, paths: entries[paths + i]?.tests ?? 0, expected, pUnder, qUnder };
    }),
    method: weights.method,
    note: null,
  };
}

interface Entry {
  readonly weight: number;
  readonly observed: number;
  /** Possible paths the entry stands for. */
  readonly tests: number;
}

function testEntries(
  entries: readonly Entry[],
  population: number,
  draws: number,
): Omit<PathTest, 'places'>[] {
  const tailsAt = tailsOf(population, draws);
  const tails = entries.map(({ weight, observed }) => tailsAt(weight, observed));
  const p = tails.map(({ logAtLeast }) => Math.exp(logAtLeast));
  const pUnder = tails.map(({ logAtMost }) => Math.exp(logAtMost));
  const counts = entries.map((entry) => entry.tests);
  const q = benjaminiHochberg(p, counts);
  const qUnder = benjaminiHochberg(pUnder, counts);
  return entries.map(({ weight, observed }, i) => ({
    observed,
    expected: draws * (weight / population),
    weight,
    p: p[i] ?? 1,
    q: q[i] ?? 1,
    pUnder: pUnder[i] ?? 1,
    qUnder: qUnder[i] ?? 1,
    logP: tails[i]?.logAtLeast ?? 0,
    logPUnder: tails[i]?.logAtMost ?? 0,
  }));
}

/** Tails by weight and observations, each pair worked out once: many paths share both. */
function tailsOf(population: number, draws: number): (weight: number, observed: number) => Tails {
  const known = new Map<number, Map<number, Tails>>();
  return (weight, observed) => {
    let ofWeight = known.get(weight);
    if (!ofWeight) known.set(weight, (ofWeight = new Map()));
    let tails = ofWeight.get(observed);
    if (!tails)
      ofWeight.set(observed, (tails = hypergeometricTails({ population, marked: weight, draws }, observed)));
    return tails;
  };
}

/** Weights of the possible paths that were not observed, with how many have each, ascending. */
function unobservedWeights(weights: PathWeights): [number, number][] {
  const left = new Map(weights.possible);
  for (const weight of weights.ofObserved) left.set(weight, (left.get(weight) ?? 0) - 1);
  return [...left].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
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
