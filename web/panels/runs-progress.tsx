import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { actions } from '../api.ts';
import { useT } from '../i18n/index.ts';
import type { Watched } from '../run-progress.ts';
import { MAP_ONLY } from '../state-page.ts';
import type { PageView } from '../state.ts';
import { durationWords } from '../words-runs.ts';
import { number } from '../words.ts';

/** Milliseconds since an instant, in whole seconds. */
function usePassed(since: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - since) / 1000)) * 1000;
}

/** Says why no analysis was begun, and leads to where one is. */
export function NoRun(props: { text: string; change: (change: Partial<PageView>) => void }) {
  const t = useT();
  const client = useQueryClient();
  return (
    <p>
      {props.text}{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          // The page does not know yet of a run that somebody else began.
          void client.invalidateQueries({ queryKey: ['/runs'] });
          props.change({ ...MAP_ONLY, page: 'runs' });
        }}
      >
        {t('runs.open')}
      </button>
    </p>
  );
}

interface Props {
  readonly runId: number;
  readonly watched: Watched;
  /** Epoch milliseconds. */
  readonly since: number;
  readonly dismiss: () => void;
}

function UnderWay({ runId, watched, since }: Props) {
  const t = useT();
  const passed = usePassed(since);
  const cancel = useMutation({ mutationFn: () => actions.cancelRun(runId), networkMode: 'always' });
  const { progress, share, lost } = watched;
  const step = progress?.step ?? null;
  return (
    <>
      <div className="run-now-head">
        <h3>{t('runs.progress', { id: runId })}</h3>
        <span className="dim">{t('runs.passed', { time: durationWords(t, passed) })}</span>
      </div>
      <progress max={1} value={share} aria-label={t('runs.progress', { id: runId })} />
      <div className="run-now-foot">
        <p>{step === null ? t('runs.starting') : t(`steps.${step}`)}</p>
        {progress && progress.of > 1 && (
          <span className="dim">
            {t('runs.stepCount', { done: number(progress.done), of: number(progress.of) })}
          </span>
        )}
        <Button
          size="compact-sm"
          variant="default"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {cancel.isPending ? t('runs.cancelling') : t('runs.cancel')}
        </Button>
      </div>
      {lost && <p className="dim">{t('runs.lost')}</p>}
      {cancel.error && (
        <p className="run-bad" role="alert">
          {cancel.error.message === '' ? t('problem.unreachable') : cancel.error.message}
        </p>
      )}
    </>
  );
}

/** How a run comes along, and how it ended, in words. */
export function RunNow(props: Props) {
  const t = useT();
  const { runId, watched, dismiss } = props;
  const state = watched.progress?.state ?? 'running';
  if (state === 'running') {
    return (
      <div className="run-now">
        <UnderWay {...props} />
      </div>
    );
  }
  const Icon = state === 'done' ? IconCheck : IconAlertTriangle;
  return (
    <div className={`run-now run-ended run-${state}`} role="status">
      <Icon size={18} aria-hidden="true" />
      <div>
        <p>{t(`runs.ended.${state}`, { id: runId })}</p>
        {watched.progress?.note != null && (
          <p className="dim">{t('runs.failedWhy', { why: watched.progress.note })}</p>
        )}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-label={t('runs.dismiss')}
        onClick={dismiss}
      >
        <IconX size={16} />
      </Button>
    </div>
  );
}
