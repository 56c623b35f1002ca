import { useQuery } from '@tanstack/react-query';
import type { Geometry, Position } from 'geojson';
import { useMemo } from 'react';
import type { HotSpotsReply, PlaceRef } from '../shared/api.ts';
import { filterOf, queries } from './api.ts';
import type { SelectedShape } from './map/types.ts';
import type { PageView } from './state.ts';

/** How many events a details panel asks for at first; the map's own request is the same one. */
export const FIRST_EVIDENCE = 50;

const pointAt = (position: readonly [number, number]): Geometry => ({
  type: 'Point',
  coordinates: [...position],
});

/** The selected thing as the map marks it; null until it has come, or when nothing is selected. */
export function useSelected(view: PageView, hotspots: HotSpotsReply | undefined): SelectedShape | null {
  const { selection } = view;
  const filter = filterOf(view);
  const id = selection?.id ?? '';
  const is = (kind: string): boolean => selection?.kind === kind;
  const asked = {
    route: useQuery({ ...queries.route(id, filter, FIRST_EVIDENCE), enabled: is('route') }),
    edge: useQuery({ ...queries.edge(id, filter, FIRST_EVIDENCE), enabled: is('edge') }),
    port: useQuery({ ...queries.port(id, filter), enabled: is('port') }),
    seizure: useQuery({ ...queries.seizure(id), enabled: is('seizure') }),
  };
  // A query that is off still has what its key has in the cache.
  const route = is('route') ? asked.route.data : undefined;
  const edge = is('edge') ? asked.edge.data : undefined;
  const port = is('port') ? asked.port.data : undefined;
  const seizure = is('seizure') ? asked.seizure.data : undefined;
  const cell = is('cell') ? hotspots?.features.find(({ properties }) => properties.cell === id) : undefined;
  // One object as long as nothing changes: the map's style is made anew for each.
  return useMemo(() => {
    const shape = (geometry: Geometry | null, places: readonly PlaceRef[] = []): SelectedShape => ({
      geometry,
      ids: [id],
      places,
    });
    if (route) return shape(route.geometry, route.places);
    if (edge) return shape(edge.geometry);
    if (port) return shape(pointAt(port.position), [port]);
    if (seizure) {
      const places = seizure.routePoints.flatMap((point) => (point.place ? [point.place] : []));
      return shape(seizure.position && pointAt(seizure.position), places);
    }
    return cell ? shape(cell.geometry) : null;
  }, [id, route, edge, port, seizure, cell]);
}

/** West, south, east, north of what is selected, degrees; null when it has no place. */
export function boundsOf(shape: SelectedShape): [number, number, number, number] | null {
  const points: Position[] = shape.places.map((place) => place.position);
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [x, y] = part as unknown[];
    if (typeof x === 'number' && typeof y === 'number') points.push([x, y]);
    else part.forEach(walk);
  };
  if (shape.geometry && 'coordinates' in shape.geometry) walk(shape.geometry.coordinates);
  if (points.length === 0) return null;
  const [xs, ys] = [points.map((point) => point[0] ?? 0), points.map((point) => point[1] ?? 0)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
