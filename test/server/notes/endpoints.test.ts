import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi } from '../../../server/http/openapi.ts';
import { problemHandler } from '../../../server/http/problem.ts';
import { mountNotes } from '../../../server/notes/endpoints.ts';
import { actions, endpoints, files, removals, replacements, streams } from '../../../shared/api.ts';
import { noteSchema, notesSchema, savedViewSchema } from '../../../shared/api-notes.ts';
import { describeOnBoth } from '../../support/database.ts';

const HYPOTHESIS = {
  kind: 'hypothesis',
  status: 'open',
  text: 'The same small hull serves both islands.',
  workspace: 'Calypso',
  pinned: { kind: 'seizure', id: 'reported:CALYPSO2-0772', label: '772 kg', position: [-64.6, 18.4] },
  address: '?s=seizure:reported:CALYPSO2-0772',
};

describeOnBoth('notes over HTTP', (database) => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    const app = express();
    const router = express.Router();
    mountNotes(router, database(), () => Date.UTC(2026, 0, 2, 3, 4, 5));
    app.use('/api', router);
    app.use(
      problemHandler((error) => {
        throw error;
      }),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === 'object' && at ? String(at.port) : ''}/api`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const send = async (
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const reply = await fetch(`${address}${path}`, { method, ...(body ? json : {}) });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  };

  it('writes, reads, changes, deletes and restores', async () => {
    const written = noteSchema.parse((await send('POST', '/notes', HYPOTHESIS)).body);
    expect(written).toMatchObject({ ...HYPOTHESIS, version: 1, createdAt: '2026-01-02T03:04:05.000Z' });
    const { pinned: _pinned, address: _address, ...rest } = HYPOTHESIS;
    const path = `/notes/${String(written.id)}`;
    const changed = await send('PUT', path, { ...rest, status: 'supported', version: 1 });
    expect(noteSchema.parse(changed.body)).toMatchObject({ status: 'supported', version: 2 });
    // Somebody else still has version 1 open.
    const late = await send('PUT', path, { ...rest, status: 'rejected', version: 1 });
    expect([late.status, late.body['code']]).toEqual([409, 'note-changed']);
    expect((await send('DELETE', `${path}?version=1`)).status).toBe(409);
    expect((await send('DELETE', `${path}?version=2`)).body['deletedAt']).toBe('2026-01-02T03:04:05.000Z');
    expect(notesSchema.parse((await send('GET', '/notes?workspace=Calypso')).body).total).toBe(0);
    expect((await send('GET', path)).body['deletedAt']).not.toBeNull();
    expect((await send('POST', `${path}/restore`, {})).body['deletedAt']).toBeNull();
    const found = await send('GET', '/notes?pinnedKind=seizure&pinnedId=reported:CALYPSO2-0772');
    expect(notesSchema.parse(found.body).items.map(({ id }) => id)).toEqual([written.id]);
  });

  it('saves a view, lists workspaces', async () => {
    const saved = savedViewSchema.parse(
      (await send('POST', '/views', { name: ' Morning ', workspace: 'Calypso', address: '?l=port' })).body,
    );
    expect(saved.name).toBe('Morning');
    const path = `/views/${String(saved.id)}`;
    expect((await send('PUT', path, { name: 'Evening', workspace: '', version: 1 })).body['name']).toBe(
      'Evening',
    );
    expect((await send('GET', '/workspaces')).body).toEqual({
      items: [{ name: 'Calypso', notes: 1, views: 0 }],
      total: 1,
    });
    expect((await send('DELETE', `${path}?version=2`)).status).toBe(200);
    expect((await send('GET', '/views')).body['total']).toBe(0);
  });

  it.each([
    ['no text', { ...HYPOTHESIS, text: '  ' }, 'text'],
    ['a text too long', { ...HYPOTHESIS, text: 'x'.repeat(4001) }, 'text'],
    ['a note with a status', { ...HYPOTHESIS, kind: 'note' }, 'status'],
    ['a hypothesis without', { ...HYPOTHESIS, status: null }, 'status'],
    [
      'a thing that cannot be pinned to',
      { ...HYPOTHESIS, pinned: { ...HYPOTHESIS.pinned, kind: 'person' } },
      'pinned.kind',
    ],
    ['an address of elsewhere', { ...HYPOTHESIS, address: 'https://example.org/' }, 'address'],
    ['what it does not know', { ...HYPOTHESIS, author: 'me' }, 'author'],
  ])('refuses %s', async (_what, body, field) => {
    const { status, body: problem } = await send('POST', '/notes', body);
    expect([status, problem['code']]).toEqual([400, 'bad-parameter']);
    expect(problem['errors']).toEqual([expect.objectContaining({ field })]);
  });

  it('refuses a body that is no JSON, and a note that is not there', async () => {
    const text = await fetch(`${address}/notes/1`, { method: 'PUT', body: 'x' });
    expect(((await text.json()) as { code: string }).code).toBe('not-json');
    expect((await send('GET', '/notes/99999')).status).toBe(404);
  });
});

describe('the OpenAPI document', () => {
  it('names each method of a path', () => {
    const all = { endpoints, actions, replacements, removals, streams, files };
    const { paths } = openApi(all, '1') as { paths: Record<string, Record<string, unknown>> };
    expect(Object.keys(paths['/notes/{id}'] ?? {}).sort()).toEqual(['delete', 'get', 'put']);
    expect(Object.keys(paths['/notes'] ?? {}).sort()).toEqual(['get', 'post']);
    expect(paths['/notes/{id}']?.['put']).toHaveProperty('requestBody');
    expect(paths['/notes/{id}']?.['delete']).not.toHaveProperty('requestBody');
  });

  it('describes a file as bytes of the types it may have', () => {
    const all = { endpoints, actions, replacements, removals, streams, files };
    const { paths } = openApi(all, '1') as { paths: Record<string, Record<string, unknown>> };
    expect(paths['/exports/{id}/file']).toEqual({
      get: {
        operationId: 'exportFile',
        summary: 'The file of an export that is done, for a day; of the type that the export says',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string', pattern: '^[0-9a-f-]{36}$' },
          },
        ],
        responses: {
          200: {
            description: 'The file of an export that is done, for a day; of the type that the export says',
            content: {
              'image/png': {},
              'image/svg+xml': {},
              'application/pdf': {},
              'application/vnd.openxmlformats-officedocument.presentationml.presentation': {},
              'text/csv': {},
              'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {},
              'application/geo+json': {},
              'application/vnd.google-earth.kml+xml': {},
              'application/xml': {},
              'application/gpx+xml': {},
            },
          },
          default: {
            description: 'What is wrong and how to put it right',
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        },
      },
    });
  });
});
