import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions, endpoints } from '../../shared/api.ts';
import type { TakeBackReply } from '../../shared/api-batches.ts';
import { newServerDatabase } from '../support/database.ts';
import { leeward, leewardStarted, type Served, type Settings } from '../support/leeward.ts';
import { SEIZURE_HEADER, seizureRow } from '../support/seizures.ts';

// Cases added by mistake and taken back, over HTTP and on the command line, on both databases.

const folder = mkdtempSync(path.join(tmpdir(), 'leeward-take-back-'));
const OCTOBER = [
  SEIZURE_HEADER,
  seizureRow({ record_id: 'T1', departure: 'Trinidad', transit: 'Saint Kitts and Nevis', quantity: '900' }),
  seizureRow({ record_id: 'T2' }),
  '',
].join('\r\n');

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

describe.each(['embedded', 'server'] as const)('taking back on the %s database', (kind) => {
  let settings: Settings = {};
  let dispose = (): Promise<void> => Promise.resolve();
  let served: Served;
  let isServed = false;
  let batch = 0;
  let figure: { code: string; bytes: Buffer } = { code: '', bytes: Buffer.alloc(0) };

  const request = async (method: 'GET' | 'POST', where: string, body?: object): Promise<Answer> => {
    const reply = await fetch(`${served.address}api${where}`, {
      method,
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    return { status: reply.status, body: (await reply.json()) as Answer['body'] };
  };
  const ok = async (method: 'GET' | 'POST', where: string, body?: object): Promise<Answer['body']> => {
    const answer = await request(method, where, body);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const taken = async (id: number, commit: boolean): Promise<TakeBackReply> =>
    actions.takeBack.output.parse(await ok('POST', `/batches/${String(id)}/take-back`, { commit }));
  const batches = async () => endpoints.batches.output.parse(await ok('GET', '/batches')).items;
  const casesHeld = async (): Promise<unknown> => (await ok('GET', '/seizures?limit=1'))['total'];
  /** Waits for the end of a run: its stream ends with it. */
  const endOf = async (runId: unknown): Promise<string> =>
    (await fetch(`${served.address}api/runs/${String(runId)}/progress`)).text();
  const add = async (): Promise<{ batchId: number; runId: number }> => {
    const added = actions.importSeizures.output.parse(
      await ok('POST', '/imports/seizures', { text: OCTOBER, name: 'october.csv', commit: true }),
    );
    return { batchId: added.batchId ?? 0, runId: added.runId ?? 0 };
  };
  const made = async (where: string, body: object): Promise<{ code: string; bytes: Buffer }> => {
    const { id } = await ok('POST', where, body);
    await (await fetch(`${served.address}api/exports/${String(id)}/progress`)).text();
    const { state, code } = await ok('GET', `/exports/${String(id)}`);
    expect(state).toBe('done');
    const file = await fetch(`${served.address}api/exports/${String(id)}/file`);
    expect(file.status).toBe(200);
    return { code: String(code), bytes: Buffer.from(await file.arrayBuffer()) };
  };

  const start = async (): Promise<void> => {
    served = await leewardStarted(settings, ['--no-demo']);
    isServed = true;
  };
  const stop = async (): Promise<void> => {
    if (isServed) await served.stop();
    isServed = false;
  };

  beforeAll(async () => {
    if (kind === 'embedded') settings = { LEEWARD_DATA: path.join(folder, 'data') };
    else {
      const { url, drop } = await newServerDatabase();
      settings = { DATABASE_URL: url, LEEWARD_DATA: path.join(folder, 'beside-server') };
      dispose = drop;
    }
    await start();
  }, 400_000);
  afterAll(async () => {
    await stop();
    await dispose();
    if (kind === 'server') rmSync(folder, { recursive: true, force: true });
  });

  it('says what would go before anything does', async () => {
    const { batchId, runId } = await add();
    batch = batchId;
    expect(await endOf(runId)).toContain('"state":"done"');
    figure = await made('/exports', {
      spec: { kind: 'brief', audience: 'amber' },
      format: 'pdf',
      consent: true,
    });
    await ok('POST', '/notes', {
      ...{ kind: 'note', status: null, text: 'Ask for the manifest', address: '' },
      pinned: { kind: 'seizure', id: 'imported:T1', label: 'T1', position: null },
    });
    const plan = await taken(batch, false);
    expect(plan).toMatchObject({
      batch: { id: batch, kind: 'seizures', dataSet: 'imported', files: ['october.csv'], takenBackAt: null },
      removes: { seizures: 2, commodityLines: 2 },
      notesKept: 1,
      alsoIn: [],
      runId: null,
    });
    expect(await casesHeld()).toBe(126);
  });

  it('takes nothing back while an analysis rests on it', async () => {
    const { runId } = await ok('POST', '/runs', { draws: 99_999 });
    expect(await request('POST', `/batches/${String(batch)}/take-back`, { commit: true })).toMatchObject({
      status: 409,
      body: { code: 'run-under-way' },
    });
    expect(await casesHeld()).toBe(126);
    await ok('POST', `/runs/${String(runId)}/cancel`, {});
  });

  it('takes it back, analyses what is left, and keeps what was found and made before', async () => {
    const before = await ok('GET', '/runs/2');
    const { runId, batch: gone } = await taken(batch, true);
    expect(gone.takenBack).toMatchObject({ seizures: 2, commodityLines: 2 });
    expect(await casesHeld()).toBe(124);
    // Until the new run is done the page shows the one before, whole.
    const shown = await ok('GET', '/seizures/imported%3AT1');
    expect(shown['recordId']).toBe('T1');
    expect(await endOf(runId)).toContain('"state":"done"');
    const facets = endpoints.facets.output.parse(await ok('GET', '/facets'));
    expect(facets.dataSets.map(({ id }) => id)).toEqual(['reported']);
    expect((await request('GET', '/seizures/imported%3AT1')).status).toBe(404);

    expect(await ok('GET', '/runs/2')).toEqual(before);
    const changes = await ok('GET', `/runs/${String(runId)}/comparison?older=2`);
    expect(changes['sameData']).toBe(false);
    const again = await made(`/briefings/${figure.code}/exports`, { format: 'pdf' });
    expect(again.bytes.equals(figure.bytes)).toBe(true);
    const [note] = endpoints.notes.output.parse(await ok('GET', '/notes')).items;
    expect(note).toMatchObject({ text: 'Ask for the manifest', held: false });
  });

  it('takes it back once only, and nothing that is not there or comes with Leeward', async () => {
    const [taken, reported, gazetteer] = await batches();
    expect([taken, reported, gazetteer]).toMatchObject([
      { id: batch, shipped: false, takenBack: { seizures: 2 } },
      { dataSet: 'reported', shipped: true, takenBackAt: null },
      { dataSet: 'gazetteer', shipped: true, takenBackAt: null },
    ]);
    for (const [id, status, code] of [
      [batch, 409, 'batch-taken-back'],
      [9999, 404, 'no-batch'],
      [reported?.id, 409, 'batch-shipped'],
      [gazetteer?.id, 409, 'batch-shipped'],
      ['x', 400, 'bad-parameter'],
    ]) {
      const where = `/batches/${String(id)}/take-back`;
      expect(await request('POST', where, { commit: true })).toMatchObject({ status, body: { code } });
    }
  });

  it('takes the same file in again, as another batch', async () => {
    const { batchId, runId } = await add();
    expect(batchId).toBeGreaterThan(batch);
    batch = batchId;
    expect(await casesHeld()).toBe(126);
    expect(await endOf(runId)).toContain('"state":"done"');
    await stop();
  });

  it('lists batches and takes one back on the command line', async () => {
    const listed = await leeward(['batches'], settings);
    expect(listed.code).toBe(0);
    const lines = listed.stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^Batch +Kind +Data set +Imported, UTC +Files +What it brought$/);
    expect(lines[1]).toMatch(
      new RegExp(
        `^${String(batch)} +seizures +imported +.* october.csv +2 seizures, 2 commodity lines, 4 route points$`,
      ),
    );
    expect(lines[2]).toMatch(
      /october.csv +taken back \d{4}-\d\d-\d\d \d\d:\d\d: 2 seizures, 2 commodity lines, 4 route points$/,
    );
    expect(lines[3]).toMatch(/seizures.csv .*\(comes with Leeward\)$/);

    const dry = await leeward(['take-back', String(batch), '--dry-run'], settings);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toContain(
      `Would go with batch ${String(batch)} (seizures from october.csv): 2 seizures`,
    );
    expect(dry.stdout).toContain('Notes on them, which stay: 1');
    expect(dry.stdout).toContain('Dry run: nothing was removed.');

    const done = await leeward(['take-back', String(batch), '--json'], settings);
    expect([done.code, JSON.parse(done.stdout)]).toMatchObject([
      0,
      { dryRun: false, batch: { id: batch }, removes: { seizures: 2 }, notesKept: 1, runId: null },
    ]);
    const twice = await leeward(['take-back', String(batch)], settings);
    expect([twice.code, twice.stdout]).toEqual([1, '']);
    expect(twice.stderr).toContain(`Batch ${String(batch)} was taken back already`);
    const none = await leeward(['take-back', 'last', '--json'], settings);
    expect([none.code, (JSON.parse(none.stdout) as { error: object }).error]).toMatchObject([
      2,
      { code: 'usage' },
    ]);

    // The latest run rests on what has gone: it is not shown in part, but what was made of it can be made again.
    const routes = await leeward(['export', 'routes'], settings);
    expect(routes.code).toBe(1);
    expect(routes.stderr).toContain('were taken back since. Analyse again');
    const out = path.join(folder, `again-${kind}.pdf`);
    const remade = await leeward(
      ['export', '--figure', figure.code, '--format', 'pdf', '--out', out],
      settings,
    );
    expect([remade.code, remade.stderr]).toEqual([0, '']);
    expect((await leeward(['analyse'], settings)).code).toBe(0);
    expect((await leeward(['export', 'routes'], settings)).code).toBe(0);
  });
});
