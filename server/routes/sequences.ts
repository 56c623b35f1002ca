import type { Route, RouteEvent } from '../../shared/findings.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { DEFAULT_SUPPORT_CAPS, supportCounter } from './effective-support.ts';
import type { EffectiveSupport, SupportCaps } from './effective-support.ts';
import { checkWhole, encodeRuns, growNgrams, placesOf } from './ngrams.ts';
import { closedEvidence, eventCounter } from './route-evidence.ts';
import type { RouteCounts } from './route-evidence.ts';
import { runsOf, sortEvents } from './runs.ts';
import type { TerritoryOf } from './runs.ts';

export interface SequenceOptions {
  /** Fewest sequences that must contain it; at least 1. */
  readonly minSupport: number;
  /** Places, at least 1; default 1. */
  readonly minLength?: number;
  /** Places; default: no sequence is too long. */
  readonly maxLength?: number;
}

export interface FrequentSequence {
  readonly places: readonly string[];
  /** Input sequences that contain it at least once, without a gap. */
  readonly support: number;
}

/**
 * All contiguous sequences that at least `minSupport` of the given sequences contain, closed or not.
 *
 * @returns shorter before longer, each length in the order of first appearance
 * @throws {InputError} `bad-minSupport`, `bad-minLength`, `bad-maxLength`
 */
export function frequentSequences(
  sequences: readonly (readonly string[])[],
  options: SequenceOptions,
): FrequentSequence[] {
  const longest = sequences.reduce((most, places) => Math.max(most, places.length), 1);
  const { minSupport, minLength = 1, maxLength = longest } = options;
  checkWhole('minSupport', minSupport, 1, Infinity);
  checkWhole('minLength', minLength, 1, Infinity);
  checkWhole('maxLength', maxLength, 1, Infinity);
  const runs = encodeRuns(sequences.map((places) => [places]));
  const levels = growNgrams(runs, Math.min(maxLength, longest), (support) => support >= minSupport);
  return levels
    .filter((level) => level.length >= minLength)
    .flatMap((level) => level.support.map((support, n) => ({ places: placesOf(runs, level, n), support })));
}

export interface RouteOptions {
  readonly level: Level;
  /** Places, 2 to 6. */
  readonly minLength: number;
  readonly maxLength: number;
  /** Fewest independent events; at least 1. */
  readonly minSupport: number;
  /**
   * `seizures`: a sequence that a seizure went through is shown however rarely it is seen, because a case
   * must be shown; it does not recur. A sequence that only voyages went through needs `minSupport`.
   */
  readonly keepSeenOnce: 'seizures' | 'none';
  /** How often events of one report, operation, vessel or day count in `effectiveSupport`. */
  readonly caps: SupportCaps;
}

/** Two to six places; a route recurs from two events on that do not hang together (glossary: route). */
export const DEFAULT_ROUTE_OPTIONS: RouteOptions = {
  level: 'territory',
  minLength: 2,
  maxLength: 6,
  minSupport: 2,
  keepSeenOnce: 'seizures',
  caps: DEFAULT_SUPPORT_CAPS,
};

/**
 * The contiguous sequences of places that events went through, with their support.
 *
 * Only closed sequences: one that lies within a longer sequence (up to `maxLength`) of exactly the same
 * events says nothing more and is left out. Independent events are different seizures plus different days
 * on which voyages departed, so a fleet that sails on one day, or a ferry that runs ten times in it, counts
 * once; they decide what is kept. `effectiveSupport` counts more strictly, as the caps say; it decides the order,
 * and whether a route recurs. `significance`, `shuffle` and `rankRange` are null; `withSignificance`,
 * `withShuffle` and `withRankRange` fill them.
 *
 * @param events  in any order, each id once
 * @param territoryOf  needed at level `territory`
 * @returns most effective support first, then most independent events, then longer, then by id; empty when no
 *   event has two places
 * @throws {InputError} `bad-minLength`, `bad-maxLength`, `bad-minSupport`, `event-duplicate`, `territory-missing`;
 *   for a cap as `effectiveSupport`
 */
export function findRoutes(
  events: readonly RouteEvent[],
  options: RouteOptions = DEFAULT_ROUTE_OPTIONS,
  territoryOf?: TerritoryOf,
): Route[] {
  const { level, minLength, maxLength, minSupport } = options;
  checkWhole('maxLength', maxLength, 2, 6);
  checkWhole('minLength', minLength, 2, maxLength);
  checkWhole('minSupport', minSupport, 1, Infinity);
  const sorted = sortEvents(events);
  const runs = encodeRuns(sorted.map((event) => runsOf(event, level, territoryOf)));
  const keepCases = options.keepSeenOnce === 'seizures';
  const levels = growNgrams(
    runs,
    maxLength,
    (support, seizures) => support >= minSupport || (keepCases && seizures > 0),
    Uint8Array.from(sorted, (event) => (event.kind === 'seizure' ? 1 : 0)),
  );
  const count = eventCounter(sorted);
  const support = supportCounter(sorted, options.caps);
  return levels
    .flatMap((ngrams, i) => {
      if (ngrams.length < minLength) return [];
      return closedEvidence(runs, ngrams, levels[i + 1]).map(({ number, eventIndexes }) =>
        toRoute(level, placesOf(runs, ngrams, number), count(eventIndexes), support(eventIndexes)),
      );
    })
    .filter((route) => route.independentEvents >= minSupport || (keepCases && route.seizures > 0))
    .sort(
      (a, b) =>
        b.effectiveSupport - a.effectiveSupport ||
        b.independentEvents - a.independentEvents ||
        b.places.length - a.places.length ||
        (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
}

function toRoute(
  level: Level,
  places: readonly string[],
  counts: RouteCounts,
  { support, capped }: EffectiveSupport,
): Route {
  return {
    id: `${level}:${places.join('>')}`,
    level,
    places,
    ...counts,
    effectiveSupport: support,
    capped,
    recurs: support >= 2,
    significance: null,
    shuffle: null,
    rankRange: null,
  };
}
