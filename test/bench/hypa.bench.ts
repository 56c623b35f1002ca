import { setImmediate as pause } from 'node:timers/promises';
import { pathSignificance } from '../../server/routes/path-significance.ts';
import type { PathTest } from '../../server/routes/path-significance.ts';
import { makeVoyages, report, timed } from './traffic.ts';

/** Path significance of order 2 to 5 at 1, 10 and 100 times 1,000 voyages over 500 ports. */
export async function bench(): Promise<void> {
  console.log('Path significance (HYPA) against the published procedure written plainly, paths by name');
  pathSignificance(makeVoyages(1000, 500, 3), 2); // warm up
  for (const size of [1_000, 10_000, 100_000]) {
    await pause(); // lets the garbage of the last size go
    const voyages = makeVoyages(size, 500, 7);
    const all = { ms: 0, cpuMs: 0 };
    for (const k of [2, 3, 4, 5]) {
      const ours = timed(() => pathSignificance(voyages, k));
      all.ms += ours.ms;
      all.cpuMs += ours.cpuMs;
      const reference = k === 2 ? timed(() => plainSignificance(voyages, k)) : undefined;
      if (reference) compare(ours.result.paths, reference.result);
      report(`${size} voyages, order ${k}, ${ours.result.tested} paths tested`, size, ours, reference);
    }
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    console.log(`  ${size} voyages, orders 2 to 5: ${seconds(all.ms)} s (processor ${seconds(all.cpuMs)} s)`);
  }
}

interface Tails {
  readonly p: number;
  readonly pUnder: number;
}

/** Three rounds of rows and columns over all possible paths, then tails summed from 0 up by Stirling's formula. */
function plainSignificance(voyages: readonly (readonly string[])[], k: number): Map<string, Tails> {
  const observed = new Map<string, number>();
  const out = new Map<string, number>();
  const into = new Map<string, number>();
  let draws = 0;
  for (const places of voyages) {
    for (let i = 0; i + k < places.length; i++) {
      const path = places.slice(i, i + k + 1);
      add(observed, path.join('>'), 1);
      add(out, path.slice(0, -1).join('>'), 1);
      add(into, path.slice(1).join('>'), 1);
      draws++;
    }
  }
  let weights = new Map<string, number>();
  const starters = new Map<string, string[]>();
  for (const to of into.keys()) {
    const overlap = to.split('>').slice(0, -1).join('>');
    const found = starters.get(overlap);
    if (found) found.push(to);
    else starters.set(overlap, [to]);
  }
  for (const [from, leaving] of out) {
    for (const to of starters.get(from.split('>').slice(1).join('>')) ?? []) {
      weights.set(`${from}>${to.split('>').at(-1)}`, leaving * (into.get(to) ?? 0));
    }
  }
  for (let round = 0; round < 3; round++) {
    weights = scaled(weights, out, draws, (path) => path.split('>').slice(0, -1).join('>'));
    weights = scaled(weights, into, draws, (path) => path.split('>').slice(1).join('>'));
  }
  const population = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map(
    [...observed].map(([path, count]) => [path, tails(population, weights.get(path) ?? 0, draws, count)]),
  );
}

function scaled(
  weights: ReadonlyMap<string, number>,
  strength: ReadonlyMap<string, number>,
  draws: number,
  sideOf: (path: string) => string,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [path, weight] of weights) add(sums, sideOf(path), weight);
  return new Map(
    [...weights].map(([path, weight]) => {
      const side = sideOf(path);
      return [path, Math.round((weight * (strength.get(side) ?? 0) * draws) / (sums.get(side) ?? 1))];
    }),
  );
}

function tails(population: number, marked: number, draws: number, count: number): Tails {
  const factorial = (n: number): number =>
    n === 0 ? 0 : n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n);
  const choose = (n: number, x: number): number => factorial(n) - factorial(x) - factorial(n - x);
  const probability = (x: number): number =>
    Math.exp(choose(marked, x) + choose(population - marked, draws - x) - choose(population, draws));
  let below = 0;
  for (let x = 0; x < count; x++) below += probability(x);
  return { p: 1 - below, pUnder: below + probability(count) };
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** The two must agree as far as rounding of the weights and Stirling's formula allow. */
function compare(paths: readonly PathTest[], plain: ReadonlyMap<string, Tails>): void {
  let far = 0;
  for (const { places, p, pUnder } of paths) {
    const other = plain.get(places.join('>'));
    if (!other || !(Math.abs(p - other.p) < 0.02 && Math.abs(pUnder - other.pUnder) < 0.02)) far++;
  }
  console.log(`  the two differ by more than 0.02 in ${far} of ${paths.length} paths`);
}
