import type { RouteEvent } from '../../shared/findings.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { makeRandom } from '../statistics/random.ts';
import { checkWhole } from './ngrams.ts';
import { countPaths, pathTable } from './path-table.ts';
import type { PathTable } from './path-table.ts';
import { runsOf, sortEvents } from './runs.ts';
import type { TerritoryOf } from './runs.ts';
import { arrangementOf, sweepSwaps } from './shuffle-chain.ts';
import type { Arrangement } from './shuffle-chain.ts';

export interface ChainOptions {
  /** Whole number from 0 on. */
  readonly seed: number;
  /** Steps of the chain for each visit, from the observed arrangement to the hub and again to a draw; at least 1. */
  readonly swapsPerPosition: number;
}

/** Everything the draws need, to be made once. Plain data: it can be handed to another thread. */
export interface PreparedShuffle {
  readonly arrangement: Arrangement;
  readonly table: PathTable;
  /** How often each path was observed, by its number. */
  readonly observed: Int32Array;
}

/** What some of the draws gave, by path; those of other draws can be added to it in any order. */
export interface ShuffleTally {
  /** Occurrences in all draws together. */
  readonly sum: Float64Array;
  /** Draws with at least as many occurrences as were observed. */
  readonly atLeast: Int32Array;
  /** Draws with at least one occurrence. */
  readonly present: Int32Array;
}

/**
 * Lays out the events and numbers the paths they contain.
 *
 * @param events  in any order, each id once
 * @param longest  places of the longest path to be tested, 2 to 6
 * @throws {InputError} `bad-k`, `event-duplicate`, `territory-missing`
 */
export function prepareShuffle(
  events: readonly RouteEvent[],
  level: Level,
  longest: number,
  territoryOf?: TerritoryOf,
): PreparedShuffle {
  checkWhole('k', longest - 1, 1, 5);
  const sorted = sortEvents(events);
  const arrangement = arrangementOf(
    sorted,
    sorted.map((event) => runsOf(event, level, territoryOf)),
  );
  const table = pathTable(arrangement, longest);
  const observed = new Int32Array(table.size);
  countPaths(table, arrangement.places, observed, new Int32Array(table.size));
  return { arrangement, table, observed };
}

/**
 * Makes the draws numbered `from` up to but not `to`, from 0 on. Each depends on its number and on the seed alone.
 *
 * @param progress  told of these draws done, at most 100 times
 * @throws {InputError} `bad-draws`, `bad-seed`, `bad-swapsPerPosition`
 */
export function tallyDraws(
  { arrangement, table, observed }: PreparedShuffle,
  options: ChainOptions,
  from: number,
  to: number,
  progress?: (done: number, of: number) => void,
): ShuffleTally {
  checkWhole('draws', from, 0, Infinity);
  checkWhole('draws', to, from + 1, Infinity);
  checkChainOptions(options);
  const { seed, swapsPerPosition: sweeps } = options;
  const hub = arrangement.places.slice();
  // Stream 0 leads to the hub.
  sweepSwaps(hub, arrangement.ends, sweeps, 'backwards', makeRandom(seed, 0));
  const places = new Int32Array(hub.length);
  const counts = new Int32Array(table.size);
  const touched = new Int32Array(table.size);
  const tally = {
    sum: new Float64Array(table.size),
    atLeast: new Int32Array(table.size),
    present: new Int32Array(table.size),
  };
  const every = Math.ceil((to - from) / 100);
  for (let draw = from; draw < to; draw++) {
    places.set(hub);
    sweepSwaps(places, arrangement.ends, sweeps, 'forwards', makeRandom(seed, draw + 1));
    const found = countPaths(table, places, counts, touched);
    for (let i = 0; i < found; i++) {
      const path = touched[i] ?? 0;
      const count = counts[path] ?? 0;
      counts[path] = 0;
      tally.sum[path] = (tally.sum[path] ?? 0) + count;
      tally.present[path] = (tally.present[path] ?? 0) + 1;
      // A path not touched occurred 0 times, fewer than observed.
      if (count >= (observed[path] ?? 0)) tally.atLeast[path] = (tally.atLeast[path] ?? 0) + 1;
    }
    const done = draw + 1 - from;
    if (progress && (done % every === 0 || draw + 1 === to)) progress(done, to - from);
  }
  return tally;
}

/** Two tallies of different draws of one shuffle, together. */
export function addTallies(one: ShuffleTally, other: ShuffleTally): ShuffleTally {
  return {
    sum: one.sum.map((value, path) => value + (other.sum[path] ?? 0)),
    atLeast: one.atLeast.map((value, path) => value + (other.atLeast[path] ?? 0)),
    present: one.present.map((value, path) => value + (other.present[path] ?? 0)),
  };
}

/** @throws {InputError} `bad-seed`, `bad-swapsPerPosition` */
export function checkChainOptions({ swapsPerPosition, seed }: ChainOptions): void {
  checkWhole('swapsPerPosition', swapsPerPosition, 1, Infinity);
  checkWhole('seed', seed, 0, Number.MAX_SAFE_INTEGER);
}
