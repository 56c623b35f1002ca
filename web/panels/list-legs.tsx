import { useQuery } from '@tanstack/react-query';
import type { EdgeProperties } from '../../shared/api.ts';
import { KM_PER_NAUTICAL_MILE } from '../../shared/geo.ts';
import { filterOf, queries } from '../api.ts';
import { setHovered } from '../hovered.ts';
import { translate, useT } from '../i18n/index.ts';
import { number } from '../words.ts';
import { States, type ListProps } from './list-states.tsx';
import { SyntheticPill } from './parts.tsx';
import { countColumn, SortableTable, type Column } from './table.tsx';

const legColumns = (): Column<EdgeProperties>[] => [
  {
    key: 'leg',
    title: translate('list.leg'),
    value: (row) => `${row.fromName} ${row.toName}`,
    cell: (row) => (
      <>
        <span className="row-title">{translate('words.arrow', { from: row.fromName, to: row.toName })}</span>
        {row.synthetic && (
          <span className="row-sub">
            <SyntheticPill />
          </span>
        )}
      </>
    ),
  },
  countColumn('seizures', translate('list.seizures'), '60px', (row) => row.seizureLegs),
  countColumn('voyages', translate('list.voyages'), '57px', (row) => row.voyageLegs),
  {
    key: 'distance',
    title: translate('list.distance'),
    numeric: true,
    width: '56px',
    value: (row) => row.distanceKm,
    cell: (row) => number(row.distanceKm / KM_PER_NAUTICAL_MILE),
  },
];

/** Legs between two places, both kinds of evidence apart. */
export function LegList({ view, open, clear }: ListProps) {
  const t = useT();
  const query = useQuery(queries.network(filterOf(view)));
  return (
    <States
      query={query}
      isEmpty={(data) => data.edges.features.length === 0}
      emptyText={t('list.emptyLegs')}
      within={view}
      clear={clear}
    >
      {(data) => (
        <SortableTable
          caption={t('list.legsCaption')}
          columns={legColumns()}
          rows={data.edges.features.map((feature) => feature.properties)}
          idOf={(row) => row.id}
          selectedId={view.selection?.kind === 'edge' ? view.selection.id : null}
          onOpen={(row) => open({ kind: 'edge', id: row.id })}
          onHover={(row) => setHovered(row && { kind: 'edge', id: row.id })}
          first={{ key: 'seizures', down: true }}
        />
      )}
    </States>
  );
}
