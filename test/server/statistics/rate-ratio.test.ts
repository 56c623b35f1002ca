import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../../server/statistics/rate-ratio.ts';

const ratio = (a: number, b: number, effortA: number | null = null, effortB: number | null = null) =>
  rateRatio({ count: a, effort: effortA }, { count: b, effort: effortB });
/** Relative difference, so that small values are compared as closely as large ones. */
const close = (value: number | null, expected: number): void => {
  expect(Math.abs((value ?? NaN) / expected - 1)).toBeLessThan(1e-9);
};

describe('the ratio of two rates', () => {
  // 21 assault rifles against 6 the year before. p by hand: the 27 choose 0 to 6 are 1, 27, 351, 2925, 17550, 80730
  // and 296010, in all 397594 of 2^27 = 134217728, twice. Bounds: SciPy 1.17.1, beta.ppf(.025, 21, 7) and
  // beta.ppf(.975, 22, 6) as x / (1 - x).
  it('is 3.5 for 21 against 6', () => {
    const found = ratio(21, 6);
    expect(found).toMatchObject({
      ratio: 3.5,
      method: 'conditional-exact',
      confidence: 0.95,
      effort: 'assumed-equal',
      nothingIn: null,
    });
    close(found.p, (2 * 397594) / 134217728);
    close(found.low, 1.366398690697592);
    close(found.high, 10.598648718084346);
    expect([found.low?.toFixed(2), found.high?.toFixed(1), found.p?.toFixed(4)]).toEqual([
      '1.37',
      '10.6',
      '0.0059',
    ]);
  });

  // Expected: SciPy 1.17.1, beta.ppf and binom.cdf, twice the smaller tail.
  it.each([
    [3, 1, 1, 1, 3, 0.2408802278292618, 157.4920882748108, 0.625],
    [10, 10, 2, 1, 0.5, 0.1867734233496831, 1.3385202001247358, 0.1837915489745247],
    [120, 80, 1, 1.5, 2.25, 1.6815768732684762, 3.024255478252152, 1.8379251419398394e-8],
    [2000, 1000, 1, 1, 2, 1.852863651720602, 2.1598840825331864, 1.0090148627940651e-75],
  ])('%d against %d with efforts %d and %d', (a, b, effortA, effortB, expected, low, high, p) => {
    const found = ratio(a, b, effortA, effortB);
    expect(found.effort).toBe('stated');
    close(found.ratio, expected);
    close(found.low, low);
    close(found.high, high);
    close(found.p, p);
  });

  it('turns over with its sides', () => {
    const [there, back] = [ratio(21, 6, 3, 2), ratio(6, 21, 2, 3)];
    close(back.ratio, 1 / (there.ratio ?? NaN));
    close(back.low, 1 / (there.high ?? NaN));
    close(back.high, 1 / (there.low ?? NaN));
    close(back.p, there.p ?? NaN);
  });

  it('has an interval that leaves out 1 exactly where p is below 0.05', () => {
    for (let a = 0; a <= 30; a++) {
      for (let b = 0; a + b <= 30; b++) {
        if (a + b === 0) continue;
        const { low, high, p } = ratio(a, b, 3, 2);
        expect((low ?? 0) > 1 || (high ?? Infinity) < 1).toBe((p ?? NaN) < 0.05);
      }
    }
  });

  // With 5 of 5 on one side the bound x solves x^5 = .025, so the ratio's is x / (1 - x); p = 2 (1/2)^5.
  it('has no upper bound without a count in the second, and no ratio', () => {
    const x = 0.025 ** (1 / 5);
    const found = ratio(5, 0);
    expect(found).toMatchObject({ ratio: null, high: null, nothingIn: 'second' });
    close(found.low, x / (1 - x));
    close(found.p, 1 / 16);
  });

  // (1 - x)^4 = .025; p = 2 (1/2)^4.
  it('is 0 without a count in the first', () => {
    const x = 1 - 0.025 ** (1 / 4);
    const found = ratio(0, 4);
    expect(found).toMatchObject({ ratio: 0, low: 0, nothingIn: 'first' });
    close(found.high, x / (1 - x));
    close(found.p, 1 / 8);
  });

  it('does not test where nothing was counted', () => {
    expect(ratio(0, 0)).toEqual({
      ratio: null,
      low: null,
      high: null,
      p: null,
      method: 'conditional-exact',
      confidence: 0.95,
      effort: 'assumed-equal',
      nothingIn: 'both',
    });
  });

  // Twice the smaller tail of 2 against 2 is 2 * 11/16.
  it('has a p of at most 1', () => {
    expect(ratio(2, 2).p).toBe(1);
  });

  it.each([
    [-1, 2, null, null, 'bad-count'],
    [1, 2.5, null, null, 'bad-count'],
    [NaN, 2, null, null, 'bad-count'],
    [1, Infinity, null, null, 'bad-count'],
    [1, 2, 0, 1, 'bad-effort'],
    [1, 2, 1, -1, 'bad-effort'],
    [1, 2, 1, null, 'bad-effort'],
    [1, 2, null, 1, 'bad-effort'],
    [1, 2, Infinity, 1, 'bad-effort'],
  ])('refuses %d against %d with efforts %s and %s', (a, b, effortA, effortB, code) => {
    expect(() => ratio(a, b, effortA, effortB)).toThrow(
      expect.objectContaining({ name: 'InputError', code }),
    );
  });

  it('says what is wrong with efforts', () => {
    expect(() => ratio(1, 2, 30, null)).toThrow(
      'Efforts must be numbers above 0, or both unknown; they are 30 and unknown.',
    );
  });
});
