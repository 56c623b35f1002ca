import { rmSync } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { briefingOf } from '../../../server/briefings/make.ts';
import { openDatabase } from '../../../server/db/open.ts';
import { noDataSchema, type NoDataReply } from '../../../shared/api.ts';
import { copyOfTemplate } from '../../support/database.ts';
import { leewardStarted, type Served } from '../../support/leeward.ts';

// What the page hatches, of the public cases alone, against what a figure of the same run hatches.

let folder = '';
let served: Served | null = null;
let reply: NoDataReply;

beforeAll(async () => {
  folder = await copyOfTemplate();
  served = await leewardStarted({ LEEWARD_DATA: folder }, ['--no-demo']);
  const response = await fetch(`${served.address}api/no-data`);
  expect(response.status).toBe(200);
  reply = noDataSchema.parse(await response.json());
}, 400_000);

afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('names those of which no case is held, and none of which one is', () => {
  // No row of data/seizures.csv names a place in Cuba, Belize or Montserrat; its first is of the other three.
  expect(reply.countries).toEqual(expect.arrayContaining(['BZ', 'CU', 'MS']));
  for (const country of ['TT', 'KN', 'VG']) expect(reply.countries).not.toContain(country);
  expect(reply.countries).toEqual([...new Set(reply.countries)].sort());
});

it('has their land, where they lie', () => {
  const drawn = new Set(reply.features.map(({ properties }) => properties.country));
  expect([...drawn].filter((country) => !reply.countries.includes(country))).toEqual([]);
  const cuba = reply.features.filter(({ properties }) => properties.country === 'CU');
  // Natural Earth: the island, that of Pinos and the cays; 85° to 74° W, 19.8° to 23.3° N.
  expect(cuba.length).toBeGreaterThan(10);
  for (const { geometry } of cuba) {
    for (const ring of geometry.coordinates) {
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [x, y] of ring) {
        expect(x > -85 && x < -74 && y > 19.8 && y < 23.3, `${String(x)}, ${String(y)}`).toBe(true);
      }
    }
  }
});

it('is what a figure hatches, whatever its filter', async () => {
  const { address } = served ?? { address: '' };
  const spec = {
    ...{ kind: 'figure', language: 'en', theme: 'light', size: 'screen', bounds: null, level: 'territory' },
    ...{ layers: ['seizures'], selection: null, title: null, subtitle: null, audience: 'red' },
    ...{ vesselNames: false },
    filter: { from: '2025-01-01', to: null, commodities: ['cocaine'], countries: [], dataSets: [] },
  };
  const started = await fetch(`${address}api/exports`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ spec, format: 'svg', consent: true }),
  });
  expect(started.status).toBe(200);
  const job = z.object({ id: z.string(), code: z.string(), state: z.string() });
  let { id, code, state } = job.parse(await started.json());
  while (state !== 'done') {
    expect(state).not.toBe('failed');
    await later(100);
    ({ id, code, state } = job.parse(await (await fetch(`${address}api/exports/${id}`)).json()));
  }
  await served?.stop();
  served = null;
  const database = await openDatabase({ databaseUrl: '', dataDirectory: folder });
  const { scene } = await briefingOf(database, code);
  await database.close();
  expect(reply.countries).toEqual(scene.noData);
});
