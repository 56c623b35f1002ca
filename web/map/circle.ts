import type { Geometry } from 'geojson';
import { destination, type Position } from '../../shared/geo.ts';

const CIRCLE_CORNERS = 72;
/** A circle of `radiusKm` around a position, as a polygon. */
export function circle(centre: Position, radiusKm: number): Geometry {
  const ring = Array.from({ length: CIRCLE_CORNERS }, (_, i) => [
    ...destination(centre, (i * 360) / CIRCLE_CORNERS, radiusKm),
  ]);
  const first = ring[0];
  return { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] };
}
