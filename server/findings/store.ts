import type {
  CallRate,
  CappedEvents,
  Cluster,
  PlaceFinding,
  RankRange,
  RunCell,
  Route,
  RouteEvent,
  RouteShuffle,
  RouteSignificance,
} from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Certainty, Commodity, EmergingClass, Level, Mode } from '../../shared/vocabulary.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

/** A cell as it is kept: its boundary follows from its index. */
type StoredCell = Omit<RunCell, 'boundary'>;

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
  readonly report: string | null;
  readonly operation: string | null;
}

/** The events that a run rests on, ordered by id. */
export async function eventsOfRun(db: Queryable, runId: number): Promise<RouteEvent[]> {
  return db.query<EventRow>(
    `select id, kind, data_set as "dataSet", vessel_id as "vesselId", to_char(day, 'YYYY-MM-DD') as day,
       to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(commodities) as commodities,
       to_jsonb(countries) as countries, mode, to_jsonb(places) as places, to_jsonb(certainties) as certainties, report, operation
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
  readonly effectiveSupport: number;
  readonly capped: CappedEvents;
  readonly recurs: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly evidence: string[];
  readonly significance: RouteSignificance | null;
  readonly shuffle: RouteShuffle | null;
  readonly rankRange: RankRange | null;
}

/** The routes that a run found, both levels, ordered by id. */
export async function routesOfRun(db: Queryable, runId: number): Promise<Route[]> {
  return db.query<RouteRow>(
    `select id, level, to_jsonb(places) as places, seizures, voyages, vessels,
       independent_events as "independentEvents", effective_support as "effectiveSupport", capped, recurs, to_char(first_day, 'YYYY-MM-DD') as "firstDay",
       to_char(last_day, 'YYYY-MM-DD') as "lastDay", to_jsonb(evidence) as evidence, significance,
       shuffle, rank_range as "rankRange"
     from finding_route where run_id = $1 order by id`,
    [runId],
  );
}

interface CellRow {
  readonly cell: string;
  readonly count: number;
  readonly kg: number;
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly class: 'hot' | 'cold' | 'none';
  readonly emerging: EmergingClass | null;
  readonly calls: number | null;
  readonly rate: CallRate | null;
  readonly evidence: string[];
}

/** The cells that a run tested, ordered by cell. */
export async function cellsOfRun(db: Queryable, runId: number): Promise<StoredCell[]> {
  return db.query<CellRow>(
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
