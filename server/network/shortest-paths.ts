import FlatQueue from 'flatqueue';
import { InputError } from '../errors.ts';
import type { WeightedLeg } from './centrality.ts';
import { endsOf, numbered } from './numbered.ts';

export interface PathLeg extends WeightedLeg {
  /** Length of the leg as drawn, 0 or more; null: not known. */
  readonly distanceKm: number | null;
}

/** flow: a leg costs 1 / weight, so much-travelled legs are cheap. distance: its kilometres. */
export type PathCost = 'flow' | 'distance';

export interface PathQuestion {
  readonly from: string;
  readonly to: string;
  /** Most paths wanted, 1 to 20. */
  readonly k: number;
  readonly cost: PathCost;
}

export interface ShortPath {
  /** From the start to the end, no place twice. */
  readonly places: readonly string[];
  /** Sum over its legs of 1 / weight (flow) or km (distance). */
  readonly cost: number;
}

export interface ShortestPaths {
  readonly cost: PathCost;
  /** Cheapest first; fewer than `k` when there are no more, none when no way leads there. */
  readonly paths: readonly ShortPath[];
  /** Legs left aside because their distance is not known; 0 by flow. */
  readonly unmeasured: number;
}

/** A page can show so many ways, and no more differ enough to be worth reading. */
export const MOST_PATHS = 20;

/** Costs are compared to within rounding: 1/3 + 1/6 is as cheap as 1/2. */
const ROUNDING = 1e-12;

/**
 * The `k` cheapest ways from a place to another that pass no place twice (Yen, "Finding the K shortest loopless
 * paths in a network", 1971, with Lawler's rule of 1972 against finding a path again). Of paths that cost the same,
 * the one with fewer legs comes first, then the one whose places come first by id; so the answer does not depend on
 * the order of places or legs, even where only some of several equal paths are wanted.
 *
 * @throws {InputError} `bad-network` and `bad-legs`, also for a distance below 0; `bad-from`, `bad-to`; `bad-k`
 */
export function shortestPaths(
  placeIds: readonly string[],
  legs: readonly PathLeg[],
  { from, to, k, cost }: PathQuestion,
): ShortestPaths {
  if (!Number.isSafeInteger(k) || k < 1 || k > MOST_PATHS) {
    throw new InputError('bad-k', `k must be a whole number from 1 to ${MOST_PATHS}; it is ${k}.`);
  }
  const usable = cost === 'flow' ? legs : legs.filter(({ distanceKm }) => distanceKm !== null);
  const { ids, ...network } = numbered(placeIds, usable);
  const [start, end] = endsOf(network, from, to);
  const costs = Float64Array.from(network.legs, (leg) => costOf(leg, cost));
  const found = yen({ ...network, costs, arriving: byEnd(ids.length, network.ends) }, start, end, k);
  return {
    cost,
    paths: found.map((path) => ({ places: path.places.map((place) => ids[place] ?? ''), cost: path.cost })),
    unmeasured: legs.length - usable.length,
  };
}

function costOf({ from, to, weight, distanceKm }: PathLeg, cost: PathCost): number {
  if (cost === 'flow') return 1 / weight;
  const km = distanceKm ?? NaN;
  if (km >= 0 && km < Infinity) return km;
  throw new InputError('bad-legs', `The leg from ${from} to ${to} must be 0 km long or more; it is ${km}.`);
}

interface Ways {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly costs: Float64Array;
  /** Numbers of the legs that end at each place. */
  readonly arriving: readonly (readonly number[])[];
}

function byEnd(size: number, ends: Int32Array): number[][] {
  const arriving = Array.from({ length: size }, (): number[] => []);
  ends.forEach((place, leg) => arriving[place]?.push(leg));
  return arriving;
}

interface Path {
  readonly places: readonly number[];
  readonly cost: number;
  /** Position of the place at which it leaves the path that it was made from. */
  readonly leaves: number;
}

