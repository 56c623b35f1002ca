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
  const last = new Map(
    [...to.steps, ...reach.intoBays(to.point, from.bays)].map((step) => [step.to, step.km]),
  );
  const best = new Float64Array(goal + 1).fill(Infinity);
  const toGo = new Float64Array(goal + 1).fill(-1);
  const cameFrom = new Int32Array(goal + 1).fill(-1);
  const done = new Uint8Array(goal + 1);
  toGo[goal] = 0;
  const queue = new FlatQueue<number>();
  const offer = (index: number, km: number, via: number): void => {
    if (km >= (best[index] ?? Infinity)) return;
    best[index] = km;
    cameFrom[index] = via;
    const node = nodes[index];
    if (node && (toGo[index] ?? 0) < 0) toGo[index] = arcKm(node, to.point);
    queue.push(index, km + (toGo[index] ?? 0));
  };
  for (const step of from.steps) offer(step.to, step.km, -1);
  for (const step of reach.intoBays(from.point, to.bays)) offer(step.to, step.km, -1);
  for (let index = queue.pop(); index !== undefined && index !== goal; index = queue.pop()) {
    const node = nodes[index];
    if (!node || done[index] === 1) continue;
    done[index] = 1;
    const at = index;
    const km = best[at] ?? Infinity;
    const end = last.get(at);
    if (end !== undefined) offer(goal, km + end, at);
    reach.fromNode(node, open, (step) => {
      offer(step.to, km + step.km, at);
    });
  }
  return best[goal] === Infinity ? null : trace(cameFrom, nodes);
}

function trace(cameFrom: Int32Array, nodes: readonly WaterNode[]): WaterNode[] {
  const path: WaterNode[] = [];
  for (let at = cameFrom[nodes.length] ?? -1; at >= 0; at = cameFrom[at] ?? -1) {
    const node = nodes[at];
    if (node) path.push(node);
  }
  return path.reverse();
}
