import { useQuery } from '@tanstack/react-query';
import type { Geometry, Position } from 'geojson';
import { useMemo } from 'react';
import type {
  ClustersReply,
  HotSpotsReply,
  NetworkReply,
  PlaceRef,
  RouteDetail,
  SeizureDetail,
} from '../shared/api.ts';
import { stopsListed } from '../shared/drawing/stops.ts';
import { boxAround, destination } from '../shared/geo.ts';
import { filterOf, queries } from './api.ts';
import type { SelectedShape, SelectedStep } from './map/types.ts';
import { onwardLines, useOnward } from './onward.ts';
import type { PageView } from './state.ts';
import { lastStretch } from './vessel-way.ts';
import { wayShape } from './ways.ts';
import { percentWords } from './words.ts';

/** How many events a details panel asks for at first; the map's own request is the same one. */
export const FIRST_EVIDENCE = 50;

const pointAt = (position: readonly [number, number]): Geometry => ({
  type: 'Point',
  coordinates: [...position],
});

/** The steps of a route or leg; its certainty, which is that of its weakest step, is said of each. */
const stepsOf = (
  { geometry, certainty }: Pick<RouteDetail, 'geometry' | 'certainty'>,
  overWater: readonly boolean[],
): SelectedStep[] =>
  geometry.coordinates.map((line, i) => ({ line, certainty, overWater: overWater[i] ?? false }));

/** A case as the map marks it. Its stops have the numbers of its panel, which lists those without a place too. */
export function seizureShape(seizure: SeizureDetail): SelectedShape {
  const { id, position, routePoints } = seizure;
  const { placed, isNumbered, seizedAs } = stopsListed(routePoints, ({ place }) => place, position !== null);
  return {
    geometry: position && pointAt(position),
    radiusKm: seizure.uncertaintyKm ?? 0,
    ids: [id],
    places: placed.map(({ place }) => place),
    steps: seizure.steps,
    ...(isNumbered && { numbers: placed.map(({ number }) => number) }),
    ...(seizedAs !== null && { seizedAs }),
  };
}

/** The selected thing as the map marks it; null until it has come, or when nothing is selected. */
export function useSelected(
  view: PageView,
  hotspots: HotSpotsReply | undefined,
  network: NetworkReply | undefined,
  clusters: ClustersReply | undefined,
): SelectedShape | null {
  const { selection } = view;
  const filter = filterOf(view);
  const id = selection?.id ?? '';
  const is = (kind: string): boolean => selection?.kind === kind;
  const asked = {
    route: useQuery({ ...queries.route(id, filter, FIRST_EVIDENCE), enabled: is('route') }),
    edge: useQuery({ ...queries.edge(id, filter, FIRST_EVIDENCE), enabled: is('edge') }),
    port: useQuery({ ...queries.port(id, filter), enabled: is('port') }),
    seizure: useQuery({ ...queries.seizure(id), enabled: is('seizure') }),
    vessel: useQuery({ ...queries.vessel(id), enabled: is('vessel') }),
  };
  const onward = useOnward();
  // A query that is off still has what its key has in the cache.
  const route = is('route') ? asked.route.data : undefined;
  const edge = is('edge') ? asked.edge.data : undefined;
  const port = is('port') ? asked.port.data : undefined;
  const seizure = is('seizure') ? asked.seizure.data : undefined;
  const vessel = is('vessel') ? asked.vessel.data : undefined;
  const cell = is('cell') ? hotspots?.features.find(({ properties }) => properties.cell === id) : undefined;
  const cluster = is('cluster') ? clusters?.features.find((one) => one.id === id) : undefined;
  // One object as long as nothing changes: the map's style is made anew for each.
  return useMemo(() => {
    const shape = (
      geometry: Geometry | null,
      places: readonly PlaceRef[] = [],
      steps: readonly SelectedStep[] = [],
    ): SelectedShape => ({ geometry, radiusKm: 0, ids: [id], places, steps });
    if (route) return shape(null, route.places, stepsOf(route, route.overWater));
    if (edge) return shape(null, [], stepsOf(edge, [edge.overWater]));
    if (port) {
      const place = shape(pointAt(port.position), [port]);
      const shown = onward?.at.id === port.id ? onward : null;
      return shown ? { ...place, onward: onwardLines(shown, network, percentWords) } : place;
    }
    if (seizure) return seizureShape(seizure);
    if (vessel) {
      const way = wayShape({ places: lastStretch(vessel.calls) }, { network, routes: undefined });
      return { ...way, ids: [id] };
    }
    const area = cell ?? cluster;
    return area ? shape(area.geometry) : null;
  }, [id, route, edge, port, seizure, vessel, cell, cluster, onward, network]);
}

/** West, south, east, north of what is selected, degrees; null when it has no place. */
export function boundsOf(shape: SelectedShape): [number, number, number, number] | null {
  const points: Position[] = shape.places.map((place) => place.position);
  for (const { line } of shape.steps) points.push(...line);
  for (const { place } of shape.onward ?? []) points.push(place.position);
  if (shape.geometry?.type === 'Point') {
    const [longitude = 0, latitude = 0] = shape.geometry.coordinates;
    for (const bearing of [0, 90, 180, 270]) {
      points.push([...destination([longitude, latitude], bearing, shape.radiusKm)]);
    }
  }
  if (shape.geometry?.type === 'Polygon') points.push(...shape.geometry.coordinates.flat());
  return points.length === 0 ? null : boxAround(points);
}
