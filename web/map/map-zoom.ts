import { useSyncExternalStore } from 'react';

/**
 * The zoom that the map rests at, for the legend. The view does not tell it while the map frames its home, which is
 * another zoom on a map of another size.
 */
const listeners = new Set<() => void>();
let current: number | null = null;

/** Says where the map rests. */
export function setMapZoom(zoom: number): void {
  if (zoom === current) return;
  current = zoom;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The zoom that the map rests at; null: there is no map. */
export const useMapZoom = (): number | null => useSyncExternalStore(subscribe, () => current);
