import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { IconAlertTriangle, IconInbox, IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, type MouseEvent, type ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { countWaiting } from './waiting.ts';

/** A button that goes with what it lies in: it hands the focus on to that first, so that it is not lost. */
export function Leaving(props: { label: string; act(): void; size?: 'compact-xs' | 'compact-sm' }) {
  const leave = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    currentTarget.parentElement?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    props.act();
  };
  return (
    <Button variant="default" size={props.size ?? 'compact-sm'} flex="none" onClick={leave}>
      {props.label}
    </Button>
  );
}

/**
 * Grey bars in the shape of what is coming; the page says once that it loads, however many there are. They keep
 * still: a pulse would have the whole page drawn sixty times a second while the map needs the time.
 */
export function Loading({ rows = 6 }: { rows?: number }) {
  const t = useT();
  useEffect(countWaiting, []);
  return (
    <div className="loading">
      <span className="visually-hidden">{t('app.loading')}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at}>
          <Skeleton animate={false} height={12} width={`${88 - ((at * 17) % 30)}%`} />
          <Skeleton animate={false} height={9} width={`${46 - ((at * 11) % 18)}%`} mt={8} />
        </div>
      ))}
    </div>
  );
}

/** Nothing to show, why, and the way out of it. */
export function Empty(props: { text: string; why?: ReactNode; action?: { label: string; act(): void } }) {
  const { text, why, action } = props;
  return (
    <div className="empty">
      <IconInbox size={28} stroke={1.4} aria-hidden="true" />
      <p>{text}</p>
      {why !== undefined && <div className="dim">{why}</div>}
      {action && <Leaving label={action.label} act={action.act} />}
    </div>
  );
}

/** Whether there was no answer at all. */
const isUnanswered = (error: Error): boolean => error instanceof ApiError && error.status === 0;

/** An error, what the server says of it, and a retry. That the server has gone, the page says in one place aloud. */
export function Failed({ error, retry }: { error: Error; retry(): void }) {
  const t = useT();
  const unreachable = isUnanswered(error);
  const own = !(error instanceof ApiError);
  const why =
    error instanceof ApiError && error.message === ''
      ? t('problem.notJson', { status: error.status })
      : error.message;
  const Icon = unreachable ? IconPlugConnectedX : IconAlertTriangle;
  return (
    <div className="empty" role={unreachable ? undefined : 'alert'}>
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      <p>{unreachable ? t('problem.unreachable') : t('problem.failed')}</p>
      {/* The server speaks English. */}
      <p className="dim" lang={unreachable || own ? undefined : 'en'}>
        {unreachable ? t('problem.unreachableWhy') : why}
      </p>
      <Leaving label={t('problem.retry')} act={retry} />
    </div>
  );
}

/** What a query brought; until it is there grey bars, and without it what went wrong. What is there stays. */
export function Answered<Data>(props: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** Of the grey bars. */
  rows: number;
  children(data: Data): ReactNode;
}) {
  const { data, error, refetch } = props.query;
  if (data !== undefined) return props.children(data);
  return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={props.rows} />;
}
