import { compare, type Changes } from './changes.ts';

/** A cluster of places or cells. It has no name that lasts from run to run: clusters are matched by their members. */
export interface ComparedCluster {
  /** Once in its run. */
  readonly id: string;
  /** Only clusters of one kind are matched, such as those in space, or in space and time. */
  readonly kind: string;
  readonly members: readonly string[];
  readonly p: number;
}

export interface ClusterChange {
  readonly kind: string;
  readonly old: Omit<ComparedCluster, 'kind'> | null;
  readonly new: Omit<ComparedCluster, 'kind'> | null;
  /** Members in both, as a share of members in either; 0 where one is null. */
  readonly shared: number;
}

/**
 * More than half of their members must be shared for two clusters to be taken for one: where the clusters of a run
 * have no member in common, no third can then match as well.
 */
const SHARED_ENOUGH = 0.5;

/**
 * Which clusters appeared, vanished or moved: other members or another p. Those that share most are matched first.
 *
 * @returns by kind, p of the newer run where there is one, then id
 */
export function clusterChanges(
  older: readonly ComparedCluster[],
  newer: readonly ComparedCluster[],
): Changes<ClusterChange> {
  const pairs = older
    .flatMap((a) => newer.map((b) => ({ a, b, shared: a.kind === b.kind ? sharedPart(a, b) : 0 })))
    .filter(({ shared }) => shared > SHARED_ENOUGH)
    .sort((x, y) => y.shared - x.shared || compare(x.a.id, y.a.id) || compare(x.b.id, y.b.id));
  const matched = new Set<ComparedCluster>();
  const kept = pairs.filter(({ a, b }) => {
    if (matched.has(a) || matched.has(b)) return false;
    matched.add(a).add(b);
    return true;
  });
  const same = kept.filter(({ a, b, shared }) => shared === 1 && a.p === b.p).length;
  const alone = (clusters: readonly ComparedCluster[]) =>
    clusters
      .filter((cluster) => !matched.has(cluster))
      .sort((x, y) => compare(x.kind, y.kind) || x.p - y.p || compare(x.id, y.id));
  return {
    appeared: alone(newer).map((b) => ({ kind: b.kind, old: null, new: side(b), shared: 0 })),
    vanished: alone(older).map((a) => ({ kind: a.kind, old: side(a), new: null, shared: 0 })),
    moved: kept
      .filter(({ a, b, shared }) => shared < 1 || a.p !== b.p)
      .sort((x, y) => compare(x.b.kind, y.b.kind) || x.b.p - y.b.p || compare(x.b.id, y.b.id))
      .map(({ a, b, shared }) => ({ kind: b.kind, old: side(a), new: side(b), shared })),
    unchanged: same,
  };
}

function side({ id, members, p }: ComparedCluster): Omit<ComparedCluster, 'kind'> {
  return { id, members: [...members].sort(compare), p };
}

function sharedPart(a: ComparedCluster, b: ComparedCluster): number {
  const [ofA, ofB] = [new Set(a.members), new Set(b.members)];
  const shared = [...ofA].filter((member) => ofB.has(member)).length;
  return shared === 0 ? 0 : shared / (ofA.size + ofB.size - shared);
}
