import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';
import { aliasTable, drawIndex } from '../statistics/alias-table.ts';
import type { AliasTable } from '../statistics/alias-table.ts';
import { makeRandom } from '../statistics/random.ts';
import type { Random } from '../statistics/random.ts';
import type { ScanOptions } from './scan-options.ts';
import { checkScanOptions } from './scan-options.ts';
import { leastCases, LLR_TOLERANCE, logLikelihoodRatio } from './scan-statistic.ts';
import { windowsAround } from './scan-windows.ts';
import type { Windows } from './scan-windows.ts';

/** A place or cell with its cases and what they came out of, such as port calls. */
export interface ScanLocation {
  readonly id: string;
  readonly position: Position;
  /** Whole number, 0 or more. */
  readonly cases: number;
  /** 0 or more, in any unit. */
  readonly population: number;
}

/** A window and its cases. `entry` points into the windows' order; `span` into the spans of time, or is null. */
export interface FoundWindow {
  readonly centre: number;
  readonly entry: number;
  readonly span: number | null;
  readonly cases: number;
  readonly expected: number;
  readonly llr: number;
}

/** For each window the least cases that reach a ratio; windows below cannot hold a draw's maximum. */
interface Level {
  readonly ratio: number;
  readonly least: Int32Array;
}

/** A spatial scan made ready: plain data, which may be copied to another thread. */
export interface SpatialScan {
  readonly kind: 'spatial';
  readonly ids: readonly string[];
  readonly positions: readonly Position[];
  readonly options: ScanOptions;
  readonly windows: Windows;
  readonly cases: Int32Array;
  readonly total: number;
  readonly populations: Float64Array;
  readonly totalPopulation: number;
  /** Cases expected in the window that ends with each entry. */
  readonly expected: Float64Array;
  readonly table: AliasTable;
  /** Highest ratio first, the last one 0. */
  readonly levels: readonly Level[];
  /** Locations that have cases but no population, which no window can hold. */
  readonly leftOut: { readonly locations: number; readonly cases: number };
}

/** More cases than there can be: no window ends here. */
const NEVER = 2 ** 31 - 1;
/** Draws that find out how high maxima usually are. They steer the speed and change no answer. */
const PILOT_DRAWS = 9;

/**
 * Makes ready Kulldorff's spatial scan for high rates with circular windows and the Poisson model: given the
 * cases in all, each falls on a location in proportion to its population.
 *
 * @param locations  in any order, each id once; those without population are left out and counted
 * @throws {InputError} `bad-<option>`, `bad-cases`, `bad-population`, `location-duplicate`, `too-many-locations`
 * @see Kulldorff 1997, Commun. Stat. Theory Methods 26(6), 1481-1496
 */
export function prepareSpatialScan(locations: readonly ScanLocation[], options: ScanOptions): SpatialScan {
  checkScanOptions(options);
  const sorted = [...locations].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  sorted.forEach((location, i) => checkLocation(location, sorted[i - 1]));
  const used = sorted.filter(({ population }) => population > 0);
  const without = sorted.filter(({ population, cases }) => population === 0 && cases > 0);
  const positions = used.map(({ position }) => position);
  const populations = Float64Array.from(used, ({ population }) => population);
  const totalPopulation = populations.reduce((sum, population) => sum + population, 0);
  const cases = Int32Array.from(used, (location) => location.cases);
  const total = cases.reduce((sum, count) => sum + count, 0);
  const windows = windowsAround(
    positions,
    Array.from(populations),
    options.maxShare * totalPopulation,
    options.maxRadiusKm,
  );
  const expected = expectedIn(windows, populations, total / totalPopulation);
  const floor = { ratio: 0, least: leastIn(windows, expected, total, options.minCases, 0) };
  const scan: SpatialScan = {
    kind: 'spatial',
    ids: used.map(({ id }) => id),
    positions,
    options,
    windows,
    cases,
    total,
    populations,
    totalPopulation,
    expected,
    table: aliasTable(populations),
    levels: [floor],
    leftOut: { locations: without.length, cases: without.reduce((sum, location) => sum + location.cases, 0) },
  };
  if (total === 0 || windows.order.length === 0) return scan;
  let lowest = Infinity;
  for (let i = 0; i < PILOT_DRAWS; i++) lowest = Math.min(lowest, spatialMaximum(scan, makeRandom(0, i)));
  const ratio = 0.75 * lowest;
  const level = { ratio, least: leastIn(windows, expected, total, options.minCases, ratio) };
  return { ...scan, levels: [level, floor] };
}

