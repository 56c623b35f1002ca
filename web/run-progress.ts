import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunProgress } from '../shared/api.ts';
import { ANALYSIS_STEPS } from '../shared/vocabulary.ts';
import { progressOf } from './api.ts';

/**
 * How far a run has come, 0 to 1: the steps begun, as if each took as long, and of the one under way its part. Steps
 * run side by side and come again for another level, so it is what came farthest that counts.
 *
 * @param begun   steps heard of so far, the one of `progress` among them, each once
 * @param before  the same for the progress before
 */
export function shareDone(
  { done, of }: Pick<RunProgress, 'done' | 'of'>,
  begun: number,
  before: number,
): number {
  const within = of > 0 ? Math.min(1, done / of) : 0;
  return Math.max(before, Math.min(1, (begun - 1 + within) / ANALYSIS_STEPS.length));
}

/** A run that is watched: what it last said, how far it is, and whether the line to it is broken. */
export interface Watched {
  readonly progress: RunProgress | null;
  readonly share: number;
  readonly lost: boolean;
}

const UNHEARD: Watched = { progress: null, share: 0, lost: false };

const isProgress = (value: unknown): value is RunProgress =>
  typeof value === 'object' && value !== null && 'runId' in value && 'state' in value && 'step' in value;

/** Listens to a run until it has ended; then everything the page shows is asked for anew. */
export function useRunProgress(runId: number | null): Watched {
  const client = useQueryClient();
  const [heard, setHeard] = useState<{ runId: number | null; watched: Watched }>({ runId, watched: UNHEARD });
  useEffect(() => {
    if (runId === null) return;
    const source = new EventSource(progressOf(runId));
    const begun = new Set<string>();
    const set = (change: (before: Watched) => Watched): void =>
      setHeard((before) => ({
        runId,
        watched: change(before.runId === runId ? before.watched : UNHEARD),
      }));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const progress: unknown = JSON.parse(data);
      if (!isProgress(progress)) return;
      if (progress.step !== null) begun.add(progress.step);
      const steps = begun.size;
      set((before) => ({ progress, share: shareDone(progress, steps, before.share), lost: false }));
      if (progress.state === 'running') return;
      source.close();
      void client.invalidateQueries();
    };
    // The browser tries again by itself.
    source.onerror = () => set((before) => ({ ...before, lost: true }));
    return () => source.close();
  }, [runId, client]);
  return heard.runId === runId ? heard.watched : UNHEARD;
}
