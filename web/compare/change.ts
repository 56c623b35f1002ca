import type { EdgeProperties, NetworkReply } from '../../shared/api.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import type { Counted } from '../state-tools.ts';

/** How a leg differs between two periods: A against B. */
export const CHANGES = ['onlyA', 'more', 'same', 'fewer', 'onlyB'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** One leg in both periods. */
export interface LegChange {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly fromName: string;
  readonly toName: string;
  readonly a: number;
  readonly b: number;
  readonly kind: ChangeKind;
  /** How often chance alone would part as many legs at least as unevenly, 0 to 1; q allows for all legs. */
  readonly p: number;
  readonly q: number;
  /** Difference of the counts, or of the rates when effort is given. */
  readonly difference: number;
  readonly overWater: boolean;
  readonly lines: NetworkReply['edges']['features'][number]['geometry']['coordinates'];
}

/** Below this q a difference is called clear. */
export const CLEAR_Q = 0.05;

/**
 * Exact two-sided probability that `a + b` events part at least as unevenly as `a` to `b` when each falls in A
 * with probability `share` (binomial; the sum over all outcomes no likelier than the one seen).
 *
 * @param share  A's part of the effort, above 0 and below 1; equal effort: 0.5
 */
export function partP(a: number, b: number, share: number): number {
  const n = a + b;
  if (n === 0) return 1;
  const logs: number[] = [];
  let choose = 0;
  for (let k = 0; k <= n; k++) {
    if (k > 0) choose += Math.log(n - k + 1) - Math.log(k);
    logs.push(choose + k * Math.log(share) + (n - k) * Math.log1p(-share));
  }
  // What is as likely but for rounding counts as as likely.
  const seen = (logs[a] ?? 0) + 1e-9;
  return Math.min(
    1,
    logs.filter((log) => log <= seen).reduce((sum, log) => sum + Math.exp(log), 0),
  );
}

const countOf = (edge: EdgeProperties | undefined, counted: Counted): number =>
  counted === 'seizure' ? (edge?.seizureLegs ?? 0) : (edge?.voyageLegs ?? 0);

function kindOf(a: number, b: number, difference: number): ChangeKind {
  if (b === 0) return 'onlyA';
  if (a === 0) return 'onlyB';
  return difference === 0 ? 'same' : difference > 0 ? 'more' : 'fewer';
}

/**
 * The legs of two networks of the same region, each with what it has in either, and whether that differs by more
 * than chance; those with nothing in both are left out. In the order of their ids.
 *
 * @param effort  of A and of B, above 0, in the same unit; null: not known, taken as equal
 */
export function changesOf(
  a: NetworkReply,
  b: NetworkReply,
  counted: Counted,
  effort: readonly [number, number] | null,
): LegChange[] {
  const [inA, inB] = [a, b].map(({ edges }) => new Map(edges.features.map((edge) => [edge.id, edge])));
  const ids = [...new Set([...(inA?.keys() ?? []), ...(inB?.keys() ?? [])])].sort();
  const [effortA, effortB] = effort ?? [1, 1];
  const rows = ids.flatMap((id) => {
    const edge = inA?.get(id) ?? inB?.get(id);
    const [n, m] = [countOf(inA?.get(id)?.properties, counted), countOf(inB?.get(id)?.properties, counted)];
    if (!edge || n + m === 0 || edge.properties.from === edge.properties.to) return [];
    const { from, to, fromName, toName, overWater } = edge.properties;
    const difference = n / effortA - m / effortB;
    const p = partP(n, m, effortA / (effortA + effortB));
    const lines = edge.geometry.coordinates;
    return [
      {
        id,
        from,
        to,
        fromName,
        toName,
        a: n,
        b: m,
        kind: kindOf(n, m, difference),
        p,
        difference,
        overWater,
        lines,
      },
    ];
  });
  const q = benjaminiHochberg(rows.map(({ p }) => p));
  return rows.map((row, i) => ({ ...row, q: q[i] ?? row.p }));
}

/** How many legs changed in each way. */
export function countChanges(changes: readonly LegChange[]): Record<ChangeKind, number> {
  const count = (kind: ChangeKind): number => changes.filter((one) => one.kind === kind).length;
  return {
    onlyA: count('onlyA'),
    more: count('more'),
    same: count('same'),
    fewer: count('fewer'),
    onlyB: count('onlyB'),
  };
}
