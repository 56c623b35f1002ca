import { describe, expect, it } from 'vitest';
import type { ComparedCluster } from '../../../server/findings/compare-clusters.ts';
import { compareRuns, type ComparedCell, type ComparedRun } from '../../../server/findings/compare-runs.ts';
import type { Route } from '../../../shared/findings.ts';

const empty: ComparedRun = {
  dataHash: 'abc',
  codeVersion: '1.0.0',
  parameters: {},
  routes: [],
  cells: [],
  clusters: [],
};

/** A route written `port:A>B`, with its effective support and its q. */
function route(id: string, effectiveSupport: number, q: number | null = null): Route {
  const [level = '', places = ''] = id.split(':');
  return {
    id,
    level: level === 'port' ? 'port' : 'territory',
    places: places.split('>'),
    seizures: 0,
    voyages: effectiveSupport,
    vessels: 1,
    independentEvents: effectiveSupport,
    effectiveSupport,
    capped: { report: 0, operation: 0, vessel: 0, day: 0 },
    recurs: effectiveSupport >= 2,
    firstDay: '2025-01-01',
    lastDay: '2025-12-31',
    evidence: [],
    significance: q === null ? null : { model: 'hypa', observed: 1, expected: 1, p: q, q, tested: 1 },
    shuffle: null,
    rankRange: null,
  };
}

const standing = (rank: number, of: number, effectiveSupport: number, q: number | null = null) => ({
  rank,
  of,
  effectiveSupport,
  recurs: effectiveSupport >= 2,
  q,
  shuffleQ: null,
});

describe('routes of two runs', () => {
  // Ports before: A>B 9, B>C and C>D 5 (both rank 2), D>E 4 (rank 4), E>F 1 (rank 5).
  // After: D>E 10, A>B 9 (rank 2), C>D 5 (rank 3), E>F 3 (rank 4), F>G 3 (rank 4).
  const older = {
    ...empty,
    routes: [
      route('port:A>B', 9, 0.01),
      route('port:B>C', 5),
      route('port:C>D', 5),
      route('port:D>E', 4),
      route('port:E>F', 1),
      route('territory:TT>KN', 7, 0.2),
      route('territory:TT>VG', 2),
    ],
  };
  const newer = {
    ...empty,
    routes: [
      route('port:A>B', 9, 0.01),
      route('port:C>D', 5),
      route('port:D>E', 10),
      route('port:E>F', 3),
      route('port:F>G', 3),
      route('territory:TT>KN', 7, 0.3),
      route('territory:TT>VG', 2),
    ],
  };
  const { routes } = compareRuns(older, newer);

  it('tells which appeared and vanished, with where they stood', () => {
    expect(routes.appeared).toEqual([
      { id: 'port:F>G', level: 'port', places: ['F', 'G'], old: null, new: standing(4, 5, 3) },
    ]);
    expect(routes.vanished).toEqual([
      { id: 'port:B>C', level: 'port', places: ['B', 'C'], old: standing(2, 5, 5), new: null },
    ]);
  });

  it('tells which moved, furthest first, a level at a time; another q is a move as well', () => {
    expect(routes.moved.map(({ id, old, new: now }) => [id, old, now])).toEqual([
      ['port:D>E', standing(4, 5, 4), standing(1, 5, 10)],
      ['port:A>B', standing(1, 5, 9, 0.01), standing(2, 5, 9, 0.01)],
      ['port:C>D', standing(2, 5, 5), standing(3, 5, 5)],
      ['port:E>F', standing(5, 5, 1), standing(4, 5, 3)],
      ['territory:TT>KN', standing(1, 2, 7, 0.2), standing(1, 2, 7, 0.3)],
    ]);
    expect(routes.unchanged).toBe(1);
  });

  it('takes a route for the same where only others came in behind it', () => {
    const more = { ...older, routes: [...older.routes, route('port:Y>Z', 1)] };
    const { routes: changed } = compareRuns(older, more);
    expect(changed).toMatchObject({ moved: [], vanished: [], unchanged: 7 });
    expect(changed.appeared).toMatchObject([{ id: 'port:Y>Z', new: { rank: 5, of: 6 } }]);
  });

  it('does not depend on the order of routes', () => {
    const turned = (run: ComparedRun) => ({ ...run, routes: [...run.routes].reverse() });
    expect(compareRuns(turned(older), turned(newer))).toEqual(compareRuns(older, newer));
  });
});

