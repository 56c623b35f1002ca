import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CellProperties } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import { WEIGHTS, type Weight } from '../state-tools.ts';
import { cellShort, number, positionWords } from '../words.ts';
import { isFiltered } from './filters.tsx';
import { States, type ListProps } from './list-states.tsx';
import { nearestPort } from './near.ts';
import { Course, RateCell, TrafficPill } from './spot-parts.tsx';
import { SortableTable, type Column } from './table.tsx';

type CellRow = CellProperties & { readonly near: string | null; readonly at: string };

const amountColumn = (weight: Weight): Column<CellRow> => ({
  key: 'amount',
  title: translate(weight === 'count' ? 'list.count' : 'list.kg'),
  numeric: true,
  width: '62px',
  value: (row) => (weight === 'count' ? row.count : row.kg),
  cell: (row) => (weight === 'count' ? number(row.count, 1) : number(row.kg, row.kg < 10 ? 1 : 0)),
});

const cellColumns = (weight: Weight): Column<CellRow>[] => [
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
  amountColumn(weight),
  {
    key: 'z',
    title: translate('list.significance'),
    width: '104px',
    value: (row) => -row.z,
    cell: (row) => (
      <>
        <span className={`class-${row.class}`}>{cellShort(translate, row)}</span>
        <span className="under">
          <Course emerging={row.emerging} />
        </span>
      </>
    ),
  },
  {
    key: 'rate',
    title: translate('spots.rateColumn'),
    numeric: true,
    width: '84px',
    value: (row) => row.rate?.per1000Calls ?? null,
    cell: (row) => <RateCell rate={row.rate} />,
  },
];

/** Cells of the hot spot grid. */
export function CellList({ view, open, clear, change }: ListProps) {
  const t = useT();
  const query = useQuery(queries.hotspots(filterOf(view), view.weight));
  const nodes = useQuery(queries.network(filterOf(view))).data?.nodes.features ?? [];
  return (
    <States
      query={query}
      isEmpty={(data) => data.features.length === 0}
      emptyText={t('list.emptyCells')}
      within={view}
      clear={clear}
    >
      {(data) => (
        <>
          <div className="list-bar">
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t('spots.weight')}
              value={view.weight}
              onChange={(weight) => change({ weight })}
              data={WEIGHTS.map((value) => ({ value, label: t(`spots.by.${value}`) }))}
            />
          </div>
          <p className="list-note">
            {t('list.cellsNote', {
              km: number(data.edgeKm * Math.sqrt(3)),
              tested: number(data.cellsTested),
            })}
            {(view.weight === 'kg' || isFiltered(view)) && ` ${t('spots.notClassedWhy')}`} <TrafficPill />
          </p>
          <SortableTable
            key={view.weight}
            caption={t('list.cellsCaption')}
            columns={cellColumns(view.weight)}
            rows={data.features
              .map((feature) => {
                const at = middle(feature.geometry.coordinates[0] ?? []);
                return { ...feature.properties, at: positionWords(at), near: nearestPort(at, nodes) };
              })
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

/** The middle of a small closed ring, good enough to name a cell; no cell here lies near a pole. */
function middle(ring: readonly (readonly [number, number])[]): [number, number] {
  const corners = ring.slice(0, -1);
  const mean = (axis: 0 | 1) =>
    corners.reduce((sum, corner) => sum + corner[axis], 0) / (corners.length || 1);
  return [mean(0), mean(1)];
}
