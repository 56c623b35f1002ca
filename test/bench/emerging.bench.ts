import { setImmediate as pause } from 'node:timers/promises';
import { areNeighborCells, latLngToCell } from 'h3-js';
import { findEmergingHotSpots } from '../../server/hotspots/emerging.ts';
import type { EmergingCell } from '../../server/hotspots/emerging.ts';
import type { DatedPoint } from '../../server/hotspots/group-cases.ts';
import { periodOf, monthPeriods } from '../../server/hotspots/periods.ts';
import { randomFrom, report, timed } from './traffic.ts';

const PERIODS = monthPeriods('2023-01-01', '2025-12-31', 3);

/** Emerging hot spots over twelve quarters at 1, 10 and 100 times 100 seizures. */
export async function bench(): Promise<void> {
  console.log('Emerging hot spots against comparing every cell with every other in every period');
  findEmergingHotSpots(makePoints(100, 3), PERIODS); // warm up
  for (const size of [100, 1_000, 10_000]) {
    await pause();
    const points = makePoints(size, 7);
    const ours = timed(() => findEmergingHotSpots(points, PERIODS));
    const { cells } = ours.result;
    const reference = timed(() => everyPair(cells, points));
    const worst = cells.reduce(
      (most, { z }, i) =>
        z.reduce((max, one, t) => Math.max(max, Math.abs(one - (reference.result[i]?.[t] ?? NaN))), most),
      0,
    );
    if (!(worst < 1e-9)) throw new Error(`z differs from the reference by ${worst}`);
    report(`${size} seizures, ${cells.length} cells, ${PERIODS.length} periods`, size, ours, reference);
  }
}

function makePoints(count: number, seed: number): DatedPoint[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const month = String(1 + Math.floor(12 * random())).padStart(2, '0');
    const day = `${2023 + Math.floor(3 * random())}-${month}-15`;
    return {
      id: `s${i}`,
      position: [-86 + 28 * random(), 9 + 16 * random()] as const,
      uncertaintyKm: 2,
      kg: null,
      earliest: day,
      latest: day,
    };
  });
}

/** The straightforward way: Gi* of every period by going through all pairs of cells again. */
function everyPair(cells: readonly EmergingCell[], points: readonly DatedPoint[]): number[][] {
  const series = cells.map((): number[] => []);
  PERIODS.forEach((_, t) => {
    const counts = new Map<string, number>();
    for (const { position, earliest, latest } of points) {
      if (!position || periodOf(PERIODS, earliest, latest) !== t) continue;
      const cell = latLngToCell(position[1], position[0], 4);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    const values = cells.map(({ cell }) => counts.get(cell) ?? 0);
    const n = values.length;
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
    cells.forEach(({ cell, boundary: [[lon = 0, lat = 0] = []] }, i) => {
      let size = 0;
      let sum = 0;
      cells.forEach((other, j) => {
        // The first corner tells cells that cannot be neighbours apart at little cost.
        const [otherLon = 0, otherLat = 0] = other.boundary[0] ?? [];
        if (Math.abs(otherLat - lat) > 1.5 || Math.abs(otherLon - lon) > 1.5) return;
        if (i !== j && !areNeighborCells(cell, other.cell)) return;
        size++;
        sum += values[j] ?? 0;
      });
      series[i]?.push((sum - size * mean) / Math.sqrt((variance * (n * size - size * size)) / (n - 1)));
    });
  });
  return series;
}
