import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { findBatch, listDataSets, saveBatch } from '../../../server/db/batches.ts';
import { insertRows } from '../../../server/db/bulk.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { copyOfTemplate, describeOnBoth } from '../../support/database.ts';

const DATA_SET = { id: 'cases', title: "Customs' cases", synthetic: false, marking: 'clear' as const };
const BATCH = {
  kind: 'ports' as const,
  dataSet: DATA_SET,
  files: ['ports.csv'],
  sha256: 'abc',
  importedAt: Date.UTC(2026, 2, 11, 12, 30),
  counts: { rows: 2 },
};

describeOnBoth('database', (database) => {
  it('has PostGIS and every migration, and applies none twice', async () => {
    const [row] = await database().query<{ km: number }>(
      `select round((ST_DistanceSphere(ST_Point(-62.72, 17.29, 4326), ST_Point(-64.615, 18.42, 4326)) / 1000)::numeric, 0)::float8 as km`,
    );
    // Great circle from Basseterre to Road Town: acos rule on a sphere of 6371.0088 km gives 236.6.
    expect(row?.km).toBe(237);
    expect(await migrate(database())).toEqual([]);
  });

  it('takes every column type in bulk and gives it back alike', async () => {
    const db = database();
    const batchId = await saveBatch(db, BATCH);
    const place = {
      id: 'TTPOS',
      name: 'Port of Spain',
      kind: 'port',
      country: 'TT',
      locode: null,
      position: [-61.5187, 10.6505],
      radiusKm: 2.5,
      gatewayId: null,
      aliases: ['Puerto España', 'a "quoted", name', 'semi;colon', '{brace}'],
      source: "it's ours",
      batchId,
    };
    await insertRows(
      db,
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
      [place, { ...place, id: 'EMPTY', gatewayId: 'TTPOS', aliases: [] }],
    );
    const rows = await db.query(
      `select id, locode, ST_X(position) as lon, radius_km as "radiusKm", gateway_id as "gatewayId", to_jsonb(aliases) as aliases, source
       from place order by id`,
    );
    expect(rows).toEqual([
      {
        id: 'EMPTY',
        locode: null,
        lon: -61.5187,
        radiusKm: 2.5,
        gatewayId: 'TTPOS',
        aliases: [],
        source: "it's ours",
      },
      {
        id: 'TTPOS',
        locode: null,
        lon: -61.5187,
        radiusKm: 2.5,
        gatewayId: null,
        aliases: place.aliases,
        source: "it's ours",
      },
    ]);
    const [batch] = await db.query(
      'select files, counts, (extract(epoch from imported_at) * 1000)::float8 as at from batch',
    );
    expect(batch).toEqual({ files: ['ports.csv'], counts: { rows: 2 }, at: 1_773_232_200_000 });
    expect(await listDataSets(db)).toEqual([DATA_SET]);
    expect(await findBatch(db, 'ports', 'abc')).toEqual({ id: batchId, dataSet: 'cases' });
    expect(await findBatch(db, 'ports', 'other')).toBeNull();
  });

  it('inserts more rows than one statement takes', async () => {
    const db = database();
    const records = Array.from({ length: 45_001 }, (_, i) => ({
      id: `set-${String(i)}`,
      title: 't',
      synthetic: true,
    }));
    await insertRows(db, 'data_set', { id: 'text', title: 'text', synthetic: 'boolean' }, records);
    expect(await db.query(`select count(*)::int as n from data_set where id like 'set-%'`)).toEqual([
      { n: 45_001 },
    ]);
  });

  it('refuses a record that lacks a column', async () => {
    const columns = { id: 'text', title: 'text', synthetic: 'boolean' } as const;
    await expect(insertRows(database(), 'data_set', columns, [{ id: 'x', title: 'y' }])).rejects.toThrow(
      'A record to be saved has no synthetic.',
    );
  });

  it('keeps nothing of a transaction that fails', async () => {
    const db = database();
    const failed = db.transaction(async (tx) => {
      await tx.query(`insert into data_set values ('half', 'written', false)`);
      throw new Error('the second half failed');
    });
    await expect(failed).rejects.toThrow('the second half failed');
    expect(await db.query(`select id from data_set where id = 'half'`)).toEqual([]);
  });

  it('refuses a database that a newer version has written', async () => {
    const db = database();
    await db.query(`insert into migration values ('9999-later.sql', now())`);
    await expect(migrate(db)).rejects.toThrow(
      'This database was written by a newer Leeward (it has 9999-later.sql)',
    );
    await db.query(`delete from migration where name = '9999-later.sql'`);
  });
});

it('refuses a second opening of the same directory, and frees it on closing', async () => {
  const dataDirectory = await copyOfTemplate();
  const first = await openDatabase({ databaseUrl: '', dataDirectory });
  await expect(openDatabase({ databaseUrl: '', dataDirectory })).rejects.toThrow(
    `The data directory ${dataDirectory} is in use by process ${String(process.pid)}.`,
  );
  await first.close();
  const second = await openDatabase({ databaseUrl: '', dataDirectory });
  await second.close();
  await rm(dataDirectory, { recursive: true });
});
