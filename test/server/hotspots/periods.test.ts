import { describe, expect, it } from 'vitest';
import { groupCases } from '../../../server/hotspots/group-cases.ts';
import type { DatedPoint } from '../../../server/hotspots/group-cases.ts';
import { checkPeriods, daysIn, monthPeriods, periodOf } from '../../../server/hotspots/periods.ts';

const quarters = monthPeriods('2024-02-10', '2025-01-15', 3);

describe('monthPeriods', () => {
  it('gives whole months that are over', () => {
    expect(quarters).toEqual([
      { from: '2024-02-01', to: '2024-04-30' },
      { from: '2024-05-01', to: '2024-07-31' },
      { from: '2024-08-01', to: '2024-10-31' },
    ]);
    expect(monthPeriods('2024-01-01', '2024-02-29', 1).map(daysIn)).toEqual([31, 29]);
    expect(monthPeriods('2024-01-01', '2024-01-30', 1)).toEqual([]);
  });

  it('refuses other than whole months and days', () => {
    expect(() => monthPeriods('2024-01-01', '2024-12-31', 0)).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'bad-monthsEach' }),
    );
    expect(() => monthPeriods('2024-02-30', '2024-12-31', 1)).toThrow(
      expect.objectContaining({ code: 'bad-periods' }),
    );
  });
});

describe('periodOf', () => {
  it('is the one period that holds both ends', () => {
    expect(periodOf(quarters, '2024-05-01', '2024-05-01')).toBe(1);
    expect(periodOf(quarters, '2024-08-01', '2024-10-31')).toBe(2);
    expect(periodOf(quarters, '2024-04-30', '2024-05-01')).toBeNull();
    expect(periodOf(quarters, '2024-01-31', '2024-02-01')).toBeNull();
    expect(periodOf(quarters, '2025-01-01', '2025-01-01')).toBeNull();
    expect(periodOf(quarters, '2024-06-02', '2024-06-01')).toBeNull();
  });

  it('refuses periods that overlap or end before they begin', () => {
    const refused = (...periods: [string, string][]): void => {
      expect(() => checkPeriods(periods.map(([from, to]) => ({ from, to })))).toThrow(
        expect.objectContaining({ code: 'bad-periods' }),
      );
    };
    refused(['2024-01-02', '2024-01-01']);
    refused(['2024-01-01', '2024-01-31'], ['2024-01-31', '2024-02-28']);
    refused(['2024-1-1', '2024-01-31']);
  });
});

describe('groupCases', () => {
  const point = (id: string, change: Partial<DatedPoint> = {}): DatedPoint => ({
    id,
    position: [-64.62, 18.42],
    uncertaintyKm: 2,
    kg: null,
    earliest: '2024-05-05',
    latest: '2024-05-06',
    ...change,
  });

  it('counts whole cases by cell and period, and what it leaves out', () => {
    const grouped = groupCases(
      [
        point('b'),
        point('a'),
        point('c', { earliest: '2024-09-01', latest: '2024-09-30' }),
        point('d', { position: [-61.5, 10.65] }),
        point('e', { position: null, uncertaintyKm: null }),
        point('f', { uncertaintyKm: 101 }),
        point('g', { earliest: '2024-01-01', latest: '2024-12-31' }),
      ],
      quarters,
      { resolution: 4, maxUncertaintyKm: 100 },
    );
    expect(grouped.used).toBe(4);
    expect(grouped.leftOut).toEqual({ noPosition: 1, tooUncertain: 1, noPeriod: 1 });
    const tortola = grouped.cells.find(({ counts }) => counts[2] === 1);
    expect(tortola?.counts).toEqual([0, 2, 1]);
    expect(tortola?.evidence).toEqual([[], ['a', 'b'], ['c']]);
    expect(grouped.cells).toHaveLength(2);
    expect(() => groupCases([], quarters, { resolution: 99, maxUncertaintyKm: 1 })).toThrow(
      expect.objectContaining({ code: 'bad-resolution' }),
    );
  });
});
