import { describe, expect, it } from 'vitest';
import type { NetworkReply, PlaceRef } from '../../shared/api.ts';
import { drawSelected } from '../../web/map/derive-selected.ts';
import { onwardLines, wayKey } from '../../web/onward.ts';

const place = (id: string, position: [number, number]): PlaceRef => ({
  id,
  name: `Port ${id}`,
  kind: 'port',
  country: null,
  position,
  radiusKm: 1,
});
const [A, B, C, D] = [
  place('A', [-60, 10]),
  place('B', [-61, 12]),
  place('C', [-62, 14]),
  place('D', [-63, 15]),
];

const edge = (from: string, to: string, coordinates: [number, number][][]) => ({
  type: 'Feature' as const,
  id: `${from}~${to}`,
  geometry: { type: 'MultiLineString' as const, coordinates },
  properties: {
    id: `${from}~${to}`,
    from,
    to,
    fromName: from,
    toName: to,
    voyageLegs: 4,
    seizureLegs: 0,
    vessels: 1,
    mode: 'sea' as const,
    certainty: 'observed' as const,
    seizureCertainty: null,
    synthetic: false,
    firstDay: '2025-01-01',
    lastDay: '2025-02-01',
    distanceKm: 200,
    overWater: true,
  },
});
// A to B and B to C are known, round a bend; B to D is not.
const network: NetworkReply = {
  runId: 1,
  nodes: { type: 'FeatureCollection', features: [], total: 0 },
  edges: {
    type: 'FeatureCollection',
    features: [
      edge('A', 'B', [[A.position, [-60, 11], B.position]]),
      edge('B', 'C', [[B.position, C.position]]),
    ],
    total: 2,
  },
};
const way = {
  at: B,
  cameFrom: [A],
  next: [
    { to: C, probability: 0.75 },
    { to: D, probability: 0.25 },
  ],
};
const percent = (share: number): string => `${String(share * 100)} %`;

describe('where vessels went next, on the map', () => {
  it('draws the way here, then a leg to each next place with its share', () => {
    expect(onwardLines(way, network, percent)).toEqual([
      {
        kind: 'came',
        lines: [
          [
            [-60, 10],
            [-60, 11],
            [-61, 12],
          ],
        ],
        overWater: true,
        share: 0,
        place: A,
        label: 'Port A',
      },
      {
        kind: 'next',
        lines: [
          [
            [-61, 12],
            [-62, 14],
          ],
        ],
        overWater: true,
        share: 0.75,
        place: C,
        label: 'Port C\n75 %',
      },
      {
        kind: 'next',
        lines: [
          [
            [-61, 12],
            [-63, 15],
          ],
        ],
        overWater: false,
        share: 0.25,
        place: D,
        label: 'Port D\n25 %',
      },
    ]);
  });

  it('draws straight lines, not known as ways, until the network has come', () => {
    expect(onwardLines(way, undefined, percent).map(({ overWater }) => overWater)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('makes each arrow as wide as its share: 1 px and 9 px for all', () => {
    const { onward } = drawSelected({
      geometry: null,
      radiusKm: 0,
      steps: [],
      ids: ['B'],
      places: [B],
      onward: onwardLines(way, network, percent),
    });
    const lines = onward.features.filter(({ geometry }) => geometry.type === 'LineString');
    expect(
      lines.map(({ properties }) => [properties['kind'], properties['way'], properties['width']]),
    ).toEqual([
      ['came', 'water', 2],
      ['next', 'water', 7.75],
      ['next', 'direct', 3.25],
    ]);
    expect(onward.features.filter(({ geometry }) => geometry.type === 'Point')).toHaveLength(3);
  });

  it('tells ways apart by all their places', () => {
    expect([wayKey(way), wayKey({ at: B, cameFrom: [] })]).toEqual(['A>B', 'B']);
  });
});
