import { describe, expect, it } from 'vitest';
import type { EdgeProperties, NetworkReply, PlaceRef, RoutesReply } from '../../shared/api.ts';
import { translate as t } from '../../web/i18n/index.ts';
import { describe as told } from '../../web/map/describe.ts';
import { drawLegs, drawPorts, drawRoutes } from '../../web/map/derive.ts';
import { groupNetwork } from '../../web/map/group-network.ts';
import { apartAt } from '../../web/map/group-told.ts';
import { groupedData } from '../../web/map/grouped-data.ts';
import { legendEntries, leftOut } from '../../web/map/legend-entries.ts';
import { groupPorts, partsFrom, type PlaceNode } from '../../web/map/port-groups.ts';
import type { MapData } from '../../web/map/types.ts';
import { LAYERS } from '../../web/state.ts';

// On the equator a degree is 512 / 360 px at zoom 0. The 12 px of a marker are 0.527 degrees at zoom 4 and 0.264 at
// zoom 5.

type At = [number, number];

function node(id: string, at: At, calls: number, kind: PlaceRef['kind'] = 'port'): PlaceNode {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: at },
    properties: {
      ...{ id, name: `Port ${id}`, kind, country: null, radiusKm: 1 },
      ...{ voyageLegsIn: calls, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
    },
  };
}
const A = node('A', [-60, 0], 20);
const B = node('B', [-60.3, 0], 9);
const C = node('C', [-60.5, 0], 4);
const D = node('D', [-62, 0], 2);
/** An area whose lines end at A. */
const E = node('E', [-60, 0], 50, 'country');
const NODES = [A, B, C, D, E];
const ids = (groups: readonly PlaceNode[][]): string[] =>
  groups.map((group) => group.map(({ id }) => id).join(''));

describe('ports that cannot be told apart', () => {
  it.each([
    [6, []],
    // A and B are 0.3 degrees apart, B and C 0.2.
    [5, ['BC']],
    [4, ['ABC']],
    [3, ['ABC']],
    // 2.109 degrees; from A to D are 2.
    [2, ['ABCD']],
  ])('at zoom %i', (zoom, expected) => {
    expect(ids(groupPorts(NODES, zoom))).toEqual(expected);
    expect(ids(groupPorts(NODES.toReversed(), zoom))).toEqual(expected);
  });

  it('join the nearest busier one, not the busiest', () => {
    const two = [node('P', [-60, 0], 9), node('Q', [-60.9, 0], 8)];
    expect(ids(groupPorts([...two, node('R', [-60.5, 0], 1)], 4))).toEqual(['QR']);
    expect(ids(groupPorts([...two, node('R', [-60.4, 0], 1)], 4))).toEqual(['PR']);
  });

  it('are near as the map shows it: at 60 degrees north one of latitude is twice as long', () => {
    const one = node('P', [-60, 60], 9);
    expect(ids(groupPorts([one, node('Q', [-60.2, 60], 1)], 5))).toEqual(['PQ']);
    expect(ids(groupPorts([one, node('Q', [-60, 60.2], 1)], 5))).toEqual([]);
  });

  it('part where the farthest is a marker away', () => {
    // log2(12 px * 360 / 512 / 0.5 degrees) = 4.08; of 0.3 degrees 4.81, of 2 degrees 2.08.
    expect(
      [
        [A, B, C],
        [A, B],
        [A, D],
      ].map(partsFrom),
    ).toEqual([5, 5, 3]);
    expect(partsFrom([A, node('Z', [-60, 0], 1)])).toBe(Infinity);
  });
});

