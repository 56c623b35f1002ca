import type { SceneOpenEnd } from '../../../shared/briefing.ts';
import { goodsFamily, type GoodsFamily, type Palette } from '../../../shared/drawing/palette.ts';
import type { Language } from '../../../shared/languages.ts';
import { FIGURE_WORDS } from '../words/figure.ts';
import { placeName } from '../words/format.ts';
import {
  circlePath,
  grown,
  linePath,
  path,
  ringPath,
  text,
  type Item,
  type Point,
  type Rect,
} from './drawing.ts';
import { arrowhead, within } from './geometry.ts';
import { pointOf, type View } from './projection.ts';

/** Length of the arrow, and radius of the ring at the end that is not stated; units. */
const LENGTH = 40;
const RING = 5;
/** How far the arrow stays away from the place that is stated. */
const CLEAR = 4;
/** Eight ways, north-east first: most of the region's open sea lies there. */
const WAYS = [-45, 45, -135, 135, 0, -90, 180, 90].map((degrees) => (degrees * Math.PI) / 180);

/** One arrow and the words beside its ring. */
export interface OpenEndDrawn {
  readonly items: Item[];
  /** Where its ring is, and what is said beside it. */
  readonly ring: Rect;
  readonly at: Point;
  readonly words: string;
  readonly family: GoodsFamily;
}

const toward = ([x, y]: Point, angle: number, length: number): Point => [
  x + length * Math.cos(angle),
  y + length * Math.sin(angle),
];

/** Where the ring goes: the first way whose ring is in the view and clear of everything that is there. */
function ringAt(view: View, place: Point, taken: readonly Rect[]): Point {
  const inner = grown(view.rect, -2.5 * RING);
  const free = (at: Point): boolean =>
    within(inner, at) && !taken.some((box) => within(grown(box, 2 * RING), at));
  const all = [1, 1.5, 2].flatMap((factor) => WAYS.map((angle) => toward(place, angle, LENGTH * factor)));
  return all.find(free) ?? all.find((at) => within(inner, at)) ?? toward(place, -Math.PI / 4, LENGTH);
}

/**
 * Where the frame is left towards a place outside it, and a ring inside on the same line, both moved along the
 * frame until they are clear.
 */
function atFrame(view: View, place: Point, taken: readonly Rect[]): { edge: Point; ring: Point } {
  const { x, y, width, height } = view.rect;
  const middle: Point = [x + width / 2, y + height / 2];
  const [dx, dy] = [place[0] - middle[0], place[1] - middle[1]];
  const share = Math.min(width / 2 / Math.abs(dx || 1e-9), height / 2 / Math.abs(dy || 1e-9));
  const angle = Math.atan2(dy, dx);
  const upright = width / 2 / Math.abs(dx || 1e-9) < height / 2 / Math.abs(dy || 1e-9);
  const tries = [0, 1, -1, 2, -2, 3, -3, 4, -4].map((step) => {
    const by = step * 5 * RING;
    const edge: Point = [
      Math.max(x + 30, Math.min(x + width - (upright ? 3 : 30), middle[0] + dx * share + (upright ? 0 : by))),
      Math.max(y + (upright ? 30 : 3), Math.min(y + height - 3, middle[1] + dy * share + (upright ? by : 0))),
    ];
    return { edge, ring: toward(edge, angle + Math.PI, LENGTH * 1.4) };
  });
  const clear = ([x, y]: Point): boolean => !taken.some((box) => within(grown(box, 2 * RING), [x, y]));
  const free = tries.find(
    ({ ring, edge }) =>
      clear(ring) && clear(edge) && clear([(ring[0] + edge[0]) / 2, (ring[1] + edge[1]) / 2]),
  );
  return free ?? tries[0] ?? { edge: middle, ring: middle };
}

/**
 * Arrows of seizures of which one end is stated: from, or to, a ring with a question mark that stands on no
 * place. The ring means nowhere: its words say so.
 */
export function drawOpenEnds(
  view: View,
  openEnds: readonly SceneOpenEnd[],
  palette: Palette,
  language: Language,
  obstacles: readonly Rect[],
): OpenEndDrawn[] {
  const words = FIGURE_WORDS[language];
  const taken = [...obstacles];
  return merged(openEnds.filter((end) => belongs(view, end))).map(({ end, count }) => {
    const place = pointOf(view, end.position);
    const inside = within(view.rect, place);
    const framed = inside ? null : atFrame(view, place, taken);
    const at = framed?.ring ?? ringAt(view, place, taken);
    const tip = framed?.edge ?? place;
    const ring = grown({ x: at[0], y: at[1], width: 0, height: 0 }, RING);
    taken.push(ring);
    const said = end.unknown === 'origin' ? words.originNotStated : words.destinationNotStated;
    const times = count > 1 ? ` (${count})` : '';
    const stated = placeName({ id: end.placeId, name: end.placeName }, language);
    const beside = end.unknown === 'origin' ? `${said} › ${stated}` : `${stated} › ${said}`;
    return {
      items: arrowItems(at, tip, inside ? CLEAR : 0, end, palette),
      ring,
      at,
      family: goodsFamily(end.commodities),
      words: `${inside ? said : beside}${times}`,
    };
  });
}

/** A map this wide is of the region, degrees: what left it for an end outside belongs on it, from nowhere named. */
const REGION_DEG = 6;

/** Does an open end belong on this map? Its stated place is on it, or the goods left the region for that place. */
function belongs(view: View, { position, unknown }: SceneOpenEnd): boolean {
  const [west, , east] = view.bounds;
  return within(view.rect, pointOf(view, position)) || (unknown === 'origin' && east - west >= REGION_DEG);
}

/** Open ends of one place and kind of goods are one arrow. */
function merged(openEnds: readonly SceneOpenEnd[]): { end: SceneOpenEnd; count: number }[] {
  const all = new Map<string, { end: SceneOpenEnd; count: number }>();
  for (const end of openEnds) {
    const key = `${end.placeId} ${end.unknown} ${goodsFamily(end.commodities)}`;
    const found = all.get(key);
    if (found) found.count++;
    else all.set(key, { end, count: 1 });
  }
  return [...all.values()];
}

function arrowItems(ring: Point, place: Point, clear: number, end: SceneOpenEnd, palette: Palette): Item[] {
  const color = palette.goods[goodsFamily(end.commodities)];
  const angle = Math.atan2(place[1] - ring[1], place[0] - ring[0]);
  const [near, far] = [toward(ring, angle, RING), toward(place, angle + Math.PI, clear)];
  const [from, to] = end.unknown === 'origin' ? [near, far] : [far, near];
  const heading = end.unknown === 'origin' ? angle : angle + Math.PI;
  return [
    path('open-end', linePath([from, toward(to, heading + Math.PI, 4)]), {
      stroke: color,
      width: 1.3,
      dash: [3.6, 2.4],
    }),
    path('open-end', ringPath(arrowhead(to, heading, 6.5)), { fill: color }),
    path('open-end', circlePath(ring, RING), {
      fill: palette.halo,
      stroke: color,
      width: 1,
      dash: [1.8, 1.4],
    }),
    text('open-end', '?', [ring[0], ring[1] + 2.6], {
      anchor: 'middle',
      size: 7.5,
      face: 'bold',
      fill: color,
    }),
  ];
}
