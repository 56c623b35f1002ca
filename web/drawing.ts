import { useSyncExternalStore } from 'react';
import { distanceKm, type Position } from '../shared/geo.ts';
import { keptPosition, MOST_CORNERS, MOST_MEASURED, USUAL_RINGS } from './state-map-tools.ts';
import { changeView, currentView } from './use-view.ts';

/** What a click on the map adds while something is being drawn. */
export type DrawMode = 'polygon' | 'rectangle' | 'measure' | 'rings' | 'note';

/** What is being drawn: positions so far, and where the pointer is. */
export interface Drawing {
  readonly mode: DrawMode;
  readonly points: readonly Position[];
  readonly pointer: Position | null;
}

const listeners = new Set<() => void>();
let current: Drawing | null = null;
let onPlace: ((at: Position) => void) | null = null;

function set(next: Drawing | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Told when a drawing starts, changes or ends; returns how to stop. */
export const watchDrawing = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** What is being drawn, outside components; null: clicks choose things, as usual. */
export const drawingNow = (): Drawing | null => current;
/** The same in a component. */
export const useDrawing = (): Drawing | null => useSyncExternalStore(watchDrawing, drawingNow);

/**
 * From now on clicks on the map draw.
 *
 * @param place  told of the one position that a note is to be pinned to
 */
export function startDrawing(mode: DrawMode, place: ((at: Position) => void) | null = null): void {
  onPlace = place;
  set({ mode, points: [], pointer: null });
}

/** Ends drawing without keeping anything more; false when nothing was being drawn. */
export function stopDrawing(): boolean {
  if (current === null) return false;
  set(null);
  return true;
}

/** Takes the last corner back; false when there is none. */
export function takeBackCorner(): boolean {
  if (current === null || current.points.length === 0) return false;
  set({ ...current, points: current.points.slice(0, -1) });
  return true;
}

/** The pointer moved while something is being drawn; null: it left the map. */
export function movePointer(pointer: Position | null): void {
  if (current !== null) set({ ...current, pointer });
}

/** The four corners of a rectangle between two opposite ones, from the south-west round. */
export function rectangle(a: Position, b: Position): Position[] {
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Keeps a drawn area and opens its report. */
export function keepArea(corners: readonly Position[]): void {
  set(null);
  changeView({ area: corners.map(keptPosition), tool: 'area' });
}

/** Ends an area at its last corner; false when it has fewer than three. */
export function finishArea(): boolean {
  if (current?.mode !== 'polygon' || current.points.length < 3) return false;
  keepArea(current.points);
  return true;
}

/** A click while something is being drawn. Corners on the same spot, as a double click gives, are one. */
export function addPoint(given: Position): void {
  if (current === null) return;
  const at = keptPosition(given);
  const { mode, points } = current;
  const last = points.at(-1);
  if (last && distanceKm(last, at) === 0) return;
  if (mode === 'measure') {
    const { measure } = currentView();
    if (measure.length < MOST_MEASURED) changeView({ measure: [...measure, at], tool: 'measure' });
  } else if (mode === 'rings') {
    set(null);
    changeView({ rings: { centre: at, nm: currentView().rings?.nm ?? USUAL_RINGS }, tool: 'rings' });
  } else if (mode === 'note') {
    set(null);
    onPlace?.(at);
  } else if (mode === 'rectangle' && last) {
    if (last[0] !== at[0] && last[1] !== at[1]) keepArea(rectangle(last, at));
  } else if (points.length < MOST_CORNERS) {
    set({ ...current, points: [...points, at] });
  }
}
