import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

/** Side of a post, px; they stand close enough that no name gets through. */
export const POST = 14;
/** How far inside the map a post's middle stands, px. */
const INSIDE = 1;

/** What lies over the map, px from its top left. */
type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Positions within a box, so close that no name finds room between them. */
function within({ left, top, right, bottom }: Box): [x: number, y: number][] {
  const steps = (from: number, to: number): number[] =>
    Array.from({ length: Math.max(0, Math.ceil((to - from) / (2 * POST))) + 1 }, (_, at) =>
      Math.min(from + at * 2 * POST, to),
    );
  const rows = steps(top + POST / 2, bottom - POST / 2);
  return steps(left + POST / 2, right - POST / 2).flatMap((x) => rows.map((y): [number, number] => [x, y]));
}

/** Positions on the screen along the edges of a map of this size, and under what lies over it, px. */
export function posts(width: number, height: number, over: readonly Box[] = []): [x: number, y: number][] {
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
    ...over.flatMap(within),
  ];
}

/** The legend, the switches and the tools of the page. */
const coversOf = (map: MapLibreMap): Element[] => [
  ...(map.getContainer().closest('.stage')?.querySelectorAll('.stage-legend, .layers, .map-tools') ?? []),
];

/** Where they lie on the map; those that are not over it are left out. */
function boxesOver(map: MapLibreMap): Box[] {
  const { left: x, top: y, width, height } = map.getContainer().getBoundingClientRect();
  return coversOf(map)
    .map((cover) => cover.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => ({
      left: left - x,
      top: top - y,
      right: right - x,
      bottom: bottom - y,
    }))
    .filter(({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < width && top < height);
}

/**
 * Sets posts along the edges of the map as it stands. They are not seen, but take part in the placing of names:
 * a name that would be cut, or lie under the legend, moves or gives way.
 */
export function setFence(map: MapLibreMap): void {
  const source = map.getSource<GeoJSONSource>('fence');
  if (!source) return;
  const { clientWidth, clientHeight } = map.getContainer();
  const coordinates = posts(clientWidth, clientHeight, boxesOver(map)).map(([x, y]) =>
    map.unproject([x, y]).toArray(),
  );
  void source.setData({ type: 'MultiPoint', coordinates });
}

/** Keeps the fence where the edges are, and what lies over the map; returns how to stop. */
export function attachFence(map: MapLibreMap): () => void {
  map.on('moveend', () => setFence(map));
  map.on('resize', () => setFence(map));
  map.on('style.load', () => setFence(map));
  // The legend opens and closes.
  const observer = new ResizeObserver(() => setFence(map));
  for (const cover of coversOf(map)) observer.observe(cover);
  return () => observer.disconnect();
}
