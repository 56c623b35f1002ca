import type { RunNote, StoredCell } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Day, Seizure } from '../../shared/model.ts';
import { findEmergingHotSpots, DEFAULT_EMERGING_OPTIONS } from '../hotspots/emerging.ts';
import { findHotSpots } from '../hotspots/find-hot-spots.ts';
import { callRate, cellUnits, ratesOf } from '../hotspots/rates.ts';
import { monthPeriods, type Period } from '../hotspots/periods.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import type { PlaceCalls } from './analysis-input.ts';
import { pointsOf } from './derive.ts';
import type { AnalysisParameters } from './parameters.ts';

/**
 * The hot spot cells of a run: Gi* of all time, how each cell came to be so over the periods, and the port calls
 * known in it.
 */
export function hotSpotCells(
  seizures: readonly Seizure[],
  calls: readonly PlaceCalls[],
  gazetteer: Pick<Gazetteer, 'byId'>,
  { hotSpots, emerging }: Pick<AnalysisParameters, 'hotSpots' | 'emerging'>,
): { readonly cells: readonly StoredCell[]; readonly notes: readonly RunNote[] } {
  const points = pointsOf(seizures);
  const periods = monthsOf(points, emerging.periodMonths);
  const found = findHotSpots(points, hotSpots);
  const course = findEmergingHotSpots(points, periods, { ...DEFAULT_EMERGING_OPTIONS, ...hotSpots });
  const classes = new Map(course.cells.map((cell) => [cell.cell, cell.class]));
  const placed = points.flatMap(({ position, uncertaintyKm }) =>
    position && (uncertaintyKm ?? 0) <= hotSpots.maxUncertaintyKm ? [position] : [],
  );
  const rates = new Map(
    ratesOf(cellUnits(placed, trafficOf(calls, gazetteer), hotSpots.resolution)).map((rate) => [
      rate.id,
      rate,
    ]),
  );
  const cells = found.cells.map(({ boundary: _boundary, ...cell }) => ({
    ...cell,
    emerging: course.cells.length === 0 ? null : (classes.get(cell.cell) ?? 'none'),
    calls: rates.get(cell.cell)?.calls ?? 0,
    rate: callRate(rates.get(cell.cell)),
  }));
  return { cells, notes: notesOf(found.leftOut, course, periods.length) };
}

/** Port calls with the position of their place. */
export function trafficOf(
  calls: readonly PlaceCalls[],
  { byId }: Pick<Gazetteer, 'byId'>,
): { readonly position: Position; readonly calls: number }[] {
  return calls.flatMap(({ placeId, calls: count }) => {
    const place = byId(placeId);
    return place ? [{ position: place.position, calls: count }] : [];
  });
}

/**
 * Whole periods over the days of events, so laid that the last ends with the month of the last day: what is new is
 * looked at, and what is left over lies at the start. None when there is no event or no whole period.
 */
export function monthsOf(
  events: readonly { readonly earliest: Day; readonly latest: Day }[],
  monthsEach: number,
): Period[] {
  const days = events.flatMap(({ earliest, latest }) => [earliest, latest]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [fromMonth, toMonth] = [monthNumber(first), monthNumber(last)];
  const whole = Math.floor((toMonth - fromMonth + 1) / monthsEach) * monthsEach;
  const start = new Date(Date.UTC(0, toMonth - whole + 1, 1)).toISOString().slice(0, 10);
  const end = new Date(Date.UTC(0, toMonth + 1, 0)).toISOString().slice(0, 10);
  return whole === 0 ? [] : monthPeriods(start, end, monthsEach);
}

/** Months since 1900, the year that `Date.UTC` calls 0. */
function monthNumber(day: Day): number {
  return (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1;
}

function notesOf(
  leftOut: Readonly<Record<string, number>>,
  course: ReturnType<typeof findEmergingHotSpots>,
  periods: number,
): RunNote[] {
  const notPlaced = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
  const notes: RunNote[] = [
    { code: 'seizures-not-placed', count: notPlaced },
    { code: 'seizures-in-several-periods', count: course.leftOut.noPeriod },
  ];
  const needed = notes.filter(({ count }) => count > 0);
  if (course.cells.length > 0) return needed;
  return [...needed, { code: periods < 4 ? 'too-few-periods' : 'no-dated-seizure', count: periods }];
}
