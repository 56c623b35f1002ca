import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { actions, endpoints, streams, type RunProgress } from '../../shared/api.ts';
import { newServerDatabase } from '../support/database.ts';
import { leewardStarted, type Served, type Settings } from '../support/leeward.ts';

// Runs as an analyst asks for them over HTTP, on the public cases alone, on both databases.

const folder = mkdtempSync(path.join(tmpdir(), 'leeward-runs-'));
const hashes: Record<string, string | null> = {};

describe.each(['embedded', 'server'] as const)('runs on the %s database', (kind) => {
  let settings: Settings = {};
  let dispose = (): Promise<void> => Promise.resolve();
  let served: Served;

  const get = async <Schema extends z.ZodType>(
    address: string,
    schema: Schema,
  ): Promise<z.output<Schema>> => {
    const response = await fetch(`${served.address}api${address}`);
    const body: unknown = await response.json();
    expect(response.status, JSON.stringify(body)).toBe(200);
    return schema.parse(body);
  };
  const post = async (address: string, body: unknown): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${served.address}api${address}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const started = async (request: object): Promise<number> => {
    const { status, body } = await post('/runs', request);
    expect(status, JSON.stringify(body)).toBe(200);
    return actions.startRun.output.parse(body).runId;
  };
  /** Reads the stream of a run to its end. */
  const progressOf = async (runId: number): Promise<RunProgress[]> => {
    const response = await fetch(`${served.address}api/runs/${String(runId)}/progress`);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const text = await response.text();
    return text
      .split('\n\n')
      .filter((event) => event !== '')
      .map((event) => streams.runProgress.output.parse(JSON.parse(event.replace(/^data: /, ''))));
  };

  beforeAll(async () => {
    if (kind === 'embedded') settings = { LEEWARD_DATA: folder };
    else {
      const { url, drop } = await newServerDatabase();
      settings = { DATABASE_URL: url };
      dispose = drop;
    }
    served = await leewardStarted(settings, ['--no-demo']);
  }, 400_000);

  afterAll(async () => {
    await served.stop();
    await dispose();
    if (kind === 'embedded') rmSync(folder, { recursive: true, force: true });
  });

  it('tells of its progress, and finds the same again from the same inputs', async () => {
    const first = await get('/runs/1', endpoints.run.output);
    expect(first).toMatchObject({ id: 1, state: 'done', note: null });
    hashes[kind] = first.findingsHash;

    const runId = await started({});
    expect(runId).toBe(2);
    const events = await progressOf(runId);
    const steps = [...new Set(events.map(({ step }) => step))];
    expect(steps).toEqual(expect.arrayContaining(['shuffle', 'clusters', 'save']));
    expect(events.at(-1)).toEqual({ runId, state: 'done', step: null, done: 1, of: 1, note: null });

    const again = await get('/runs/2', endpoints.run.output);
    expect(again.dataHash).toBe(first.dataHash);
    expect(again.findingsHash).toBe(first.findingsHash);
    const compared = await get('/runs/2/comparison?older=1', endpoints.compareRuns.output);
    expect(compared).toMatchObject({ sameFindings: true, sameData: true, sameVersion: true, parameters: [] });
    for (const changes of [compared.routes, compared.cells, compared.clusters]) {
      expect([changes.appeared, changes.vanished, changes.moved]).toEqual([[], [], []]);
    }
    // A run that has ended says so at once.
    expect(await progressOf(1)).toEqual([
      { runId: 1, state: 'done', step: null, done: 1, of: 1, note: null },
    ]);
  });

  it('says what other parameters changed', async () => {
    const runId = await started({ longestRoute: 2, caps: { perReport: null } });
    await progressOf(runId);
    const compared = await get(`/runs/${String(runId)}/comparison?older=1`, endpoints.compareRuns.output);
    expect(compared.parameters).toEqual([
      { path: 'routes.caps.perReport', old: 1, new: null },
      { path: 'routes.maxLength', old: 6, new: 2 },
    ]);
    expect(compared).toMatchObject({ sameData: true, sameFindings: false });
    // The 772 kg case has three places; what is left of it are its two legs.
    expect(compared.routes.vanished.map(({ id }) => id)).toContain('territory:TT>KN>VG');
    expect(compared.routes.vanished.every(({ places }) => places.length > 2)).toBe(true);
    expect(compared.cells.unchanged).toBeGreaterThan(0);
  });

  it('takes one at a time, and cancels it with nothing kept', async () => {
    const before = await get('/routes', endpoints.routes.output);
    const runId = await started({ draws: 99_999 });
    const second = await post('/runs', {});
    expect(second).toMatchObject({ status: 409, body: { code: 'run-under-way' } });
    // Requests are answered while it runs.
    expect(await get('/health', endpoints.health.output)).toMatchObject({ status: 'ok' });
    const watched = progressOf(runId);
    const cancelled = await post(`/runs/${String(runId)}/cancel`, {});
    expect(cancelled).toMatchObject({
      status: 200,
      body: { id: runId, state: 'cancelled', findingsHash: null },
    });
    expect((await watched).at(-1)).toMatchObject({ state: 'cancelled' });
    expect(await get('/routes', endpoints.routes.output)).toEqual(before);
    expect(await post(`/runs/${String(runId)}/cancel`, {})).toMatchObject({
      status: 409,
      body: { code: 'run-not-under-way' },
    });
    const refused = await fetch(`${served.address}api/runs/1/comparison?older=${String(runId)}`);
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining(`Run ${String(runId)} is cancelled; only runs that are done can be compared.`),
    ]);
  });

  it.each([
    [{ longestRoute: 9 }, 'longestRoute'],
    [{ maxUncertaintyKm: -1 }, 'maxUncertaintyKm'],
    [{ draws: 10 }, 'draws'],
    [{ caps: { perVessel: 0 } }, 'caps'],
    [{ seeed: 1 }, 'seeed'],
  ])('refuses %j', async (request, named) => {
    const { status, body } = await post('/runs', request);
    expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining(named)]);
  });

  it('takes no run from a page of another site', async () => {
    const reply = await fetch(`${served.address}api/runs`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: '{}',
    });
    expect([reply.status, await reply.text()]).toEqual([400, expect.stringContaining('application/json')]);
  });

  it('says that a run was interrupted when the program ended while it was under way', async () => {
    const runId = await started({ draws: 99_999 });
    await served.kill();
    served = await leewardStarted(settings, ['--no-demo']);
    if (kind === 'server') {
      // Another process may be at work on a server: only a run that has been silent for two minutes is given up.
      expect(await get(`/runs/${String(runId)}`, endpoints.run.output)).toMatchObject({ state: 'running' });
      return;
    }
    expect(await get(`/runs/${String(runId)}`, endpoints.run.output)).toMatchObject({ state: 'interrupted' });
    expect(await progressOf(runId)).toMatchObject([{ state: 'interrupted' }]);
  });
});

it('finds the same on both databases, to the last digit', () => {
  expect(hashes['embedded']).toMatch(/^[0-9a-f]{64}$/);
  expect(hashes['server']).toBe(hashes['embedded']);
});
