import type { ClusterKind } from '../map/derive-spots.ts';

const DASHES: Readonly<Record<ClusterKind, string | undefined>> = {
  sure: undefined,
  weak: '4 3',
  density: '0.1 3',
};

/** The outline of a cluster as the map draws it, beside its name. */
export function ClusterSign({ kind }: { kind: ClusterKind }) {
  return (
    <svg className={`cluster-sign cluster-${kind}`} width="12" height="12" aria-hidden="true">
      <circle
        cx="6"
        cy="6"
        r="4.9"
        fill="none"
        stroke="currentColor"
        strokeWidth={kind === 'weak' ? 1 : 1.6}
        strokeDasharray={DASHES[kind]}
        strokeLinecap={kind === 'density' ? 'round' : 'butt'}
      />
    </svg>
  );
}
