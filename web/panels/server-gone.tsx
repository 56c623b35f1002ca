import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';

/** How often the server is asked whether it is there: while it answers, and while it does not; ms. */
const CALM_MS = 30_000;
const GONE_MS = 3000;

/** Whether the last answer was none. A question that never had one forgets its error while it is asked again. */
const isGone = (last: { dataUpdatedAt: number; errorUpdatedAt: number }): boolean =>
  last.errorUpdatedAt > last.dataUpdatedAt;

/**
 * Says when the server has gone, and when it is back has everything loaded that could not be meanwhile.
 *
 * @param suspect  something that was asked for got no answer
 */
export function ServerGone({ suspect }: { suspect: boolean }) {
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
  useEffect(() => {
    if (suspect) void refetch();
  }, [suspect, refetch]);
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
      <Button variant="default" size="compact-xs" flex="none" onClick={() => void refetch()}>
        {t('problem.retry')}
      </Button>
    </div>
  );
}