const leg = (from: string, to: string, line: At[], more: Partial<EdgeProperties>) => ({
  type: 'Feature' as const,
  id: `${from}~${to}`,
  geometry: { type: 'MultiLineString' as const, coordinates: [line] },
  properties: {
    ...{ id: `${from}~${to}`, from, to, fromName: `Port ${from}`, toName: `Port ${to}` },
    ...{ voyageLegs: 0, seizureLegs: 0, vessels: 1, mode: 'sea' as const, distanceKm: 200, overWater: true },
    ...{ certainty: 'observed' as const, seizureCertainty: null, synthetic: true },
    ...{ firstDay: '2025-03-01', lastDay: '2025-04-01' },
    ...more,
  },
});
// prettier-ignore
const LEGS = [
  leg('A', 'D', [[-60, 0], [-62, 0]], { voyageLegs: 5, certainty: 'inferred', lastDay: '2025-06-01' }),
  leg('B', 'D', [[-60.3, 0], [-62, 0]], { voyageLegs: 3, seizureLegs: 1, seizureCertainty: 'inferred', synthetic: false }),
  leg('C', 'D', [[-60.5, 0], [-61, 0.2], [-62, 0]], { seizureLegs: 2, certainty: 'stated', seizureCertainty: 'stated' }),
  leg('D', 'C', [[-62, 0], [-60.5, 0]], { voyageLegs: 2 }),
  leg('A', 'B', [[-60, 0], [-60.3, 0]], { voyageLegs: 7 }),
  leg('B', 'A', [[-60.3, 0], [-60, 0]], { seizureLegs: 1, certainty: 'stated', seizureCertainty: 'stated' }),
  leg('B', 'D2', [[-60.3, 0], [-62, 0]], { voyageLegs: 1, overWater: false }),
  leg('E', 'D', [[-60, 0], [-62, 0]], { seizureLegs: 1, certainty: 'stated', seizureCertainty: 'stated' }),
];
const NETWORK: NetworkReply = {
  runId: 1,
  nodes: { type: 'FeatureCollection', features: NODES, total: NODES.length },
  edges: { type: 'FeatureCollection', features: LEGS, total: LEGS.length },
};
const AT_4 = groupNetwork(NETWORK, 4);
const lineAt4 = (id: string) => AT_4.edges.features.find((one) => one.id === id);

