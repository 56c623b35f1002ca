import { describe, expect, it } from 'vitest';
import { pathSignificance } from '../../../server/routes/path-significance.ts';
import { benjaminiHochberg } from '../../../shared/statistics.ts';
import voyagesFile from '../../fixtures/voyages.json' with { type: 'json' };
import k2 from '../../fixtures/hypa/caribbean_k2.json' with { type: 'json' };
import k3 from '../../fixtures/hypa/caribbean_k3.json' with { type: 'json' };

const voyages = voyagesFile.voyages.map((voyage) => voyage.ports);
const split = (...sequences: string[]): string[][] => sequences.map((places) => places.split('>'));

// Expected: the published implementation (HypaNX), see test/fixtures/README.md.
describe.each([
  [2, k2],
  [3, k3],
])('pathSignificance of order %d against the reference', (k, reference) => {
  const found = pathSignificance(voyages, k);
  const byPath = new Map(found.paths.map((path) => [path.places.join('>'), path]));

  it('has its observations, weights and number of possible paths', () => {
    expect(found.draws).toBe(reference.m_total_observations);
    expect(found.population).toBe(reference.M_xi_sum);
    expect(found.tested).toBe(reference.edges.length);
    expect(found.method).toBe('fitted');
    const observed = reference.edges.filter((edge) => edge.observed > 0);
    expect(found.paths).toHaveLength(observed.length);
    for (const edge of observed) {
      const path = byPath.get(edge.path.join('>'));
      expect(path).toMatchObject({ observed: edge.observed, weight: edge.xi });
      expect(path?.expected).toBeCloseTo((found.draws * edge.xi) / found.population, 12);
    }
  });

  it('has its probabilities to 1e-9', () => {
    for (const edge of reference.edges.filter(({ observed }) => observed > 0)) {
      const path = byPath.get(edge.path.join('>'));
      expect(Math.abs((path?.p ?? NaN) - edge.over_p_ge)).toBeLessThan(1e-9);
      expect(Math.abs((path?.pUnder ?? NaN) - edge.hypa_cdf)).toBeLessThan(1e-9);
      expect(path?.logP).toBeCloseTo(Math.log(edge.over_p_ge), 8);
    }
  });

  it('has its possible but unobserved paths, gathered by weight', () => {
    const unobserved = reference.edges.filter(({ observed }) => observed === 0);
    const weights = new Map<number, typeof unobserved>();
    for (const edge of unobserved) weights.set(edge.xi, [...(weights.get(edge.xi) ?? []), edge]);
    expect(found.unobserved.map(({ weight, paths }) => [weight, paths])).toEqual(
      [...weights].map(([weight, edges]) => [weight, edges.length]).sort(([a = 0], [b = 0]) => a - b),
    );
    for (const { weight, pUnder } of found.unobserved) {
      expect(Math.abs(pUnder - (weights.get(weight)?.[0]?.hypa_cdf ?? NaN))).toBeLessThan(1e-9);
    }
  });

  it('corrects over all possible paths, unobserved ones included', () => {
    const q = benjaminiHochberg(reference.edges.map((edge) => edge.over_p_ge));
    const qUnder = benjaminiHochberg(reference.edges.map((edge) => edge.hypa_cdf));
    reference.edges.forEach((edge, i) => {
      if (edge.observed === 0) return;
      const path = byPath.get(edge.path.join('>'));
      expect(Math.abs((path?.q ?? NaN) - (q[i] ?? NaN))).toBeLessThan(1e-8);
      expect(Math.abs((path?.qUnder ?? NaN) - (qUnder[i] ?? NaN))).toBeLessThan(1e-8);
    });
  });

  it('comes to the same within a few per cent when weights are not fitted step by step', () => {
    const exact = pathSignificance(voyages, k, { fitLimit: 0 });
    expect(exact.method).toBe('exact');
    expect(exact.tested).toBe(found.tested);
    exact.paths.forEach((path, i) => {
      expect(path.places).toEqual(found.paths[i]?.places);
      expect(path.weight / (found.paths[i]?.weight ?? NaN)).toBeCloseTo(1, 1);
      expect(path.p / (found.paths[i]?.p ?? NaN)).toBeCloseTo(1, 1);
    });
  });
});

