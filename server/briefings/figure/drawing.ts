/** A point of a drawing, in its units; y grows downwards. */
export type Point = readonly [x: number, y: number];

/** A rectangle of a drawing, in its units. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The four faces of the one family that figures are set in. */
export const FACES = ['regular', 'italic', 'semibold', 'bold'] as const;
export type Face = (typeof FACES)[number];

/** Width of a text in one line, in the unit of `size`. */
export type Measure = (text: string, size: number, face: Face) => number;

/** What a primitive stands for: for tests, and as the class of its SVG element. Never an id of a record. */
export type Role =
  | 'ground'
  | 'sea'
  | 'land'
  | 'border'
  | 'graticule'
  | 'no-data'
  | 'cell-hot'
  | 'cell-cold'
  | 'cell-none'
  | 'cluster'
  | 'leg-voyage'
  | 'leg-seizure'
  | 'leg-direct'
  | 'route-recurs'
  | 'route-once'
  | 'seizure'
  | 'seizure-area'
  | 'open-end'
  | 'port'
  | 'selection'
  | 'arrow'
  | 'label'
  | 'frame'
  | 'legend'
  | 'published'
  | 'loaded'
  | 'inset'
  | 'text'
  | 'marking'
  | 'synthetic';

export interface PathItem {
  readonly kind: 'path';
  readonly role: Role;
  /** SVG path data of M, L, C and Z, absolute. */
  readonly d: string;
  /** `#rrggbb`; null: not filled. Even-odd. */
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  /** Lengths on and off, in units; null: solid. */
  readonly dash: readonly [on: number, off: number] | null;
  readonly cap: 'butt' | 'round';
  /** Of fill and stroke, 0 to 1. */
  readonly opacity: number;
}

export interface TextItem {
  readonly kind: 'text';
  readonly role: Role;
  readonly text: string;
  /** Where its baseline starts, is in the middle, or ends. */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly face: Face;
  readonly fill: string;
  readonly halo: { readonly color: string; readonly width: number } | null;
  /** Degrees clockwise about `at`. */
  readonly rotate: number;
  readonly opacity: number;
}

export interface GroupItem {
  readonly kind: 'group';
  /** Path data outside which nothing is drawn. */
  readonly clip: string;
  readonly items: readonly Item[];
}

export type Item = PathItem | TextItem | GroupItem;

/**
 * A figure as a list of vector primitives, back to front. Units are points of a page as large as `pixels` at
 * its resolution; every format scales them by the same factor, so that they all look the same.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Size of the picture, px. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** Of paper; null: a screen has none. */
  readonly dotsPerInch: number | null;
  readonly language: string;
  /** The whole title, however long. */
  readonly title: string;
  /** What the figure shows, for who cannot see it. */
  readonly description: string;
  /** The rectangle within which the map is drawn. */
  readonly dataArea: Rect;
  /** The boxes of the words on the map; no two overlap. */
  readonly labels: readonly { readonly text: string; readonly box: Rect }[];
  readonly items: readonly Item[];
}

type PathLook = Partial<Omit<PathItem, 'kind' | 'role' | 'd'>>;
/** A path; by default neither filled nor outlined. */
export const path = (role: Role, d: string, look: PathLook): PathItem => ({
  kind: 'path',
  role,
  d,
  fill: null,
  stroke: null,
  width: 1,
  dash: null,
  cap: 'butt',
  opacity: 1,
  ...look,
});

type TextLook = Partial<Omit<TextItem, 'kind' | 'role' | 'text' | 'at'>> & { readonly fill: string };
/** A text; by default regular 7 units from its start. */
export const text = (role: Role, words: string, at: Point, look: TextLook): TextItem => ({
  kind: 'text',
  role,
  text: words,
  at,
  anchor: 'start',
  size: 7,
  face: 'regular',
  halo: null,
  rotate: 0,
  opacity: 1,
  ...look,
});

const DECIMALS = 100;
/** A number of path data: two decimals, a seventh of a pixel of A3. */
export const num = (value: number): string => String(Math.round(value * DECIMALS) / DECIMALS);

const pair = ([x, y]: Point): string => `${num(x)} ${num(y)}`;

/** Path data of a line. */
export const linePath = (points: readonly Point[]): string =>
  points.map((point, i) => `${i === 0 ? 'M' : 'L'}${pair(point)}`).join('');

/** Path data of a closed ring. */
export const ringPath = (points: readonly Point[]): string =>
  points.length === 0 ? '' : `${linePath(points)}Z`;

/** Path data of a rectangle. */
export const rectPath = ({ x, y, width, height }: Rect): string =>
  ringPath([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

/** Length of the handles of a cubic that stands for a quarter of a circle of radius 1. */
const KAPPA = 0.5522847498;
/** Path data of a circle. */
export function circlePath([x, y]: Point, r: number): string {
  const k = r * KAPPA;
  const curve = (...at: [Point, Point, Point]): string => `C${at.map(pair).join(' ')}`;
  return [
    `M${pair([x + r, y])}`,
    curve([x + r, y + k], [x + k, y + r], [x, y + r]),
    curve([x - k, y + r], [x - r, y + k], [x - r, y]),
    curve([x - r, y - k], [x - k, y - r], [x, y - r]),
    curve([x + k, y - r], [x + r, y - k], [x + r, y]),
    'Z',
  ].join('');
}

/** Do two rectangles share an area? */
export const overlap = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Does the outer rectangle hold the inner one? */
export const holds = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** A rectangle grown on every side. */
export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});
