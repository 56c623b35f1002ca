import { InputError } from '../errors.ts';
import { PairNumbers } from './pair-numbers.ts';

/** Runs of places laid end to end as whole numbers, so that millions of steps can be counted quickly. */
export interface EncodedRuns {
  /** Code of the place at each position of all runs, one run after the other. */
  readonly places: Int32Array;
  /** Index of the event each position belongs to; ascending. */
  readonly eventOf: Int32Array;
  /** One past the last position of the run each position belongs to. */
  readonly runEnd: Int32Array;
  /** Place ids by code. */
  readonly placeIds: readonly string[];
  /** Number of events, those without any run included. */
  readonly events: number;
}

/** The contiguous sequences of one length that were kept, numbered from 0 in order of first appearance. */
export interface NgramLevel {
  readonly length: number;
  /** Number of the sequence that starts at each position, or -1. */
  readonly startingAt: Int32Array;
  /** Events that contain the sequence at least once. */
  readonly support: readonly number[];
  /** A position where the sequence starts. */
  readonly exampleAt: readonly number[];
  /** Numbers, one length down, of the sequence without its last and without its first place; -1 at length 1. */
  readonly prefix: readonly number[];
  readonly suffix: readonly number[];
}

/**
 * Lays the runs of each event end to end.
 *
 * @param runsOfEvent  for each event its runs: stretches of places without a break
 */
export function encodeRuns(runsOfEvent: readonly (readonly (readonly string[])[])[]): EncodedRuns {
  const size = runsOfEvent.reduce((sum, runs) => sum + runs.reduce((n, run) => n + run.length, 0), 0);
  const places = new Int32Array(size);
  const eventOf = new Int32Array(size);
  const runEnd = new Int32Array(size);
  const codes = new Map<string, number>();
  let position = 0;
  runsOfEvent.forEach((runs, event) => {
    for (const run of runs) {
      const end = position + run.length;
      for (const placeId of run) {
        let code = codes.get(placeId);
        if (code === undefined) codes.set(placeId, (code = codes.size));
        places[position] = code;
        eventOf[position] = event;
        runEnd[position] = end;
        position++;
      }
    }
  });
  return { places, eventOf, runEnd, placeIds: [...codes.keys()], events: runsOfEvent.length };
}

/**
 * Grows contiguous sequences one place at a time. A sequence is looked at only where both its ends, one
 * place shorter, were kept, because neither can have less support than the whole.
 *
 * @param keep  whether a sequence of this support stays; must be true of every part of a sequence it is
 *   true of. `marked` is the support among `markedEvents`
 * @param markedEvents  1 for each event that counts as marked (such as seizures), by index
 * @returns one level for each length from 1 to `maxLength`
 */
export function growNgrams(
  runs: EncodedRuns,
  maxLength: number,
  keep: (support: number, marked: number) => boolean,
  markedEvents: Uint8Array = new Uint8Array(runs.events),
): NgramLevel[] {
  const levels: NgramLevel[] = [];
  let below: NgramLevel | null = null;
  for (let length = 1; length <= maxLength; length++) {
    below = keepOnly(countLevel(runs, length, below, markedEvents), keep);
    levels.push(below);
  }
  return levels;
}

/** The place ids of one sequence of a level. */
export function placesOf(runs: EncodedRuns, level: NgramLevel, ngram: number): string[] {
  const start = level.exampleAt[ngram] ?? 0;
  const placeIds: string[] = [];
  for (let at = start; at < start + level.length; at++) {
    placeIds.push(runs.placeIds[runs.places[at] ?? -1] ?? '');
  }
  return placeIds;
}

/** Refuses a length or support that is not a whole number within bounds. */
export function checkWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const bounds = Number.isFinite(most) ? `from ${least} to ${most}` : `of at least ${least}`;
  throw new InputError(`bad-${name}`, `${name} must be a whole number ${bounds}; it is ${value}.`);
}

interface CountedLevel extends NgramLevel {
  readonly support: number[];
  readonly marked: number[];
  readonly exampleAt: number[];
  readonly prefix: number[];
  readonly suffix: number[];
}

function countLevel(
  runs: EncodedRuns,
  length: number,
  below: NgramLevel | null,
  markedEvents: Uint8Array,
): CountedLevel {
  const { places, eventOf, runEnd } = runs;
  const startingAt = new Int32Array(places.length).fill(-1);
  const numbers = new PairNumbers();
  const lastEvent: number[] = [];
  const level: CountedLevel = {
    length,
    startingAt,
    support: [],
    marked: [],
    exampleAt: [],
    prefix: [],
    suffix: [],
  };
  for (let at = 0; at < places.length; at++) {
    if (at + length > (runEnd[at] ?? 0)) continue;
    const prefix = below ? (below.startingAt[at] ?? -1) : 0;
    const suffix = below ? (below.startingAt[at + 1] ?? -1) : 0;
    if (prefix < 0 || suffix < 0) continue;
    const number = numbers.numberOf(prefix, places[at + length - 1] ?? 0);
    if (number === level.support.length) {
      level.support.push(0);
      level.marked.push(0);
      lastEvent.push(-1);
      level.exampleAt.push(at);
      level.prefix.push(below ? prefix : -1);
      level.suffix.push(below ? suffix : -1);
    }
    startingAt[at] = number;
    // An event counts once however often it contains the sequence.
    const event = eventOf[at] ?? 0;
    if (lastEvent[number] === event) continue;
    lastEvent[number] = event;
    level.support[number] = (level.support[number] ?? 0) + 1;
    if (markedEvents[event]) level.marked[number] = (level.marked[number] ?? 0) + 1;
  }
  return level;
}

function keepOnly(level: CountedLevel, keep: (support: number, marked: number) => boolean): NgramLevel {
  const renumbered = new Int32Array(level.support.length).fill(-1);
  const kept: number[] = [];
  level.support.forEach((support, number) => {
    if (!keep(support, level.marked[number] ?? 0)) return;
    renumbered[number] = kept.length;
    kept.push(number);
  });
  const pick = (values: readonly number[]): number[] => kept.map((number) => values[number] ?? -1);
  return {
    length: level.length,
    startingAt: level.startingAt.map((number) => (number < 0 ? -1 : (renumbered[number] ?? -1))),
    support: pick(level.support),
    exampleAt: pick(level.exampleAt),
    prefix: pick(level.prefix),
    suffix: pick(level.suffix),
  };
}
