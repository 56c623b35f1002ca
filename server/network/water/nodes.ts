import type { Position } from '../../../shared/geo.ts';
import { InputError } from '../../errors.ts';
import { bendsOf, leftTurn, shutBays } from './bays.ts';
import type { Bend } from './bays.ts';
import { KM_PER_DEGREE } from './coast.ts';
import type { CoastLoop, CoastVertex } from './coast.ts';
import { arcKm, roundPosition, toSphere } from './plane.ts';
import type { Plane, PlanePoint, SpherePoint } from './plane.ts';
import type { Sight } from './sight.ts';
import type { Waterway } from './waterways.ts';

/** A point a path can start, end or turn at. */
export interface WaterPoint extends PlanePoint, SpherePoint {
  readonly position: Position;
}

/** A corner of land: unit directions, in the plane, from it to the vertex before and the vertex after it. */
export interface Corner extends PlanePoint {
  readonly backX: number;
  readonly backY: number;
  readonly onX: number;
  readonly onY: number;
  /** Within this plane distance the stand-off of the node matters, and every direction is looked at. */
  readonly near: number;
}

export interface Step {
  readonly to: number;
  readonly km: number;
}

/** A place where shortest paths may turn. */
export interface WaterNode extends WaterPoint {
  readonly index: number;
  /** The corner it stands off from; null on a waterway. */
  readonly corner: Corner | null;
  /** The corner with the bays beside it shut, or null within a bay; what a path from outside sees. */
  readonly outer: Corner | null;
  /** Set on a waterway: its name and the steps along it; only a mouth looks over water. */
  readonly waterway: {
    readonly name: string;
    readonly mouth: boolean;
    readonly along: readonly Step[];
  } | null;
}

/** A bay with the nodes on its shore, both ends of its line included. */
export interface Bay {
  readonly shore: readonly CoastVertex[];
  readonly nodes: readonly WaterNode[];
}

export interface WaterNodes {
  readonly nodes: readonly WaterNode[];
  readonly bays: readonly Bay[];
}

export interface NodeOptions {
  /** How far off a corner a node stands, km. */
  readonly offsetKm: number;
  /** Longest line that shuts a bay, km. */
  readonly maxBayKm: number;
  /** West, south, east, north, degrees: no path turns outside it. */
  readonly turnBox: readonly [number, number, number, number];
  readonly waterways: readonly Waterway[];
}

/** Distance up to which the tangent test is waived: some twenty stand-offs, earth radii. */
const NEAR = 3 / 6371;

export function waterPoint(position: Position, plane: Plane): WaterPoint {
  return { position, ...plane.project(position), ...toSphere(position) };
}

/** `at` moved `km` along a local unit direction, east and north. */
export function moved(at: Position, direction: readonly [number, number], km: number): Position {
  const lat = at[1] + (direction[1] * km) / KM_PER_DEGREE;
  const lon = at[0] + (direction[0] * km) / (KM_PER_DEGREE * Math.cos((at[1] * Math.PI) / 180));
  return roundPosition(lon, lat);
}

/** Unit direction, east and north, that halves the water outside a corner. */
function outward({ back, at, on }: Bend): readonly [number, number] {
  const cos = Math.cos((at.position[1] * Math.PI) / 180);
  const inX = (at.position[0] - back.position[0]) * cos;
  const inY = at.position[1] - back.position[1];
  const outX = (on.position[0] - at.position[0]) * cos;
  const outY = on.position[1] - at.position[1];
  const inLength = Math.hypot(inX, inY);
  const outLength = Math.hypot(outX, outY);
  // A blunt corner points along the sum of its right-hand normals, a sharp one along the difference of its sides.
  const blunt = inX * outX + inY * outY > 0;
  const x = blunt ? inY / inLength + outY / outLength : inX / inLength - outX / outLength;
  const y = blunt ? -inX / inLength - outX / outLength : inY / inLength - outY / outLength;
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}

