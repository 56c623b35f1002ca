import { useQuery } from '@tanstack/react-query';
import type { CellProperties, NetworkReply } from '../../shared/api.ts';
import { distanceKm } from '../../shared/geo.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { filterOf, queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import { cellShort, number, positionWords } from '../words.ts';
import { isFiltered } from './filters.tsx';
import { States, type ListProps } from './list-states.tsx';
import { SortableTable, type Column } from './table.tsx';

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
