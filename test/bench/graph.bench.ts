import { setImmediate as pause } from 'node:timers/promises';
import { compareCounts } from '../../server/findings/compare-periods.ts';
import { measureNetwork, type WeightedLeg } from '../../server/network/centrality.ts';
import { findCommunities } from '../../server/network/communities.ts';
import { minCut } from '../../server/network/min-cut.ts';
import { shortestPaths } from '../../server/network/shortest-paths.ts';
import {
  betweennessByTriples,
  greedyModularity,
  maxFlowByName,
  ratioBySums,
  yenByScanning,
} from './graph-reference.ts';
import { makeVoyages, randomFrom, report, timed } from './traffic.ts';

interface Sized {
  readonly name: string;
  readonly placeIds: readonly string[];
  readonly legs: readonly WeightedLeg[];
  /** Whether a reference that grows with the cube of the size is run. */
  readonly small: boolean;
}

/** Measures of the graph at 1, 10 and 100 times 20 ports, and counts of two periods at as many times 100 rows. */
export async function bench(): Promise<void> {
  const sizes = [20, 200, 2_000].map((ports) => network(ports));
  const parts: readonly [string, (of: Sized) => void][] = [
    ['Betweenness and PageRank against all pairs and triples of places', measures],
    ['Communities, best of 10, against joining the two that gain most', communities],
    ['20 shortest paths of 2 pairs, against scanning all places and legs', paths],
    ['Least cut of 10 pairs, against one way after another by name', cuts],
  ];
  for (const [title, part] of parts) {
    console.log(title);
    part(network(20)); // warm up
    console.log('  (that was to warm up)');
    for (const size of sizes) {
      await pause(); // lets the garbage of the last size go
      part(size);
    }
  }
  console.log('Counts of two periods against adding up binomial terms');
  counts(100);
  console.log('  (that was to warm up)');
  for (const rows of [100, 1_000, 10_000]) {
    await pause();
    counts(rows);
  }
}

function network(ports: number): Sized {
  const weights = new Map<string, number>();
  for (const places of makeVoyages(10 * ports, ports, 7)) {
    places.slice(1).forEach((to, i) => {
      const id = `${places[i] ?? ''}~${to}`;
      weights.set(id, (weights.get(id) ?? 0) + 1);
    });
  }
  const legs = [...weights].map(([id, weight]) => {
    const [from = '', to = ''] = id.split('~');
    return { from, to, weight };
  });
  const placeIds = Array.from({ length: ports }, (_, i) => `P${i}`);
  return { name: `${ports} ports, ${legs.length} legs`, placeIds, legs, small: ports < 2_000 };
}

function measures({ name, placeIds, legs, small }: Sized): void {
  const ours = timed(() => measureNetwork(placeIds, legs));
  const reference = small ? timed(() => betweennessByTriples(placeIds, legs)) : undefined;
  reference?.result.forEach((value, i) => {
    same(ours.result.places.get(placeIds[i] ?? '')?.betweenness, value);
  });
  report(name, placeIds.length, ours, reference);
}

function communities({ name, placeIds, legs, small }: Sized): void {
  const ours = timed(() => findCommunities(placeIds, legs));
  const reference = small ? timed(() => greedyModularity(placeIds, legs)) : undefined;
  const theirs = reference ? `, reference's ${reference.result.toFixed(4)}` : '';
  const worth = `modularity ${(ours.result.modularity ?? 0).toFixed(4)}${theirs}`;
  report(`${name}, ${worth}`, placeIds.length, ours, reference);
}

function pairsOf(placeIds: readonly string[], count: number): readonly (readonly [string, string])[] {
  const random = randomFrom(5);
  const any = (): number => Math.floor(random() * placeIds.length);
  return Array.from({ length: count }, () => {
    const from = any();
    const to = (from + 1 + Math.floor(random() * (placeIds.length - 1))) % placeIds.length;
    return [placeIds[from] ?? '', placeIds[to] ?? ''] as const;
  });
}

function paths({ name, placeIds, legs }: Sized): void {
  const pairs = pairsOf(placeIds, 2);
  const measured = legs.map((leg) => ({ ...leg, distanceKm: null }));
  const ours = timed(() =>
    pairs.map(([from, to]) => shortestPaths(placeIds, measured, { from, to, k: 20, cost: 'flow' }).paths),
  );
  const reference = timed(() => pairs.map(([from, to]) => yenByScanning(placeIds, legs, from, to, 20)));
  reference.result.forEach((costs, i) => {
    same(ours.result[i]?.length, costs.length);
    costs.forEach((cost, at) => same(ours.result[i]?.[at]?.cost, cost));
  });
  report(name, pairs.length, ours, reference);
}

function cuts({ name, placeIds, legs }: Sized): void {
  const pairs = pairsOf(placeIds, 10);
  const ours = timed(() => pairs.map(([from, to]) => minCut(placeIds, legs, from, to)));
  const reference = timed(() => pairs.map(([from, to]) => maxFlowByName(legs, from, to)));
  reference.result.forEach((value, i) => same(ours.result[i]?.value, value));
  report(name, pairs.length, ours, reference);
}

function counts(size: number): void {
  const random = randomFrom(11);
  const any = (): number => Math.floor(200 * random() ** 3);
  const rows = Array.from({ length: size }, (_, i) => ({ id: `row${i}`, a: any(), b: any() + 1 }));
  const ours = timed(() => compareCounts(rows, { a: null, b: null }));
  const reference = timed(() => new Map(rows.map(({ id, a, b }) => [id, ratioBySums(a, b)])));
  for (const { id, low, p } of ours.result.rows) {
    same(low, reference.result.get(id)?.low ?? NaN);
    same(p, reference.result.get(id)?.p ?? NaN);
  }
  report(`${size} rows`, size, ours, reference);
}

function same(ours: number | null | undefined, reference: number): void {
  const difference = Math.abs((ours ?? NaN) - reference);
  if (difference <= 1e-9 * Math.max(1, Math.abs(reference))) return;
  throw new Error(`${ours ?? 'nothing'}, but the reference has ${reference}`);
}