function expectedIn(windows: Windows, populations: Float64Array, casesEach: number): Float64Array {
  const { starts, order } = windows;
  const expected = new Float64Array(order.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    let held = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      held += populations[order[k] ?? 0] ?? 0;
      expected[k] = held * casesEach;
    }
  }
  return expected;
}

function leastIn(
  { ends }: Windows,
  expected: Float64Array,
  total: number,
  minCases: number,
  ratio: number,
): Int32Array {
  return Int32Array.from(ends, (end, k) =>
    end === 1 ? leastCases(expected[k] ?? 0, total, ratio, minCases, total) : NEVER,
  );
}

/** The largest ratio of any window when the cases are dealt out anew; 0 where none holds more than expected. */
export function spatialMaximum(scan: SpatialScan, random: Random): number {
  const counts = new Int32Array(scan.cases.length);
  for (let i = 0; i < scan.total; i++) {
    const at = drawIndex(scan.table, random);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (const level of scan.levels) {
    const highest = highestFrom(scan, counts, level.least);
    if (highest >= level.ratio - LLR_TOLERANCE) return highest;
  }
  return 0;
}

function highestFrom(scan: SpatialScan, counts: Int32Array, least: Int32Array): number {
  const { starts, order } = scan.windows;
  const { expected, total } = scan;
  let highest = 0;
  for (let i = 0; i + 1 < starts.length; i++) {
    const end = starts[i + 1] ?? 0;
    let cases = 0;
    for (let k = starts[i] ?? 0; k < end; k++) {
      cases += counts[order[k] ?? 0] ?? 0;
      if (cases < (least[k] ?? 0)) continue;
      highest = Math.max(highest, logLikelihoodRatio(cases, expected[k] ?? 0, total));
    }
  }
  return highest;
}

/**
 * The window of the observed cases with the largest ratio that holds no taken location; of equal ones that of
 * the smaller radius, then of the smaller centre. null: none holds more than expected.
 */
export function bestSpatialWindow(scan: SpatialScan, taken: ReadonlySet<number>): FoundWindow | null {
  const { starts, order, ends, radiiKm } = scan.windows;
  let best: FoundWindow | null = null;
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    let cases = 0;
    for (let entry = starts[centre] ?? 0; entry < (starts[centre + 1] ?? 0); entry++) {
      const at = order[entry] ?? 0;
      if (taken.has(at)) break;
      cases += scan.cases[at] ?? 0;
      const expected = scan.expected[entry] ?? 0;
      if (ends[entry] !== 1 || cases < scan.options.minCases || cases <= expected) continue;
      const llr = logLikelihoodRatio(cases, expected, scan.total);
      const lead = best ? llr - best.llr : llr;
      if (lead < -LLR_TOLERANCE || llr <= LLR_TOLERANCE) continue;
      if (best && lead <= LLR_TOLERANCE && (radiiKm[entry] ?? 0) >= (radiiKm[best.entry] ?? 0)) continue;
      best = { centre, entry, span: null, cases, expected, llr };
    }
  }
  return best;
}

function checkLocation(location: ScanLocation, before: ScanLocation | undefined): void {
  const { id, cases, population, position } = location;
  if (before?.id === id) throw new InputError('location-duplicate', `Location ${id} is given twice.`);
  if (!Number.isSafeInteger(cases) || cases < 0) {
    throw new InputError(
      'bad-cases',
      `Location ${id}: cases must be a whole number, 0 or more; it is ${cases}.`,
    );
  }
  if (!(population >= 0 && Number.isFinite(population))) {
    throw new InputError(
      'bad-population',
      `Location ${id}: population must be a number, 0 or more; it is ${population}.`,
    );
  }
  if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) {
    throw new InputError(
      'bad-position',
      `Location ${id}: [${position.join(', ')}] is no longitude and latitude.`,
    );
  }
}
