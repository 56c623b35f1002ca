import { listBriefings } from '../briefings/store.ts';
import { listBatches, listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { latestRun } from '../findings/run-store.ts';
import { countsInWords } from './setup.ts';

/** What is held and what was last found; `lines` says the same in words. */
export async function statusOf(db: Database) {
  const dataSets = await listDataSets(db);
  const batches = (await listBatches(db, 100, 0)).items;
  const run = await latestRun(db);
  const briefings = (await listBriefings(db, 0, 0)).total;
  const lines = [
    `Database: ${db.kind}`,
    ...dataSets.map(
      ({ id, title, synthetic, marking }) =>
        `Data set ${id}: ${title}, TLP ${marking}${synthetic ? ' (synthetic)' : ''}`,
    ),
    ...batches.map(
      ({ id, kind, dataSet, files, counts, takenBackAt }) =>
        `Batch ${String(id)}: ${kind} into ${dataSet} from ${files.join(', ')}: ${countsInWords(counts)}` +
        (takenBackAt === null ? '' : `, taken back ${new Date(takenBackAt).toISOString()}`),
    ),
    run
      ? `Latest run ${String(run.id)}, ${new Date(run.startedAt).toISOString()}: ${countsInWords(run.counts)}`
      : 'No run yet. Next: leeward analyse',
    `Figures and documents that can be made again by their code: ${String(briefings)}`,
  ];
  return { database: db.kind, dataSets, batches, run, briefings, lines };
}
