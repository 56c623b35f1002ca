import { SegmentedControl } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type {
  CellProperties,
  EdgeProperties,
  NetworkReply,
  RouteProperties,
  SeizureProperties,
} from '../../shared/api.ts';
import { distanceKm, KM_PER_NAUTICAL_MILE } from '../../shared/geo.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { filterOf, queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { cellShort, dateWords, goodsWords, number, positionWords, surpriseShort } from '../words.ts';
import { isFiltered } from './filters.tsx';
import { Empty, Failed, Loading, RecursPill, SyntheticPill, type Open } from './parts.tsx';
import { SortableTable, type Column } from './table.tsx';

interface ListProps {
  readonly view: PageView;
  readonly open: Open;
  readonly clear: () => void;
}

/** Loading, failed, empty or there: every list has the four states. */
function States<Data>(props: {
  query: UseQueryResult<Data>;
  isEmpty(data: Data): boolean;
  emptyText: string;
  filtered: boolean;
  clear(): void;
  children(data: Data): ReactNode;
}) {
  const t = useT();
  const { data, error } = props.query;
  if (error) return <Failed error={error} retry={() => void props.query.refetch()} />;
  if (data === undefined) return <Loading rows={8} />;
  if (!props.isEmpty(data)) return props.children(data);
  return props.filtered ? (
    <Empty text={props.emptyText} action={{ label: t('filters.clear'), act: props.clear }} />
  ) : (
    <Empty text={t('list.emptyOut')} />
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
  {
    key: 'seizures',
    title: translate('list.seizures'),
    numeric: true,
    width: '60px',
    value: (row) => row.seizures,
    cell: (row) => number(row.seizures),
  },
  {
    key: 'voyages',
    title: translate('list.voyages'),
    numeric: true,
    width: '57px',
    value: (row) => row.voyages,
    cell: (row) => number(row.voyages),
  },
  {
    key: 'surprise',
    title: translate('list.surprise'),
    width: '86px',
    value: (row) => row.significance?.q ?? null,
    cell: (row) => (
      <span className={row.significance && row.significance.q < 0.05 ? 'strong' : 'dim'}>
        {surpriseShort(translate, row.significance)}
      </span>
    ),
  },
];

/** Recurring routes and sequences seen once. */
export function RouteList({ view, open, clear }: ListProps) {
  const t = useT();
  const [kept, setKept] = useState<'all' | 'recurs' | 'once'>('all');
  const query = useQuery(queries.routes(filterOf(view), view.level));
  const selected = view.selection?.kind === 'route' ? view.selection.id : null;
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('list.emptyRoutes')}
      filtered={isFiltered(view)}
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
            first={{ key: 'seizures', down: true }}
          />
        </>
      )}
    </States>
  );
}

type CellRow = CellProperties & { readonly near: string | null; readonly at: string };
const cellColumns = (): Column<CellRow>[] => [
  {
    key: 'near',
    title: translate('list.cell'),
    value: (row) => row.near ?? row.at,
    cell: (row) => (
      <>
        {row.near !== null && (
          <span className="row-title">{translate('list.near', { place: row.near })}</span>
        )}
        <span className={row.near === null ? 'row-title' : 'row-sub'}>{row.at}</span>
      </>
    ),
  },
  {
    key: 'count',
    title: translate('list.count'),
    numeric: true,
    width: '60px',
    value: (row) => row.count,
    cell: (row) => number(row.count, 1),
  },
  {
    key: 'kg',
    title: translate('list.kg'),
    numeric: true,
    width: '64px',
    value: (row) => row.kg,
    cell: (row) => number(row.kg, row.kg < 10 ? 1 : 0),
  },
  {
    key: 'z',
    title: translate('list.significance'),
    width: '96px',
    value: (row) => -row.z,
    cell: (row) => <span className={`class-${row.class}`}>{cellShort(translate, row)}</span>,
  },
];

