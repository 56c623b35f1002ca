import { InputError } from '../errors.ts';
import type { WeightedLeg } from './centrality.ts';
import { endsOf, numbered, type Numbered } from './numbered.ts';

/** A way to divide the network between two places, with the legs that cross. */
export interface Cut {
  /** Legs from the near side to the far side, by their places: watch these. */
  readonly legs: readonly WeightedLeg[];
  /** Places on the side of the start; ascending. */
  readonly nearSide: readonly string[];
  /** All other places, also those that neither end is joined to; ascending. */
  readonly farSide: readonly string[];
}

export interface MinCut {
  /** The least weight that has to be cut, which is the most that can flow; 0: no way leads there. */
  readonly value: number;
  /**
   * The cut of that weight nearest the start, then the one nearest the end where that has other legs. When there are two,
   * further ones may lie between them.
   */
  readonly cuts: readonly Cut[];
}

/**
 * What must be watched so that nothing known gets from a place to another: the legs whose weights add up to the
 * least, without which no way is left (Ford and Fulkerson 1956; by Dinic's method, 1970).
 *
 * It weighs what is known of past traffic and takes for granted that nobody answers by sailing a leg not seen before.
 *
 * @param placeIds  at least two, each once; the result does not depend on their order or that of the legs
 * @param legs  weight: legs counted, a whole number from 1 on
 * @throws {InputError} `bad-network` and `bad-legs`; `bad-from`, `bad-to`
 */
export function minCut(
  placeIds: readonly string[],
  legs: readonly WeightedLeg[],
  from: string,
  to: string,
): MinCut {
  const network = numbered(placeIds, legs);
  for (const { from: a, to: b, weight } of network.legs) {
    if (Number.isSafeInteger(weight)) continue;
    throw new InputError('bad-legs', `The leg from ${a} to ${b} must count whole legs; it counts ${weight}.`);
  }
  const [start, end] = endsOf(network, from, to);
  const flow = residual(network);
  let value = 0;
  for (let levels = levelsFrom(flow, start, end); levels; levels = levelsFrom(flow, start, end)) {
    value += blockingFlow(flow, levels, start, end);
  }
  const byStart = toCut(
    network,
    reach(flow, start, (arc) => arc),
  );
  const byEnd = toCut(
    network,
    reach(flow, end, (arc) => arc ^ 1).map((reaches) => 1 - reaches),
  );
  // A place that no leg ties to either end may be on either side: the legs say whether the cuts are two.
  const same =
    byStart.legs.length === byEnd.legs.length &&
    byStart.legs.every(({ from: a, to: b }, i) => byEnd.legs[i]?.from === a && byEnd.legs[i].to === b);
  return { value, cuts: same ? [byStart] : [byStart, byEnd] };
}

/** What more can flow: leg i is arc 2i, and arc 2i + 1 takes its flow back. */
interface Residual {
  readonly size: number;
  readonly target: Int32Array;
  readonly left: Float64Array;
  /** Arcs that leave place p: `arcs` from `first[p]` up to but not `first[p + 1]`. */
  readonly first: Int32Array;
  readonly arcs: Int32Array;
}

function residual({ ids, legs, starts, ends }: Numbered<WeightedLeg>): Residual {
  const target = new Int32Array(2 * legs.length);
  const left = new Float64Array(2 * legs.length);
  const first = new Int32Array(ids.length + 1);
  legs.forEach(({ weight }, leg) => {
    target[2 * leg] = at(ends, leg);
    target[2 * leg + 1] = at(starts, leg);
    left[2 * leg] = weight;
  });
  // The arc that leaves a place is the twin of one that leads to it.
  for (const place of target) first[place + 1] = at(first, place + 1) + 1;
  for (let place = 0; place < ids.length; place++) first[place + 1] = at(first, place + 1) + at(first, place);
  const next = first.slice();
  const arcs = new Int32Array(target.length);
  target.forEach((place, arc) => {
    arcs[at(next, place)] = arc ^ 1;
    next[place] = at(next, place) + 1;
  });
  return { size: ids.length, target, left, first, arcs };
}

/** How many arcs with something left each place is from the start, -1 where none lead; null: the end is cut off. */
function levelsFrom({ size, target, left, first, arcs }: Residual, start: number, end: number) {
  const levels = new Int32Array(size).fill(-1);
  const queue = new Int32Array(size);
  levels[start] = 0;
  queue[0] = start;
  for (let head = 0, tail = 1; head < tail && at(levels, end) < 0; head++) {
    const place = at(queue, head);
    for (let i = at(first, place); i < at(first, place + 1); i++) {
      const arc = at(arcs, i);
      const to = at(target, arc);
      if (at(left, arc) <= 0 || at(levels, to) >= 0) continue;
      levels[to] = at(levels, place) + 1;
      queue[tail++] = to;
    }
  }
  return at(levels, end) < 0 ? null : levels;
}

/** Sends all that fits over arcs that lead one level on; returns how much. A stack of arcs, not recursion: ways may be long. */
function blockingFlow(
  { target, left, first, arcs }: Residual,
  levels: Int32Array,
  start: number,
  end: number,
): number {
  const next = first.slice();
  const way: number[] = [];
  let sent = 0;
  for (let place = start; ;) {
    if (place === end) {
      const most = way.reduce((least, arc) => Math.min(least, at(left, arc)), Infinity);
      sent += most;
      let full = -1;
      way.forEach((arc, i) => {
        left[arc] = at(left, arc) - most;
        left[arc ^ 1] = at(left, arc ^ 1) + most;
        if (full < 0 && left[arc] === 0) full = i;
      });
      place = at(target, (way[full] ?? 0) ^ 1);
      way.length = full;
    }
    const i = at(next, place);
    if (i < at(first, place + 1)) {
      const arc = at(arcs, i);
      const to = at(target, arc);
      if (at(left, arc) > 0 && at(levels, to) === at(levels, place) + 1) {
        way.push(arc);
        place = to;
      } else next[place] = i + 1;
    } else {
      const back = way.pop();
      if (back === undefined) return sent;
      place = at(target, back ^ 1);
      next[place] = at(next, place) + 1;
    }
  }
}

/** 1 for each place reached over arcs with something left; `counted` says which of an arc and its twin to look at. */
function reach(
  { size, target, left, first, arcs }: Residual,
  from: number,
  counted: (arc: number) => number,
): Uint8Array {
  const reached = new Uint8Array(size);
  const open = [from];
  reached[from] = 1;
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (let i = at(first, place); i < at(first, place + 1); i++) {
      const arc = at(arcs, i);
      const to = at(target, arc);
      if (at(left, counted(arc)) <= 0 || at(reached, to) === 1) continue;
      reached[to] = 1;
      open.push(to);
    }
  }
  return reached;
}

function toCut({ ids, legs, starts, ends }: Numbered<WeightedLeg>, near: Uint8Array): Cut {
  return {
    legs: legs
      .filter((_, leg) => at(near, at(starts, leg)) === 1 && at(near, at(ends, leg)) === 0)
      .map(({ from, to, weight }) => ({ from, to, weight })),
    nearSide: ids.filter((_, place) => at(near, place) === 1),
    farSide: ids.filter((_, place) => at(near, place) === 0),
  };
}

function at(values: Int32Array | Float64Array | Uint8Array, i: number): number {
  return values[i] ?? 0;
}
