import { describe, expect, test } from 'vitest';
import type { EdgeProperties, PlaceRef, RoutesReply } from '../../shared/api.ts';
import { DARK, LIGHT } from '../../shared/drawing/palette.ts';
import { GOODS_SIGNS } from '../../web/map/goods-sign.ts';
import { ICON_PATHS } from '../../web/map/icons.ts';
import { leftOut, showsSynthetic } from '../../web/map/legend-entries.ts';
import { mapStyle, legendEntries } from '../../web/map/style.ts';
import type { MapAssets, MapData } from '../../web/map/types.ts';
import { LAYERS } from '../../web/state.ts';

const assets: MapAssets = {
  basemap: { 'land-near': 'http://localhost/land.json', 'coast-near': 'http://localhost/coast.json' },
  glyphs: 'http://localhost/glyphs/{fontstack}/{range}.pbf',
};
const NOTHING: MapData = {
  network: undefined,
  routes: undefined,
  seizures: undefined,
  hotspots: undefined,
  selected: null,
};
const all = { layers: LAYERS };

const edge = (from: string, to: string, more: Partial<EdgeProperties>): EdgeProperties => ({
  id: `${from}~${to}`,
  from,
  to,
  fromName: from,
  toName: to,
  voyageLegs: 0,
  seizureLegs: 0,
  vessels: 0,
  mode: 'sea',
  certainty: 'stated',
  seizureCertainty: null,
  synthetic: false,
  firstDay: '2025-12-01',
  lastDay: '2025-12-09',
  distanceKm: 100,
  overWater: true,
  ...more,
});
const place = (
  id: string,
  kind: PlaceRef['kind'],
  position: [number, number],
  radiusKm: number,
): PlaceRef => ({
  id,
  name: id,
  kind,
  country: null,
  position,
  radiusKm,
});

function network(edges: EdgeProperties[], places: PlaceRef[] = []): NonNullable<MapData['network']> {
  return {
    runId: 1,
    nodes: {
      type: 'FeatureCollection',
      total: places.length,
      features: places.map(({ position, ...rest }) => ({
        type: 'Feature',
        id: rest.id,
        geometry: { type: 'Point', coordinates: position },
        properties: { ...rest, voyageLegsIn: 1, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
      })),
    },
    edges: {
      type: 'FeatureCollection',
      total: edges.length,
      features: edges.map((properties) => ({
        type: 'Feature',
        id: properties.id,
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [-62, 17],
              [-63, 18],
            ],
          ],
        },
        properties,
      })),
    },
  };
}

function seizure(id: string, uncertaintyKm: number, more: object = {}) {
  return {
    type: 'Feature' as const,
    id,
    geometry: { type: 'Point' as const, coordinates: [-64.5, 18.2] as [number, number] },
    properties: {
      id,
      recordId: id,
      dataSet: 'reported',
      synthetic: false,
      earliest: '2025-12-08',
      latest: '2025-12-09',
      datePrecision: 'day' as const,
      country: 'VG',
      placeText: 'At sea',
      uncertaintyKm,
      locationPrecision: 'sea-area' as const,
      atSea: true,
      commodities: ['cocaine' as const],
      massKg: 772.4,
      operation: null,
      confidence: 'high' as const,
      marking: 'clear' as const,
      openEnd: null,
      ...more,
    },
  };
}
const seizures = (...features: ReturnType<typeof seizure>[]): NonNullable<MapData['seizures']> => ({
  type: 'FeatureCollection',
  features,
  total: features.length,
});

function route(places: PlaceRef[], overWater: boolean[]): RoutesReply['features'][number] {
  const id = places.map((one) => one.id).join('>');
  return {
    type: 'Feature',
    id,
    geometry: {
      type: 'MultiLineString',
      coordinates: overWater.map(() => [
        [-62, 17],
        [-63, 18],
      ]),
    },
    properties: {
      id,
      level: 'territory',
      places,
      seizures: 0,
      voyages: 4,
      vessels: 1,
      independentEvents: 4,
      recurs: true,
      certainty: 'observed',
      synthetic: 'none',
      firstDay: '2025-12-01',
      lastDay: '2025-12-09',
      distanceKm: 200,
      overWater,
      significance: null,
      effectiveSupport: 2,
      capped: { report: 0, operation: 0, vessel: 0, day: 0 },
      shuffle: null,
      rankRange: null,
    },
  };
}
const routes = (...features: RoutesReply['features']): RoutesReply => ({
  type: 'FeatureCollection',
  runId: 1,
  total: features.length,
  features,
});

