import { dbscanGeo } from '../../server/hotspots/dbscan.ts';
import { distanceKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import { randomFrom, report, timed } from './traffic.ts';

interface Point {
  readonly id: string;
  readonly position: Position;
}

const EPS_KM = 10;
const MIN_POINTS = 5;

/** DBSCAN at 1, 10 and 100 times 1,000 positions, half of them around fifty places. */
export async function bench(): Promise<void> {
  console.log(`DBSCAN (${EPS_KM} km, ${MIN_POINTS} points) against measuring every pair`);
  dbscanGeo(makePoints(1_000, 3), EPS_KM, MIN_POINTS); // warm up
  for (const size of [1_000, 10_000, 100_000]) {
    await Promise.resolve();
    const points = makePoints(size, 7);
    const ours = timed(() => dbscanGeo(points, EPS_KM, MIN_POINTS));
    const reference = size <= 10_000 ? timed(() => everyPair(points)) : undefined;
    if (reference && reference.result.join() !== ours.result.join()) {
      throw new Error('Clusters differ from the reference');
    }
    const clusters = new Set(ours.result).size - 1;
    report(`${size} positions, ${clusters} clusters`, size, ours, reference);
  }
}

/** Ids ascend as the list does, so that both take the points in one order. */
function makePoints(count: number, seed: number): Point[] {
  const random = randomFrom(seed);
  const places = Array.from({ length: 50 }, () => [-86 + 28 * random(), 9 + 16 * random()] as const);
  return Array.from({ length: count }, (_, i) => {
    const [lon, lat] = places[Math.floor(random() * 50)] ?? [0, 0];
    const near = random() < 0.5;
    return {
      id: String(i).padStart(7, '0'),
      position: near
        ? [lon + 0.4 * (random() - 0.5), lat + 0.4 * (random() - 0.5)]
        : [-86 + 28 * random(), 9 + 16 * random()],
    };
  });
}

/** The straightforward way: the neighbours of a point by measuring all others. */
function everyPair(points: readonly Point[]): number[] {
  const nearTo = (i: number): number[] => {
    const centre = points[i]?.position ?? [0, 0];
    return points.flatMap(({ position }, j) => (distanceKm(centre, position) <= EPS_KM ? [j] : []));
  };
  const labels = points.map(() => -1);
  let cluster = 0;
  points.forEach((_, i) => {
    if (labels[i] !== -1) return;
    const near = nearTo(i);
    labels[i] = near.length < MIN_POINTS ? 0 : ++cluster;
    if (labels[i] === 0) return;
    for (const open = [...near]; open.length > 0;) {
      const at = open.pop() ?? 0;
      const before = labels[at];
      if (before !== -1 && before !== 0) continue;
      labels[at] = cluster;
      if (before === 0) continue;
      const further = nearTo(at);
      if (further.length >= MIN_POINTS) open.push(...further);
    }
  });
  return labels;
}
