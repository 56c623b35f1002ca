import type { Bounds } from '../../../shared/briefing.ts';
import type { Position } from '../../../shared/geo.ts';
import { num, path, rectPath, ringPath, linePath, type GroupItem, type Item, type Point } from './drawing.ts';
import { clipLine, clipRing, extent, thinned } from './geometry.ts';
import { pointsOf, type View } from './projection.ts';
import { grown, overlap } from './drawing.ts';
import type { Palette } from '../../../shared/drawing/palette.ts';

/** A polygon of the base map: its outer ring, then its holes, closed; and what lies around it. */
export interface Polygon {
  readonly rings: readonly (readonly Position[])[];
  readonly bounds: Bounds;
}

/** A border, and what lies around it. */
export interface Border {
  readonly line: readonly Position[];
  readonly bounds: Bounds;
}

/** Land, borders and territories of the world; see `render/base-map.ts` for the source. */
export interface BaseMap {
  readonly land: readonly Polygon[];
  /** The same with fewer points: for a small map. */
  readonly coarse: readonly Polygon[];
  readonly borders: readonly Border[];
  /** Polygons of each territory by ISO 3166-1 alpha-2. */
  readonly territories: ReadonlyMap<string, readonly Polygon[]>;
}

/** Points of a coast that lie closer than this are one, units: a third of a pixel of A4. */
const DETAIL = 0.08;
/** Coasts are cut this far outside what is shown, so that no cut is seen, units. */
const BEYOND = 12;
/** The least side of an island, units: smaller ones are drawn as large as this, for none is left out. */
const LEAST_ISLAND = 0.9;

/** Could something with these bounds be in the view? It may lie a turn of the world to the side. */
function near(view: View, [west, south, east, north]: Bounds): boolean {
  const [left, bottom, right, top] = view.bounds;
  const margin = (right - left) * 0.1;
  const meets = (turn: number): boolean => west + turn < right + margin && east + turn > left - margin;
  return south < top + margin && north > bottom - margin && [-360, 0, 360].some(meets);
}

function ringsOf(view: View, polygon: Polygon, detail: number): string {
  if (!near(view, polygon.bounds)) return '';
  const around = grown(view.rect, BEYOND);
  const [outer = [], ...holes] = polygon.rings;
  const points = pointsOf(view, outer);
  const box = extent(points);
  if (!overlap(around, grown(box, 0.01))) return '';
  if (Math.max(box.width, box.height) < LEAST_ISLAND)
    return dot(box.x + box.width / 2, box.y + box.height / 2);
  const rings = [points, ...holes.map((hole) => pointsOf(view, hole))];
  return rings
    .map((ring) => clipRing(thinned(ring, detail), around))
    .filter((ring) => ring.length > 2)
    .map(ringPath)
    .join('');
}

/** An island too small for its shape. */
const dot = (x: number, y: number): string => {
  const r = LEAST_ISLAND / 2;
  const corners: Point[] = [
    [x - r, y],
    [x, y - r],
    [x + r, y],
    [x, y + r],
  ];
  return ringPath(corners);
};

/** Path data of land in a view. */
export const landPath = (view: View, land: readonly Polygon[], detail = DETAIL): string =>
  land.map((polygon) => ringsOf(view, polygon, detail)).join('');

/** Land and borders as far as they are in the view. */
export function drawLand(view: View, base: BaseMap, palette: Palette): Item[] {
  const around = grown(view.rect, BEYOND);
  const borders = base.borders.flatMap(({ line, bounds }) => {
    if (!near(view, bounds)) return [];
    const points = pointsOf(view, line);
    if (!overlap(around, grown(extent(points), 0.01))) return [];
    return clipLine(thinned(points, DETAIL), around).map(linePath);
  });
  return [
    path('land', landPath(view, base.land), { fill: palette.land, stroke: palette.coast, width: 0.45 }),
    path('border', borders.join(''), { stroke: palette.border, width: 0.5, dash: [2.5, 1.2] }),
  ].filter(({ d }) => d !== '');
}

/** Distance between the lines of a hatch, units. */
const HATCH = 3.2;
/** Of a small island it is closer, so that at least some of its lines are seen. */
const LEAST_HATCH = 1;

/** Lines from bottom left to top right within a path, over a rectangle that holds it. */
export function hatched(
  d: string,
  box: { x: number; y: number; width: number; height: number },
  color: string,
): GroupItem {
  const lines: string[] = [];
  const step = Math.max(LEAST_HATCH, Math.min(HATCH, Math.min(box.width, box.height) / 4));
  for (let at = -box.height; at < box.width; at += step) {
    lines.push(
      `M${num(box.x + at)} ${num(box.y + box.height)}L${num(box.x + at + box.height)} ${num(box.y)}`,
    );
  }
  return {
    kind: 'group',
    clip: d,
    items: [path('no-data', lines.join(''), { stroke: color, width: step * 0.27, opacity: 0.75 })],
  };
}

/** A hatch over each territory of which nothing is known; those drawn. */
export function drawNoData(
  view: View,
  base: BaseMap,
  codes: readonly string[],
  palette: Palette,
): { items: Item[]; codes: string[] } {
  const items: Item[] = [];
  const drawn: string[] = [];
  for (const code of codes) {
    const polygons = base.territories.get(code) ?? [];
    const d = landPath(view, polygons);
    if (d === '') continue;
    const box = extent(polygons.flatMap(({ rings }) => pointsOf(view, rings[0] ?? [])));
    const left = Math.max(box.x, view.rect.x);
    const top = Math.max(box.y, view.rect.y);
    const right = Math.min(box.x + box.width, view.rect.x + view.rect.width);
    const bottom = Math.min(box.y + box.height, view.rect.y + view.rect.height);
    if (right <= left || bottom <= top) continue;
    items.push(hatched(d, { x: left, y: top, width: right - left, height: bottom - top }, palette.landText));
    drawn.push(code);
  }
  return { items, codes: drawn };
}

/** The sea under everything. */
export const drawSea = (view: View, palette: Palette): Item =>
  path('sea', rectPath(view.rect), { fill: palette.sea });
