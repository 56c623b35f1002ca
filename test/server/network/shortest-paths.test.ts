import { describe, expect, it } from 'vitest';
import { shortestPaths, type PathCost, type PathLeg } from '../../../server/network/shortest-paths.ts';
import reference from '../../fixtures/graph/caribbean_graph.json' with { type: 'json' };

/** From, to, weight, km. */
const toLeg = ([from = '', to = '', weight = 0, km = null]: readonly (
  string | number | null
)[]): PathLeg => ({
  from: String(from),
  to: String(to),
  weight: Number(weight),
  distanceKm: km === null ? null : Number(km),
});
const legs = reference.edges.map(toLeg);
const placeIds = Object.keys(reference.pagerank_085_weighted);
const ask = (k: number, cost: PathCost = 'flow') => ({ from: 'A', to: 'Z', k, cost });

/** Every path without a place twice, cheapest first, ties by legs and then by places. */
function everyPath(of: readonly PathLeg[], from: string, to: string): { places: string[]; cost: number }[] {
  const found: { places: string[]; cost: number }[] = [];
  const go = (places: string[], cost: number): void => {
    if (places.at(-1) === to) {
      found.push({ places, cost });
      return;
    }
    for (const leg of of) {
      if (leg.from !== places.at(-1) || places.includes(leg.to)) continue;
      go([...places, leg.to], cost + 1 / leg.weight);
    }
  };
  go([from], 0);
  const key = ({ places, cost }: { places: string[]; cost: number }) => [
    Math.round(cost * 1e10),
    places.length,
    places.join(),
  ];
  return found.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((value, i) => value !== y[i]);
    return at < 0 ? 0 : (x[at] ?? 0) < (y[at] ?? 0) ? -1 : 1;
  });
}

describe('shortest paths of 14 places and 56 legs', () => {
  // Expected: NetworkX, see test/fixtures/README.md.
  it('are those of the reference', () => {
    const found = shortestPaths(placeIds, legs, { from: 'TTPOS', to: 'VGRAD', k: 5, cost: 'flow' });
    const expected = reference.yen_k5_TTPOS_VGRAD_cost;
    expect(found.paths.map(({ places }) => places)).toEqual(expected.map(({ path }) => path));
    found.paths.forEach(({ cost }, i) => expect(cost).toBeCloseTo(expected[i]?.cost ?? NaN, 14));
    expect(found).toMatchObject({ cost: 'flow', unmeasured: 0 });
  });

  // Expected: all paths without a place twice, gone through here.
  it('are the first of all there are, from one place to every other', () => {
    for (const to of placeIds.filter((id) => id !== 'CWWIL')) {
      const { paths } = shortestPaths(placeIds, legs, { from: 'CWWIL', to, k: 20, cost: 'flow' });
      const all = everyPath(legs, 'CWWIL', to).slice(0, 20);
      expect(paths.map(({ places }) => places)).toEqual(all.map(({ places }) => places));
    }
  });

  it('do not depend on the order of places or legs', () => {
    const question = { from: 'PRSJU', to: 'BBBGI', k: 20, cost: 'flow' } as const;
    expect(shortestPaths([...placeIds].reverse(), [...legs].reverse(), question)).toEqual(
      shortestPaths(placeIds, legs, question),
    );
  });
});

