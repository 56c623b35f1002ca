import './runs.css';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { useRunProgress } from '../run-progress.ts';
import type { PageView } from '../state.ts';
import type { Open } from './parts.tsx';
import { Answered, Empty } from './answered.tsx';
import { RunComparing } from './runs-compare.tsx';
import { RunStart } from './runs-form.tsx';
import { RunList } from './runs-list.tsx';
import { RunNow } from './runs-progress.tsx';
import { Sheet } from './sheet.tsx';

/** As many runs as one request may bring. */
const ALL_RUNS = 5000;

/** The analysis runs: what each found, a new one, and two compared. */
export function Runs(props: {
  view: PageView;
  change(change: Partial<PageView>): void;
  open: Open;
  close(): void;
}) {
  const t = useT();
  const client = useQueryClient();
  const [limit, setLimit] = useState<number | undefined>(undefined);
  const query = useQuery(queries.runs(limit));
  // The run that was started here or chosen to be watched; its end stays on the page until it is put away.
  const [current, setCurrent] = useState<{ runId: number; since: number } | null>(null);
  const [putAway, setPutAway] = useState<number | null>(null);
  const now = useRef<HTMLDivElement>(null);
  const runs = query.data?.items ?? [];
  const running = runs.find(({ state, id }) => state === 'running' && id !== putAway);
  // Whoever started it, a run under way is watched.
  if (current === null && running) setCurrent({ runId: running.id, since: Date.parse(running.startedAt) });
  const watched = useRunProgress(current?.runId ?? null);
  const busy = current !== null && (watched.progress?.state ?? 'running') === 'running';

  const watch = (runId: number, since: number): void => {
    setCurrent({ runId, since });
    window.setTimeout(() => now.current?.scrollIntoView({ block: 'nearest' }));
  };
  const watchRunning = async (): Promise<void> => {
    const { data } = await query.refetch();
    const found = data?.items.find(({ state }) => state === 'running');
    if (found) watch(found.id, Date.parse(found.startedAt));
  };
  const compare = (pair: PageView['compared']): void => props.change({ page: 'runs', compared: pair });

  return (
    <Sheet title={t('runs.title')} lead={t('runs.lead')} close={props.close}>
      <div ref={now}>
        {current && (
          <RunNow
            runId={current.runId}
            watched={watched}
            since={current.since}
            dismiss={() => {
              setPutAway(current.runId);
              setCurrent(null);
            }}
          />
        )}
      </div>
      <RunComparing view={props.view} runs={runs} compare={compare} open={props.open} />
      <div className="runs">
        <div>
          <Answered query={query} rows={6}>
            {() =>
              runs.length === 0 ? (
                <Empty text={t('runs.none')} why={t('runs.noneWhy')} />
              ) : (
                <RunList runs={runs} compare={compare} />
              )
            }
          </Answered>
          {query.data && runs.length < query.data.total && (
            <Button variant="subtle" size="compact-sm" onClick={() => setLimit(ALL_RUNS)}>
              {t('runs.more')}
            </Button>
          )}
        </div>
        <RunStart
          busy={busy}
          started={(runId) => {
            watch(runId, Date.now());
            void client.invalidateQueries({ queryKey: ['/runs'] });
          }}
          watchRunning={() => void watchRunning()}
        />
      </div>
    </Sheet>
  );
}
