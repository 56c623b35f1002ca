import { execFileSync } from 'node:child_process';
import Graph from 'graphology';
import graphml from 'graphology-graphml';
import { create } from 'xmlbuilder2';
import { describe, expect, it } from 'vitest';
import { cutAtDateLine, outerRing } from '../../../../server/briefings/data-formats/geometry.ts';
import { renderData, type DataFormat } from '../../../../server/briefings/data-formats/render.ts';
import type { Briefing } from '../../../../shared/briefing.ts';
import { exampleBriefing } from '../../../support/briefing.ts';
import { CUT, FORMULA, hostileBriefing, MARKUP } from './hostile.ts';

const textOf = async (briefing: Briefing, format: DataFormat): Promise<string> =>
  new TextDecoder().decode((await renderData(briefing, format)).bytes);

type Position = [number, number];
interface Feature {
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Collection {
  readonly type: string;
  readonly bbox?: number[];
  readonly crs?: unknown;
  readonly leeward: Readonly<Record<string, unknown>>;
  readonly features: readonly Feature[];
}
const collectionOf = async (briefing: Briefing): Promise<Collection> =>
  JSON.parse(await textOf(briefing, 'geojson')) as Collection;

/** Sum over the edges of (x2 - x1)(y2 + y1): negative where the ring runs counterclockwise. */
const clockwise = (ring: readonly Position[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => {
    const [beforeX, beforeY] = ring[i] ?? [x, y];
    return sum + (x - beforeX) * (y + beforeY);
  }, 0);

describe('GeoJSON', () => {
  it('holds what the figure draws, and says where it is from', async () => {
    const { type, features, leeward, crs } = await collectionOf(exampleBriefing());
    const counts = new Map<unknown, number>();
    for (const { properties } of features) {
      counts.set(properties['layer'], (counts.get(properties['layer']) ?? 0) + 1);
    }
    expect([type, Object.fromEntries(counts), crs]).toEqual([
      'FeatureCollection',
      { route: 2, leg: 3, cell: 2, cluster: 1, seizure: 3, openEnd: 1, place: 4 },
      undefined,
    ]);
    expect(leeward).toMatchObject({ code: 'LW-7K2M-Q4XD', run: 12, marking: 'TLP:AMBER', synthetic: 'some' });
    expect(new Set(features.map(({ id }) => id)).size).toBe(16);
  });

  it('RFC 7946: outer rings closed and counterclockwise, longitude first, bbox around everything', async () => {
    const { features, bbox } = await collectionOf(exampleBriefing());
    const rings = features
      .filter(({ geometry }) => geometry.type === 'Polygon')
      .map(({ geometry }) => (geometry.coordinates as Position[][])[0] ?? []);
    expect(rings).toHaveLength(2);
    for (const ring of rings) {
      expect(ring[0]).toEqual(ring.at(-1));
      expect(clockwise(ring)).toBeLessThan(0);
    }
    // West: Road Town's cell, -64.6 - 0.25. South: Port of Spain. East and north: the middle of France.
    expect(bbox).toEqual([-64.85, 10.65, 2.4, 46.6]);
  });

  it('turns a clockwise ring round, and closes an open one', () => {
    expect(
      outerRing([
        [0, 0],
        [0, 1],
        [1, 1],
        [1, 0],
      ]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
  });

  it('an end that is not stated is said, and drawn from nowhere', async () => {
    const { features } = await collectionOf(exampleBriefing());
    const end = features.find(({ properties }) => properties['layer'] === 'openEnd');
    expect(end).toMatchObject({
      geometry: { type: 'Point', coordinates: [2.4, 46.6] },
      properties: { unknown: 'origin', words: 'origin not stated', placeName: 'France' },
    });
    const parts = features.filter(({ id }) => id === 'seizure:reported:S002');
    expect(parts.map(({ geometry }) => geometry.type)).toEqual(['Point']);
  });

  // Halfway between 179 and -179 (181): 10 and 20 make 15.
  it('cuts a line at the 180th meridian, both ways', () => {
    expect(
      cutAtDateLine([
        [178, 8],
        [179, 10],
        [-179, 20],
      ]),
    ).toEqual([
      [
        [178, 8],
        [179, 10],
        [180, 15],
      ],
      [
        [-180, 15],
        [-179, 20],
      ],
    ]);
    expect(
      cutAtDateLine([
        [-179, 20],
        [179, 10],
      ]),
    ).toEqual([
      [
        [-179, 20],
        [-180, 15],
      ],
      [
        [180, 15],
        [179, 10],
      ],
    ]);
    expect(
      cutAtDateLine([
        [-61.5, 10.6],
        [-62.7, 17.3],
      ]),
    ).toHaveLength(1);
  });

  it('nothing drawn: no feature, and no bbox of nothing', async () => {
    const nothing = { legs: [], routes: [], cells: [], clusters: [], seizures: [], openEnds: [], places: [] };
    const empty = await collectionOf(exampleBriefing({ scene: nothing }));
    expect([empty.features, empty.bbox]).toEqual([[], undefined]);
  });

  it('keeps names as they are written', async () => {
    const { features } = await collectionOf(hostileBriefing());
    const names = features
      .filter(({ properties }) => properties['layer'] === 'place')
      .map((f) => f.properties['name']);
    expect(names).toEqual([MARKUP, CUT, FORMULA, 'Saint Lucia']);
  });
});

interface Element {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** A document as a tree; throws where it is not well-formed. */
function treeOf(xml: string): Element {
  const visit = (node: Node): Element => ({
    name: node.nodeName,
    text: node.textContent ?? '',
    attributes: Object.fromEntries(
      [...(node as globalThis.Element).attributes].map((one) => [one.name, one.value]),
    ),
    children: [...node.childNodes].filter(({ nodeType }) => nodeType === 1).map(visit),
  });
  return visit(create(xml).root().node as unknown as Node);
}
const named = (element: Element | undefined, name: string): Element[] =>
  element?.children.filter((child) => child.name === name) ?? [];
const childText = (element: Element | undefined, name: string): string | undefined =>
  named(element, name)[0]?.text;

describe('KML', () => {
  it('is well-formed with hostile names: folders by layer, a placemark for each thing drawn', async () => {
    const [document] = treeOf(await textOf(hostileBriefing(), 'kml')).children;
    const folders = named(document, 'Folder').map((folder) => [
      childText(folder, 'name'),
      named(folder, 'Placemark').length,
    ]);
    expect(folders).toEqual([
      ['Routes', 2],
      ['Legs', 3],
      ['Hot spots', 2],
      ['Clusters', 1],
      ['Seizures', 3],
      ['One end not stated', 1],
      ['Places', 4],
    ]);
    expect(childText(document, 'name')).toBe('Title  <&> Ж');
    expect(childText(document, 'description')).toContain('LW-7K2M-Q4XD');
    expect(childText(document, 'description')).toContain('TLP:AMBER. Partly synthetic data.');
    const places = named(named(document, 'Folder').at(-1), 'Placemark');
    expect(places.map((place) => childText(place, 'name'))).toEqual([MARKUP, CUT, FORMULA, 'Saint Lucia']);
  });

  it('a description cannot carry markup into a viewer', async () => {
    const [document] = treeOf(await textOf(hostileBriefing(), 'kml')).children;
    const legs = named(named(document, 'Folder')[1], 'Placemark');
    const description = childText(legs[0], 'description') ?? '';
    expect(description).toContain('fromName: &lt;b&gt;&amp;"');
    expect(description.replaceAll('<br>', '')).not.toContain('<');
  });

  it('every style that is asked for is there; parts of a placemark come in the order of the schema', async () => {
    const [document] = treeOf(await textOf(exampleBriefing(), 'kml')).children;
    const styles = named(document, 'Style').map(({ attributes }) => `#${attributes['id']}`);
    for (const placemark of named(document, 'Folder').flatMap((folder) => named(folder, 'Placemark'))) {
      expect(styles).toContain(childText(placemark, 'styleUrl'));
      expect(placemark.children.map(({ name }) => name).slice(0, 4)).toEqual([
        'name',
        'description',
        'styleUrl',
        'ExtendedData',
      ]);
    }
  });
});

/** Children of a GPX 1.1 element in the order in which its schema has them (topografix.com/GPX/1/1/gpx.xsd). */
const GPX_ORDER: Readonly<Record<string, readonly string[]>> = {
  gpx: ['metadata', 'wpt', 'rte', 'trk', 'extensions'],
  metadata: ['name', 'desc', 'author', 'copyright', 'link', 'time', 'keywords', 'bounds', 'extensions'],
  wpt: ['ele', 'time', 'magvar', 'geoidheight', 'name', 'cmt', 'desc', 'src', 'link', 'sym', 'type'],
  trk: ['name', 'cmt', 'desc', 'src', 'link', 'number', 'type', 'extensions', 'trkseg'],
};

function outOfOrder(element: Element): string[] {
  const order = GPX_ORDER[element.name];
  const places = element.children.map(({ name }) => order?.indexOf(name) ?? 0);
  const wrong = places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0));
  return [...(wrong ? [element.name] : []), ...element.children.flatMap(outOfOrder)];
}

describe('GPX', () => {
  it('is well-formed with hostile names, its elements in the order of the schema', async () => {
    const gpx = treeOf(await textOf(hostileBriefing(), 'gpx'));
    expect(outOfOrder(gpx)).toEqual([]);
    expect(gpx.attributes).toMatchObject({ version: '1.1', creator: 'Leeward' });
    expect(named(gpx, 'wpt').map((point) => childText(point, 'name'))).toEqual([
      MARKUP,
      CUT,
      FORMULA,
      'Saint Lucia',
      'France',
    ]);
  });

  it('a track for each route and leg, a segment for each step, and the code in its metadata', async () => {
    const gpx = treeOf(await textOf(exampleBriefing(), 'gpx'));
    const tracks = named(gpx, 'trk').map((track) => [
      childText(track, 'type'),
      childText(track, 'name'),
      named(track, 'trkseg').map((segment) => segment.children.length),
    ]);
    expect(tracks).toEqual([
      ['route', 'Port of Spain > Basseterre > Road Town', [3, 3]],
      ['route', 'Road Town > Basseterre', [3]],
      ['leg', 'Port of Spain > Basseterre', [3]],
      ['leg', 'Basseterre > Road Town', [3]],
      ['leg', 'Road Town > Basseterre', [3]],
    ]);
    const [metadata] = named(gpx, 'metadata');
    expect(childText(metadata, 'keywords')).toBe('LW-7K2M-Q4XD');
    expect(childText(metadata, 'time')).toBe('2026-03-12T08:30:00.000Z');
    expect(named(metadata, 'bounds')[0]?.attributes).toEqual({
      minlat: '10.65',
      minlon: '-64.61',
      maxlat: '46.6',
      maxlon: '2.4',
    });
  });

  it('the way of what is selected is a track, its steps in order', async () => {
    const [first, second] = exampleBriefing().scene.legs;
    if (!first || !second) throw new Error('no legs');
    const steps = [first, second].map(({ line, certainty, overWater }) => ({ line, certainty, overWater }));
    const selection = { name: 'The way', steps, places: [], position: null, radiusKm: 0 };
    const gpx = treeOf(await textOf(exampleBriefing({ scene: { selection } }), 'gpx'));
    const [track] = named(gpx, 'trk');
    expect([childText(track, 'name'), childText(track, 'type')]).toEqual(['The way', 'selection']);
    expect(named(track, 'trkseg')).toHaveLength(2);
  });
});

const NETWORKX = `
import io, json, sys, networkx
graph = networkx.read_graphml(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({
  'directed': graph.is_directed(),
  'nodes': graph.number_of_nodes(),
  'edges': graph.number_of_edges(),
  'weight': sum(data['weight'] for _, _, data in graph.edges(data=True)),
  'code': graph.graph['code'],
  'names': sorted(data['name'] for _, data in graph.nodes(data=True)),
  'strength': graph.out_degree('KNBAS', weight='weight'),
}))`;

describe('GraphML', () => {
  // Three legs of 12 + 1, 8 + 1 and 0 + 1 passages among three of the four places.
  const expected = { directed: true, nodes: 4, edges: 3, weight: 23 };

  it('round-trips through graphology with equal counts', async () => {
    const graph = graphml.parse(Graph, await textOf(hostileBriefing(), 'graphml'));
    const weight = graph.reduceEdges((sum, _edge, data) => sum + Number(data['weight']), 0);
    expect({ directed: graph.type === 'directed', nodes: graph.order, edges: graph.size, weight }).toEqual(
      expected,
    );
    expect(graph.getNodeAttributes('TTPOS')).toMatchObject({
      name: MARKUP,
      longitude: -61.52,
      latitude: 10.65,
    });
    expect(graph.getEdgeAttributes('VGRAD~KNBAS')).toMatchObject({ certainty: 'assumed', synthetic: false });
  });

  it('round-trips through networkx with equal counts', async () => {
    // Debian's own interpreter: python3-networkx is a package of the system.
    const input = await textOf(hostileBriefing(), 'graphml');
    const answer = execFileSync('/usr/bin/python3', ['-c', NETWORKX], { input, encoding: 'utf8' });
    expect(JSON.parse(answer)).toEqual({
      ...expected,
      code: 'LW-7K2M-Q4XD',
      names: [MARKUP, FORMULA, 'Saint Lucia', CUT].sort(),
      strength: 9,
    });
  });
});
