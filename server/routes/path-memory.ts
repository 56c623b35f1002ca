import type { NgramLevel } from './ngrams.ts';
import { sortByKey } from './path-links.ts';
import type { Sorted } from './path-links.ts';

/** What is known of the paths of one order: those of `order` places, by their number among such sequences. */
export interface Order {
  readonly order: number;
  /** The sequences one place longer: a path and its next place. */
  readonly steps: NgramLevel;
  /** Passages of each step; 0 where there are fewer than are wanted. */
  readonly counts: Float64Array;
  /** Passages of each path, over its steps. */
  readonly totals: Float64Array;
  /** Steps by the path they go on from. */
  readonly next: Sorted;
  /** Paths one place longer, numbered as steps, by the path they end with. */
  readonly longer: Sorted;
}

/**
 * @param steps  all sequences of one length, none left out
 * @param paths  all sequences one place shorter
 */
export function countOrder(steps: NgramLevel, paths: NgramLevel | undefined, minSupport: number): Order {
  const size = paths?.support.length ?? 0;
  const counts = new Float64Array(steps.support.length);
  for (const step of steps.startingAt) if (step >= 0) counts[step] = (counts[step] ?? 0) + 1;
  const totals = new Float64Array(size);
  steps.prefix.forEach((path, step) => {
    if ((counts[step] ?? 0) < minSupport) counts[step] = 0;
    totals[path] = (totals[path] ?? 0) + (counts[step] ?? 0);
  });
  const all = Int32Array.from(counts, (_, step) => step);
  const kept = all.filter((step) => (counts[step] ?? 0) > 0);
  return {
    order: steps.length - 1,
    steps,
    counts,
    totals,
    next: sortByKey(Int32Array.from(steps.prefix), kept, size),
    longer: sortByKey(Int32Array.from(steps.suffix), all, size),
  };
}

/** A path that has a rule only because a longer one is reached through it. */
const STAGE = 1;
/** A path from which vessels go on otherwise than from the shorter ones it ends with. */
export const DIFFERS = 2;
/** Divergences are compared to within rounding, so that the order of the input decides nothing. */
const ROUNDING = 1e-12;

/** A path and the order it is counted in. */
export interface Path {
  readonly in: Order;
  readonly number: number;
}

/**
 * Which paths of each order have a rule (0, `STAGE` or `DIFFERS`); the method is that of `onwardRules`.
 *
 * @param orders  from 1 up
 */
export function keepPaths(orders: readonly Order[]): Uint8Array[] {
  const kept = orders.map(({ totals }) => new Uint8Array(totals.length));
  const keep = ({ in: { order }, number }: Path): void => {
    kept[order - 1]?.fill(DIFFERS, number, number + 1);
    for (let length = order - 1, at = number; length > 0; length--) {
      at = orders[length - 1]?.steps.prefix[at] ?? -1;
      const stages = kept[length - 1];
      if (stages?.[at] === 0) stages[at] = STAGE;
    }
  };
  const longerThan = (path: Path): Path[] => {
    const within = orders[path.in.order];
    if (!within) return [];
    const longer = group(path.in.longer, path.number).map((number) => ({ in: within, number }));
    return longer.filter(({ number }) => (within.totals[number] ?? 0) > 0);
  };
  const extend = (known: Path, path: Path): void => {
    const longer = mayDiffer(path, known, orders) ? longerThan(path) : [];
    if (longer.length === 0) keep(known);
    for (const one of longer) {
      const differs = divergence(one, known, orders) - threshold(one, one.in.order) > ROUNDING;
      extend(differs ? one : known, one);
    }
  };
  const first = orders[0];
  first?.totals.forEach((passages, number) => {
    if (passages === 0) return;
    const path = { in: first, number };
    keep(path);
    extend(path, path);
  });
  return kept;
}

/** Bits by which a path must differ to be kept: more for longer paths, less the more passages it rests on. */
function threshold(path: Path, order: number): number {
  return order / Math.log2(1 + (path.in.totals[path.number] ?? 0));
}

/** Kullback-Leibler divergence in bits of where a path goes from where a path that it ends with goes. */
function divergence(path: Path, known: Path, orders: readonly Order[]): number {
  return shares(path, known, orders).reduce((sum, [a, b]) => sum + a * Math.log2(a / b), 0);
}

/**
 * Whether something longer than a path could still differ enough from `known`. The method looks at what would
 * be if all went to the path's rarest next place; of several as rare, to the one rarest in `known`.
 */
function mayDiffer(path: Path, known: Path, orders: readonly Order[]): boolean {
  const [[, rarest] = [0, 1]] = shares(path, known, orders).sort(([a, b], [c, d]) => a - c || b - d);
  return Math.log2(1 / rarest) - threshold(path, path.in.order + 1) > -ROUNDING;
}

/** Of each next place of a path: its share there, and its share in a path that this one ends with. */
function shares(path: Path, known: Path, orders: readonly Order[]): [share: number, known: number][] {
  return group(path.in.next, path.number).map((step) => {
    let same = step;
    for (let order = path.in.order; order > known.in.order; order--) {
      same = orders[order - 1]?.steps.suffix[same] ?? -1;
    }
    return [shareOf(path, step), shareOf(known, same)];
  });
}

/** The part of a path's passages that takes one of its steps. */
export function shareOf(path: Path, step: number): number {
  return (path.in.counts[step] ?? 0) / (path.in.totals[path.number] ?? 1);
}

/** The indexes gathered under one key. */
export function group({ order, offsets }: Sorted, key: number): number[] {
  return [...order.subarray(offsets[key], offsets[key + 1])];
}
