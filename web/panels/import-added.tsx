import './runs.css';
import { Button } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { useT } from '../i18n/index.ts';
import type { ImportDraft } from '../import-draft.ts';
import { useRunProgress } from '../run-progress.ts';
import { MAP_ONLY } from '../state-page.ts';
import { NO_FILTERS, type PageView } from '../state.ts';
import { NoRun, RunNow } from './runs-progress.tsx';
import { TakeBack, TakenBack, type WentBack } from './take-back.tsx';

interface Props {
  readonly added: NonNullable<ImportDraft['added']>;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly change: (change: Partial<PageView>) => void;
  readonly reset: () => void;
}

/** What was added, how the analysis of it comes along, and the way to it. */
export function ImportAdded({ added: { reply, at }, heading, change, reset }: Props) {
  const t = useT();
  const watched = useRunProgress(reply.runId);
  const running = reply.runId !== null && (watched.progress?.state ?? 'running') === 'running';
  const [went, setWent] = useState<WentBack | null>(null);
  const more = (
    <Button size="sm" variant="default" onClick={reset}>
      {t('imports.more')}
    </Button>
  );
  if (went) {
    return (
      <>
        <TakenBack went={went} change={change} dismiss={reset} />
        <div className="import-actions">{more}</div>
      </>
    );
  }
  return (
    <div className="import-added">
      <h3 ref={heading} tabIndex={-1}>
        {reply.batchId === null
          ? t('imports.nothingNew')
          : t('imports.added', { count: reply.new, id: reply.batchId })}
      </h3>
      {reply.runId !== null && <RunNow runId={reply.runId} watched={watched} since={at} dismiss={reset} />}
      {reply.batchId !== null && reply.runId === null && <NoRun text={t('imports.noRun')} change={change} />}
      <div className="import-actions">
        {!running && (
          <Button
            size="sm"
            variant="filled"
            onClick={() => {
              reset();
              change({ ...MAP_ONLY, ...NO_FILTERS, list: 'seizures', dataSets: [reply.dataSet] });
            }}
          >
            {t('imports.show')}
          </Button>
        )}
        {more}
      </div>
      {reply.batchId !== null && (
        <div className="batch-added">
          <TakeBack
            batchId={reply.batchId}
            label={t('batches.backThese')}
            name={t('batches.backThese')}
            cancels={running ? reply.runId : null}
            done={setWent}
          />
        </div>
      )}
    </div>
  );
}
