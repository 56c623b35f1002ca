import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { filterWords } from '../words-filter.ts';
import { isFiltered } from './filters.tsx';
import { useDataSetTitle } from './names.ts';
import { Answered, Empty } from './answered.tsx';
import type { Open } from './parts.tsx';

/** What every list needs: the view, how to open a row, and the way out of an empty list. */
export interface ListProps {
  readonly view: PageView;
  readonly open: Open;
  readonly clear: () => void;
  readonly change: (change: Partial<PageView>) => void;
  /** Moves the map to what is marked on it next. */
  readonly show: () => void;
}

/** Nothing is left by the filters: which they are, and the way out of them. */
function NoneLeft({ text, view, clear }: { text: string; view: PageView; clear(): void }) {
  const t = useT();
  const titleOf = useDataSetTitle();
  const filter = [filterWords(t, view), ...view.dataSets.map(titleOf)].join(' · ');
  return (
    <Empty
      text={text}
      why={t('area.within', { filter })}
      action={{ label: t('filters.clear'), act: clear }}
    />
  );
}

/** Loading, failed, empty or there: every list has the four states. */
export function States<Data>(props: {
  query: UseQueryResult<Data>;
  isEmpty(data: Data): boolean;
  emptyText: string;
  /** Why there is nothing, and what to do; left out: nothing has been loaded. */
  emptyWhy?: (data: Data) => ReactNode;
  /** The view whose filters leave something out; null: they change nothing here. */
  within: PageView | null;
  /** Of the grey bars. */
  rows?: number;
  clear(): void;
  children(data: Data): ReactNode;
}) {
  const t = useT();
  const { query, within } = props;
  return (
    <Answered query={query} rows={props.rows ?? 8}>
      {(data) => {
        if (!props.isEmpty(data)) return props.children(data);
        if (within && isFiltered(within)) {
          return <NoneLeft text={props.emptyText} view={within} clear={props.clear} />;
        }
        return (
          <Empty text={props.emptyText} why={props.emptyWhy ? props.emptyWhy(data) : t('list.emptyOut')} />
        );
      }}
    </Answered>
  );
}
