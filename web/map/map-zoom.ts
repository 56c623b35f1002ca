import { makeStore } from '../store.ts';

/** The closest zoom of the map. */
export const CLOSEST_ZOOM = 14;

/**
 * The zoom that the map rests at, for the legend. The view does not tell it while the map frames its home, which is
 * another zoom on a map of another size.
 */
const resting = makeStore<number | null>(null);

/** Says where the map rests. */
export const setMapZoom = (zoom: number): void => resting.set(zoom);

/** The zoom that the map rests at; null: there is no map. */
export const useMapZoom = (): number | null => resting.use();
