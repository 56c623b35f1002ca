import type { Box, Layout, Point } from './layout.ts';

/** How far a leg bends to its right, in parts of its length: both directions lie apart. */
const BEND = 0.14;
/** Between the rim of a place and the end of a leg, px. */
const GAP = 2.5;

/** One leg as SVG draws it: a curve, and the corners of its arrowhead. */
export interface DrawnLeg {
  readonly path: string;
  readonly head: string;
}

const written = (value: number): string => value.toFixed(1);

/**
 * The curve of a leg from rim to rim, bent to the right of its way, with its arrowhead at the end.
 *
 * @param width  of the line, px
 * @param aside  how far it is moved further to the right, px, to lie beside another of the same ends
 */
export function drawLeg(
  from: Point & { radius: number },
  to: Point & { radius: number },
  width: number,
  aside = 0,
): DrawnLeg {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [ux, uy] = [dx / length, dy / length];
  // Right of the way, where y grows downwards.
  const [rx, ry] = [-uy, ux];
  const bend = BEND * length + aside * 2;
  const middle = { x: from.x + dx / 2 + rx * bend, y: from.y + dy / 2 + ry * bend };
  const rim = (at: Point & { radius: number }, extra: number): Point => {
    const [mx, my] = [middle.x - at.x, middle.y - at.y];
    const off = (at.radius + GAP + extra) / Math.max(1, Math.hypot(mx, my));
    return { x: at.x + mx * off + (rx * aside) / 2, y: at.y + my * off + (ry * aside) / 2 };
  };
  const size = 4.5 + width * 0.9;
  const [start, tip, neck] = [rim(from, 0), rim(to, 0), rim(to, size)];
  const [hx, hy] = [(neck.x - tip.x) / size, (neck.y - tip.y) / size];
  const wing = (side: number): string =>
    `${written(neck.x - hy * side * size * 0.5)},${written(neck.y + hx * side * size * 0.5)}`;
  const at = ({ x, y }: Point): string => `${written(x)} ${written(y)}`;
  return {
    path: `M${at(start)}Q${at(middle)} ${at(neck)}`,
    head: `${written(tip.x)},${written(tip.y)} ${wing(1)} ${wing(-1)}`,
  };
}

/** Where a name stands beside its place. */
export interface Label extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}
/** Widths of letters and height of a line of the names' 11 px type, px. */
const LETTER = 6.1;
const LINE = 13;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const meet = (a: Area, b: Area): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Places for as many names as fit, the most important first: none covers another, a place, or the edge. A name
 * that does not fit is not in the answer.
 *
 * @param names  most important first
 */
export function labelsOf(
  names: readonly { id: string; name: string }[],
  layout: Layout,
  { width, height }: Box,
): ReadonlyMap<string, Label> {
  const taken: Area[] = [...layout.values()].map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const out = new Map<string, Label>();
  for (const { id, name } of names) {
    const at = layout.get(id);
    if (!at) continue;
    const [wide, off] = [name.length * LETTER, at.radius + 4];
    const choices: [Label, left: number][] = [
      [{ x: at.x + off, y: at.y + 4, anchor: 'start' }, at.x + off],
      [{ x: at.x - off, y: at.y + 4, anchor: 'end' }, at.x - off - wide],
      [{ x: at.x, y: at.y - off - 1, anchor: 'middle' }, at.x - wide / 2],
      [{ x: at.x, y: at.y + off + 9, anchor: 'middle' }, at.x - wide / 2],
    ];
    for (const [label, left] of choices) {
      const area = { left, top: label.y - LINE + 3, right: left + wide, bottom: label.y + 3 };
      const inside = area.left >= 0 && area.right <= width && area.top >= 0 && area.bottom <= height;
      if (!inside || taken.some((other) => meet(area, other))) continue;
      taken.push(area);
      out.set(id, label);
      break;
    }
  }
  return out;
}
