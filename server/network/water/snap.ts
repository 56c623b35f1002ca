import Flatbush from 'flatbush';
import { distanceKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';
import { KM_PER_DEGREE, offSegmentKm } from './coast.ts';
import { moved, waterPoint } from './nodes.ts';
import type { Bay, Step, WaterNode, WaterPoint } from './nodes.ts';
import { arcKm } from './plane.ts';
import type { Plane } from './plane.ts';
import { openBays } from './reach.ts';
import type { Reach } from './reach.ts';
import type { CoastEdge, Sight } from './sight.ts';

/** Where a leg meets the water. */
export interface Landing {
  readonly point: WaterPoint;
  /** From the place asked for, km; 0 when that is in the water already. */
  readonly km: number;
  /** To the outer coast and within the bays it lies in. */
  readonly steps: readonly Step[];
  readonly bays: readonly Bay[];
  /** False in a basin or lake the coast data shows closed. */
  readonly open: boolean;
}

interface Candidate {
  readonly position: Position;
  readonly km: number;
  /** Set when the candidate is a position inland on a waterway. */
  readonly node: WaterNode | null;
}

interface SnapOptions {
  /** How far a place may lie from the water it is brought to, km. */
  readonly maxSnapKm: number;
  /** How far off the coast it is put, km. */
  readonly offsetKm: number;
}

/** Water is open when something this far off can be reached: no harbour or lagoon in the region is as long. */
const OPEN_KM = 300;

/** Nearest position of the coast edge to `p`, moved off it into the water on its right. */
function beside(p: Position, { a, b }: CoastEdge, offsetKm: number): Position {
  const cos = Math.cos((p[1] * Math.PI) / 180);
  const dx = (b.position[0] - a.position[0]) * cos;
  const dy = b.position[1] - a.position[1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return a.position;
  const along = ((p[0] - a.position[0]) * cos * dx + (p[1] - a.position[1]) * dy) / (length * length);
  const t = Math.max(0, Math.min(1, along));
  const foot: Position = [
    a.position[0] + t * (b.position[0] - a.position[0]),
    a.position[1] + t * (b.position[1] - a.position[1]),
  ];
  return moved(foot, [dy / length, -dx / length], offsetKm);
}

/** Follows the water from a landing until something {@link OPEN_KM} off is reached, or all of it is seen. */
function reachesOpen(landing: Omit<Landing, 'open'>, reach: Reach, closed: Set<number>): boolean {
  const { point, steps, bays } = landing;
  const open = openBays(bays);
  const seen = new Set<number>();
  const queue = steps.map((step) => step.to);
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const node = reach.nodes[index];
    if (!node || seen.has(index)) continue;
    if (closed.has(index)) break;
    if (arcKm(point, node) >= OPEN_KM) return true;
    seen.add(index);
    reach.fromNode(node, open, (next) => {
      if (!seen.has(next.to)) queue.push(next.to);
    });
  }
  for (const index of seen) closed.add(index);
  return false;
}

/** Lists where a place could meet the water, nearest first: off each coast edge about, and inland on waterways. */
function makeCandidates(
  sight: Sight,
  inland: readonly WaterNode[],
  { maxSnapKm, offsetKm }: SnapOptions,
): (position: Position) => Candidate[] {
  const edges = sight.edges.filter(({ a, b }) => a.covered && b.covered);
  const index = edges.length > 0 ? new Flatbush(edges.length) : null;
  for (const { a, b } of edges) {
    const [west, east] = [Math.min(a.position[0], b.position[0]), Math.max(a.position[0], b.position[0])];
    const [south, north] = [Math.min(a.position[1], b.position[1]), Math.max(a.position[1], b.position[1])];
    index?.add(west, south, east, north);
  }
  index?.finish();
  return (position) => {
    const [lon, lat] = position;
    const up = maxSnapKm / KM_PER_DEGREE;
    const aside = up / Math.cos((lat * Math.PI) / 180);
    const found: Candidate[] = [];
    for (const i of index?.search(lon - aside, lat - up, lon + aside, lat + up) ?? []) {
      const edge = edges[i];
      if (!edge || offSegmentKm(position, edge.a.position, edge.b.position) > maxSnapKm) continue;
      // In a channel narrower than the full distance off, a fifth of it may still be water.
      for (const offKm of [offsetKm, offsetKm / 5]) {
        const beached = beside(position, edge, offKm);
        found.push({ position: beached, km: distanceKm(position, beached), node: null });
      }
    }
    for (const node of inland) {
      const km = distanceKm(position, node.position);
      if (km <= maxSnapKm) found.push({ position: node.position, km, node });
    }
    return found.sort((a, b) => a.km - b.km);
  };
}

/**
 * Makes the function that brings a place to the water: itself when it lies in open water, else the nearest open
 * water or inland waterway position within `maxSnapKm`. A place with only closed water about, such as a lake,
 * lands there with `open` false; null when there is none at all, or the place is beyond the plane.
 */
export function makeLanding(
  plane: Plane,
  sight: Sight,
  reach: Reach,
  options: SnapOptions,
): (position: Position) => Landing | null {
  const inland = reach.nodes.filter((node) => node.waterway && !node.waterway.mouth);
  const candidates = makeCandidates(sight, inland, options);
  const closed = new Set<number>();
  const launch = (position: Position, km: number): Landing | null => {
    const point = waterPoint(position, plane);
    if (sight.isLand(point)) return null;
    const bays = reach.baysAround(point);
    const landing = { point, km, steps: [...reach.fromPoint(point), ...reach.intoBays(point, bays)], bays };
    return { ...landing, open: reachesOpen(landing, reach, closed) };
  };
  return (position) => {
    if (!plane.covers(position)) return null;
    const here = launch(position, 0);
    if (here?.open) return here;
    let fallback = here;
    for (const { position: at, km, node } of candidates(position)) {
      if (node) return { point: node, km, steps: [{ to: node.index, km: 0 }], bays: [], open: true };
      const landing = launch(at, km);
      if (landing?.open) return landing;
      fallback ??= landing;
    }
    return fallback;
  };
}
