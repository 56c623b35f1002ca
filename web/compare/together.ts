import type { Map as MapLibreMap } from 'maplibre-gl';

/** Keeps two maps at the same place while either moves; returns how to part them. */
export function keepTogether(a: MapLibreMap, b: MapLibreMap): () => void {
  let following = false;
  const follow = (leader: MapLibreMap, other: MapLibreMap) => (): void => {
    if (following) return;
    following = true;
    other.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
    following = false;
  };
  const [led, back] = [follow(a, b), follow(b, a)];
  a.on('move', led);
  b.on('move', back);
  led();
  return () => {
    a.off('move', led);
    b.off('move', back);
  };
}
