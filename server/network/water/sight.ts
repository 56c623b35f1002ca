import type { CoastLoop, CoastVertex } from './coast.ts';
import type { Plane, PlanePoint } from './plane.ts';

/** One step of the coast, land on its left. */
export interface CoastEdge {
  readonly a: CoastVertex;
  readonly b: CoastVertex;
}

/** What can be seen from where, and what is land, in the plane of {@link CoastLoop}. */
export interface Sight {
  readonly edges: readonly CoastEdge[];
  /** True when the straight line from x, y to x, y, a great circle on the earth, meets no coast. */
  readonly clear: (fromX: number, fromY: number, toX: number, toY: number) => boolean;
  readonly isLand: (p: PlanePoint) => boolean;
}

/** Side of a grid cell, earth radii: 25 km at the centre, a handful of coast edges in a coastal cell. */
const CELL = 0.004;

/** Edges enter every cell their padded box touches, so that rounding on a cell border cannot lose one. */
const PADDING = 1e-9;

interface Grid {
  readonly columns: number;
  readonly half: number;
  /** Cell number to 1 + its number among the cells with coast; 0 for an empty cell. */
  readonly cells: Int32Array;
  /** For each cell with coast, where its edges start in `ends`; one more at the end. */
  readonly starts: Int32Array;
  /** x and y of both ends of each edge, cell by cell: read in a row, four numbers an edge. */
  readonly ends: Float64Array;
}

const cross = (p: PlanePoint, q: PlanePoint, r: PlanePoint): number =>
  (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);

function makeGrid(edges: readonly CoastEdge[], half: number): Grid {
  const columns = Math.ceil((2 * half) / CELL) + 1;
  const cells = new Int32Array(columns * columns);
  const buckets: CoastEdge[][] = [];
  const cellOf = (value: number): number =>
    Math.max(0, Math.min(columns - 1, Math.floor((value + half) / CELL)));
  for (const edge of edges) {
    const { a, b } = edge;
    for (let r = cellOf(Math.min(a.y, b.y) - PADDING); r <= cellOf(Math.max(a.y, b.y) + PADDING); r++)
      for (let c = cellOf(Math.min(a.x, b.x) - PADDING); c <= cellOf(Math.max(a.x, b.x) + PADDING); c++) {
        const cell = r * columns + c;
        const bucket = buckets[(cells[cell] ?? 0) - 1];
        if (bucket) bucket.push(edge);
        else cells[cell] = buckets.push([edge]);
      }
  }
  const starts = Int32Array.from([0, ...buckets.map((bucket) => bucket.length * 4)]);
  for (let i = 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  const ends = Float64Array.from(
    buckets.flatMap((bucket) => bucket.flatMap(({ a, b }) => [a.x, a.y, b.x, b.y])),
  );
  return { columns, half, cells, starts, ends };
}

/** Whether the segment `p`-`q` meets an edge of the cell; a mere touch counts, so that a path never grazes. */
function meets(grid: Grid, bucket: number, px: number, py: number, qx: number, qy: number): boolean {
  const { starts, ends } = grid;
  const dx = qx - px;
  const dy = qy - py;
  const last = starts[bucket + 1] ?? 0;
  for (let i = starts[bucket] ?? 0; i < last; i += 4) {
    const ax = ends[i] ?? 0;
    const ay = ends[i + 1] ?? 0;
    const bx = ends[i + 2] ?? 0;
    const by = ends[i + 3] ?? 0;
    const a = dx * (ay - py) - dy * (ax - px);
    const b = dx * (by - py) - dy * (bx - px);
    if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue;
    const p = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
    const q = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
    if (!((p > 0 && q > 0) || (p < 0 && q < 0))) return true;
  }
  return false;
}

/** Walks the cells under the segment (Amanatides and Woo 1987) and stops at the first edge it meets. */
function clearIn(grid: Grid, px: number, py: number, qx: number, qy: number): boolean {
  const { cells, columns, half } = grid;
  const dx = qx - px;
  const dy = qy - py;
  const stepX = dx > 0 ? 1 : -1;
  const stepY = dy > 0 ? columns : -columns;
  const column = Math.floor((px + half) / CELL);
  const row = Math.floor((py + half) / CELL);
  const deltaX = dx === 0 ? Infinity : Math.abs(CELL / dx);
  const deltaY = dy === 0 ? Infinity : Math.abs(CELL / dy);
  let nextX = dx === 0 ? Infinity : ((column + (dx > 0 ? 1 : 0)) * CELL - half - px) / dx;
  let nextY = dy === 0 ? Infinity : ((row + (dy > 0 ? 1 : 0)) * CELL - half - py) / dy;
  let steps =
    Math.abs(Math.floor((qx + half) / CELL) - column) + Math.abs(Math.floor((qy + half) / CELL) - row);
  for (let cell = row * columns + column; ;) {
    const bucket = (cells[cell] ?? 0) - 1;
    if (bucket >= 0 && meets(grid, bucket, px, py, qx, qy)) return false;
    if (steps-- <= 0) return true;
    if (nextX < nextY) {
      nextX += deltaX;
      cell += stepX;
    } else {
      nextY += deltaY;
      cell += stepY;
    }
  }
}

/** Edges by the horizontal bands they reach into, for counting how often a coast winds round a point. */
function makeBands(edges: readonly CoastEdge[], extent: number): CoastEdge[][] {
  const bands: CoastEdge[][] = Array.from({ length: Math.ceil((2 * extent) / CELL) + 2 }, () => []);
  for (const edge of edges) {
    const low = Math.floor((Math.min(edge.a.y, edge.b.y) + extent) / CELL);
    const high = Math.floor((Math.max(edge.a.y, edge.b.y) + extent) / CELL);
    for (let band = low; band <= high; band++) bands[band]?.push(edge);
  }
  return bands;
}

/** Winding number of the coast about `p`; overlapping loops count twice and are land all the same. */
function winding(p: PlanePoint, band: readonly CoastEdge[]): number {
  let turns = 0;
  for (const { a, b } of band) {
    if (a.y <= p.y && b.y > p.y && cross(a, b, p) > 0) turns++;
    else if (a.y > p.y && b.y <= p.y && cross(a, b, p) < 0) turns--;
  }
  return turns;
}

/**
 * Indexes the coast for the two questions of a router.
 *
 * @param loops  land on the left of each step; questions must lie within the reach of the plane
 */
export function makeSight(loops: readonly CoastLoop[], plane: Plane): Sight {
  const { extent } = plane;
  const edges: CoastEdge[] = [];
  for (const loop of loops) {
    let a = loop.at(-1);
    for (const b of loop) {
      if (a) edges.push({ a, b });
      a = b;
    }
  }
  const grid = makeGrid(
    edges.filter(({ a, b }) => a.covered || b.covered),
    plane.reach,
  );
  const bands = makeBands(edges, extent);
  return {
    edges,
    clear: (px, py, qx, qy) => clearIn(grid, px, py, qx, qy),
    isLand: (p) => winding(p, bands[Math.floor((p.y + extent) / CELL)] ?? []) > 0,
  };
}
