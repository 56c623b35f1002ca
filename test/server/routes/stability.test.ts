import { describe, expect, it } from 'vitest';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../../../server/routes/sequences.ts';
import { withRankRange } from '../../../server/routes/stability.ts';
import type { EventSources } from '../../../server/routes/stability.ts';
import type { RankRange, Route, RouteEvent } from '../../../shared/findings.ts';
import { event } from './events.ts';

const seizure = (id: string, places: string, report = id): RouteEvent =>
  event('seizure', id, `2025-01-0${id.slice(1)}`, places, { report, dataSet: 'reported' });
const voyage = (id: string, places: string, vesselId: string): RouteEvent =>
  event('voyage', id, `2025-02-0${id.slice(1)}`, places, { vesselId, dataSet: 'ais' });

const events = [
  seizure('s1', 'A>B'),
  seizure('s2', 'A>B'),
  seizure('s3', 'A>B'),
  seizure('s4', 'C>D'),
  seizure('s5', 'C>D'),
  voyage('v1', 'C>D', 'x'),
  voyage('v2', 'E>F', 'x'),
  voyage('v3', 'E>F', 'y'),
];
const kg: Record<string, number> = { s1: 500, s2: 100, s4: 20 };
const countries: Record<string, string> = { s1: 'TT', s2: 'TT', s3: 'KN', s4: 'KN', s5: 'KN' };
const sources: EventSources = {
  seizureKg: (id) => kg[id] ?? null,
  reportedBy: (id) => countries[id] ?? null,
};
const nothingKnown: EventSources = { seizureKg: () => null, reportedBy: () => null };
const routesIn = (given: readonly RouteEvent[]): Route[] =>
  findRoutes(given, { ...DEFAULT_ROUTE_OPTIONS, level: 'port' });
const ranges = (given: readonly RouteEvent[], of: EventSources): Record<string, RankRange | null> =>
  Object.fromEntries(
    withRankRange(routesIn(given), given, of).map(({ places, rankRange }) => [places.join('>'), rankRange]),
  );

describe('withRankRange', () => {
  it('ranks anew without the largest seizure, each country and each data set', () => {
    // By hand, effective support and rank of A>B, C>D, E>F:
    //   all          3 3 2    1 1 3
    //   seizure s1   2 3 2    2 1 2
    //   country KN   2 1 2    1 3 1
    //   country TT   1 3 2    3 1 2
    //   data set ais       3 2 0    1 2 3
    //   data set reported  0 1 2    3 2 1
    expect(ranges(events, sources)).toEqual({
      'A>B': { rank: 1, best: 1, worst: 3, worstWithout: { kind: 'country', id: 'TT' }, of: 3 },
      'C>D': { rank: 1, best: 1, worst: 3, worstWithout: { kind: 'country', id: 'KN' }, of: 3 },
      'E>F': { rank: 3, best: 1, worst: 3, worstWithout: null, of: 3 },
    });
  });

  it('leaves data sets out even where masses and countries are not known', () => {
    expect(ranges(events, nothingKnown)['A>B']).toEqual({
      rank: 1,
      best: 1,
      worst: 3,
      worstWithout: { kind: 'data-set', id: 'reported' },
      of: 3,
    });
  });

  it('takes the seizure of the smaller id as the largest of two equal ones', () => {
    // Without s1, A>B falls behind C>D; without s4 it would be C>D that falls.
    const equal: EventSources = {
      ...nothingKnown,
      seizureKg: (id) => (id === 's1' || id === 's4' ? 7 : null),
    };
    const seizures = [...events.slice(0, 5), seizure('s6', 'C>D')];
    expect(ranges(seizures, equal)).toMatchObject({
      'A>B': { rank: 1, best: 1, worst: 2, worstWithout: { kind: 'seizure', id: 's1' } },
      'C>D': { rank: 1, best: 1, worst: 1, worstWithout: null },
    });
  });

  it('puts all routes that lose everything last', () => {
    // Without data set ais: 3 1 0 0, ranks 1 2 4 4.
    const given = [
      ...['s1', 's2', 's3'].map((id) => seizure(id, 'A>B')),
      seizure('s4', 'C>D'),
      ...['E>F', 'G>H'].flatMap((places, i) => [
        voyage(`v${2 * i + 1}`, places, 'x'),
        voyage(`v${2 * i + 2}`, places, 'y'),
      ]),
    ];
    expect(ranges(given, nothingKnown)).toMatchObject({
      'E>F': { rank: 2, best: 1, worst: 4, worstWithout: { kind: 'data-set', id: 'ais' } },
      'G>H': { rank: 2, best: 1, worst: 4, worstWithout: { kind: 'data-set', id: 'ais' } },
      'C>D': { rank: 4, best: 2, worst: 4, worstWithout: null },
    });
  });

  it('does not leave out what would leave nothing', () => {
    const one = events.slice(0, 3);
    expect(ranges(one, { ...nothingKnown, reportedBy: () => 'TT' })).toEqual({
      'A>B': { rank: 1, best: 1, worst: 1, worstWithout: null, of: 1 },
    });
  });

  it('counts anew under the caps: without one boat of a report another of them counts', () => {
    const boats = [seizure('s1', 'A>B', 'r'), seizure('s2', 'A>B', 'r'), seizure('s3', 'C>D')];
    expect(ranges(boats, { ...nothingKnown, seizureKg: (id) => (id === 's1' ? 9 : null) })).toMatchObject({
      'A>B': { rank: 1, worst: 1 },
      'C>D': { rank: 1, worst: 1 },
    });
  });

  it('changes nothing else, and does not depend on the order of the events', () => {
    const routes = routesIn(events);
    const ranked = withRankRange(routes, events, sources);
    expect(ranked.map((route) => ({ ...route, rankRange: null }))).toEqual(routes);
    expect(withRankRange(routes, [...events].reverse(), sources)).toEqual(ranked);
    expect(withRankRange([], events, sources)).toEqual([]);
  });

  it('refuses a cap of zero, and the same event twice', () => {
    const caps = { perReport: 1, perOperation: 1, perVessel: 0, perDay: 1 };
    expect(() => withRankRange(routesIn(events), events, sources, caps)).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'bad-perVessel' }),
    );
    expect(() => withRankRange([], [...events, ...events], sources)).toThrow(
      expect.objectContaining({ code: 'event-duplicate' }),
    );
  });
});
