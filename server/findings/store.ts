import type { HotSpotCell, Route, RouteEvent, RouteSignificance } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Certainty, Commodity, Level, Mode } from '../../shared/vocabulary.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

/** One analysis with fixed inputs and parameters; the same inputs give the same findings. */
export interface RunRecord {
  readonly startedAt: number;
  readonly durationMs: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** sha256 over the events and positions that went in. */
  readonly dataHash: string;
  readonly codeVersion: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface RunFindings {
  readonly events: readonly RouteEvent[];
  readonly routes: readonly Route[];
  readonly cells: readonly Omit<HotSpotCell, 'boundary'>[];
}

/** Saves a run and all that it found; call it in a transaction. Returns the run's number. */
export async function saveRun(tx: Queryable, run: RunRecord, found: RunFindings): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `insert into run (started_at, duration_ms, parameters, data_hash, code_version, counts)
     values ($1::timestamptz, $2, $3::jsonb, $4, $5, $6::jsonb) returning id`,
    [
      new Date(run.startedAt).toISOString(),
      Math.round(run.durationMs),
      JSON.stringify(run.parameters),
      run.dataHash,
      run.codeVersion,
      JSON.stringify(run.counts),
    ],
  );
  const runId = rows[0]?.id ?? 0;
  const stamped = (records: readonly object[]) => records.map((record) => ({ ...record, runId }));
  await insertRows(
    tx,
    'run_event',
    {
      run_id: 'integer',
      id: 'text',
      kind: 'text',
      data_set: 'text',
      vessel_id: 'text',
      day: 'date',
      last_day: 'date',
      commodities: 'text[]',
      countries: 'text[]',
      mode: 'text',
      places: 'text[]',
      certainties: 'text[]',
    },
    stamped(found.events),
  );
  await insertRows(
    tx,
    'finding_route',
    {
      run_id: 'integer',
      id: 'text',
      level: 'text',
      places: 'text[]',
      seizures: 'integer',
      voyages: 'integer',
      vessels: 'integer',
      independent_events: 'integer',
      recurs: 'boolean',
      first_day: 'date',
      last_day: 'date',
      evidence: 'text[]',
      significance: 'jsonb',
    },
    stamped(found.routes),
  );
  await insertRows(
    tx,
    'finding_hot_spot',
    {
      run_id: 'integer',
      cell: 'text',
      count: 'float8',
      kg: 'float8',
      z: 'float8',
      p: 'float8',
      q: 'float8',
      class: 'text',
      evidence: 'text[]',
    },
    stamped(found.cells),
  );
  return runId;
}

export type StoredRun = RunRecord & { readonly id: number };

const RUN = `select id, (extract(epoch from started_at) * 1000)::float8 as "startedAt",
  duration_ms as "durationMs", parameters, data_hash as "dataHash", code_version as "codeVersion", counts from run`;

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

/** The latest run, or null before the first. */
export async function latestRun(db: Queryable): Promise<StoredRun | null> {
  return (await listRuns(db, 1, 0)).items[0] ?? null;
}

interface EventRow {
  readonly id: string;
  readonly kind: 'seizure' | 'voyage';
  readonly dataSet: string;
  readonly vesselId: string | null;
  readonly day: string;
  readonly lastDay: string;
  readonly commodities: Commodity[];
  readonly countries: string[];
  readonly mode: Mode;
  readonly places: string[];
  readonly certainties: Certainty[];
}

/** The events that a run rests on, ordered by id. */
export async function eventsOfRun(db: Queryable, runId: number): Promise<RouteEvent[]> {
  return db.query<EventRow>(
    `select id, kind, data_set as "dataSet", vessel_id as "vesselId", to_char(day, 'YYYY-MM-DD') as day,
       to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(commodities) as commodities,
       to_jsonb(countries) as countries, mode, to_jsonb(places) as places, to_jsonb(certainties) as certainties
     from run_event where run_id = $1 order by id`,
    [runId],
  );
}

interface RouteRow {
  readonly id: string;
  readonly level: Level;
  readonly places: string[];
  readonly seizures: number;
  readonly voyages: number;
  readonly vessels: number;
  readonly independentEvents: number;
  readonly recurs: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: string[];
  readonly significance: RouteSignificance | null;
}

/** The routes that a run found, both levels, ordered by id. */
export async function routesOfRun(db: Queryable, runId: number): Promise<Route[]> {
  return db.query<RouteRow>(
    `select id, level, to_jsonb(places) as places, seizures, voyages, vessels,
       independent_events as "independentEvents", recurs, to_char(first_day, 'YYYY-MM-DD') as "firstDay",
       to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(evidence) as evidence, significance
     from finding_route where run_id = $1 order by id`,
    [runId],
  );
}

/** A passage over water between two places, worked out once. `line` null: no way by water. */
export interface WaterPath {
  readonly fromPlaceId: string;
  readonly toPlaceId: string;
  readonly line: readonly Position[] | null;
  readonly distanceKm: number;
}

/** The water paths kept for this version of the land. */
export async function waterPaths(db: Queryable, landVersion: string): Promise<WaterPath[]> {
  return db.query<WaterPath>(
    `select from_place_id as "fromPlaceId", to_place_id as "toPlaceId",
       (ST_AsGeoJSON(line, 6)::jsonb -> 'coordinates') as line, distance_km as "distanceKm"
     from water_path where land_version = $1`,
    [landVersion],
  );
}

/** Keeps water paths for later runs. */
export async function saveWaterPaths(
  tx: Queryable,
  paths: readonly WaterPath[],
  landVersion: string,
): Promise<void> {
  await insertRows(
    tx,
    'water_path',
    {
      from_place_id: 'text',
      to_place_id: 'text',
      land_version: 'text',
      line: 'line',
      distance_km: 'float8',
    },
    paths.map((path) => ({ ...path, landVersion })),
    'on conflict do nothing',
  );
}
