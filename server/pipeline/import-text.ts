import type { ImportFault, ImportReply, ImportRequest } from '../../shared/api-imports.ts';
import type { DataSet, Reject } from '../../shared/model.ts';
import { MAX_IMPORT_BYTES } from '../../shared/seizure-table.ts';
import { showValue } from '../../shared/table.ts';
import { dataSetOf } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { InputError, TooLargeError } from '../errors.ts';
import type { RunJobs } from '../findings/run-jobs.ts';
import { correctText, lineAt } from './correct-text.ts';
import { startIfFree } from './jobs.ts';
import { checkSeizures, writeSeizures, type CheckedSeizures } from './import-seizures.ts';
import { DEFAULT_READ_LIMITS, readTableText, type FileTable } from './read-table.ts';

/** The data set of what is taken in where no other is named; the command line has the same. */
const IMPORTED: Omit<DataSet, 'marking'> = { id: 'imported', title: 'Imported cases', synthetic: false };

/** Faults and unknown names told one by one, as many as the contract has room for. */
const MOST_TOLD = 1000;
/** A cell longer than this is not sent back to be corrected, characters. */
const LONGEST_EDIT = 20_000;

interface Options {
  now(): number;
  readonly runs: Pick<RunJobs, 'start'>;
}

type TakeIn = (request: ImportRequest) => Promise<ImportReply>;

/**
 * Takes in seizure reports that arrive as text: checks them, and when asked writes what is new as one batch and
 * starts an analysis. One request after another, so that each sees what the one before has written.
 *
 * @returns a function that throws {TooLargeError} `text-too-large`, {InputError} `rows-refused` when something is
 *   to be written that has a fault, `correction-misplaced`
 */
export function seizureImports(db: Database, options: Options): TakeIn {
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const next = last.then(() => takeIn(db, request, options));
    last = next.catch(() => undefined);
    return next;
  };
}

async function takeIn(db: Database, request: ImportRequest, { now, runs }: Options): Promise<ImportReply> {
  const { marking, commit, corrections, columns, forAll, dateOrder, decimalMark } = request;
  const text = corrections.length === 0 ? request.text : correctText(request.text, corrections);
  if (Buffer.byteLength(text) > MAX_IMPORT_BYTES) {
    const most = String(MAX_IMPORT_BYTES / 1_000_000);
    throw new TooLargeError(
      'text-too-large',
      `The text has more than ${most} MB. Split it into smaller files.`,
    );
  }
  const name = fileName(request.name);
  const held = await dataSetOf(db, IMPORTED.id);
  const reply = { ...NOTHING_READ, name, text: corrections.length === 0 ? null : text };
  const table = await readOrFaults(name, text);
  if ('rejects' in table) {
    if (commit) throw table;
    return { ...reply, faults: table.rejects.length, rejects: faultsOf(table.rejects, null, text) };
  }
  // Each record carries its own marking, so what was taken in before may have another one.
  const ways = { layout: { columns, forAll }, said: { dateOrder, decimalMark } };
  const checked = await checkSeizures(db, table, { id: IMPORTED.id, marking }, ways);
  const dataSet = { ...(held ?? { ...IMPORTED, marking }), synthetic: false };
  // A batch of nothing would only make the list of batches longer.
  const dryRun = !commit || (checked.faults === 0 && checked.fresh.length === 0);
  const batchId = dryRun ? null : (await writeSeizures(db, checked, { dataSet, dryRun, now: now() })).batchId;
  return {
    ...reply,
    ...foundIn(checked, text),
    batchId,
    runId: batchId === null ? null : await startIfFree(runs),
  };
}

const NOTHING_READ = {
  dataSet: IMPORTED.id,
  ...{ rows: 0, seizures: 0, new: 0, heldAlready: 0, commodityLines: 0, faults: 0 },
  ...{ columns: [], rejects: [], unresolved: [], readAs: [], questions: [], batchId: null, runId: null },
};

function foundIn({ table, counts, faults, rejects, unresolved, ...found }: CheckedSeizures, text: string) {
  const { routePoints: _points, ...told } = counts;
  return {
    ...told,
    faults,
    rejects: faultsOf(rejects, table, text),
    unresolved: unresolved.slice(0, MOST_TOLD),
    columns: found.columns.map((one) => ({ ...one, sample: sampleOf(table, one.name) })),
    readAs: [...found.readAs],
    questions: [...found.questions],
  };
}

/** Rows looked through for a value of a column. */
const SAMPLED = 100;

const sampleOf = ({ rows }: FileTable, name: string): string =>
  showValue(
    rows
      .slice(0, SAMPLED)
      .find((row) => (row[name] ?? '').trim() !== '')
      ?.[name]?.trim() ?? '',
  );

/** The last part of a path of any system, without marks that turn or hide text. */
const fileName = (given: string): string => showValue(given.replace(/^.*[\\/]/s, '').trim()) || 'cases.csv';

/** The table, or what refuses it as a whole. */
async function readOrFaults(name: string, text: string): Promise<FileTable | InputError> {
  try {
    return await readTableText(name, text, { ...DEFAULT_READ_LIMITS, maxBytes: MAX_IMPORT_BYTES });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** Faults with what can be corrected: the cell where there is one, else the line. */
function faultsOf(rejects: readonly Reject[], table: FileTable | null, text: string): ImportFault[] {
  const rowAt = new Map(table?.lines.map((line, i) => [line, table.rows[i]]));
  const editOf = ({ row, column }: Reject): ImportFault['edit'] => {
    if (row === null) return null;
    const cells = rowAt.get(row);
    // Rows that cannot be told apart, and the header, are corrected as lines.
    const edit =
      cells === undefined
        ? { column: null, text: lineAt(text, row) }
        : { column, text: column === null ? undefined : cells[column] };
    if (edit.text === undefined || edit.text.length > LONGEST_EDIT) return null;
    return { column: edit.column, text: edit.text };
  };
  return rejects.slice(0, MOST_TOLD).map((reject) => {
    const { row, column, value, reason, fix } = reject;
    return { row, column, value, reason, fix, edit: editOf(reject) };
  });
}
