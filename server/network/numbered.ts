import { InputError } from '../errors.ts';
import type { WeightedLeg } from './centrality.ts';

/** Places and legs by number, the same whatever order they came in. */
export interface Numbered<L extends WeightedLeg> {
  /** Ascending, so that a lower number is an earlier id. */
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By place of departure, then of arrival. */
  readonly legs: readonly L[];
  /** Numbers of the places at which each leg starts and ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Numbers a network's places and legs by their ids.
 *
 * @param placeIds  at least two, each once
 * @param legs  between places of the list, at most one from a place to another, weights finite and above 0
 * @throws {InputError} `bad-network` for fewer than two places or a place given twice; `bad-legs` for a leg that
 *   is not as above
 */
export function numbered<L extends WeightedLeg>(
  placeIds: readonly string[],
  legs: readonly L[],
): Numbered<L> {
  if (placeIds.length < 2) {
    const found = placeIds.length === 0 ? 'none' : `only ${String(placeIds[0])}`;
    throw new InputError('bad-network', `The network must have at least two places; it has ${found}.`);
  }
  const ids = [...placeIds].sort(compare);
  const numberOf = new Map(ids.map((id, number) => [id, number]));
  if (numberOf.size < ids.length) {
    const twice = ids.find((id, at) => ids[at + 1] === id) ?? '';
    throw new InputError('bad-network', `Each place must be given once; ${twice} is given twice.`);
  }
  const from = new Int32Array(legs.length);
  const to = new Int32Array(legs.length);
  legs.forEach((leg, i) => {
    from[i] = numberOf.get(leg.from) ?? -1;
    to[i] = numberOf.get(leg.to) ?? -1;
    checkLeg(leg, from[i] ?? -1, to[i] ?? -1);
  });
  const byArrival = inBuckets(legs.keys(), to, ids.length);
  const order = inBuckets(byArrival, from, ids.length);
  const sorted = [...order].flatMap((i) => legs[i] ?? []);
  const starts = order.map((i) => from[i] ?? 0);
  const ends = order.map((i) => to[i] ?? 0);
  const twice = starts.findIndex((start, at) => start === starts[at + 1] && ends[at] === ends[at + 1]);
  if (twice >= 0) refuse(sorted[twice], 'must be given once');
  return { ids, numberOf, legs: sorted, starts, ends };
}

/** Items by a number that each has, those of one number in the order given: as many steps as items, no comparing. */
function inBuckets(items: Iterable<number>, numberOf: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (const number of numberOf) next[number + 1] = (next[number + 1] ?? 0) + 1;
  for (let number = 0; number < size; number++)
    next[number + 1] = (next[number + 1] ?? 0) + (next[number] ?? 0);
  const ordered = new Int32Array(numberOf.length);
  for (const item of items) {
    const number = numberOf[item] ?? 0;
    const at = next[number] ?? 0;
    ordered[at] = item;
    next[number] = at + 1;
  }
  return ordered;
}

/**
 * The numbers of the two different places that a question is about.
 *
 * @throws {InputError} `bad-from` or `bad-to` for a place that the network does not have; `bad-to` when both are
 *   the same
 */
export function endsOf(
  { numberOf }: Pick<Numbered<WeightedLeg>, 'numberOf'>,
  from: string,
  to: string,
): readonly [number, number] {
  const known = (name: 'from' | 'to', id: string): number => {
    const number = numberOf.get(id);
    if (number !== undefined) return number;
    throw new InputError(`bad-${name}`, `"${name}" must be a place of the network; "${id}" is none.`);
  };
  const ends = [known('from', from), known('to', to)] as const;
  if (from !== to) return ends;
  throw new InputError('bad-to', `"to" must be another place than "from"; both are ${from}.`);
}

function checkLeg(leg: WeightedLeg, start: number, end: number): void {
  if (start < 0 || end < 0) refuse(leg, 'must join two places of the network');
  if (start === end) refuse(leg, 'must lead to another place');
  if (!(leg.weight > 0 && leg.weight < Infinity))
    refuse(leg, `must have a weight above 0; it has ${leg.weight}`);
}

function refuse(leg: WeightedLeg | undefined, why: string): never {
  throw new InputError('bad-legs', `The leg from ${leg?.from ?? ''} to ${leg?.to ?? ''} ${why}.`);
}

/** By code unit, not by locale: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
