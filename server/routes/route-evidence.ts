import type { Route, RouteEvent } from '../../shared/findings.ts';
import type { EncodedRuns, NgramLevel } from './ngrams.ts';

export interface Evidence {
  readonly number: number;
  /** Ascending. */
  readonly eventIndexes: Int32Array;
}

/**
 * The closed sequences of a level, each with the events that contain it. It is enough to look one place
 * further: a longer sequence with the same events would hand them down through every length between.
 */
export function closedEvidence(
  runs: EncodedRuns,
  level: NgramLevel,
  above: NgramLevel | undefined,
): Evidence[] {
  const size = Int32Array.from(level.support);
  above?.support.forEach((support, number) => {
    for (const part of [above.prefix[number] ?? -1, above.suffix[number] ?? -1]) {
      if (level.support[part] === support) size[part] = 0;
    }
  });
  const end = new Int32Array(size.length);
  let total = 0;
  size.forEach((events, number) => (end[number] = (total += events) - events));
  const eventIndexes = new Int32Array(total);
  const start = end.slice();
  for (let at = 0; at < level.startingAt.length; at++) {
    const number = level.startingAt[at] ?? -1;
    if (!size[number]) continue;
    const filled = end[number] ?? 0;
    const event = runs.eventOf[at] ?? 0;
    if (filled > (start[number] ?? 0) && eventIndexes[filled - 1] === event) continue;
    eventIndexes[filled] = event;
    end[number] = filled + 1;
  }
  const evidence: Evidence[] = [];
  size.forEach((events, number) => {
    if (events === 0) return;
    evidence.push({ number, eventIndexes: eventIndexes.subarray(start[number], end[number]) });
  });
  return evidence;
}

/** What a route states about its events one by one. */
export type RouteCounts = Pick<
  Route,
  'seizures' | 'voyages' | 'vessels' | 'independentEvents' | 'firstDay' | 'lastDay' | 'evidence'
>;

/** Counts events by index. Days and vessels are numbered once, so that distinct ones are told by a stamp. */
export function eventCounter(events: readonly RouteEvent[]): (indexes: Int32Array) => RouteCounts {
  const dayNumber = numbering(events.map((event) => event.day));
  const vesselNumber = numbering(events.map((event) => event.vesselId));
  const dayStamp = new Int32Array(events.length);
  const vesselStamp = new Int32Array(events.length);
  let stamp = 0;
  return (indexes) => {
    stamp++;
    const counts = { seizures: 0, voyages: 0, vessels: 0, voyageDays: 0, firstDay: '', lastDay: '' };
    const evidence: string[] = [];
    for (const i of indexes) {
      const event = events[i];
      if (!event) continue;
      evidence.push(event.id);
      if (event.kind === 'seizure') counts.seizures++;
      else {
        counts.voyages++;
        counts.voyageDays += newly(dayStamp, dayNumber[i] ?? 0, stamp);
      }
      if (event.vesselId !== null) counts.vessels += newly(vesselStamp, vesselNumber[i] ?? 0, stamp);
      if (counts.firstDay === '' || event.day < counts.firstDay) counts.firstDay = event.day;
      if (event.lastDay > counts.lastDay) counts.lastDay = event.lastDay;
    }
    const { voyageDays, ...rest } = counts;
    return { ...rest, independentEvents: counts.seizures + voyageDays, evidence };
  };
}

function numbering(values: readonly (string | null)[]): number[] {
  const numbers = new Map<string | null, number>();
  return values.map((value) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  });
}

function newly(stamps: Int32Array, number: number, stamp: number): 0 | 1 {
  if (stamps[number] === stamp) return 0;
  stamps[number] = stamp;
  return 1;
}
