import { setImmediate as pause } from 'node:timers/promises';
import { areNeighborCells, cellToLatLng } from 'h3-js';
import { DEFAULT_HOT_SPOT_OPTIONS, findHotSpots } from '../../server/hotspots/find-hot-spots.ts';
import type { HotSpotPoint } from '../../server/hotspots/grid.ts';
import type { HotSpotCell } from '../../shared/findings.ts';
import { distanceKm } from '../../shared/geo.ts';
import { randomFrom, report, timed } from './traffic.ts';

/** Hot spots at 1, 10 and 100 times 100 seizures over the wider Caribbean. */
export async function bench(): Promise<void> {
  console.log('Hot spots (Gi*) against comparing every cell with every other');
  findHotSpots(makePoints(100, 3)); // warm up
  for (const size of [100, 1_000, 10_000]) {
    await pause(); // lets the garbage of the last size go
    const points = makePoints(size, 7);
    const ours = timed(() => findHotSpots(points));
    const reference = timed(() => everyPair(ours.result.cells));
    const worst = ours.result.cells.reduce(
      (most, { z }, i) => Math.max(most, Math.abs(z - (reference.result[i] ?? NaN))),
      0,
    );
    if (!(worst < 1e-9)) throw new Error(`z differs from the reference by ${worst}`);
    report(`${size} seizures, ${ours.result.cells.length} cells tested`, size, ours, reference);
  }
  console.log(
    `  resolution ${DEFAULT_HOT_SPOT_OPTIONS.resolution}; the reference is given the counts and does Gi* only`,
  );
}

function makePoints(count: number, seed: number): HotSpotPoint[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => ({
    id: `s${i}`,
    position: [-86 + 28 * random(), 9 + 16 * random()] as const,
    uncertaintyKm: 2 + 60 * random() ** 4,
    kg: random() < 0.3 ? null : 500 * random(),
  }));
}

/** The straightforward way: the whole matrix of neighbours, cell against cell. */
function everyPair(cells: readonly HotSpotCell[]): number[] {
  const centres = cells.map(({ cell }) => {
    const [lat, lon] = cellToLatLng(cell);
    return [lon, lat] as const;
  });
  const n = cells.length;
  const mean = cells.reduce((sum, { count }) => sum + count, 0) / n;
  const variance = cells.reduce((sum, { count }) => sum + (count - mean) ** 2, 0) / n;
  return cells.map((a, i) => {
    let size = 0;
    let sum = 0;
    cells.forEach((b, j) => {
      const [from, to] = [centres[i], centres[j]];
      if (!from || !to || distanceKm(from, to) > 100) return;
      if (i !== j && !areNeighborCells(a.cell, b.cell)) return;
      size++;
      sum += b.count;
    });
    return (sum - size * mean) / Math.sqrt((variance * (n * size - size * size)) / (n - 1));
  });
}
