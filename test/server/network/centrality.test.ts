import { describe, expect, it } from 'vitest';
import { measureNetwork, type WeightedLeg } from '../../../server/network/centrality.ts';
import reference from '../../fixtures/graph/caribbean_graph.json' with { type: 'json' };

const toLeg = ([from = '', to = '', weight = 0]: readonly (string | number)[]): WeightedLeg => ({
  from: String(from),
  to: String(to),
  weight: Number(weight),
});
const legs = reference.edges.map(toLeg);
const placeIds = Object.keys(reference.pagerank_085_weighted);
const within = (value: number | undefined, expected: number, difference: number): void => {
  expect(Math.abs((value ?? NaN) - expected)).toBeLessThan(difference);
};

// Expected: NetworkX, see test/fixtures/README.md.
describe('measures of 14 places and 56 legs against the reference', () => {
  const { places, legs: ofLegs } = measureNetwork(placeIds, legs);

  it('has its betweenness of places', () => {
    const expected = Object.entries(reference.betweenness_cost_1_over_w_normalized);
    expect(expected).toHaveLength(14);
    for (const [id, value] of expected) within(places.get(id)?.betweenness, value, 1e-12);
  });

  it('has its betweenness of places where every leg weighs the same', () => {
    const even = measureNetwork(
      placeIds,
      legs.map((leg) => ({ ...leg, weight: 1 })),
    );
    const expected = Object.entries(reference.betweenness_unweighted_normalized);
    expect(expected).toHaveLength(14);
    for (const [id, value] of expected) within(even.places.get(id)?.betweenness, value, 1e-12);
  });

  it('has its betweenness of legs', () => {
    expect(reference.edge_betweenness_cost).toHaveLength(56);
    reference.edge_betweenness_cost.forEach((expected, i) => {
      const { from, to, weight: value } = toLeg(expected);
      expect(legs[i]).toMatchObject({ from, to });
      within(ofLegs[i], value, 1e-12);
    });
  });

  it('has its PageRank', () => {
    const expected = Object.entries(reference.pagerank_085_weighted);
    for (const [id, value] of expected) within(places.get(id)?.pageRank, value, 1e-11);
  });

  it('ranks by betweenness, places that tie alike', () => {
    const ranked = [...places].map(([id, { rankByBetweenness }]): [number, string] => [
      rankByBetweenness,
      id,
    ]);
    // Read off the reference values: DOHAI .237, TTPOS .205, PRSJU .199, KNBAS .179, VCKTN .128, VGRAD .071, then
    // BBBGI and JMKIN .051 both; AGSJO, CWWIL and GDSTG have none.
    expect(ranked.sort(([a, b], [c, d]) => a - c || (b < d ? -1 : 1))).toEqual([
      [1, 'DOHAI'],
      [2, 'TTPOS'],
      [3, 'PRSJU'],
      [4, 'KNBAS'],
      [5, 'VCKTN'],
      [6, 'VGRAD'],
      [7, 'BBBGI'],
      [7, 'JMKIN'],
      [9, 'DMRSU'],
      [10, 'LCCAS'],
      [11, 'MQFDF'],
      [12, 'AGSJO'],
      [12, 'CWWIL'],
      [12, 'GDSTG'],
    ]);
  });

  it('does not depend on the order of places or legs', () => {
    const again = measureNetwork([...placeIds].reverse(), [...legs].reverse());
    for (const [id, expected] of places) {
      const found = again.places.get(id);
      expect(found?.rankByBetweenness).toBe(expected.rankByBetweenness);
      within(found?.betweenness, expected.betweenness, 1e-12);
      within(found?.pageRank, expected.pageRank, 1e-12);
    }
  });
});

describe('measures by hand', () => {
  // A to C costs 1/3 + 1/6 through B and 1/2 without: two ways, each counting half. D is reached from all three over
  // C alone; nothing reaches or leaves E. Pairs of others: 4 x 3 = 12; B lies on half of A to C and half of A to D:
  // 1 / 12. C lies on A to D and B to D: 2 / 12. Legs, of 5 x 4 = 20 pairs: A-B carries A to B, half of A to C and
  // half of A to D: 2 / 20; A-C the other halves: 1 / 20; B-C: B to C, B to D and the halves: 3 / 20; C-D: A, B
  // and C to D: 3 / 20.
  const small = [
    ['A', 'B', 3],
    ['B', 'C', 6],
    ['A', 'C', 2],
    ['C', 'D', 1],
  ].map(toLeg);
  const { places, legs: ofLegs } = measureNetwork(['A', 'B', 'C', 'D', 'E'], small);

  it('shares ties, and counts pairs without a way among the pairs', () => {
    const between = [...places.values()].map(({ betweenness }) => betweenness);
    [0, 1 / 12, 2 / 12, 0, 0].forEach((expected, i) => within(between[i], expected, 1e-12));
    [2 / 20, 3 / 20, 1 / 20, 3 / 20].forEach((expected, i) => within(ofLegs[i], expected, 1e-12));
    expect([...places.values()].map(({ rankByBetweenness }) => rankByBetweenness)).toEqual([3, 2, 1, 3, 3]);
  });

  it('adds up what arrives and leaves', () => {
    const strengths = [...places.values()].map(({ strengthIn, strengthOut }) => [strengthIn, strengthOut]);
    expect(strengths).toEqual([
      [0, 5],
      [3, 6],
      [8, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  // With u what each place gets by starting anew: A = E = u, B = u + .85 (3/5) A, C = u + .85 (2/5 A + B),
  // D = u + .85 C, and all add up to 1. So B = 1.51 u, C = (1 + .34 + 1.2835) u = 2.6235 u, D = 3.229975 u,
  // the sum is 9.363475 u and u = 1 / 9.363475.
  it('starts anew from places that nothing leaves', () => {
    const ranks = [...places.values()].map(({ pageRank }) => pageRank * 9.363475);
    [1, 1.51, 2.6235, 3.229975, 1].forEach((expected, i) => within(ranks[i], expected, 1e-10));
  });

  // 1/1 + 1/6 is 1.1666666666666667 and 1/2 + 2/3, written as 1/2 + 1/3 + 1/3, 1.1666666666666665: the same cost.
  it('takes costs for equal that differ by rounding alone', () => {
    expect(1 + 1 / 6).not.toBe(1 / 2 + 1 / 3 + 1 / 3);
    const tied = measureNetwork(
      ['A', 'B', 'C', 'D', 'Z'],
      [
        ['A', 'B', 1],
        ['B', 'Z', 6],
        ['A', 'C', 2],
        ['C', 'D', 3],
        ['D', 'Z', 3],
      ].map(toLeg),
    );
    // Of the 12 pairs of others, B lies on half of A to Z.
    within(tied.places.get('B')?.betweenness, 0.5 / 12, 1e-12);
  });

  it('measures networks too small for anything to lie between', () => {
    expect(measureNetwork([], [])).toEqual({ places: new Map(), legs: [] });
    const two = measureNetwork(['A', 'B'], [{ from: 'A', to: 'B', weight: 4 }]);
    expect(two.legs).toEqual([0.5]);
    expect(two.places.get('A')).toMatchObject({ betweenness: 0, rankByBetweenness: 1, strengthOut: 4 });
  });
});
