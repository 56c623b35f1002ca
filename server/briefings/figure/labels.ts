import {
  grown,
  holds,
  overlap,
  text,
  type Face,
  type Measure,
  type Point,
  type Rect,
  type Role,
  type TextItem,
} from './drawing.ts';
import { shorten } from './text.ts';

/** Words that want a place on the map. */
export interface Wish {
  readonly words: string;
  readonly at: Point;
  /** Beside a mark of this radius, or over the middle of what it names. */
  readonly beside: number | null;
  readonly size: number;
  readonly face: Face;
  readonly color: string;
  /** May lie over points of the map where nothing else is free. */
  readonly overPoints: boolean;
  /** Longer words are shortened to this, units. */
  readonly mostWidth: number;
}

/** Words in their place. */
export interface Placed {
  readonly text: string;
  readonly box: Rect;
  readonly item: TextItem;
}

/** Height of capitals and depth of letters below the line, of Noto Sans, in sizes. */
const ASCENT = 0.78;
const DESCENT = 0.24;
/** Between a mark and its words, and around words. */
const GAP = 1.6;
const AIR = 0.8;

/** Where words could stand beside a mark, the best first: right, left, above, below, then the corners. */
const SIDES: readonly (readonly [x: number, y: number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.75, -0.75],
  [0.75, 0.75],
  [-0.75, -0.75],
  [-0.75, 0.75],
];
/** Where words over a middle could move to, in their heights. */
const SHIFTS: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  [0, -1.1],
  [0, 1.1],
  [0.7, 0],
  [-0.7, 0],
  [0, -2.2],
  [0, 2.2],
];

function boxesOf({ at: [x, y], beside, size }: Wish, width: number): Rect[] {
  const height = size * (ASCENT + DESCENT);
  if (beside === null)
    return SHIFTS.map(([dx, dy]) => ({
      x: x - width / 2 + dx * height,
      y: y - height / 2 + dy * height,
      width,
      height,
    }));
  const out = beside + GAP;
  return SIDES.map(([sx, sy]) => ({
    x: sx > 0 ? x + sx * out : sx < 0 ? x + sx * out - width : x - width / 2,
    y: sx === 0 ? y + sy * out - (sy < 0 ? height : 0) : y - height / 2 + sy * (out * 0.6 + height / 2),
    width,
    height,
  }));
}

/** Does the box hide a mark other than the one it stands beside? */
const hides = (box: Rect, points: readonly Rect[], own: Point): boolean =>
  points.some(
    (point) =>
      overlap(box, point) &&
      Math.hypot(point.x + point.width / 2 - own[0], point.y + point.height / 2 - own[1]) > 0.5,
  );

/**
 * Places words so that no two overlap and none leaves the frame: in the order given, each where it first fits,
 * with nothing over the obstacles. What finds no place is left out, but the mark stays.
 *
 * @param obstacles  never covered
 * @param points  marks that are covered only by words that may be, where nothing else is free
 */
export function placeLabels(
  wishes: readonly Wish[],
  frame: Rect,
  obstacles: readonly Rect[],
  points: readonly Rect[],
  halo: string,
  measure: Measure,
): Placed[] {
  const inner = grown(frame, -2.5);
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const setting = { size: wish.size, face: wish.face, measure };
    const words = shorten(wish.words, Math.min(wish.mostWidth, frame.width * 0.45), setting);
    if (words === '') continue;
    const width = measure(words, wish.size, wish.face);
    const free = boxesOf(wish, width).filter((box) => {
      const around = grown(box, AIR);
      return (
        holds(inner, box) &&
        !placed.some((other) => overlap(around, other.box)) &&
        !obstacles.some((other) => overlap(around, other))
      );
    });
    const box = free.find((one) => !hides(one, points, wish.at)) ?? (wish.overPoints ? free[0] : undefined);
    if (!box) continue;
    placed.push({ text: words, box, item: itemOf(wish, words, box, halo) });
  }
  return placed;
}

function itemOf({ size, face, color }: Wish, words: string, box: Rect, halo: string): TextItem {
  const role: Role = 'label';
  return text(role, words, [box.x, box.y + size * ASCENT], {
    size,
    face,
    fill: color,
    halo: { color: halo, width: 2 },
  });
}
