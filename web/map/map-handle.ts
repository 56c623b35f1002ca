import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Position } from '../../shared/geo.ts';
import type { CreatedMap } from './create-map.ts';

/** West, south, east, north; degrees. */
export type Bounds = readonly [number, number, number, number];

/** What the page may ask of the map. */
export interface MapHandle {
  readonly fitTo: (bounds: Bounds) => void;
  /** What it shows now. */
  readonly bounds: () => Bounds;
  /** The map itself, to keep another at the same place. */
  readonly map: MapLibreMap;
  /** Where a position lies on the map, px from its top left, and whether that is in sight. */
  readonly project: (at: Position) => { readonly x: number; readonly y: number; readonly seen: boolean };
  /** Told whenever the map moves; returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
}

/** What the page may ask of a map that was made. */
export function handleOf(made: CreatedMap): MapHandle {
  return {
    fitTo: made.fitTo,
    bounds: () => {
      const shown = made.map.getBounds();
      return [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
    },
    map: made.map,
    project: ([longitude, latitude]) => {
      const { x, y } = made.map.project([longitude, latitude]);
      const { clientWidth, clientHeight } = made.map.getContainer();
      return { x, y, seen: x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight };
    },
    watch: (listener) => {
      made.map.on('move', listener);
      made.map.on('resize', listener);
      return () => {
        made.map.off('move', listener);
        made.map.off('resize', listener);
      };
    },
  };
}
