import { describe, expect, it } from 'vitest';
import { hypergeometricTails, logHypergeometric } from '../../../server/routes/hypergeometric.ts';

describe('hypergeometricTails', () => {
  // ln P(X >= x) and ln P(X <= x), computed with mpmath at 60 digits from sums of log-gamma terms; those with a
  // population up to a million also from whole-number binomials.
  it.each([
    [10, 3, 4, 2, -1.0986122886681098, -0.033901551675681284],
    [1000, 50, 100, 30, -43.470195171879965, -6.741360532518641e-21],
    [1000, 50, 100, 0, 0, -5.409072188039733],
    [112224, 2000, 335, 60, -92.64821528655116, -4.605173566089518e-42],
    [1e6, 1000, 5000, 200, -570.5642872874535, 0],
    [1.6e11, 40000, 400000, 5, -16.383914458125, -1.274390743514529e-9],
    [1.6e11, 40000, 400000, 300, -2107.016435692201, 0],
    [1.6e11, 8e8, 400000, 1900, -0.011722772365044399, -4.392736553055231],
    [1.6e11, 8e8, 400000, 2100, -4.31684592936854, -0.012685151200573262],
    [1e12, 4e7, 1e6, 40, -0.6519473665349454, -0.6126402513513881],
  ])('population %d, marked %d, draws %d, x %d', (population, marked, draws, x, logAtLeast, logAtMost) => {
    const tails = hypergeometricTails({ population, marked, draws }, x);
    // An error in a logarithm is a relative error of the probability.
    expect(Math.abs(tails.logAtLeast - logAtLeast)).toBeLessThan(1e-11 * Math.max(1, -logAtLeast));
    expect(Math.abs(tails.logAtMost - logAtMost)).toBeLessThan(1e-11 * Math.max(1, -logAtMost));
    if (logAtMost !== 0) expect(tails.logAtMost / logAtMost).toBeCloseTo(1, 6);
  });

  it('is certain or impossible at the ends of the support', () => {
    const urn = { population: 100, marked: 50, draws: 50 };
    expect(hypergeometricTails(urn, 0).logAtLeast).toBe(0);
    expect(hypergeometricTails(urn, 50).logAtMost).toBe(0);
    expect(hypergeometricTails(urn, 51)).toEqual({ logAtLeast: -Infinity, logAtMost: 0 });
    // Of 20 balls 19 are marked, and 15 are drawn: at least 14 are.
    const nearlyAll = { population: 20, marked: 19, draws: 15 };
    expect(logHypergeometric(nearlyAll, 13)).toBe(-Infinity);
    expect(hypergeometricTails(nearlyAll, 14).logAtLeast).toBeCloseTo(0, 14);
    expect(Math.exp(hypergeometricTails(nearlyAll, 14).logAtMost)).toBeCloseTo(0.75, 14);
  });

  it('adds up to one over the whole support', () => {
    const urn = { population: 5000, marked: 700, draws: 90 };
    let sum = 0;
    for (let x = 0; x <= 90; x++) sum += Math.exp(logHypergeometric(urn, x));
    expect(sum).toBeCloseTo(1, 12);
  });

  it('does not care which of marked and drawn is which', () => {
    const a = logHypergeometric({ population: 12345, marked: 678, draws: 91 }, 7);
    const b = logHypergeometric({ population: 12345, marked: 91, draws: 678 }, 7);
    expect(a).toBeCloseTo(b, 11);
  });
});
