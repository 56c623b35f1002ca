import { describe, expect, it } from 'vitest';
import { logLikelihoodRatio } from '../../../server/hotspots/scan-statistic.ts';
import { excessNeeded } from '../../../server/hotspots/space-time-bounds.ts';

describe('excessNeeded', () => {
  it('equals a case computed by hand', () => {
    // 3 of 4 cases where 1 is expected: 3 ln 3 + 1 ln(1 / 3) = 2 ln 3, so 2 more than expected give just that.
    expect(excessNeeded(1, 4, 2 * Math.log(3))).toBeCloseTo(2, 6);
    // All 4 where 1 is expected: 4 ln 4. More cannot be had.
    expect(excessNeeded(1, 4, 4 * Math.log(4) + 1)).toBe(3);
    expect(excessNeeded(1, 4, 0)).toBe(0);
  });

  it('is nowhere above what gives the ratio, and close to it', () => {
    for (const total of [10, 552, 10_000, 1_000_000]) {
      for (const part of [1e-6, 1e-4, 0.01, 0.2, 0.5, 0.9, 0.999]) {
        for (const ratio of [0.5, 3, 8, 13, 40]) {
          const expected = part * total;
          const excess = excessNeeded(expected, total, ratio);
          expect(excess).toBeGreaterThan(0);
          if (excess >= total - expected) continue;
          const reached = logLikelihoodRatio(expected + excess, expected, total);
          expect(reached).toBeLessThanOrEqual(ratio);
          expect(reached).toBeGreaterThan(0.97 * ratio - 1e-6);
        }
      }
    }
  });

  it('is concave in the cases expected, which is why two circles bound those between', () => {
    for (const ratio of [0.5, 3, 8, 13]) {
      for (let expected = 0.5; expected < 990; expected *= 1.3) {
        const [low, high] = [expected, Math.min(999, expected * 1.8)];
        const ends = Math.min(excessNeeded(low, 1000, ratio), excessNeeded(high, 1000, ratio));
        for (const share of [0.1, 0.5, 0.9]) {
          expect(excessNeeded(low + share * (high - low), 1000, ratio)).toBeGreaterThanOrEqual(ends - 1e-9);
        }
      }
    }
  });
});
