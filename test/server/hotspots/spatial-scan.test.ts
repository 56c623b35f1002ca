import { describe, expect, it } from 'vitest';
import { drawMaxima, scanResult, spatialScan } from '../../../server/hotspots/scan.ts';
import type { ScanOptions } from '../../../server/hotspots/scan-options.ts';
import { DEFAULT_SCAN_OPTIONS } from '../../../server/hotspots/scan-options.ts';
import { prepareSpatialScan } from '../../../server/hotspots/spatial-scan.ts';
import type { ScanLocation } from '../../../server/hotspots/spatial-scan.ts';
import { makeRandom } from '../../../server/statistics/random.ts';
import { circles, ratio } from './naive-scan.ts';

const at = (id: string, lon: number, lat: number, cases: number, population: number): ScanLocation => ({
  id,
  position: [lon, lat],
  cases,
  population,
});
/** Four ports along a parallel, the calls 1 : 1 : 2 : 4. */
const four = (cases: readonly number[]): ScanLocation[] =>
  [1, 1, 2, 4].map((population, i) => at('abcd'.charAt(i), i * (1 + i / 10), 15, cases[i] ?? 0, population));

describe('spatialScan', () => {
  it('equals a case computed by hand', () => {
    // Eight cases, eight calls: a holds 4 where 1 is expected, 4 ln 4 + 4 ln(4 / 7) = 3.3067. The circle of a
    // and b holds 4 where 2 are expected: less. No other circle of half the calls or less holds an excess.
    const { clusters, parameters } = spatialScan(four([4, 0, 1, 3]));
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({
      centre: 'a',
      members: ['a'],
      radiusKm: 0,
      cases: 4,
      expected: 1,
      ratio: 4,
    });
    expect(clusters[0]?.llr).toBeCloseTo(4 * Math.log(4) + 4 * Math.log(4 / 7), 12);
    expect(clusters[0]?.relativeRisk).toBeCloseTo(4 / (4 / 7), 12);
    expect(clusters[0]).toMatchObject({ from: null, to: null });
    expect(parameters).toMatchObject({ locations: 4, cases: 8, population: 8, draws: 999, spans: null });
  });

  it('has the p-value that all allocations give', () => {
    // Four cases over four ports: 256 allocations, each with its probability; every one is scanned naively.
    const weights = [1, 1, 2, 4];
    const sets = circles(
      four([]).map(({ position }) => position),
      weights,
      0.5,
    );
    const highest = (cases: readonly number[]): number =>
      Math.max(
        0,
        ...sets.map((set) => {
          const sum = (values: readonly number[]): number =>
            set.reduce((all, i) => all + (values[i] ?? 0), 0);
          return ratio(sum(cases), (sum(weights) * 4) / 8, 4);
        }),
      );
    const observed = highest([2, 1, 1, 0]);
    let exact = 0;
    for (let code = 0; code < 256; code++) {
      const cases = [0, 0, 0, 0];
      let probability = 1;
      for (let k = 0; k < 4; k++) {
        const port = (code >> (2 * k)) & 3;
        cases[port] = (cases[port] ?? 0) + 1;
        probability *= (weights[port] ?? 0) / 8;
      }
      if (highest(cases) >= observed - 1e-9) exact += probability;
    }
    const found = spatialScan(four([2, 1, 1, 0]), { ...DEFAULT_SCAN_OPTIONS, draws: 9_999, seed: 4 });
    expect(found.clusters[0]?.llr).toBeCloseTo(observed, 12);
    expect(exact).toBeGreaterThan(0.05);
    // The standard error of 10,000 draws is at most 0.005; three of them.
    expect(Math.abs((found.clusters[0]?.p ?? NaN) - exact)).toBeLessThan(0.015);
    expect(found.clusters[0]?.pError).toBeLessThan(0.005);
  });

  const random = makeRandom(21);
  const many = Array.from({ length: 60 }, (_, i) =>
    at(`p${i}`, 170 + 20 * random.uniform(), -10 + 20 * random.uniform(), random.int(6), 5 + random.int(40)),
  ).map((port) => ({
    ...port,
    position: [port.position[0] > 180 ? port.position[0] - 360 : port.position[0], port.position[1]] as const,
  }));

  it('finds the window that scanning all of them finds, across 180 degrees', () => {
    const populations = many.map(({ population }) => population);
    const all = populations.reduce((sum, one) => sum + one, 0);
    const total = many.reduce((sum, { cases }) => sum + cases, 0);
    const best = Math.max(
      ...circles(
        many.map(({ position }) => position),
        populations,
        0.5,
      ).map((set) => {
        const cases = set.reduce((sum, i) => sum + (many[i]?.cases ?? 0), 0);
        return ratio(cases, (set.reduce((sum, i) => sum + (populations[i] ?? 0), 0) * total) / all, total);
      }),
    );
    expect(spatialScan(many, { ...DEFAULT_SCAN_OPTIONS, draws: 19 }).clusters[0]?.llr).toBeCloseTo(best, 9);
  });

  it('reports further clusters that share no location, in falling order', () => {
    const { clusters } = spatialScan(many, { ...DEFAULT_SCAN_OPTIONS, draws: 19, maxClusters: 4 });
    expect(clusters).toHaveLength(4);
    const members = clusters.flatMap((cluster) => cluster.members);
    expect(new Set(members).size).toBe(members.length);
    expect(clusters.map(({ llr }) => llr)).toEqual(clusters.map(({ llr }) => llr).sort((a, b) => b - a));
    expect(clusters.map(({ p }) => p)).toEqual(clusters.map(({ p }) => p).sort((a, b) => a - b));
  });

  it('gives the same draws however they are shared out, and in another thread', () => {
    const scan = prepareSpatialScan(many, DEFAULT_SCAN_OPTIONS);
    const whole = drawMaxima(scan, 0, 30);
    expect([...drawMaxima(scan, 0, 11), ...drawMaxima(structuredClone(scan), 11, 30)]).toEqual([...whole]);
    // Without the bounds that speed it up, each draw gives the same.
    const plain = { ...scan, levels: scan.levels.slice(-1) };
    expect([...drawMaxima(plain, 0, 30)]).toEqual([...whole]);
    expect(scanResult(scan, whole)).toEqual(scanResult(scan, [...whole].reverse()));
  });

  it('does not depend on the order of its input, and tells how far it is', () => {
    const told: [number, number][] = [];
    const options = { ...DEFAULT_SCAN_OPTIONS, draws: 250 };
    const found = spatialScan(many, options, (done, of) => told.push([done, of]));
    expect(spatialScan([...many].reverse(), options)).toEqual(found);
    expect(told.length).toBeLessThanOrEqual(100);
    expect(told.at(-1)).toEqual([250, 250]);
  });

  it('keeps to the largest radius', () => {
    const { clusters } = spatialScan(many, { ...DEFAULT_SCAN_OPTIONS, draws: 9, maxRadiusKm: 200 });
    expect(clusters.length).toBeGreaterThan(0);
    expect(clusters.every(({ radiusKm }) => radiusKm <= 200)).toBe(true);
  });

  it('leaves out and counts cases without traffic, and says why there is nothing', () => {
    const found = spatialScan([...four([4, 0, 1, 3]), at('e', 1, 10, 5, 0), at('f', 1, 11, 0, 0)]);
    expect(found.leftOut).toEqual({ locations: 1, cases: 5 });
    expect(found.parameters).toMatchObject({ locations: 4, cases: 8 });
    expect(spatialScan([]).note).toMatch(/at least 2 cases/);
    expect(spatialScan([at('a', 0, 0, 9, 1)]).note).toMatch(/one place/);
    expect(spatialScan([at('a', 0, 0, 9, 1), at('b', 0, 0, 9, 1)]).note).toMatch(/No circle/);
    const even = [at('a', 0, 0, 5, 5), at('b', 1, 0, 5, 5)];
    expect(spatialScan(even)).toMatchObject({
      clusters: [],
      note: 'No window holds more cases than expected.',
    });
  });

  it('refuses options and locations that cannot be', () => {
    const withOption = (change: Partial<ScanOptions>, code: string): void => {
      expect(() => spatialScan(many, { ...DEFAULT_SCAN_OPTIONS, ...change })).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    withOption({ maxShare: 0 }, 'bad-maxShare');
    withOption({ maxShare: 1.1 }, 'bad-maxShare');
    withOption({ maxRadiusKm: 0 }, 'bad-maxRadiusKm');
    withOption({ minCases: 0 }, 'bad-minCases');
    withOption({ maxClusters: 0 }, 'bad-maxClusters');
    withOption({ draws: 0 }, 'bad-draws');
    withOption({ draws: 9.5 }, 'bad-draws');
    withOption({ seed: -1 }, 'bad-seed');
    const withLocation = (change: Partial<ScanLocation>, code: string): void => {
      expect(() => spatialScan([{ ...at('a', 0, 0, 1, 1), ...change }])).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    withLocation({ cases: 1.5 }, 'bad-cases');
    withLocation({ cases: -1 }, 'bad-cases');
    withLocation({ population: -1 }, 'bad-population');
    withLocation({ population: Infinity }, 'bad-population');
    withLocation({ position: [0, 91] }, 'bad-position');
    expect(() => spatialScan([...many, ...many])).toThrow(
      expect.objectContaining({ code: 'location-duplicate' }),
    );
    const crowd = Array.from({ length: 5_001 }, (_, i) => at(`l${i}`, i / 100, 0, 1, 1));
    expect(() => spatialScan(crowd)).toThrow(expect.objectContaining({ code: 'too-many-locations' }));
    const scan = prepareSpatialScan(many, DEFAULT_SCAN_OPTIONS);
    expect(() => drawMaxima(scan, 5, 4)).toThrow(expect.objectContaining({ code: 'bad-draws' }));
  });
});
