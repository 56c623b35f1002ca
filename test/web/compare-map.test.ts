import { describe, expect, it } from 'vitest';
import type { NetworkReply } from '../../shared/api.ts';
import { changesOf, countChanges, partP } from '../../web/compare/change.ts';
import { bothNetworks, mostOf } from '../../web/compare/merge.ts';
import { canMap, mapCompared } from '../../web/compare/told.ts';
import { isPart, trafficSeen } from '../../web/compare/traffic-seen.ts';
import { drawChanges } from '../../web/map/style-change.ts';
import { formatView, parseView } from '../../web/state.ts';

/** A network with these legs: id to voyages and seizures. */
function network(legs: Record<string, readonly [voyages: number, seizures: number]>): NetworkReply {
  const features = Object.entries(legs).map(
    ([id, [voyageLegs, seizureLegs]]): NetworkReply['edges']['features'][number] => {
      const [from = '', to = ''] = id.split('~');
      return {
        type: 'Feature',
        id,
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [-61, 10],
              [-62, 11],
            ],
          ],
        },
        properties: {
          id,
          from,
          to,
          fromName: from,
          toName: to,
          voyageLegs,
          seizureLegs,
          vessels: 1,
          mode: 'sea',
          certainty: 'observed',
          seizureCertainty: null,
          synthetic: false,
          firstDay: '2025-01-01',
          lastDay: '2025-01-01',
          distanceKm: 100,
          overWater: true,
        },
      };
    },
  );
  return {
    runId: 1,
    nodes: { type: 'FeatureCollection', total: 0, features: [] },
    edges: { type: 'FeatureCollection', total: features.length, features },
  };
}

describe('how much of a period traffic is held of', () => {
  const months = Array.from({ length: 12 }, (_, i) => ({
    month: `2025-${String(i + 1).padStart(2, '0')}`,
    seizures: 1,
    voyages: i === 5 ? 0 : 3,
  }));
  const side = (from: string | null, to: string | null) => ({ from, to, operation: null, effort: null });

  it('counts the days of months with a voyage', () => {
    // The whole of 2025 but for June; of the year before, the 31 days of January and 13 of February.
    const seen = trafficSeen(
      { months },
      { a: side('2025-02-14', '2026-02-13'), b: side('2024-02-14', '2025-02-13') },
    );
    expect(seen).toEqual({ a: { days: 291, of: 365 }, b: { days: 44, of: 366 } });
    expect(seen && [isPart(seen.a), isPart(seen.b)]).toEqual([true, true]);
  });

  it('a period without an end, one with all of its days, and none known yet', () => {
    const seen = trafficSeen(
      { months },
      { a: side('2025-12-01', null), b: side('2025-01-01', '2025-05-31') },
    );
    expect(seen).toEqual({ a: { days: 31, of: null }, b: { days: 151, of: 151 } });
    expect(seen && [isPart(seen.a), isPart(seen.b)]).toEqual([false, false]);
    expect(trafficSeen(undefined, { a: side(null, null), b: side(null, null) })).toBeNull();
  });

  it('takes the days for effort: as many a day is the same', () => {
    const [change] = changesOf(
      network({ 'A~B': [300, 0] }),
      network({ 'A~B': [44, 0] }),
      'voyage',
      [300, 44],
    );
    expect(change).toMatchObject({ kind: 'same', difference: 0, q: 1 });
  });
});

describe('how unevenly chance parts events', () => {
  // Binomial with one half: 21 against 6 is the published case, twice 0.00296; the others by hand.
  it.each([
    [21, 6, 0.5, 0.0059],
    [5, 0, 0.5, 0.0625],
    [1, 0, 0.5, 1],
    [3, 3, 0.5, 1],
    [0, 0, 0.5, 1],
    // A third of the effort: 2 of 2 has 1/9, 0 of 2 has 4/9, 1 of 2 has 4/9.
    [2, 0, 1 / 3, 0.1111],
    [0, 2, 1 / 3, 1],
  ])('%d to %d at a share of %f: p %f', (a, b, share, p) => {
    expect(partP(a, b, share)).toBeCloseTo(p, 4);
  });
  it('does not overflow where there are many', () => {
    expect(partP(5000, 5000, 0.5)).toBeCloseTo(1, 6);
    expect(partP(6000, 4000, 0.5)).toBeLessThan(1e-80);
  });
});

