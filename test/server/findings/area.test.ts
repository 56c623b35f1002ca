import { describe, expect, it } from 'vitest';
import {
  casesIn,
  goodsIn,
  legsIn,
  parseArea,
  reachOf,
  routesIn,
  voyagesOn,
} from '../../../server/findings/area.ts';
import type { NetworkEdge, Route, RouteEvent } from '../../../shared/findings.ts';
import type { Position } from '../../../shared/geo.ts';
import type { CommodityLine, Seizure } from '../../../shared/model.ts';

// Two degrees square, its south-west corner where Greenwich meets the equator.
const SQUARE = '0,0;2,0;2,2;0,2';
const square = parseArea(SQUARE);

const kg = (commodity: CommodityLine['commodity'], quantity: number | null): CommodityLine => ({
  lineNo: 1,
  commodity,
  quantity,
  unit: 'kg',
  quantityAsReported: '',
});
function seizure(
  id: string,
  position: Position | null,
  uncertaintyKm: number,
  lines: readonly CommodityLine[] = [],
  latest = '2025-01-01',
): Seizure {
  return {
    id: `t:${id}`,
    recordId: id,
    date: { precision: 'day', earliest: latest, latest },
    country: null,
    place: {
      text: id,
      placeId: null,
      position,
      uncertaintyKm: position && uncertaintyKm,
      precision: null,
      atSea: true,
    },
    agencies: [],
    transport: 'unknown',
    transportAsReported: '',
    mode: 'sea',
    vesselName: null,
    vesselFlag: null,
    concealment: null,
    arrests: null,
    operation: null,
    marking: 'clear',
    source: { title: '', publisher: '', date: '', url: '' },
    confidence: 'high',
    notes: '',
    lines,
    routePoints: [],
  };
}

describe('reading an area', () => {
  it('takes corners in order, closed or not, either way round', () => {
    expect(square.corners).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ]);
    expect(parseArea(`${SQUARE};0,0`).corners).toHaveLength(4);
    expect(parseArea('0,0;0,2;2,2;2,0').areaKm2).toBeCloseTo(square.areaKm2, 6);
    // On a sphere of radius R a band between two latitudes has R² × the longitudes in radians × the difference
    // of the sines: 6371.0088² × 0.034906585 × sin 2° (0.034899497) = 49,447 km².
    expect(square.areaKm2).toBeCloseTo(49_447, -1);
  });
  it.each([
    ['', 'is no lon,lat'],
    ['0,0;1,1', 'it got 2 different ones'],
    ['0,0;1,1;0,0', 'it got 2 different ones'],
    ['0,0;1,1;1,1;0,0', 'it got 2 different ones'],
    ['0,0;1,x;1,0', '“1,x” is no lon,lat'],
    ['0,0;1,1,1;1,0', 'is no lon,lat'],
    ['0,0;181,1;1,0', 'longitude of “181,1”'],
    ['0,0;1,86;1,0', 'latitude of “1,86”'],
    ['0,0;2,2;2,0;0,2', 'cross or touch'],
    // A corner on another side: the area would be two that touch.
    ['0,0;4,0;4,4;2,0;0,4', 'cross or touch'],
    ['0,0;1,1;2,2', 'on one line'],
    [Array.from({ length: 61 }, (_, i) => `${String(i)},${String(i % 2)}`).join(';'), 'it got 61'],
  ])('refuses %s', (text, why) => {
    expect(() => parseArea(text)).toThrowError(new RegExp(why));
    expect(() => parseArea(text)).toThrowError(expect.objectContaining({ code: 'bad-corners' }));
  });
  it('takes 60 corners', () => {
    // Round a circle of one degree.
    const ring = Array.from({ length: 60 }, (_, i) => {
      const angle = (i * 6 * Math.PI) / 180;
      return `${Math.cos(angle).toFixed(6)},${Math.sin(angle).toFixed(6)}`;
    });
    expect(parseArea(ring.join(';')).corners).toHaveLength(60);
  });
});

describe('cases', () => {
  // One degree of the meridian is 6371.0088 × π / 180 = 111.195 km.
  it('tells those inside from those that may be, by the distance to the border', () => {
    expect(square.borderKm([1, 1])).toBeCloseTo(111.195 * Math.cos(Math.PI / 180), 1);
    expect(reachOf(square, [1, 1], 111)).toBe('inside');
    expect(reachOf(square, [1, 1], 112)).toBe('may');
    // Half a degree south of the southern side, 55.6 km.
    expect(reachOf(square, [1, -0.5], 55)).toBe('outside');
    expect(reachOf(square, [1, -0.5], 56)).toBe('may');
    // Its circle holds the whole area.
    expect(reachOf(square, [1, 1], 1000)).toBe('may');
  });
  it('counts a case exactly on the border as inside, and one near it as one that may be', () => {
    expect(reachOf(square, [0, 1], 0)).toBe('inside');
    expect(reachOf(square, [2, 2], 0)).toBe('inside');
    expect(reachOf(square, [0, 1], 0.1)).toBe('may');
    expect(reachOf(square, [-0.0001, 1], 0)).toBe('outside');
  });
  it('sorts cases, latest first, and says how many have no place', () => {
    const found = casesIn(square, [
      seizure('old', [1, 1], 1, [], '2024-05-01'),
      seizure('new', [1, 1], 1, [], '2025-05-01'),
      seizure('edge', [2.1, 1], 60),
      seizure('far', [9, 9], 60),
      seizure('nowhere', null, 0),
    ]);
    expect(found.inside.map(({ recordId }) => recordId)).toEqual(['new', 'old']);
    expect(found.may.map(({ recordId }) => recordId)).toEqual(['edge']);
    expect(found.withoutPosition).toBe(1);
  });
  it('adds up kilograms by goods, those that may lie inside apart, unknown not as nought', () => {
    const goods = goodsIn({
      inside: [
        seizure('a', [1, 1], 1, [kg('cocaine', 772.4), kg('firearm', null)]),
        seizure('b', [1, 1], 1, [kg('cocaine', 27.6)]),
        seizure('c', [1, 1], 1, [kg('cocaine', null)]),
      ],
      may: [seizure('d', [2, 1], 9, [kg('cannabis', 10), kg('cocaine', 5)])],
    });
    expect(goods).toEqual([
      { commodity: 'cocaine', cases: 3, kg: 800, mayCases: 1, mayKg: 5 },
      { commodity: 'cannabis', cases: 0, kg: null, mayCases: 1, mayKg: 10 },
      { commodity: 'firearm', cases: 1, kg: null, mayCases: 0, mayKg: null },
    ]);
  });
});

