import { describe, expect, it } from 'vitest';
import type { NetworkReply } from '../../shared/api.ts';
import { drawLeg, labelsOf } from '../../web/graph/draw.ts';
import { layoutOf } from '../../web/graph/layout.ts';
import { around, markedBy } from '../../web/graph/marked.ts';
import { graphOf, strongest, type Graph } from '../../web/graph/model.ts';
import { neighbour } from '../../web/graph/walk.ts';

type Edge = NetworkReply['edges']['features'][number];

const PLACES: Record<string, [country: string | null, longitude: number, latitude: number]> = {
  A1: ['AA', -61, 10],
  A2: ['AA', -61.2, 10.3],
  B1: ['BB', -63, 17],
  C1: ['CC', -72, 18],
  SEA: [null, -66, 14],
};
const node = (id: string): NetworkReply['nodes']['features'][number] => {
  const [country, longitude, latitude] = PLACES[id] ?? [null, 0, 0];
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      id,
      name: `Port ${id}`,
      kind: 'port',
      country,
      radiusKm: 1,
      voyageLegsIn: 0,
      voyageLegsOut: 0,
      seizureLegsIn: 0,
      seizureLegsOut: 0,
    },
  };
};
const edge = (from: string, to: string, more: Partial<Edge['properties']>): Edge => ({
  type: 'Feature',
  id: `${from}~${to}`,
  geometry: { type: 'MultiLineString', coordinates: [] },
  properties: {
    id: `${from}~${to}`,
    from,
    to,
    fromName: from,
    toName: to,
    voyageLegs: 0,
    seizureLegs: 0,
    vessels: 1,
    mode: 'sea',
    certainty: 'observed',
    seizureCertainty: null,
    synthetic: false,
    firstDay: '2025-01-01',
    lastDay: '2025-01-01',
    distanceKm: 100,
    overWater: true,
    ...more,
  },
});
const network: NetworkReply = {
  runId: 1,
  nodes: { type: 'FeatureCollection', total: 5, features: Object.keys(PLACES).map(node) },
  edges: {
    type: 'FeatureCollection',
    total: 6,
    features: [
      edge('A1', 'A2', { voyageLegs: 50 }),
      edge('A1', 'B1', { voyageLegs: 10, synthetic: true }),
      edge('A2', 'B1', { voyageLegs: 5, seizureLegs: 1, seizureCertainty: 'inferred' }),
      edge('B1', 'A1', { voyageLegs: 2 }),
      edge('B1', 'C1', { seizureLegs: 2, certainty: 'stated', seizureCertainty: 'stated' }),
      edge('SEA', 'C1', { seizureLegs: 1, certainty: 'assumed', seizureCertainty: 'assumed' }),
    ],
  },
};
const territories = graphOf(network, 'territory', (code) => ({ name: `Land ${code}`, position: [-60, 15] }));
const ports = graphOf(network, 'port', () => null);

describe('the graph of a network', () => {
  it('of territories sums their ports, without what stays within one or has none', () => {
    expect(territories.edges.map(({ id, voyages, seizures }) => [id, voyages, seizures])).toEqual([
      ['AA~BB', 15, 1],
      ['BB~AA', 2, 0],
      ['BB~CC', 0, 2],
    ]);
    // One seizure weighs as much as 60 voyages: BB 17 + 3 * 60, CC 2 * 60, AA 17 + 60.
    expect(territories.nodes.map(({ id, name }) => [id, name])).toEqual([
      ['BB', 'Land BB'],
      ['CC', 'Land CC'],
      ['AA', 'Land AA'],
    ]);
  });
  it('keeps what is synthetic and how sure it is to those it is true of', () => {
    const sum = territories.edges.find(({ id }) => id === 'AA~BB');
    expect([sum?.certainty, sum?.seizureCertainty, sum?.synthetic]).toEqual(['observed', 'inferred', false]);
  });
  it('of ports has every place that a leg names', () => {
    expect(ports.nodes.map(({ id }) => id).sort()).toEqual(['A1', 'A2', 'B1', 'C1', 'SEA']);
    expect(ports.edges).toHaveLength(6);
  });
  it('shows the most important and the legs between them', () => {
    const few = strongest(territories, 2);
    expect(few.nodes.map(({ id }) => id)).toEqual(['BB', 'CC']);
    expect(few.edges.map(({ id }) => id)).toEqual(['BB~CC']);
  });
});