function cornerOf({ back, at, on }: Bend): Corner {
  const backLength = Math.hypot(back.x - at.x, back.y - at.y);
  const onLength = Math.hypot(on.x - at.x, on.y - at.y);
  return {
    x: at.x,
    y: at.y,
    backX: (back.x - at.x) / backLength,
    backY: (back.y - at.y) / backLength,
    onX: (on.x - at.x) / onLength,
    onY: (on.y - at.y) / onLength,
    near: NEAR * (1 + at.x * at.x + at.y * at.y),
  };
}

/** The point off a corner, nearer and nearer to the coast until it lies in water; null where none does. */
function standOff(bend: Bend, offsetKm: number, plane: Plane, sight: Sight): WaterPoint | null {
  const direction = outward(bend);
  for (const part of [1, 0.5, 0.2]) {
    const point = waterPoint(moved(bend.at.position, direction, offsetKm * part), plane);
    if (!sight.isLand(point)) return point;
  }
  return null;
}

/** The nodes of one loop, by vertex: one at each corner that sticks out, for only there does a taut path turn. */
function loopNodes(
  loop: CoastLoop,
  outerBends: readonly Bend[],
  firstIndex: number,
  options: NodeOptions,
  { plane, sight }: { readonly plane: Plane; readonly sight: Sight },
): Map<CoastVertex, WaterNode> {
  const [west, south, east, north] = options.turnBox;
  const outer = new Map(outerBends.filter((bend) => leftTurn(bend) > 0).map((bend) => [bend.at, bend]));
  const nodes = new Map<CoastVertex, WaterNode>();
  for (const bend of bendsOf(loop)) {
    const [lon, lat] = bend.at.position;
    if (!bend.at.covered || lon < west || lon > east || lat < south || lat > north) continue;
    if (leftTurn(bend) <= 0) continue;
    const open = outer.get(bend.at);
    const point = standOff(open ?? bend, options.offsetKm, plane, sight);
    if (!point) continue;
    nodes.set(bend.at, {
      ...point,
      index: firstIndex + nodes.size,
      corner: cornerOf(bend),
      outer: open ? cornerOf(open) : null,
      waterway: null,
    });
  }
  return nodes;
}

/**
 * A node at each position of a waterway.
 *
 * @throws {InputError} `waterway-ashore` when a mouth lies on land
 */
function waterwayNodes(waterway: Waterway, firstIndex: number, plane: Plane, sight: Sight): WaterNode[] {
  const { name } = waterway;
  const points = waterway.line.map((position) => waterPoint(position, plane));
  return points.map((point, i) => {
    const mouth = i === 0 || (waterway.mouths === 'both' && i === points.length - 1);
    if (mouth && sight.isLand(point))
      throw new InputError(
        'waterway-ashore',
        `The ${name} has a mouth on land at ${point.position.join(', ')}: move it into open water`,
      );
    const along = [i - 1, i + 1].flatMap((j): Step[] => {
      const other = points[j];
      return other ? [{ to: firstIndex + j, km: arcKm(point, other) }] : [];
    });
    return { ...point, index: firstIndex + i, corner: null, outer: null, waterway: { name, mouth, along } };
  });
}

/**
 * Every place where a shortest path may turn, and the bays that most paths can leave aside.
 *
 * @param loops  land on the left of each step
 * @throws {InputError} `waterway-ashore` when a mouth of a waterway lies on land
 */
export function waterNodes(
  loops: readonly CoastLoop[],
  options: NodeOptions,
  tools: { readonly plane: Plane; readonly sight: Sight },
): WaterNodes {
  const nodes: WaterNode[] = [];
  const bays: Bay[] = [];
  for (const loop of loops) {
    const coast = shutBays(loop, tools.sight, options.maxBayKm);
    const byVertex = loopNodes(loop, coast.bends, nodes.length, options, tools);
    nodes.push(...byVertex.values());
    for (const shore of coast.bays)
      bays.push({ shore, nodes: shore.flatMap((at) => byVertex.get(at) ?? []) });
  }
  for (const waterway of options.waterways)
    nodes.push(...waterwayNodes(waterway, nodes.length, tools.plane, tools.sight));
  return { nodes, bays };
}
