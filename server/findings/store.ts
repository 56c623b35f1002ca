import type { Cluster, PlaceFinding, Route, RouteEvent, StoredCell } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

export interface RunFindings {
  readonly events: readonly RouteEvent[];
  readonly routes: readonly Route[];
  readonly cells: readonly StoredCell[];
  readonly clusters: readonly Cluster[];
  readonly places: readonly PlaceFinding[];
}

/** Saves all that a run found; call it in the transaction that marks it as done. */
export async function saveFindings(tx: Queryable, runId: number, found: RunFindings): Promise<void> {
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
      report: 'text',
      operation: 'text',
      marking: 'text',
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
      effective_support: 'integer',
      capped: 'jsonb',
      recurs: 'boolean',
      first_day: 'date',
      last_day: 'date',
      evidence: 'text[]',
      significance: 'jsonb',
      shuffle: 'jsonb',
      rank_range: 'jsonb',
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
      emerging: 'text',
      calls: 'integer',
      rate: 'jsonb',
      evidence: 'text[]',
    },
    stamped(found.cells),
  );
  await insertRows(
    tx,
    'finding_cluster',
    { run_id: 'integer', id: 'text', method: 'text', body: 'jsonb' },
    stamped(found.clusters.map((cluster) => ({ id: cluster.id, method: cluster.method, body: cluster }))),
  );
  await insertRows(
    tx,
    'finding_place',
    { run_id: 'integer', level: 'text', place_id: 'text', body: 'jsonb' },
    stamped(found.places.map((place) => ({ level: place.level, placeId: place.placeId, body: place }))),
  );
}

/** The events that a run rests on, ordered by id. */
export async function eventsOfRun(db: Queryable, runId: number): Promise<RouteEvent[]> {
  return db.query<RouteEvent>(
    `select id, kind, data_set as "dataSet", vessel_id as "vesselId", to_char(day, 'YYYY-MM-DD') as day,
       to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(commodities) as commodities,
       to_jsonb(countries) as countries, mode, to_jsonb(places) as places, to_jsonb(certainties) as certainties, report, operation,
       marking
     from run_event where run_id = $1 order by id`,
    [runId],
  );
}

/** The routes that a run found, both levels, ordered by id. */
export async function routesOfRun(db: Queryable, runId: number): Promise<Route[]> {
  return db.query<Route>(
    `select id, level, to_jsonb(places) as places, seizures, voyages, vessels,
       independent_events as "independentEvents", effective_support as "effectiveSupport", capped, recurs,
       to_char(first_day, 'YYYY-MM-DD') as "firstDay", to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(evidence) as evidence, significance,
       shuffle, rank_range as "rankRange"
     from finding_route where run_id = $1 order by id`,
    [runId],
  );
}

/** The cells that a run tested, ordered by cell. */
export async function cellsOfRun(db: Queryable, runId: number): Promise<StoredCell[]> {
  return db.query<StoredCell>(
    `select cell, count, kg, z, p, q, class, emerging, calls, rate, to_jsonb(evidence) as evidence
     from finding_hot_spot where run_id = $1 order by cell`,
    [runId],
  );
}

/** The clusters that a run found, ordered by id. */
export async function clustersOfRun(db: Queryable, runId: number): Promise<Cluster[]> {
  const rows = await db.query<{ body: Cluster }>(
    'select body from finding_cluster where run_id = $1 order by id',
    [runId],
  );
  return rows.map(({ body }) => body);
}

/** How places lie in the network of a run, ordered by level and place id. */
export async function placesOfRun(db: Queryable, runId: number): Promise<PlaceFinding[]> {
  const rows = await db.query<{ body: PlaceFinding }>(
    'select body from finding_place where run_id = $1 order by level, place_id',
    [runId],
  );
  return rows.map(({ body }) => body);
}

/** Whether anything that a run rests on or found names one of these places. */
export async function runNames(db: Queryable, runId: number, placeIds: readonly string[]): Promise<boolean> {
  const rows = await db.query(
    `select 1 from run_event where run_id = $1 and places && $2::text[]
     union all select 1 from finding_route where run_id = $1 and places && $2::text[]
     union all select 1 from finding_place where run_id = $1 and place_id = any($2::text[]) limit 1`,
    [runId, placeIds],
  );
  return rows.length > 0;
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
