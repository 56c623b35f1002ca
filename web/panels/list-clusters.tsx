import { Chip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClusterProperties } from '../../shared/api.ts';
import { NO_FILTERS } from '../state.ts';
import { queries } from '../api.ts';
import { setHovered } from '../hovered.ts';
import { translate, useT } from '../i18n/index.ts';
import { shownClusters, clusterKind } from '../map/derive-spots.ts';
import { number, positionWords, spanWords } from '../words.ts';
import { bareProbability, figure } from '../words-spots.ts';
import { isFiltered } from './filters.tsx';
import { States, type ListProps } from './list-states.tsx';
import { nearestPort } from './near.ts';
import { ClusterSign } from './cluster-sign.tsx';
import { SyntheticPill } from './parts.tsx';
import { RunNotes } from './spot-parts.tsx';
import { SortableTable, type Column } from './table.tsx';

type ClusterRow = ClusterProperties & { readonly place: string; readonly synthetic: boolean };

const nameColumn = (): Column<ClusterRow> => ({
  key: 'place',
  title: translate('clusters.place'),
  value: (row) => row.place,
  cell: (row) => (
    <>
      <span className="row-title">
        <ClusterSign kind={clusterKind(row)} /> {row.place}
      </span>
      <span className="row-sub">
        {translate(`clusters.method.${row.method}`)}
        {row.synthetic && <SyntheticPill text={translate('clusters.syntheticCalls')} />}
      </span>
      {row.firstDay !== null && row.lastDay !== null && (
        <span className="row-sub">{spanWords(translate, row.firstDay, row.lastDay, 'short')}</span>
      )}
    </>
  ),
});

const dash = () => <span className="dim">{translate('clusters.none')}</span>;

const clusterColumns = (): Column<ClusterRow>[] => [
  nameColumn(),
  {
    key: 'cases',
    title: translate('clusters.cases'),
    numeric: true,
    width: '52px',
    value: (row) => row.cases,
    cell: (row) => number(row.cases),
  },
  {
    key: 'expected',
    title: translate('clusters.expected'),
    numeric: true,
    width: '60px',
    value: (row) => row.expected,
    cell: (row) => (row.expected === null ? dash() : figure(row.expected)),
  },
  {
    key: 'risk',
    title: translate('clusters.risk'),
    numeric: true,
    width: '56px',
    value: (row) => row.relativeRisk,
    cell: (row) =>
      row.relativeRisk === null ? dash() : translate('clusters.times', { value: figure(row.relativeRisk) }),
  },
  {
    key: 'p',
    title: translate('clusters.p'),
    numeric: true,
    width: '74px',
    value: (row) => row.p,
    cell: (row) =>
      row.p === null ? (
        <span className="dim">{translate('words.notTested')}</span>
      ) : (
        <>
          <span className={row.p <= 0.05 ? 'strong' : 'dim'}>{bareProbability(translate, row.p)}</span>
          {row.pError !== null && row.pError > 0 && (
            <span className="under">
              {translate('clusters.error', { error: number(row.pError, row.pError < 0.01 ? 3 : 2) })}
            </span>
          )}
        </>
      ),
  },
];

/** Groups of seizures closer together than chance, or than the rest; the twin of the map's circles. */
export function ClusterList({ view, open, clear, change }: ListProps) {
  const t = useT();
  const query = useQuery(queries.clusters());
  const nodes = useQuery(queries.network(NO_FILTERS)).data?.nodes.features ?? [];
  const traffic = useQuery(queries.places(view.level)).data?.callsSynthetic ?? 'none';
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('clusters.empty')}
      emptyWhy={(data) => <RunNotes notes={data.notes} />}
      within={null}
      clear={clear}
    >
      {(data) => {
        const shown = shownClusters(data, view.allClusters);
        const rest = data.features.length - shownClusters(data, false).length;
        return (
          <>
            <p className="list-note">
              {t('clusters.note')}
              {isFiltered(view) && ` ${t('spots.unfiltered')}`}
            </p>
            <div className="list-bar list-switches">
              <Chip
                size="xs"
                variant="light"
                checked={view.allClusters}
                onChange={(allClusters) => change({ allClusters })}
              >
                {t('clusters.all', { count: rest, value: number(rest) })}
              </Chip>
              {!view.layers.includes('clusters') && (
                <button
                  type="button"
                  className="link"
                  onClick={() => change({ layers: [...view.layers, 'clusters'] })}
                >
                  {t('clusters.draw')}
                </button>
              )}
            </div>
            <SortableTable
              key={String(view.allClusters)}
              caption={t('clusters.caption')}
              columns={clusterColumns()}
              rows={shown.map(({ properties }) => {
                const near = nearestPort(properties.centre, nodes);
                return {
                  ...properties,
                  place: near === null ? positionWords(properties.centre) : t('list.near', { place: near }),
                  synthetic: properties.method === 'poisson-scan' && traffic !== 'none',
                };
              })}
              idOf={(row) => row.id}
              selectedId={view.selection?.kind === 'cluster' ? view.selection.id : null}
              onOpen={(row) => open({ kind: 'cluster', id: row.id })}
              onHover={(row) => setHovered(row && { kind: 'cluster', id: row.id })}
              first={{ key: 'p', down: false }}
            />
            <RunNotes notes={data.notes} />
          </>
        );
      }}
    </States>
  );
}
