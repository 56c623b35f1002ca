import type { Point, Rect } from './drawing.ts';

/** Is a point within a rectangle? */
export const within = ({ x, y, width, height }: Rect, [px, py]: Point): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

/** The rectangle around points; empty of none. */
export function extent(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** A line without the points that lie closer than `least` to the one kept before; both ends stay. */
export function thinned(points: readonly Point[], least: number): Point[] {
  const out: Point[] = [];
  points.forEach((point, i) => {
    const last = out.at(-1);
    const far = !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= least;
    if (far || i === points.length - 1) out.push(point);
  });
  return out;
}

type Side = readonly [axis: 0 | 1, edge: number, sign: 1 | -1];
const sidesOf = ({ x, y, width, height }: Rect): Side[] => [
  [0, x, 1],
  [0, x + width, -1],
  [1, y, 1],
  [1, y + height, -1],
];

/** The part of a ring within a rectangle (Sutherland and Hodgman 1974); it may run along the edge. */
export function clipRing(ring: readonly Point[], rect: Rect): Point[] {
  let points = [...ring];
  for (const [axis, edge, sign] of sidesOf(rect)) {
    const inside = (at: Point): boolean => (at[axis] - edge) * sign >= 0;
    const out: Point[] = [];
    points.forEach((to, i) => {
      const from = points.at(i - 1) ?? to;
      if (inside(from) !== inside(to)) {
        const t = (edge - from[axis]) / (to[axis] - from[axis]);
        out.push([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
      }
      if (inside(to)) out.push(to);
    });
    points = out;
  }
  return points;
}

/** The part of a segment within a rectangle as fractions of it (Liang and Barsky 1984); null: none. */
function span(rect: Rect, a: Point, b: Point): [number, number] | null {
  let [from, to] = [0, 1];
  for (const [axis, edge, sign] of sidesOf(rect)) {
    const [room, slope] = [(a[axis] - edge) * sign, (b[axis] - a[axis]) * sign];
    if (slope === 0 && room < 0) return null;
    if (slope > 0) from = Math.max(from, -room / slope);
    if (slope < 0) to = Math.min(to, -room / slope);
  }
  return from < to ? [from, to] : null;
}

/** The runs of a line within a rectangle, in order. */
export function clipLine(line: readonly Point[], rect: Rect): Point[][] {
  const out: Point[][] = [];
  let open: Point[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const part = a && b ? span(rect, a, b) : null;
    if (!a || !b || !part) {
      open = null;
      continue;
    }
    const at = (t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
    if (!open || part[0] > 0) out.push((open = [at(part[0])]));
    open.push(at(part[1]));
    if (part[1] < 1) open = null;
  }
  return out;
}

/** The longest that a corner of a shifted line reaches out, in shifts. */
const MITRE = 1.6;

/** A line shifted to its right by `by` units; corners reach out so that the width between both stays. */
export function shifted(line: readonly Point[], by: number): Point[] {
  const normals = line.slice(1).map(([x, y], i): Point => {
    const [px, py] = line[i] ?? [x, y];
    const length = Math.hypot(x - px, y - py) || 1;
    return [-(y - py) / length, (x - px) / length];
  });
  return line.map(([x, y], i) => {
    const [a, b] = [normals[i - 1] ?? normals[i], normals[i] ?? normals[i - 1]];
    if (!a || !b) return [x, y];
    const [sx, sy] = [a[0] + b[0], a[1] + b[1]];
    const length = Math.hypot(sx, sy);
    if (length < 0.2) return [x + a[0] * by, y + a[1] * by];
    const out = Math.min(MITRE, 2 / length) * by;
    return [x + (sx / length) * out, y + (sy / length) * out];
  });
}

/** Length of a line. */
export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => {
    const [px, py] = line[i] ?? [x, y];
    return sum + Math.hypot(x - px, y - py);
  }, 0);

/** The point a share of the way along a line, and the way it runs there, radians from east, clockwise. */
export function along(line: readonly Point[], share: number): { at: Point; angle: number } {
  let left = lengthOf(line) * share;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (left <= length && length > 0) {
      const t = left / length;
      const angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
      return { at: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])], angle };
    }
    left -= length;
  }
  return { at: line.at(-1) ?? [0, 0], angle: 0 };
}

/** An arrowhead of this length whose tip is at `at`; a notch at its back. */
export function arrowhead(at: Point, angle: number, size: number): Point[] {
  const corner = (forward: number, right: number): Point => [
    at[0] + size * (forward * Math.cos(angle) - right * Math.sin(angle)),
    at[1] + size * (forward * Math.sin(angle) + right * Math.cos(angle)),
  ];
  return [corner(0, 0), corner(-1, 0.5), corner(-0.76, 0), corner(-1, -0.5)];
}
