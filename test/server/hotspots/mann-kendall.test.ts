import { describe, expect, it } from 'vitest';
import { mannKendall } from '../../../server/hotspots/mann-kendall.ts';
import series from '../../fixtures/mann-kendall/original_test.json' with { type: 'json' };

describe('mannKendall', () => {
  // Expected: original_test of pyMannKendall, see test/fixtures/README.md.
  it.each(series)('equals the reference for $name', (expected) => {
    const found = mannKendall(expected.series);
    expect(found.trend).toBe(expected.trend);
    expect(found.s).toBe(expected.s);
    expect(found.p).toBeCloseTo(expected.p, 12);
    expect(found.z).toBeCloseTo(expected.z, 12);
    expect(found.tau).toBeCloseTo(expected.Tau, 12);
    expect(found.variance).toBeCloseTo(expected.var_s, 9);
    expect(found.slope).toBeCloseTo(expected.slope, 12);
    expect(found.intercept).toBeCloseTo(expected.intercept, 12);
  });

  it('finds nothing in equal values', () => {
    expect(mannKendall([2, 2, 2])).toEqual({
      trend: 'no trend',
      p: 1,
      z: 0,
      tau: 0,
      s: 0,
      variance: 0,
      slope: 0,
      intercept: 2,
    });
  });

  it('refuses a series too short or not finite, and an alpha out of bounds', () => {
    expect(() => mannKendall([1])).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'bad-series' }),
    );
    expect(() => mannKendall([1, NaN])).toThrow(expect.objectContaining({ code: 'bad-series' }));
    expect(() => mannKendall([1, 2], 0)).toThrow(expect.objectContaining({ code: 'bad-alpha' }));
  });
});
