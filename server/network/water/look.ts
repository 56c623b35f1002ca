import type { Corner, Step, WaterNode, WaterPoint } from './nodes.ts';
import { arcKm } from './plane.ts';
import type { Sight } from './sight.ts';

/** Slack of the tangent test, as the sine of an angle of about 3 degrees; costs a few needless looks. */
const SLACK = 0.05;

/** Numbers kept of a node: its place, then its corner as in {@link Corner}. */
const WIDTH = 9;

/** Nodes to look at, their numbers in a row: this loop is where nearly all of a router's time goes. */
export interface Targets {
  readonly nodes: readonly WaterNode[];
  readonly numbers: Float64Array;
}

/** A corner that every direction touches, for a point off no corner. */
const NO_CORNER: Corner = { x: 0, y: 0, backX: 0, backY: 0, onX: 0, onY: 0, near: Infinity };

/** @param side  which corner of each node counts: with the bays beside it shut, or as it is */
export function makeTargets(nodes: readonly WaterNode[], side: 'outer' | 'corner'): Targets {
  const numbers = new Float64Array(nodes.length * WIDTH);
  nodes.forEach((node, i) => {
    const c = node[side] ?? NO_CORNER;
    numbers.set([node.x, node.y, c.x, c.y, c.backX, c.backY, c.onX, c.onY, c.near], i * WIDTH);
  });
  return { nodes, numbers };
}

/**
 * Whether a path may come to a corner along `dx`, `dy`, the direction from the corner, and turn there: both sides
 * of the corner must lie on one side of the line.
 */
function isTangent(
  dx: number,
  dy: number,
  backX: number,
  backY: number,
  onX: number,
  onY: number,
  near: number,
): boolean {
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length < near) return true;
  const slack = SLACK * length;
  const back = dx * backY - dy * backX;
  const on = dx * onY - dy * onX;
  return (back >= -slack && on >= -slack) || (back <= slack && on <= slack);
}

/**
 * Steps from a point to each target that a taut path could take: tangent to the corner at both ends, and clear.
 *
 * @param corner  the corner the path turns round at `from`; null where it starts or ends there
 */
export function lookFrom(from: WaterPoint, corner: Corner | null, targets: Targets, sight: Sight): Step[] {
  const { nodes, numbers } = targets;
  const { x, y } = from;
  const own = corner ?? NO_CORNER;
  const steps: Step[] = [];
  for (let i = 0, at = 0; i < nodes.length; i++, at += WIDTH) {
    const nodeX = numbers[at] ?? 0;
    const nodeY = numbers[at + 1] ?? 0;
    const dx = x - (numbers[at + 2] ?? 0);
    const dy = y - (numbers[at + 3] ?? 0);
    const [backX, backY] = [numbers[at + 4] ?? 0, numbers[at + 5] ?? 0];
    const [onX, onY, near] = [numbers[at + 6] ?? 0, numbers[at + 7] ?? 0, numbers[at + 8] ?? 0];
    if (!isTangent(dx, dy, backX, backY, onX, onY, near)) continue;
    const [ownX, ownY] = [nodeX - own.x, nodeY - own.y];
    if (!isTangent(ownX, ownY, own.backX, own.backY, own.onX, own.onY, own.near)) continue;
    if (!sight.clear(x, y, nodeX, nodeY)) continue;
    const node = nodes[i];
    if (node && node !== from) steps.push({ to: node.index, km: arcKm(from, node) });
  }
  return steps;
}
