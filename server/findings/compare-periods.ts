import type { Route, RouteEvent } from '../../shared/findings.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import { rateRatio, type RateRatio } from '../statistics/rate-ratio.ts';
import { compare } from './changes.ts';

/** What it took to count on either side: above 0, in one unit; both null: not known. */
export interface Efforts {
  readonly a: number | null;
  readonly b: number | null;
}

export interface CountRow {
  readonly id: string;
  readonly a: number;
  readonly b: number;
}

/** Counts of one thing in A and B, with the rate of A over the rate of B. */
export interface ComparedCount extends CountRow, RateRatio {
  /** Benjamini-Hochberg over the rows tested; null where nothing was counted on either side. */
  readonly q: number | null;
}

export interface CountComparison {
  /** By q, then id; rows not tested last. */
  readonly rows: readonly ComparedCount[];
  /** Rows with a p-value: the tests that q corrects for. */
  readonly tested: number;
  /** All events, each once: rows may share events, so they need not add up to this. */
  readonly total: CountRow & RateRatio;
}

/**
 * Compares counts of A with counts of B row by row; what the ratio, its interval and p say, and when the interval is
 * too narrow, see {@link rateRatio}.
 *
 * @param rows  ids once each; in any order
 * @param total  events in all; without it the rows are added up
 * @throws {InputError} `bad-count` or `bad-effort`
 */
export function compareCounts(
  rows: readonly CountRow[],
  efforts: Efforts,
  total?: { readonly a: number; readonly b: number },
): CountComparison {
  const ratio = ({ a, b }: { readonly a: number; readonly b: number }): RateRatio =>
    rateRatio({ count: a, effort: efforts.a }, { count: b, effort: efforts.b });
  const compared = rows.map(({ id, a, b }) => ({ id, a, b, ...ratio({ a, b }) }));
  const tested = compared.flatMap(({ id, p }) => (p === null ? [] : [{ id, p }]));
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const qOf = new Map(tested.map(({ id }, i) => [id, q[i] ?? 1]));
  const sum = total ?? {
    a: rows.reduce((all, { a }) => all + a, 0),
    b: rows.reduce((all, { b }) => all + b, 0),
  };
  return {
    rows: compared
      .map((row) => ({ ...row, q: qOf.get(row.id) ?? null }))
      .sort((x, y) => (x.q ?? Infinity) - (y.q ?? Infinity) || compare(x.id, y.id)),
    tested: tested.length,
    total: { id: 'total', a: sum.a, b: sum.b, ...ratio(sum) },
  };
}

export interface PeriodComparison extends CountComparison {
  /** Events that are in both A and B, and so left out: they tell nothing of a difference. */
  readonly inBoth: number;
}

/**
 * Compares the events of two periods, or of two operations: how many of each have each key. An event with several
 * keys counts once for each; an event in both, such as one known only by its month where that month was divided, is
 * left out.
 *
 * @param eventsA,eventsB  already filtered, in any order, ids once each
 * @param keysOf  what an event counts for, such as {@link keysBy}
 * @throws {InputError} `bad-effort`
 */
export function comparePeriods(
  eventsA: readonly RouteEvent[],
  eventsB: readonly RouteEvent[],
  keysOf: (event: RouteEvent) => readonly string[],
  efforts: Efforts,
): PeriodComparison {
  const idsA = new Set(eventsA.map(({ id }) => id));
  const both = new Set(eventsB.filter(({ id }) => idsA.has(id)).map(({ id }) => id));
  const onlyA = eventsA.filter(({ id }) => !both.has(id));
  const onlyB = eventsB.filter(({ id }) => !both.has(id));
  const a = tally(onlyA, keysOf);
  const b = tally(onlyB, keysOf);
  const ids = [...new Set([...a.keys(), ...b.keys()])];
  const rows = ids.map((id) => ({ id, a: a.get(id) ?? 0, b: b.get(id) ?? 0 }));
  return { ...compareCounts(rows, efforts, { a: onlyA.length, b: onlyB.length }), inBoth: both.size };
}

export type ComparedBy = 'routes' | 'places' | 'commodities' | 'countries';

/** The keys of an event by what is compared; routes are those, of the ones given, that rest on the event. */
export function keysBy(
  by: ComparedBy,
  routes: readonly Pick<Route, 'id' | 'evidence'>[] = [],
): (event: RouteEvent) => readonly string[] {
  if (by !== 'routes') return (event) => event[by];
  const routesOf = new Map<string, string[]>();
  for (const { id, evidence } of routes) {
    for (const event of evidence) {
      const found = routesOf.get(event);
      if (found) found.push(id);
      else routesOf.set(event, [id]);
    }
  }
  return ({ id }) => routesOf.get(id) ?? [];
}

function tally(
  events: readonly RouteEvent[],
  keysOf: (event: RouteEvent) => readonly string[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of events) {
    for (const key of new Set(keysOf(event))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
