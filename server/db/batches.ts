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

/** The latest batch held that brought this content, into whatever data set, or null. */
export async function findBatch(
  db: Queryable,
  kind: Batch['kind'],
  sha256: string,
): Promise<{ readonly id: number; readonly dataSet: string } | null> {
  const rows = await db.query<{ id: number; dataSet: string }>(
    `select id::int as id, data_set as "dataSet" from batch
     where kind = $1 and sha256 = $2 and taken_back_at is null order by id desc limit 1`,
    [kind, sha256],
  );
  return rows[0] ?? null;
}

/**
 * Whether records that were held already when a batch came may have gone since, with another batch: what its files hold
 * of them can then be taken in again.
 */
export async function mayHaveLost(db: Queryable, batchId: number): Promise<boolean> {
  const rows = await db.query(
    `select 1 from batch b join batch gone on gone.kind = b.kind and gone.id < b.id
     where b.id = $1 and gone.taken_back_at >= b.imported_at limit 1`,
    [batchId],
  );
  return rows.length > 0;
}

/** Records a batch, and its data set where nothing is held in it yet; returns the batch's number. */
export async function saveBatch(tx: Queryable, batch: Batch): Promise<number> {
  const { id, title, synthetic, marking } = batch.dataSet;
  // What was taken back may have had the wrong label: with nothing held in it a data set takes a new one.
  await tx.query(
    `insert into data_set (id, title, synthetic, marking) values ($1, $2, $3, $4)
     on conflict (id) do update
       set title = excluded.title, synthetic = excluded.synthetic, marking = excluded.marking
       where not exists (select 1 from batch where data_set = excluded.id and taken_back_at is null)`,
    [id, title, synthetic, marking],
  );
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

/** Every data set that records name, or that records taken back named. */
export async function listDataSets(db: Queryable): Promise<DataSet[]> {
  return db.query<DataSet & object>('select id, title, synthetic, marking from data_set order by id');
}

/** The data set of this id, or null when nothing is held in it. */
export async function dataSetOf(db: Queryable, id: string): Promise<DataSet | null> {
  const rows = await db.query<DataSet & object>(
    `select id, title, synthetic, marking from data_set d
     where id = $1 and exists (select 1 from batch where data_set = d.id and taken_back_at is null)`,
    [id],
  );
  return rows[0] ?? null;
}

/** A batch as it stands in the database, taken back or not. */
export interface StoredBatch {
  readonly id: number;
  readonly kind: Batch['kind'];
  readonly dataSet: string;
  readonly files: readonly string[];
  readonly sha256: string;
  readonly counts: Record<string, number>;
  readonly parameters: Record<string, unknown>;
  /** UTC epoch milliseconds; `takenBackAt` null: its records are held. */
  readonly importedAt: number;
  readonly takenBackAt: number | null;
  /** How many records of each kind went when it was taken back. */
  readonly takenBack: Record<string, number> | null;
}

const BATCH = `select id::int as id, kind, data_set as "dataSet", files, sha256, counts, parameters,
  (extract(epoch from imported_at) * 1000)::float8 as "importedAt",
  (extract(epoch from taken_back_at) * 1000)::float8 as "takenBackAt", taken_back as "takenBack" from batch`;

/** Batches, latest first: one page, and how many there are, those taken back among them. */
export async function listBatches(
  db: Queryable,
  limit: number,
  offset: number,
): Promise<{ items: StoredBatch[]; total: number }> {
  const items = await db.query<StoredBatch>(`${BATCH} order by id desc limit $1 offset $2`, [limit, offset]);
  const rows = await db.query<{ n: number }>('select count(*)::int as n from batch');
  return { items, total: rows[0]?.n ?? 0 };
}

/** The batch of that number, taken back or not, or null. */
export async function batchOf(db: Queryable, id: number): Promise<StoredBatch | null> {
  return (await db.query<StoredBatch>(`${BATCH} where id = $1`, [id]))[0] ?? null;
}

/** Batches of one kind that came after this one and are held, ordered by number. */
export async function heldAfter(
  db: Queryable,
  { id, kind }: Pick<StoredBatch, 'id' | 'kind'>,
): Promise<StoredBatch[]> {
  return db.query<StoredBatch>(`${BATCH} where id > $1 and kind = $2 and taken_back_at is null order by id`, [
    id,
    kind,
  ]);
}

/** Marks a batch as taken back; call it in the transaction in which its records go. */
export async function markTakenBack(
  tx: Queryable,
  id: number,
  at: number,
  went: Readonly<Record<string, number>>,
): Promise<void> {
  await tx.query('update batch set taken_back_at = $2::timestamptz, taken_back = $3::jsonb where id = $1', [
    id,
    new Date(at).toISOString(),
    JSON.stringify(went),
  ]);
}

/**
 * Lets nothing be imported, and no run begin or end, until the transaction ends. An import writes its batch first and a
 * run its row, so each sees all of what is taken back or nothing.
 */
export async function holdStill(tx: Queryable): Promise<void> {
  await tx.query('lock table batch, run in share row exclusive mode');
}
