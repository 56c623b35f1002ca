import { benjaminiHochberg } from '../../shared/statistics.ts';
import { hypergeometricTails } from './hypergeometric.ts';
import type { PathWeights } from './path-weights.ts';

/** How often a path was gone along, held against the ensemble. */
export interface EnsembleTest {
  /** How often it was gone along; twice for an event that did so twice. */
  readonly observed: number;
  readonly expected: number;
  /** Balls of this path in the urn of the ensemble. */
  readonly weight: number;
  /** P(X >= observed), small when over-used, and its Benjamini-Hochberg q over all possible paths. */
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

export interface EnsembleTests {
  /** Balls in the urn. */
  readonly population: number;
  /** Possible paths, observed or not. */
  readonly tested: number;
  /** By number of the observed path. */
  readonly ofObserved: readonly EnsembleTest[];
  /** Ascending by weight. */
  readonly unobserved: readonly UnobservedPaths[];
}

/**
 * Tests all possible paths, X ~ Hypergeometric(population, weight, draws). Paths of the same weight and the same
 * observations share one test, so there are far fewer tests to work out than paths.
 *
 * @param observed  by number of the observed path, each at least 1
 * @param draws  the sum of `observed`
 */
export function testPaths(observed: readonly number[], weights: PathWeights, draws: number): EnsembleTests {
  const groups = groupsOf(observed, weights);
  let population = 0;
  for (const [weight, paths] of weights.possible) population += weight * paths;

  const tails = groups.all.map(({ weight, observed: x }) =>
    hypergeometricTails({ population, marked: weight, draws }, x),
  );
  const p = tails.map(({ logAtLeast }) => Math.exp(logAtLeast));
  const pUnder = tails.map(({ logAtMost }) => Math.exp(logAtMost));
  const counts = groups.all.map(({ paths }) => paths);
  const q = benjaminiHochberg(p, counts);
  const qUnder = benjaminiHochberg(pUnder, counts);
  const tests = groups.all.map(({ weight, observed: x, paths }, i) => ({
    paths,
    test: {
      observed: x,
      expected: draws * (weight / population),
      weight,
      p: p[i] ?? 1,
      q: q[i] ?? 1,
      pUnder: pUnder[i] ?? 1,
      qUnder: qUnder[i] ?? 1,
      logP: tails[i]?.logAtLeast ?? 0,
      logPUnder: tails[i]?.logAtMost ?? 0,
    },
  }));
  return {
    population,
    tested: counts.reduce((sum, paths) => sum + paths, 0),
    ofObserved: groups.ofObserved.flatMap((group) => tests[group]?.test ?? []),
    unobserved: tests
      .filter(({ test }) => test.observed === 0)
      .map(({ paths, test: { weight, expected, pUnder: under, qUnder: corrected } }) => {
        return { weight, paths, expected, pUnder: under, qUnder: corrected };
      })
      .sort((a, b) => a.weight - b.weight),
  };
}

/** Possible paths of one weight and one number of observations. */
interface Group {
  readonly weight: number;
  readonly observed: number;
  paths: number;
}

function groupsOf(
  observed: readonly number[],
  weights: PathWeights,
): { readonly all: readonly Group[]; readonly ofObserved: readonly number[] } {
  const all: Group[] = [];
  const known = new Map<number, Map<number, number>>();
  const groupOf = (weight: number, count: number): number => {
    let ofWeight = known.get(weight);
    if (!ofWeight) known.set(weight, (ofWeight = new Map<number, number>()));
    let group = ofWeight.get(count);
    if (group === undefined)
      ofWeight.set(count, (group = all.push({ weight, observed: count, paths: 0 }) - 1));
    return group;
  };
  const left = new Map(weights.possible);
  const ofObserved = observed.map((count, path) => {
    const weight = weights.ofObserved[path] ?? 0;
    left.set(weight, (left.get(weight) ?? 0) - 1);
    const group = groupOf(weight, count);
    const entry = all[group];
    if (entry) entry.paths++;
    return group;
  });
  for (const [weight, paths] of left) if (paths > 0) all.push({ weight, observed: 0, paths });
  return { all, ofObserved };
}
