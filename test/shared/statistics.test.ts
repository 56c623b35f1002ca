import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, twoSidedNormalP } from '../../shared/statistics.ts';

describe('benjaminiHochberg', () => {
  // The 15 p-values of Benjamini and Hochberg 1995, section 3.2, where the first four are rejected at 0.05;
  // q by hand: 15 p / rank, then the smallest of that and all later ones.
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];
  const q = [
    0.0015,
    0.003,
    0.0095,
    0.035625,
    0.0603,
    (0.0298 * 15) / 7,
    (0.0298 * 15) / 7,
    0.0645,
    0.0765,
    0.486,
    (0.4262 * 15) / 11,
    0.714875,
    (0.6528 * 15) / 13,
    (0.759 * 15) / 14,
    1,
  ];

  it('equals the published example', () => {
    const found = benjaminiHochberg(p);
    found.forEach((value, i) => expect(value).toBeCloseTo(q[i] ?? NaN, 12));
    expect(found.filter((value) => value <= 0.05)).toHaveLength(4);
  });

  it('keeps the order it was given, whatever it is', () => {
    benjaminiHochberg([...p].reverse()).forEach((value, i) =>
      expect(value).toBeCloseTo(q[14 - i] ?? NaN, 12),
    );
  });

  it('treats a weight as so many equal p-values', () => {
    const written = benjaminiHochberg([0.01, 0.02, 0.02, 0.02, 0.9, 0.9]);
    expect(benjaminiHochberg([0.9, 0.01, 0.02], [2, 1, 3])).toEqual([written[4], written[0], written[1]]);
  });

  it('gives equal p-values equal q-values, and nothing for nothing', () => {
    expect(benjaminiHochberg([0.04, 0.04])).toEqual([0.04, 0.04]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});

describe('twoSidedNormalP', () => {
  // Expected: 2 * scipy.stats.norm.sf(z), SciPy 1.17.1.
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.8, 0.005110260660855864],
    [2.9, 0.003731626600768075],
    [5, 5.733031437583866e-7],
    [10, 1.523970604832094e-23],
    [30, 9.813427854295816e-198],
    [37, 1.1451142445047853e-299],
  ])('of %d is %d', (z, p) => {
    expect(Math.abs(twoSidedNormalP(z) / p - 1)).toBeLessThan(1e-12);
    expect(twoSidedNormalP(-z)).toBe(twoSidedNormalP(z));
  });
});
