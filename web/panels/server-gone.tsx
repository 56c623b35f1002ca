import { hashKey, useQuery, useQueryClient, type QueryCacheNotifyEvent } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ApiError, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { Leaving } from './answered.tsx';

/** How often the server is asked whether it is there: while it answers, and while it does not; ms. */
const CALM_MS = 30_000;
const GONE_MS = 3000;

/** Whether the last answer was none. A question that never had one forgets its error while it is asked again. */
const isGone = (last: { dataUpdatedAt: number; errorUpdatedAt: number }): boolean =>
  last.errorUpdatedAt > last.dataUpdatedAt;

/** Something other than the question whether it is there got no answer. */
const isSuspect = (event: QueryCacheNotifyEvent): boolean =>
  event.type === 'updated' &&
  event.action.type === 'error' &&
  event.action.error instanceof ApiError &&
  event.action.error.status === 0 &&
  event.query.queryHash !== hashKey(queries.health().queryKey);

/** Says when the server has gone, and when it is back has everything loaded that could not be meanwhile. */
export function ServerGone() {
  const t = useT();
  const client = useQueryClient();
  const { dataUpdatedAt, errorUpdatedAt, refetch } = useQuery({
    ...queries.health(),
    retry: false,
    // The first answers tell whether it is there.
    enabled: (query) => query.state.dataUpdateCount + query.state.errorUpdateCount > 0,
    refetchInterval: ({ state }) => (isGone(state) ? GONE_MS : CALM_MS),
  });
  const isError = isGone({ dataUpdatedAt, errorUpdatedAt });
  const gone = useRef(false);
  useEffect(
    () => client.getQueryCache().subscribe((event) => void (isSuspect(event) && refetch())),
    [client, refetch],
  );
  useEffect(() => {
    const timer = setTimeout(() => void refetch(), CALM_MS);
    return () => clearTimeout(timer);
  }, [refetch]);
  useEffect(() => {
    if (gone.current && !isError) {
      void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
    }
    gone.current = isError;
  }, [isError, client]);
  if (!isError) return null;
  return (
    <div className="notice" role="alert">
      <IconPlugConnectedX size={17} aria-hidden="true" />
      <p>{t('problem.gone')}</p>
      <Leaving size="compact-xs" label={t('problem.retry')} act={() => void refetch()} />
    </div>
  );
}
