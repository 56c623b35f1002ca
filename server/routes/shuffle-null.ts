import type { Route, RouteEvent, RouteShuffle } from '../../shared/findings.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { monteCarloP } from '../statistics/monte-carlo.ts';
import { checkWhole } from './ngrams.ts';
import type { TerritoryOf } from './runs.ts';
import { checkChainOptions, prepareShuffle, tallyDraws } from './shuffle-draws.ts';
import type { ChainOptions, PreparedShuffle, ShuffleTally } from './shuffle-draws.ts';

export interface ShuffleOptions extends ChainOptions {
  /** At least 1. */
  readonly draws: number;
}

/**
 * 999 draws, the usual number, for a p of 0.001 at the least. Steps in proportion to the visits, because a visit
 * is mixed by its own steps and by those of the visits that meet it: with four, each has eight steps of its own
 * between the observed arrangement and a draw and is met eight times on the mean, so that it never moved with
 * probability (1 - a)^8 exp(-8 a), where a is the share of steps not refused; below 0.000001 where a third are.
 * Too few would leave the draws like the observed arrangement and like each other: p would be too large, never
 * too small, and `pError` too small. Measured over 60 seeds: the variance of p is that stated (within 5%) where no
 * place has more than a third of all visits, 1.15 times that at 0.4, and five times where one place has every second
 * visit and most steps are refused.
 */
export const DEFAULT_SHUFFLE_OPTIONS: ShuffleOptions = { draws: 999, seed: 1, swapsPerPosition: 4 };

/**
 * Gives each route its figures under the second null model, a shuffle of visits: each voyage keeps its length,
 * its kind and its data set, each place keeps its number of visits among the events of one kind and data set,
 * and no place follows itself; apart from that all arrangements are equally likely. HYPA takes the legs as given
 * and asks how they are joined; this takes only the visits as given, so a route may be surprising merely because
 * one of its legs is well used. Geography is such a reason: near places are visited in turn.
 *
 * A route's figure is its passages, as in `significance`: an event that goes the same way twice counts twice.
 * All paths of the route's length that were observed are tested, routes or not, and q is over them. That they were
 * observed is itself a selection by the data: of the many paths with little chance some are always seen, and each
 * has a small p. So q is Benjamini-Hochberg of P(at least as many, given that there is any), from the draws that
 * contain the path; a path seen once has q 1 however small its p. (Of p itself, q would be below 0.05 for every one
 * of the 2,900 paths of three places in 1,000 voyages that were nothing but a shuffle of others.) The rarer a path
 * is in the draws, the more draws its q needs; see `shuffleNote`.
 *
 * Draws come from a Markov chain, by the parallel method of Besag and Clifford: some steps back from the
 * observed arrangement to a hub, then as many steps on from the hub to each draw, apart from each other. Under
 * the null model the observed arrangement and the draws are then exchangeable, so p is valid however few the steps
 * are, and also where the chain cannot reach every arrangement. Each draw has its own random numbers, so it does
 * not matter who makes which.
 *
 * Visits are taken to be independent. A vessel that shuttles is not, so p is too small where few vessels make
 * many of the passages. An event of one place takes part: its place may be dealt into a voyage. Where one place
 * has about half of all visits few steps are allowed, and `pError`, which is that of independent draws, is too small.
 *
 * @param routes  of this level, as `findRoutes` made them from the same events; of 2 to 6 places
 * @param events  in any order, each id once
 * @param territoryOf  needed at level `territory`
 * @param progress  told of draws done, at most 100 times
 * @returns the routes in the same order; `shuffle` is null where the events do not contain the route
 * @throws {InputError} `bad-k` for a route of other lengths, `bad-draws`, `bad-seed`, `bad-swapsPerPosition`,
 *   `event-duplicate`, `territory-missing`
 * @see Besag and Clifford 1989, Biometrika 76(4), 633-642
 */
