import type { Position } from '../../shared/geo.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import type { EmergingClass } from '../../shared/vocabulary.ts';
import { InputError } from '../errors.ts';
import { classOf } from './emerging-class.ts';
import type { PeriodClass } from './emerging-class.ts';
import { checkHotSpotInput, DEFAULT_HOT_SPOT_OPTIONS } from './find-hot-spots.ts';
import type { HotSpotOptions } from './find-hot-spots.ts';
import { getisOrdStar } from './getis-ord.ts';
import { boundaryOf, gridPoints, neighboursOf, studyArea } from './grid.ts';
import type { Grid } from './grid.ts';
import type { DatedPoint } from './group-cases.ts';
import { mannKendall } from './mann-kendall.ts';
import type { MannKendall } from './mann-kendall.ts';
import { checkPeriods, daysIn, periodOf } from './periods.ts';
import type { Period } from './periods.ts';

export interface EmergingOptions extends HotSpotOptions {
  /** Largest p at which the z-scores of a cell have a trend. */
  readonly trendAlpha: number;
}

export const DEFAULT_EMERGING_OPTIONS: EmergingOptions = { ...DEFAULT_HOT_SPOT_OPTIONS, trendAlpha: 0.05 };

export interface EmergingCell {
  /** H3 index. */
  readonly cell: string;
  readonly class: EmergingClass;
  /** By period: Gi* z-score, and hot or cold by Benjamini-Hochberg over the cells of that period. */
  readonly z: readonly number[];
  readonly periodClasses: readonly PeriodClass[];
  /** Mann-Kendall on the z-scores. */
  readonly trend: Pick<MannKendall, 'trend' | 'p' | 'z' | 'tau'>;
  readonly boundary: readonly Position[];
  /** Ids of the seizures in the cell, ascending. */
  readonly evidence: readonly string[];
}

export interface EmergingHotSpots {
  /** Every cell tested, ascending; most are `none`. */
  readonly cells: readonly EmergingCell[];
  readonly leftOut: Grid['leftOut'] & {
    /** Dated to days that no single period holds: in several, or outside all. */
    readonly noPeriod: number;
  };
  readonly parameters: EmergingOptions & {
    readonly periods: readonly Period[];
    readonly cellsTested: number;
    readonly seizuresUsed: number;
  };
  /** Why nothing was classed, or what to keep in mind; null: neither. */
  readonly note: string | null;
}

/** With three values the least possible p of a trend is 0.30, with four 0.09, with five 0.03. */
const LEAST_PERIODS = 4;
/** Below ten, 90% of the periods is all of them. */
const PERIODS_FOR_NINE_TENTHS = 10;
/** Months, quarters and years differ by up to 31 to 28 days. */
const LONGEST_TO_SHORTEST = 1.15;

/**
 * Classes each cell by how its heat went over time: Gi* in every period over one study area, then Mann-Kendall
 * on each cell's z-scores.
 *
 * The classes are those of emerging hot spot analysis ({@link classOf}). Unlike there, a period's neighbourhood
 * is of that period alone and does not reach into the one before. Seizures dated to days that no single period
 * holds are left out and counted: spread over periods they would smooth the very changes looked for.
 *
 * @param points   in any order, each id once
 * @param periods  ascending, apart, and of nearly equal length
 * @returns no cells and the reason with fewer than four periods or nothing to place
 * @throws {InputError} as findHotSpots, and `bad-periods`, `bad-trendAlpha`
 */
export function findEmergingHotSpots(
  points: readonly DatedPoint[],
  periods: readonly Period[],
  options: EmergingOptions = DEFAULT_EMERGING_OPTIONS,
): EmergingHotSpots {
  const { trendAlpha, ...hotSpotOptions } = options;
  if (!(trendAlpha > 0 && trendAlpha < 1)) {
    throw new InputError('bad-trendAlpha', `trendAlpha must be between 0 and 1; it is ${trendAlpha}.`);
  }
  checkLengths(periods);
  const sorted = checkHotSpotInput(points, hotSpotOptions);
  const byPeriod = periods.map((): DatedPoint[] => []);
  for (const point of sorted) {
    const period = periodOf(periods, point.earliest, point.latest);
    if (period !== null) byPeriod[period]?.push(point);
  }
  const grids = byPeriod.map((held) => gridPoints(held, options));
  const all = gridPoints(sorted, options);
  const used = grids.reduce((sum, grid) => sum + grid.used, 0);
  const enough = periods.length >= LEAST_PERIODS;
  const cells = enough && used > 0 ? classed(grids, options) : [];
  return {
    cells,
    leftOut: { ...all.leftOut, noPeriod: all.used - used },
    parameters: { ...options, periods, cellsTested: cells.length, seizuresUsed: used },
    note: noteOn(periods.length, used),
  };
}

function classed(grids: readonly Grid[], options: EmergingOptions): EmergingCell[] {
  const filled = new Set(grids.flatMap(({ weights }) => [...weights.keys()]));
  const area = studyArea(filled, options.marginRings);
  const neighbours = neighboursOf(area, options.neighbourRings);
  const byPeriod = grids.map(({ weights }) => {
    const found = getisOrdStar(
      area.map((cell) => weights.get(cell)?.[options.value] ?? 0),
      neighbours,
    );
    const q = benjaminiHochberg(found.map(({ p }) => p));
    return found.map(({ z }, i) => ({ z, class: classOfPeriod(z, q[i] ?? 1, options.alpha) }));
  });
  return area.map((cell, i) => {
    const series = byPeriod.flatMap((period) => period[i] ?? []);
    const z = series.map((one) => one.z);
    const periodClasses = series.map((one) => one.class);
    const { trend, p, z: trendZ, tau } = mannKendall(z, options.trendAlpha);
    return {
      cell,
      class: classOf(periodClasses, trend),
      z,
      periodClasses,
      trend: { trend, p, z: trendZ, tau },
      boundary: boundaryOf(cell),
      evidence: grids.flatMap(({ weights }) => weights.get(cell)?.evidence ?? []).sort(),
    };
  });
}

function classOfPeriod(z: number, q: number, alpha: number): PeriodClass {
  return q > alpha || z === 0 ? 'none' : z > 0 ? 'hot' : 'cold';
}

function noteOn(periods: number, used: number): string | null {
  if (periods < LEAST_PERIODS)
    return `A course over time needs at least ${LEAST_PERIODS} periods; there are ${periods}. Take shorter ones or a longer time.`;
  if (used === 0) return 'No seizure has both a place known well enough and a date within one period.';
  if (periods < PERIODS_FOR_NINE_TENTHS)
    return periods === LEAST_PERIODS
      ? `With ${periods} periods no trend can be told at 0.05, and no cell can be called historical: that takes ${PERIODS_FOR_NINE_TENTHS}.`
      : `With ${periods} periods a trend is tested roughly, and no cell can be called historical: that takes ${PERIODS_FOR_NINE_TENTHS}.`;
  return null;
}

function checkLengths(periods: readonly Period[]): void {
  checkPeriods(periods);
  const days = periods.map(daysIn);
  if (Math.max(...days) > LONGEST_TO_SHORTEST * Math.min(...days)) {
    throw new InputError(
      'bad-periods',
      `Periods must be of nearly equal length; they last from ${Math.min(...days)} to ${Math.max(...days)} days.`,
    );
  }
}
