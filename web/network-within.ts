import type { NetworkReply, NetworkWithinReply } from '../shared/api.ts';

/** The network within a filter, whole: what the filter changes laid over the legs of all. Both are of one run. */
export function networkWithin(whole: NetworkReply, within: NetworkWithinReply): NetworkReply {
  const { legs, otherLegs, nodes, runId } = within;
  const known = new Map(whole.edges.features.map((leg) => [leg.id, leg]));
  const kept = legs.id.flatMap((id, i) => {
    const leg = known.get(id);
    if (!leg) return [];
    const changed = Object.fromEntries(Object.entries(legs).map(([name, column]) => [name, column[i]]));
    return [{ ...leg, properties: { ...leg.properties, ...changed } }];
  });
  const features = [...kept, ...otherLegs].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { runId, nodes, edges: { type: 'FeatureCollection', features, total: features.length } };
}
