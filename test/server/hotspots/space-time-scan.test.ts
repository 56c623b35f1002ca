import { describe, expect, it } from 'vitest';
import { monthPeriods } from '../../../server/hotspots/periods.ts';
import { drawMaxima, scanResult, spaceTimeScan } from '../../../server/hotspots/scan.ts';
import type { SpaceTimeScanOptions } from '../../../server/hotspots/scan-options.ts';
import { DEFAULT_SCAN_OPTIONS } from '../../../server/hotspots/scan-options.ts';
import { prepareSpaceTimeScan } from '../../../server/hotspots/space-time-scan.ts';
import type { SpaceTimeLocation } from '../../../server/hotspots/space-time-scan.ts';
import { makeRandom } from '../../../server/statistics/random.ts';
import type { Position } from '../../../shared/geo.ts';
import { circles, ratio } from './naive-scan.ts';

const year = monthPeriods('2025-01-01', '2025-12-31', 1);
const threeYears = monthPeriods('2023-01-01', '2025-12-31', 1);
const thirds = monthPeriods('2025-01-01', '2025-12-31', 4);

/** The largest ratio of any circle of half the cases or less through any run of at most `longest` periods. */
function naive(
  positions: readonly Position[],
  counts: readonly (readonly number[])[],
  longest: number,
): number {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const sizes = counts.map(sum);
  const total = sum(sizes);
  const periods = counts[0]?.length ?? 0;
  let highest = 0;
  for (const set of circles(positions, sizes, 0.5)) {
    for (let from = 0; from < periods; from++) {
      for (let to = from + 1; to <= Math.min(periods, from + longest); to++) {
        const inside = sum(set.map((i) => sum((counts[i] ?? []).slice(from, to))));
        const then = sum(counts.map((one) => sum(one.slice(from, to))));
        const here = sum(set.map((i) => sizes[i] ?? 0));
        highest = Math.max(highest, ratio(inside, (here * then) / total, total));
      }
    }
  }
  return highest;
}

/** Three places, six cases, three periods. */
const few: SpaceTimeLocation[] = [
  { id: 'a', position: [-64, 18], counts: [2, 0, 0] },
  { id: 'b', position: [-63, 18], counts: [0, 1, 1] },
  { id: 'c', position: [-61.5, 18], counts: [0, 1, 1] },
];
const many = ((): SpaceTimeLocation[] => {
  const random = makeRandom(31);
  return Array.from({ length: 40 }, (_, i) => ({
    id: `p${i}`,
    position: [-80 + 20 * random.uniform(), 10 + 10 * random.uniform()] as const,
    counts: year.map(() => (random.uniform() < 0.5 ? 0 : random.int(5))),
  }));
})();

/** Twenty busier places. */
const thick = many.slice(0, 20).map(({ id, position: [lon, lat] }, i): SpaceTimeLocation => ({
  id: `t${id}`,
  position: [lon + 0.5, lat],
  counts: threeYears.map((_, m) => (i * i + 3 * m * m + i * m) % 4),
}));