/** Cells of the hot spot grid. */
export function CellList({ view, open, clear }: ListProps) {
  const t = useT();
  const query = useQuery(queries.hotspots(filterOf(view)));
  const nodes = useQuery(queries.network(filterOf(view))).data?.nodes.features ?? [];
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('list.emptyCells')}
      filtered={isFiltered(view)}
      clear={clear}
    >
      {(data) => (
        <>
          <p className="list-note">
            {t('list.cellsNote', {
              km: number(data.edgeKm * Math.sqrt(3)),
              tested: number(data.cellsTested),
            })}
          </p>
          <SortableTable
            caption={t('list.cellsCaption')}
            columns={cellColumns()}
            rows={data.features
              .map((feature) => ({
                ...feature.properties,
                ...whereIs(feature.geometry.coordinates[0] ?? [], nodes),
              }))
              .filter((row) => row.count > 0 || row.class !== 'none')}
            idOf={(row) => row.cell}
            selectedId={view.selection?.kind === 'cell' ? view.selection.id : null}
            onOpen={(row) => open({ kind: 'cell', id: row.cell })}
            first={{ key: 'z', down: false }}
          />
        </>
      )}
    </States>
  );
}

/** A cell farther from every port than this has no name, only a position. */
const NEAR_KM = 100;

/** Where a cell is, in words: its position, and the nearest port that the network knows. */
function whereIs(ring: readonly (readonly [number, number])[], nodes: NetworkReply['nodes']['features']) {
  const at = middle(ring);
  const [nearest] = nodes
    .filter(({ properties }) => PORT_KINDS.some((kind) => kind === properties.kind))
    .map(({ properties, geometry }) => ({
      name: properties.name,
      away: distanceKm(at, geometry.coordinates),
    }))
    .sort((a, b) => a.away - b.away);
  return {
    at: positionWords(at),
    near: nearest !== undefined && nearest.away < NEAR_KM ? nearest.name : null,
  };
}

/** The middle of a small closed ring, good enough to name a cell; no cell here lies near a pole. */
function middle(ring: readonly (readonly [number, number])[]): [number, number] {
  const corners = ring.slice(0, -1);
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / (corners.length || 1);
  return [mean(0), mean(1)];
}

const seizureColumns = (): Column<SeizureProperties>[] => [
  {
    key: 'date',
    title: translate('list.date'),
    width: '104px',
    value: (row) => row.earliest,
    cell: (row) => <span className="row-date">{dateWords(translate, row, 'short')}</span>,
  },
  {
    key: 'goods',
    title: translate('list.goods'),
    value: (row) => goodsWords(translate, row.commodities),
    cell: (row) => (
      <>
        <span className="row-title">{goodsWords(translate, row.commodities)}</span>
        <span className="row-sub">
          {row.placeText}
          {row.synthetic && <SyntheticPill />}
        </span>
      </>
    ),
  },
  {
    key: 'mass',
    title: translate('list.mass'),
    numeric: true,
    width: '84px',
    value: (row) => row.massKg,
    cell: (row) =>
      row.massKg === null ? (
        <span className="dim">{translate('words.notStated')}</span>
      ) : (
        number(row.massKg, row.massKg < 10 ? 2 : 1)
      ),
  },
];

/** Seizures, those without a position included. */
export function SeizureList({ view, open, clear }: ListProps) {
  const t = useT();
  const query = useQuery(queries.seizures(filterOf(view)));
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('list.emptySeizures')}
      filtered={isFiltered(view)}
      clear={clear}
    >
      {(data) => {
        const unplaced = data.features.filter((feature) => feature.geometry === null).length;
        return (
          <>
            {unplaced > 0 && <p className="list-note">{t('list.noPositions', { count: unplaced })}</p>}
            <SortableTable
              caption={t('list.seizuresCaption')}
              columns={seizureColumns()}
              rows={data.features.map((feature) => feature.properties)}
              idOf={(row) => row.id}
              selectedId={view.selection?.kind === 'seizure' ? view.selection.id : null}
              onOpen={(row) => open({ kind: 'seizure', id: row.id })}
              first={{ key: 'date', down: true }}
            />
          </>
        );
      }}
    </States>
  );
}

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
  {
    key: 'seizures',
    title: translate('list.seizures'),
    numeric: true,
    width: '60px',
    value: (row) => row.seizureLegs,
    cell: (row) => number(row.seizureLegs),
  },
  {
    key: 'voyages',
    title: translate('list.voyages'),
    numeric: true,
    width: '57px',
    value: (row) => row.voyageLegs,
    cell: (row) => number(row.voyageLegs),
  },
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
      filtered={isFiltered(view)}
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
          first={{ key: 'seizures', down: true }}
        />
      )}
    </States>
  );
}
