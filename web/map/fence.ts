import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

/** Side of a post, px; they stand close enough that no name gets through. */
export const POST = 14;
/** How far inside the map a post's middle stands, px. */
const INSIDE = 1;

/** Positions on the screen along the edges of a map of this size, px. */
export function posts(width: number, height: number): [x: number, y: number][] {
  const along = (length: number): number[] =>
    Array.from({ length: Math.ceil(length / POST) + 1 }, (_, at) => at * POST);
  return [
    ...along(height).flatMap((y): [number, number][] => [
      [INSIDE, y],
      [width - INSIDE, y],
    ]),
    ...along(width).flatMap((x): [number, number][] => [
      [x, INSIDE],
      [x, height - INSIDE],
    ]),
  ];
}

/**
 * Sets posts along the edges of the map as it stands. They are not seen, but take part in the placing of names:
 * a name that would be cut moves inwards or gives way.
 */
export function setFence(map: MapLibreMap): void {
  const source = map.getSource<GeoJSONSource>('fence');
  if (!source) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const coordinates = posts(clientWidth, clientHeight).map(([x, y]) => map.unproject([x, y]).toArray());
  void source.setData({ type: 'MultiPoint', coordinates });
}

/** Keeps the fence where the edges are. */
export function attachFence(map: MapLibreMap): void {
  map.on('moveend', () => setFence(map));
  map.on('resize', () => setFence(map));
  map.on('style.load', () => setFence(map));
}
