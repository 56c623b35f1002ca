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
  readonly endsWith: readonly number[];
  readonly startsWith: readonly number[];
  /** Number, by first appearance in all sequences, of the last leg of each node; all 0 when k is 1. */
  readonly lastLeg: readonly number[];
}

/** The nodes around one overlap: each that ends with it may be followed by each that starts with it. */
export interface Block {
  readonly enders: number[];
  /** In the order in which their last legs first appeared. */
  readonly starters: number[];
}

/** @param levels  all sequences of 1 to at least k + 1 places, none left out, by length */
export function pathLinks(levels: readonly NgramLevel[], k: number): PathLinks {
  const [nodeLevel, linkLevel, legLevel] = [levels[k - 1], levels[k], levels[1]];
  const from: number[] = [];
  const to: number[] = [];
  const observed: number[] = [];
  const nodeNumbers = new Map<number, number>();
  const examples: { ngram: number; at: number }[] = [];
  const nodeOf = (ngram: number): number => {
    let node = nodeNumbers.get(ngram);
    if (node === undefined) {
      nodeNumbers.set(ngram, (node = nodeNumbers.size));
      examples.push({ ngram, at: nodeLevel?.exampleAt[ngram] ?? 0 });
    }
    return node;
  };
  for (const link of linkLevel?.startingAt ?? []) {
    if (link < 0 || !linkLevel) continue;
    if (link === observed.length) {
      from.push(nodeOf(linkLevel.prefix[link] ?? -1));
      to.push(nodeOf(linkLevel.suffix[link] ?? -1));
    }
    observed[link] = (observed[link] ?? 0) + 1;
  }
  const overlap = (ends: readonly number[] | undefined): number[] =>
    examples.map(({ ngram }) => (k === 1 ? 0 : (ends?.[ngram] ?? -1)));
  return {
    nodes: nodeNumbers.size,
    from,
    to,
    observed,
    ...strengths(from, to, observed, nodeNumbers.size),
    endsWith: overlap(nodeLevel?.suffix),
    startsWith: overlap(nodeLevel?.prefix),
    lastLeg: examples.map(({ at }) => (k === 1 ? 0 : (legLevel?.startingAt[at + k - 2] ?? -1))),
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

/** Blocks by overlap. */
export function blocksOf(links: PathLinks): Map<number, Block> {
  const blocks = new Map<number, Block>();
  const block = (overlap: number): Block => {
    let found = blocks.get(overlap);
    if (!found) blocks.set(overlap, (found = { enders: [], starters: [] }));
    return found;
  };
  for (let node = 0; node < links.nodes; node++) {
    block(links.endsWith[node] ?? -1).enders.push(node);
    block(links.startsWith[node] ?? -1).starters.push(node);
  }
  for (const { starters } of blocks.values()) {
    if (starters.length < 2) continue;
    starters.sort((a, b) => (links.lastLeg[a] ?? 0) - (links.lastLeg[b] ?? 0));
  }
  return blocks;
}

/** Links that the blocks allow, those of nodes never left or never reached included. */
export function countPairs(blocks: ReadonlyMap<number, Block>): number {
  let pairs = 0;
  for (const { enders, starters } of blocks.values()) pairs += enders.length * starters.length;
  return pairs;
}
