import type { Route, RouteEvent } from '../../shared/findings.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { DEFAULT_SIGNIFICANCE_OPTIONS, preparePaths } from './path-significance.ts';
import type { PathTest, SignificanceOptions } from './path-significance.ts';
import { runsOf, sortEvents } from './runs.ts';
import type { TerritoryOf } from './runs.ts';

/**
 * Gives each route its significance: the test of the path it is, among all events of its level together. The
 * null model is about how volumes join, so it takes every passage known, whether a voyage or a seizure tells
 * of it; `observed` therefore counts passages, where the route's support counts events.
 *
 * @param routes  of this level, as `findRoutes` made them from the same events; of 2 to 6 places
 * @param events  in any order, each id once
 * @param territoryOf  needed at level `territory`
 * @returns the routes in the same order; `significance` is null where the events do not contain the route
 * @throws {InputError} `bad-k` for a route of other lengths, `bad-fitLimit`, `event-duplicate`,
 *   `territory-missing`
 */
export function withSignificance(
  routes: readonly Route[],
  events: readonly RouteEvent[],
  level: Level,
  territoryOf?: TerritoryOf,
  options: SignificanceOptions = DEFAULT_SIGNIFICANCE_OPTIONS,
): Route[] {
  if (routes.length === 0) return [];
  const orders = [...new Set(routes.map(({ places }) => places.length - 1))];
  const testOrder = preparePaths(
    sortEvents(events).map((event) => runsOf(event, level, territoryOf)),
    Math.max(...orders),
  );
  const tests = new Map<string, { path: PathTest; tested: number }>();
  for (const k of orders) {
    const { paths, tested } = testOrder(k, options);
    for (const path of paths) tests.set(path.places.join('>'), { path, tested });
  }
  return routes.map((route) => {
    const found = tests.get(route.places.join('>'));
    if (!found) return { ...route, significance: null };
    const { observed, expected, p, q } = found.path;
    return { ...route, significance: { model: 'hypa', observed, expected, p, q, tested: found.tested } };
  });
}