const places: Record<string, Position> = { W: [-1, 1], E: [3, 1], M: [1, 1], N: [1, 5], Q: [-1, 5] };
function edge(from: string, to: string, voyageLegs: number, evidence: readonly string[] = []): NetworkEdge {
  return {
    id: `${from}~${to}`,
    from,
    to,
    voyageLegs,
    seizureLegs: 0,
    vessels: 1,
    mode: 'sea',
    certainty: 'observed',
    seizureCertainty: null,
    firstDay: '2025-01-01',
    lastDay: '2025-01-02',
    evidence,
  };
}
const straight = ({ from, to }: { from: string; to: string }): Position[] => [
  places[from] ?? [0, 0],
  places[to] ?? [0, 0],
];

describe('legs, routes and voyages', () => {
  const legs = legsIn(
    square,
    [
      edge('W', 'E', 2, ['v1', 'v2']),
      edge('W', 'M', 5, ['v2', 'v3', 's1']),
      edge('M', 'N', 5, ['v4']),
      edge('Q', 'N', 9, ['v5']),
      edge('M', 'M', 9, ['v6']),
    ],
    straight,
  );
  it('finds a leg that crosses with both ends outside, and says where the ends of each lie', () => {
    expect(legs.map(({ edge: { id }, ends }) => [id, ends])).toEqual([
      ['M~N', 'from'],
      ['W~M', 'to'],
      ['W~E', 'neither'],
    ]);
  });
  it('takes the line as drawn, not the straight one between the ends', () => {
    const round = (): Position[] => [
      [-1, 1],
      [-1, -1],
      [3, -1],
      [3, 1],
    ];
    expect(legsIn(square, [edge('W', 'E', 1)], round)).toEqual([]);
    // Only touches the border.
    const along = (): Position[] => [
      [-1, 2],
      [3, 2],
    ];
    expect(legsIn(square, [edge('W', 'E', 1)], along)).toHaveLength(1);
  });
  it('finds a leg that lies wholly inside', () => {
    const inside = (): Position[] => [
      [0.5, 0.5],
      [1.5, 1.5],
    ];
    expect(legsIn(square, [edge('W', 'E', 1)], inside)[0]?.ends).toBe('both');
  });
  it('counts the voyages on those legs once each, and their vessels', () => {
    const event = (id: string, vesselId: string | null): RouteEvent => ({
      id,
      kind: id.startsWith('v') ? 'voyage' : 'seizure',
      dataSet: 't',
      vesselId,
      day: '2025-01-01',
      lastDay: '2025-01-01',
      commodities: [],
      countries: [],
      mode: 'sea',
      places: [],
      certainties: [],
      report: null,
      operation: null,
      marking: 'clear',
    });
    const known = new Map(
      [event('v1', 'A'), event('v2', 'A'), event('v3', 'B'), event('v4', 'C'), event('s1', null)].map(
        (one) => [one.id, one],
      ),
    );
    expect(voyagesOn(legs, (id) => known.get(id))).toEqual({ ids: ['v1', 'v2', 'v3', 'v4'], vessels: 3 });
  });
  it('keeps the routes that take such a step', () => {
    const route = (...ids: string[]): Route => ({
      id: `port:${ids.join('>')}`,
      level: 'port',
      places: ids,
      seizures: 1,
      voyages: 0,
      vessels: 0,
      independentEvents: 1,
      effectiveSupport: 1,
      capped: { report: 0, operation: 0, vessel: 0, day: 0 },
      recurs: false,
      firstDay: '2025-01-01',
      lastDay: '2025-01-01',
      evidence: [],
      significance: null,
      shuffle: null,
      rankRange: null,
    });
    const meets = (from: string, to: string): boolean => square.meets(straight({ from, to }));
    const kept = routesIn([route('Q', 'N'), route('Q', 'N', 'M'), route('W', 'E'), route('M', 'M')], meets);
    expect(kept.map(({ id }) => id)).toEqual(['port:Q>N>M', 'port:W>E']);
  });
});
