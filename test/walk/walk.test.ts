import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actions, endpoints, files, removals, replacements, streams } from '../../shared/api.ts';
import { newServerDatabase } from '../support/database.ts';
import { leeward, leewardStarted, type Served, type Settings } from '../support/leeward.ts';
import { networkWithin } from '../../web/network-within.ts';

// The whole data walk as a user starts it, on both databases: the program is started with nothing in its
// database, loads what comes with it, analyses, and is then asked over HTTP.

const embeddedFolder = mkdtempSync(path.join(tmpdir(), 'leeward-walk-'));
const found: Record<string, unknown> = {};

async function get(
  served: Served,
  address: string,
): Promise<{ status: number; type: string; body: unknown }> {
  const response = await fetch(`${served.address}api${address}`);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: await response.json(),
  };
}

/** Asks an endpoint and checks that the answer is what the contract says, nothing less. */
async function ask<Schema extends z.ZodType>(
  served: Served,
  address: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { status, body } = await get(served, address);
  expect(status, JSON.stringify(body).slice(0, 500)).toBe(200);
  return schema.parse(body);
}

const CASE = 'territory:TT>KN>VG';

describe.each(['embedded', 'server'] as const)('the walk on the %s database', (kind) => {
  let settings: Settings = {};
  let dispose = (): Promise<void> => Promise.resolve();
  let served: Served;

  beforeAll(async () => {
    if (kind === 'embedded') {
      settings = { LEEWARD_DATA: embeddedFolder };
    } else {
      const { url, drop } = await newServerDatabase();
      settings = { DATABASE_URL: url };
      dispose = drop;
    }
    served = await leewardStarted(settings);
  }, 400_000);

  afterAll(async () => {
    await dispose();
    if (kind === 'embedded') rmSync(embeddedFolder, { recursive: true, force: true });
  });

  it('loads and analyses all that comes with it', () => {
    expect(served.report).toMatchObject({ runId: 1, fresh: true, counts: { seizures: 124 } });
    found[`${kind} hash`] = served.report['dataHash'];
  });

  it('says how it is, and what every endpoint takes', async () => {
    expect(await ask(served, '/health', endpoints.health.output)).toMatchObject({ database: kind, runId: 1 });
    const document = z
      .object({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) })
      .parse((await get(served, '/openapi.json')).body);
    const paths = [endpoints, actions, replacements, removals, streams, files].flatMap((all) =>
      Object.values<{ path: string }>(all).map((one) => one.path),
    );
    expect(Object.keys(document.paths)).toHaveLength(new Set(paths).size);
    expect(document.paths).toHaveProperty('/routes/{id}');
  });

  it('lists what can be filtered, the synthetic data set marked', async () => {
    const facets = await ask(served, '/facets', endpoints.facets.output);
    expect(facets.dataSets.map(({ id, synthetic, seizures }) => [id, synthetic, seizures])).toEqual([
      ['demo', true, 0],
      ['reported', false, 124],
    ]);
    // Counted in data/seizures.csv: ten events have a date_earliest in 2025, eleven no position.
    const from2025 = facets.months.filter(({ month }) => month.startsWith('2025'));
    expect(from2025.reduce((sum, { seizures }) => sum + seizures, 0)).toBe(10);
    expect(facets.seizuresWithoutPosition).toBe(11);
  });

  it('pages through the seizures, and keeps those without a position', async () => {
    const all = await ask(served, '/seizures?limit=500', endpoints.seizures.output);
    expect(all.total).toBe(124);
    expect(all.features.filter(({ geometry }) => geometry === null)).toHaveLength(11);
    const page = await ask(served, '/seizures?limit=5&offset=120', endpoints.seizures.output);
    expect(page.features).toHaveLength(4);
    const cash = await ask(served, '/seizures?commodity=cash', endpoints.seizures.output);
    expect(cash.total).toBe(5);
  });

  it('draws the 772 kg case as three places, two legs, seen once in the reports alone', async () => {
    const alone = await ask(
      served,
      `/routes/${encodeURIComponent(CASE)}?dataSet=reported`,
      endpoints.route.output,
    );
    expect(alone).toMatchObject({
      seizures: 1,
      voyages: 0,
      independentEvents: 1,
      recurs: false,
      certainty: 'stated',
      synthetic: 'none',
    });
    expect(alone.places.map(({ id }) => id)).toEqual(['TT', 'KN', 'VG']);
    expect(alone.geometry.coordinates).toHaveLength(2);
    expect(alone.evidence.map(({ id, massKg }) => [id, massKg])).toEqual([['reported:S001', 772.4]]);

    const seizure = await ask(served, '/seizures/reported:S001', endpoints.seizure.output);
    expect(
      seizure.routePoints.map(({ role, place, certainty }) => [role, place?.country, certainty]),
    ).toEqual([
      ['departure', 'TT', 'stated'],
      ['transit', 'KN', 'stated'],
      ['seizure', undefined, 'inferred'],
      ['destination', 'VG', 'stated'],
    ]);
    expect(seizure.routeIds).toContain(CASE);
  });

  it('lets it recur only because synthetic voyages repeat it, and says so', async () => {
    const withDemo = await ask(served, `/routes/${encodeURIComponent(CASE)}`, endpoints.route.output);
    expect(withDemo).toMatchObject({ seizures: 1, recurs: true, synthetic: 'some', certainty: 'observed' });
    expect(withDemo.independentEvents).toBeGreaterThan(1);
    expect(
      withDemo.evidence.filter(({ kind: one }) => one === 'voyage').every(({ synthetic }) => synthetic),
    ).toBe(true);
    expect(withDemo.significance?.q).toBeLessThan(0.05);
    const before = await ask(
      served,
      `/routes/${encodeURIComponent(CASE)}?from=2025-12-08&to=2025-12-09&dataSet=reported`,
      endpoints.route.output,
    );
    expect(before.independentEvents).toBe(1);
  });

  it('lists routes that recur and sequences seen once apart', async () => {
    const recurring = await ask(served, '/routes?dataSet=reported&recurs=true', endpoints.routes.output);
    // By hand from data/seizures.csv: five reports of goods from the United States to the Dominican Republic.
    const first = recurring.features[0]?.properties;
    expect([first?.places.map(({ id }) => id), first?.seizures, first?.recurs]).toEqual([
      ['US', 'DO'],
      5,
      true,
    ]);
    const once = await ask(served, '/routes?dataSet=reported&recurs=false', endpoints.routes.output);
    expect(once.features.every(({ properties }) => properties.effectiveSupport === 1)).toBe(true);
    expect(once.features.map(({ id }) => id)).toContain(CASE);
  });

  it('keeps voyage legs and seizure legs apart on the network, and every leg opens to its evidence', async () => {
    const network = await ask(served, '/network', endpoints.network.output);
    const leg = network.edges.features.find(({ id }) => id === 'TTPOS~KNBAS');
    expect(leg?.properties).toMatchObject({
      seizureLegs: 0,
      mode: 'sea',
      certainty: 'observed',
      synthetic: true,
      overWater: true,
    });
    const reported = await ask(served, '/network?dataSet=reported', endpoints.network.output);
    expect(
      reported.edges.features.every(({ properties }) => properties.voyageLegs === 0 && !properties.synthetic),
    ).toBe(true);
    for (const query of [
      'dataSet=reported',
      'commodity=firearm',
      'from=2025-03-01&to=2025-05-31',
      'to=1990-01-01',
    ]) {
      const within = await ask(served, `/network/within?${query}`, endpoints.networkWithin.output);
      expect(networkWithin(network, within), query).toEqual(
        await ask(served, `/network?${query}`, endpoints.network.output),
      );
    }
    const detail = await ask(served, '/network/edges/TTPOS~KNBAS?limit=3', endpoints.edge.output);
    expect(detail.evidence).toHaveLength(3);
    expect(detail.evidenceTotal).toBeGreaterThan(3);
    const port = await ask(served, '/ports/KNBAS', endpoints.port.output);
    expect(port.calls).toBeGreaterThan(0);
    expect(port.edges.map(({ id }) => id)).toContain('TTPOS~KNBAS');
  });

  it('finds hot spots, says what it left out, and opens a cell to its seizures', async () => {
    const spots = await ask(served, '/hotspots', endpoints.hotspots.output);
    expect(spots.leftOut).toMatchObject({ noPosition: 11 });
    const hottest = [...spots.features].sort((a, b) => b.properties.z - a.properties.z)[0];
    expect(hottest?.properties.class).toBe('hot');
    const cell = await ask(served, `/hotspots/${hottest?.id ?? ''}`, endpoints.hotspot.output);
    expect(cell.evidence.every(({ kind: one }) => one === 'seizure')).toBe(true);
  });

  it('finds ports and vessels by part of a name, accents or not', async () => {
    const ports = await ask(served, '/ports?q=cap+haitien&limit=3', endpoints.ports.output);
    expect(ports.features.map(({ id }) => id)).toContain('HTCAP');
    const vessels = await ask(served, '/vessels?q=freighter+01', endpoints.vessels.output);
    expect(vessels).toMatchObject({ total: 1, items: [{ name: 'SYNTHETIC FREIGHTER 01', synthetic: true }] });
    const vessel = await ask(served, `/vessels/${vessels.items[0]?.id ?? ''}`, endpoints.vessel.output);
    expect(vessel.callsTotal).toBeGreaterThan(20);
    expect(await ask(served, '/runs', endpoints.runs.output)).toMatchObject({ total: 1, items: [{ id: 1 }] });
  });

  it.each([
    ['/routes?commodity=cocain', 400, 'commodity'],
    ['/routes?from=2025-02-30', 400, 'from: a day that exists'],
    ['/routes?from=2025-03-01&to=2025-01-01', 400, 'from must not be after to'],
    ['/routes?limit=0', 400, 'limit'],
    [
      '/network?commodty=cocaine',
      400,
      'commodty: This endpoint has no such parameter. It takes from, to, commodity, country, dataSet, audience.',
    ],
    ['/comparison?aFrom=2020-01-01', 400, 'Say what to compare'],
    ['/comparison?aOperation=calypso&bFrom=2020-01-01', 400, 'There are: CALYPSO 2, '],
    ['/comparison?aFrom=2020-01-01&bFrom=2021-12-31&bTo=2021-01-01', 400, 'bFrom must not be after bTo'],
    ['/comparison?aFrom=2020-01-01&bFrom=2021-01-01&aEffort=2', 400, 'the effort of both periods'],
    [
      '/comparison?kind=voyage&aFrom=2025-01-01&bFrom=2023-01-01&bTo=2023-12-31',
      400,
      'No traffic is held of b, so there is nothing to compare with. Months with traffic: 2025-01, ',
    ],
    ['/paths?start=XX&end=TT', 400, 'start: XX is no place of the network'],
    ['/paths?start=TT&end=TT', 400, 'end: it must be another place than start.'],
    ['/paths?start=TT&end=VG&k=21', 400, 'k'],
    ['/routes/territory:TT%3EXX', 404, 'There is no route territory:TT>XX in the latest analysis.'],
    ['/ports/NOWHERE', 404, 'There is no place NOWHERE'],
    ['/routes/%E0%A4%A', 400, 'The request cannot be read.'],
    ['/nothing', 404, 'There is no GET /api/nothing.'],
  ])('answers %s with a problem that says what is wrong', async (address, status, words) => {
    const reply = await get(served, address);
    expect(reply.status).toBe(status);
    expect(reply.type).toContain('application/problem+json');
    expect(JSON.stringify(reply.body)).toContain(words);
  });

  it('remembers all of it, and finds nothing new to analyse on the next start', async () => {
    const before = await ask(served, '/routes?limit=5000', endpoints.routes.output);
    expect(await served.stop()).toBe(0);
    served = await leewardStarted(settings);
    expect(served.report).toMatchObject({ runId: 1, fresh: false });
    const after = await ask(served, '/routes?limit=5000', endpoints.routes.output);
    expect(after).toEqual(before);
    found[`${kind} routes`] = after;
    expect(await served.stop()).toBe(0);
  });

  it('exports what it found, each row with its run, and status says what is held', async () => {
    const csv = await leeward(['export', 'routes', '--format', 'csv'], settings);
    expect(csv.code).toBe(0);
    const line = csv.stdout.split('\r\n').find((text) => text.startsWith(CASE));
    expect(line).toContain('Trinidad and Tobago > Saint Kitts and Nevis > British Virgin Islands');
    const legs = await leeward(['export', 'legs'], settings);
    const collection = z.object({ leeward: z.object({ run: z.literal(1) }), features: z.array(z.unknown()) });
    expect(collection.parse(JSON.parse(legs.stdout)).features.length).toBeGreaterThan(100);
    const status = await leeward(['status', '--json'], settings);
    expect(JSON.parse(status.stdout)).toMatchObject({ database: kind, run: { id: 1 } });
  });
});

it('finds the same on both databases, to the last digit', () => {
  expect(found['server hash']).toBe(found['embedded hash']);
  expect(found['server routes']).toEqual(found['embedded routes']);
});
