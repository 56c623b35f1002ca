import { fileURLToPath } from 'node:url';
import type { DataSet } from '../../shared/model.ts';
import { findBatch, listDataSets, type Batch, type StoredBatch } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { markInterrupted } from '../findings/run-store.ts';
import type { WaterRouter } from '../network/water/router.ts';
import { analyse, type AnalysisOptions, type AnalysisReport } from './analyse.ts';
import { DEMO_DATA_SET, importDemo } from './demo.ts';
import { importSeizures } from './import-seizures.ts';
import { importPorts, type ImportOptions, type ImportReport } from './ingest.ts';
import { sha256OfFiles } from './read-table.ts';

export const GAZETTEER: DataSet = {
  id: 'gazetteer',
  title: 'Leeward gazetteer',
  synthetic: false,
  marking: 'clear',
};
export const REPORTED: DataSet = {
  id: 'reported',
  title: 'Publicly reported seizures',
  synthetic: false,
  marking: 'clear',
};

const dataFile = (name: string): string => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));

/** A file that comes with Leeward; taken in when its content is not held yet. */
interface OwnFile {
  readonly title: string;
  readonly name: string;
  readonly kind: Batch['kind'];
  readonly dataSet: DataSet;
  take(db: Database, path: string, options: ImportOptions): Promise<ImportReport>;
}

/** In order: the places first, by which the cases are located. */
const OWN_FILES: readonly OwnFile[] = [
  { title: 'Gazetteer', name: 'ports.csv', kind: 'ports', dataSet: GAZETTEER, take: importPorts },
  { title: 'Public cases', name: 'seizures.csv', kind: 'seizures', dataSet: REPORTED, take: importSeizures },
];

/** Hashes of the files that come with Leeward, worked out once: they do not change while it runs. */
const hashes = new Map<string, Promise<string>>();
function hashOf({ name }: OwnFile): Promise<string> {
  const hash = hashes.get(name) ?? sha256OfFiles([dataFile(name)]).then(({ sha256 }) => sha256);
  hashes.set(name, hash);
  return hash;
}

/** Whether a batch is of a file that comes with Leeward, of this version or, where cases are, of one before. */
export async function isShipped({
  kind,
  dataSet,
  files,
  sha256,
}: Pick<StoredBatch, 'kind' | 'dataSet' | 'files' | 'sha256'>): Promise<boolean> {
  const own = OWN_FILES.find((one) => one.kind === kind);
  if (own === undefined) return false;
  if (own.dataSet === REPORTED && dataSet === REPORTED.id && files.join() === own.name) return true;
  return (await hashOf(own)) === sha256;
}

/**
 * Brings a database to the state in which there is something to look at: the gazetteer, the public cases,
 * the demo traffic unless it is not wanted, and an analysis of all that is held. What is there already is
 * left alone, so a later start does little.
 */
export async function setUp(
  db: Database,
  options: AnalysisOptions & {
    readonly demo: boolean;
    readonly router: () => WaterRouter;
    /** Told of what was done, in words. */
    say(what: string): void;
  },
): Promise<AnalysisReport> {
  for (const id of await markInterrupted(db, options.now())) {
    options.say(`Run ${String(id)} was interrupted: the program ended while it was under way.`);
  }
  const say = (what: string, report: ImportReport): void => {
    if (report.batchId !== null) options.say(`${what}: ${countsInWords(report.counts)}`);
  };
  const load = async (own: OwnFile): Promise<void> => {
    if ((await findBatch(db, own.kind, await hashOf(own))) !== null) return;
    const file = dataFile(own.name);
    say(own.title, await own.take(db, file, { dataSet: own.dataSet, dryRun: false, now: options.now() }));
  };
  for (const own of OWN_FILES) await load(own);
  // Also when it was taken back: who took it out does not want it at every start.
  const held = await listDataSets(db);
  if (options.demo && !held.some(({ id }) => id === DEMO_DATA_SET.id)) {
    options.say('Making a year of synthetic demo traffic');
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
