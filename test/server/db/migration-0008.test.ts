import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { heldAfter, listBatches } from '../../../server/db/batches.ts';
import type { Database } from '../../../server/db/database.ts';
import { openEmbedded } from '../../../server/db/embedded.ts';
import { migrate } from '../../../server/db/migrate.ts';
import { openServer } from '../../../server/db/postgres.ts';
import { takeBack } from '../../../server/pipeline/take-back.ts';
import { vesselsById } from '../../../server/vessels/store.ts';
import { newServerDatabase } from '../../support/database.ts';

// A database of the version before batches could be taken back, with two that know one vessel.

const FOLDER = 'server/db/migrations';
const BEFORE = `
  insert into data_set values ('one', 'One', false, 'amber'), ('two', 'Two', false, 'amber');
  insert into batch (kind, data_set, files, sha256, imported_at, counts) values
    ('calls', 'one', '["a.csv"]', 'a', '2026-01-01T00:00:00Z', '{}'),
    ('calls', 'two', '["b.csv"]', 'b', '2026-01-02T00:00:00Z', '{}'),
    ('ports', 'one', '["p.csv"]', 'p', '2026-01-03T00:00:00Z', '{"new": 1}');
  insert into place values ('P', 'Port', 'port', 'VG', null, ST_GeomFromText('POINT(-64.6 18.4)', 4326), 1, null, '{}', '', 3);
  insert into vessel values
    ('v', null, null, null, 'SEA MIST', null, null, null, '2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z', 'one', 1);
  insert into port_call values
    ('v@1', 'v', 'P', '2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z', 0, 'stated', 'one', 1),
    ('v@2', 'v', 'P', '2025-05-01T00:00:00Z', '2025-06-01T00:00:00Z', 0, 'stated', 'two', 2);`;

async function check(db: Database): Promise<void> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  const before = names.slice(0, names.indexOf('0008-take-back.sql'));
  await db.script('create table migration (name text primary key, applied_at timestamptz not null)');
  for (const name of before) {
    await db.script(await readFile(path.join(FOLDER, name), 'utf8'));
    await db.query('insert into migration values ($1, now())', [name]);
  }
  await db.script(BEFORE);

  expect((await migrate(db))[0]).toBe('0008-take-back.sql');
  expect((await listBatches(db, 10, 0)).items.map(({ id, takenBackAt }) => [id, takenBackAt])).toEqual([
    [3, null],
    [2, null],
    [1, null],
  ]);
  expect((await heldAfter(db, { id: 1, kind: 'calls' })).map(({ id }) => id)).toEqual([2]);
  // Which of the two says what was not kept: the later goes first, and what is known of the vessel stays.
  await expect(takeBack(db, 1, 0)).rejects.toMatchObject({ code: 'batch-in-use' });
  expect((await takeBack(db, 2, 0)).removes).toEqual({ vessels: 0, portCalls: 1, voyages: 0, legs: 0 });
  expect(await vesselsById(db, ['v'])).toMatchObject([{ name: 'SEA MIST', dataSet: 'one' }]);
  expect((await takeBack(db, 1, 0)).removes).toEqual({ vessels: 1, portCalls: 1, voyages: 0, legs: 0 });
  expect(await vesselsById(db, ['v'])).toEqual([]);
}

it('carries an embedded database of the version before over', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'leeward-before-'));
  const db = await openEmbedded(folder);
  await check(db).finally(() => db.close());
  await rm(folder, { recursive: true });
});

it('carries a database of the version before on a server over', async () => {
  const { url, drop } = await newServerDatabase();
  const db = await openServer(url);
  await check(db).finally(() => db.close());
  await drop();
});
