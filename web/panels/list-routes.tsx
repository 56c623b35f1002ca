import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RouteProperties } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { setHovered } from '../hovered.ts';
import { translate, useT } from '../i18n/index.ts';
import { chance, number, surpriseShort } from '../words.ts';
import { hasRoutes, usePlaying } from '../playing.ts';
import { States, type ListProps } from './list-states.tsx';
import { RecursPill, SyntheticPill } from './parts.tsx';
import { countColumn, SortableTable, type Column } from './table.tsx';

function RankCell({ rank, best, worst }: NonNullable<RouteProperties['rankRange']>) {
  return (
    <>
      {number(rank)}
      <span className="cell-sub">
        {translate('list.rankRange', { best: number(best), worst: number(worst) })}
      </span>
    </>
  );
}

const routeColumns = (): Column<RouteProperties>[] => [
  {
    key: 'name',
    title: translate('list.route'),
    value: (row) => row.places.map((place) => place.name).join(' '),
    cell: (row) => (
      <>
        <span className="row-title">{row.places.map((place) => place.name).join(' → ')}</span>
        <span className="row-sub">
          <RecursPill recurs={row.recurs} />
          {row.voyages > 0 && <span>{translate('details.voyages', { count: row.voyages })}</span>}
          {row.synthetic !== 'none' && (
            <SyntheticPill
              text={
                row.synthetic === 'all' ? translate('words.synthetic') : translate('words.partlySynthetic')
              }
            />
          )}
        </span>
      </>
    ),
  },
  countColumn('seizures', translate('list.seizures'), '56px', (row) => row.seizures),
  countColumn('support', translate('list.support'), '56px', (row) => row.effectiveSupport),
  {
    key: 'rank',
    title: translate('list.rank'),
    numeric: true,
    width: '58px',
    // The best rank a route can count on comes first.
    value: (row) => (row.rankRange === null ? null : -row.rankRange.worst - row.rankRange.rank / 1e6),
    cell: (row) => row.rankRange && <RankCell {...row.rankRange} />,
  },
  {
    key: 'surprise',
    title: translate('list.surprise'),
    width: '68px',
    value: (row) => row.significance?.q ?? null,
    cell: (row) => (
      <span className={row.significance && row.significance.q < 0.05 ? 'strong' : 'dim'}>
        {surpriseShort(translate, row.significance)}
        {row.significance && <span className="cell-sub">{chance(translate, row.significance.q)}</span>}
      </span>
    ),
  },
];

/** Recurring routes and sequences seen once. */
export function RouteList({ view, open, clear }: ListProps) {
  const t = useT();
  const [kept, setKept] = useState<'all' | 'recurs' | 'once'>('all');
  const withRoutes = hasRoutes(usePlaying());
  const query = useQuery({ ...queries.routes(filterOf(view), view.level), enabled: withRoutes });
  const selected = view.selection?.kind === 'route' ? view.selection.id : null;
  if (!withRoutes) return <p className="list-note">{t('play.noRoutes')}</p>;
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('list.emptyRoutes')}
      within={view}
      clear={clear}
    >
      {(data) => (
        <>
          <div className="list-bar">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t('list.kept')}
              value={kept}
              onChange={setKept}
              data={[
                { value: 'all', label: t('list.keptAll') },
                { value: 'recurs', label: t('list.keptRecurs') },
                { value: 'once', label: t('list.keptOnce') },
              ]}
            />
          </div>
          <SortableTable
            key={kept}
            caption={t('list.routesCaption')}
            columns={routeColumns()}
            rows={data.features
              .map((feature) => feature.properties)
              .filter((row) => kept === 'all' || row.recurs === (kept === 'recurs'))
              .sort((a, b) => b.independentEvents - a.independentEvents)}
            idOf={(row) => row.id}
            selectedId={selected}
            onOpen={(row) => open({ kind: 'route', id: row.id })}
            onHover={(row) => setHovered(row && { kind: 'route', id: row.id })}
            first={{ key: 'seizures', down: true }}
          />
        </>
      )}
    </States>
  );
}
