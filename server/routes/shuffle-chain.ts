import type { RouteEvent } from '../../shared/findings.ts';
import type { Random } from '../statistics/random.ts';

/** Stands between stretches and at both ends of `places`; a place code is never negative. */
export const GAP = -1;

/** Stretches laid end to end with a gap around each, so that neighbours need no bounds. */
export interface Arrangement {
  /** Code of the place at each position, or `GAP`. Events of one kind and data set lie together. */
  readonly places: Int32Array;
  /** One past the last position of each kind and data set, ascending. */
  readonly ends: Int32Array;
  /** Place ids by code. */
  readonly placeIds: readonly string[];
}

/**
 * Lays out the visits of events that may change places with each other.
 *
 * @param events  in the order that decides, as `sortEvents` gives it
 * @param runsOfEvents  for each of them its stretches of places without a break
 */
export function arrangementOf(
  events: readonly Pick<RouteEvent, 'kind' | 'dataSet'>[],
  runsOfEvents: readonly (readonly (readonly string[])[])[],
): Arrangement {
  const strata = new Map<string, (readonly string[])[]>();
  events.forEach(({ kind, dataSet }, i) => {
    const key = JSON.stringify([kind, dataSet]);
    const stratum = strata.get(key) ?? [];
    strata.set(key, stratum);
    for (const run of runsOfEvents[i] ?? []) if (run.length > 0) stratum.push(run);
  });
  const codes = new Map<string, number>();
  const codeOf = (placeId: string): number => {
    const code = codes.get(placeId) ?? codes.size;
    codes.set(placeId, code);
    return code;
  };
  const places: number[] = [GAP];
  const ends: number[] = [];
  for (const [, stratum] of [...strata].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (stratum.length === 0) continue;
    for (const run of stratum) {
      for (const placeId of run) places.push(codeOf(placeId));
      places.push(GAP);
    }
    ends.push(places.length);
  }
  return {
    places: Int32Array.from(places),
    ends: Int32Array.from(ends),
    placeIds: [...codes.keys()],
  };
}

/**
 * Sweeps of the chain: goes through all positions, takes to each visit another of the same kind and data set at
 * random, and lets their places change places unless one would then follow itself. For one visit a step back is
 * as likely as the step was, so every arrangement that can be reached is equally likely in the long run, and a
 * sweep in the other direction is the chain run backwards.
 *
 * @param places  changed in place
 * @param sweeps  steps for each visit, those refused, and those between equal places, included: their number
 *   must not depend on what happens in them
 */
export function sweepSwaps(
  places: Int32Array,
  ends: Int32Array,
  sweeps: number,
  direction: 'forwards' | 'backwards',
  random: Random,
): void {
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let n = 0; n < ends.length; n++) {
      const stratum = direction === 'forwards' ? n : ends.length - 1 - n;
      const from = stratum === 0 ? 0 : (ends[stratum - 1] ?? 0);
      const to = ends[stratum] ?? 0;
      if (direction === 'forwards') for (let i = from; i < to; i++) swapStep(places, i, from, to, random);
      else for (let i = to - 1; i >= from; i--) swapStep(places, i, from, to, random);
    }
  }
}

function swapStep(places: Int32Array, i: number, from: number, to: number, random: Random): void {
  const a = places[i] ?? GAP;
  if (a === GAP) return;
  let j = from + random.int(to - from);
  // Gaps never move, so drawing again leaves each visit as likely.
  while (places[j] === GAP) j = from + random.int(to - from);
  const b = places[j] ?? GAP;
  if (a === b) return;
  places[i] = b;
  places[j] = a;
  if (places[i - 1] !== b && places[i + 1] !== b && places[j - 1] !== a && places[j + 1] !== a) return;
  places[i] = a;
  places[j] = b;
}
