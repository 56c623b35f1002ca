import type { Vessel } from '../../shared/model.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

export type StoredVessel = Vessel & { readonly dataSet: string };

const COLUMNS = `id, mmsi, imo, call_sign as "callSign", name, flag, ship_type as "shipType",
  length_metres as "lengthMetres", (extract(epoch from first_seen_at) * 1000)::float8 as "firstSeenAt",
  (extract(epoch from last_seen_at) * 1000)::float8 as "lastSeenAt", data_set as "dataSet"`;

/** What a batch says of a vessel. */
const SAID = {
  imo: 'text',
  call_sign: 'text',
  name: 'text',
  flag: 'text',
  ship_type: 'integer',
  length_metres: 'float8',
  first_seen_at: 'timestamptz',
  last_seen_at: 'timestamptz',
} as const;

/** Saves vessels of one batch; a vessel already held keeps its row, seen over the longer time. */
export async function saveVessels(
  tx: Queryable,
  vessels: readonly Vessel[],
  dataSet: string,
  batchId: number,
): Promise<void> {
  await insertRows(
    tx,
    'vessel',
    { id: 'text', mmsi: 'text', ...SAID, data_set: 'text', batch_id: 'integer' },
    vessels.map((vessel) => ({ ...vessel, dataSet, batchId })),
    `on conflict (id) do update set
       imo = coalesce(excluded.imo, vessel.imo), call_sign = coalesce(excluded.call_sign, vessel.call_sign),
       name = coalesce(excluded.name, vessel.name), flag = coalesce(excluded.flag, vessel.flag),
       ship_type = coalesce(excluded.ship_type, vessel.ship_type),
       length_metres = coalesce(excluded.length_metres, vessel.length_metres),
       first_seen_at = least(excluded.first_seen_at, vessel.first_seen_at),
       last_seen_at = greatest(excluded.last_seen_at, vessel.last_seen_at)`,
  );
  await insertRows(
    tx,
    'vessel_batch',
    { vessel_id: 'text', batch_id: 'integer', ...SAID },
    vessels.map((vessel) => ({ ...vessel, vesselId: vessel.id, batchId })),
  );
}

/** How many vessels no other batch knows. */
export async function vesselsOnlyOf(db: Queryable, batchId: number): Promise<number> {
  const rows = await db.query<{ n: number }>(
    `select count(*)::int as n from vessel_batch o where batch_id = $1 and not exists
       (select 1 from vessel_batch m where m.vessel_id = o.vessel_id and m.batch_id <> o.batch_id)`,
    [batchId],
  );
  return rows[0]?.n ?? 0;
}

/**
 * Batches after this one that saw one of its vessels within the same time, ordered by number. A port call or leg that
 * was held already was not written again, so what they tell of that vessel may rest on this batch.
 */
export async function batchesLeaningOn(db: Queryable, batchId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select distinct later.batch_id::int as id from vessel_batch o join vessel_batch later
       on later.vessel_id = o.vessel_id and later.batch_id > o.batch_id
       and later.first_seen_at <= o.last_seen_at and later.last_seen_at >= o.first_seen_at
     where o.batch_id = $1 order by id`,
    [batchId],
  );
  return rows.map(({ id }) => id);
}

/** As {@link saveVessels} joins what batches say: of each field the latest that says something, the first owns it. */
const AS_THE_REST_SAY = `update vessel v set imo = s.imo, call_sign = s.call_sign, name = s.name, flag = s.flag,
    ship_type = s.ship_type, length_metres = s.length_metres, first_seen_at = s.first_seen_at,
    last_seen_at = s.last_seen_at, batch_id = s.batch_id, data_set = b.data_set
  from (
    select vessel_id, min(batch_id) as batch_id, min(first_seen_at) as first_seen_at, max(last_seen_at) as last_seen_at,
      (array_agg(imo order by batch_id desc) filter (where imo is not null))[1] as imo,
      (array_agg(call_sign order by batch_id desc) filter (where call_sign is not null))[1] as call_sign,
      (array_agg(name order by batch_id desc) filter (where name is not null))[1] as name,
      (array_agg(flag order by batch_id desc) filter (where flag is not null))[1] as flag,
      (array_agg(ship_type order by batch_id desc) filter (where ship_type is not null))[1] as ship_type,
      (array_agg(length_metres order by batch_id desc) filter (where length_metres is not null))[1] as length_metres
    from vessel_batch
    where batch_id <> $1 and vessel_id in (select vessel_id from vessel_batch where batch_id = $1)
    group by vessel_id) s
  join batch b on b.id = s.batch_id
  where v.id = s.vessel_id`;

/** Takes away what a batch says of vessels: those that no other knows go. Call it after their movements have gone. */
export async function removeVessels(tx: Queryable, batchId: number): Promise<void> {
  await tx.query(AS_THE_REST_SAY, [batchId]);
  await tx.query(
    `with gone as (delete from vessel_batch where batch_id = $1 returning vessel_id)
     delete from vessel v using gone where v.id = gone.vessel_id and not exists
       (select 1 from vessel_batch o where o.vessel_id = v.id and o.batch_id <> $1)`,
    [batchId],
  );
}

const FOUND = `from vessel where ($1 = '' or concat_ws(' ', name, mmsi, imo, call_sign) ilike '%' || $1 || '%')
  and (cardinality($2::text[]) = 0 or data_set = any($2::text[]))`;

/** Vessels whose name, MMSI, IMO number or call sign contains `text`; one page, and how many there are. */
export async function findVessels(
  db: Queryable,
  text: string,
  dataSets: readonly string[],
  limit: number,
  offset: number,
): Promise<{ items: StoredVessel[]; total: number }> {
  const pattern = text.replace(/[\\%_]/g, '\\$&');
  const items = await db.query<StoredVessel>(
    `select ${COLUMNS} ${FOUND} order by name nulls last, id limit $3 offset $4`,
    [pattern, dataSets, limit, offset],
  );
  const total = (await db.query<{ n: number }>(`select count(*)::int as n ${FOUND}`, [pattern, dataSets]))[0]
    ?.n;
  return { items, total: total ?? 0 };
}

/** What vessels are called by their id: their name, else their MMSI, else the id. */
export async function vesselNames(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const vessels = await vesselsById(db, [...new Set(ids)]);
  return new Map(vessels.map(({ id, name, mmsi }) => [id, name ?? mmsi ?? id]));
}

/** Vessels by id, in the order of id. */
export async function vesselsById(db: Queryable, ids: readonly string[]): Promise<StoredVessel[]> {
  return db.query<StoredVessel>(`select ${COLUMNS} from vessel where id = any($1::text[]) order by id`, [
    ids,
  ]);
}