describe('hot spots of two runs', () => {
  const cell = (id: string, kind: ComparedCell['class'], z: number): ComparedCell => ({
    cell: id,
    class: kind,
    z,
    q: kind === 'none' ? 0.5 : 0.01,
  });
  const older = [
    cell('a', 'hot', 4),
    cell('b', 'hot', 5),
    cell('c', 'hot', 3),
    cell('d', 'none', 1),
    cell('e', 'cold', -3),
    cell('f', 'hot', 3.5),
  ];
  const newer = [
    cell('a', 'hot', 4),
    cell('b', 'hot', 4.5),
    cell('c', 'none', 2),
    cell('d', 'hot', 3),
    cell('e', 'cold', -4),
    cell('g', 'hot', 6),
  ];
  const { cells } = compareRuns({ ...empty, cells: older }, { ...empty, cells: newer });

  it('tells which became hot, which no longer are, and where z moved', () => {
    expect(cells).toEqual({
      appeared: [
        { cell: 'g', old: null, new: { class: 'hot', z: 6, q: 0.01 } },
        { cell: 'd', old: { class: 'none', z: 1, q: 0.5 }, new: { class: 'hot', z: 3, q: 0.01 } },
      ],
      vanished: [
        { cell: 'f', old: { class: 'hot', z: 3.5, q: 0.01 }, new: null },
        { cell: 'c', old: { class: 'hot', z: 3, q: 0.01 }, new: { class: 'none', z: 2, q: 0.5 } },
      ],
      moved: [{ cell: 'b', old: { class: 'hot', z: 5, q: 0.01 }, new: { class: 'hot', z: 4.5, q: 0.01 } }],
      unchanged: 1,
    });
  });

  it('does not depend on the order of cells', () => {
    const turned = compareRuns(
      { ...empty, cells: [...older].reverse() },
      { ...empty, cells: [...newer].reverse() },
    );
    expect(turned.cells).toEqual(cells);
  });
});

describe('clusters of two runs', () => {
  const cluster = (id: string, members: string, p: number, kind = 'space'): ComparedCluster => ({
    id,
    kind,
    members: [...members],
    p,
  });
  // abcd and abce share 3 of 5; fg and gf are the same; hi and ij share 1 of 3 only; kl is of another kind.
  const older = [
    cluster('1', 'abcd', 0.001),
    cluster('2', 'fg', 0.02),
    cluster('3', 'hi', 0.03),
    cluster('4', 'kl', 0.04),
  ];
  const newer = [
    cluster('7', 'abce', 0.002),
    cluster('8', 'gf', 0.02),
    cluster('9', 'ij', 0.05),
    cluster('0', 'kl', 0.04, 'space-time'),
  ];
  const { clusters } = compareRuns({ ...empty, clusters: older }, { ...empty, clusters: newer });
  const ids = (changes: readonly { old: { id: string } | null; new: { id: string } | null }[]) =>
    changes.map((one) => [one.old?.id ?? null, one.new?.id ?? null]);

  it('matches those of a kind that share more than half of their members', () => {
    expect(clusters.moved).toEqual([
      {
        kind: 'space',
        old: { id: '1', members: ['a', 'b', 'c', 'd'], p: 0.001 },
        new: { id: '7', members: ['a', 'b', 'c', 'e'], p: 0.002 },
        shared: 0.6,
      },
    ]);
    expect(clusters.unchanged).toBe(1);
    expect(ids(clusters.appeared)).toEqual([
      [null, '9'],
      [null, '0'],
    ]);
    expect(ids(clusters.vanished)).toEqual([
      ['3', null],
      ['4', null],
    ]);
  });

  it('does not match at exactly half, and matches each once, the closest first', () => {
    const half = compareRuns(
      { ...empty, clusters: [cluster('1', 'abcd', 0.01)] },
      { ...empty, clusters: [cluster('2', 'ab', 0.01), cluster('3', 'cd', 0.01)] },
    );
    expect(half.clusters.moved).toEqual([]);
    const rivals = compareRuns(
      { ...empty, clusters: [cluster('1', 'abcde', 0.01)] },
      { ...empty, clusters: [cluster('2', 'abc', 0.01), cluster('3', 'abcd', 0.01)] },
    );
    expect(ids(rivals.clusters.moved)).toEqual([['1', '3']]);
    expect(ids(rivals.clusters.appeared)).toEqual([[null, '2']]);
  });
});

describe('what two runs rest on', () => {
  it('is the same for the same run', () => {
    expect(compareRuns(empty, empty)).toMatchObject({
      sameData: true,
      sameVersion: true,
      parameters: [],
      routes: { appeared: [], vanished: [], moved: [], unchanged: 0 },
    });
  });

  it('tells which parameters differ, by path, wherever they are', () => {
    const older = {
      ...empty,
      parameters: { routes: { maxLength: 6, minSupport: 2 }, caps: { perDay: 1 }, seeds: [1, 2], by: 'x' },
    };
    const newer = {
      ...empty,
      dataHash: 'abd',
      codeVersion: '1.0.1',
      parameters: {
        by: 'x',
        seeds: [1, 3, 5],
        routes: { minSupport: 2, maxLength: 5 },
        caps: {},
        shuffle: null,
      },
    };
    expect(compareRuns(older, newer)).toMatchObject({ sameData: false, sameVersion: false });
    expect(compareRuns(older, newer).parameters).toEqual([
      { path: 'caps', new: {} },
      { path: 'caps.perDay', old: 1 },
      { path: 'routes.maxLength', old: 6, new: 5 },
      { path: 'seeds.1', old: 2, new: 3 },
      { path: 'seeds.2', new: 5 },
      { path: 'shuffle', new: null },
    ]);
  });
});
