import { describe, expect, it } from 'vitest';
import type { RouteEvent } from '../../../shared/findings.ts';
import type { Place, Seizure } from '../../../shared/model.ts';
import type { AnalysisInput } from '../../../server/findings/analysis-input.ts';
import { routeFindings, spotFindings } from '../../../server/findings/analysis.ts';
import { clustersOf } from '../../../server/findings/clusters.ts';
import { monthsOf } from '../../../server/findings/hot-spot-cells.ts';
import { parametersOf, parametersOfRun } from '../../../server/findings/parameters.ts';
import { drawMaxima } from '../../../server/hotspots/scan.ts';

// Two islands, a port each, small enough to count by hand.

const place = (id: string, kind: Place['kind'], country: string, lon: number, lat: number): Place => ({
  id,
  name: id,
  kind,
  country,
  locode: null,
  position: [lon, lat],
  radiusKm: kind === 'port' ? 2 : 30,
  gatewayId: null,
  aliases: [],
  source: 'test',
});
const places = [
  place('AA', 'country', 'AA', -61, 14),
  place('AAONE', 'port', 'AA', -61, 14),
  place('BB', 'country', 'BB', -63, 17),
  place('BBONE', 'port', 'BB', -63, 17),
];

const seizure = (n: number, day: string, position: [number, number] | null, country = 'AA'): Seizure => ({
  id: `test:S${String(n)}`,
  recordId: `S${String(n)}`,
  date: { precision: 'day', earliest: day, latest: day },
  country,
  place: {
    text: 'somewhere',
    placeId: n === 1 ? 'AAONE' : null,
    position,
    uncertaintyKm: position && 1,
    precision: position && 'port',
    atSea: false,
  },
  agencies: [],
  transport: 'unknown',
  transportAsReported: '',
  mode: 'sea',
  vesselName: null,
  vesselFlag: null,
  concealment: null,
  arrests: null,
  operation: null,
  marking: 'clear',
  source: { title: '', publisher: '', date: '', url: '' },
  confidence: 'high',
  notes: '',
  lines: [],
  routePoints: [],
});
const voyage = (id: string, vesselId: string, day: string): RouteEvent => ({
  id,
  kind: 'voyage',
  dataSet: 'test',
  vesselId,
  day,
  lastDay: day,
  commodities: [],
  countries: ['AA', 'BB'],
  mode: 'sea',
  places: ['AAONE', 'BBONE'],
  certainties: ['observed'],
  report: null,
  operation: null,
  marking: 'clear',
});

const input = (seizures: readonly Seizure[], request = {}): AnalysisInput => ({
  seizures,
  events: [
    voyage('v1', 'mmsi:1', '2025-01-01'),
    voyage('v2', 'mmsi:1', '2025-02-01'),
    voyage('v3', 'mmsi:2', '2025-02-02'),
  ],
  places,
  calls: [
    { placeId: 'AAONE', dataSet: 'test', calls: 30 },
    { placeId: 'AAONE', dataSet: 'other', calls: 10 },
    { placeId: 'BBONE', dataSet: 'test', calls: 60 },
  ],
  parameters: parametersOf({ draws: 99, ...request }),
});
const quiet = (): void => undefined;

describe('parameters', () => {
  it('takes what is given and keeps the rest', () => {
    const { seed, routes, shuffle, scan, emerging } = parametersOf({
      seed: 7,
      draws: 199,
      longestRoute: 3,
      caps: { perVessel: null, perDay: 2 },
    });
    expect([seed, routes.maxLength, shuffle.draws, scan.draws, emerging.periodMonths]).toEqual([
      7, 3, 199, 199, 12,
    ]);
    expect(routes.caps).toEqual({ perReport: 1, perOperation: 1, perVessel: null, perDay: 2 });
  });

  it.each([
    [{ longestRoute: 9 }, 'longestRoute'],
    [{ maxUncertaintyKm: -1 }, 'maxUncertaintyKm'],
    [{ draws: 1.5 }, 'draws'],
    [{ caps: { perDay: 0 } }, 'caps.perDay'],
  ])('refuses %j', (request, named) => {
    expect(() => parametersOf(request)).toThrow(named);
  });

  it('reads a run of a version that knew fewer', () => {
    const { routes, shuffle } = parametersOfRun({ routes: { maxLength: 4 } });
    expect([routes.maxLength, shuffle.draws]).toEqual([4, 999]);
  });
});

