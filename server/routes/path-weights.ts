import { fitWeights, roundHalfEven } from './fit-weights.ts';
import { blocksOf, countPairs } from './path-links.ts';
import type { Blocks, PathLinks, Sorted } from './path-links.ts';

/** How many of the balls in the urn of the ensemble stand for each possible link. */
export interface PathWeights {
  /** By number of the observed link; at least as many as it was observed. */
  readonly ofObserved: readonly number[];
  /** How many possible links, observed or not, have each weight. */
  readonly possible: ReadonlyMap<number, number>;
  /** `fitted`: rounded half step by half step as published; `exact`: what that comes to, rounded once. */
  readonly method: 'fitted' | 'exact';
}

/**
 * Weights of order k >= 2: xi(u, v) = out(u) in(v) for every u and v that overlap, redistributed until rows and
 * columns add up to the observed strengths times the number of observations.
 *
 * Links fall into complete blocks, one for each overlap, so the redistribution comes to
 * xi(u, v) = out(u) in(v) total / (observations through the overlap). The published procedure rounds on the
 * way there, which leaves some weights a ball or two, at most about 1%, off that. Up to `fitLimit` possible
 * links we follow it ball for ball; above, where listing them would take too much memory, we round the exact
 * value.
 *
 * @see LaRock, Nanumyan, Scholtes, Casiraghi, Eliassi-Rad and Schweitzer 2020, HYPA: Efficient Detection of
 *   Path Anomalies in Time Series Data on Networks, SIAM International Conference on Data Mining, 460-468
 */
export function higherOrderWeights(links: PathLinks, fitLimit: number): PathWeights {
  const blocks = blocksOf(links);
  if (countPairs(blocks) > fitLimit) return exactWeights(links, blocks);

  const fitted = fitWeights(links, blocks);
  const ofObserved = links.observed.map(() => 0);
  const possible = new Map<number, number>();
  fitted.link.forEach((link, i) => {
    const weight = fitted.weight[i] ?? 0;
    add(possible, weight, 1);
    if (link >= 0) ofObserved[link] = weight;
  });
  return { ofObserved, possible, method: 'fitted' };
}

/** The closed form, block by block. Nodes of equal strength share their weights, so they are counted together. */
function exactWeights(links: PathLinks, { enders, starters }: Blocks): PathWeights {
  const possible = new Map<number, number>();
  const through = new Float64Array(enders.offsets.length);
  for (let overlap = 0; overlap + 1 < enders.offsets.length; overlap++) {
    const outs = tally(enders, overlap, links.out);
    const ins = tally(starters, overlap, links.in);
    let observations = 0;
    for (const [out, rows] of outs) observations += out * rows;
    through[overlap] = observations;
    for (const [out, rows] of outs) {
      for (const [into, columns] of ins) {
        add(possible, roundHalfEven(out * into * (links.total / observations)), rows * columns);
      }
    }
  }
  const ofObserved = links.from.map((u, link) => {
    const out = links.out[u] ?? 0;
    const into = links.in[links.to[link] ?? 0] ?? 0;
    return roundHalfEven(out * into * (links.total / (through[links.endsWith[u] ?? -1] ?? NaN)));
  });
  return { ofObserved, possible, method: 'exact' };
}

/** How many nodes of an overlap have each strength, those without any left out. */
function tally({ order, offsets }: Sorted, overlap: number, strength: Float64Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = offsets[overlap] ?? 0; i < (offsets[overlap + 1] ?? 0); i++) {
    const value = strength[order[i] ?? -1] ?? 0;
    if (value > 0) add(counts, value, 1);
  }
  return counts;
}

/**
 * Weights of order 1, which the published method leaves open: every ordered pair of two different places of
 * which the first was ever left and the second ever reached, out(u) in(v) redistributed to the observed
 * strengths in the same way. Places do not follow themselves, so the block lacks its diagonal and is fitted by
 * factors for rows and columns, and rounded once at the end. A pair whose weight rounds to nothing cannot occur
 * and is not counted; an observed one keeps at least as many balls as it was observed.
 */
export function firstOrderWeights(links: PathLinks): PathWeights {
  const { rows, columns } = fitWithoutDiagonal(links);
  const linkAt = new Map(links.from.map((u, link) => [u * links.nodes + (links.to[link] ?? 0), link]));
  const ofObserved = links.observed.map(() => 0);
  const possible = new Map<number, number>();
  for (let u = 0; u < links.nodes; u++) {
    if (!links.out[u]) continue;
    for (let v = 0; v < links.nodes; v++) {
      if (u === v || !links.in[v]) continue;
      const link = linkAt.get(u * links.nodes + v);
      const fitted = roundHalfEven((rows[u] ?? 0) * (columns[v] ?? 0));
      const weight = link === undefined ? fitted : Math.max(fitted, links.observed[link] ?? 1);
      if (link !== undefined) ofObserved[link] = weight;
      if (weight > 0) add(possible, weight, 1);
    }
  }
  return { ofObserved, possible, method: 'exact' };
}

/** Factors whose products, off the diagonal, add up to each place's strength times the total. */
function fitWithoutDiagonal(links: PathLinks): { rows: Float64Array; columns: Float64Array } {
  const { out, in: into, total } = links;
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const scale = (wanted: Float64Array, across: Float64Array): Float64Array<ArrayBuffer> => {
    const whole = sum(across);
    return wanted.map((strength, i) =>
      strength === 0 ? 0 : (strength * total) / (whole - (across[i] ?? 0)),
    );
  };
  let rows = new Float64Array(out.length);
  let columns = Float64Array.from(into);
  // A pair that no network of these strengths can have tends to 0 only slowly; the limit is far beyond where
  // its weight rounds to 0.
  for (let round = 0; round < 1000; round++) {
    rows = scale(out, columns);
    const next = scale(into, rows);
    const settled = next.every((value, v) => Math.abs(value - (columns[v] ?? 0)) <= 1e-12 * value);
    columns = next;
    if (settled) break;
  }
  return { rows, columns };
}

function add(counts: Map<number, number>, key: number, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
