import type { DataSet } from '../../shared/model.ts';
import type { Queryable } from './database.ts';

/** What one import brought, written in the same transaction as its records. */
export interface Batch {
  readonly kind: 'ports' | 'seizures' | 'ais' | 'calls';
  readonly dataSet: DataSet;
  readonly files: readonly string[];
  /** Of the content of all files together; the same content of the same kind is not taken twice. */
  readonly sha256: string;
  readonly importedAt: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Thresholds by which the records were made, where there are any. */
  readonly parameters?: object;
}

/** The latest batch that brought this content, into whatever data set, or null. */
export async function findBatch(
  db: Queryable,
  kind: Batch['kind'],
  sha256: string,
): Promise<{ readonly id: number; readonly dataSet: string } | null> {
  const rows = await db.query<{ id: number; dataSet: string }>(
    `select id::int as id, data_set as "dataSet" from batch where kind = $1 and sha256 = $2
     order by id desc limit 1`,
    [kind, sha256],
  );
  return rows[0] ?? null;
}

/** Records a batch, and its data set where new; returns the batch's number. */
export async function saveBatch(tx: Queryable, batch: Batch): Promise<number> {
  const { id, title, synthetic, marking } = batch.dataSet;
  await tx.query('insert into data_set values ($1, $2, $3, $4) on conflict (id) do nothing', [
    id,
    title,
    synthetic,
    marking,
  ]);
  const rows = await tx.query<{ id: number }>(
    `insert into batch (kind, data_set, files, sha256, imported_at, counts, parameters)
     values ($1, $2, $3::jsonb, $4, $5::timestamptz, $6::jsonb, $7::jsonb) returning id::int as id`,
    [
      batch.kind,
      id,
      JSON.stringify(batch.files),
      batch.sha256,
      new Date(batch.importedAt).toISOString(),
      JSON.stringify(batch.counts),
      JSON.stringify(batch.parameters ?? {}),
    ],
  );
  return rows[0]?.id ?? 0;
}

/** Every data set that records name. */
export async function listDataSets(db: Queryable): Promise<DataSet[]> {
  return db.query<DataSet & object>('select id, title, synthetic, marking from data_set order by id');
}

/** The data set of this id, or null. */
export async function dataSetOf(db: Queryable, id: string): Promise<DataSet | null> {
  return (await listDataSets(db)).find((one) => one.id === id) ?? null;
}

/** Batches, latest first, for the status command. */
export async function listBatches(db: Queryable): Promise<
  {
    id: number;
    kind: string;
    dataSet: string;
    files: string[];
    counts: Record<string, number>;
    parameters: Record<string, unknown>;
  }[]
> {
  return db.query(
    `select id::int as id, kind, data_set as "dataSet", files, counts, parameters from batch order by id desc limit 100`,
  );
}
