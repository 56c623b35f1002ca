import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { Empty, Failed, Loading, type Open } from './parts.tsx';

/** What every list needs: the view, how to open a row, and the way out of an empty list. */
export interface ListProps {
  readonly view: PageView;
  readonly open: Open;
  readonly clear: () => void;
  readonly change: (change: Partial<PageView>) => void;
  /** Moves the map to what is marked on it next. */
  readonly show: () => void;
}

/** Loading, failed, empty or there: every list has the four states. */
export function States<Data>(props: {
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
