import type {
  ClusterProperties,
  ClustersReply,
  HotSpotsReply,
  NetworkReply,
  PlacesReply,
} from '../../shared/api.ts';
import { collection, type Drawn } from './derive.ts';
import { PORT_STEPS, portRadius, showFrom } from '../../shared/drawing/scales.ts';

/** Up to this p a cluster is drawn as one; the customary level. */
const SURE_P = 0.05;

/** How sure a cluster is: chance explains it badly, chance may well explain it, or nothing was tested. */
export type ClusterKind = 'sure' | 'weak' | 'density';
export const CLUSTER_KINDS = ['sure', 'weak', 'density'] as const satisfies readonly ClusterKind[];

export const clusterKind = ({ p }: Pick<ClusterProperties, 'p'>): ClusterKind =>
  p === null ? 'density' : p <= SURE_P ? 'sure' : 'weak';

/** The clusters that are shown: those that chance may well explain only when asked for. */
export const shownClusters = ({ features }: ClustersReply, all: boolean): ClustersReply['features'] =>
  features.filter(({ properties }) => all || clusterKind(properties) !== 'weak');

/** Outlines of clusters. */
export const drawClusters = (clusters: ClustersReply, all: boolean): Drawn =>
  collection(
    shownClusters(clusters, all).map(({ id, geometry, properties }) => ({
      type: 'Feature',
      geometry,
      properties: { id, kind: clusterKind(properties) },
    })),
  );

/** A point in the middle of each cell whose course over the periods has a name. */
export const drawEmerging = ({ features }: HotSpotsReply): Drawn =>
  collection(
    features.flatMap(({ geometry, properties: { cell, emerging, class: verdict } }) => {
      if (emerging === null || emerging === 'none') return [];
      const corners = (geometry.coordinates[0] ?? []).slice(1);
      const mean = (axis: 0 | 1) => corners.reduce((sum, at) => sum + at[axis], 0) / (corners.length || 1);
      return [
        {
          type: 'Feature' as const,
          geometry: { type: 'Point' as const, coordinates: [mean(0), mean(1)] },
          properties: { id: cell, emerging, class: verdict },
        },
      ];
    }),
  );

/** Ports of a community as discs with its number; a port of a territory is of the territory's community. */
export function drawCommunities(network: NetworkReply, places: PlacesReply): Drawn {
  const byId = new Map(places.items.map(({ id, community }) => [id, community]));
  const flow = (p: NetworkReply['nodes']['features'][number]['properties']): number =>
    p.voyageLegsIn + p.voyageLegsOut + p.seizureLegsIn + p.seizureLegsOut;
  const ranked = network.nodes.features.toSorted(
    (a, b) => flow(b.properties) - flow(a.properties) || (a.id < b.id ? -1 : 1),
  );
  const most = ranked[0] ? flow(ranked[0].properties) : 0;
  return collection(
    ranked.flatMap(({ geometry, properties: node }, rank) => {
      const community = byId.get(node.id) ?? byId.get(node.country ?? '') ?? 0;
      if (community === 0) return [];
      return [
        {
          type: 'Feature' as const,
          geometry,
          properties: {
            id: node.id,
            community,
            radius: portRadius(flow(node), most),
            from: showFrom(rank, PORT_STEPS),
          },
        },
      ];
    }),
  );
}
