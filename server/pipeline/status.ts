import { listBatches, listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { latestRun } from '../findings/run-store.ts';
import { countsInWords } from './setup.ts';

/** What is held and what was last found; `lines` says the same in words. */
export async function statusOf(db: Database) {
  const dataSets = await listDataSets(db);
  const batches = await listBatches(db);
  const run = await latestRun(db);
  const lines = [
    `Database: ${db.kind}`,
    ...dataSets.map(
      ({ id, title, synthetic }) => `Data set ${id}: ${title}${synthetic ? ' (synthetic)' : ''}`,
    ),
    ...batches.map(
      ({ id, kind, dataSet, files, counts }) =>
        `Batch ${String(id)}: ${kind} into ${dataSet} from ${files.join(', ')}: ${countsInWords(counts)}`,
    ),
    run
      ? `Latest run ${String(run.id)}, ${new Date(run.startedAt).toISOString()}: ${countsInWords(run.counts)}`
      : 'No run yet. Next: leeward analyse',
  ];
  return { database: db.kind, dataSets, batches, run, lines };
}
