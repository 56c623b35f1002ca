import { latLngToCell } from 'h3-js';
import type { Day } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import { centreOf } from './grid.ts';
import type { HotSpotPoint } from './grid.ts';
import { checkPeriods, periodOf } from './periods.ts';
import type { Period } from './periods.ts';
import type { SpaceTimeLocation } from './space-time-scan.ts';

/** A seizure as a place and an interval of days. */
export interface DatedPoint extends HotSpotPoint {
  readonly earliest: Day;
  readonly latest: Day;
}

/** A cell with its cases in each period. */
export interface CellCases extends SpaceTimeLocation {
  /** Ids of the cases, ascending, by period. */
  readonly evidence: readonly (readonly string[])[];
}

export interface GroupedCases {
  /** Cells with a case, ascending; the position is the cell's centre. */
  readonly cells: readonly CellCases[];
  readonly used: number;
  readonly leftOut: {
    readonly noPosition: number;
    readonly tooUncertain: number;
    /** Dated to days that no single period holds: in several, or outside all. */
    readonly noPeriod: number;
  };
}

/**
 * Cases by H3 cell and period for the space-time scan, each whole in the cell of its best position: a scan
 * permutes whole cases, which cannot be spread over cells.
 *
 * @param points  in any order
 * @throws {InputError} `bad-resolution` or `bad-periods`
 */
export function groupCases(
  points: readonly DatedPoint[],
  periods: readonly Period[],
  options: { readonly resolution: number; readonly maxUncertaintyKm: number },
): GroupedCases {
  const { resolution, maxUncertaintyKm } = options;
  if (!(Number.isInteger(resolution) && resolution >= 0 && resolution <= 15)) {
    throw new InputError(
      'bad-resolution',
      `resolution must be a whole number from 0 to 15; it is ${resolution}.`,
    );
  }
  checkPeriods(periods);
  const cells = new Map<string, string[][]>();
  const leftOut = { noPosition: 0, tooUncertain: 0, noPeriod: 0 };
  let used = 0;
  for (const { id, position, uncertaintyKm, earliest, latest } of points) {
    const period = periodOf(periods, earliest, latest);
    if (position === null || uncertaintyKm === null) leftOut.noPosition++;
    else if (uncertaintyKm > maxUncertaintyKm) leftOut.tooUncertain++;
    else if (period === null) leftOut.noPeriod++;
    else {
      const cell = latLngToCell(position[1], position[0], resolution);
      const held = cells.get(cell) ?? periods.map(() => []);
      held[period]?.push(id);
      cells.set(cell, held);
      used++;
    }
  }
  const grouped = [...cells].map(([id, held]): CellCases => ({
    id,
    position: centreOf(id),
    counts: held.map((ids) => ids.length),
    evidence: held.map((ids) => ids.sort()),
  }));
  return { cells: grouped.sort((a, b) => (a.id < b.id ? -1 : 1)), used, leftOut };
}
