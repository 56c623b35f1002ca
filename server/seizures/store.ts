import type { Position } from '../../shared/geo.ts';
import type { CommodityLine, RoutePoint, Seizure } from '../../shared/model.ts';
import {
  MARKINGS,
  mayBeShown,
  type DatePrecision,
  type LocationPrecision,
  type Marking,
  type MeansOfTransport,
  type Mode,
} from '../../shared/vocabulary.ts';
import { insertRows } from '../db/bulk.ts';
import type { Parameter, Queryable } from '../db/database.ts';

export type StoredSeizure = Seizure & { readonly dataSet: string };

/** Saves seizures of one batch with their commodity lines and route points; none may be held already. */
export async function saveSeizures(
  tx: Queryable,
  seizures: readonly Seizure[],
  dataSet: string,
  batchId: number,
): Promise<void> {
  await insertRows(
    tx,
    'seizure',
    {
      id: 'text',
      record_id: 'text',
      date_precision: 'text',
      earliest: 'date',
      latest: 'date',
      country: 'text',
      place_text: 'text',
      place_id: 'text',
      position: 'point',
      uncertainty_km: 'float8',
      precision: 'text',
      at_sea: 'boolean',
      agencies: 'text[]',
      transport: 'text',
      transport_as_reported: 'text',
      mode: 'text',
      vessel_name: 'text',
      vessel_flag: 'text',
      concealment: 'text',
      arrests: 'integer',
      operation: 'text',
      source: 'jsonb',
      confidence: 'text',
      notes: 'text',
      marking: 'text',
      data_set: 'text',
      batch_id: 'integer',
    },
    seizures.map(({ date, place, ...rest }) => ({
      ...rest,
      ...place,
      placeText: place.text,
      datePrecision: date.precision,
      earliest: date.earliest,
      latest: date.latest,
      dataSet,
      batchId,
    })),
  );
  await insertRows(
    tx,
    'commodity_line',
    {
      seizure_id: 'text',
      line_no: 'integer',
      commodity: 'text',
      quantity: 'float8',
      unit: 'text',
      quantity_as_reported: 'text',
    },
    seizures.flatMap((seizure) => seizure.lines.map((line) => ({ ...line, seizureId: seizure.id }))),
  );
  await insertRows(
    tx,
    'route_point',
    {
      seizure_id: 'text',
      seq: 'integer',
      role: 'text',
      text: 'text',
      place_id: 'text',
      certainty: 'text',
      reason: 'text',
    },
    seizures.flatMap((seizure) => seizure.routePoints.map((point) => ({ ...point, seizureId: seizure.id }))),
  );
}

/** The ids of the seizures that a batch brought, ordered, and how many lines and route points they have. */
export async function seizuresOfBatch(
  db: Queryable,
  batchId: number,
): Promise<{ ids: string[]; commodityLines: number; routePoints: number }> {
  const rows = await db.query<{ ids: string[]; commodityLines: number; routePoints: number }>(
    `with own as (select id from seizure where batch_id = $1)
     select (select coalesce(jsonb_agg(id order by id collate "C"), '[]') from own) as ids,
       (select count(*)::int from commodity_line where seizure_id in (select id from own)) as "commodityLines",
       (select count(*)::int from route_point where seizure_id in (select id from own)) as "routePoints"`,
    [batchId],
  );
  return rows[0] ?? { ids: [], commodityLines: 0, routePoints: 0 };
}

/** Takes away the seizures of a batch with their lines and route points. */
export async function removeSeizures(tx: Queryable, batchId: number): Promise<void> {
  await tx.query('delete from seizure where batch_id = $1', [batchId]);
}

interface SeizureRow {
  readonly id: string;
  readonly recordId: string;
  readonly datePrecision: DatePrecision;
  readonly earliest: string;
  readonly latest: string;
  readonly country: string | null;
  readonly placeText: string;
  readonly placeId: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly uncertaintyKm: number | null;
  readonly precision: LocationPrecision | null;
  readonly atSea: boolean;
  readonly agencies: string[];
  readonly transport: MeansOfTransport;
  readonly transportAsReported: string;
  readonly mode: Mode;
  readonly vesselName: string | null;
  readonly vesselFlag: string | null;
  readonly concealment: string | null;
  readonly arrests: number | null;
  readonly operation: string | null;
  readonly source: Seizure['source'];
  readonly confidence: Seizure['confidence'];
  readonly notes: string;
  readonly marking: Marking;
  readonly dataSet: string;
  readonly lines: CommodityLine[];
  readonly routePoints: RoutePoint[];
}

