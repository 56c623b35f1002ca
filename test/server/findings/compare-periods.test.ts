import { describe, expect, it } from 'vitest';
import { compareCounts, comparePeriods, keysBy } from '../../../server/findings/compare-periods.ts';
import type { RouteEvent } from '../../../shared/findings.ts';

const unknown = { a: null, b: null };
const close = (value: number | null | undefined, expected: number): void => {
  expect(Math.abs((value ?? NaN) / expected - 1)).toBeLessThan(1e-9);
};

/** A seizure of a commodity, through places. */
function seizure(id: string, commodities: RouteEvent['commodities'], ...places: string[]): RouteEvent {
  return {
    id,
    kind: 'seizure',
    dataSet: 'reported',
    vesselId: null,
    day: '2025-11-01',
    lastDay: '2025-11-01',
    commodities,
    countries: ['TT', ...places.map((place) => place.slice(0, 2))],
    mode: 'sea',
    places,
    certainties: places.slice(1).map(() => 'stated' as const),
    report: id,
    operation: null,
    marking: 'clear',
  };
}

describe('counts compared row by row', () => {
  // p of 21 and 6: 2 * 397594 / 2^27 (see rate-ratio.test.ts); of 0 and 4 and of 4 and 0: 2 / 2^4; of 3 and 3: 1.
  // Five rows, four tested: q = 4 p for the first, min(4/3 * 1/8) for the two that tie, 1 for the last.
  const rows = [
    { id: 'd', a: 3, b: 3 },
    { id: 'none', a: 0, b: 0 },
    { id: 'c', a: 0, b: 4 },
    { id: 'rifles', a: 21, b: 6 },
    { id: 'b', a: 4, b: 0 },
  ];
  const found = compareCounts(rows, unknown);

  it('corrects for the rows tested, and orders by q, then id', () => {
    expect(found.tested).toBe(4);
    expect(found.rows.map(({ id }) => id)).toEqual(['rifles', 'b', 'c', 'd', 'none']);
    const q = found.rows.map((row) => row.q);
    close(q[0], (4 * 2 * 397594) / 134217728);
    close(q[1], 1 / 6);
    close(q[2], 1 / 6);
    expect(q.slice(3)).toEqual([1, null]);
    expect(found.rows[0]).toMatchObject({ a: 21, b: 6, ratio: 3.5, effort: 'assumed-equal' });
  });

  // 28 against 13.
  it('adds the rows up unless told the total', () => {
    expect(found.total).toMatchObject({ id: 'total', a: 28, b: 13 });
    close(found.total.ratio, 28 / 13);
    expect(compareCounts(rows, unknown, { a: 25, b: 11 }).total).toMatchObject({ a: 25, b: 11 });
  });

  it('takes efforts into account', () => {
    const { rows: scaled } = compareCounts([{ id: 'rifles', a: 21, b: 6 }], { a: 7, b: 2 });
    expect(scaled[0]).toMatchObject({ ratio: 1, effort: 'stated' });
  });

  it('does not depend on the order of rows', () => {
    expect(compareCounts([...rows].reverse(), unknown)).toEqual(found);
  });

  it('compares nothing with nothing', () => {
    expect(compareCounts([], unknown)).toMatchObject({ rows: [], tested: 0, total: { a: 0, b: 0, p: null } });
  });

  it('refuses what is no count, and one effort alone', () => {
    expect(() => compareCounts([{ id: 'x', a: -1, b: 0 }], unknown)).toThrow(
      expect.objectContaining({ code: 'bad-count' }),
    );
    expect(() => compareCounts(rows, { a: 30, b: null })).toThrow(
      expect.objectContaining({ code: 'bad-effort' }),
    );
  });
});

describe('two periods compared', () => {
  const spring = [
    seizure('s1', ['cocaine', 'cash'], 'TTPOS', 'KNBAS'),
    seizure('s2', ['cocaine'], 'TTPOS', 'KNBAS', 'TTPOS'),
    seizure('s3', ['firearm'], 'BBBGI'),
    seizure('year', ['cash'], 'KNBAS'),
  ];
  const autumn = [seizure('a1', ['cocaine'], 'BBBGI'), seizure('year', ['cash'], 'KNBAS')];
  const counts = (by: Parameters<typeof keysBy>[0]) =>
    comparePeriods(spring, autumn, keysBy(by, routes), unknown)
      .rows.map(({ id, a, b }) => `${id} ${a}:${b}`)
      .sort();
  const routes = [
    { id: 'port:TTPOS>KNBAS', evidence: ['s1', 's2', 'elsewhere'] },
    { id: 'port:KNBAS>TTPOS', evidence: ['s2'] },
  ];

  it('counts an event once for each of its keys, and leaves out what is in both', () => {
    expect(counts('commodities')).toEqual(['cash 1:0', 'cocaine 2:1', 'firearm 1:0']);
    expect(counts('places')).toEqual(['BBBGI 1:1', 'KNBAS 2:0', 'TTPOS 2:0']);
    expect(counts('countries')).toEqual(['BB 1:1', 'KN 2:0', 'TT 3:1']);
    expect(counts('routes')).toEqual(['port:KNBAS>TTPOS 1:0', 'port:TTPOS>KNBAS 2:0']);
  });

  it('has all events once in the total', () => {
    const found = comparePeriods(spring, autumn, keysBy('places'), { a: 90, b: 30 });
    expect(found).toMatchObject({
      inBoth: 1,
      tested: 3,
      total: { id: 'total', a: 3, b: 1, ratio: 1, effort: 'stated' },
    });
  });

  it('does not depend on the order of events', () => {
    const one = comparePeriods(spring, autumn, keysBy('places'), unknown);
    expect(comparePeriods([...spring].reverse(), [...autumn].reverse(), keysBy('places'), unknown)).toEqual(
      one,
    );
  });

  it('says that a period compared with itself tells nothing', () => {
    const found = comparePeriods(spring, spring, keysBy('places'), unknown);
    expect(found).toMatchObject({ rows: [], inBoth: 4, total: { a: 0, b: 0, p: null, nothingIn: 'both' } });
  });
});