describe('shortest paths by hand', () => {
  // Over B and over C 1/2 + 1/2, over D and E 1/3 + 1/3 + 1/3, straight 1: all cost 1. Fewer legs first, then B
  // before C.
  const tied = [
    ['A', 'C', 2],
    ['C', 'Z', 2],
    ['A', 'D', 3],
    ['D', 'E', 3],
    ['E', 'Z', 3],
    ['A', 'B', 2],
    ['B', 'Z', 2],
    ['A', 'Z', 1],
  ].map(toLeg);
  const tiedPaths = ['AZ', 'ABZ', 'ACZ', 'ADEZ'].map((path) => [...path]);

  it.each([1, 2, 3, 4, 9])('orders ties by legs and then by places, %s wanted', (k) => {
    for (const given of [tied, [...tied].reverse()]) {
      const { paths } = shortestPaths(['Z', 'E', 'D', 'C', 'B', 'A'], given, ask(k));
      expect(paths.map(({ places }) => places)).toEqual(tiedPaths.slice(0, k));
    }
  });

  // By distance: A-B-Z 30 km, A-Z 50 km, A-C-Z 10 + ? km: the leg without a length cannot be used.
  const measured = [
    ['A', 'B', 1, 10],
    ['B', 'Z', 1, 20],
    ['A', 'Z', 100, 50],
    ['A', 'C', 100, 10],
    ['C', 'Z', 100, null],
  ].map(toLeg);

  it('goes by distance, and says how many legs have none', () => {
    expect(shortestPaths(['A', 'B', 'C', 'Z'], measured, ask(5, 'distance'))).toEqual({
      cost: 'distance',
      paths: [
        { places: ['A', 'B', 'Z'], cost: 30 },
        { places: ['A', 'Z'], cost: 50 },
      ],
      unmeasured: 1,
    });
    expect(shortestPaths(['A', 'B', 'C', 'Z'], measured, ask(1)).paths).toEqual([
      { places: ['A', 'Z'], cost: 0.01 },
    ]);
  });

  // Places at one and the same spot: B, C and D are 0 km apart. A to Z is 5 km over each, by 2, 3 or 4 legs.
  it('takes legs of no length', () => {
    const together = ['B', 'C', 'D'];
    const free = together.flatMap((a) => together.filter((b) => b !== a).map((b) => [a, b, 1, 0]));
    const given = [['A', 'C', 1, 5], ...free, ['B', 'Z', 1, 0], ['A', 'Z', 1, 6]].map(toLeg); // prettier-ignore
    const { paths } = shortestPaths(['A', 'B', 'C', 'D', 'Z'], given, ask(9, 'distance'));
    expect(paths).toEqual([
      { places: ['A', 'C', 'B', 'Z'], cost: 5 },
      { places: ['A', 'C', 'D', 'B', 'Z'], cost: 5 },
      { places: ['A', 'Z'], cost: 6 },
    ]);
  });

  it('finds none where no way leads, nor back against a leg', () => {
    expect(shortestPaths(['A', 'Z'], [], ask(3)).paths).toEqual([]);
    expect(shortestPaths(['A', 'Z'], [toLeg(['Z', 'A', 4])], ask(3)).paths).toEqual([]);
  });

  it.each([
    [{ k: 0 }, 'bad-k'],
    [{ k: 21 }, 'bad-k'],
    [{ k: 2.5 }, 'bad-k'],
    [{ k: NaN }, 'bad-k'],
    [{ from: 'X' }, 'bad-from'],
    [{ to: 'X' }, 'bad-to'],
    [{ to: 'A' }, 'bad-to'],
  ])('refuses %j', (part, code) => {
    expect(() => shortestPaths(['A', 'Z'], [], { ...ask(3), ...part })).toThrow(
      expect.objectContaining({ name: 'InputError', code }),
    );
  });

  it('says what it takes and what it got', () => {
    expect(() => shortestPaths(['A', 'Z'], [], ask(21))).toThrow(
      'k must be a whole number from 1 to 20; it is 21.',
    );
    expect(() => shortestPaths(['A', 'Z'], [], { ...ask(1), to: 'X' })).toThrow(
      '"to" must be a place of the network; "X" is none.',
    );
  });

  it('refuses a network of one place or none, and a length below 0', () => {
    for (const places of [[], ['A']]) {
      expect(() => shortestPaths(places, [], ask(1))).toThrow(
        expect.objectContaining({ code: 'bad-network' }),
      );
    }
    const back = [toLeg(['A', 'Z', 1, -1])];
    expect(() => shortestPaths(['A', 'Z'], back, ask(1, 'distance'))).toThrow(
      expect.objectContaining({ code: 'bad-legs' }),
    );
  });
});
