import type { EdgeProperties, NetworkReply } from '../../shared/api.ts';
import { surest, type Certainty, type Level } from '../../shared/vocabulary.ts';
import { seizureCertainty } from '../map/derive.ts';
import { VOYAGES_PER_SEIZURE } from '../map/rank.ts';

/** A place of the graph; legs in and out together. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly position: readonly [number, number];
  readonly voyages: number;
  readonly seizures: number;
}
/** All legs from one place to another, in that direction. */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly voyages: number;
  readonly seizures: number;
  /** The best of its voyages, and of its seizures. */
  readonly certainty: Certainty;
  readonly seizureCertainty: Certainty;
  readonly synthetic: boolean;
}
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
/** What a territory is called and where it is drawn; null: not known. */
export type TerritoryOf = (code: string) => Pick<GraphNode, 'name' | 'position'> | null;

type Counts = Pick<GraphNode, 'voyages' | 'seizures'>;
/** How much a place or a leg matters, as on the map: one seizure as much as many voyages. */
export const weightOf = ({ voyages, seizures }: Counts): number => voyages + VOYAGES_PER_SEIZURE * seizures;

/** The id of the leg from one place to another, as the network has it. */
const legId = (from: string, to: string): string => `${from}~${to}`;

/** The leg with another of the same ends added to it. */
function joined(known: GraphEdge | undefined, edge: GraphEdge): GraphEdge {
  if (!known) return edge;
  // The certainty of what there is none of says nothing.
  const best = (key: 'certainty' | 'seizureCertainty', count: 'voyages' | 'seizures'): Certainty =>
    known[count] === 0 ? edge[key] : edge[count] === 0 ? known[key] : surest(known[key], edge[key]);
  return {
    ...known,
    certainty: best('certainty', 'voyages'),
    seizureCertainty: best('seizureCertainty', 'seizures'),
    voyages: known.voyages + edge.voyages,
    seizures: known.seizures + edge.seizures,
    synthetic: known.synthetic && edge.synthetic,
  };
}

function edgesOf(all: readonly EdgeProperties[], placeOf: (id: string) => string | null): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const edge of all) {
    const [from, to] = [placeOf(edge.from), placeOf(edge.to)];
    if (from === null || to === null || from === to) continue;
    const id = legId(from, to);
    edges.set(
      id,
      joined(edges.get(id), {
        id,
        from,
        to,
        voyages: edge.voyageLegs,
        seizures: edge.seizureLegs,
        certainty: edge.certainty,
        seizureCertainty: edge.seizureCertainty ?? seizureCertainty(edge),
        synthetic: edge.synthetic,
      }),
    );
  }
  return [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The network as places and the legs between them, at the level asked for: territories are the sums of their
 * places, and legs within one are none. A place without a territory is left out there, as on the server.
 */
export function graphOf(network: NetworkReply, level: Level, territoryOf: TerritoryOf): Graph {
  const places = new Map(network.nodes.features.map((node) => [node.properties.id, node]));
  const placeOf = (id: string): string | null =>
    level === 'port' ? id : (places.get(id)?.properties.country ?? null);
  const edges = edgesOf(
    network.edges.features.map(({ properties }) => properties),
    placeOf,
  );
  const sums = new Map<string, { voyages: number; seizures: number }>();
  for (const { from, to, voyages, seizures } of edges) {
    for (const id of [from, to]) {
      const sum = sums.get(id) ?? { voyages: 0, seizures: 0 };
      sums.set(id, { voyages: sum.voyages + voyages, seizures: sum.seizures + seizures });
    }
  }
  const known = (id: string): Pick<GraphNode, 'name' | 'position'> | null => {
    const place = places.get(id);
    const named = level === 'territory' ? territoryOf(id) : null;
    return named ?? (place ? { name: place.properties.name, position: place.geometry.coordinates } : null);
  };
  const nodes = [...sums].flatMap(([id, sum]) => {
    const place = known(id);
    return place ? [{ id, ...place, ...sum }] : [];
  });
  return { nodes: nodes.sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1)), edges };
}

/** Of more legs than this for each place nobody could follow one. */
const LEGS_PER_PLACE = 1.8;

/**
 * The most important places and the strongest legs between them.
 *
 * @param atMost  places
 */
export function strongest({ nodes, edges }: Graph, atMost: number): Graph {
  const kept = nodes.slice(0, atMost);
  const ids = new Set(kept.map(({ id }) => id));
  const between = edges
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.id < b.id ? -1 : 1));
  return { nodes: kept, edges: between.slice(0, Math.round(LEGS_PER_PLACE * kept.length)) };
}
