import { getHexagonEdgeLengthAvg } from 'h3-js';
import type { HotSpotCell } from '../../shared/findings.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import { InputError } from '../errors.ts';
import { getisOrdStar } from './getis-ord.ts';
import { boundaryOf, gridPoints, neighboursOf, studyArea } from './grid.ts';
import type { Grid, HotSpotPoint } from './grid.ts';

export interface HotSpotOptions {
  /** H3 resolution, 0 to 15: 3 has edges of 69 km on average, 4 of 26 km, 5 of 9.9 km. */
  readonly resolution: number;
  /** Seizures whose place is less certain than this are left out, km. */
  readonly maxUncertaintyKm: number;
  /** What is tested: seizures, or their kilograms. */
  readonly value: 'count' | 'kg';
  /** Rings of cells around a cell that make its neighbourhood, at least 1. */
  readonly neighbourRings: number;
  /** Rings of empty cells around those that something lies in that are tested too, 0 or more. */
  readonly marginRings: number;
  /** Largest q at which a cell is called hot or cold. */
  readonly alpha: number;
}

/**
 * Cells of resolution 4 have a surface of about 1,300 km2 in the Caribbean, the size of a middling island; at
 * 100 km a seizure is spread over some 24 of them, beyond which it says more about a sea than about a place.
 * One ring is the usual first-order neighbourhood; with two rings of margin every non-empty cell and each of
 * its neighbours has its whole neighbourhood within the area. 0.05 is the customary false discovery rate.
 */
export const DEFAULT_HOT_SPOT_OPTIONS: HotSpotOptions = {
  resolution: 4,
  maxUncertaintyKm: 100,
  value: 'count',
  neighbourRings: 1,
  marginRings: 2,
  alpha: 0.05,
};

export interface HotSpots {
  /** Every cell tested, the empty ones included, ascending by cell. */
  readonly cells: readonly HotSpotCell[];
  /** Seizures that no cell rests on, by reason. */
  readonly leftOut: Grid['leftOut'];
  readonly parameters: HotSpotOptions & {
    readonly edgeLengthKm: number;
    readonly cellsTested: number;
    readonly seizuresUsed: number;
  };
  /** Why nothing could be tested; null when something was. */
  readonly note: string | null;
}

/**
 * Cells of the H3 grid where seizures, spread by their uncertainty, cluster more or less than chance: Gi*
 * with Benjamini-Hochberg over all cells tested.
 *
 * Three limits to state with the result. Neighbouring cells share seizures, so their tests are positively
 * correlated; for one-sided tests that is proven not to harm Benjamini-Hochberg (Benjamini and Yekutieli
 * 2001), for two-sided ones it is only the usual experience. The normal tail is an approximation, rough where
 * a few seizures stand among many empty cells. And Gi* takes no account of traffic or of reporting: a busy
 * port is hot because it is busy.
 *
 * @param points  in any order, each id once
 * @returns no cells when no point can be used
 * @throws {InputError} `bad-<option>` for an option out of bounds, `bad-uncertainty`, `bad-position`,
 *   `bad-kg` or `point-duplicate` for a point
 */
export function findHotSpots(
  points: readonly HotSpotPoint[],
  options: HotSpotOptions = DEFAULT_HOT_SPOT_OPTIONS,
): HotSpots {
  const sorted = checkHotSpotInput(points, options);
  const grid = gridPoints(sorted, options);
  const area = studyArea(grid.weights.keys(), options.marginRings);
  const values = area.map((cell) => grid.weights.get(cell)?.[options.value] ?? 0);
  const statistics = getisOrdStar(values, neighboursOf(area, options.neighbourRings));
  const q = benjaminiHochberg(statistics.map(({ p }) => p));
  const cells = area.map((cell, i): HotSpotCell => {
    const { z, p } = statistics[i] ?? { z: 0, p: 1 };
    const weight = grid.weights.get(cell);
    return {
      cell,
      count: weight?.count ?? 0,
      kg: weight?.kg ?? 0,
      z,
      p,
      q: q[i] ?? 1,
      class: (q[i] ?? 1) > options.alpha || z === 0 ? 'none' : z > 0 ? 'hot' : 'cold',
      boundary: boundaryOf(cell),
      evidence: weight?.evidence ?? [],
    };
  });
  return {
    cells,
    leftOut: grid.leftOut,
    parameters: {
      ...options,
      edgeLengthKm: getHexagonEdgeLengthAvg(options.resolution, 'km'),
      cellsTested: cells.length,
      seizuresUsed: grid.used,
    },
    note: noteOn(cells, values),
  };
}

/**
 * The points in ascending order of id.
 *
 * @throws {InputError} as {@link findHotSpots}
 */
export function checkHotSpotInput<Point extends HotSpotPoint>(
  points: readonly Point[],
  options: HotSpotOptions,
): Point[] {
  checkOptions(options);
  const sorted = [...points].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  sorted.forEach((point, i) => checkPoint(point, sorted[i - 1]));
  return sorted;
}

function noteOn(cells: readonly HotSpotCell[], values: readonly number[]): string | null {
  if (cells.length === 0) return 'No seizure has a place known well enough to be put into a cell.';
  if (values.every((value) => value === 0))
    return 'No seizure used states a mass, so no cell can be told from another.';
  if (cells.every(({ z }) => z === 0)) return 'All cells hold the same, so none can be told from another.';
  return null;
}

function checkOptions(options: HotSpotOptions): void {
  const { resolution, maxUncertaintyKm, neighbourRings, marginRings, alpha } = options;
  const checks: [keyof HotSpotOptions, boolean, string][] = [
    [
      'resolution',
      Number.isInteger(resolution) && resolution >= 0 && resolution <= 15,
      'a whole number from 0 to 15',
    ],
    [
      'maxUncertaintyKm',
      Number.isFinite(maxUncertaintyKm) && maxUncertaintyKm >= 0,
      'a number of km, 0 or more',
    ],
    [
      'neighbourRings',
      Number.isInteger(neighbourRings) && neighbourRings >= 1,
      'a whole number of at least 1',
    ],
    ['marginRings', Number.isInteger(marginRings) && marginRings >= 0, 'a whole number, 0 or more'],
    ['alpha', alpha > 0 && alpha < 1, 'between 0 and 1'],
  ];
  for (const [name, good, wanted] of checks) {
    if (!good) throw new InputError(`bad-${name}`, `${name} must be ${wanted}; it is ${options[name]}.`);
  }
}

function checkPoint(point: HotSpotPoint, before: HotSpotPoint | undefined): void {
  const { id, position, uncertaintyKm, kg } = point;
  if (before?.id === id) {
    throw new InputError('point-duplicate', `Seizure ${id} is given twice; each seizure counts once.`);
  }
  if (uncertaintyKm !== null && !(uncertaintyKm >= 0)) {
    throw new InputError('bad-uncertainty', `Seizure ${id}: a radius of ${uncertaintyKm} km cannot be.`);
  }
  if (kg !== null && !(kg >= 0 && Number.isFinite(kg))) {
    throw new InputError('bad-kg', `Seizure ${id}: a mass of ${kg} kg cannot be.`);
  }
  if (position !== null && !(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) {
    throw new InputError(
      'bad-position',
      `Seizure ${id}: [${position.join(', ')}] is no longitude and latitude.`,
    );
  }
}
