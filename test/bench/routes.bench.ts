import { setImmediate as pause } from 'node:timers/promises';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../../server/routes/sequences.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import { makeVoyages, report, timed, toEvents } from './traffic.ts';

/** Recurring routes of 2 to 6 ports at 1, 10 and 100 times 1,000 voyages over 500 ports. */
export async function bench(): Promise<void> {
  console.log('Recurring routes (findRoutes) against counting every sub-sequence by name');
  const options = { ...DEFAULT_ROUTE_OPTIONS, level: 'port' as const };
  timed(() => findRoutes(toEvents(makeVoyages(1000, 500, 3)), options)); // warm up
  for (const size of [1_000, 10_000, 100_000]) {
    await pause(); // lets the garbage of the last size go
    const events = toEvents(makeVoyages(size, 500, 7));
    const ours = timed(() => findRoutes(events, options));
    const reference = timed(() => countByName(events, options.maxLength, options.minSupport));
    if (reference.result !== ours.result.length) {
      throw new Error(`${ours.result.length} routes, but the reference has ${reference.result}`);
    }
    report(`${size} voyages, ${ours.result.length} routes`, size, ours, reference);
  }
}

/** The straightforward way: all sub-sequences with the set of their events; how many are routes. */
function countByName(events: readonly RouteEvent[], maxLength: number, minSupport: number): number {
  const containing = new Map<string, Set<RouteEvent>>();
  for (const event of events) {
    for (let from = 0; from < event.places.length; from++) {
      for (let to = from + 2; to <= Math.min(event.places.length, from + maxLength); to++) {
        const key = event.places.slice(from, to).join('>');
        const found = containing.get(key);
        if (found) found.add(event);
        else containing.set(key, new Set([event]));
      }
    }
  }
  const open = new Set<string>();
  for (const [key, found] of containing) {
    const places = key.split('>');
    for (const part of [places.slice(1).join('>'), places.slice(0, -1).join('>')]) {
      if (containing.get(part)?.size === found.size) open.add(part);
    }
  }
  let routes = 0;
  for (const [key, found] of containing) {
    const all = [...found];
    const seizures = all.filter((event) => event.kind === 'seizure').length;
    const days = new Set(all.filter((event) => event.kind === 'voyage').map((event) => event.day)).size;
    if (!open.has(key) && (seizures > 0 || days >= minSupport)) routes++;
  }
  return routes;
}
