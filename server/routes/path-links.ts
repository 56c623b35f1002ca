import type { NgramLevel } from './ngrams.ts';

/**
 * Paths as a network: a node is a path of k places, a link from node u to node v an observed path of k + 1
 * places. u and v overlap in k - 1 places. Nodes and links are numbered from 0 by first appearance.
 */
export interface PathLinks {
  readonly nodes: number;
  /** Nodes of each link. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How often each link was observed, at least 1; an event that goes the same way twice counts twice. */
  readonly observed: readonly number[];
  /** Observations leaving and entering each node, and all of them. */
  readonly out: Float64Array;
  readonly in: Float64Array;
  readonly total: number;
  /** The overlap each node ends with and starts with, numbered in one list; all 0 when k is 1. */
  readonly endsWith: Int32Array;
  readonly startsWith: Int32Array;
  /** Number, by first appearance in all sequences, of the last leg of each node; all 0 when k is 1. */
  readonly lastLeg: Int32Array;
}

/**
 * The nodes around each overlap: every one that ends with it may be followed by every one that starts with it.
 * Those of overlap o lie at `offsets[o]` up to `offsets[o + 1]`.
 */
export interface Blocks {
  readonly enders: Sorted;
  /** Within an overlap in the order in which their last legs first appeared. */
  readonly starters: Sorted;
}

export interface Sorted {
  readonly order: Int32Array;
  readonly offsets: Int32Array;
}

/** @param levels  all sequences of 1 to at least k + 1 places, none left out, by length */
export function pathLinks(levels: readonly NgramLevel[], k: number): PathLinks {
  const [nodeLevel, linkLevel, legLevel] = [levels[k - 1], levels[k], levels[1]];
  const from: number[] = [];
  const to: number[] = [];
  const observed: number[] = [];
  const nodeNumbers = new Int32Array(nodeLevel?.support.length ?? 0).fill(-1);
  const ngrams: number[] = [];
  const nodeOf = (ngram: number): number => {
    const known = nodeNumbers[ngram] ?? -1;
    if (known >= 0) return known;
    nodeNumbers[ngram] = ngrams.length;
    return ngrams.push(ngram) - 1;
  };
  for (const link of linkLevel?.startingAt ?? []) {
    if (link < 0 || !linkLevel) continue;
    if (link === observed.length) {
      from.push(nodeOf(linkLevel.prefix[link] ?? -1));
      to.push(nodeOf(linkLevel.suffix[link] ?? -1));
    }
    observed[link] = (observed[link] ?? 0) + 1;
  }
  const overlap = (ends: readonly number[] | undefined): Int32Array =>
    Int32Array.from(ngrams, (ngram) => (k === 1 ? 0 : (ends?.[ngram] ?? 0)));
  return {
    nodes: ngrams.length,
    from,
    to,
    observed,
    ...strengths(from, to, observed, ngrams.length),
    endsWith: overlap(nodeLevel?.suffix),
    startsWith: overlap(nodeLevel?.prefix),
    lastLeg: Int32Array.from(ngrams, (ngram) =>
      k === 1 ? 0 : (legLevel?.startingAt[(nodeLevel?.exampleAt[ngram] ?? 0) + k - 2] ?? 0),
    ),
  };
}

function strengths(
  from: readonly number[],
  to: readonly number[],
  observed: readonly number[],
  nodes: number,
): Pick<PathLinks, 'out' | 'in' | 'total'> {
  const out = new Float64Array(nodes);
  const into = new Float64Array(nodes);
  let total = 0;
  observed.forEach((count, link) => {
    const u = from[link] ?? 0;
    const v = to[link] ?? 0;
    out[u] = (out[u] ?? 0) + count;
    into[v] = (into[v] ?? 0) + count;
    total += count;
  });
  return { out, in: into, total };
}

export function blocksOf(links: PathLinks): Blocks {
  const nodes = Int32Array.from({ length: links.nodes }, (_, node) => node);
  const byLastLeg = sortByKey(links.lastLeg, nodes).order;
  const overlaps = 1 + Math.max(largest(links.endsWith), largest(links.startsWith));
  return {
    enders: sortByKey(links.endsWith, nodes, overlaps),
    starters: sortByKey(links.startsWith, byLastLeg, overlaps),
  };
}

/** Links that the blocks allow, those of nodes never left or never reached included. */
export function countPairs({ enders, starters }: Blocks): number {
  let pairs = 0;
  for (let overlap = 0; overlap + 1 < enders.offsets.length; overlap++) {
    pairs += sizeOf(enders, overlap) * sizeOf(starters, overlap);
  }
  return pairs;
}

function sizeOf({ offsets }: Sorted, key: number): number {
  return (offsets[key + 1] ?? 0) - (offsets[key] ?? 0);
}

/**
 * Sorts the indexes in `order` by their key, those of one key in the order they had.
 *
 * @param keys  whole numbers from 0 up to `keyCount`
 */
export function sortByKey(keys: Int32Array, order: Int32Array, keyCount: number = largest(keys) + 1): Sorted {
  const offsets = new Int32Array(keyCount + 1);
  for (const i of order) offsets[(keys[i] ?? 0) + 1] = (offsets[(keys[i] ?? 0) + 1] ?? 0) + 1;
  for (let key = 1; key <= keyCount; key++) offsets[key] = (offsets[key] ?? 0) + (offsets[key - 1] ?? 0);
  const next = offsets.slice();
  const sorted = new Int32Array(order.length);
  for (const i of order) {
    const key = keys[i] ?? 0;
    const at = next[key] ?? 0;
    sorted[at] = i;
    next[key] = at + 1;
  }
  return { order: sorted, offsets };
}

function largest(values: Int32Array): number {
  let most = -1;
  for (const value of values) if (value > most) most = value;
  return most;
}
