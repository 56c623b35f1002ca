import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportJob } from '../../shared/briefing-schema.ts';
import type { Briefing, BriefingFormat, DataTable } from '../../shared/briefing.ts';
import type { ExportJobs } from '../briefings/export-jobs.ts';
import { undrawnIn } from '../briefings/undrawn.ts';
import { renderThread, type RenderThread } from '../briefings/thread.ts';
import { BusyError, NotFoundError } from '../errors.ts';

interface Kept {
  job: ExportJob;
  readonly madeAt: number;
  readonly listeners: Set<(job: ExportJob) => void>;
}

/** How long a file can be fetched, and how often what is older is removed. */
const KEPT_MS = 24 * 3_600_000;
const SWEEP_MS = 3_600_000;
/** More waiting than this are refused: each takes seconds, and nobody waits for minutes. */
const MOST_WAITING = 20;

interface JobOptions {
  now(): number;
  /** Receives what went wrong. */
  log(error: unknown): void;
  readonly thread?: RenderThread;
}

const hasEnded = ({ state }: ExportJob): boolean => state === 'done' || state === 'failed';

/**
 * @param folder  where files are kept, made when first needed
 */
export function exportJobs(folder: string, { now, log, thread = renderThread() }: JobOptions): ExportJobs {
  const kept = new Map<string, Kept>();
  const pathOf = (id: string): string => path.join(folder, id);

  const change = (one: Kept, change: Partial<ExportJob>): void => {
    one.job = { ...one.job, ...change };
    for (const listener of one.listeners) listener(one.job);
  };
  const entry = (id: string): Kept => {
    const found = kept.get(id);
    if (found) return found;
    throw new NotFoundError(
      'no-export',
      `There is no export ${id}. Files are kept for a day; its figure code makes it again.`,
    );
  };
  const work = async (
    one: Kept,
    briefing: Briefing,
    format: BriefingFormat,
    table: DataTable | undefined,
  ) => {
    const { id, code } = one.job;
    try {
      change(one, { state: 'working' });
      const { bytes, mediaType, extension } = await thread.render(briefing, format, table);
      await mkdir(folder, { recursive: true });
      // Whole or not at all: a file under its own name was written to its end.
      await writeFile(`${pathOf(id)}.part`, bytes);
      await rename(`${pathOf(id)}.part`, pathOf(id));
      const part = table === undefined ? '' : `-${table}`;
      const file = `leeward-${briefing.spec.kind}${part}-${code}.${extension}`;
      change(one, { state: 'done', file, mediaType, bytes: bytes.byteLength });
    } catch (error) {
      log(error);
      change(one, { state: 'failed', note: error instanceof Error ? error.message : String(error) });
    }
  };
  const sweep = async (): Promise<void> => {
    const old = now() - KEPT_MS;
    for (const [id, { madeAt, job }] of kept) if (madeAt < old && hasEnded(job)) kept.delete(id);
    // Files of an earlier start are not in the list: by their age alone.
    for (const name of await readdir(folder).catch(() => [])) {
      const file = path.join(folder, name);
      const made = (await stat(file).catch(() => null))?.mtimeMs ?? Infinity;
      if (made < old) await rm(file, { force: true });
    }
  };
  const timer = setInterval(() => void sweep().catch(log), SWEEP_MS);
  timer.unref();

  return {
    start: (briefing, format, table) => {
      const waiting = [...kept.values()].filter(({ job }) => !hasEnded(job)).length;
      if (waiting >= MOST_WAITING) {
        throw new BusyError(
          'exports-full',
          `${String(waiting)} exports are waiting already. Try again when some are done.`,
        );
      }
      const id = randomUUID();
      const { code } = briefing.about;
      const one: Kept = {
        job: {
          id,
          code,
          state: 'queued',
          file: null,
          mediaType: null,
          bytes: null,
          note: null,
          undrawn: undrawnIn(briefing),
        },
        madeAt: now(),
        listeners: new Set(),
      };
      kept.set(id, one);
      const queued = one.job;
      void work(one, briefing, format, table);
      return queued;
    },
    find: (id) => entry(id).job,
    fileOf: (id) => {
      const { job } = entry(id);
      if (job.state === 'done') return { path: pathOf(id), job };
      throw new NotFoundError('no-file', `Export ${id} is ${job.state}; it has no file.`);
    },
    watch: (id, listener) => {
      const one = entry(id);
      listener(one.job);
      if (hasEnded(one.job)) return () => undefined;
      one.listeners.add(listener);
      return () => one.listeners.delete(listener);
    },
    sweep,
    stop: async () => {
      clearInterval(timer);
      await thread.stop();
    },
  };
}
