import { checkWhole, encodeRuns, growNgrams, placesOf } from './ngrams.ts';
import type { EncodedRuns, NgramLevel } from './ngrams.ts';
import { DIFFERS, countOrder, group, keepPaths, shareOf } from './path-memory.ts';
import type { Order } from './path-memory.ts';

export interface VariableOrderOptions {
  /** Most places that a path may remember, the present one included; 1 to 5. */
  readonly maxOrder: number;
  /** Next places reached less often than this from a path are left out of it; at least 1. */
  readonly minSupport: number;
}

/**
 * Five places, as the authors use. Every passage counts: leaving out rare next places would give the rest a
 * share that they do not have.
 */
export const DEFAULT_VARIABLE_ORDER_OPTIONS: VariableOrderOptions = { maxOrder: 5, minSupport: 1 };

/** Where vessels went next after a path of places. */
export interface OnwardRule {
  /** In order of travel; the last is where the vessel is, those before it are where it came from. */
  readonly path: readonly string[];
  /** false: it says nothing of its own and is there only as a stage on the way to a longer path. */
  readonly differs: boolean;
  /** Passages the shares are of. */
  readonly passages: number;
  /** Most passages first, then by id; the shares add up to 1. */
  readonly next: readonly {
    readonly placeId: string;
    readonly count: number;
    readonly probability: number;
  }[];
}

/** A node of the higher-order network: a place together with what is remembered of the way to it. */
export interface HigherOrderNode extends Omit<OnwardRule, 'next'> {
  /** `path` is that of the node reached; its last place is where the vessel goes. */
  readonly next: readonly {
    readonly path: readonly string[];
    readonly count: number;
    readonly probability: number;
  }[];
}

/**
 * Variable-order rules, without a parameter to tune: Xu, Wickramarathne and Chawla, "Representing
 * higher-order dependencies in networks", Science Advances 2 (2016) e1600028, with the threshold and the lazy
 * extension of the same authors' BuildHON+ (arXiv:1712.09658).
 *
 * A longer path A, B is kept beside B when vessels at B that came from A go on otherwise than vessels at B in
 * general: when the Kullback-Leibler divergence, in bits, exceeds (places in the path) / log2(1 + passages). Every
 * leading part of a kept path is there too, so that the network can lead to it. Passages are taken to be
 * independent; a vessel that shuttles is not, so few vessels can make a difference look surer than it is.
 *
 * @param sequences  places in order of travel, in any order
 * @returns ascending by path; empty when no sequence has two places
 * @throws {InputError} `bad-maxOrder`, `bad-minSupport`
 */
export function onwardRules(
  sequences: readonly (readonly string[])[],
  options: VariableOrderOptions = DEFAULT_VARIABLE_ORDER_OPTIONS,
): OnwardRule[] {
  const { maxOrder, minSupport } = options;
  checkWhole('maxOrder', maxOrder, 1, 5);
  checkWhole('minSupport', minSupport, 1, Infinity);
  const runs = encodeRuns(sequences.map((places) => [places]));
  const levels = growNgrams(runs, maxOrder + 1, () => true);
  const orders = levels.slice(1).map((level, i) => countOrder(level, levels[i], minSupport));
  const kept = keepPaths(orders);
  return orders
    .flatMap((order, i) => rulesOf(order, kept[i] ?? new Uint8Array(), levels[i], runs))
    .sort((a, b) => compare(keyOf(a.path), keyOf(b.path)));
}

/**
 * Joins rules into the higher-order network: a passage from a path to a place leads to the node that remembers
 * most of that path. Each place keeps a node of its own, for vessels of which nothing more need be remembered;
 * a place that no vessel left is reached but is not among the nodes returned.
 */
export function higherOrderNetwork(rules: readonly OnwardRule[]): HigherOrderNode[] {
  const paths = new Map(rules.map(({ path }) => [keyOf(path), path]));
  return rules.map(({ next, ...rule }) => ({
    ...rule,
    next: next.map(({ placeId, ...share }) => ({ path: remembered(rule.path, placeId, paths), ...share })),
  }));
}

function remembered(
  path: readonly string[],
  placeId: string,
  paths: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const way = [...path, placeId];
  for (let from = 0; from < path.length; from++) {
    const node = paths.get(keyOf(way.slice(from)));
    if (node) return node;
  }
  return [placeId];
}

function rulesOf(
  order: Order,
  kept: Uint8Array,
  paths: NgramLevel | undefined,
  runs: EncodedRuns,
): OnwardRule[] {
  if (!paths) return [];
  return [...kept].flatMap((state, number) => {
    if (state === 0) return [];
    const path = { in: order, number };
    const next = group(order.next, number).map((step) => ({
      placeId: placesOf(runs, order.steps, step).at(-1) ?? '',
      count: order.counts[step] ?? 0,
      probability: shareOf(path, step),
    }));
    return {
      path: placesOf(runs, paths, number),
      differs: state === DIFFERS,
      passages: order.totals[number] ?? 0,
      next: next.sort((a, b) => b.count - a.count || compare(a.placeId, b.placeId)),
    };
  });
}

const keyOf = (path: readonly string[]): string => path.join('>');

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