describe('spaceTimeScan', () => {
  it('equals a case computed by hand', () => {
    // Place a has 2 of 6 cases, the first four months have 2: expected 2 * 2 / 6 = 2/3, found 2:
    // 2 ln 3 + 4 ln(4 / (6 - 2/3)) = 2 ln 3 + 4 ln 0.75 = 1.0465. Elsewhere 1 is found where 2/3 is expected.
    const { clusters, parameters } = spaceTimeScan(few, thirds);
    expect(clusters[0]).toMatchObject({
      centre: 'a',
      members: ['a'],
      radiusKm: 0,
      from: '2025-01-01',
      to: '2025-04-30',
      cases: 2,
      relativeRisk: null,
    });
    expect(clusters[0]?.expected).toBeCloseTo(2 / 3, 12);
    expect(clusters[0]?.ratio).toBeCloseTo(3, 12);
    expect(clusters[0]?.llr).toBeCloseTo(2 * Math.log(3) + 4 * Math.log(0.75), 12);
    // Half of 365 days holds one period of four months, and not two.
    expect(parameters).toMatchObject({ cases: 6, locations: 3, spans: 3, population: null });
  });

  it('has the p-value that all permutations of the times give', () => {
    const places = [0, 0, 1, 1, 2, 2];
    const times = [0, 0, 1, 2, 1, 2];
    const positions = few.map(({ position }) => position);
    const observed = naive(
      positions,
      few.map(({ counts }) => counts),
      1,
    );
    let atLeast = 0;
    let all = 0;
    const permute = (left: readonly number[], dealt: readonly number[]): void => {
      if (left.length > 0) {
        left.forEach((time, i) => permute([...left.slice(0, i), ...left.slice(i + 1)], [...dealt, time]));
        return;
      }
      const counts = few.map(() => [0, 0, 0]);
      dealt.forEach((time, i) => {
        const row = counts[places[i] ?? 0];
        if (row) row[time] = (row[time] ?? 0) + 1;
      });
      all++;
      if (naive(positions, counts, 1) >= observed - 1e-9) atLeast++;
    };
    permute(times, []);
    expect(all).toBe(720);
    const found = spaceTimeScan(few, thirds, { ...DEFAULT_SCAN_OPTIONS, draws: 9_999, seed: 8 });
    expect(found.clusters[0]?.llr).toBeCloseTo(observed, 12);
    expect(atLeast / all).toBeGreaterThan(0.1);
    expect(atLeast / all).toBeLessThan(0.9);
    // The standard error of 10,000 draws is at most 0.005; three of them.
    expect(Math.abs((found.clusters[0]?.p ?? NaN) - atLeast / all)).toBeLessThan(0.015);
  });

  it('finds the window that scanning all of them finds', () => {
    // Any five months on end have 150 to 153 days, any six 181 or more.
    const options = { ...DEFAULT_SCAN_OPTIONS, draws: 9, maxDays: 155 };
    const best = naive(
      many.map(({ position }) => position),
      many.map(({ counts }) => counts),
      5,
    );
    const { clusters, parameters } = spaceTimeScan(many, year, options);
    expect(clusters[0]?.llr).toBeCloseTo(best, 9);
    expect(parameters.spans).toBe(12 + 11 + 10 + 9 + 8);
  });

  it('finds a planted outbreak, and no cluster in a place or a month that is only busy', () => {
    const flat = many.map((place, i) => ({
      ...place,
      counts: year.map((_, m) => (i === 3 ? 8 : 2) * (m === 5 ? 3 : 1)),
    }));
    expect(spaceTimeScan(flat, year, { ...DEFAULT_SCAN_OPTIONS, draws: 99 }).clusters).toEqual([]);
    const planted = flat.map((place) =>
      place.id === 'p7'
        ? { ...place, counts: place.counts.map((n, m) => (m === 8 || m === 9 ? n + 9 : n)) }
        : place,
    );
    const [first] = spaceTimeScan(planted, year, { ...DEFAULT_SCAN_OPTIONS, draws: 99 }).clusters;
    expect(first).toMatchObject({
      members: ['p7'],
      from: '2025-09-01',
      to: '2025-10-31',
      cases: 22,
      p: 0.01,
    });
  });

  // The second: 40 cases in 36 months, so that circles hold fewer cases than there are periods.
  const sparse = many.map((place, i) => ({
    ...place,
    counts: threeYears.map((_, m) => (m === (i * 7) % 36 ? 1 : 0)),
  }));
  it.each([
    ['many cases', many, year],
    ['few cases', sparse, threeYears],
    ['some of each', [...sparse, ...thick], threeYears],
  ] as const)(
    'gives the same draws of %s however shared out, and with or without its bounds',
    (_, places, periods) => {
      const scan = prepareSpaceTimeScan(places, periods, DEFAULT_SCAN_OPTIONS);
      const whole = [...drawMaxima(scan, 0, 16)];
      expect([...drawMaxima(scan, 0, 5), ...drawMaxima(structuredClone(scan), 5, 16)]).toEqual(whole);
      // Every window looked at: one level, the bounds of which all windows reach.
      const none = scan.levels.slice(0, 1).map(({ ratio, excess }) => ({ ratio, excess: excess.fill(-1e6) }));
      const full = [...drawMaxima({ ...scan, levels: none, marks: null }, 0, 16)];
      const exact = [...drawMaxima({ ...scan, marks: null }, 0, 16)];
      exact.forEach((highest, i) => expect(highest).toBeCloseTo(full[i] ?? NaN, 8));
      // With marks a draw tells only which clusters it reaches, so the clusters and their p are the same.
      expect(scanResult(scan, whole)).toEqual(scanResult(scan, full));
    },
  );

  it('does not depend on the order of its input; further clusters share no location', () => {
    const options = { ...DEFAULT_SCAN_OPTIONS, draws: 49 };
    const found = spaceTimeScan(many, year, options);
    expect(spaceTimeScan([...many].reverse(), year, options)).toEqual(found);
    const members = found.clusters.flatMap((cluster) => cluster.members);
    expect(found.clusters.length).toBeGreaterThan(2);
    expect(new Set(members).size).toBe(members.length);
  });

  it('says why there is nothing', () => {
    expect(spaceTimeScan([], year).note).toMatch(/at least 2 cases/);
    expect(spaceTimeScan(many, year, { ...DEFAULT_SCAN_OPTIONS, maxDays: 20 }).note).toMatch(/No period/);
    expect(spaceTimeScan(few.slice(0, 1), thirds).note).toMatch(/one place/);
  });

  it('refuses options, periods and locations that cannot be', () => {
    const withOption = (change: Partial<SpaceTimeScanOptions>, code: string): void => {
      expect(() => spaceTimeScan(few, thirds, { ...DEFAULT_SCAN_OPTIONS, ...change })).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    withOption({ maxTimeShare: 0 }, 'bad-maxTimeShare');
    withOption({ maxDays: 0 }, 'bad-maxDays');
    withOption({ draws: 0 }, 'bad-draws');
    expect(() => spaceTimeScan(few, [...thirds].reverse())).toThrow(
      expect.objectContaining({ code: 'bad-periods' }),
    );
    expect(() => spaceTimeScan(few, year)).toThrow(expect.objectContaining({ code: 'bad-counts' }));
    expect(() => spaceTimeScan([...few, ...few], thirds)).toThrow(
      expect.objectContaining({ code: 'location-duplicate' }),
    );
    const [first] = few;
    expect(() => spaceTimeScan(first ? [{ ...first, position: [190, 0] }] : [], thirds)).toThrow(
      expect.objectContaining({ code: 'bad-position' }),
    );
  });
});
