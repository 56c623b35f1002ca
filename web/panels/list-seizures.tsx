import { useQuery } from '@tanstack/react-query';
import type { SeizureProperties } from '../../shared/api.ts';
import { filterOf, queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import { dateWords, goodsWords, number } from '../words.ts';
import { Icon } from './icon.tsx';
import { States, type ListProps } from './list-states.tsx';
import { SyntheticPill } from './parts.tsx';
import { SortableTable, type Column } from './table.tsx';

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
        <span className="row-title">
          {row.commodities.map((one) => (
            <Icon key={one} name={one} />
          ))}{' '}
          {goodsWords(translate, row.commodities)}
        </span>
        <span className="row-sub">
          {row.placeText}
          {row.openEnd !== null &&
            `, ${translate(`details.openEnd.${row.openEnd.unknown}Short`, { place: row.openEnd.placeName })}`}
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
      within={view}
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