const SELECT = `select s.id, record_id as "recordId", date_precision as "datePrecision",
    to_char(earliest, 'YYYY-MM-DD') as earliest, to_char(latest, 'YYYY-MM-DD') as latest, country,
    place_text as "placeText", place_id as "placeId", ST_X(position) as lon, ST_Y(position) as lat,
    uncertainty_km as "uncertaintyKm", precision, at_sea as "atSea", to_jsonb(agencies) as agencies, transport,
    transport_as_reported as "transportAsReported", mode, vessel_name as "vesselName",
    vessel_flag as "vesselFlag", concealment, arrests, operation, source, confidence, notes,
    marking, data_set as "dataSet",
    (select coalesce(jsonb_agg(jsonb_build_object('lineNo', line_no, 'commodity', commodity,
        'quantity', quantity, 'unit', unit, 'quantityAsReported', quantity_as_reported) order by line_no), '[]')
      from commodity_line where seizure_id = s.id) as lines,
    (select coalesce(jsonb_agg(jsonb_build_object('seq', seq, 'role', role, 'text', text,
        'placeId', place_id, 'certainty', certainty, 'reason', reason) order by seq), '[]')
      from route_point where seizure_id = s.id) as "routePoints"
  from seizure s`;

function toSeizure(row: SeizureRow): StoredSeizure {
  const { datePrecision, earliest, latest, placeText, placeId, lon, lat, ...rest } = row;
  const { uncertaintyKm, precision, atSea, ...others } = rest;
  const position: Position | null = lon === null || lat === null ? null : [lon, lat];
  return {
    ...others,
    date: { precision: datePrecision, earliest, latest },
    place: { text: placeText, placeId, position, uncertaintyKm, precision, atSea },
  };
}

/** Every seizure, ordered by id. */
export async function allSeizures(db: Queryable): Promise<StoredSeizure[]> {
  return (await db.query<SeizureRow>(`${SELECT} order by s.id`)).map(toSeizure);
}

/** Seizures by the id of their record, in whatever data set, ordered by id. */
export async function seizuresByRecord(
  db: Queryable,
  recordIds: readonly string[],
): Promise<StoredSeizure[]> {
  return (
    await db.query<SeizureRow>(`${SELECT} where s.record_id = any($1::text[]) order by s.id`, [recordIds])
  ).map(toSeizure);
}

export interface SeizureQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly commodity?: readonly string[] | undefined;
  readonly country?: readonly string[] | undefined;
  readonly dataSet?: readonly string[] | undefined;
  readonly audience?: Marking | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A seizure matches a country when it was made there or a point of its route lies there. */
const MATCHES = `where s.latest >= $1::date and s.earliest <= $2::date
  and (cardinality($3::text[]) = 0 or exists (
    select 1 from commodity_line c where c.seizure_id = s.id and c.commodity = any($3::text[])))
  and (cardinality($4::text[]) = 0 or s.country = any($4::text[]) or exists (
    select 1 from route_point r join place p on p.id = r.place_id
    where r.seizure_id = s.id and p.country = any($4::text[])))
  and (cardinality($5::text[]) = 0 or s.data_set = any($5::text[]))
  and s.marking = any($6::text[])`;

/** One page of the seizures that match, latest first, and how many match. */
export async function findSeizures(
  db: Queryable,
  query: SeizureQuery,
): Promise<{ seizures: StoredSeizure[]; total: number }> {
  const filter: Parameter[] = [
    query.from ?? '0001-01-01',
    query.to ?? '9999-12-31',
    query.commodity ?? [],
    query.country ?? [],
    query.dataSet ?? [],
    MARKINGS.filter((marking) => mayBeShown(marking, query.audience ?? 'red')),
  ];
  const rows = await db.query<SeizureRow>(
    `${SELECT} ${MATCHES} order by s.latest desc, s.id limit $7 offset $8`,
    [...filter, query.limit, query.offset],
  );
  const count = await db.query<{ n: number }>(`select count(*)::int as n from seizure s ${MATCHES}`, filter);
  return { seizures: rows.map(toSeizure), total: count[0]?.n ?? 0 };
}
