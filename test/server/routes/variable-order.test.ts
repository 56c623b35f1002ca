import { describe, expect, it } from 'vitest';
import { higherOrderNetwork, onwardRules } from '../../../server/routes/variable-order.ts';
import voyagesFile from '../../fixtures/voyages.json' with { type: 'json' };
import ms1 from '../../fixtures/hon/caribbean_ms1.json' with { type: 'json' };
import ms3 from '../../fixtures/hon/caribbean_ms3.json' with { type: 'json' };

const voyages = voyagesFile.voyages.map((voyage) => voyage.ports);
const split = (...sequences: string[]): string[][] => sequences.map((places) => places.split('>'));
const times = (count: number, sequence: string): string[] => Array.from({ length: count }, () => sequence);

// Expected: the authors' implementation, see test/fixtures/README.md. Shares are quotients of the same whole
// numbers on both sides, so they are compared exactly.
describe.each([
  [1, ms1],
  [3, ms3],
])('onward rules against the reference, at least %d passages', (minSupport, reference) => {
  const rules = onwardRules(voyages, { maxOrder: reference.max_order, minSupport });

  it('has every rule and every share, and no other', () => {
    const found = rules.map(({ path, next }) => [
      path.join('|'),
      Object.fromEntries(next.map(({ placeId, probability }) => [placeId, probability])),
    ]);
    expect(Object.fromEntries(found)).toEqual(reference.rules);
    expect(rules).toHaveLength(39);
  });

  it('has every edge of the higher-order network, and no other', () => {
    const edges = higherOrderNetwork(rules).flatMap(({ path, next }) =>
      next.map((edge) => [path.join('|'), edge.path.join('|'), edge.probability]),
    );
    const sorted = (list: readonly unknown[][]) => list.map((edge) => edge.join(' ')).sort();
    expect(sorted(edges)).toEqual(sorted(reference.network_edges));
  });

  it('counts what its shares are of', () => {
    for (const { passages, next } of rules) {
      expect(next.reduce((sum, { count }) => sum + count, 0)).toBe(passages);
      for (const { count, probability } of next) expect(probability).toBe(count / passages);
    }
  });

  it('does not depend on the order of the input', () => {
    const shuffled = voyages.map((_, i) => voyages[(i * 77 + 13) % voyages.length] ?? []);
    expect(shuffled).not.toEqual(voyages);
    expect(onwardRules(shuffled, { maxOrder: 5, minSupport })).toEqual(rules);
    expect(onwardRules([...voyages].reverse(), { maxOrder: 5, minSupport })).toEqual(rules);
  });
});

describe('onward rules by hand', () => {
  // From M half of the vessels go to X and half to Y, but those from A always to X and those from B to Y: each
  // differs by log2(1 / 0.5) = 1 bit. The threshold of two places is 2 / log2(1 + n): 2 / log2(5) = 0.861 for
  // 4 passages, so both are kept.
  it('keeps a longer path whose vessels go elsewhere', () => {
    const rules = onwardRules(split(...times(4, 'A>M>X'), ...times(4, 'B>M>Y')));
    expect(rules).toEqual([
      { path: ['A'], differs: true, passages: 4, next: [{ placeId: 'M', count: 4, probability: 1 }] },
      { path: ['A', 'M'], differs: true, passages: 4, next: [{ placeId: 'X', count: 4, probability: 1 }] },
      { path: ['B'], differs: true, passages: 4, next: [{ placeId: 'M', count: 4, probability: 1 }] },
      { path: ['B', 'M'], differs: true, passages: 4, next: [{ placeId: 'Y', count: 4, probability: 1 }] },
      {
        path: ['M'],
        differs: true,
        passages: 8,
        next: [
          { placeId: 'X', count: 4, probability: 0.5 },
          { placeId: 'Y', count: 4, probability: 0.5 },
        ],
      },
    ]);
    expect(higherOrderNetwork(rules).map(({ path, next }) => [path, next.map((edge) => edge.path)])).toEqual([
      [['A'], [['A', 'M']]],
      [['A', 'M'], [['X']]],
      [['B'], [['B', 'M']]],
      [['B', 'M'], [['Y']]],
      [['M'], [['X'], ['Y']]],
    ]);
  });

  // 3 passages: the threshold is 2 / log2(4) = 1 bit exactly, and a difference of 1 bit does not exceed it.
  it('does not keep one that differs by no more than the threshold', () => {
    const rules = onwardRules(split(...times(3, 'A>M>X'), ...times(3, 'B>M>Y')));
    expect(rules.map(({ path }) => path.join('>'))).toEqual(['A', 'B', 'M']);
  });

  // What happens at N depends on the place before the last: A, M, N leads to X and B, M, N to Y. Two places do not
  // differ (M, N splits in half, as N does); three do: 1 bit against 3 / log2(1 + 8) = 0.946 for 8 passages. So A, M is
  // there as a stage only: it leads to N as M does.
  it('finds a dependence on three places where there is none on two', () => {
    const rules = onwardRules(split(...times(8, 'A>M>N>X'), ...times(8, 'B>M>N>Y')));
    expect(rules.map(({ path, differs }) => [path.join('>'), differs])).toEqual([
      ['A', true],
      ['A>M', false],
      ['A>M>N', true],
      ['B', true],
      ['B>M', false],
      ['B>M>N', true],
      ['M', true],
      ['N', true],
    ]);
    const edges = higherOrderNetwork(rules).flatMap(({ path, next }) =>
      next.map((edge) => `${path.join('>')} to ${edge.path.join('>')}`),
    );
    expect(edges).toContain('A>M to A>M>N');
    expect(edges).toContain('M to N');
  });

  it('remembers no more places than it may', () => {
    const rules = onwardRules(split(...times(8, 'A>M>N>X'), ...times(8, 'B>M>N>Y')), {
      maxOrder: 2,
      minSupport: 1,
    });
    expect(rules.map(({ path }) => path.join('>'))).toEqual(['A', 'B', 'M', 'N']);
  });

  it('leaves out next places that are rarer than wanted, and paths that have no other', () => {
    const rules = onwardRules(split('A>B', ...times(3, 'A>C'), 'D>E'), { maxOrder: 5, minSupport: 2 });
    expect(rules).toEqual([
      { path: ['A'], differs: true, passages: 3, next: [{ placeId: 'C', count: 3, probability: 1 }] },
    ]);
  });

  it('has nothing to say of vessels that went nowhere', () => {
    expect(onwardRules([])).toEqual([]);
    expect(onwardRules([['A'], []])).toEqual([]);
    expect(higherOrderNetwork([])).toEqual([]);
  });

  it('refuses orders and supports that mean nothing', () => {
    for (const maxOrder of [0, 6, 2.5, NaN]) {
      expect(() => onwardRules(voyages, { maxOrder, minSupport: 1 })).toThrow(
        `maxOrder must be a whole number from 1 to 5; it is ${maxOrder}.`,
      );
    }
    expect(() => onwardRules(voyages, { maxOrder: 5, minSupport: 0 })).toThrow(
      'minSupport must be a whole number of at least 1; it is 0.',
    );
  });
});
