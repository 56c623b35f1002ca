import { fileURLToPath } from 'node:url';
import type { DataSet } from '../../shared/model.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { analyse, type AnalysisOptions, type AnalysisReport } from './analyse.ts';
import { DEMO_DATA_SET, importDemo } from './demo.ts';
import { importPorts, importSeizures, type ImportReport } from './ingest.ts';

export const GAZETTEER: DataSet = { id: 'gazetteer', title: 'Leeward gazetteer', synthetic: false };
export const REPORTED: DataSet = { id: 'reported', title: 'Publicly reported seizures', synthetic: false };

const dataFile = (name: string): string => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

/**
 * Brings a database to the state in which there is something to look at: the gazetteer, the public cases,
 * the demo traffic unless it is not wanted, and an analysis of all that is held. What is there already is
 * left alone, so a later start does little.
 */
export async function setUp(
  db: Database,
  options: AnalysisOptions & { readonly demo: boolean },
): Promise<AnalysisReport> {
  const say = (what: string, report: ImportReport): void => {
    if (report.batchId !== null) options.progress(`${what}: ${countsInWords(report.counts)}`);
  };
  const common = { dryRun: false, now: options.now() };
  say('Gazetteer', await importPorts(db, dataFile('ports.csv'), { dataSet: GAZETTEER, ...common }));
  say('Public cases', await importSeizures(db, dataFile('seizures.csv'), { dataSet: REPORTED, ...common }));
  const held = await listDataSets(db);
  if (options.demo && !held.some(({ id }) => id === DEMO_DATA_SET.id)) {
    options.progress('Making a year of synthetic demo traffic');
    say('Demo traffic', await importDemo(db, options.router, options.now()));
  }
  return analyse(db, options);
}

/** `{ portCalls: 12 }` -> `12 port calls`. */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(
      ([name, count]) =>
        `${count.toLocaleString('en')} ${name.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}`,
    )
    .join(', ');
}
