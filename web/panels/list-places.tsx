import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { PlacesReply } from '../../shared/api.ts';
import { LEVELS } from '../../shared/vocabulary.ts';
import { queries } from '../api.ts';
import { translate, useT } from '../i18n/index.ts';
import { communitiesOf } from '../map/communities.ts';
import type { PageView, ThemeName } from '../state.ts';
import { number, percentWords, plain } from '../words.ts';
import { isFiltered } from './filters.tsx';
import { HelpLink } from './help-link.tsx';
import { States, type ListProps } from './list-states.tsx';
import { flowOf, rankPlaces, SORT_KEYS, type PlaceRow, type Sort } from './rank-places.ts';
import { CommunityMark, RateCell, TrafficPill } from './spot-parts.tsx';
import { countColumn, SortableTable, type Column } from './table.tsx';

function placeColumns(data: PlacesReply, theme: ThemeName): Column<PlaceRow>[] {
  const leaders = new Map(communitiesOf(data).map(({ number: community, leader }) => [community, leader]));
  return [
    {
      key: 'name',
      title: translate('places.name'),
      value: (row) => row.name,
      cell: (row) => (
        <>
          <span className="row-title">{row.name}</span>
          <span className="row-sub only-compact">
            <CommunityMark community={row.community} leader={leaders.get(row.community)} theme={theme} />
            <span>{translate('places.flowCompact', { count: flowOf(row), value: number(flowOf(row)) })}</span>
            <span>{translate('places.betweenCompact', { percent: percentWords(row.betweenness) })}</span>
            <span>{translate('places.callsCompact', { count: row.calls, value: number(row.calls) })}</span>
          </span>
        </>
      ),
    },
    countColumn('rank', translate('places.rank'), '42px', (row) => row.rank),
    { ...countColumn('flow', translate('places.flow'), '50px', flowOf), minor: true },
    {
      key: 'betweenness',
      title: translate('places.between'),
      numeric: true,
      minor: true,
      width: '62px',
      value: (row) => row.betweenness,
      cell: (row) => percentWords(row.betweenness),
    },
    {
      key: 'community',
      title: translate('places.community'),
      minor: true,
      width: '58px',
      value: (row) => (row.community === 0 ? null : row.community),
      cell: (row) => (
        <CommunityMark community={row.community} leader={leaders.get(row.community)} theme={theme} />
      ),
    },
    countColumn('seizures', translate('list.seizures'), '60px', (row) => row.seizures),
    { ...countColumn('calls', translate('places.calls'), '48px', (row) => row.calls), minor: true },
    {
      key: 'rate',
      title: translate('spots.rateColumn'),
      numeric: true,
      width: '106px',
      value: (row) => row.rate?.per1000Calls ?? null,
      cell: (row) => <RateCell rate={row.rate} />,
    },
  ];
}

/** Ranked by what, which level, and which names. */
function Tools(props: {
  view: PageView;
  change: ListProps['change'];
  sort: Sort;
  onSort(sort: Sort): void;
  text: string;
  onText(text: string): void;
}) {
  const t = useT();
  return (
    <div className="list-bar tool-fields">
      <input
        className="text-field"
        type="search"
        aria-label={t('places.filter')}
        placeholder={t('places.filter')}
        value={props.text}
        onChange={(event) => props.onText(event.currentTarget.value)}
      />
      <label className="select-field">
        <span>{t('places.rankBy')}</span>
        <select
          value={props.sort}
          onChange={(event) => {
            const sort = SORT_KEYS.find((key) => key === event.currentTarget.value);
            if (sort) props.onSort(sort);
          }}
        >
          {SORT_KEYS.map((key) => (
            <option key={key} value={key}>
              {t(`places.sort.${key}`)}
            </option>
          ))}
        </select>
      </label>
      <SegmentedControl
        size="xs"
        aria-label={t('filters.level')}
        value={props.view.level}
        onChange={(level) => props.change({ level })}
        data={LEVELS.toReversed().map((value) => ({ value, label: t(`places.level.${value}`) }))}
      />
    </div>
  );
}

/** Places of the network ranked; the twin of the map's ports. */
export function PlaceList({ view, open, clear, change }: ListProps) {
  const t = useT();
  const [sort, setSort] = useState<Sort>('flow');
  const [text, setText] = useState('');
  const query = useQuery(queries.places(view.level));
  const ranked = useMemo(() => rankPlaces(query.data?.items ?? [], sort), [query.data, sort]);
  const rows = ranked.filter(({ name }) => plain(name).includes(plain(text.trim())));
  return (
    <States
      query={query}
      isEmpty={(data) => data.items.length === 0}
      emptyText={t('places.empty')}
      within={null}
      clear={clear}
    >
      {(data) => (
        <>
          <Tools {...{ view, change, sort, text }} onSort={setSort} onText={setText} />
          <p className="list-note">
            {t('places.note')} {isFiltered(view) && t('spots.unfiltered')} <TrafficPill />{' '}
            <HelpLink section="measures" />
          </p>
          <SortableTable
            key={`${view.level} ${sort} ${text}`}
            caption={t('places.caption')}
            columns={placeColumns(data, view.theme)}
            rows={rows}
            idOf={(row) => row.id}
            selectedId={view.selection?.kind === 'port' ? view.selection.id : null}
            onOpen={(row) => open({ kind: 'port', id: row.id })}
            first={{ key: 'rank', down: false }}
          />
        </>
      )}
    </States>
  );
}
