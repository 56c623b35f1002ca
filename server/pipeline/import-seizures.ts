import { canonical } from '../../shared/canonical.ts';
import type { DataSet, Reject, Seizure } from '../../shared/model.ts';
import {
  OPTIONAL_SEIZURE_COLUMNS,
  REQUIRED_SEIZURE_COLUMNS,
  type TableLayout,
} from '../../shared/seizure-table.ts';
import { showValue, type Table, type Unresolved } from '../../shared/table.ts';
import type { Database } from '../db/database.ts';
import { arrangeSeizures, namesInFile, OWN_LAYOUT, type Arranged } from '../seizures/arrange.ts';
import { NOTHING_SAID, type Said } from '../seizures/conventions.ts';
import type { Question, ReadAs } from '../seizures/fields.ts';
import { parseSeizures } from '../seizures/parse.ts';
import { saveSeizures, seizuresByRecord } from '../seizures/store.ts';
import {
  gazetteerOf,
  NOTHING_ELSE,
  refuseRejects,
  writeBatch,
  type ImportOptions,
  type ImportReport,
} from './ingest.ts';
import { readTable, requireColumns, type FileTable } from './read-table.ts';

/** How a table of seizure reports is laid out and written, where it is not as `data/seizures.csv`. */
export interface TableWays {
  readonly layout: TableLayout;
  readonly said: Said;
}

export const OWN_WAYS: TableWays = { layout: OWN_LAYOUT, said: NOTHING_SAID };

/** What a table of seizure reports says, held against what the database holds. Nothing is written. */
export interface CheckedSeizures {
  /** As it stands in the file; columns in `rejects`, `unresolved`, `readAs` and `questions` are the file's. */
  readonly table: FileTable;
  readonly columns: Arranged<FileTable>['columns'];
  /** Those of the sound records that are not held yet. */
  readonly fresh: readonly Seizure[];
  /** As `parseSeizures` lists them, then one for each record that is held with other content. */
  readonly rejects: readonly Reject[];
  /** How many faults there are, listed or not. */
  readonly faults: number;
  readonly unresolved: readonly Unresolved[];
  readonly readAs: readonly ReadAs[];
  readonly questions: readonly Question[];
  readonly counts: Readonly<
    Record<'rows' | 'seizures' | 'new' | 'heldAlready' | 'commodityLines' | 'routePoints', number>
  >;
}

/**
 * Checks a table of seizure reports. A record held already with the same content, in whatever data set, is not new,
 * so that one event is never counted twice; one held in this data set with other content is a fault, so that nothing
 * is overwritten unseen. Where the header is at fault no row is looked at.
 *
 * @param dataSet  where the records will be held, and the marking of those without one of their own
 */
export async function checkSeizures(
  db: Database,
  file: FileTable,
  dataSet: Pick<DataSet, 'id' | 'marking'>,
  { layout, said }: TableWays,
): Promise<CheckedSeizures> {
  const { table, columns, rejects: misplaced } = arrangeSeizures(file, layout);
  const header = [
    ...misplaced,
    ...requireColumns(table, REQUIRED_SEIZURE_COLUMNS, OPTIONAL_SEIZURE_COLUMNS).map((reject) => ({
      ...reject,
      fix: `${reject.fix} Or say which column it is.`,
    })),
  ];
  if (header.length > 0)
    return { ...NOTHING_CHECKED, table: file, columns, rejects: header, faults: header.length };
  const today = new Date().toISOString().slice(0, 10);
  const parsed = parseSeizures(table, dataSet, await gazetteerOf(db), said, today);
  const { seizures } = parsed;
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
  const nameOf = namesInFile({ columns });
  const named = <T extends { readonly column: string | null }>(found: readonly T[]): T[] =>
    found.map((one) => (one.column === null ? one : { ...one, column: nameOf(one.column) }));
  return {
    table: file,
    columns,
    fresh,
    rejects: named([...parsed.rejects, ...overwritten]),
    faults: parsed.faults + overwritten.length,
    unresolved: named(parsed.unresolved),
    readAs: named(parsed.readAs),
    questions: named(parsed.questions),
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

const NOTHING_CHECKED = {
  ...{ fresh: [], unresolved: [], readAs: [], questions: [] },
  counts: { rows: 0, seizures: 0, new: 0, heldAlready: 0, commodityLines: 0, routePoints: 0 },
};

/**
 * Writes what a check found to be new, as one batch.
 *
 * @throws {InputError} `rows-refused` when the check found a fault: half a file would be hard to put right
 * @throws {ConflictError} when the data set is held under another label; the database is then unchanged
 */
export async function writeSeizures(
  db: Database,
  { table, fresh, rejects, unresolved, readAs, counts }: CheckedSeizures,
  options: ImportOptions,
): Promise<ImportReport> {
  refuseRejects(table.file, rejects);
  const batch = { kind: 'seizures' as const, files: [table.file], sha256: table.sha256, counts };
  return writeBatch(db, batch, options, { ...NOTHING_ELSE, unresolved, readAs }, (tx, batchId) =>
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
  ways: TableWays = OWN_WAYS,
): Promise<ImportReport> {
  return writeSeizures(db, await checkSeizures(db, await readTable(path), options.dataSet, ways), options);
}

/** The line on which each record, named by a column, begins. */
function linesByName(table: Table, column: string): Map<string, number> {
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