function yen(ways: Ways, start: number, end: number, k: number): Path[] {
  const found: Path[] = [];
  const waiting: Path[] = [];
  let next = complete(ways, end, [start], new Set(), 0);
  while (next) {
    found.push(next);
    if (found.length === k) break;
    for (let at = next.leaves; at < next.places.length - 1; at++) {
      const root = next.places.slice(0, at + 1);
      const taken = new Set(
        found
          .filter(({ places }) => root.every((place, i) => places[i] === place))
          .map(({ places }) => places[at + 1] ?? -1),
      );
      const other = complete(ways, end, root, taken, at);
      if (other) waiting.push(other);
    }
    waiting.sort(byCost);
    next = waiting.shift() ?? null;
  }
  return found;
}

function byCost(a: Path, b: Path): number {
  if (Math.abs(a.cost - b.cost) > ROUNDING * Math.max(a.cost, b.cost)) return a.cost - b.cost;
  if (a.places.length !== b.places.length) return a.places.length - b.places.length;
  const at = a.places.findIndex((place, i) => place !== b.places[i]);
  return at < 0 ? 0 : (a.places[at] ?? 0) - (b.places[at] ?? 0);
}

/** The first path, in the order of {@link byCost}, that begins with `root` and then goes to none of `taken`. */
function complete(
  ways: Ways,
  end: number,
  root: readonly number[],
  taken: ReadonlySet<number>,
  leaves: number,
): Path | null {
  const spur = root[leaves] ?? end;
  const onward = towards(ways, end, spur, new Set(root.slice(0, leaves)), taken);
  if ((onward[spur] ?? -1) < 0) return null;
  const places = [...root];
  for (let at = spur; at !== end;) {
    at = ways.ends[onward[at] ?? 0] ?? end;
    places.push(at);
  }
  let cost = 0;
  for (let i = 1; i < places.length; i++) cost += costBetween(ways, places[i - 1] ?? 0, places[i] ?? 0);
  return { places, cost, leaves };
}

function costBetween({ arriving, starts, costs }: Ways, from: number, to: number): number {
  const leg = arriving[to]?.find((one) => starts[one] === from);
  return leg === undefined ? Infinity : (costs[leg] ?? Infinity);
}

/**
 * Dijkstra's search back from the end until `spur` is settled: for each place reached, the leg by which its best way
 * goes on, -1 elsewhere. Best: cheapest, then fewest legs, then the lower number of the next place; looking back
 * from the end, that makes the whole way the first by its places. A place is looked at anew whenever its way
 * improves, since legs may cost nothing.
 */
function towards(
  { arriving, starts, ends, costs }: Ways,
  end: number,
  spur: number,
  closed: ReadonlySet<number>,
  taken: ReadonlySet<number>,
): Int32Array {
  const cost = new Float64Array(arriving.length).fill(Infinity);
  const steps = new Int32Array(arriving.length);
  const onward = new Int32Array(arriving.length).fill(-1);
  const queue = new FlatQueue<number>();
  cost[end] = 0;
  queue.push(end, 0);
  while (queue.length > 0) {
    const reached = queue.peekValue() ?? 0;
    if (reached > (cost[spur] ?? Infinity) * (1 + ROUNDING)) break;
    const place = queue.pop() ?? end;
    const known = cost[place] ?? 0;
    if (reached > known) continue;
    const step = (steps[place] ?? 0) + 1;
    for (const leg of arriving[place] ?? []) {
      const from = starts[leg] ?? 0;
      if (from === end || closed.has(from) || (from === spur && taken.has(place))) continue;
      const through = known + (costs[leg] ?? Infinity);
      const before = cost[from] ?? Infinity;
      const tied = through <= before * (1 + ROUNDING) && before < Infinity;
      const cheaper = through < before * (1 - ROUNDING) || before === Infinity;
      if (cheaper || (tied && step < (steps[from] ?? 0))) {
        // Never dearer than it was, so that improving by steps alone comes to an end.
        cost[from] = Math.min(through, before);
        steps[from] = step;
        onward[from] = leg;
        queue.push(from, cost[from] ?? through);
      } else if (tied && step === steps[from] && place < (ends[onward[from] ?? 0] ?? 0)) {
        onward[from] = leg;
      }
    }
  }
  return onward;
}
