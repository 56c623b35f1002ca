import { describe, expect, it } from 'vitest';
import { getisOrdStar } from '../../../server/hotspots/getis-ord.ts';
import { benjaminiHochberg } from '../../../shared/statistics.ts';
import grid8 from '../../fixtures/getis-ord/grid8_gistar.json' with { type: 'json' };

describe('getisOrdStar', () => {
  // Expected: localG of the R package spdep, see test/fixtures/README.md.
  it('equals the reference on an 8 by 8 grid to 1e-9, and Benjamini-Hochberg with it', () => {
    const found = getisOrdStar(grid8.x, grid8.neighbours_incl_self_0based);
    const q = benjaminiHochberg(found.map(({ p }) => p));
    expect(found).toHaveLength(64);
    found.forEach(({ z, p }, i) => {
      expect(Math.abs(z - (grid8.gi_star_z[i] ?? NaN))).toBeLessThan(1e-9);
      expect(Math.abs(p - (grid8.p_two_sided_normal[i] ?? NaN))).toBeLessThan(1e-9);
      expect(Math.abs((q[i] ?? NaN) - (grid8.p_bh[i] ?? NaN))).toBeLessThan(1e-9);
    });
  });

  it('equals a case computed by hand', () => {
    // Three places in a row, values 0, 0, 3: mean 1, variance 2. The last place with its neighbour: sum 3,
    // size 2, so z = (3 - 2) / sqrt(2 (3 * 2 - 4) / 2) = 1 / sqrt 2.
    const [first, middle, last] = getisOrdStar(
      [0, 0, 3],
      [
        [0, 1],
        [0, 1, 2],
        [1, 2],
      ],
    );
    expect(first?.z).toBeCloseTo(-2 / Math.SQRT2, 12);
    expect(middle).toEqual({ z: 0, p: 1 }); // its neighbourhood is everything
    expect(last?.z).toBeCloseTo(1 / Math.SQRT2, 12);
  });

  it('finds nothing where all values are equal, also when they are sums of thirds', () => {
    const thirds = [1 / 3 + 1 / 3 + 1 / 3, 1, 0.1 + 0.2 + 0.7];
    expect(getisOrdStar(thirds, [[0, 1], [1], [2, 1]])).toEqual(Array(3).fill({ z: 0, p: 1 }));
    expect(getisOrdStar([0, 0], [[0], [1]])).toEqual(Array(2).fill({ z: 0, p: 1 }));
    expect(getisOrdStar([5], [[0]])).toEqual([{ z: 0, p: 1 }]);
    expect(getisOrdStar([], [])).toEqual([]);
  });

  it('refuses lists that do not fit, and values that are no numbers', () => {
    expect(() => getisOrdStar([1, 2], [[0]])).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'gi-shape' }),
    );
    expect(() => getisOrdStar([1, 2], [[0], [7]])).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'gi-shape' }),
    );
    expect(() => getisOrdStar([1, NaN], [[0], [1]])).toThrow(
      expect.objectContaining({ name: 'InputError', code: 'gi-shape' }),
    );
  });
});
