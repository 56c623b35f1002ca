import type { Position } from 'geojson';

/** West, south, east, north; degrees. */
export type Box = readonly [number, number, number, number];

type Ring = readonly Position[];
const x = (at: Position | undefined): number => at?.[0] ?? 0;
const y = (at: Position | undefined): number => at?.[1] ?? 0;

/**
 * Widens a box by less than any coordinate is kept to, so that no vertex of the data lies exactly on its edge;
 * the cases of touching without crossing never come up then.
 */
const nudged = ([west, south, east, north]: Box): Box => [
  west - 3.1e-6,
  south - 3.7e-6,
  east + 4.1e-6,
  north + 4.3e-6,
];

const inside = ([west, south, east, north]: Box, at: Position | undefined): boolean =>
  x(at) > west && x(at) < east && y(at) > south && y(at) < north;

/** The part of a segment inside a box as fractions of its length (Liang and Barsky 1984); null: none. */
function span(box: Box, a: Position, b: Position): [number, number] | null {
  const [dx, dy] = [x(b) - x(a), y(b) - y(a)];
  let [from, to] = [0, 1];
  const sides: [number, number][] = [
    [-dx, x(a) - box[0]],
    [dx, box[2] - x(a)],
    [-dy, y(a) - box[1]],
    [dy, box[3] - y(a)],
  ];
  for (const [slope, room] of sides) {
    if (slope === 0 && room < 0) return null;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  return from < to ? [from, to] : null;
}

/** Do both positions lie beyond the same side of the box? Most segments of a long coast do. */
const beyond = (box: Box, a: Position, b: Position): boolean =>
  (x(a) < box[0] && x(b) < box[0]) ||
  (x(a) > box[2] && x(b) > box[2]) ||
  (y(a) < box[1] && y(b) < box[1]) ||
  (y(a) > box[3] && y(b) > box[3]);

/** The runs of a line inside a box, in order; each begins and ends where the line crosses the edge or ends. */
function runs(line: Ring, box: Box): Position[][] {
  const out: Position[][] = [];
  let open: Position[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b || beyond(box, a, b)) continue;
    const part = inside(box, a) && inside(box, b) ? ([0, 1] as const) : span(box, a, b);
    if (!part) continue;
    const at = (t: number): Position => [x(a) + t * (x(b) - x(a)), y(a) + t * (y(b) - y(a))];
    if (!open || part[0] > 0) out.push((open = [part[0] > 0 ? at(part[0]) : a]));
    open.push(part[1] < 1 ? at(part[1]) : b);
    if (part[1] < 1) open = null;
  }
  return out;
}

/** The parts of a line inside a box, cut at its edge without following it. */
export const clipLine = (line: Ring, box: Box): Position[][] => runs(line, nudged(box));

/** Twice the signed area of a ring; positive: anticlockwise. */
function turn(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += x(ring[i - 1]) * y(ring[i]) - x(ring[i]) * y(ring[i - 1]);
  return sum;
}

/** Is the position inside the ring? By the parity of crossings to the east. */
export function inRing(ring: Ring, at: Position): boolean {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (y(a) > y(at) === y(b) > y(at)) continue;
    if (x(at) < x(a) + ((y(at) - y(a)) / (y(b) - y(a))) * (x(b) - x(a))) odd = !odd;
  }
  return odd;
}

const corners = ([west, south, east, north]: Box): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

/** How far along the edge of the box a point of it lies, anticlockwise from the south-west corner; 0 to 4. */
function along(box: Box, at: Position): number {
  const [west, south, east, north] = box;
  const across = (x(at) - west) / (east - west);
  const up = (y(at) - south) / (north - south);
  const near = [up, 1 - across, 1 - up, across].map(Math.abs);
  const side = near.indexOf(Math.min(...near));
  return side === 0 ? across : side === 1 ? 1 + up : side === 2 ? 3 - across : 4 - up;
}

/**
 * Joins the runs of a polygon's rings to closed rings: where one leaves the box, the edge is followed
 * anticlockwise to the next that enters (Weiler and Atherton 1977, for a rectangle). Land lies on the left of
 * every run.
 */
function joined(pieces: readonly Position[][], box: Box): Position[][] {
  const entries = pieces.map((piece) => along(box, piece[0] ?? []));
  const waiting = new Set(pieces.keys());
  const out: Position[][] = [];
  for (const start of pieces.keys()) {
    if (!waiting.has(start)) continue;
    const ring: Position[] = [];
    for (let at = start; waiting.delete(at);) {
      const piece = pieces[at] ?? [];
      for (const position of piece) ring.push(position);
      const from = along(box, piece.at(-1) ?? []);
      const ahead = (place: number): number => (place - from + 4) % 4;
      const next = entries.reduce(
        (best, place, i) => (ahead(place) < ahead(entries[best] ?? 0) ? i : best),
        0,
      );
      corners(box)
        .map((corner, i) => ({ corner, far: ahead(i) }))
        .filter(({ far }) => far < ahead(entries[next] ?? 0))
        .sort((a, b) => a.far - b.far)
        .forEach(({ corner }) => ring.push(corner));
      at = next;
    }
    const first = ring[0];
    if (first) out.push([...ring, first]);
  }
  return out;
}

/** Closes lines that come in and go out over the edge of a box along that edge; land lies on their left. */
export const closedAlong = (lines: readonly Ring[], box: Box): Position[][] =>
  joined(
    lines.map((line) => [...line]),
    box,
  );

/** Turns a closed ring so that it begins outside the box; as it is when it lies wholly inside. */
function fromOutside(ring: Ring, box: Box): Ring {
  const at = ring.findIndex((position) => !inside(box, position));
  return at <= 0 ? ring : [...ring.slice(at, -1), ...ring.slice(0, at + 1)];
}

/**
 * The parts of a polygon (outer ring first, then holes; any winding) inside a box, as polygons. Cuts run along
 * the edge of the box; two parts are never joined by a line there and back.
 */
export function clipPolygon(rings: readonly Ring[], within: Box): Position[][][] {
  const box = nudged(within);
  const pieces: Position[][] = [];
  const outers: Position[][] = [];
  const holes: Position[][] = [];
  rings.forEach((ring, i) => {
    const directed = turn(ring) > 0 === (i === 0) ? ring : [...ring].reverse();
    if (ring.every((at) => inside(box, at))) (i === 0 ? outers : holes).push([...directed]);
    else pieces.push(...runs(fromOutside(directed, box), box));
  });
  outers.push(...joined(pieces, box));
  const [first, corner] = [rings[0], corners(box)[0]];
  if (outers.length === 0 && first && corner && inRing(first, corner)) outers.push([...corners(box), corner]);
  return outers.map((outer) => [outer, ...holes.filter((hole) => hole[0] && inRing(outer, hole[0]))]);
}