describe('routes and places of an analysis', () => {
  const found = routeFindings(input([seizure(1, '2025-01-05', [-61, 14])]), quiet);

  it('counts a vessel once in effective support, and says what that left out', () => {
    expect(
      found.routes.map(({ id, voyages, independentEvents, effectiveSupport, capped, recurs }) => [
        id,
        voyages,
        independentEvents,
        effectiveSupport,
        capped.vessel,
        recurs,
      ]),
    ).toEqual([
      ['port:AAONE>BBONE', 3, 3, 2, 1, true],
      ['territory:AA>BB', 3, 3, 2, 1, true],
    ]);
    expect(found.legs).toBe(1);
  });

  it('holds seizures against the port calls of a place and of its territory', () => {
    const rates = found.places.map(({ level, placeId, seizures, calls, rate }) => [
      `${level} ${placeId}`,
      seizures,
      calls,
      rate && [rate.per1000Calls, Number(rate.low.toFixed(4)), Number(rate.high.toFixed(3))],
    ]);
    // One in 40 calls is 25 in 1,000; exact limits of a count of one: 0.025318 and 5.571643 (Garwood 1936), of
    // none: 0 and 3.688879, over 0.04 and 0.06 thousand calls.
    const one = [1, 40, [25, 0.6329, 139.291]];
    const none = [0, 60, [0, 0, 61.481]];
    expect(rates).toEqual([
      ['port AAONE', ...one],
      ['port BBONE', ...none],
      ['territory AA', ...one],
      ['territory BB', ...none],
    ]);
  });
});

it('takes a network of one place, or of none', () => {
  const { events: _events, ...rest } = input([]);
  const [one] = input([]).events;
  const alone = one ? [{ ...one, places: ['AAONE'], certainties: [] }] : [];
  const found = routeFindings({ ...rest, events: alone }, quiet);
  expect([
    found.routes,
    found.legs,
    found.places.map(({ placeId, community }) => [placeId, community]),
  ]).toEqual([
    [],
    0,
    [
      ['AAONE', 0],
      ['AA', 0],
    ],
  ]);
  const nothing = { ...rest, events: [], calls: [] };
  expect(routeFindings(nothing, quiet)).toEqual({ routes: [], places: [], legs: 0, notes: [] });
  expect(spotFindings(nothing, quiet).cells).toEqual([]);
});

describe('hot spots and clusters of an analysis', () => {
  const days = ['2025-01-05', '2025-02-05', '2025-02-20', '2025-03-05'];
  const near = days.map((day, i) => seizure(i + 1, day, [-61 + 0.01 * i, 14]));
  const analysis = input([...near, seizure(5, '2025-03-06', null)], { periodMonths: 1 });
  const found = spotFindings(analysis, quiet);

  it('classes nothing over three periods, and says so', () => {
    expect(found.cells.every(({ emerging }) => emerging === null)).toBe(true);
    expect(found.notes).toEqual([
      { code: 'seizures-not-placed', count: 1 },
      { code: 'too-few-periods', count: 3 },
    ]);
    expect(
      found.cells.flatMap(({ count, calls, rate }) =>
        count > 0 ? [[count, calls, rate?.per1000Calls]] : [],
      ),
    ).toEqual([[4, 40, 100]]);
  });

  it('finds the same clusters however the draws are shared out', () => {
    const all = (from: number, to: number) => ({
      poisson: drawMaxima(found.scans.poisson, from, to),
      spaceTime: drawMaxima(found.scans.spaceTime, from, to),
    });
    const [whole, first, rest] = [all(0, 99), all(0, 50), all(50, 99)];
    const joined = {
      poisson: Float64Array.of(...first.poisson, ...rest.poisson),
      spaceTime: Float64Array.of(...first.spaceTime, ...rest.spaceTime),
    };
    const { clusters, notes } = clustersOf(analysis, found.scans, whole);
    expect(clustersOf(analysis, found.scans, joined).clusters).toEqual(clusters);
    expect(notes).toEqual([]);
    // Four seizures where 40 of 100 calls were made: 1.6 expected. All cases lie inside, so there is no rate outside.
    const [scanned, group] = clusters.filter(({ method }) => method !== 'space-time-scan');
    expect(scanned).toMatchObject({ id: 'poisson-scan:1', cases: 4, expected: 1.6, draws: 99 });
    expect(scanned?.evidence).toEqual(near.map(({ id }) => id));
    expect(group).toMatchObject({
      id: 'density:1',
      method: 'density',
      cases: 4,
      p: null,
      evidence: scanned?.evidence,
    });
    // Their middle is 0.015 degrees from the outermost: 0.015 x 111.195 km x cos 14 degrees.
    expect(group?.centre[0]).toBeCloseTo(-60.985, 9);
    expect(group?.radiusKm).toBeCloseTo(1.6184, 3);
  });

  it('lays whole periods so that the last ends with the last month', () => {
    const events = [
      { earliest: '2024-11-20', latest: '2024-12-02' },
      { earliest: '2025-06-30', latest: '2025-06-30' },
    ];
    // Eight months: two periods of three, the first two months left over.
    expect(monthsOf(events, 3)).toEqual([
      { from: '2025-01-01', to: '2025-03-31' },
      { from: '2025-04-01', to: '2025-06-30' },
    ]);
    expect(monthsOf(events, 12)).toEqual([]);
    expect(monthsOf([], 1)).toEqual([]);
  });
});
