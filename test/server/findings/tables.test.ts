import { describe, expect, it } from 'vitest';
import { facetsOf, keptOf, makeEventTable } from '../../../server/findings/event-table.ts';
import { filterEvents } from '../../../server/findings/filter.ts';
import { makeLegTable } from '../../../server/findings/leg-table.ts';
import { makeSpotTable } from '../../../server/findings/spot-table.ts';
import { DEFAULT_HOT_SPOT_OPTIONS, findHotSpots } from '../../../server/hotspots/find-hot-spots.ts';
import { buildNetwork } from '../../../server/network/build.ts';
import { rollUp } from '../../../server/network/roll-up.ts';
import type { Filter } from '../../../shared/api.ts';
import type { NetworkEdge, RouteEvent } from '../../../shared/findings.ts';
import { CERTAINTIES, COMMODITIES, MARKINGS, MODES } from '../../../shared/vocabulary.ts';
import { event } from '../routes/events.ts';
import { madeSeizure, randomFrom } from '../../support/made-events.ts';

// What the tables give is what the plain functions give of the filtered events, which have tests of their own.

const random = randomFrom(11);
const whole = (below: number): number => Math.floor(random() * below);
const oneOf = <T>(all: readonly [T, ...T[]]): T => all[whole(all.length)] ?? all[0];
const day = (): string =>
  `20${String(20 + whole(3))}-${String(1 + whole(12)).padStart(2, '0')}-${String(1 + whole(28)).padStart(2, '0')}`;
const PLACES = ['AA', 'AB', 'AC', 'BA', 'BB', 'SEA', 'CA', 'CB'] as const;
const territoryOf = (place: string): string | null => (place === 'SEA' ? null : place.slice(0, 1));

function anyEvent(number: number): RouteEvent {
  const kind = random() < 0.5 ? 'seizure' : 'voyage';
  const places = Array.from({ length: whole(6) }, () => oneOf(PLACES));
  const days = [day(), day()].sort();
  return {
    ...event(kind, `${kind}-${String((number * 7919) % 1000)}-${String(number)}`, days[0] ?? '', 'AA'),
    lastDay: days[1] ?? '',
    dataSet: oneOf(['one', 'two']),
    vesselId: random() < 0.3 ? null : `vessel-${String(whole(5))}`,
    commodities: kind === 'seizure' ? [oneOf(COMMODITIES), oneOf(COMMODITIES)] : [],
    countries: Array.from({ length: whole(4) }, () => oneOf(['TT', 'KN', 'VG'])),
    mode: oneOf(MODES),
    places,
    certainties: places.slice(1).map(() => oneOf(CERTAINTIES)),
    marking: oneOf(MARKINGS),
  };
}
const events = Array.from({ length: 400 }, (_, number) => anyEvent(number));
const table = makeEventTable(events);
const isSynthetic = (id: string): boolean => id.startsWith('voyage');
const FILTERS: readonly Filter[] = [
  {},
  { from: '2021-03-04' },
  { to: '2021-03-04' },
  { from: '2020-06-01', to: '2021-02-28' },
  { from: '2031-01-01' },
  { commodity: ['cocaine', 'firearm'] },
  { country: ['TT'] },
  { country: ['XX'] },
  { dataSet: ['two'] },
  { audience: 'green' },
  { from: '2020-06-01', commodity: ['cash'], country: ['KN', 'VG'], dataSet: ['one'], audience: 'amber' },
];
const sorted = (some: readonly RouteEvent[]): RouteEvent[] =>
  [...some].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

describe.each(FILTERS.map((filter) => [JSON.stringify(filter), filter] as const))(
  'within %s',
  (_, filter) => {
    const kept = keptOf(table, filter);
    const plain = filterEvents(events, filter);

    it('keeps the same events', () => {
      expect(table.events.filter((_event, number) => kept[number] === 1)).toEqual(sorted(plain));
    });

    it.each(['port', 'territory'] as const)('has the same network of every %s', (level) => {
      const at = (some: readonly RouteEvent[]): readonly RouteEvent[] =>
        level === 'port' ? some : rollUp(some, territoryOf);
      const found = makeLegTable(table, at(table.events), isSynthetic).network(kept);
      const wanted = buildNetwork(at(plain));
      expect(found.nodes).toEqual(wanted.nodes);
      const withSynthetic = (edge: NetworkEdge) => ({
        ...edge,
        allSynthetic: edge.evidence.every(isSynthetic),
      });
      expect(found.edges).toEqual(wanted.edges.map(withSynthetic));
      expect(found.graph.edges()).toEqual(wanted.graph.edges());
      expect(found.graph.nodes()).toEqual(wanted.graph.nodes());
    });

    it.each(['count', 'kg'] as const)('has the same hot spots by %s', (value) => {
      const seizures = new Map(
        events.filter(({ kind }) => kind === 'seizure').map(({ id }, i) => [id, madeSeizure(id, i)] as const),
      );
      const options = { ...DEFAULT_HOT_SPOT_OPTIONS, value };
      const found = makeSpotTable(table, seizures, options).hotSpots(kept, value);
      const points = plain.flatMap(({ id }) => {
        const seizure = seizures.get(id);
        if (!seizure) return [];
        const { position, uncertaintyKm } = seizure.place;
        return [{ id, position, uncertaintyKm, kg: seizure.lines[0]?.quantity ?? null }];
      });
      const wanted = findHotSpots(points, options);
      expect(found.leftOut).toEqual(wanted.leftOut);
      expect(found.cells).toEqual(
        wanted.cells.map((cell) => ({ ...cell, emerging: null, calls: null, rate: null })),
      );
    });
  },
);

it('counts what the filters can choose from', () => {
  const some = makeEventTable([
    {
      ...event('seizure', 'b', '2024-02-10', 'AA'),
      countries: ['TT', 'TT', 'VG'],
      commodities: ['cash', 'cash'],
    },
    {
      ...event('seizure', 'a', '2024-02-29', 'AA'),
      countries: ['TT'],
      lastDay: '2024-03-31',
      dataSet: 'other',
    },
    { ...event('voyage', 'c', '2023-12-31', 'AA'), countries: ['KN'] },
  ]);
  const sets = ['test', 'other', 'empty'].map((id) => ({
    ...{ id, title: id, synthetic: false },
    marking: 'clear' as const,
  }));
  const facets = facetsOf(7, some, keptOf(some, { from: '2024-01-01' }), {
    dataSets: new Map(sets.map((set) => [set.id, set])),
    hasPosition: (id) => id === 'a',
    nameOf: (id) => ({ TT: 'Trinidad', VG: 'British Virgin Islands' })[id] ?? id,
  });
  expect(facets.commodities.filter(({ seizures }) => seizures > 0)).toEqual([{ id: 'cash', seizures: 1 }]);
  expect({ ...facets, commodities: [] }).toEqual({
    runId: 7,
    firstDay: '2023-12-31',
    lastDay: '2024-03-31',
    months: [{ month: '2024-02', seizures: 2, voyages: 0 }],
    commodities: [],
    countries: [
      { id: 'VG', name: 'British Virgin Islands', seizures: 1, voyages: 0 },
      { id: 'TT', name: 'Trinidad', seizures: 2, voyages: 0 },
    ],
    dataSets: [
      { id: 'test', title: 'test', synthetic: false, seizures: 1, voyages: 0 },
      { id: 'other', title: 'other', synthetic: false, seizures: 1, voyages: 0 },
    ],
    seizuresWithoutPosition: 1,
  });
});