describe('its layout', () => {
  const box = { width: 600, height: 400 };
  const many: Graph = {
    nodes: Array.from({ length: 60 }, (_, i) => ({
      id: `P${i}`,
      name: `Place ${i}`,
      // All at a handful of points: the worst case.
      position: [-61 - (i % 4), 12 + (i % 3)] as const,
      voyages: 100 - i,
      seizures: 0,
    })),
    edges: Array.from({ length: 59 }, (_, i) => ({
      id: `P${i}~P${i + 1}`,
      from: `P${i}`,
      to: `P${i + 1}`,
      voyages: 1,
      seizures: 0,
      certainty: 'observed' as const,
      seizureCertainty: 'assumed' as const,
      synthetic: false,
    })),
  };
  it('is the same whatever the order of its parts', () => {
    const turned = { nodes: many.nodes.toReversed(), edges: many.edges.toReversed() };
    const sorted = (graph: Graph) => [...layoutOf(graph, box)].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(turned)).toEqual(sorted(many));
  });
  it('lays no place on another or outside the box', () => {
    const all = [...layoutOf(many, box).values()];
    const gaps = all.flatMap((a, i) =>
      all.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y) - a.radius - b.radius),
    );
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(all.every(({ x, y }) => x > 0 && x < box.width && y > 0 && y < box.height)).toBe(true);
  });
  it('keeps west left of east and north above south', () => {
    const at = layoutOf(ports, box);
    const [a, b, c] = ['A1', 'B1', 'C1'].map((id) => at.get(id) ?? { x: NaN, y: NaN });
    expect((c?.x ?? 0) < (b?.x ?? 0) && (b?.y ?? 0) < (a?.y ?? 0)).toBe(true);
  });
  it('stands in the middle when there is one place, and is empty without any', () => {
    const [only] = layoutOf({ nodes: many.nodes.slice(0, 1), edges: [] }, box).values();
    expect([only?.x, only?.y]).toEqual([300, 200]);
    expect(layoutOf({ nodes: [], edges: [] }, box).size).toBe(0);
  });
});

describe('what is drawn', () => {
  const layout = new Map([
    ['west', { x: 100, y: 100, radius: 5 }],
    ['east', { x: 300, y: 100, radius: 5 }],
    ['south', { x: 110, y: 200, radius: 5 }],
  ]);
  it('bends the two directions of a leg to either side', () => {
    const [west, east] = [layout.get('west'), layout.get('east')];
    if (!west || !east) throw new Error('not laid out');
    const middle = (path: string): number => Number(/Q\S+ (\S+)/.exec(path)?.[1]);
    // Going east, right is south: below y = 100 by 0.14 of 200 px; going west above it.
    expect(middle(drawLeg(west, east, 2).path)).toBe(128);
    expect(middle(drawLeg(east, west, 2).path)).toBe(72);
  });
  it('leads arrow keys to the nearest that way', () => {
    expect(neighbour(layout, 'west', 'ArrowRight')).toBe('east');
    expect(neighbour(layout, 'west', 'ArrowDown')).toBe('south');
    expect(neighbour(layout, 'west', 'ArrowLeft')).toBeNull();
    expect(neighbour(layout, 'west', 'Enter')).toBeNull();
  });
  it('writes a name only where it covers nothing', () => {
    const close = new Map([
      ['a', { x: 50, y: 10, radius: 5 }],
      ['b', { x: 50, y: 24, radius: 5 }],
    ]);
    const names = ['a', 'b'].map((id) => ({ id, name: 'Long enough' }));
    // 11 letters of 6.1 px: beside the dots there is room in 200 px, one under the other; in 60 px nowhere.
    expect([...labelsOf(names, close, { width: 200, height: 40 }).keys()]).toEqual(['a', 'b']);
    expect(labelsOf(names, close, { width: 60, height: 40 }).size).toBe(0);
  });
});

describe('what a selection marks', () => {
  const countryOf = (id: string) => PLACES[id]?.[0] ?? null;
  it('is a place with its legs, or the way of a route', () => {
    expect([...around(territories, 'CC').edges]).toEqual(['BB~CC']);
    const port = markedBy({ kind: 'port', id: 'A2' }, territories, 'territory', countryOf);
    expect([...port.nodes].sort()).toEqual(['AA', 'BB']);
    const route = markedBy({ kind: 'route', id: 'territory:AA>BB>CC' }, territories, 'territory', countryOf);
    expect([...route.edges]).toEqual(['AA~BB', 'BB~CC']);
    const leg = markedBy({ kind: 'edge', id: 'A1~B1' }, ports, 'port', countryOf);
    expect([[...leg.nodes], [...leg.edges]]).toEqual([['A1', 'B1'], ['A1~B1']]);
  });
  it('is nothing where nothing of it is in the graph', () => {
    expect(markedBy(null, ports, 'port', countryOf).nodes.size).toBe(0);
    expect(markedBy({ kind: 'cell', id: 'x' }, ports, 'port', countryOf).nodes.size).toBe(0);
    expect(markedBy({ kind: 'port', id: 'unknown' }, ports, 'port', countryOf).nodes.size).toBe(0);
  });
});
