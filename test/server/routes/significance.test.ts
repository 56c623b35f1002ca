import { describe, expect, it } from 'vitest';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../../../server/routes/sequences.ts';
import { withSignificance } from '../../../server/routes/significance.ts';
import type { RouteEvent } from '../../../shared/findings.ts';
import voyagesFile from '../../fixtures/voyages.json' with { type: 'json' };

/** The 150 reference voyages, every tenth of them told by a seizure. */
const events: RouteEvent[] = voyagesFile.voyages.map(({ id, ports }, i) => ({
  id,
  kind: i % 10 === 0 ? 'seizure' : 'voyage',
  dataSet: 'test',
  vesselId: `v${i % 20}`,
  day: `2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  lastDay: '2025-12-31',
  commodities: [],
  countries: [],
  mode: 'sea',
  places: ports,
  certainties: ports.slice(1).map(() => 'stated' as const),
  report: null,
  operation: null,
  marking: 'clear',
}));
const territoryOf = (placeId: string): string => placeId.slice(0, 2);

describe('withSignificance', () => {
  it('gives a route of three ports the test of order 2 over seizures and voyages together', () => {
    // Observed and tested from test/fixtures/hypa/caribbean_k2.json; its p is 0.056 as printed there.
    const routes = findRoutes(events, { ...DEFAULT_ROUTE_OPTIONS, level: 'port' });
    const tested = withSignificance(routes, events, 'port');
    const planted = tested.find(({ id }) => id === 'port:TTPOS>KNBAS>VGRAD');
    expect(planted?.significance).toMatchObject({ model: 'hypa', observed: 21, tested: 220 });
    expect(planted?.significance?.p).toBeCloseTo(0.056, 3);
    expect(planted?.significance?.q).toBeGreaterThan(0.05);
  });

  it('changes nothing else, and leaves no route of 2 to 6 places without a figure', () => {
    const routes = findRoutes(events, { ...DEFAULT_ROUTE_OPTIONS, level: 'port', minSupport: 1 });
    const tested = withSignificance(routes, events, 'port');
    expect(tested.map((route) => ({ ...route, significance: null }))).toEqual(routes);
    expect(new Set(routes.map(({ places }) => places.length))).toEqual(new Set([2, 3, 4, 5, 6]));
    expect(tested.every(({ significance }) => significance !== null)).toBe(true);
  });

  it('tests territories among territories', () => {
    const routes = findRoutes(events, DEFAULT_ROUTE_OPTIONS, territoryOf);
    const tested = withSignificance(routes, events, 'territory', territoryOf);
    expect(tested.find(({ id }) => id === 'territory:TT>KN>VG')?.significance?.observed).toBe(21);
  });

  it('does not depend on the order of the events', () => {
    const routes = findRoutes(events, DEFAULT_ROUTE_OPTIONS, territoryOf);
    expect(withSignificance(routes, [...events].reverse(), 'territory', territoryOf)).toEqual(
      withSignificance(routes, events, 'territory', territoryOf),
    );
  });

  it('tests the case of a single seizure without calling it surprising', () => {
    const [calypso] = events.slice(0, 1).map((event): RouteEvent => ({
      ...event,
      places: ['TT', 'KN', 'VG'],
      certainties: ['stated', 'stated'],
    }));
    if (!calypso) throw new Error('no event');
    const routes = findRoutes([calypso], DEFAULT_ROUTE_OPTIONS, territoryOf);
    // One observation, one possible path, an urn of one ball.
    expect(withSignificance(routes, [calypso], 'territory', territoryOf)[0]?.significance).toEqual({
      model: 'hypa',
      observed: 1,
      expected: 1,
      p: 1,
      q: 1,
      tested: 1,
    });
  });

  it('has nothing to say about a route that the events do not contain, nor about none', () => {
    const routes = findRoutes(events, { ...DEFAULT_ROUTE_OPTIONS, level: 'port' });
    expect(withSignificance(routes, [], 'port').every(({ significance }) => significance === null)).toBe(
      true,
    );
    expect(withSignificance([], events, 'port')).toEqual([]);
  });
});