describe('a network whose ports A, B and C are drawn as one', () => {
  it('has one line for the legs of its ports to one other, passages added up', () => {
    expect(AT_4.edges.features.map(({ id }) => id)).toEqual(['C~D', 'E~D', 'D~C', 'B~D2']);
    expect(lineAt4('C~D')?.properties).toMatchObject({
      ...{ voyageLegs: 8, seizureLegs: 3, vessels: 1, synthetic: false },
      ...{ firstDay: '2025-03-01', lastDay: '2025-06-01' },
    });
    expect(AT_4.grouping?.legs.get('C~D')?.map(({ id }) => id)).toEqual(['C~D', 'B~D', 'A~D']);
  });

  it('draws voyages as sure as the surest voyages, seizures as the surest seizures', () => {
    expect(lineAt4('C~D')?.properties).toMatchObject({ certainty: 'observed', seizureCertainty: 'stated' });
    const inferred = LEGS.filter(({ id }) => id !== 'B~D');
    const edges = { ...NETWORK.edges, features: inferred };
    // What a source states of C is no statement about the voyages of A.
    expect(groupNetwork({ ...NETWORK, edges }, 4).edges.features[0]?.properties).toMatchObject({
      ...{ id: 'C~D', voyageLegs: 5, certainty: 'inferred', seizureLegs: 2, seizureCertainty: 'stated' },
    });
  });

  it('has lines end at the marker, on their way until they reach it', () => {
    // From C towards (-61, 0.2) a distance of 0.527 from A is reached at 0.054 of the step; the next 64th is 4 / 64.
    // prettier-ignore
    expect(lineAt4('C~D')?.geometry.coordinates).toEqual([[[-60, 0], [-60.53125, 0.0125], [-61, 0.2], [-62, 0]]]);
    expect(lineAt4('D~C')?.geometry.coordinates[0]?.at(-1)).toEqual([-60, 0]);
    expect(lineAt4('E~D')?.geometry.coordinates).toEqual(LEGS[7]?.geometry.coordinates);
  });

  it('draws none of the passages between them, and counts them', () => {
    const group = AT_4.grouping?.groups.get('A');
    expect(group?.inside).toEqual({ voyageLegs: 7, seizureLegs: 1 });
    // 20 + 9 + 4 calls, of which the 7 inside arrive and leave; one seizure leg inside leaves nothing to take off.
    expect(AT_4.nodes.features.map(({ id, properties }) => [id, properties.voyageLegsIn])).toEqual([
      ['A', 26],
      ['D', 2],
      ['E', 50],
    ]);
  });

  it('loses no passage and counts none twice', () => {
    const passages = (all: readonly { properties: EdgeProperties }[]): number =>
      all.reduce((sum, { properties }) => sum + properties.voyageLegs + properties.seizureLegs, 0);
    for (const zoom of [2, 3, 4, 5]) {
      const { edges, grouping } = groupNetwork(NETWORK, zoom);
      const inside = [...(grouping?.groups.values() ?? [])].map((group) => group.inside);
      const within = inside.reduce((sum, one) => sum + one.voyageLegs + one.seizureLegs, 0);
      // 5 + 4 + 2 + 2 + 7 + 1 + 1 + 1.
      expect([zoom, passages(edges.features) + within]).toEqual([zoom, 23]);
    }
  });

  it('is the same object for zooms with the same groups, and the network itself where nothing is close', () => {
    expect(groupNetwork(NETWORK, 3)).toBe(AT_4);
    expect(groupNetwork(NETWORK, 6)).toBe(NETWORK);
  });

  it('is drawn with the number of ports, a name, and every leg for the pointer', () => {
    const marker = drawPorts(AT_4).features.find(({ properties }) => properties['id'] === 'A')?.properties;
    expect(marker).toMatchObject({ name: 'Port A + 2', ports: 3, nameFrom: 4 });
    const lines = drawLegs(AT_4).features.filter(({ properties }) => properties['id'] === 'C~D');
    expect(lines.map(({ properties: { kind, stroke, ids: all } }) => [kind, stroke, all])).toEqual([
      ['voyage', 'solid', 'C~D,B~D,A~D'],
      ['seizure', 'solid', 'C~D,B~D,A~D'],
    ]);
    expect(drawLegs(NETWORK).features.some(({ properties }) => 'ids' in properties)).toBe(false);
  });
});

const ref = ({ id, geometry, properties }: PlaceNode): PlaceRef => ({
  ...{ id, name: properties.name, kind: properties.kind, country: null, radiusKm: 1 },
  position: geometry.coordinates,
});
function route(places: PlaceNode[], independentEvents: number): RoutesReply['features'][number] {
  const id = places.map((one) => one.id).join('>');
  const steps = places.slice(1).map((to, i) => [places[i] ?? to, to]);
  return {
    type: 'Feature',
    id,
    geometry: {
      type: 'MultiLineString',
      coordinates: steps.map((step) => step.map(({ geometry }) => geometry.coordinates)),
    },
    properties: {
      ...{ id, level: 'port', places: places.map(ref), seizures: 0, voyages: independentEvents, vessels: 1 },
      ...{ independentEvents, recurs: independentEvents > 1, certainty: 'observed', synthetic: 'none' },
      ...{ firstDay: '2025-03-01', lastDay: '2025-04-01', distanceKm: 200, significance: null },
      ...{ overWater: steps.map(() => true), effectiveSupport: 2, shuffle: null, rankRange: null },
      capped: { report: 0, operation: 0, vessel: 0, day: 0 },
    },
  };
}
const ROUTES: RoutesReply = {
  ...{ type: 'FeatureCollection', runId: 1, total: 2 },
  features: [route([A, D], 2), route([A, B, D], 9)],
};
const data: MapData = {
  network: NETWORK,
  routes: ROUTES,
  seizures: undefined,
  hotspots: undefined,
  selected: null,
};
const all = { layers: LAYERS };

