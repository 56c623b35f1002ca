import type { LeftOut, RankRange, Route, RouteEvent } from '../../shared/findings.ts';
import { DEFAULT_SUPPORT_CAPS, supportCounter } from './effective-support.ts';
import type { SupportCaps } from './effective-support.ts';
import { sortEvents } from './runs.ts';

/** What events do not say of themselves. */
export interface EventSources {
  /** Kilograms seized; null where no mass is stated. Asked of seizures only. */
  seizureKg(eventId: string): number | null;
  /** The country that reported the seizure, which is where it was made; null where none is stated. Asked of seizures only. */
  reportedBy(eventId: string): string | null;
}

/**
 * Gives each route the range of its rank when the ranking is made again without the largest seizure, without each
 * country and without each data set, one at a time.
 *
 * Rank is by effective support, 1 the first; routes of equal support share the better rank. Leaving a country out
 * leaves out the seizures it reported; voyages, and what others seized on the way to it, stay. The largest seizure
 * is the one of most kilograms, of equal ones that of the smallest id; without a stated mass there is none. A
 * route that loses all its events has the last rank, that of `of`. What would leave no route any event, such as
 * the only data set, is not left out, for nothing would be left to rank.
 *
 * @param routes  those to be ranked, of one level, as `findRoutes` made them from the same events
 * @param events  in any order, each id once
 * @param caps  as the routes were made with
 * @returns the routes in the same order
 * @throws {InputError} `event-duplicate`; for a cap as `effectiveSupport`
 */
export function withRankRange(
  routes: readonly Route[],
  events: readonly RouteEvent[],
  sources: EventSources,
  caps: SupportCaps = DEFAULT_SUPPORT_CAPS,
): Route[] {
  const sorted = sortEvents(events);
  const count = supportCounter(sorted, caps);
  const { things, partOf } = removalsOf(sorted, sources);
  const indexOf = new Map(sorted.map(({ id }, index) => [id, index]));
  const whole = new Int32Array(routes.length);
  const without = things.map(() => new Int32Array(routes.length));
  routes.forEach(({ evidence }, route) => {
    const indexes = evidence.flatMap((id) => indexOf.get(id) ?? []);
    whole[route] = count(indexes).support;
    for (const support of without) support[route] = whole[route];
    // Only what the route's own events belong to changes its support.
    for (const thing of new Set(indexes.flatMap((index) => partOf[index] ?? []))) {
      const left = indexes.filter((index) => !partOf[index]?.includes(thing));
      without[thing]?.fill(count(left).support, route, route + 1);
    }
  });
  const ranges = rangesOf(whole, things, without);
  return routes.map((route, i) => ({ ...route, rankRange: ranges[i] ?? null }));
}

type Growing = { -readonly [Key in keyof RankRange]: RankRange[Key] };

function rangesOf(
  whole: Int32Array,
  things: readonly LeftOut[],
  without: readonly Int32Array[],
): readonly RankRange[] {
  const ranges = Array.from(ranksOf(whole), (rank): Growing => ({
    rank,
    best: rank,
    worst: rank,
    worstWithout: null,
    of: whole.length,
  }));
  things.forEach((leftOut, thing) => {
    const support = without[thing];
    if (!support?.some((value) => value > 0)) return;
    const ranks = ranksOf(support);
    ranges.forEach((range, route) => {
      const rank = ranks[route] ?? range.rank;
      range.best = Math.min(range.best, rank);
      if (rank <= range.worst) return;
      range.worst = rank;
      range.worstWithout = leftOut;
    });
  });
  return ranges;
}

/**
 * What is left out, one at a time: the largest seizure, then countries, then data sets, each by id, for the first
 * of equals is named.
 */
function removalsOf(
  events: readonly RouteEvent[],
  { seizureKg, reportedBy }: EventSources,
): { readonly things: readonly LeftOut[]; readonly partOf: readonly (readonly number[])[] } {
  const largest = largestOf(events, seizureKg);
  const thingsOf = ({ id, kind, dataSet }: RouteEvent): LeftOut[] => {
    const country = kind === 'seizure' ? reportedBy(id) : null;
    return [
      ...(id === largest ? [{ kind: 'seizure' as const, id }] : []),
      ...(country === null ? [] : [{ kind: 'country' as const, id: country }]),
      { kind: 'data-set', id: dataSet },
    ];
  };
  const ofEvents = events.map(thingsOf);
  const keyOf = ({ kind, id }: LeftOut): string => `${KINDS.indexOf(kind)}${id}`;
  const byKey = new Map(ofEvents.flat().map((thing) => [keyOf(thing), thing]));
  const keys = [...byKey.keys()].sort();
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return {
    things: keys.flatMap((key) => byKey.get(key) ?? []),
    partOf: ofEvents.map((things) => things.flatMap((thing) => numbers.get(keyOf(thing)) ?? [])),
  };
}

const KINDS: readonly LeftOut['kind'][] = ['seizure', 'country', 'data-set'];

/** @param events  by ascending id, so that the smallest id of equals is met first */
function largestOf(events: readonly RouteEvent[], kgOf: EventSources['seizureKg']): string | null {
  let largest: { readonly id: string; readonly kg: number } | null = null;
  for (const { id, kind } of events) {
    const kg = kind === 'seizure' ? kgOf(id) : null;
    if (kg !== null && (largest === null || kg > largest.kg)) largest = { id, kg };
  }
  return largest?.id ?? null;
}

/** 1 and the number of routes with more support; the number of routes for one without any. */
function ranksOf(support: Int32Array): Int32Array {
  const most = support.reduce((max, value) => Math.max(max, value), 0);
  const more = new Int32Array(most + 2);
  for (const value of support) more[value] = (more[value] ?? 0) + 1;
  // From routes of just this support to routes of this or more.
  for (let value = most - 1; value >= 0; value--) more[value] = (more[value] ?? 0) + (more[value + 1] ?? 0);
  return support.map((value) => (value === 0 ? support.length : 1 + (more[value + 1] ?? 0)));
}
