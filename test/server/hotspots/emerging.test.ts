import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EMERGING_OPTIONS, findEmergingHotSpots } from '../../../server/hotspots/emerging.ts';
import { classOf } from '../../../server/hotspots/emerging-class.ts';
import type { PeriodClass } from '../../../server/hotspots/emerging-class.ts';
import type { DatedPoint } from '../../../server/hotspots/group-cases.ts';
import { mannKendall } from '../../../server/hotspots/mann-kendall.ts';
import { monthPeriods } from '../../../server/hotspots/periods.ts';

/** Hot from 2 on and cold from -2 down, for the tests of classes. */
const courseOf = (z: readonly number[]): string =>
  classOf(
    z.map((one): PeriodClass => (one >= 2 ? 'hot' : one <= -2 ? 'cold' : 'none')),
    mannKendall(z).trend,
  );

describe('classOf', () => {
  // Each z-series is made by hand to fit one definition of Esri's emerging hot spot analysis and no other.
  it.each([
    ['new', [0, 1, 0, 1, 0, 1, 0, 1, 0, 3]],
    ['new', [-3, 0, 1, 0, 1, 0, 0, 1, 0, 3]], // cold before is no bar: it was never hot
    ['consecutive', [0, 1, 0, 1, 0, 1, 0, 3, 3, 3]],
    ['consecutive', [0, -3, 0, 1, 0, 1, 0, 3, 3, 3]], // cold before, which fits oscillating too: the first holds
    ['intensifying', [2, 2.1, 2.3, 2.5, 2.6, 2.9, 3, 3.4, 3.5, 4]],
    ['intensifying', [1, 2.1, 2.3, 2.5, 2.6, 2.9, 3, 3.4, 3.5, 4]], // nine of ten are 90%
    ['persistent', [3, 4, 3, 4, 3, 4, 3, 4, 3, 4]],
    ['diminishing', [5, 4.8, 4.5, 4, 3.9, 3.5, 3.2, 3, 2.5, 2.2]],
    ['sporadic', [0, 3, 0, 3, 0, 1, 0, 3, 0, 3]],
    ['oscillating', [0, 3, 0, -3, 0, 1, 0, 3, 0, 3]],
    ['oscillating', [0, 3, 0, -3, 0, 1, 0, 1, 3, 3]], // a last run, but hot before it as well
    ['historical', [3, 4, 3, 4, 3, 4, 3, 4, 3, 1]], // no trend, which fits persistent too
    ['historical', [3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, -3]], // cold at last
    ['sporadic', [3, 3, 3, 3, 3, 1, 3, 1, 3, 3]], // 80%
    ['persistent', [3, 3, 1, 3, 3, 3, 3, 3, 3, 3]], // 90%, and the last
    ['none', [0, 3, 0, 3, 0, 3, 0, 3, 0, 1]], // hot now and then, but not in the last period
    ['none', [-3, -3, -3, -3, -3, -3, -3, -3, -3, -3]], // courses of cold are not classed
    ['none', [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]],
  ])('calls the course %s', (expected, z) => {
    expect(courseOf(z)).toBe(expected);
  });

  it('knows a run from the first period on', () => {
    expect(classOf(['hot', 'hot', 'hot', 'hot'], 'no trend')).toBe('persistent');
    expect(classOf(['none', 'hot', 'hot', 'hot'], 'no trend')).toBe('consecutive');
    expect(classOf(['hot', 'hot', 'hot', 'none'], 'no trend')).toBe('none'); // 75% is not historical
    expect(classOf([], 'no trend')).toBe('none');
  });
});