describe('what changed on each leg', () => {
  const a = network({ 'A~B': [10, 2], 'B~A': [4, 0], 'C~D': [8, 0], 'E~E': [9, 0] });
  const b = network({ 'A~B': [10, 5], 'C~D': [2, 0], 'D~C': [1, 1] });
  it('is told by what is counted, and legs with nothing in both are left out', () => {
    const kinds = (counted: 'seizure' | 'voyage') =>
      changesOf(a, b, counted, null).map(({ id, a: n, b: m, kind }) => [id, n, m, kind]);
    expect(kinds('voyage')).toEqual([
      ['A~B', 10, 10, 'same'],
      ['B~A', 4, 0, 'onlyA'],
      ['C~D', 8, 2, 'more'],
      ['D~C', 0, 1, 'onlyB'],
    ]);
    expect(kinds('seizure')).toEqual([
      ['A~B', 2, 5, 'fewer'],
      ['D~C', 0, 1, 'onlyB'],
    ]);
    expect(countChanges(changesOf(a, b, 'voyage', null))).toEqual({
      onlyA: 1,
      more: 1,
      same: 1,
      fewer: 0,
      onlyB: 1,
    });
  });
  it('is a difference of rates where effort is given', () => {
    // 10 over 5 against 10 over 2: 2 against 5 for the same effort.
    const [first] = changesOf(a, b, 'voyage', [5, 2]);
    expect([first?.kind, first?.difference]).toEqual(['fewer', -3]);
  });
  it('allows for how many legs are looked at', () => {
    // By hand: 8 to 2 has p = 2 * (1 + 10 + 45) / 1024 = 0.109375; 4 to 0 has 0.125; the rest 1.
    const found = new Map(changesOf(a, b, 'voyage', null).map((one) => [one.id, one]));
    expect(found.get('C~D')?.p).toBeCloseTo(0.109375, 9);
    // Benjamini-Hochberg: min(4 * 0.109375, 4 / 2 * 0.125) = 0.25 for both.
    expect(found.get('C~D')?.q).toBeCloseTo(0.25, 9);
    expect(found.get('B~A')?.q).toBeCloseTo(0.25, 9);
  });
  it('is drawn as wide as the difference is large', () => {
    const widths = drawChanges(changesOf(a, b, 'voyage', null)).features.map(({ properties }) => [
      properties['id'],
      properties['width'],
    ]);
    // The largest, 6, has 6 px; 0 has 1.2; 1.2 + 4.8 * sqrt(4 / 6) and sqrt(1 / 6) the others.
    expect(widths).toEqual([
      ['A~B', 1.2],
      ['B~A', expect.closeTo(5.119, 3)],
      ['C~D', 6],
      ['D~C', expect.closeTo(3.16, 2)],
    ]);
    expect(drawChanges([]).features).toEqual([]);
  });
});

describe('two networks as one', () => {
  const a = network({ 'A~B': [3, 1] });
  const b = network({ 'A~B': [9, 0], 'B~C': [1, 4] });
  it('have each leg once, and one scale', () => {
    expect(bothNetworks(a, b)?.edges.features.map(({ id }) => id)).toEqual(['A~B', 'B~C']);
    expect(bothNetworks(undefined, b)).toBe(b);
    expect(mostOf([a, b, undefined])).toEqual({ voyageLegs: 9, seizureLegs: 4 });
  });
});

describe('a comparison on the map', () => {
  const periods = '?p=compare&xa=2025-01-01%2C2025-06-30&xb=2024-01-01%2C2024-06-30';
  it('is kept in the address', () => {
    const { view, problems } = parseView(`${periods}&xm=diff&xk=voyage`);
    expect([view.compare.onMap, view.compare.counted, problems]).toEqual(['diff', 'voyage', []]);
    expect(formatView(view)).toContain('&xm=diff&xk=voyage');
    expect(parseView('?xm=over').problems).toEqual([{ part: 'compare', value: 'over' }]);
  });
  it('takes two periods that differ', () => {
    const of = (query: string) => mapCompared(parseView(`${query}&xm=side`).view.compare);
    expect(of(periods)).toBe('side');
    expect(of('?xa=2025-01-01%2C')).toBeNull();
    expect(of('?xa=2025-01-01%2C&xb=2025-01-01%2C')).toBeNull();
    expect(of('?xo=CALYPSO&xb=2025-01-01%2C')).toBeNull();
    expect(canMap(parseView(periods).view.compare)).toBe(true);
  });
});