describe('pathSignificance', () => {
  it('does not call the planted route surprising: its legs are simply busy', () => {
    const planted = pathSignificance(voyages, 2).paths.find(
      ({ places }) => places.join('>') === 'TTPOS>KNBAS>VGRAD',
    );
    expect(planted?.observed).toBe(21);
    expect(planted?.p).toBeCloseTo(0.056, 3);
    expect(planted?.q).toBeGreaterThan(0.05);
  });

  it('equals a case worked out by hand', () => {
    // A>B is left 3 times, D>B once; B>C is reached 3 times, B>E once; 4 observations, all through B, so each
    // weight is the product: 9, 3, 3, 1, in an urn of 16. For A>B>C, seen twice:
    // P(X >= 2) = (C(9,2) C(7,2) + C(9,3) C(7,1) + C(9,4)) / C(16,4) = (756 + 588 + 126) / 1820.
    const found = pathSignificance(split('A>B>C', 'A>B>C', 'D>B>C', 'A>B>E'), 2);
    expect(found).toMatchObject({ k: 2, draws: 4, population: 16, tested: 4, note: null });
    expect(found.paths.map(({ places, weight }) => [places.join('>'), weight])).toEqual([
      ['A>B>C', 9],
      ['D>B>C', 3],
      ['A>B>E', 3],
    ]);
    expect(found.paths[0]).toMatchObject({ observed: 2, expected: 2.25 });
    expect(found.paths[0]?.p).toBeCloseTo(1470 / 1820, 12);
    // D>B>E, never seen: P(X <= 0) = C(15,4) / C(16,4) = 12 / 16.
    expect(found.unobserved).toMatchObject([{ weight: 1, paths: 1, expected: 0.25 }]);
    expect(found.unobserved[0]?.pUnder).toBeCloseTo(0.75, 12);
  });

  it('tests single legs against the volumes of their ports, no port following itself', () => {
    // A is left twice and B once; B is reached once and C twice. Without B>B the strengths times 3 leave one
    // solution: A>B 3, A>C 3, B>C 3.
    const found = pathSignificance(split('A>B', 'A>C', 'B>C'), 1);
    expect(found).toMatchObject({ k: 1, draws: 3, population: 9, tested: 3 });
    expect(found.paths.map(({ weight, expected }) => [weight, expected])).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
    ]);
  });

  it('leaves out a leg that the volumes do not allow', () => {
    // Around a hub, a leg between two spokes would take away one that must go to the hub.
    const found = pathSignificance(split('A>H>A', 'B>H>B', 'A>H>B'), 1);
    expect(found.paths.map(({ places }) => places.join('>')).sort()).toEqual(['A>H', 'B>H', 'H>A', 'H>B']);
    expect(found.tested).toBe(4);
    expect(found.unobserved).toEqual([]);
  });

  it('counts an event that goes the same way twice as two observations', () => {
    expect(pathSignificance(split('A>B>A>B'), 1).paths[0]).toMatchObject({ places: ['A', 'B'], observed: 2 });
  });

  it('goes up to order 5', () => {
    const found = pathSignificance(voyages, 5);
    const long = voyages.filter((ports) => ports.length >= 6);
    expect(found.draws).toBe(long.reduce((sum, ports) => sum + ports.length - 5, 0));
    expect(found.paths.every(({ places, p }) => places.length === 6 && p > 0 && p <= 1)).toBe(true);
  });

  it('says why when there is nothing to test', () => {
    const none = pathSignificance([], 2);
    expect(none).toMatchObject({ tested: 0, paths: [], unobserved: [] });
    expect(none.note).toMatch(/3 places/);
    expect(pathSignificance(split('A>B', 'C'), 2).note).toMatch(/3 places/);
  });

  it('refuses orders it is not made for', () => {
    for (const k of [0, 6, 9, 1.5, NaN]) {
      expect(() => pathSignificance(voyages, k)).toThrow(
        expect.objectContaining({ name: 'InputError', code: 'bad-k' }),
      );
    }
    expect(() => pathSignificance(voyages, 2, { fitLimit: -1 })).toThrow(
      expect.objectContaining({ code: 'bad-fitLimit' }),
    );
  });
});
