import { describe, expect, it } from 'vitest';
import type { WeightedLeg } from '../../../server/network/centrality.ts';
import { minCut, type Cut } from '../../../server/network/min-cut.ts';
import reference from '../../fixtures/graph/caribbean_graph.json' with { type: 'json' };

const toLeg = ([from = '', to = '', weight = 0]: readonly (string | number)[]): WeightedLeg => ({
  from: String(from),
  to: String(to),
  weight: Number(weight),
});
const legs = reference.edges.map(toLeg);
const placeIds = Object.keys(reference.pagerank_085_weighted).sort();
const pairs = (cut: Cut | undefined) => cut?.legs.map(({ from, to }) => [from, to]);
const weightOf = (cut: Cut) => cut.legs.reduce((sum, { weight }) => sum + weight, 0);

/** The least weight over every way to put the places on two sides. */
function leastOfAll(of: readonly WeightedLeg[], from: string, to: string): number {
  const others = placeIds.filter((id) => id !== from && id !== to);
  let least = Infinity;
  for (let sides = 0; sides < 2 ** others.length; sides++) {
    const near = new Set([from, ...others.filter((_, i) => (sides >> i) & 1)]);
    const crossing = of.filter((leg) => near.has(leg.from) && !near.has(leg.to));
    least = Math.min(
      least,
      crossing.reduce((sum, { weight }) => sum + weight, 0),
    );
  }
  return least;
}

describe('the least cut of 14 places and 56 legs', () => {
  const found = minCut(placeIds, legs, 'TTPOS', 'VGRAD');

  // Expected: NetworkX, see test/fixtures/README.md; it gives the cut nearest the end.
  it('is that of the reference', () => {
    expect(found.value).toBe(reference.min_cut_TTPOS_VGRAD.value);
    expect(pairs(found.cuts.at(-1))).toEqual(reference.min_cut_TTPOS_VGRAD.cut_edges);
    expect(found.cuts.at(-1)?.farSide).toEqual(['GDSTG', 'VGRAD']);
  });

  // All that leaves TTPOS: 13 + 6 + 32 + 6 = 57, with four legs to watch and not six.
  it('is also the one nearest the start', () => {
    expect(found.cuts).toHaveLength(2);
    expect(found.cuts[0]?.legs).toEqual([
      { from: 'TTPOS', to: 'BBBGI', weight: 13 },
      { from: 'TTPOS', to: 'GDSTG', weight: 6 },
      { from: 'TTPOS', to: 'KNBAS', weight: 32 },
      { from: 'TTPOS', to: 'VCKTN', weight: 6 },
    ]);
    expect(found.cuts[0]?.nearSide).toEqual(['TTPOS']);
  });

  // Expected: all 4,096 ways to divide the places, gone through here.
  it.each([
    ['KNBAS', 'GDSTG'],
    ['PRSJU', 'TTPOS'],
    ['CWWIL', 'AGSJO'],
    ['VGRAD', 'CWWIL'],
  ])('from %s to %s has the least weight of all', (from, to) => {
    const { value, cuts } = minCut(placeIds, legs, from, to);
    expect(value).toBe(leastOfAll(legs, from, to));
    for (const cut of cuts) expect(weightOf(cut)).toBe(value);
  });

  it('leaves no way between any two places, and both sides make up the network', () => {
    for (const from of placeIds) {
      for (const to of placeIds.filter((id) => id !== from)) {
        const { value, cuts } = minCut(placeIds, legs, from, to);
        for (const { legs: cut, nearSide, farSide } of cuts) {
          expect(weightOf({ legs: cut, nearSide, farSide })).toBe(value);
          expect([nearSide.includes(from), farSide.includes(to)]).toEqual([true, true]);
          expect([...nearSide, ...farSide].sort()).toEqual(placeIds);
          const kept = legs.filter((leg) => !cut.some((one) => one.from === leg.from && one.to === leg.to));
          expect(minCut(placeIds, kept, from, to).value).toBe(0);
        }
      }
    }
  });

  it('does not depend on the order of places or legs', () => {
    expect(minCut([...placeIds].reverse(), [...legs].reverse(), 'TTPOS', 'VGRAD')).toEqual(found);
  });
});