export function withShuffle(
  routes: readonly Route[],
  events: readonly RouteEvent[],
  level: Level,
  territoryOf?: TerritoryOf,
  options: ShuffleOptions = DEFAULT_SHUFFLE_OPTIONS,
  progress?: (done: number, of: number) => void,
): Route[] {
  checkWhole('draws', options.draws, 1, Infinity);
  checkChainOptions(options);
  if (routes.length === 0) return [];
  const longest = Math.max(...lengthsOf(routes));
  const prepared = prepareShuffle(events, level, longest, territoryOf);
  return finishShuffle(
    routes,
    prepared,
    tallyDraws(prepared, options, 0, options.draws, progress),
    options.draws,
  );
}

/**
 * Gives each route its figures from the tally of all draws.
 *
 * @throws {InputError} `bad-k` for a route of other lengths than 2 to 6, `bad-draws`
 */
export function finishShuffle(
  routes: readonly Route[],
  prepared: PreparedShuffle,
  tally: ShuffleTally,
  draws: number,
): Route[] {
  const shuffles = new Map<string, RouteShuffle>();
  for (const length of lengthsOf(routes)) {
    for (const [id, shuffle] of testLength(prepared, tally, draws, length)) shuffles.set(id, shuffle);
  }
  return routes.map((route) => ({ ...route, shuffle: shuffles.get(route.places.join('>')) ?? null }));
}

/**
 * What the number of draws cannot show, in a sentence; null where it is no obstacle. p is never below
 * 1 / (1 + draws), so over many tested paths q stays large for a path that is alone in being surprising; the more
 * so for a path that few draws contain, because only those bear on its q.
 *
 * @param tested  paths tested together, at least 1
 * @param level  the q below which a path would be called surprising
 */
export function shuffleNote(
  { tested, draws }: Pick<RouteShuffle, 'tested' | 'draws'>,
  level = 0.05,
): string | null {
  const least = 1 / (1 + draws);
  if (tested * least <= level) return null;
  // 200 / 0.05 is a little more than 4000 in binary fractions.
  const needed = Math.ceil(tested / level - 1e-6) - 1;
  return (
    `With ${draws} draws p cannot be below ${show(least)}, and over ${tested} tested paths q cannot be below ` +
    `${show(Math.min(1, tested * least))} for a path that alone is so rare; ${needed} draws would allow ${level} ` +
    'for a path that every draw contains.'
  );
}

const show = (value: number): string => String(Number(value.toPrecision(2)));

function* testLength(
  { arrangement, table, observed }: PreparedShuffle,
  tally: ShuffleTally,
  draws: number,
  length: number,
): Generator<[string, RouteShuffle]> {
  const paths: number[] = [];
  table.length.forEach((places, path) => {
    if (places === length) paths.push(path);
  });
  const tests = paths.map((path) => monteCarloP(tally.atLeast[path] ?? 0, draws));
  const q = benjaminiHochberg(paths.map((path) => givenAny(tally, path)));
  for (const [i, path] of paths.entries()) {
    const start = table.exampleAt[path] ?? 0;
    const codes = arrangement.places.subarray(start, start + length);
    yield [
      Array.from(codes, (code) => arrangement.placeIds[code] ?? '').join('>'),
      {
        model: 'shuffle',
        observed: observed[path] ?? 0,
        expected: (tally.sum[path] ?? 0) / draws,
        p: tests[i]?.p ?? 1,
        pError: tests[i]?.error ?? 0,
        q: q[i] ?? 1,
        tested: paths.length,
        draws,
      },
    ];
  }
}

/** The observed arrangement and the draws that contain the path are exchangeable among themselves, too. */
function givenAny({ atLeast, present }: ShuffleTally, path: number): number {
  return (1 + (atLeast[path] ?? 0)) / (1 + (present[path] ?? 0));
}

function lengthsOf(routes: readonly Route[]): number[] {
  const lengths = [...new Set(routes.map(({ places }) => places.length))];
  for (const length of lengths) checkWhole('k', length - 1, 1, 5);
  return lengths;
}
