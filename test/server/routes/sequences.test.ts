import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ROUTE_OPTIONS, findRoutes, frequentSequences } from '../../../server/routes/sequences.ts';
import type { RouteOptions } from '../../../server/routes/sequences.ts';
import { InputError } from '../../../server/errors.ts';
import type { Route, RouteEvent } from '../../../shared/findings.ts';
import voyagesFile from '../../fixtures/voyages.json' with { type: 'json' };
import { event as eventThrough } from './events.ts';
import portCodes from '../../fixtures/seqpatterns/ports.json' with { type: 'json' };

const event = (
  kind: RouteEvent['kind'],
  id: string,
  day: string,
  places: string,
  vesselId: string | null = null,
): RouteEvent => eventThrough(kind, id, day, places, { vesselId });
const atPorts: RouteOptions = { ...DEFAULT_ROUTE_OPTIONS, level: 'port' };
const summary = (routes: readonly Route[]): [string, number, number, number][] =>
  routes.map((route) => [route.id, route.seizures, route.voyages, route.independentEvents]);

describe('frequentSequences', () => {
  // Expected: CM-SPAM of SPMF with a gap of one, see test/fixtures/README.md.
  it('equals the reference miner exactly on 150 voyages', () => {
    const expected = readFileSync('test/fixtures/seqpatterns/cmspam_maxgap1.txt', 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [items = '', support] = line.split('#SUP: ');
        const places = items
          .split('-1')
          .map((item) => portCodes[Number(item) - 1])
          .filter((code) => code !== undefined);
        return `${places.join('>')} ${support}`;
      });
    const found = frequentSequences(
      voyagesFile.voyages.map((voyage) => voyage.ports),
      { minSupport: 8 },
    ).map(({ places, support }) => `${places.join('>')} ${support}`);
    expect(expected).toHaveLength(42);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('counts a sequence once for each input that contains it', () => {
    expect(
      frequentSequences(
        [
          ['A', 'B', 'A', 'B'],
          ['A', 'B'],
        ],
        { minSupport: 1, minLength: 2 },
      ),
    ).toEqual([
      { places: ['A', 'B'], support: 2 },
      { places: ['B', 'A'], support: 1 },
      { places: ['A', 'B', 'A'], support: 1 },
      { places: ['B', 'A', 'B'], support: 1 },
      { places: ['A', 'B', 'A', 'B'], support: 1 },
    ]);
  });

  it('finds nothing in nothing, and refuses a support of zero', () => {
    expect(frequentSequences([], { minSupport: 1 })).toEqual([]);
    expect(() => frequentSequences([], { minSupport: 0 })).toThrow(InputError);
  });
});

describe('findRoutes: the case', () => {
  // 772 kg of cocaine from Trinidad by Saint Kitts and Nevis to the British Virgin Islands, December 2025.
  const calypso = event('seizure', 'reported:S001', '2025-12-08', 'TT>KN>VG');
  const voyage = event('voyage', 'v1', '2025-10-02', 'TTPOS>KNBAS>VGRAD', 'mmsi:1');
  const territoryOf = (placeId: string): string => placeId.slice(0, 2);

  it('shows a seizure seen once, and only as its closed sequence, without recurrence', () => {
    expect(findRoutes([calypso], DEFAULT_ROUTE_OPTIONS, territoryOf)).toEqual([
      {
        id: 'territory:TT>KN>VG',
        level: 'territory',
        places: ['TT', 'KN', 'VG'],
        seizures: 1,
        voyages: 0,
        vessels: 0,
        independentEvents: 1,
        effectiveSupport: 1,
        capped: { report: 0, operation: 0, vessel: 0, day: 0 },
        recurs: false,
        firstDay: '2025-12-08',
        lastDay: '2025-12-08',
        evidence: ['reported:S001'],
        significance: null,
        shuffle: null,
        rankRange: null,
      },
    ]);
  });

  it('recurs as soon as one voyage repeats it', () => {
    expect(findRoutes([calypso, voyage], DEFAULT_ROUTE_OPTIONS, territoryOf)).toEqual([
      {
        id: 'territory:TT>KN>VG',
        level: 'territory',
        places: ['TT', 'KN', 'VG'],
        seizures: 1,
        voyages: 1,
        vessels: 1,
        independentEvents: 2,
        effectiveSupport: 2,
        capped: { report: 0, operation: 0, vessel: 0, day: 0 },
        recurs: true,
        firstDay: '2025-10-02',
        lastDay: '2025-12-08',
        evidence: ['reported:S001', 'v1'],
        significance: null,
        shuffle: null,
        rankRange: null,
      },
    ]);
  });

  it('does not recur between ports, where the seizure names only territories', () => {
    expect(summary(findRoutes([calypso, voyage], atPorts))).toEqual([['port:TT>KN>VG', 1, 0, 1]]);
  });
});

describe('findRoutes', () => {
  const voyages = [
    event('voyage', 'v1', '2025-01-01', 'A>B>C', 'x'),
    event('voyage', 'v2', '2025-01-02', 'A>B>C', 'x'),
    event('voyage', 'v3', '2025-01-03', 'A>B>D', 'y'),
  ];

  it('leaves out a sequence that always lies within a longer one, and keeps one that does not', () => {
    // B>C is always in A>B>C (2 events); A>B is also in v3, so it has more support and stays.
    expect(summary(findRoutes(voyages, atPorts))).toEqual([
      ['port:A>B', 0, 3, 3],
      ['port:A>B>C', 0, 2, 2],
    ]);
    expect(findRoutes(voyages, atPorts)[0]?.vessels).toBe(2);
  });

  it('shows the longest sequence allowed where a longer one is out of reach', () => {
    expect(summary(findRoutes(voyages, { ...atPorts, maxLength: 2 }))).toEqual([
      ['port:A>B', 0, 3, 3],
      ['port:B>C', 0, 2, 2],
    ]);
  });

  it('does not let a ferry, or a fleet on one day, pass for recurrence', () => {
    const ferry = [1, 2, 3].map((run) => event('voyage', `f${run}`, '2025-01-01', 'A>B', `f${run % 2}`));
    expect(findRoutes(ferry, atPorts)).toEqual([]);
    expect(findRoutes(ferry, { ...atPorts, minSupport: 1 })[0]).toMatchObject({
      voyages: 3,
      vessels: 2,
      independentEvents: 1,
      recurs: false,
    });
  });

  it('counts two seizures of one day as two events', () => {
    const twice = ['s1', 's2'].map((id) => event('seizure', id, '2025-01-01', 'A>B'));
    expect(findRoutes(twice, atPorts)[0]).toMatchObject({ seizures: 2, independentEvents: 2, recurs: true });
  });

  it('does not show a voyage seen once, nor a seizure seen once when told not to', () => {
    expect(findRoutes([event('voyage', 'v', '2025-01-01', 'A>B')], atPorts)).toEqual([]);
    const seizure = event('seizure', 's', '2025-01-01', 'A>B');
    expect(findRoutes([seizure], atPorts)).toHaveLength(1);
    expect(findRoutes([seizure], { ...atPorts, keepSeenOnce: 'none' })).toEqual([]);
  });

  it('counts an event once however often it goes the same way', () => {
    const rounds = event('seizure', 's', '2025-01-01', 'A>B>A>B>A');
    expect(summary(findRoutes([rounds], { ...atPorts, maxLength: 2 }))).toEqual([
      ['port:A>B', 1, 0, 1],
      ['port:B>A', 1, 0, 1],
    ]);
  });

  it('breaks a voyage at a place without a territory, and merges calls within one territory', () => {
    const territoryOf = (placeId: string): string | null => (placeId === 'SEA' ? null : placeId.slice(0, 2));
    const seizure = event('seizure', 's', '2025-01-01', 'TTPOS>TTCHA>KNBAS>SEA>VGRAD>VICHA');
    expect(summary(findRoutes([seizure], DEFAULT_ROUTE_OPTIONS, territoryOf))).toEqual([
      ['territory:TT>KN', 1, 0, 1],
      ['territory:VG>VI', 1, 0, 1],
    ]);
  });

  it('does not depend on the order of the events', () => {
    const events = voyagesFile.voyages.map(({ id, ports }, i) =>
      event(
        i % 7 ? 'voyage' : 'seizure',
        id,
        `2025-01-${String((i % 28) + 1).padStart(2, '0')}`,
        ports.join('>'),
        `v${i % 9}`,
      ),
    );
    const forwards = findRoutes(events, atPorts);
    expect(forwards.length).toBeGreaterThan(50);
    expect(findRoutes([...events].reverse(), atPorts)).toEqual(forwards);
  });

  it('agrees with counting every sub-sequence of every event, on 150 voyages', () => {
    const events = voyagesFile.voyages.map(({ id, ports }) =>
      event('seizure', id, '2025-01-01', ports.join('>')),
    );
    // The slow way: all sub-sequences of 2 to 6 places with their events, then strike out each that lies
    // within a longer one of the same events.
    const containing = new Map<string, Set<string>>();
    for (const { id, places } of events) {
      for (let from = 0; from < places.length; from++) {
        for (let to = from + 2; to <= Math.min(places.length, from + 6); to++) {
          const key = places.slice(from, to).join('>');
          containing.set(key, (containing.get(key) ?? new Set()).add(id));
        }
      }
    }
    const all = [...containing];
    const closed = all.filter(
      ([key, ids]) =>
        !all.some(
          ([other, others]) => other !== key && `>${other}>`.includes(`>${key}>`) && others.size === ids.size,
        ),
    );
    const found = findRoutes(events, atPorts);
    expect(found.map((route) => [route.places.join('>'), route.evidence]).sort()).toEqual(
      closed.map(([key, ids]) => [key, [...ids].sort()]).sort(),
    );
  });

  it('is empty when no event has two places', () => {
    expect(findRoutes([], atPorts)).toEqual([]);
    expect(findRoutes([event('seizure', 's', '2025-01-01', 'A')], atPorts)).toEqual([]);
  });

  it('refuses lengths out of bounds, no support, the same event twice, and territories it is not told', () => {
    const refuses = (options: Partial<RouteOptions>, code: string): void => {
      expect(() => findRoutes(voyages, { ...atPorts, ...options })).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    refuses({ maxLength: 9 }, 'bad-maxLength');
    refuses({ minLength: 1 }, 'bad-minLength');
    refuses({ minLength: 4, maxLength: 3 }, 'bad-minLength');
    refuses({ minSupport: 0 }, 'bad-minSupport');
    refuses({ minSupport: NaN }, 'bad-minSupport');
    refuses({ level: 'territory' }, 'territory-missing');
    expect(() => findRoutes([...voyages, ...voyages], atPorts)).toThrow(
      expect.objectContaining({ code: 'event-duplicate' }),
    );
  });
});
