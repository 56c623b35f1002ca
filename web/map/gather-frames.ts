import type { Map as MapLibreMap } from 'maplibre-gl';

/** Least time between two frames until the map has come to rest for the first time, ms. */
const APART_MS = 120;

/**
 * Has the map draw a few times instead of once for every tile that comes while it is first filled: a frame is the
 * whole window drawn anew, which without a graphics card takes the processor from the work that fills the map.
 * Ends when the map rests, or at once when a reader moves it.
 *
 * @returns how to end it earlier
 */
export function gatherFrames(map: MapLibreMap): () => void {
  const now = map.triggerRepaint.bind(map);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = performance.now();
  const end = (): void => {
    clearTimeout(timer);
    map.triggerRepaint = now;
    map.off('render', drawn);
    map.off('movestart', moved);
  };
  const drawn = (): void => {
    last = performance.now();
  };
  const moved = ({ originalEvent }: { originalEvent?: unknown }): void => {
    if (originalEvent === undefined) return;
    end();
    now();
  };
  map.triggerRepaint = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        now();
      },
      Math.max(0, last + APART_MS - performance.now()),
    );
  };
  map.on('render', drawn);
  map.on('movestart', moved);
  return end;
}
