import type { NetworkReply } from '../../shared/api.ts';
import type { MapData } from '../map/types.ts';

/** The most legs of each kind on any one leg of either network: one scale of widths for both maps. */
export function mostOf(networks: readonly (NetworkReply | undefined)[]): {
  voyageLegs: number;
  seizureLegs: number;
} {
  const edges = networks.flatMap((network) => network?.edges.features ?? []);
  const most = (key: 'voyageLegs' | 'seizureLegs'): number =>
    edges.reduce((max, { properties }) => Math.max(max, properties[key]), 0);
  return { voyageLegs: most('voyageLegs'), seizureLegs: most('seizureLegs') };
}

type Features = { readonly features: readonly { readonly id: string }[]; readonly total: number };
/** Two collections as one, each thing once; the first's own is kept. */
function both<T extends Features>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b;
  const known = new Set(a.features.map(({ id }) => id));
  return { ...a, features: [...a.features, ...b.features.filter(({ id }) => !known.has(id))] };
}

/** All places and legs of two networks: for what is drawn of either. */
export const bothNetworks = (
  a: NetworkReply | undefined,
  b: NetworkReply | undefined,
): NetworkReply | undefined =>
  a && b
    ? { ...a, nodes: both(a.nodes, b.nodes) ?? a.nodes, edges: both(a.edges, b.edges) ?? a.edges }
    : (a ?? b);

/** What two maps show, as one: their legend explains every sign on either. */
export const bothShown = (a: MapData, b: MapData): MapData => ({
  ...a,
  network: bothNetworks(a.network, b.network),
  routes: both(a.routes, b.routes),
  seizures: both(a.seizures, b.seizures),
  hotspots: both(a.hotspots, b.hotspots),
});
