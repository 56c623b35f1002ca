import { lengthKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';
import { coastLoops } from './coast.ts';
import type { CoastOptions, Land } from './coast.ts';
import { waterNodes } from './nodes.ts';
import type { NodeOptions } from './nodes.ts';
import { makePlane, pointsBetween } from './plane.ts';
import { makeReach } from './reach.ts';
import type { Reach } from './reach.ts';
import { shortestNodes } from './search.ts';
import { makeSight } from './sight.ts';
import type { Sight } from './sight.ts';
import { makeLanding } from './snap.ts';
import type { Landing } from './snap.ts';
import { WATERWAYS } from './waterways.ts';

export interface WaterRouterOptions extends CoastOptions, NodeOptions {
  /** Middle of the disc the router knows, and its radius, degrees; places beyond it have no path. */
  readonly centre: Position;
  readonly reachDeg: number;
  /** How far a place may lie from the water it is brought to, km. */
  readonly maxSnapKm: number;
  /** Longest step between positions of a line, km, so that a flat map shows the curve of a great circle. */
  readonly stepKm: number;
}

/**
 * Defaults for Natural Earth land at 1:10 million. Its TopoJSON form stores positions to 0.0036 by 0.0017 degrees
 * (400 by 190 m), so a finer tolerance than `fineToleranceKm` would only follow that rounding. The disc reaches
 * from Cape Horn to Hamburg and from California to Luanda.
 */
export const DEFAULT_WATER_OPTIONS: WaterRouterOptions = {
  fineBox: [-98, -4, -45, 32],
  fineToleranceKm: 0.3,
  coarseToleranceKm: 5,
  centre: [-55, 15],
  reachDeg: 75,
  maxSnapKm: 40,
  offsetKm: 0.15,
  maxBayKm: 100,
  turnBox: [-125, -57, 30, 60],
  stepKm: 100,
  waterways: WATERWAYS,
};

/** The shortest way over water between two places. */
export interface WaterPath {
  /** From the one place to the other, both exact; steps of at most `stepKm`. */
  readonly line: Position[];
  /** Great-circle length of `line`, the straight bits at its ends included. */
  readonly distanceKm: number;
  /** Length of those straight bits, from a place to the water: only there, and on a waterway, may it cross land. */
  readonly snappedKm: { readonly from: number; readonly to: number };
  /** Names of the waterways it follows, such as the Panama Canal. */
  readonly waterways: readonly string[];
}

export interface WaterRouter {
  /** null when either place is farther than `maxSnapKm` from water or no water joins them. */
  readonly path: (from: Position, to: Position) => WaterPath | null;
  /** One answer a pair, in order; what was worked out for one pair serves the next. */
  readonly paths: (pairs: readonly (readonly [Position, Position])[]) => (WaterPath | null)[];
}

/** West before east, then south before north: each pair is searched one way, so that both ways are equal. */
const before = (a: Position, b: Position): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);

function drawn(turns: readonly Position[], stepKm: number): Position[] {
  const line: Position[] = [];
  for (const position of turns) {
    const last = line.at(-1);
    if (last && last[0] === position[0] && last[1] === position[1]) continue;
    if (last) line.push(...pointsBetween(last, position, stepKm));
    line.push(position);
  }
  return line;
}

function join(
  ends: readonly [Position, Position],
  landings: readonly [Landing, Landing],
  { sight, reach, stepKm }: { readonly sight: Sight; readonly reach: Reach; readonly stepKm: number },
): WaterPath | null {
  const [start, goal] = landings;
  // Inland on a waterway there is nothing to look across; such a landing is a node, reached by the search.
  const afloat = !sight.isLand(start.point) && !sight.isLand(goal.point);
  const { x, y } = start.point;
  const seen = afloat && sight.clear(x, y, goal.point.x, goal.point.y);
  const nodes = seen ? [] : shortestNodes(start, goal, reach);
  if (!nodes) return null;
  const turns = [start.point, ...nodes, goal.point].map((point) => point.position);
  const line = drawn([ends[0], ...turns, ends[1]], stepKm);
  if (line.length < 2) line.push(ends[1]);
  const followed = nodes.flatMap(({ waterway }, i) =>
    waterway && waterway.name === nodes[i + 1]?.waterway?.name ? waterway.name : [],
  );
  return {
    line,
    distanceKm: lengthKm(line),
    snappedKm: { from: start.km, to: goal.km },
    waterways: [...new Set(followed)],
  };
}

const reversed = (path: WaterPath): WaterPath => ({
  ...path,
  line: path.line.toReversed(),
  snappedKm: { from: path.snappedKm.to, to: path.snappedKm.from },
  waterways: path.waterways.toReversed(),
});

/**
 * Makes a router over the water around `land`: shortest great-circle paths that turn only at corners of the coast
 * (a visibility graph, Lozano-Perez and Wesley 1979, kept to its tangent edges and worked out as it is needed).
 *
 * A path crosses land only within `snappedKm` of its ends and along a named waterway; elsewhere it stays out of
 * the thinned coast, so it is inside the given land by no more than the tolerance of that place. Depth of water,
 * ice and rules of passage are not known to it: banks and reefs are sailed over. Paths over 180 degrees are out
 * of scope, as is everything beyond the disc of `centre` and `reachDeg`; beyond `turnBox` a path may run but not turn.
 *
 * Building reads all of the land; after that the first paths are the dear ones, since what each corner of the coast
 * sees is kept. Memory grows with the corners looked from and the places asked for, not with the pairs.
 *
 * @param land  polygons, degrees
 * @throws {InputError} `waterway-ashore` when a mouth of a waterway lies on land
 */
export function makeWaterRouter(land: Land, options: Partial<WaterRouterOptions> = {}): WaterRouter {
  const settings: WaterRouterOptions = { ...DEFAULT_WATER_OPTIONS, ...options };
  const plane = makePlane(settings.centre, settings.reachDeg);
  const loops = coastLoops(land, plane, settings);
  const sight = makeSight(loops, plane);
  const reach = makeReach(waterNodes(loops, settings, { plane, sight }), sight);
  const findLanding = makeLanding(plane, sight, reach, settings);
  const landed = new Map<string, Landing | null>();
  const landingAt = (position: Position): Landing | null => {
    const key = position.join(' ');
    const known = landed.get(key);
    if (known !== undefined) return known;
    const landing = findLanding(position);
    landed.set(key, landing);
    return landing;
  };
  const path = (from: Position, to: Position): WaterPath | null => {
    if (!before(from, to)) {
      const back = path(to, from);
      return back && reversed(back);
    }
    const start = landingAt(from);
    const goal = landingAt(to);
    if (!start || !goal) return null;
    const tools = { sight, reach, stepKm: settings.stepKm };
    // The search runs from closed water, if either is: it ends there as soon as the lake is searched.
    if (start.open && !goal.open) {
      const back = join([to, from], [goal, start], tools);
      return back && reversed(back);
    }
    return join([from, to], [start, goal], tools);
  };
  return { path, paths: (pairs) => pairs.map(([from, to]) => path(from, to)) };
}
