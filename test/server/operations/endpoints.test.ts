import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemHandler } from '../../../server/http/problem.ts';
import { mountOperations } from '../../../server/operations/endpoints.ts';
import { operationsSchema, type OperationsReply } from '../../../shared/api-operations.ts';
import { shippedSeizures } from './shipped-seizures.ts';

describe('published totals over HTTP', () => {
  let server: Server;
  let address = '';
  // The 772 kg marked amber: an audience cleared for less must not see it, nor a sum that has it in.
  const seizures = shippedSeizures().map((one) =>
    one.recordId === 'S001' ? { ...one, marking: 'amber' as const } : one,
  );
  beforeAll(async () => {
    const app = express();
    const router = express.Router();
    mountOperations(router, () => Promise.resolve({ runId: 7, seizures }));
    app.use('/api', router);
    app.use(
      problemHandler((error) => {
        throw error;
      }),
    );
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    address = `http://127.0.0.1:${typeof at === 'object' && at ? String(at.port) : ''}/api/operations`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = async (query = ''): Promise<OperationsReply> =>
    operationsSchema.parse(await (await fetch(`${address}${query}`)).json());
  const calypso = ({ items }: OperationsReply): string[] =>
    (items.find(({ operation }) => operation === 'CALYPSO 2')?.totals ?? []).map(
      ({ item, loaded, gap }) => `${item} ${loaded} ${gap}`,
    );

  it('each operation with its totals, what is loaded and where the number is from', async () => {
    const reply = await ask();
    expect([reply.runId, reply.items.map(({ operation, cases }) => [operation, cases])]).toEqual([
      7,
      [
        ['CALYPSO 2', 4],
        ['TRIGGER VII', 1],
      ],
    ]);
    expect(calypso(reply)).toEqual([
      'instances 4 398',
      'headline 4 496',
      'firearms null null',
      'firearm_parts null null',
      'assault_rifles null null',
      'cocaine_kg 772.4 -0.4',
    ]);
    for (const { totals } of reply.items) {
      for (const { source } of totals) expect(source.url).toMatch(/^https:/);
    }
  });

  // Published worked example of the ratio: 3.5, exact 95 % interval 1.37 to 10.6, two-sided p 0.0059.
  it('21 rifles against 6: the ratio with its interval, and none where nothing is compared', async () => {
    const totals = (await ask()).items.flatMap((one) => one.totals);
    const rifles = totals.find(({ item }) => item === 'assault_rifles');
    expect(rifles?.ratio?.ratio).toBe(3.5);
    expect(rifles?.ratio?.low).toBeCloseTo(1.37, 2);
    expect(rifles?.ratio?.high).toBeCloseTo(10.6, 1);
    expect(rifles?.ratio?.p).toBeCloseTo(0.0059, 4);
    expect(totals.filter(({ ratio }) => ratio !== null)).toHaveLength(1);
  });

  it('notes in every language', async () => {
    const parts = (await ask()).items
      .flatMap(({ totals }) => totals)
      .find(({ item }) => item === 'firearm_parts');
    expect(parts?.notes.nl).toBe('Onderdelen, apart geteld van hele vuurwapens.');
  });

  it('counts for an audience only what it may see', async () => {
    expect(calypso(await ask('?audience=green'))).toContain('cocaine_kg null null');
    expect(calypso(await ask('?audience=green'))[0]).toBe('instances 3 399');
    expect(calypso(await ask('?audience=amber'))).toContain('cocaine_kg 772.4 -0.4');
  });

  it('refuses an audience that is none, and a filter that does not apply', async () => {
    expect((await fetch(`${address}?audience=orange`)).status).toBe(400);
    expect((await fetch(`${address}?commodity=cocaine`)).status).toBe(400);
  });
});
