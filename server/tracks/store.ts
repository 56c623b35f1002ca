import type { Leg, PortCall, Voyage } from '../../shared/model.ts';
import type { Certainty, Marking } from '../../shared/vocabulary.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

export interface Movements {
  readonly calls: readonly PortCall[];
  readonly voyages: readonly Voyage[];
  readonly legs: readonly Leg[];
}

/** Saves port calls, voyages and legs of one batch. Call it after the vessels they name. */
export async function saveMovements(
  tx: Queryable,
  { calls, voyages, legs }: Movements,
  dataSet: string,
  batchId: number,
): Promise<void> {
  const stamped = (records: readonly object[]) => records.map((record) => ({ ...record, dataSet, batchId }));
  const common = { data_set: 'text', batch_id: 'integer' } as const;
  await insertRows(
    tx,
    'port_call',
    {
      id: 'text',
      vessel_id: 'text',
      place_id: 'text',
      arrived_at: 'timestamptz',
      departed_at: 'timestamptz',
      fixes: 'integer',
      certainty: 'text',
      ...common,
    },
    stamped(calls),
    'on conflict (id) do nothing',
  );
  await insertRows(
    tx,
    'voyage',
    {
      id: 'text',
      vessel_id: 'text',
      place_ids: 'text[]',
      departed_at: 'timestamptz',
      arrived_at: 'timestamptz',
      ...common,
    },
    stamped(voyages),
    'on conflict (id) do nothing',
  );
  await insertRows(
    tx,
    'leg',
    {
      id: 'text',
      vessel_id: 'text',
      voyage_id: 'text',
      from_place_id: 'text',
      to_place_id: 'text',
      departed_at: 'timestamptz',
      arrived_at: 'timestamptz',
      gap_hours: 'float8',
      certainty: 'text',
      ...common,
    },
    stamped(legs),
    'on conflict (id) do nothing',
  );
}

/** How many port calls, voyages and legs a batch brought. */
export async function movementsOfBatch(
  db: Queryable,
  batchId: number,
): Promise<{ portCalls: number; voyages: number; legs: number }> {
  const rows = await db.query<{ portCalls: number; voyages: number; legs: number }>(
    `select (select count(*)::int from port_call where batch_id = $1) as "portCalls",
       (select count(*)::int from voyage where batch_id = $1) as voyages,
       (select count(*)::int from leg where batch_id = $1) as legs`,
    [batchId],
  );
  return rows[0] ?? { portCalls: 0, voyages: 0, legs: 0 };
}

/** Takes away the port calls, voyages and legs of a batch; their vessels stay. */
export async function removeMovements(tx: Queryable, batchId: number): Promise<void> {
  for (const table of ['leg', 'voyage', 'port_call']) {
    await tx.query(`delete from ${table} where batch_id = $1`, [batchId]);
  }
}

/** A voyage with the certainty of each of its legs, as the analysis takes it. */
export interface StoredVoyage {
  readonly id: string;
  readonly vesselId: string;
  readonly dataSet: string;
  readonly placeIds: string[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly certainties: Certainty[];
  readonly marking: Marking;
}

/** Every voyage, ordered by id. */
export async function allVoyages(db: Queryable): Promise<StoredVoyage[]> {
  return db.query<StoredVoyage>(
    `select v.id, v.vessel_id as "vesselId", v.data_set as "dataSet", to_jsonb(v.place_ids) as "placeIds",
       to_char(v.departed_at at time zone 'UTC', 'YYYY-MM-DD') as "firstDay",
       to_char(v.arrived_at at time zone 'UTC', 'YYYY-MM-DD') as "lastDay",
       jsonb_agg(l.certainty order by l.departed_at) as certainties, min(d.marking) as marking
     from voyage v join leg l on l.voyage_id = v.id join data_set d on d.id = v.data_set
     group by v.id order by v.id`,
  );
}

export interface StoredCall {
  readonly placeId: string;
  readonly arrivedAt: number;
  readonly departedAt: number;
  readonly fixes: number;
  readonly certainty: Certainty;
}

/** One vessel's latest port calls, latest first, and how many it has. */
export async function callsOfVessel(
  db: Queryable,
  vesselId: string,
  limit: number,
): Promise<{ calls: StoredCall[]; total: number }> {
  const calls = await db.query<StoredCall>(
    `select place_id as "placeId", (extract(epoch from arrived_at) * 1000)::float8 as "arrivedAt",
       (extract(epoch from departed_at) * 1000)::float8 as "departedAt", fixes, certainty
     from port_call where vessel_id = $1 order by arrived_at desc limit $2`,
    [vesselId, limit],
  );
  const rows = await db.query<{ n: number }>(
    'select count(*)::int as n from port_call where vessel_id = $1',
    [vesselId],
  );
  return { calls, total: rows[0]?.n ?? 0 };
}

/** Port calls counted by place and by the data set that tells of them, ordered by both. */
export async function callsByPlace(
  db: Queryable,
): Promise<{ placeId: string; dataSet: string; calls: number }[]> {
  const rows = await db.query<{ placeId: string; dataSet: string; calls: number }>(
    `select place_id as "placeId", data_set as "dataSet", count(*)::int as calls from port_call
     group by place_id, data_set`,
  );
  // Sorted here: the collation of two databases may differ.
  return rows.sort((a, b) =>
    a.placeId === b.placeId ? (a.dataSet < b.dataSet ? -1 : 1) : a.placeId < b.placeId ? -1 : 1,
  );
}

/** How many calls a place has had and by how many vessels, within whole days. */
export async function callsAtPlace(
  db: Queryable,
  placeId: string,
  filter: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly dataSet?: readonly string[] | undefined;
  },
): Promise<{ calls: number; vessels: number }> {
  const rows = await db.query<{ calls: number; vessels: number }>(
    `select count(*)::int as calls, count(distinct vessel_id)::int as vessels from port_call
     where place_id = $1 and departed_at >= $2::date and arrived_at < $3::date + 1
       and (cardinality($4::text[]) = 0 or data_set = any($4::text[]))`,
    [placeId, filter.from ?? '1900-01-01', filter.to ?? '2999-12-31', filter.dataSet ?? []],
  );
  return rows[0] ?? { calls: 0, vessels: 0 };
}

/** As {@link callsAtPlace}, for each of several places that had any; in no order. */
export async function callsAtPlaces(
  db: Queryable,
  placeIds: readonly string[],
  filter: Parameters<typeof callsAtPlace>[2],
): Promise<{ placeId: string; calls: number; vessels: number }[]> {
  return db.query(
    `select place_id as "placeId", count(*)::int as calls, count(distinct vessel_id)::int as vessels
     from port_call
     where place_id = any($1::text[]) and departed_at >= $2::date and arrived_at < $3::date + 1
       and (cardinality($4::text[]) = 0 or data_set = any($4::text[]))
     group by place_id`,
    [placeIds, filter.from ?? '1900-01-01', filter.to ?? '2999-12-31', filter.dataSet ?? []],
  );
}
