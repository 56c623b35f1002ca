import type { HotSpotCell, Route } from '../../shared/findings.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { compare, differ, type Changes } from './changes.ts';
import { clusterChanges, type ClusterChange, type ComparedCluster } from './compare-clusters.ts';
import { parameterDifferences, type ParameterDifference } from './compare-parameters.ts';

export type ComparedCell = Pick<HotSpotCell, 'cell' | 'class' | 'z' | 'q'>;

/** What of a run is compared. */
export interface ComparedRun {
  readonly dataHash: string;
  readonly codeVersion: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly routes: readonly Route[];
  readonly cells: readonly ComparedCell[];
  readonly clusters: readonly ComparedCluster[];
}

/** Where a route stands among those of its level in one run. */
export interface RouteStanding {
  /** By effective support, 1 the first; ties share the better rank. */
  readonly rank: number;
  /** Routes ranked. */
  readonly of: number;
  readonly effectiveSupport: number;
  readonly recurs: boolean;
  /** By the legs' volumes (HYPA), and by the shuffle of calls; null: not tested. */
  readonly q: number | null;
  readonly shuffleQ: number | null;
}

export interface ComparedRoute {
  readonly id: string;
  readonly level: Level;
  readonly places: readonly string[];
  /** null: not found in that run. */
  readonly old: RouteStanding | null;
  readonly new: RouteStanding | null;
}

export interface CellChange {
  readonly cell: string;
  /** null: not tested in that run. */
  readonly old: Omit<ComparedCell, 'cell'> | null;
  readonly new: Omit<ComparedCell, 'cell'> | null;
}

export interface RunComparison {
  readonly sameData: boolean;
  readonly sameVersion: boolean;
  /** By path; none: the parameters are the same. */
  readonly parameters: readonly ParameterDifference[];
  /** Moved: another rank, support, q, or from seen once to recurring or back; by how far in rank, most first. */
  readonly routes: Changes<ComparedRoute>;
  /** Appeared: hot now and not before. Vanished: no longer hot. Moved: hot in both, with another z. */
  readonly cells: Changes<CellChange>;
  /** Moved: other members or another p. */
  readonly clusters: Changes<ClusterChange>;
}

/**
 * What changed from one run to another. Nothing here says why: that the data, the version and the parameters are the
 * same or not stands beside it, and only where one alone differs is it the reason.
 *
 * @returns lists in one order for the same runs, whatever order their findings come in: routes by level, then rank or
 *   how far they moved; cells by z; clusters by p; then by id
 */
export function compareRuns(older: ComparedRun, newer: ComparedRun): RunComparison {
  return {
    sameData: older.dataHash === newer.dataHash,
    sameVersion: older.codeVersion === newer.codeVersion,
    parameters: parameterDifferences(older.parameters, newer.parameters),
    routes: routeChanges(older.routes, newer.routes),
    cells: cellChanges(older.cells, newer.cells),
    clusters: clusterChanges(older.clusters, newer.clusters),
  };
}

function routeChanges(older: readonly Route[], newer: readonly Route[]): Changes<ComparedRoute> {
  const [before, after] = [standings(older), standings(newer)];
  const known = new Map([...older, ...newer].map((route) => [route.id, route]));
  const all = [...known.values()].map(({ id, level, places }) => ({
    id,
    level,
    places,
    old: before.get(id) ?? null,
    new: after.get(id) ?? null,
  }));
  const byLevel = (x: ComparedRoute, y: ComparedRoute) => compare(x.level, y.level);
  const byId = (x: ComparedRoute, y: ComparedRoute) => compare(x.id, y.id);
  const rank = (standing: RouteStanding | null) => standing?.rank ?? 0;
  const steps = (route: ComparedRoute) => Math.abs(rank(route.new) - rank(route.old));
  const inBoth = all.filter((route) => route.old && route.new);
  const moved = inBoth.filter((route) => differ(withoutOf(route.old), withoutOf(route.new)));
  return {
    appeared: all
      .filter((route) => !route.old)
      .sort((x, y) => byLevel(x, y) || rank(x.new) - rank(y.new) || byId(x, y)),
    vanished: all
      .filter((route) => !route.new)
      .sort((x, y) => byLevel(x, y) || rank(x.old) - rank(y.old) || byId(x, y)),
    moved: moved.sort((x, y) => byLevel(x, y) || steps(y) - steps(x) || byId(x, y)),
    unchanged: inBoth.length - moved.length,
  };
}

/** That there are more or fewer other routes does not move a route. */
function withoutOf(standing: RouteStanding | null): Partial<RouteStanding> {
  const { of: _, ...own } = standing ?? {};
  return own;
}

function standings(routes: readonly Route[]): Map<string, RouteStanding> {
  const found = new Map<string, RouteStanding>();
  for (const level of new Set(routes.map((route) => route.level))) {
    const ranked = routes
      .filter((route) => route.level === level)
      .sort((x, y) => y.effectiveSupport - x.effectiveSupport);
    let rank = 1;
    ranked.forEach(({ id, effectiveSupport, recurs, significance, shuffle }, i) => {
      if (effectiveSupport !== ranked[i - 1]?.effectiveSupport) rank = i + 1;
      const [q, shuffleQ] = [significance?.q ?? null, shuffle?.q ?? null];
      found.set(id, { rank, of: ranked.length, effectiveSupport, recurs, q, shuffleQ });
    });
  }
  return found;
}

function cellChanges(older: readonly ComparedCell[], newer: readonly ComparedCell[]): Changes<CellChange> {
  const [before, after] = [byCell(older), byCell(newer)];
  const all = [...new Set([...before.keys(), ...after.keys()])].map((cell) => ({
    cell,
    old: before.get(cell) ?? null,
    new: after.get(cell) ?? null,
  }));
  const z = (side: CellChange['old']) => side?.z ?? 0;
  const shift = (change: CellChange) => Math.abs(z(change.new) - z(change.old));
  const wasHot = all.filter((change) => change.old?.class === 'hot');
  const stayed = wasHot.filter((change) => change.new?.class === 'hot');
  const moved = stayed.filter((change) => change.old?.z !== change.new?.z);
  const byId = (x: CellChange, y: CellChange) => compare(x.cell, y.cell);
  return {
    appeared: all
      .filter((change) => change.new?.class === 'hot' && change.old?.class !== 'hot')
      .sort((x, y) => z(y.new) - z(x.new) || byId(x, y)),
    vanished: wasHot
      .filter((change) => change.new?.class !== 'hot')
      .sort((x, y) => z(y.old) - z(x.old) || byId(x, y)),
    moved: moved.sort((x, y) => shift(y) - shift(x) || byId(x, y)),
    unchanged: stayed.length - moved.length,
  };
}

function byCell(cells: readonly ComparedCell[]): Map<string, Omit<ComparedCell, 'cell'>> {
  return new Map(cells.map(({ cell, class: kind, z, q }) => [cell, { class: kind, z, q }]));
}
