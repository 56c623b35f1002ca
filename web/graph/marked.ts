import type { PlaceRef } from '../../shared/api.ts';
import type { Level } from '../../shared/vocabulary.ts';
import type { Selection } from '../state.ts';
import type { Graph } from './model.ts';

/** What of the graph is meant by what is selected: places, and legs between them. */
export interface Marked {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}
export const NOTHING: Marked = { nodes: new Set(), edges: new Set() };

/** A place and all that leads to it or from it. */
export function around({ edges }: Graph, id: string): Marked {
  const near = edges.filter(({ from, to }) => from === id || to === id);
  return {
    nodes: new Set([id, ...near.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(near.map((edge) => edge.id)),
  };
}

/** Places in order, and the legs from each to the next. */
function along(ids: readonly string[]): Marked {
  const legs = ids.slice(1).map((to, i) => `${ids[i] ?? ''}~${to}`);
  return { nodes: new Set(ids), edges: new Set(legs) };
}

/** The places of a route or leg, from its id: `territory:A>B>C`, `port:A>B`, `A~B`. */
function placesIn({ kind, id }: Selection): string[] | null {
  if (kind === 'edge') return id.split('~');
  if (kind === 'route') return id.slice(id.indexOf(':') + 1).split('>');
  return kind === 'port' ? [id] : null;
}

/**
 * What a selection marks at the level of the graph; at that of territories a port marks its territory.
 *
 * @param passed  places in order of what only the server knows the way of: a seizure, a vessel
 */
export function markedBy(
  selection: Selection | null,
  graph: Graph,
  level: Level,
  territoryOf: (place: string) => string | null,
  passed: readonly PlaceRef[] = [],
): Marked {
  if (!selection) return NOTHING;
  const places = placesIn(selection) ?? passed.map(({ id }) => id);
  const known = new Set(graph.nodes.map(({ id }) => id));
  const ids = places
    .map((id) => (level === 'territory' && !known.has(id) ? territoryOf(id) : id))
    .filter((id): id is string => id !== null && known.has(id))
    .filter((id, i, all) => id !== all[i - 1]);
  if (ids.length === 0) return NOTHING;
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? around(graph, only) : along(ids);
}
