import type { AnalysisRequest, RunProgress } from '../../shared/api.ts';
import type { AnalysisStep } from '../../shared/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { AppError, ConflictError } from '../errors.ts';
import { parametersOf } from '../findings/parameters.ts';
import type { RunJobs } from '../findings/run-jobs.ts';
import { findRun } from '../findings/run-store.ts';
import { startThread } from '../findings/thread.ts';
import { analyse } from './analyse.ts';
import { computing, type Computing } from './compute.ts';

interface Job {
  runId: number;
  readonly statistics: Computing;
  last: RunProgress | null;
  readonly listeners: Set<(progress: RunProgress) => void>;
  /** Settles when the run has ended, however. */
  ended: Promise<void>;
}

interface JobOptions {
  now(): number;
  readonly codeVersion: string;
  /** Receives what the program did not foresee. */
  log(error: unknown): void;
}

/** Starts an analysis of what is held now; null: another is under way, and none can be started. */
export async function startIfFree(runs: Pick<RunJobs, 'start'>): Promise<number | null> {
  try {
    return await runs.start({});
  } catch (error) {
    if (error instanceof ConflictError) return null;
    throw error;
  }
}

/** Analyses asked for over HTTP: one at a time, each in threads of its own. */
export function analysisJobs(db: Database, options: JobOptions): RunJobs {
  let job: Job | null = null;

  const tell = (current: Job, progress: Omit<RunProgress, 'runId'>): void => {
    // What is done before the run has its number, no one can watch.
    if (current.runId === 0) return;
    current.last = { runId: current.runId, ...progress };
    for (const listener of current.listeners) listener(current.last);
  };

  const run = async (
    current: Job,
    request: AnalysisRequest,
    started: (runId: number) => void,
  ): Promise<void> => {
    const progress = (step: AnalysisStep, done: number, of: number): void => {
      tell(current, { state: 'running', step, done, of, note: null });
    };
    try {
      await analyse(db, {
        now: options.now,
        codeVersion: options.codeVersion,
        parameters: parametersOf(request),
        compute: (input, told) => current.statistics.run(input, told),
        findPaths: async (pairs) => {
          const second = startThread();
          try {
            return await second.run('paths', pairs);
          } finally {
            await second.stop();
          }
        },
        progress,
        again: true,
        started: (runId) => {
          current.runId = runId;
          started(runId);
        },
      });
    } finally {
      await current.statistics.stop();
      const ended = current.runId === 0 ? null : await findRun(db, current.runId);
      tell(current, {
        state: ended?.state ?? 'failed',
        step: null,
        done: 1,
        of: 1,
        note: ended?.note ?? null,
      });
      job = null;
    }
  };

  return {
    start: (request) =>
      new Promise((resolve, reject) => {
        if (job) {
          reject(
            new ConflictError(
              'run-under-way',
              `Run ${String(job.runId)} is under way. Wait for its end or cancel it first.`,
            ),
          );
          return;
        }
        const current: Job = {
          runId: 0,
          statistics: computing(),
          last: null,
          listeners: new Set(),
          ended: Promise.resolve(),
        };
        job = current;
        current.ended = run(current, request, resolve).catch((error: unknown) => {
          reject(error instanceof Error ? error : new Error(String(error)));
          if (!(error instanceof AppError)) options.log(error);
        });
      }),
    cancel: async (runId) => {
      if (job?.runId !== runId) {
        throw new ConflictError('run-not-under-way', `Run ${String(runId)} is not under way here.`);
      }
      const { statistics, ended } = job;
      await statistics.stop();
      await ended;
    },
    watch: (runId, listener) => {
      if (job?.runId !== runId) return null;
      const { listeners, last } = job;
      listeners.add(listener);
      if (last) listener(last);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await job?.statistics.stop();
      await job?.ended;
    },
  };
}
