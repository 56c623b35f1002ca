import { Worker } from 'node:worker_threads';
import { AppError, ConflictError, InputError } from '../errors.ts';
import type { Progress } from './analysis-input.ts';
import type { FromWorker, TaskInput, TaskName, TaskOutput, ToWorker } from './worker.ts';

/** A thread of its own for long work, so that requests are answered meanwhile. */
export interface Thread {
  /**
   * Runs a task; tasks given while one is under way wait for it.
   *
   * @throws {AppError} as the task threw it; `cancelled` when the thread was stopped
   */
  run<T extends TaskName>(task: T, input: TaskInput<T>, progress?: Progress): Promise<TaskOutput<T>>;
  /** Stops at once, in the middle of a task if need be: tasks are pure, so nothing is left half done. */
  stop(): Promise<void>;
}

interface Waiting {
  readonly progress: Progress;
  resolve(value: never): void;
  reject(error: unknown): void;
}

/** Starts the thread. It keeps the process alive while a task is under way, and no longer. */
export function startThread(): Thread {
  const worker = new Worker(new URL('../leeward.js', import.meta.url), { workerData: 'findings' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended: AppError | null = null;

  const fail = (error: AppError): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (message: FromWorker) => {
    const task = waiting.get(message.id);
    if (!task) return;
    if (message.kind === 'progress') {
      task.progress(message.step, message.done, message.of);
      return;
    }
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if (message.kind === 'value') task.resolve(message.value as never);
    else task.reject(asError(message));
  });
  worker.on('error', (error) => {
    fail(new AppError('analysis-failed', `The analysis failed: ${error.message}`));
  });
  worker.on('exit', () => {
    fail(new AppError('analysis-failed', 'The analysis ended before it was done.'));
  });

  // Only now: to listen for messages would hold the process again.
  worker.unref();

  return {
    run: (task, input, progress = () => undefined) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(ended);
          return;
        }
        const id = ++last;
        waiting.set(id, { progress, resolve, reject });
        const message: ToWorker = { id, task, input };
        worker.ref();
        worker.postMessage(message);
      }),
    stop: async () => {
      fail(new ConflictError('cancelled', 'The analysis was cancelled.'));
      await worker.terminate();
    },
  };
}

function asError({ error }: Extract<FromWorker, { kind: 'error' }>): Error {
  if (error.input && error.code !== null) return new InputError(error.code, error.message);
  return new AppError(error.code ?? 'analysis-failed', error.message);
}
