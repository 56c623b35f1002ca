import type { SeizuresReply } from '../api.ts';

interface Days {
  readonly from: string;
  readonly to: string;
  readonly operation: null;
}

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** The same day a year before; of 29 February the 28th. */
function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0');
  return `${year}-${day.slice(5) === '02-29' ? '02-28' : day.slice(5)}`;
}

/** The twelve months that end with `lastDay`, to the day, and the twelve before them: equally long. */
export function lastTwoYears(lastDay: string): { last: Days; before: Days } {
  const end = yearBefore(lastDay);
  return {
    last: { from: dayAfter(end), to: lastDay, operation: null },
    before: { from: dayAfter(yearBefore(end)), to: end, operation: null },
  };
}

/** Every operation that a seizure names, once each, in order; a seizure may name several, `A;B`. */
export function operationsIn(seizures: SeizuresReply | undefined): string[] {
  const all = (seizures?.features ?? []).flatMap(
    ({ properties }) => properties.operation?.split(/\s*;\s*/).filter((name) => name !== '') ?? [],
  );
  return [...new Set(all)].sort((a, b) => a.localeCompare(b));
}
