import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Position } from '../../shared/geo.ts';
import { addPoint, drawingNow, finishArea, movePointer, watchDrawing } from '../drawing.ts';

/** A click this near the first corner closes an area, px. */
const CLOSING_PX = 12;

const at = ({ lngLat }: MapMouseEvent): Position => [lngLat.lng, lngLat.lat];

/** Has the map's clicks draw while something is being drawn; returns how to stop. */
export function attachTools(map: MapLibreMap): () => void {
  map.on('click', (event: MapMouseEvent) => {
    const drawing = drawingNow();
    if (!drawing) return;
    const first = drawing.points[0];
    if (drawing.mode === 'polygon' && first && drawing.points.length > 2) {
      const { x, y } = map.project([first[0], first[1]]);
      if (Math.hypot(event.point.x - x, event.point.y - y) < CLOSING_PX && finishArea()) return;
    }
    addPoint(at(event));
  });
  map.on('dblclick', () => finishArea());
  map.on('mousemove', (event: MapMouseEvent) => movePointer(at(event)));
  map.on('mouseout', () => movePointer(null));
  const follow = (): void => {
    const drawing = drawingNow() !== null;
    map.getCanvas().style.cursor = drawing ? 'crosshair' : '';
    if (drawing) map.doubleClickZoom.disable();
    // Not at once: the second click of a double click that ends an area would zoom.
    else window.setTimeout(() => drawingNow() ?? map.doubleClickZoom.enable(), 400);
  };
  return watchDrawing(follow);
}
