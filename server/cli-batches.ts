import { InvalidArgumentError, type Command } from 'commander';
import type { BatchEntry, TakeBackReply } from '../shared/api-batches.ts';
import type { Database } from './db/database.ts';
import { batchBook } from './pipeline/batch-book.ts';
import { countsInWords } from './pipeline/setup.ts';

interface Context {
  withDatabase(work: (db: Database) => Promise<void>): Promise<void>;
  answer(value: object, text: string): void;
}

/** As many as anybody will have imported by hand. */
const ALL = { limit: 5000, offset: 0 };

/** Adds the commands that list what imports brought and take it back. */
export function addBatches(program: Command, { withDatabase, answer }: Context): void {
  program
    .command('batches')
    .description('what imports brought, latest first, each with its number')
    .action(async () => {
      await withDatabase(async (db) => {
        const batches = await batchBook(db, { now: Date.now, runs: null }).list(ALL);
        answer(batches, batchTable(batches.items));
      });
    });
  program
    .command('take-back')
    .description('take out again what one import brought; the same files can be imported again afterwards')
    .argument('<batch>', 'its number, as batches lists it', batchNumber)
    .option('--dry-run', 'say what would go, and remove nothing')
    .action(async (id: number, { dryRun = false }: { dryRun?: boolean }) => {
      await withDatabase(async (db) => {
        const reply = await batchBook(db, { now: Date.now, runs: null }).takeBack(id, !dryRun);
        answer({ ...reply, dryRun }, takenBackInWords(reply, dryRun));
      });
    });
}

function batchNumber(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It takes the number of a batch; "leeward batches" lists them.');
}

function batchTable(batches: readonly BatchEntry[]): string {
  if (batches.length === 0) return 'Nothing was imported yet.';
  const rows = batches.map((batch) => [
    String(batch.id),
    batch.kind,
    batch.dataSet,
    batch.importedAt.slice(0, 16).replace('T', ' '),
    batch.files.join(', '),
    stateOf(batch),
  ]);
  const table = [['Batch', 'Kind', 'Data set', 'Imported, UTC', 'Files', 'What it brought'], ...rows];
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => (row[at] ?? '').length)));
  return table
    .map((row) =>
      row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
    )
    .join('\n');
}

function stateOf(batch: BatchEntry): string {
  const { shipped, takenBackAt, takenBack } = batch;
  if (takenBackAt !== null) {
    return `taken back ${takenBackAt.slice(0, 16).replace('T', ' ')}: ${recordsInWords(takenBack ?? {})}`;
  }
  return `${recordsInWords(broughtBy(batch))}${shipped ? ' (comes with Leeward)' : ''}`;
}

/** What was written of what was read. */
function broughtBy({ kind, counts }: BatchEntry): Readonly<Record<string, number>> {
  const { new: fresh = 0, changed = 0 } = counts;
  if (kind === 'seizures') return { ...counts, seizures: fresh };
  return kind === 'ports' ? { places: fresh, placesChanged: changed } : counts;
}

/** Kinds of records in the order in which they are said; the database keeps none. */
const RECORDS = [
  ...['seizures', 'commodityLines', 'routePoints', 'places', 'placesChanged'],
  ...['vessels', 'portCalls', 'voyages', 'legs'],
];

const recordsInWords = (counts: Readonly<Record<string, number>>): string =>
  countsInWords(
    Object.fromEntries(RECORDS.flatMap((kind) => (counts[kind] === undefined ? [] : [[kind, counts[kind]]]))),
  );

function takenBackInWords({ batch, removes, notesKept, alsoIn }: TakeBackReply, dryRun: boolean): string {
  const from = `batch ${String(batch.id)} (${batch.kind} from ${batch.files.join(', ')})`;
  const what = recordsInWords(removes);
  const lines = [dryRun ? `Would go with ${from}: ${what}` : `Took back ${from}: ${what}`];
  if (notesKept > 0) lines.push(`Notes on them, which stay: ${String(notesKept)}`);
  for (const { id, files } of alsoIn) {
    lines.push(
      `  batch ${String(id)} found records held already; if some of these, import ${files.join(', ')} again to bring them back`,
    );
  }
  lines.push('Earlier runs and figures stay as they are.');
  lines.push(dryRun ? 'Dry run: nothing was removed.' : 'Next: leeward analyse');
  return lines.join('\n');
}
