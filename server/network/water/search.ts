import FlatQueue from 'flatqueue';
import { arcKm } from './plane.ts';
import type { WaterNode } from './nodes.ts';
import { openBays } from './reach.ts';
import type { Reach } from './reach.ts';
import type { Landing } from './snap.ts';

/**
 * Shortest way over the visibility graph between two landings that do not see each other: A* with the
 * great-circle distance to the goal, which never overstates.
 *
 * @returns the nodes turned at, in order from `from`; null when the water does not connect
 */
export function shortestNodes(from: Landing, to: Landing, reach: Reach): WaterNode[] | null {
  const { nodes } = reach;
  const goal = nodes.length;
  const open = openBays([...new Set([...from.bays, ...to.bays])]);
  const first = [...from.steps, ...reach.intoBays(from.point, to.bays)];
  const last = new Map([...to.steps, ...reach.intoBays(to.point, from.bays)].map(({ to, km }) => [to, km]));
  const best = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  const done = new Set<number>();
  const queue = new FlatQueue<number>();
  const offer = (index: number, km: number, via: number): void => {
    if (km >= (best.get(index) ?? Infinity)) return;
    best.set(index, km);
    cameFrom.set(index, via);
    const node = nodes[index];
    queue.push(index, km + (node ? arcKm(node, to.point) : 0));
  };
  for (const step of first) offer(step.to, step.km, -1);
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    if (index === goal) return trace(cameFrom, goal, nodes);
    const node = nodes[index];
    if (!node || done.has(index)) continue;
    done.add(index);
    const km = best.get(index) ?? 0;
    const end = last.get(index);
    if (end !== undefined) offer(goal, km + end, index);
    reach.fromNode(node, open, (step) => {
      if (!done.has(step.to)) offer(step.to, km + step.km, index);
    });
  }
  return null;
}

function trace(
  cameFrom: ReadonlyMap<number, number>,
  goal: number,
  nodes: readonly WaterNode[],
): WaterNode[] {
  const path: WaterNode[] = [];
  for (let at = cameFrom.get(goal) ?? -1; at >= 0; at = cameFrom.get(at) ?? -1) {
    const node = nodes[at];
    if (node) path.push(node);
  }
  return path.reverse();
}
