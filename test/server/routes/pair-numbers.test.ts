import { describe, expect, it } from 'vitest';
import { PairNumbers } from '../../../server/routes/pair-numbers.ts';

describe('PairNumbers', () => {
  it('numbers pairs by first appearance and knows them again after growing', () => {
    const numbers = new PairNumbers();
    const pairs = Array.from({ length: 5000 }, (_, i) => [i % 71, Math.floor(i / 71) * 1000] as const);
    expect(pairs.map(([a, b]) => numbers.numberOf(a, b))).toEqual(pairs.map((_, i) => i));
    expect(pairs.map(([a, b]) => numbers.numberOf(a, b))).toEqual(pairs.map((_, i) => i));
    expect(numbers.size).toBe(5000);
  });

  it('tells a pair from its reverse', () => {
    const numbers = new PairNumbers();
    expect([numbers.numberOf(1, 2), numbers.numberOf(2, 1), numbers.numberOf(1, 2)]).toEqual([0, 1, 0]);
  });
});
