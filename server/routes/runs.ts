import type { RouteEvent } from '../../shared/findings.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { InputError } from '../errors.ts';

/** The country or territory a place belongs to (such as `TT`), or null for one that has none, as a sea area. */
export type TerritoryOf = (placeId: string) => string | null;

/**
 * What an event contributes at a level: stretches of places without a break, in order of travel.
 *
 * At level `port` an event is one stretch of its places as recorded. At level `territory` each place is
 * rolled up, and a place without a territory breaks the stretch in two: what lies on either side of it is
 * not known to be consecutive. At both levels a place that follows itself counts once, because staying is
 * no leg.
 *
 * @throws {InputError} `territory-missing` at level `territory` without `territoryOf`
 */
export function runsOf(event: RouteEvent, level: Level, territoryOf?: TerritoryOf): string[][] {
  if (level === 'territory' && !territoryOf) {
    throw new InputError('territory-missing', 'Routes between territories need the territory of each place.');
  }
  const runs: string[][] = [];
  let run: string[] = [];
  for (const placeId of event.places) {
    const place = level === 'territory' && territoryOf ? territoryOf(placeId) : placeId;
    if (place === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else if (run[run.length - 1] !== place) {
      run.push(place);
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/**
 * Events by ascending id, so that results do not depend on the order they came in.
 *
 * @throws {InputError} `event-duplicate` when two have the same id: one would be counted twice
 */
export function sortEvents(events: readonly RouteEvent[]): RouteEvent[] {
  const sorted = [...events].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  sorted.forEach((event, i) => {
    if (i > 0 && sorted[i - 1]?.id === event.id) {
      throw new InputError('event-duplicate', `Event ${event.id} is given twice; each event counts once.`);
    }
  });
  return sorted;
}
