import type { BatchEntry, TakeBackReply } from '../../shared/api-batches.ts';
import { listBatches, type StoredBatch } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import type { RunJobs } from '../findings/run-jobs.ts';
import { startIfFree } from './jobs.ts';
import { isShipped } from './setup.ts';
import { planTakeBack, takeBack, takeBackAlone } from './take-back.ts';
import type { TakeBackPlan } from './take-back-plan.ts';

/** What imports brought, for the page and the command line. */
export interface BatchBook {
  list(page: { limit: number; offset: number }): Promise<{ items: BatchEntry[]; total: number }>;
  /** @throws as `planTakeBack` and, with `commit`, `takeBack` do */
  takeBack(id: number, commit: boolean): Promise<TakeBackReply>;
}

/**
 * @param options.runs  analyses what is left once a batch is taken back; null: nothing does, and this process runs none
 */
export function batchBook(
  db: Database,
  { now, runs }: { now(): number; readonly runs: Pick<RunJobs, 'start'> | null },
): BatchBook {
  return {
    list: async ({ limit, offset }) => {
      const { items, total } = await listBatches(db, limit, offset);
      return { items: await Promise.all(items.map(entryOf)), total };
    },
    takeBack: async (id, commit) => {
      if (!commit) return replyOf(await planTakeBack(db, id), null);
      if (runs === null) return replyOf(await takeBackAlone(db, id, now()), null);
      const plan = await takeBack(db, id, now());
      return replyOf(plan, await startIfFree(runs));
    },
  };
}

async function replyOf(plan: TakeBackPlan, runId: number | null): Promise<TakeBackReply> {
  const { batch, removes, notesKept, alsoIn } = plan;
  return {
    batch: await entryOf(batch),
    removes: { ...removes },
    notesKept,
    alsoIn: alsoIn.map(({ id, files }) => ({ id, files: [...files] })),
    runId,
  };
}

async function entryOf(batch: StoredBatch): Promise<BatchEntry> {
  const { id, kind, dataSet, files, counts, importedAt, takenBackAt, takenBack } = batch;
  return {
    ...{ id, kind, dataSet, counts, takenBack },
    files: [...files],
    importedAt: new Date(importedAt).toISOString(),
    shipped: takenBackAt === null && (await isShipped(batch)),
    takenBackAt: takenBackAt === null ? null : new Date(takenBackAt).toISOString(),
  };
}
