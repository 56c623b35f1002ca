import { describe, expect, it } from 'vitest';
import { leastCases, logLikelihoodRatio } from '../../../server/hotspots/scan-statistic.ts';
import newYork from '../../fixtures/scan/new-york-leukemia.json' with { type: 'json' };

describe('logLikelihoodRatio', () => {
  // Expected: published values for the leukaemia cases of upstate New York, see test/fixtures/README.md.
  it.each(newYork.clusters)('equals the published $llr for $cases cases', (cluster) => {
    const { totalCases, totalPopulation } = newYork;
    const expected = (totalCases * cluster.population) / totalPopulation;
    expect(expected).toBeCloseTo(cluster.expected, 2);
    expect(logLikelihoodRatio(cluster.cases, expected, totalCases)).toBeCloseTo(cluster.llr, 6);
  });

  it('equals cases computed by hand', () => {
    // 3 of 4 cases where 1 is expected: 3 ln 3 + 1 ln(1 / 3) = 2 ln 3.
    expect(logLikelihoodRatio(3, 1, 4)).toBeCloseTo(2 * Math.log(3), 12);
    // All 4 where 1 is expected: 4 ln 4.
    expect(logLikelihoodRatio(4, 1, 4)).toBeCloseTo(4 * Math.log(4), 12);
    expect(logLikelihoodRatio(1, 1, 4)).toBe(0);
    expect(logLikelihoodRatio(0, 1, 4)).toBe(0);
  });
});

describe('leastCases', () => {
  it('is the first number of cases that reaches the ratio', () => {
    for (const expected of [0.01, 0.3, 1, 7.5, 40, 99.5]) {
      for (const ratio of [0, 0.5, 3, 8, 30]) {
        const least = leastCases(expected, 100, ratio, 2, 100);
        let counted = Math.max(2, Math.floor(expected) + 1);
        while (counted <= 100 && logLikelihoodRatio(counted, expected, 100) < ratio - 1e-9) counted++;
        expect(least).toBe(counted);
      }
    }
  });
});
