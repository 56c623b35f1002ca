import type { Map as MapLibreMap } from 'maplibre-gl';

/** Longest a picture that is not whole is held back, ms. */
const PATIENCE_MS = 1200;

/**
 * Has the map paint once it has all it needs, instead of once for every part that comes while it is first filled: a
 * frame is the whole window painted anew, which without a graphics card takes the processor from the work that fills
 * the map. What leads up to a picture, asking for tiles and placing names, is done as soon as ever, and whoever is
 * told that the map rests finds it painted. Ends at once when a reader moves the map.
 *
 * @returns how to end it earlier
 */
export function gatherFrames(map: MapLibreMap): () => void {
  const { painter } = map;
  const paint = painter.render.bind(painter);
  let held: Parameters<typeof paint> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = performance.now();
  const paintHeld = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    if (held) paint(...held);
    held = undefined;
  };
  const end = (): void => {
    clearTimeout(timer);
    held = undefined;
    painter.render = paint;
    map.off('idle', paintHeld);
    map.off('movestart', moved);
  };
  const moved = ({ originalEvent }: { originalEvent?: unknown }): void => {
    if (originalEvent === undefined) return;
    end();
    map.triggerRepaint();
  };
  painter.render = (...frame) => {
    held = frame;
    const wait = last + PATIENCE_MS - performance.now();
    if (wait <= 0) paintHeld();
    else timer ??= setTimeout(() => map.triggerRepaint(), wait);
  };
  map.on('idle', paintHeld);
  map.on('movestart', moved);
  return end;
}
