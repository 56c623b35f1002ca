import { EARTH_RADIUS_KM } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';
import type { Plane } from './plane.ts';

/** A ring as GeoJSON writes it: the first position repeated at the end, either direction. */
export type Ring = readonly Position[];

/** Polygons of land, each its outer ring and then its holes, as in GeoJSON MultiPolygon coordinates. */
export type Land = readonly (readonly Ring[])[];

/** A kept vertex of the coast with its place in the plane. */
export interface CoastVertex {
  readonly position: Position;
  readonly x: number;
  readonly y: number;
  /** False beyond the reach of the plane: such a vertex closes a ring but is no place to turn. */
  readonly covered: boolean;
}

/** A closed loop without the repeated position; land lies on the left of each step. */
export type CoastLoop = readonly CoastVertex[];

export interface CoastOptions {
  /** West, south, east, north, degrees: where the coast is kept fine. */
  readonly fineBox: readonly [number, number, number, number];
  /** How far the kept coast may lie from the given one inside the box, km. */
  readonly fineToleranceKm: number;
  /** The same outside the box, km; islands smaller than this are left out there. */
  readonly coarseToleranceKm: number;
}

/** Length of a degree of latitude on the sphere of `EARTH_RADIUS_KM`, km. */
export const KM_PER_DEGREE = (Math.PI * EARTH_RADIUS_KM) / 180;

/** Distance from `p` to the segment `a`-`b`, km, on a plane local to `p`; good for segments up to a few degrees. */
export function offSegmentKm(p: Position, a: Position, b: Position): number {
  const cos = Math.cos((p[1] * Math.PI) / 180);
  const ax = (a[0] - p[0]) * cos;
  const ay = a[1] - p[1];
  const dx = (b[0] - a[0]) * cos;
  const dy = b[1] - a[1];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + t * dx, ay + t * dy) * KM_PER_DEGREE;
}

function isFine(p: Position, options: CoastOptions): boolean {
  const [west, south, east, north] = options.fineBox;
  return p[0] >= west && p[0] <= east && p[1] >= south && p[1] <= north;
}

function toleranceAt(p: Position, options: CoastOptions): number {
  return isFine(p, options) ? options.fineToleranceKm : options.coarseToleranceKm;
}

/** Twice the signed area in square degrees: positive when the ring runs anticlockwise. */
function signedArea(ring: Ring): number {
  let sum = 0;
  let previous = ring.at(-1);
  for (const p of ring) {
    if (previous) sum += (previous[0] - p[0]) * (previous[1] + p[1]);
    previous = p;
  }
  return sum;
}

/** Ring without its repeated last position and without immediate repeats, turned so that land is on the left. */
function normalise(ring: Ring, hole: boolean): Position[] {
  const open: Position[] = [];
  for (const p of ring) {
    const last = open.at(-1);
    if (!last || last[0] !== p[0] || last[1] !== p[1]) open.push(p);
  }
  const first = open[0];
  const last = open.at(-1);
  if (open.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) open.pop();
  return signedArea(open) > 0 === hole ? open.reverse() : open;
}

/**
 * Douglas-Peucker over `ring[from..to]`, marking what stays in `keep`. Each vertex is weighed by the tolerance
 * of its own place, so a ring that leaves the fine box is fine inside and coarse outside.
 */
function markKept(
  ring: readonly Position[],
  from: number,
  to: number,
  keep: Uint8Array,
  options: CoastOptions,
) {
  const stack: [number, number][] = [[from, to]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [start, end] = span;
    const a = ring[start];
    const b = ring[end % ring.length];
    if (!a || !b) continue;
    let worst = 1;
    let at = -1;
    for (let i = start + 1; i < end; i++) {
      const p = ring[i];
      const excess = p ? offSegmentKm(p, a, b) / toleranceAt(p, options) : 0;
      if (excess > worst) {
        worst = excess;
        at = i;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([start, at], [at, end]);
  }
}

/** A loop too slender for the tolerance: its two ends and, on either side, the vertex farthest from the line between. */
function spindle(ring: readonly Position[], far: number): readonly Position[] {
  const first = ring[0];
  const second = ring[far];
  if (!first || !second) return ring;
  const widest = (side: readonly Position[]): Position[] =>
    side.toSorted((p, q) => offSegmentKm(q, first, second) - offSegmentKm(p, first, second)).slice(0, 1);
  return [first, ...widest(ring.slice(1, far)), second, ...widest(ring.slice(far + 1))];
}

/** The ring thinned to the tolerance; null for an islet too small to matter outside the fine box. */
function simplify(ring: readonly Position[], options: CoastOptions): readonly Position[] | null {
  const first = ring[0];
  if (!first || ring.length < 3) return null;
  let far = 0;
  let farKm = 0;
  ring.forEach((p, i) => {
    const km = offSegmentKm(p, first, first);
    if (km > farKm) {
      farKm = km;
      far = i;
    }
  });
  if (!isFine(first, options) && farKm < options.coarseToleranceKm) return null;
  const keep = new Uint8Array(ring.length);
  keep[0] = 1;
  keep[far] = 1;
  markKept(ring, 0, far, keep, options);
  markKept(ring, far, ring.length, keep, options);
  const kept = ring.filter((_, i) => keep[i] === 1);
  return kept.length < 3 ? spindle(ring, far) : kept;
}

/**
 * The land as loops to steer around: thinned to the tolerance, land on the left, projected.
 *
 * @param land  polygons, degrees; rings cut at 180 degrees are taken as they are
 * @returns one loop for each ring with a vertex within the reach of the plane; a coast that goes round all of the
 *   reach without entering it is not seen, so a small disc must hold some of its shores
 */
export function coastLoops(land: Land, plane: Plane, options: CoastOptions): CoastLoop[] {
  const loops: CoastLoop[] = [];
  for (const polygon of land) {
    polygon.forEach((ring, i) => {
      if (!ring.some((p) => plane.covers(p))) return;
      const kept = simplify(normalise(ring, i > 0), options);
      if (!kept) return;
      loops.push(
        kept.map((position) => ({
          position,
          ...plane.project(position),
          covered: plane.covers(position),
        })),
      );
    });
  }
  return loops;
}
