import type { RoutesReply } from '../../shared/api.ts';
import type { ViewState } from '../state.ts';
import { groupNetwork, markerOf } from './group-network.ts';
import { between } from './line-ends.ts';
import { remembered } from '../../shared/remembered.ts';
import type { Grouping, MapData } from './types.ts';

/**
 * Routes with their steps ending at the markers; a step within a group has no line left. Places keep their names but
 * take the leader's id, by which the map knows which steps lie on one another.
 */
function groupRoutes(routes: RoutesReply, grouping: Grouping): RoutesReply {
  const { leaders, zoom } = grouping;
  if (!routes.features.some(({ properties }) => properties.places.some(({ id }) => leaders.has(id))))
    return routes;
  const features = routes.features.map((route) => {
    const ids = route.properties.places.map(({ id }) => id);
    const places = route.properties.places.map((place) => ({
      ...place,
      id: leaders.get(place.id) ?? place.id,
    }));
    const coordinates = route.geometry.coordinates.map((line, i) =>
      places[i]?.id === places[i + 1]?.id
        ? []
        : (between(line, [markerOf(grouping, ids[i] ?? ''), markerOf(grouping, ids[i + 1] ?? '')], zoom) as [
            number,
            number,
          ][]),
    );
    return {
      ...route,
      geometry: { ...route.geometry, coordinates },
      properties: { ...route.properties, places },
    };
  });
  return { ...routes, features };
}
const routesWith = remembered((grouping: Grouping) =>
  remembered((routes: RoutesReply) => groupRoutes(routes, grouping)),
);

/**
 * The data as it is drawn at a zoom. Ports stand as one only where they are drawn and all alike: not where each shows
 * its community, nor where two periods are compared, whose legs have to stay the same on both sides.
 */
export function groupedData(
  view: Pick<ViewState, 'layers'> & Partial<Pick<ViewState, 'communities'>>,
  data: MapData,
  zoom: number,
): MapData {
  if (!view.layers.includes('ports') || view.communities) return data;
  if (!data.network || data.network.most || data.change) return data;
  const network = groupNetwork(data.network, Math.floor(zoom));
  const { grouping } = network;
  return grouping ? { ...data, network, routes: data.routes && routesWith(grouping)(data.routes) } : data;
}
