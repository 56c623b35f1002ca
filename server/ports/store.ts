import type { Place } from '../../shared/model.ts';
import type { PlaceKind } from '../../shared/vocabulary.ts';
import { insertRows } from '../db/bulk.ts';
import type { Queryable } from '../db/database.ts';

const COLUMNS = `id, name, kind, country, locode, array[ST_X(position), ST_Y(position)]::float8[] as position,
  radius_km as "radiusKm", gateway_id as "gatewayId", to_jsonb(aliases) as aliases, source`;

interface PlaceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string | null;
  readonly locode: string | null;
  readonly position: [number, number];
  readonly radiusKm: number;
  readonly gatewayId: string | null;
  readonly aliases: string[];
  readonly source: string;
}

/** Every place, ordered by id. */
export async function allPlaces(db: Queryable): Promise<Place[]> {
  return db.query<PlaceRow>(`select ${COLUMNS} from place order by id`);
}

/** Names the state of the places: another one whenever a batch has brought or changed any. */
export async function placesVersion(db: Queryable): Promise<number> {
  return (await db.query<{ n: number }>('select coalesce(max(batch_id), 0)::int as n from place'))[0]?.n ?? 0;
}

/** Saves places of one batch; a place of the same id takes the new values. Water paths kept are dropped. */
export async function savePlaces(tx: Queryable, places: readonly Place[], batchId: number): Promise<void> {
  await insertRows(
    tx,
    'place',
    {
      id: 'text',
      name: 'text',
      kind: 'text',
      country: 'text',
      locode: 'text',
      position: 'point',
      radius_km: 'float8',
      gateway_id: 'text',
      aliases: 'text[]',
      source: 'text',
      batch_id: 'integer',
    },
    places.map((place) => ({ ...place, batchId })),
    `on conflict (id) do update set name = excluded.name, kind = excluded.kind, country = excluded.country,
       locode = excluded.locode, position = excluded.position, radius_km = excluded.radius_km, gateway_id = excluded.gateway_id,
       aliases = excluded.aliases, source = excluded.source, batch_id = excluded.batch_id`,
  );
  // Paths end at places, and an area's end depends on the ports around it: work them out anew.
  await tx.query('delete from water_path');
}

/** The ids of the places whose values a batch brought, ordered. */
export async function placesOfBatch(db: Queryable, batchId: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'select id from place where batch_id = $1 order by id collate "C"',
    [batchId],
  );
  return rows.map(({ id }) => id);
}

const NAMED_BY = `with own as (select id from place where batch_id = $1)
  select distinct batch_id::int as id from (
    select batch_id from seizure where place_id in (select id from own)
    union all
    select s.batch_id from route_point r join seizure s on s.id = r.seizure_id
      where r.place_id in (select id from own)
    union all
    select batch_id from port_call where place_id in (select id from own)
    union all
    select batch_id from place where gateway_id in (select id from own) and batch_id <> $1
  ) named order by id`;

/** Batches whose records name a place that this one brought, ordered by number. */
export async function batchesNaming(db: Queryable, batchId: number): Promise<number[]> {
  return (await db.query<{ id: number }>(NAMED_BY, [batchId])).map(({ id }) => id);
}

/** Takes away the places of a batch. Water paths kept are dropped, as when places are saved. */
export async function removePlaces(tx: Queryable, batchId: number): Promise<void> {
  await tx.query('delete from water_path');
  await tx.query('delete from place where batch_id = $1', [batchId]);
}
