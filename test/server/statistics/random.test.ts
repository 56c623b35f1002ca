import { describe, expect, it } from 'vitest';
import { aliasTable, drawIndex } from '../../../server/statistics/alias-table.ts';
import { makeRandom } from '../../../server/statistics/random.ts';

const numbers = (seed: number, stream?: number): number[] => {
  const random = makeRandom(seed, stream);
  return Array.from({ length: 20 }, () => random.int(1_000_000));
};

const add = (to: number[], i: number, value: number): void => {
  to[i] = (to[i] ?? 0) + value;
};

describe('makeRandom', () => {
  it('gives the same numbers for the same seed and stream, and others for any other', () => {
    expect(numbers(7)).toEqual(numbers(7, 0));
    const seen = [numbers(7), numbers(8), numbers(7, 1), numbers(8, 1), numbers(7 + 2 ** 32), numbers(1, 7)];
    expect(new Set(seen.map((list) => list.join())).size).toBe(6);
  });

  it('spreads whole numbers evenly, also over the first numbers of many streams', () => {
    // Chi-square with 5 degrees of freedom is above 20.5 once in a thousand (tables); the seed is fixed.
    const chiSquare = (counts: readonly number[]): number =>
      counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    const one = [0, 0, 0, 0, 0, 0];
    const random = makeRandom(3);
    for (let i = 0; i < 60_000; i++) add(one, random.int(6), 1);
    const many = [0, 0, 0, 0, 0, 0];
    for (let i = 0; i < 60_000; i++) add(many, makeRandom(3, i).int(6), 1);
    expect(chiSquare(one)).toBeLessThan(20.5);
    expect(chiSquare(many)).toBeLessThan(20.5);
  });

  it('keeps within bounds, small and large', () => {
    const random = makeRandom(0);
    for (const below of [1, 2, 3, 2 ** 21, 2 ** 21 + 1, 2 ** 40]) {
      for (let i = 0; i < 200; i++) {
        const value = random.int(below);
        expect(Number.isInteger(value) && value >= 0 && value < below).toBe(true);
      }
    }
    const uniform = Array.from({ length: 10_000 }, () => random.uniform());
    expect(uniform.every((value) => value >= 0 && value < 1)).toBe(true);
    // The mean of 10,000 has a standard error of 0.0029; four of them.
    expect(Math.abs(uniform.reduce((sum, value) => sum + value, 0) / 10_000 - 0.5)).toBeLessThan(0.0116);
  });

  it('refuses seeds and streams that are no whole numbers', () => {
    for (const bad of [-1, 1.5, NaN, 2 ** 53]) {
      expect(() => makeRandom(bad)).toThrow(
        expect.objectContaining({ name: 'InputError', code: 'bad-seed' }),
      );
      expect(() => makeRandom(1, bad)).toThrow(expect.objectContaining({ code: 'bad-stream' }));
    }
  });
});

describe('aliasTable', () => {
  it('stands for the weights exactly', () => {
    // Each of 4 columns has 1/4; what a column keeps and what it gives away add up to the weights 0, 1, 2, 5.
    const { keep, other } = aliasTable([0, 1, 2, 5]);
    const shares = [0, 0, 0, 0];
    keep.forEach((kept, i) => {
      add(shares, i, kept / 4);
      add(shares, other[i] ?? 0, (1 - kept) / 4);
    });
    [0, 1 / 8, 2 / 8, 5 / 8].forEach((share, i) => expect(shares[i]).toBeCloseTo(share, 12));
  });

  it('never draws what weighs nothing', () => {
    const random = makeRandom(5);
    const table = aliasTable([0, 0.1, 0, 0.2, 0.7 / 3]);
    const drawn = new Set(Array.from({ length: 5_000 }, () => drawIndex(table, random)));
    expect([...drawn].sort()).toEqual([1, 3, 4]);
  });
});
