import { Worker } from 'node:worker_threads';
import type { Briefing, BriefingFormat, DataTable } from '../../shared/briefing.ts';
import { AppError, InputError } from '../errors.ts';
import type { Rendered } from './render/render.ts';
import type { RenderAnswer, RenderTask } from './worker.ts';

/** A thread that renders, so that requests are answered meanwhile. */
export interface RenderThread {
  /**
   * Renders a briefing; what is given while another is rendered waits for it.
   *
   * @throws {InputError} as the renderer threw it
   * @throws {AppError} `export-failed`
   */
  render(briefing: Briefing, format: BriefingFormat, table: DataTable | undefined): Promise<Rendered>;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(value: Rendered): void;
  reject(error: Error): void;
}

/** A thread that is started when first needed, and again after it failed; it does not keep the process alive. */
export function renderThread(): RenderThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const failAll = (message: string): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(new AppError('export-failed', message));
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL('../leeward.js', import.meta.url), { workerData: 'briefings' });
    started.on('message', (answer: RenderAnswer) => {
      const task = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.kind === 'value') task?.resolve(answer.value);
      else if (answer.code === 'export-failed') task?.reject(new AppError(answer.code, answer.message));
      else task?.reject(new InputError(answer.code, answer.message));
    });
    started.on('error', (error) => {
      if (worker === started) failAll(`The export failed: ${error.message}`);
    });
    started.on('exit', () => {
      if (worker === started) failAll('The export ended before it was done.');
    });
    // Only now: to listen for messages would hold the process again.
    started.unref();
    return started;
  };

  return {
    render: (briefing, format, table) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        const task: RenderTask = { id: ++last, briefing, format, table };
        waiting.set(task.id, { resolve, reject });
        worker.postMessage(task);
      }),
    stop: async () => {
      const current = worker;
      failAll('The export was stopped.');
      await current?.terminate();
    },
  };
}
