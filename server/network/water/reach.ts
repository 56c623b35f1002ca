import Flatbush from 'flatbush';
import { lookFrom, makeTargets } from './look.ts';
import type { Targets } from './look.ts';
import type { Bay, Step, WaterNode, WaterNodes, WaterPoint } from './nodes.ts';
import type { PlanePoint } from './plane.ts';
import type { Sight } from './sight.ts';

/**
 * The visibility graph of the water, worked out as it is asked for and kept. A path may turn at the outer coast
 * anywhere and within a bay only when it starts or ends in it, so each question names the bays that are open.
 */
export interface Reach {
  readonly nodes: readonly WaterNode[];
  readonly baysAround: (point: PlanePoint) => readonly Bay[];
  /** Steps from a point to the outer coast; not kept. */
  readonly fromPoint: (point: WaterPoint) => Step[];
  /** Steps from a point to the nodes of bays; not kept. */
  readonly intoBays: (point: WaterPoint, bays: readonly Bay[]) => Step[];
  /** Calls `visit` with each step from a node. */
  readonly fromNode: (node: WaterNode, open: OpenBays, visit: (step: Step) => void) => void;
}

/** The bays one search may enter. */
export interface OpenBays {
  readonly bays: readonly Bay[];
  readonly members: ReadonlySet<number>;
}

export function openBays(bays: readonly Bay[]): OpenBays {
  return { bays, members: new Set(bays.flatMap((bay) => bay.nodes.map((node) => node.index))) };
}

/** Even-odd rule over the shore closed by the line that shuts the bay. */
function holds({ shore }: Bay, p: PlanePoint): boolean {
  let inside = false;
  let a = shore.at(-1);
  for (const b of shore) {
    if (a && a.y > p.y !== b.y > p.y && p.x < a.x + ((p.y - a.y) / (b.y - a.y)) * (b.x - a.x))
      inside = !inside;
    a = b;
  }
  return inside;
}

function bayFinder(bays: readonly Bay[]): (p: PlanePoint) => Bay[] {
  if (bays.length === 0) return () => [];
  const index = new Flatbush(bays.length);
  for (const { shore } of bays) {
    const xs = shore.map((vertex) => vertex.x);
    const ys = shore.map((vertex) => vertex.y);
    index.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  }
  index.finish();
  return (p) =>
    index
      .search(p.x, p.y, p.x, p.y)
      .sort((a, b) => a - b)
      .flatMap((i) => bays[i] ?? [])
      .filter((bay) => holds(bay, p));
}

/** What is kept of one bay: its steps to the outer coast turned round, and the steps into it from other nodes. */
interface BayMemory {
  readonly entries: ReadonlyMap<number, readonly Step[]>;
  readonly into: Map<number, readonly Step[]>;
  readonly targets: Targets;
}

/**
 * Makes the lazy visibility graph. A path between two points is taut, so only a step that is tangent to the coast
 * at both ends counts; that leaves a small part of all pairs to be looked along.
 */
export function makeReach({ nodes, bays }: WaterNodes, sight: Sight): Reach {
  const outside = makeTargets(
    nodes.filter((node) => node.outer || node.waterway?.mouth),
    'outer',
  );
  const outerSteps: (readonly Step[] | undefined)[] = [];
  const fullSteps: (readonly Step[] | undefined)[] = [];
  const memories = new Map<Bay, BayMemory>();

  const stepsOutside = (node: WaterNode): readonly Step[] => {
    if (node.waterway && !node.waterway.mouth) return node.waterway.along;
    return (outerSteps[node.index] ??= [
      ...(node.waterway?.along ?? []),
      ...lookFrom(node, node.outer, outside, sight),
    ]);
  };
  const stepsFull = (node: WaterNode): readonly Step[] =>
    (fullSteps[node.index] ??= lookFrom(node, node.corner, outside, sight));
  const memoryOf = (bay: Bay): BayMemory => {
    const known = memories.get(bay);
    if (known) return known;
    const entries = new Map<number, Step[]>();
    for (const node of bay.nodes)
      for (const { to, km } of stepsFull(node)) {
        const entry = entries.get(to);
        if (entry) entry.push({ to: node.index, km });
        else entries.set(to, [{ to: node.index, km }]);
      }
    const memory = {
      entries,
      targets: makeTargets(bay.nodes, 'corner'),
      into: new Map<number, readonly Step[]>(),
    };
    memories.set(bay, memory);
    return memory;
  };
  const stepsInto = (bay: Bay, node: WaterNode): readonly Step[] => {
    const { into, targets } = memoryOf(bay);
    const known = into.get(node.index);
    if (known) return known;
    const steps = lookFrom(node, node.corner, targets, sight);
    into.set(node.index, steps);
    return steps;
  };
  return {
    nodes,
    baysAround: bayFinder(bays),
    fromPoint: (point) => lookFrom(point, null, outside, sight),
    intoBays: (point, into) => into.flatMap((bay) => lookFrom(point, null, memoryOf(bay).targets, sight)),
    fromNode: (node, open, visit) => {
      const within = open.members.has(node.index);
      for (const step of within ? stepsFull(node) : stepsOutside(node)) visit(step);
      if (node.waterway && !node.waterway.mouth) return;
      for (const bay of open.bays)
        for (const step of within ? stepsInto(bay, node) : (memoryOf(bay).entries.get(node.index) ?? []))
          visit(step);
    },
  };
}
