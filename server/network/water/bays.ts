import type { CoastLoop, CoastVertex } from './coast.ts';
import { arcKm, toSphere } from './plane.ts';
import type { PlanePoint } from './plane.ts';
import type { Sight } from './sight.ts';

/** A vertex of a coast with the vertices before and after it. */
export interface Bend {
  readonly back: CoastVertex;
  readonly at: CoastVertex;
  readonly on: CoastVertex;
}

/**
 * A coast with its bays shut off, each by one straight line over water. A shortest path between two places
 * outside a bay has no business in it: in and out over the line is longer than along the line.
 */
export interface OuterCoast {
  /** What is left of the loop, in order. */
  readonly bends: readonly Bend[];
  /** Each bay as the stretch of coast from one end of its line to the other. */
  readonly bays: readonly (readonly CoastVertex[])[];
}

/** How far the coast turns left at `at`: positive where land sticks out. */
export function leftTurn({ back, at, on }: Bend): number {
  return (at.x - back.x) * (on.y - at.y) - (at.y - back.y) * (on.x - at.x);
}

/** Each vertex of a loop with its neighbours. */
export function bendsOf(loop: CoastLoop): Bend[] {
  const bends: Bend[] = [];
  let back = loop.at(-2);
  let at = loop.at(-1);
  for (const on of loop) {
    if (back && at) bends.push({ back, at, on });
    back = at;
    at = on;
  }
  return bends;
}

/** Whether the line from `a` to `c`, but for its very ends on the coast, runs over water and is not too long. */
function canShut(a: CoastVertex, c: CoastVertex, sight: Sight, maxKm: number): boolean {
  if (!a.covered || !c.covered || arcKm(toSphere(a.position), toSphere(c.position)) > maxKm) return false;
  const part = (t: number): PlanePoint => ({ x: a.x + t * (c.x - a.x), y: a.y + t * (c.y - a.y) });
  const [p, q] = [part(0.001), part(0.999)];
  return sight.clear(p.x, p.y, q.x, q.y) && !sight.isLand(part(0.5));
}

/** Indices of the vertices that stay when every bay a line of at most `maxKm` can shut is shut. */
function staying(loop: CoastLoop, sight: Sight, maxKm: number): number[] {
  const back = loop.map((_, i) => (i + loop.length - 1) % loop.length);
  const on = loop.map((_, i) => (i + 1) % loop.length);
  const gone = new Set<number>();
  const stack = loop.map((_, i) => loop.length - 1 - i);
  for (let i = stack.pop(); i !== undefined && loop.length - gone.size > 3; i = stack.pop()) {
    const before = back[i];
    const after = on[i];
    if (gone.has(i) || before === undefined || after === undefined) continue;
    const [a, b, c] = [loop[before], loop[i], loop[after]];
    if (!a || !b || !c || leftTurn({ back: a, at: b, on: c }) > 0 || !canShut(a, c, sight, maxKm)) continue;
    gone.add(i);
    on[before] = after;
    back[after] = before;
    stack.push(after, before);
  }
  return [...loop.keys()].filter((i) => !gone.has(i));
}

/**
 * Shuts the bays of a loop.
 *
 * @param maxKm  longest line that shuts a bay; a bound keeps a bay, all of which a path from it must look at, small
 */
export function shutBays(loop: CoastLoop, sight: Sight, maxKm: number): OuterCoast {
  const stays = staying(loop, sight, maxKm);
  const bays: CoastVertex[][] = [];
  stays.forEach((from, k) => {
    const to = stays[k + 1] ?? (stays[0] ?? 0) + loop.length;
    if (to - from < 2) return;
    bays.push([...loop.slice(from, to + 1), ...loop.slice(0, Math.max(0, to + 1 - loop.length))]);
  });
  return { bends: bendsOf(stays.flatMap((i) => loop[i] ?? [])), bays };
}
