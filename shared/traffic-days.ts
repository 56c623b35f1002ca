import type { Day } from './model.ts';

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** The first day of a month and of the one after, as day numbers. */
function monthBounds(month: string): [number, number] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return [Date.UTC(year, number - 1, 1) / DAY_MS, Date.UTC(year, number, 1) / DAY_MS];
}

/**
 * On how many days of a period traffic was seen: those of months in which at least one voyage was. Outside them
 * nobody listened, or nothing is held, and no voyage there says nothing of how many there were.
 *
 * @param months  `YYYY-MM` of months with a voyage, once each
 * @param from,to  first and last day; null: open
 */
export function trafficDays(months: readonly string[], from: Day | null, to: Day | null): number {
  const first = from === null ? -Infinity : dayNumber(from);
  const end = to === null ? Infinity : dayNumber(to) + 1;
  return months
    .map(monthBounds)
    .reduce((sum, [start, after]) => sum + Math.max(0, Math.min(after, end) - Math.max(start, first)), 0);
}
