import { describe, expect, it } from 'vitest';
import { monteCarloP } from '../../../server/statistics/monte-carlo.ts';
import { poissonInterval, rateInterval } from '../../../server/statistics/poisson-interval.ts';

describe('monteCarloP', () => {
  it('counts the observation as one more draw', () => {
    expect(monteCarloP(0, 999).p).toBe(0.001);
    expect(monteCarloP(49, 999)).toEqual({ p: 0.05, error: Math.sqrt((0.05 * 0.95) / 1000) });
    expect(monteCarloP(999, 999)).toEqual({ p: 1, error: 0 });
  });

  it('refuses numbers of draws that cannot be', () => {
    for (const [atLeast, draws] of [
      [0, 0],
      [0, 1.5],
      [-1, 10],
      [11, 10],
      [0.5, 10],
    ] as const) {
      expect(() => monteCarloP(atLeast, draws)).toThrow(
        expect.objectContaining({ name: 'InputError', code: 'bad-draws' }),
      );
    }
  });
});

describe('poissonInterval', () => {
  it('equals the exact interval', () => {
    // No case: 0 to -ln 0.025. One: -ln 0.975 up to the root of e^-m (1 + m) = 0.025, 5.5716. Ten: 4.7954 to
    // 18.3904, half the chi-square quantiles 9.5908 (20 degrees) and 36.7807 (22 degrees) of the usual tables.
    expect(poissonInterval(0).low).toBe(0);
    expect(poissonInterval(0).high).toBeCloseTo(-Math.log(0.025), 10);
    expect(poissonInterval(1).low).toBeCloseTo(-Math.log(0.975), 10);
    expect(poissonInterval(1).high).toBeCloseTo(5.5716, 4);
    expect(poissonInterval(10).low).toBeCloseTo(4.7954, 4);
    expect(poissonInterval(10).high).toBeCloseTo(18.3904, 4);
  });

  it('leaves each tail its share', () => {
    // By definition: P(X >= 3) at the lower end and P(X <= 3) at the upper end are 0.05 each at 90%.
    const { low, high } = poissonInterval(3, 0.9);
    const below = (mean: number, most: number): number => {
      let sum = 0;
      for (let k = 0, term = Math.exp(-mean); k <= most; k++, term *= mean / k) sum += term;
      return sum;
    };
    expect(1 - below(low, 2)).toBeCloseTo(0.05, 9);
    expect(below(high, 3)).toBeCloseTo(0.05, 9);
  });

  it('makes a rate of it', () => {
    const { rate, low, high } = rateInterval(10, 2.5);
    expect(rate).toBe(4);
    expect(low).toBeCloseTo(4.7954 / 2.5, 4);
    expect(high).toBeCloseTo(18.3904 / 2.5, 4);
  });

  it('refuses what is no count, level or exposure', () => {
    expect(() => poissonInterval(1.5)).toThrow(expect.objectContaining({ code: 'bad-count' }));
    expect(() => poissonInterval(-1)).toThrow(expect.objectContaining({ code: 'bad-count' }));
    expect(() => poissonInterval(1, 1)).toThrow(expect.objectContaining({ code: 'bad-level' }));
    expect(() => rateInterval(1, 0)).toThrow(expect.objectContaining({ code: 'bad-exposure' }));
  });
});