describe('findEmergingHotSpots', () => {
  const periods = monthPeriods('2025-01-01', '2025-06-30', 1);
  let made = 0;
  const point = (month: number, lon: number, lat: number, change: Partial<DatedPoint> = {}): DatedPoint => ({
    id: `s${String(made++).padStart(4, '0')}`,
    position: [lon, lat],
    uncertaintyKm: 1,
    kg: null,
    earliest: `2025-0${month}-05`,
    latest: `2025-0${month}-06`,
    ...change,
  });
  /** One case a month at each of nine places, and thirty off Tortola in the months named. */
  const withTortola = (months: readonly number[]): DatedPoint[] => [
    ...[1, 2, 3, 4, 5, 6].flatMap((month) =>
      Array.from({ length: 9 }, (_, i) => point(month, -76.8 + 2 * i, 18 - i / 2)),
    ),
    ...months.flatMap((month) => Array.from({ length: 30 }, () => point(month, -64.62, 18.42))),
  ];
  const tortola = latLngToCell(18.42, -64.62, 4);
  const classAt = (points: readonly DatedPoint[]): string | undefined =>
    findEmergingHotSpots(points, periods).cells.find(({ cell }) => cell === tortola)?.class;

  it('classes a cell by the months in which it is hot', () => {
    expect(classAt(withTortola([6]))).toBe('new');
    expect(classAt(withTortola([5, 6]))).toBe('consecutive');
    expect(classAt(withTortola([1, 2, 3, 4, 5, 6]))).toBe('persistent');
    expect(classAt(withTortola([1, 3, 6]))).toBe('sporadic');
    expect(classAt(withTortola([1, 2, 3]))).toBe('none');
  });

  it('gives every cell its z-scores, classes and evidence', () => {
    const points = withTortola([6]);
    const found = findEmergingHotSpots(points, periods);
    const cell = found.cells.find((one) => one.cell === tortola);
    expect(cell?.periodClasses).toEqual(['none', 'none', 'none', 'none', 'none', 'hot']);
    expect(cell?.z).toHaveLength(6);
    expect(cell?.evidence).toHaveLength(30);
    expect(cell?.trend.trend).toBe('no trend');
    expect(found.parameters).toMatchObject({
      seizuresUsed: 84,
      cellsTested: found.cells.length,
      trendAlpha: 0.05,
    });
    expect(found.note).toMatch(/With 6 periods/);
    expect(findEmergingHotSpots([...points].reverse(), periods)).toEqual(found);
  });

  it('leaves out and counts what no single period holds', () => {
    const found = findEmergingHotSpots(
      [
        ...withTortola([6]),
        point(1, -64, 18, { earliest: '2025-01-31', latest: '2025-02-01' }),
        point(1, -64, 18, { earliest: '2024-12-01', latest: '2024-12-02' }),
        point(1, -64, 18, { position: null, uncertaintyKm: null }),
        point(1, -64, 18, { uncertaintyKm: 500 }),
      ],
      periods,
    );
    expect(found.leftOut).toEqual({ noPosition: 1, tooUncertain: 1, noPeriod: 2 });
    expect(found.parameters.seizuresUsed).toBe(84);
  });

  it('classes nothing with fewer than four periods, or nothing to place', () => {
    const short = findEmergingHotSpots(withTortola([1]), periods.slice(0, 3));
    expect(short.cells).toEqual([]);
    expect(short.note).toMatch(/at least 4 periods; there are 3/);
    const empty = findEmergingHotSpots([], periods);
    expect(empty.cells).toEqual([]);
    expect(empty.note).toMatch(/No seizure/);
    expect(findEmergingHotSpots([], []).note).toMatch(/there are 0/);
    expect(findEmergingHotSpots(withTortola([1]), periods.slice(0, 4)).note).toMatch(/no trend can be told/);
  });

  it('refuses periods and options that cannot be', () => {
    const refused = (run: () => unknown, code: string): void => {
      expect(run).toThrow(expect.objectContaining({ name: 'InputError', code }));
    };
    refused(() => findEmergingHotSpots([], [...periods].reverse()), 'bad-periods');
    const uneven = [...periods.slice(0, 5), { from: '2025-06-01', to: '2025-06-10' }];
    refused(() => findEmergingHotSpots([], uneven), 'bad-periods');
    refused(
      () => findEmergingHotSpots([], periods, { ...DEFAULT_EMERGING_OPTIONS, trendAlpha: 1 }),
      'bad-trendAlpha',
    );
    refused(
      () => findEmergingHotSpots([], periods, { ...DEFAULT_EMERGING_OPTIONS, resolution: 16 }),
      'bad-resolution',
    );
    const [first] = withTortola([]);
    refused(() => findEmergingHotSpots(first ? [first, first] : [], periods), 'point-duplicate');
  });
});
