import { useQuery } from '@tanstack/react-query';
import type { Geometry, Position } from 'geojson';
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
  const route = useQuery({ ...queries.route(id, filter, FIRST_EVIDENCE), enabled: is('route') }).data;
  const edge = useQuery({ ...queries.edge(id, filter, FIRST_EVIDENCE), enabled: is('edge') }).data;
  const port = useQuery({ ...queries.port(id, filter), enabled: is('port') }).data;
  const seizure = useQuery({ ...queries.seizure(id), enabled: is('seizure') }).data;
  const shape = (geometry: Geometry | null, places: readonly PlaceRef[] = []): SelectedShape => ({
    geometry,
    ids: [id],
    places,
  });
  if (is('route') && route) return shape(route.geometry, route.places);
  if (is('edge') && edge) return shape(edge.geometry);
  if (is('port') && port) return shape(pointAt(port.position), [port]);
  if (is('seizure') && seizure) {
    const places = seizure.routePoints.flatMap((point) => (point.place ? [point.place] : []));
    return shape(seizure.position && pointAt(seizure.position), places);
  }
  const cell = is('cell') ? hotspots?.features.find(({ properties }) => properties.cell === id) : undefined;
  return cell ? shape(cell.geometry) : null;
}

/** West, south, east, north of what is selected, degrees; null when it has no place. */
export function boundsOf(shape: SelectedShape): [number, number, number, number] | null {
  const points: Position[] = shape.places.map((place) => place.position);
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [x, y]: unknown[] = part;
    if (typeof x === 'number' && typeof y === 'number') points.push([x, y]);
    else part.forEach(walk);
  };
  if (shape.geometry && 'coordinates' in shape.geometry) walk(shape.geometry.coordinates);
  if (points.length === 0) return null;
  const [xs, ys] = [points.map((point) => point[0] ?? 0), points.map((point) => point[1] ?? 0)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
