import type { RunNote } from '../../shared/findings.ts';
import type { RunState } from '../../shared/vocabulary.ts';
import type { Database, Queryable } from '../db/database.ts';

/** One analysis with fixed inputs and parameters; the same inputs give the same findings. */
export interface StoredRun {
  readonly id: number;
  readonly state: RunState;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** sha256 over the events and positions that went in; null until they are read. */
  readonly dataHash: string | null;
  /** sha256 over all that was found; null unless done. */
  readonly findingsHash: string | null;
  readonly codeVersion: string;
  /** Which batches were held when it read; see {@link batchesHeld}. */
  readonly batches: string | null;
  readonly counts: Readonly<Record<string, number>>;
  /** What could not be found or was left out. */
  readonly notes: readonly RunNote[];
  /** Why it failed. */
  readonly note: string | null;
}

const RUN = `select id, state, (extract(epoch from started_at) * 1000)::float8 as "startedAt",
  duration_ms as "durationMs", parameters, data_hash as "dataHash", findings_hash as "findingsHash",
  code_version as "codeVersion", batches, counts, notes, note from run`;

/** Runs, latest first: one page, and how many there are. */
export async function listRuns(
  db: Queryable,
  limit: number,
  offset: number,
): Promise<{ items: StoredRun[]; total: number }> {
  const items = await db.query<StoredRun>(`${RUN} order by id desc limit $1 offset $2`, [limit, offset]);
  const rows = await db.query<{ n: number }>('select count(*)::int as n from run');
  return { items, total: rows[0]?.n ?? 0 };
}

/** The run of that number, in whatever state, or null. */
export async function findRun(db: Queryable, id: number): Promise<StoredRun | null> {
  return (await db.query<StoredRun>(`${RUN} where id = $1`, [id]))[0] ?? null;
}

/** The latest run that is done, or null before the first. */
export async function latestRun(db: Queryable): Promise<StoredRun | null> {
  return (await db.query<StoredRun>(`${RUN} where state = 'done' order by id desc limit 1`))[0] ?? null;
}

/** Enters a run as running and returns its number. */
export async function beginRun(
  db: Queryable,
  run: Pick<StoredRun, 'startedAt' | 'codeVersion'> & { readonly parameters: object },
): Promise<number> {
  const rows = await db.query<{ id: number }>(
    // Not from the identity: after a crash a sequence skips numbers, and an analyst would ask where runs 2 to 33 are.
    `insert into run (id, state, started_at, heartbeat_at, duration_ms, parameters, code_version, counts)
     overriding system value
     select coalesce(max(id), 0) + 1, 'running', $1::timestamptz, $1::timestamptz, 0, $2::jsonb, $3, '{}' from run
     returning id`,
    [new Date(run.startedAt).toISOString(), JSON.stringify(run.parameters), run.codeVersion],
  );
  return rows[0]?.id ?? 0;
}

/** Says that a run is still under way; false when it is not running any more. */
export async function keepRunAlive(db: Queryable, id: number, now: number): Promise<boolean> {
  const rows = await db.query(
    `update run set heartbeat_at = $2::timestamptz where id = $1 and state = 'running' returning id`,
    [id, new Date(now).toISOString()],
  );
  return rows.length > 0;
}

export type FinishedRun = Pick<
  StoredRun,
  'durationMs' | 'dataHash' | 'findingsHash' | 'batches' | 'counts' | 'notes'
>;

/** Marks a run as done; call it in the transaction that saves its findings. False when it is not running any more. */
export async function finishRun(tx: Queryable, id: number, run: FinishedRun): Promise<boolean> {
  const rows = await tx.query(
    `update run set state = 'done', duration_ms = $2, data_hash = $3, findings_hash = $4, batches = $5,
       counts = $6::jsonb, notes = $7::jsonb, heartbeat_at = null where id = $1 and state = 'running' returning id`,
    [
      id,
      Math.round(run.durationMs),
      run.dataHash,
      run.findingsHash,
      run.batches,
      JSON.stringify(run.counts),
      JSON.stringify(run.notes),
    ],
  );
  return rows.length > 0;
}

/** Ends a run that found nothing: it failed, or was cancelled. */
export async function endRun(
  db: Queryable,
  id: number,
  end: { readonly state: 'failed' | 'cancelled'; readonly durationMs: number; readonly note: string | null },
): Promise<void> {
  await db.query(
    `update run set state = $2, duration_ms = $3, note = $4, heartbeat_at = null where id = $1 and state = 'running'`,
    [id, end.state, Math.round(end.durationMs), end.note],
  );
}

/** Beyond this without a sign of life a run on a shared server is taken to have ended with its process. */
const SILENCE_MS = 120_000;

/**
 * Marks runs whose process has ended as interrupted, and returns their numbers. The embedded database has one
 * process, so at its start none can be running; on a server another process may be at work.
 */
export async function markInterrupted(db: Database, now: number): Promise<number[]> {
  const before = db.kind === 'embedded' ? Infinity : now - SILENCE_MS;
  const rows = await db.query<{ id: number }>(
    `update run set state = 'interrupted', heartbeat_at = null
     where state = 'running' and ($1::timestamptz is null or heartbeat_at < $1::timestamptz) returning id`,
    [before === Infinity ? null : new Date(before).toISOString()],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/** The number of a run under way, in this process or another, or null. */
export async function runUnderWay(db: Queryable, now: number): Promise<number | null> {
  const rows = await db.query<{ id: number }>(
    `select id from run where state = 'running' and heartbeat_at >= $1::timestamptz order by id desc limit 1`,
    [new Date(now - SILENCE_MS).toISOString()],
  );
  return rows[0]?.id ?? null;
}

/** Tells whether batches were added or taken back since: a text that differs when they were. */
export async function batchesHeld(db: Queryable): Promise<string> {
  // With each addition the last number grows and with each taking back the count falls: no state comes again.
  const rows = await db.query<{ held: string }>(
    `select count(*) filter (where taken_back_at is null) || ' up to ' || coalesce(max(id), 0) as held from batch`,
  );
  return rows[0]?.held ?? '';
}
