import { canonical } from '../../shared/canonical.ts';
import type { DataSet, Reject, Seizure } from '../../shared/model.ts';
import { OPTIONAL_SEIZURE_COLUMNS, REQUIRED_SEIZURE_COLUMNS } from '../../shared/seizure-table.ts';
import { showValue, type Unresolved } from '../../shared/table.ts';
import type { Database } from '../db/database.ts';
import { parseSeizures } from '../seizures/parse.ts';
import { saveSeizures, seizuresByRecord } from '../seizures/store.ts';
import {
  gazetteerOf,
  NOTHING_ELSE,
  readChecked,
  refuseRejects,
  writeBatch,
  type ImportOptions,
  type ImportReport,
} from './ingest.ts';
import type { FileTable } from './read-table.ts';

/** What a table of seizure reports says, held against what the database holds. Nothing is written. */
export interface CheckedSeizures {
  readonly table: FileTable;
  /** Those of the sound records that are not held yet. */
  readonly fresh: readonly Seizure[];
  /** As `parseSeizures` lists them, then one for each record that is held with other content. */
  readonly rejects: readonly Reject[];
  /** How many faults there are, listed or not. */
  readonly faults: number;
  readonly unresolved: readonly Unresolved[];
  readonly counts: Readonly<
    Record<'rows' | 'seizures' | 'new' | 'heldAlready' | 'commodityLines' | 'routePoints', number>
  >;
}

/**
 * Checks a table of seizure reports (columns of `data/seizures.csv`). A record held already with the same content,
 * in whatever data set, is not new, so that one event is never counted twice; one held in this data set with other
 * content is a fault, so that nothing is overwritten unseen.
 *
 * @param table    its header is checked already
 * @param dataSet  where the records will be held, and the marking of those without one of their own
 */
export async function checkSeizures(
  db: Database,
  table: FileTable,
  dataSet: Pick<DataSet, 'id' | 'marking'>,
): Promise<CheckedSeizures> {
  const parsed = parseSeizures(table, dataSet, await gazetteerOf(db));
  const { seizures, unresolved } = parsed;
  const held = await seizuresByRecord(
    db,
    seizures.map(({ recordId }) => recordId),
  );
  const contents = new Set(held.map(contentOf));
  const ids = new Set(held.map(({ id }) => id));
  const fresh = seizures.filter((seizure) => !contents.has(contentOf(seizure)));
  const changed = fresh.filter(({ id }) => ids.has(id));
  const lineOf = linesByName(table, 'record_id');
  const overwritten = changed.map(({ recordId }): Reject => ({
    file: table.file,
    row: lineOf.get(recordId) ?? null,
    column: 'record_id',
    value: showValue(recordId),
    reason: `Record ${showValue(recordId)} is held already in data set ${dataSet.id} with other content.`,
    fix: 'Give the new report a record_id of its own, or import the file into another data set with --data-set.',
  }));
  return {
    table,
    fresh,
    rejects: [...parsed.rejects, ...overwritten],
    faults: parsed.faults + overwritten.length,
    unresolved,
    counts: {
      rows: table.rows.length,
      seizures: seizures.length,
      new: fresh.length,
      heldAlready: seizures.length - fresh.length,
      commodityLines: fresh.reduce((sum, { lines }) => sum + lines.length, 0),
      routePoints: fresh.reduce((sum, { routePoints }) => sum + routePoints.length, 0),
    },
  };
}

/**
 * Writes what a check found to be new, as one batch.
 *
 * @throws {InputError} `rows-refused` when the check found a fault: half a file would be hard to put right
 * @throws {ConflictError} when the data set is held under another label; the database is then unchanged
 */
export async function writeSeizures(
  db: Database,
  { table, fresh, rejects, unresolved, counts }: CheckedSeizures,
  options: ImportOptions,
): Promise<ImportReport> {
  refuseRejects(table.file, rejects);
  const batch = { kind: 'seizures' as const, files: [table.file], sha256: table.sha256, counts };
  return writeBatch(db, batch, options, { ...NOTHING_ELSE, unresolved }, (tx, batchId) =>
    saveSeizures(tx, fresh, options.dataSet.id, batchId),
  );
}

/**
 * Imports a file of seizure reports: checks it and writes what is new.
 *
 * @throws {InputError} with every fault of every row; the database is then unchanged
 */
export async function importSeizures(
  db: Database,
  path: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const table = await readChecked(path, REQUIRED_SEIZURE_COLUMNS, OPTIONAL_SEIZURE_COLUMNS);
  return writeSeizures(db, await checkSeizures(db, table, options.dataSet), options);
}

/** The line on which each record, named by a column, begins. */
function linesByName(table: FileTable, column: string): Map<string, number> {
  const lines = new Map<string, number>();
  table.rows.forEach((row, i) => {
    const name = (row[column] ?? '').trim();
    if (!lines.has(name)) lines.set(name, table.lines[i] ?? i + 2);
  });
  return lines;
}

/** What a record says, apart from the data set it is held in and who may see it. */
function contentOf({ dataSet: _set, marking: _marking, ...seizure }: Seizure & { dataSet?: string }): string {
  return canonical({ ...seizure, id: seizure.recordId });
}
