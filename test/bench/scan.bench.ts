import { monthPeriods } from '../../server/hotspots/periods.ts';
import { DEFAULT_SCAN_OPTIONS } from '../../server/hotspots/scan-options.ts';
import { drawMaxima, scanResult } from '../../server/hotspots/scan.ts';
import { prepareSpaceTimeScan } from '../../server/hotspots/space-time-scan.ts';
import { prepareSpatialScan } from '../../server/hotspots/spatial-scan.ts';
import { startThread } from '../../server/findings/thread.ts';
import { drawShared } from '../../server/pipeline/compute.ts';
import { distanceKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import { randomFrom, report, timed } from './traffic.ts';

interface Cell {
  readonly id: string;
  readonly position: Position;
  readonly population: number;
  readonly counts: number[];
}

const PERIODS = monthPeriods('2024-01-01', '2025-12-31', 1);
const HALF_YEAR = 184;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Both scans with 999 draws at 1, 10 and 100 times 100 cases, in 30, 100 and 400 cells and 24 months. */
export async function bench(): Promise<void> {
  console.log('Scans with 999 draws against adding up every window anew, scaled from one data set');
  scans(makeCells(50, 20, 3), true, false); // warm up
  for (const [cases, cells] of [
    [100, 30],
    [1_000, 100],
    [10_000, 400],
  ] as const) {
    await Promise.resolve();
    scans(makeCells(cases, cells, 7), cases <= 1_000, true);
  }
  await onTwoThreads(makeCells(10_000, 400, 7));
}

/** The largest space-time scan as an analysis makes it: its draws shared out between two threads. */
async function onTwoThreads(cells: readonly Cell[]): Promise<void> {
  const threads = [startThread(), startThread()] as const;
  const scan = prepareSpaceTimeScan(cells, PERIODS, { ...DEFAULT_SCAN_OPTIONS, maxDays: HALF_YEAR });
  const started = performance.now();
  const maxima = await drawShared(threads[0], threads[1], scan, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  const { clusters } = scanResult(scan, maxima);
  await Promise.all(threads.map((thread) => thread.stop()));
  console.log(
    `space-time, 10000 cases in 400 cells, two threads: ${seconds.toFixed(1)} s, ${(maxima.length / seconds).toFixed(0)} draws/s, ` +
      `p of the first cluster ${String(clusters[0]?.p)}`,
  );
}

function scans(cells: readonly Cell[], compare: boolean, tell: boolean): void {
  const { draws } = DEFAULT_SCAN_OPTIONS;
  const cases = sum(cells.map(({ counts }) => sum(counts)));
  const name = `${cases} cases in ${cells.length} cells`;
  const spatial = timed(() => {
    const locations = cells.map(({ counts, ...cell }) => ({ ...cell, cases: sum(counts) }));
    const scan = prepareSpatialScan(locations, DEFAULT_SCAN_OPTIONS);
    return scanResult(scan, drawMaxima(scan, 0, draws));
  });
  const options = { ...DEFAULT_SCAN_OPTIONS, maxDays: HALF_YEAR };
  const spaceTime = timed(() => {
    const scan = prepareSpaceTimeScan(cells, PERIODS, options);
    return scanResult(scan, drawMaxima(scan, 0, draws));
  });
  const population = cells.map((cell) => cell.population);
  const sizes = cells.map(({ counts }) => sum(counts));
  const months = PERIODS.length;
  const references = compare && {
    spatial: timed(() => everyWindow(cells, population, () => [[0, months, cases]])),
    spaceTime: timed(() => everyWindow(cells, sizes, runs)),
  };
  if (references) {
    same(spatial.result.clusters[0]?.llr, references.spatial.result);
    same(spaceTime.result.clusters[0]?.llr, references.spaceTime.result);
  }
  if (!tell) return;
  const scaled = <T>(one: { result: T; ms: number; cpuMs: number }): typeof one => ({
    ...one,
    ms: one.ms * (draws + 1),
    cpuMs: one.cpuMs * (draws + 1),
  });
  report(`Poisson, ${name}`, draws, spatial, references ? scaled(references.spatial) : undefined);
  const spans = String(spaceTime.result.parameters.spans);
  report(
    `space-time, ${name}, ${spans} spans`,
    draws,
    spaceTime,
    references ? scaled(references.spaceTime) : undefined,
  );
}

/** Runs of up to six months, with the cases that fall into each anywhere. */
function runs(cells: readonly Cell[]): [number, number, number][] {
  return PERIODS.flatMap((_, from) =>
    [1, 2, 3, 4, 5, 6].flatMap((length): [number, number, number][] => {
      const to = from + length;
      return to > PERIODS.length
        ? []
        : [[from, to, sum(cells.map(({ counts }) => sum(counts.slice(from, to))))]];
    }),
  );
}

/** The straightforward way: for each circle and each run all members are added up. */
function everyWindow(
  cells: readonly Cell[],
  weights: readonly number[],
  runsOf: (cells: readonly Cell[]) => [number, number, number][],
): number {
  const all = sum(weights);
  const total = sum(cells.map(({ counts }) => sum(counts)));
  const stretches = runsOf(cells);
  let highest = 0;
  for (const centre of cells) {
    for (const edge of cells) {
      const reach = distanceKm(centre.position, edge.position);
      const inside = cells.flatMap(({ position }, i) =>
        distanceKm(centre.position, position) <= reach ? [i] : [],
      );
      const weight = sum(inside.map((i) => weights[i] ?? 0));
      if (weight > all / 2) continue;
      for (const [from, to, then] of stretches) {
        const found = sum(inside.map((i) => sum(cells[i]?.counts.slice(from, to) ?? [])));
        const expected = (weight / all) * then;
        if (found < 2 || found <= expected) continue;
        const ratio =
          found * Math.log(found / expected) +
          (found < total ? (total - found) * Math.log((total - found) / (total - expected)) : 0);
        highest = Math.max(highest, ratio);
      }
    }
  }
  return highest;
}

function same(ours: number | undefined, reference: number): void {
  if (!(Math.abs((ours ?? NaN) - reference) < 1e-7)) {
    throw new Error(`The largest ratio is ${ours ?? 'missing'}, by the reference ${reference}`);
  }
}

function makeCells(cases: number, cells: number, seed: number): Cell[] {
  const random = randomFrom(seed);
  const made = Array.from({ length: cells }, (_, i) => ({
    id: `c${i}`,
    position: [-86 + 28 * random(), 9 + 16 * random()] as const,
    population: 1 + Math.floor(1000 * random() ** 3),
    counts: PERIODS.map(() => 0),
  }));
  for (let i = 0; i < cases; i++) {
    const counts = made[Math.floor(random() ** 2 * cells)]?.counts;
    const month = Math.floor(random() * PERIODS.length);
    if (counts) counts[month] = (counts[month] ?? 0) + 1;
  }
  return made;
}