describe('the data as drawn at a zoom', () => {
  it('has routes end at the marker, the strongest drawn for those that lie on it, and no step within it', () => {
    const { routes } = groupedData(all, data, 4.9);
    const drawn = drawRoutes(routes ?? ROUTES).features;
    expect(
      drawn.map(({ properties, geometry }) => [properties['id'], properties['leads'], geometry]),
    ).toEqual([
      // prettier-ignore
      ['A>B>D', true, { type: 'LineString', coordinates: [[-60, 0], [-60.5390625, 0], [-62, 0]] }],
      // prettier-ignore
      ['A>D', false, { type: 'LineString', coordinates: [[-60, 0], [-62, 0]] }],
    ]);
    expect(routes?.features[1]?.properties.places.map(({ name }) => name)).toEqual([
      ...['Port A', 'Port B', 'Port D'],
    ]);
  });

  it('leaves ports alone that are not drawn, that show their community, or are compared', () => {
    const most = { voyageLegs: 5, seizureLegs: 2 };
    for (const [view, given] of [
      [{ layers: ['legs'] as const }, data],
      [{ ...all, communities: true }, data],
      [all, { ...data, network: { ...NETWORK, most } }],
      [all, { ...data, change: [] }],
    ] as const) {
      expect(groupedData(view, given, 4)).toBe(given);
    }
  });

  it('says how many legs the lines stand for, those within a group left out', () => {
    // Of 8 legs two lie between A and B.
    expect(leftOut({ layers: ['legs', 'ports'] }, groupedData(all, data, 4), 4)).toEqual([
      { layer: 'legs', shown: 6, total: 8 },
    ]);
  });

  it('has the marker in the legend only where there is one', () => {
    const kinds = (zoom: number) =>
      legendEntries({ layers: ['ports'], zoom }, groupedData(all, data, zoom)).map(({ kind }) => kind);
    expect(kinds(4)).toEqual(['port', 'portGroup', 'place']);
    expect(kinds(6)).toEqual(['port', 'place']);
  });
});

describe('what the pointer says', () => {
  const shown = groupedData(all, data, 4);

  it('of ports drawn as one: which they are, and what is not drawn', () => {
    expect(told([{ kind: 'port', id: 'A' }], shown, t, 'count')).toEqual({
      title: 'Port A + 2',
      lines: [
        '3 ports, too close to tell apart at this zoom',
        'Port A, Port B, Port C',
        '8 passages between them are not drawn',
        'Click to zoom to where they part',
      ],
    });
  });

  it('names eight of ten, and lists those that part at no zoom', () => {
    const ten = Array.from({ length: 10 }, (_, i) => node(`N${i}`, [-70, 10], 10 - i));
    const nodes = { ...NETWORK.nodes, features: ten };
    const network = groupNetwork({ ...NETWORK, nodes }, 9);
    expect(told([{ kind: 'port', id: 'N0' }], { ...data, network }, t, 'count')?.lines).toEqual([
      '10 ports, too close to tell apart at this zoom',
      'Port N0, Port N1, Port N2, Port N3, Port N4, Port N5, Port N6, Port N7 and 2 more',
      'Click for the list',
    ]);
    const group = network.grouping?.groups.get('N0');
    expect(group && apartAt(group)).toBeNull();
  });

  it('of a line: what it adds up to, of how many legs', () => {
    expect(told([{ kind: 'edge', id: 'C~D' }], shown, t, 'count')).toEqual({
      title: 'Port A + 2 → Port D',
      lines: [
        '8 voyage legs',
        '3 legs from seizure reports',
        '3 legs drawn as one line; the strongest Port C → Port D',
      ],
    });
    expect(told([{ kind: 'edge', id: 'A~B' }], shown, t, 'count')).toEqual({
      title: 'Port A → Port B',
      lines: ['7 voyage legs'],
    });
  });
});
