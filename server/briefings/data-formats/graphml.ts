import type { Briefing } from '../../../shared/briefing.ts';
import { MARKING_TEXT } from '../words/format.ts';
import { placeNames } from './features.ts';
import { childElement, textElement, xmlDocument, xmlText, type XMLBuilder } from './xml.ts';

type Kind = 'string' | 'int' | 'double' | 'boolean';
type Value = string | number | boolean | null | undefined;

/** Attributes of graph, nodes and edges with their types, as GraphML declares them. */
const KEYS = {
  graph: {
    code: 'string',
    run: 'int',
    dataHash: 'string',
    marking: 'string',
    synthetic: 'string',
    title: 'string',
  },
  node: { name: 'string', kind: 'string', longitude: 'double', latitude: 'double' },
  edge: {
    weight: 'int',
    voyageLegs: 'int',
    seizureLegs: 'int',
    vessels: 'int',
    distanceKm: 'double',
    certainty: 'string',
    synthetic: 'boolean',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>;
type Part = keyof typeof KEYS;

/**
 * Places and legs of a briefing as GraphML: a directed graph, `weight` the passages of a leg, voyages and seizures
 * together. Places that no leg ends at are nodes all the same.
 */
export function toGraphMl(briefing: Briefing): string {
  const { about, spec, scene } = briefing;
  const root = xmlDocument('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' });
  for (const part of ['graph', 'node', 'edge'] as const) {
    for (const [name, kind] of Object.entries(KEYS[part])) {
      childElement(root, 'key', { id: `${part}-${name}`, for: part, 'attr.name': name, 'attr.type': kind });
    }
  }
  const graph = childElement(root, 'graph', { id: about.code, edgedefault: 'directed' });
  addData(graph, 'graph', {
    code: about.code,
    run: about.runId,
    dataHash: about.dataHash,
    marking: MARKING_TEXT[about.marking],
    synthetic: about.synthetic,
    title: spec.title,
  });
  const placeOf = new Map(scene.places.map((place) => [place.id, place]));
  const legs = legsOf(briefing);
  const names = placeNames(briefing);
  const ids = new Set([...placeOf.keys(), ...legs.flatMap(({ from, to }) => [from, to])]);
  for (const id of ids) {
    const place = placeOf.get(id);
    const [longitude, latitude] = place?.position ?? [];
    const name = names.get(id) ?? id;
    addData(childElement(graph, 'node', { id }), 'node', { name, kind: place?.kind, longitude, latitude });
  }
  for (const { id, from, to, ...data } of legs) {
    addData(childElement(graph, 'edge', { id, source: from, target: to }), 'edge', data);
  }
  return xmlText(root);
}

function addData(parent: XMLBuilder, part: Part, values: Readonly<Record<string, Value>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined) {
      textElement(parent, 'data', String(value), { key: `${part}-${name}` });
    }
  }
}

interface GraphLeg extends Readonly<Record<keyof typeof KEYS.edge, Value>> {
  readonly id: string;
  /** Ids of places. */
  readonly from: string;
  readonly to: string;
}

/** The table of legs, and those drawn that it has not. */
function legsOf({ legs, scene }: Briefing): GraphLeg[] {
  const tabled = new Set(legs.map(({ id }) => id));
  const rows = [
    ...legs,
    ...scene.legs
      .filter(({ id }) => !tabled.has(id))
      .map((leg) => ({ ...leg, vessels: null, distanceKm: null })),
  ];
  return rows.map(({ id, voyageLegs, seizureLegs, vessels, distanceKm, certainty, synthetic }) => {
    const [from = '', to = ''] = id.split('~');
    const weight = voyageLegs + seizureLegs;
    return { id, from, to, weight, voyageLegs, seizureLegs, vessels, distanceKm, certainty, synthetic };
  });
}
