import type { Vessel } from '../../shared/model.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

export type StoredVessel = Vessel & { readonly dataSet: string };

const COLUMNS = `id, mmsi, imo, call_sign as "callSign", name, flag, ship_type as "shipType",
  length_metres as "lengthMetres", (extract(epoch from first_seen_at) * 1000)::float8 as "firstSeenAt",
  (extract(epoch from last_seen_at) * 1000)::float8 as "lastSeenAt", data_set as "dataSet"`;

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
    {
      id: 'text',
      mmsi: 'text',
      imo: 'text',
      call_sign: 'text',
      name: 'text',
      flag: 'text',
      ship_type: 'integer',
      length_metres: 'float8',
      first_seen_at: 'timestamptz',
      last_seen_at: 'timestamptz',
      data_set: 'text',
      batch_id: 'integer',
    },
    vessels.map((vessel) => ({ ...vessel, dataSet, batchId })),
    `on conflict (id) do update set
       imo = coalesce(excluded.imo, vessel.imo), call_sign = coalesce(excluded.call_sign, vessel.call_sign),
       name = coalesce(excluded.name, vessel.name), flag = coalesce(excluded.flag, vessel.flag),
       ship_type = coalesce(excluded.ship_type, vessel.ship_type),
       length_metres = coalesce(excluded.length_metres, vessel.length_metres),
       first_seen_at = least(excluded.first_seen_at, vessel.first_seen_at),
       last_seen_at = greatest(excluded.last_seen_at, vessel.last_seen_at)`,
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
