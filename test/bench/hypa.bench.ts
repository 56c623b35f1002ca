import jstat from 'jstat';
import { pathSignificance } from '../../server/routes/path-significance.ts';
import { makeVoyages, report, timed } from './traffic.ts';

/** Path significance of order 2 to 5 at 1, 10 and 100 times 1,000 voyages over 500 ports. */
export async function bench(): Promise<void> {
  console.log('Path significance (HYPA) against the plain formula over paths by name');
  pathSignificance(makeVoyages(1000, 500, 3), 2); // warm up
  for (const size of [1_000, 10_000, 100_000]) {
    const voyages = makeVoyages(size, 500, 7);
    let all = 0;
    for (const k of [2, 3, 4, 5]) {
      const { result, ms } = timed(() => pathSignificance(voyages, k));
      all += ms;
      // The reference sums each tail from the bottom up, so it is timed at order 2 only.
      const reference = k === 2 ? timed(() => plainSignificance(voyages, k)) : null;
      if (reference) compare(result.paths, reference.result);
      report(`${size} voyages, order ${k}, ${result.tested} paths tested`, size, ms, reference?.ms ?? null);
    }
    console.log(`  ${size} voyages, orders 2 to 5 together: ${(all / 1000).toFixed(1)} s`);
  }
}

interface Plain {
  readonly p: number;
}

/** The plain way: nodes and paths by name, exact weights, tails summed term by term from log-gamma. */
function plainSignificance(voyages: readonly (readonly string[])[], k: number): Map<string, Plain> {
  const observed = new Map<string, number>();
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  const through = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let draws = 0;
  for (const places of voyages) {
    for (let i = 0; i + k < places.length; i++) {
      const path = places.slice(i, i + k + 1);
      add(observed, path.join('>'));
      add(out, path.slice(0, -1).join('>'));
      add(into, path.slice(1).join('>'));
      add(through, path.slice(1, -1).join('>'));
      draws++;
    }
  }
  const weightOf = (from: string, to: string, overlap: string): number =>
    Math.round(((out.get(from) ?? 0) * (into.get(to) ?? 0) * draws) / (through.get(overlap) ?? NaN));
  const startingWith = groupStarters(into);
  let population = 0;
  for (const from of out.keys()) {
    const overlap = from.split('>').slice(1).join('>');
    for (const to of startingWith.get(overlap) ?? []) population += weightOf(from, to, overlap);
  }
  const gamma = (n: number): number => jstat.gammaln(n + 1);
  const choose = (n: number, x: number): number => gamma(n) - gamma(x) - gamma(n - x);
  const tests = new Map<string, Plain>();
  for (const [path, count] of observed) {
    const places = path.split('>');
    const marked = weightOf(
      places.slice(0, -1).join('>'),
      places.slice(1).join('>'),
      places.slice(1, -1).join('>'),
    );
    let below = 0;
    for (let x = 0; x < count; x++) {
      below += Math.exp(
        choose(marked, x) + choose(population - marked, draws - x) - choose(population, draws),
      );
    }
    tests.set(path, { p: 1 - below });
  }
  return tests;
}

function groupStarters(into: ReadonlyMap<string, number>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const to of into.keys()) {
    const overlap = to.split('>').slice(0, -1).join('>');
    groups.set(overlap, [...(groups.get(overlap) ?? []), to]);
  }
  return groups;
}

/** The two must agree where the plain formula is exact enough to tell. */
function compare(
  paths: readonly { readonly places: readonly string[]; readonly p: number }[],
  plain: ReadonlyMap<string, Plain>,
): void {
  const far = paths.filter(({ places, p }) => {
    const other = plain.get(places.join('>'))?.p ?? NaN;
    return !(Math.abs(p - other) < 0.02);
  });
  console.log(`  the two differ by more than 0.02 in ${far.length} of ${paths.length} probabilities`);
}