const layerIds = (layers: readonly (typeof LAYERS)[number][], data = NOTHING): string[] =>
  mapStyle({ layers }, data, DARK, assets).layers.map(({ id }) => id);

/** The properties of what a source holds. */
function held(source: string, data: MapData): Record<string, unknown>[] {
  const found = mapStyle(all, data, DARK, assets).sources[source];
  if (found?.type !== 'geojson' || typeof found.data === 'string' || !('features' in found.data)) return [];
  return found.data.features.map(({ properties }) => properties ?? {});
}

describe('which layers are in the style', () => {
  test('nothing switched on leaves the base map only', () => {
    expect(layerIds([])).toEqual([
      'sea',
      'grid-1',
      'grid-5',
      'land-far',
      'land-near',
      'borders-far',
      'borders-near',
      'coast-far',
      'coast-near',
      'label-islet-ring',
      'label-sea',
      'label-islet',
      'label-island',
      'label-country',
      'fence',
    ]);
  });

  test('hot spots alone add the cells, above the land and below its shore', () => {
    expect(layerIds(['hotspots']).slice(4, 8)).toEqual([
      'land-near',
      'cells-fill',
      'cells-line',
      'borders-far',
    ]);
  });

  test('legs lie below routes, routes below ports, seizures on top', () => {
    const ids = layerIds([...LAYERS]);
    const order = [
      'cells-fill',
      'areas-fill',
      'legs-voyage-solid',
      'legs-seizure-solid',
      'routes-recurs-solid',
    ];
    const at = [...order, 'ports', 'seizures'].map((id) => ids.indexOf(id));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test('a selection of one place is ringed; one of two places gets numbered stops', () => {
    const a = place('A', 'port', [-62, 17], 2);
    const b = place('B', 'port', [-63, 18], 2);
    const shape = (places: PlaceRef[]): MapData => ({
      ...NOTHING,
      selected: { geometry: null, radiusKm: 0, steps: [], ids: ['x'], places },
    });
    expect(layerIds([], shape([a]))).toContain('selected-point');
    expect(layerIds([], shape([a]))).not.toContain('stops-number');
    expect(layerIds([], shape([a, b])).slice(-3)).toEqual(['stops', 'stops-number', 'stops-label']);
  });
});

describe('certainty decides the stroke', () => {
  test.each([
    ['legs-voyage-solid', undefined],
    ['legs-voyage-dashed', [3, 1.8]],
    ['legs-seizure-dotted', [0.01, 2.2]],
    ['routes-recurs-dashed', [3, 1.8]],
    ['routes-once-dotted', [0.01, 2.2]],
    ['legs-direct-dotted', [0.01, 2.2]],
  ])('%s', (id, dashes) => {
    const layer = mapStyle(all, NOTHING, DARK, assets).layers.find((one) => one.id === id);
    expect(layer?.type === 'line' && layer.paint?.['line-dasharray']).toEqual(dashes);
  });

  test('observed and stated are solid, inferred dashed, assumed dotted', () => {
    const data = {
      ...NOTHING,
      network: network([
        edge('A', 'B', { voyageLegs: 400, certainty: 'observed' }),
        edge('B', 'C', { seizureLegs: 1, certainty: 'stated' }),
        edge('C', 'D', { seizureLegs: 1, certainty: 'inferred' }),
        edge('D', 'E', { seizureLegs: 1, certainty: 'assumed' }),
      ]),
    };
    expect(held('legs', data).map(({ id, kind, stroke }) => [id, kind, stroke])).toEqual([
      ['A~B', 'voyage', 'solid'],
      ['B~C', 'seizure', 'solid'],
      ['C~D', 'seizure', 'dashed'],
      ['D~E', 'seizure', 'dotted'],
    ]);
  });

  test('voyages seen on a leg do not make its seizures seen', () => {
    const both = edge('A', 'B', {
      voyageLegs: 9,
      seizureLegs: 1,
      certainty: 'observed',
      seizureCertainty: 'inferred',
    });
    expect(held('legs', { ...NOTHING, network: network([both]) }).map(({ stroke }) => stroke)).toEqual([
      'solid',
      'dashed',
    ]);
  });
});

describe('lines', () => {
  test('width grows with the root of the count: a quarter of the most is half way up', () => {
    const data = {
      ...NOTHING,
      network: network([edge('A', 'B', { voyageLegs: 400 }), edge('B', 'A', { voyageLegs: 100 })]),
    };
    // 0.9 + (4.4 - 0.9) * sqrt(400 / 400) and 0.9 + 3.5 * sqrt(100 / 400); the offset is half of it plus 0.7.
    const round = (value: unknown): number => Number(Number(value).toFixed(6));
    expect(held('legs', data).map((leg) => [leg['id'], round(leg['width']), round(leg['offset'])])).toEqual([
      ['A~B', 4.4, 2.9],
      ['B~A', 2.65, 2.025],
    ]);
  });

  test('the 25th leg by weight waits for zoom 4; one seizure outweighs 59 voyages; what is far counts half', () => {
    const edges = Array.from({ length: 30 }, (_, i) => edge('A', `P${i}`, { voyageLegs: 31 + i }));
    const far = edge('F', 'G', { seizureLegs: 1, distanceKm: 5000 });
    const data = { ...NOTHING, network: network([...edges, edge('X', 'Y', { seizureLegs: 1 }), far]) };
    // Weights: A~P29 and X~Y 60, A~P28 59 and so on down; F~G 60 / 2 = 30, below A~P0 with 31.
    const from = new Map(held('legs', data).map((leg) => [leg['id'], leg['from']]));
    expect(['X~Y', 'A~P29', 'A~P7', 'A~P6', 'F~G'].map((id) => from.get(id))).toEqual([0, 0, 0, 4, 4]);
  });

  test('the map says how many it leaves out', () => {
    const edges = Array.from({ length: 60 }, (_, i) => edge('A', `P${i}`, { voyageLegs: 1 + i }));
    const data = { ...NOTHING, network: network(edges) };
    expect(leftOut(all, data, 4.9)).toEqual([{ layer: 'legs', shown: 50, total: 60 }]);
    expect(leftOut(all, data, 5)).toEqual([]);
    expect(leftOut({ layers: ['ports'] }, data, 4.9)).toEqual([]);
  });

  test('a step whose way is not known is a thin line of its own kind, the others keep theirs', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((id) => place(id, 'country', [-60, 15], 0));
    if (!a || !b || !c) throw new Error('three places');
    const data = { ...NOTHING, routes: routes(route([a, b, c], [true, false]), route([a, b], [true])) };
    expect(held('routes', data).map(({ id, way, width, leads }) => [id, way, width, leads])).toEqual([
      // A>B weighs 4, A>B>C a fifth of it: the shared step is drawn by A>B alone.
      ['A>B', 'water', 1.3 + 1.7 * Math.sqrt(4 / 60), true],
      ['A>B>C', 'water', 1.3 + 1.7 * Math.sqrt(4 / 60), false],
      ['A>B>C', 'direct', 1, true],
    ]);
  });
});

describe('seizures', () => {
  test('60 km is an area from zoom 4 on, and the area is a circle of 60 km', () => {
    // 12 px * 78.271517 km * cos(18.2 deg) / 60 km = 14.87, whose binary logarithm is 3.89.
    const data = { ...NOTHING, seizures: seizures(seizure('s1', 60)) };
    expect(held('areas', data)).toEqual([
      { ids: 's1', count: 1, family: 'cocaine', sign: 'cocaine', km: 60, from: 4 },
    ]);
  });

  test('seizures of one place are one sign with a count, the commonest goods its colour', () => {
    const arms = { commodities: ['firearm'] };
    const data = {
      ...NOTHING,
      seizures: seizures(seizure('s1', 0), seizure('s2', 0, arms), seizure('s3', 0, arms)),
    };
    expect(held('seizures', data)).toEqual([
      { ids: 's1,s2,s3', count: 3, family: 'arms', sign: 'several', km: 0, from: 24 },
    ]);
    expect(held('areas', data)).toEqual([]);
  });
});

describe('signs of goods', () => {
  const of = (...goods: string[][]) =>
    seizures(...goods.map((commodities, i) => seizure(`s${i}`, 0, { commodities })));
  const signOf = (...goods: string[][]) =>
    held('seizures', { ...NOTHING, seizures: of(...goods) }).map(({ sign }) => sign);

  test('one kind has its own, several kinds one for all, unstated goods none', () => {
    expect(signOf(['cash'])).toEqual(['cash']);
    expect(signOf(['firearm'], ['firearm'])).toEqual(['firearm']);
    expect(signOf(['firearm', 'ammunition'])).toEqual(['several']);
    expect(signOf(['cocaine'], ['cannabis'])).toEqual(['several']);
    expect(signOf(['cocaine'], [])).toEqual(['cocaine']);
    expect(signOf([])).toEqual(['']);
  });

  const goodsAt = (zoom: number, data: NonNullable<MapData['seizures']>) =>
    legendEntries({ layers: ['seizures'], zoom }, { ...NOTHING, seizures: data }).filter(({ kind }) =>
      kind.startsWith('goods'),
    );

  test('the legend has colours far out and the drawn signs close up, with the colours that no sign explains', () => {
    const arms = { commodities: ['firearm', 'ammunition'] };
    const cash = { commodities: ['cash'] };
    const apart = (lon: number) => ({ type: 'Point' as const, coordinates: [lon, 18.2] as [number, number] });
    const data = seizures(
      seizure('s1', 0),
      { ...seizure('s2', 0, arms), geometry: apart(-65) },
      { ...seizure('s3', 60, cash), geometry: apart(-66) },
    );
    const colours = ['cocaine', 'arms', 'cash'].map((family) => ({ kind: 'goods', family }));
    expect(goodsAt(7.4, data)).toEqual(colours);
    // 60 km is an area from zoom 4 on: its sign is gone at zoom 8.
    expect(goodsAt(7.5, data)).toEqual([
      { kind: 'goodsSign', sign: 'cocaine' },
      { kind: 'goodsSign', sign: 'cash' },
      { kind: 'goodsSign', sign: 'several' },
      { kind: 'goods', family: 'arms' },
    ]);
    expect(goodsAt(8, data)).toEqual([
      { kind: 'goodsSign', sign: 'cocaine' },
      { kind: 'goodsSign', sign: 'several' },
      { kind: 'goods', family: 'arms' },
      { kind: 'goods', family: 'cash' },
    ]);
  });

  test('every sign and every kind of goods is a drawing of its own', () => {
    const paths = GOODS_SIGNS.map((sign) => ICON_PATHS[sign]);
    expect(GOODS_SIGNS).toHaveLength(11);
    expect(new Set(paths).size).toBe(11);
  });
});

describe('legend', () => {
  const full: MapData = {
    ...NOTHING,
    network: network(
      [
        edge('A', 'B', { voyageLegs: 3, certainty: 'observed', synthetic: true }),
        edge('B', 'C', { seizureLegs: 1, certainty: 'inferred' }),
      ],
      [place('A', 'port', [-62, 17], 2), place('TT', 'country', [-61.3, 10.4], 40)],
    ),
    seizures: seizures(seizure('s1', 60)),
  };

  test('says exactly what is drawn', () => {
    expect(legendEntries(all, full)).toEqual([
      {
        kind: 'legVoyage',
        count: 3,
        widths: [0.9 + (4.4 - 0.9) * Math.sqrt(1 / 40), 0.9 + (4.4 - 0.9) * Math.sqrt(3 / 40)],
      },
      {
        kind: 'legSeizure',
        count: 1,
        widths: [1.2 + (3.6 - 1.2) * Math.sqrt(1 / 6), 1.2 + (3.6 - 1.2) * Math.sqrt(1 / 6)],
      },
      { kind: 'stroke', stroke: 'solid' },
      { kind: 'stroke', stroke: 'dashed' },
      { kind: 'goods', family: 'cocaine' },
      { kind: 'seizureArea' },
      { kind: 'port' },
      { kind: 'place' },
      { kind: 'islet' },
    ]);
  });

  test('drops what is switched off, and the synthetic note with the synthetic data', () => {
    expect(legendEntries({ layers: ['seizures'] }, full)).toEqual([
      { kind: 'goods', family: 'cocaine' },
      { kind: 'seizureArea' },
      { kind: 'islet' },
    ]);
    expect(showsSynthetic(all, full)).toBe(true);
    expect(showsSynthetic({ layers: ['seizures'] }, full)).toBe(false);
    expect(showsSynthetic(all, { ...full, network: network([edge('B', 'C', { seizureLegs: 1 })]) })).toBe(
      false,
    );
  });

  test('nothing loaded, nothing explained but the base map', () => {
    expect(legendEntries(all, NOTHING)).toEqual([{ kind: 'islet' }]);
  });
});

test('the same input gives the same style, and no address leaves the server', () => {
  const once = JSON.stringify(mapStyle(all, NOTHING, LIGHT, assets));
  expect(JSON.stringify(mapStyle(all, NOTHING, LIGHT, assets))).toBe(once);
  const addresses = once.match(/https?:\/\/[^"]+/g) ?? [];
  expect(new Set(addresses.map((address) => new URL(address).host))).toEqual(new Set(['localhost']));
});
