import type { Position } from '../shared/geo.ts';
import type { SelectedShape } from './map/types.ts';

const positionOf = (at: readonly number[] | undefined): Position | null => {
  const [longitude, latitude] = at ?? [];
  return longitude === undefined || latitude === undefined ? null : [longitude, latitude];
};

/** The middle of the box around some corners; null without any. */
export function middleOf(corners: readonly (readonly number[])[]): Position | null {
  const [xs, ys] = [corners.map((at) => at[0] ?? 0), corners.map((at) => at[1] ?? 0)];
  if (corners.length === 0) return null;
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/**
 * Where a pin stands on what is selected, and what is measured from it: its point; the middle of a cell or circle;
 * of a line the corner half way along its middle step. Null: it has no place.
 */
export function anchorOf({ geometry, steps, places }: SelectedShape): Position | null {
  if (geometry?.type === 'Point') return positionOf(geometry.coordinates);
  if (geometry?.type === 'Polygon') return middleOf(geometry.coordinates[0] ?? []);
  const line = steps[Math.floor((steps.length - 1) / 2)]?.line ?? [];
  return positionOf(line[Math.floor(line.length / 2)]) ?? positionOf(places[0]?.position);
}