describe('the least cut by hand', () => {
  // 3 go A-B-Z, 2 go A-C-Z, and 1 more A-B-C-Z: what arrives at Z is 3 + 3 = 6, what leaves A is 4 + 2 = 6, and
  // between them B-Z, B-C and A-C are 3 + 1 + 2 = 6 as well.
  const small = [
    ['A', 'B', 4],
    ['A', 'C', 2],
    ['B', 'C', 1],
    ['B', 'Z', 3],
    ['C', 'Z', 3],
    ['Z', 'A', 9],
  ].map(toLeg);

  it('gives the ends of equal cuts, and leaves alone what leads back', () => {
    expect(minCut(['A', 'B', 'C', 'Q', 'Z'], small, 'A', 'Z')).toEqual({
      value: 6,
      cuts: [
        {
          legs: [toLeg(['A', 'B', 4]), toLeg(['A', 'C', 2])],
          nearSide: ['A'],
          farSide: ['B', 'C', 'Q', 'Z'],
        },
        {
          legs: [toLeg(['B', 'Z', 3]), toLeg(['C', 'Z', 3])],
          nearSide: ['A', 'B', 'C', 'Q'],
          farSide: ['Z'],
        },
      ],
    });
  });

  // The first way found, A-B-C-Z, has to be taken back in part: both A-C-Z and A-B-Z carry 1.
  it('takes a way back where that lets more through', () => {
    const crossed = ['AB', 'AC', 'BC', 'BZ', 'CZ'].map((leg) => toLeg([...leg, 1]));
    expect(minCut(['A', 'B', 'C', 'Z'], crossed, 'A', 'Z').value).toBe(2);
  });

  it('is one leg where all goes over it', () => {
    const bridge = [toLeg(['A', 'B', 5]), toLeg(['B', 'C', 1]), toLeg(['C', 'Z', 5])];
    expect(minCut(['A', 'B', 'C', 'Z'], bridge, 'A', 'Z')).toEqual({
      value: 1,
      cuts: [{ legs: [toLeg(['B', 'C', 1])], nearSide: ['A', 'B'], farSide: ['C', 'Z'] }],
    });
  });

  it('is nothing where no way leads', () => {
    expect(minCut(['A', 'B', 'Z'], [toLeg(['A', 'B', 5])], 'A', 'Z')).toEqual({
      value: 0,
      cuts: [{ legs: [], nearSide: ['A', 'B'], farSide: ['Z'] }],
    });
  });

  // Q could be on either side: that alone makes no other cut.
  it('is one cut where only a place apart could be elsewhere', () => {
    expect(minCut(['A', 'Q', 'Z'], [toLeg(['A', 'Z', 5])], 'A', 'Z')).toEqual({
      value: 5,
      cuts: [{ legs: [toLeg(['A', 'Z', 5])], nearSide: ['A'], farSide: ['Q', 'Z'] }],
    });
  });

  // A line of 20,000 places: the search must not nest as deep as the way is long.
  it('goes a long way', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `P${String(i).padStart(5, '0')}`);
    const line = ids.slice(1).map((to, i) => toLeg([ids[i] ?? '', to, i === 9_999 ? 1 : 2]));
    const { value, cuts } = minCut(ids, line, 'P00000', 'P19999');
    expect([value, pairs(cuts[0])]).toEqual([1, [['P09999', 'P10000']]]);
  });

  it.each([
    [['A', 'Z'], [], 'X', 'Z', 'bad-from'],
    [['A', 'Z'], [], 'A', 'X', 'bad-to'],
    [['A', 'Z'], [], 'A', 'A', 'bad-to'],
    [['A'], [], 'A', 'Z', 'bad-network'],
    [[], [], 'A', 'Z', 'bad-network'],
    [['A', 'Z'], [['A', 'Z', 1.5]], 'A', 'Z', 'bad-legs'],
    [['A', 'Z'], [['A', 'Z', 0]], 'A', 'Z', 'bad-legs'],
  ])('refuses %j with %j from %s to %s', (places, given, from, to, code) => {
    expect(() => minCut(places, given.map(toLeg), from, to)).toThrow(
      expect.objectContaining({ name: 'InputError', code }),
    );
  });
});
