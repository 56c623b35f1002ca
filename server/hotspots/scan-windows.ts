import { distanceKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';

/** Circles around every location: the locations nearest to it in order, each prefix that may end a circle. */
export interface Windows {
  /** For location i, its entries are `starts[i]` up to but not `starts[i + 1]`. */
  readonly starts: Int32Array;
  /** Locations by distance from the centre, the centre itself among the first. */
  readonly order: Int32Array;
  /** Whether a circle may end with this entry: the next location is further away. */
  readonly ends: Uint8Array;
  /** Distance of the entry from the centre, km. */
  readonly radiiKm: Float64Array;
}

/**
 * Distances between all locations are ordered, so time and memory grow with the square of their number: 1,000
 * take about half a second, and 5,000 some 25 times that.
 */
const MOST_LOCATIONS = 5_000;
/** Distances are told apart to the millimetre: places equally far come into a circle together. */
const STEPS_PER_KM = 1e6;
const SLOTS = 2 ** 13; // more than MOST_LOCATIONS, and a distance in steps times this stays below 2^53

/**
 * The circles to be scanned.
 *
 * @param positions  of the locations, n of them
 * @param weights    of each, 0 or more
 * @param maxWeight  what a circle may hold in weight at most
 * @param maxRadiusKm  null: no limit
 * @throws {InputError} `too-many-locations`
 */
export function windowsAround(
  positions: readonly Position[],
  weights: readonly number[],
  maxWeight: number,
  maxRadiusKm: number | null,
): Windows {
  const n = positions.length;
  if (n > MOST_LOCATIONS) {
    throw new InputError(
      'too-many-locations',
      `A scan takes at most ${MOST_LOCATIONS} locations; there are ${n}. Put them into larger cells.`,
    );
  }
  const starts = new Int32Array(n + 1);
  const rows = positions.map((centre) => circlesOf(centre, positions, weights, maxWeight, maxRadiusKm));
  rows.forEach((row, i) => (starts[i + 1] = (starts[i] ?? 0) + row.length));
  const size = starts[n] ?? 0;
  const order = new Int32Array(size);
  const ends = new Uint8Array(size);
  const radiiKm = new Float64Array(size);
  rows.forEach((row, i) => {
    const from = starts[i] ?? 0;
    row.forEach((key, k) => {
      const steps = Math.floor(key / SLOTS);
      order[from + k] = key % SLOTS;
      radiiKm[from + k] = steps / STEPS_PER_KM;
      ends[from + k] = k + 1 === row.length || Math.floor((row[k + 1] ?? 0) / SLOTS) > steps ? 1 : 0;
    });
  });
  return { starts, order, ends, radiiKm };
}

/** The locations of the largest circle around one centre, each as distance in steps times SLOTS plus index. */
function circlesOf(
  centre: Position,
  positions: readonly Position[],
  weights: readonly number[],
  maxWeight: number,
  maxRadiusKm: number | null,
): Float64Array {
  const keys = Float64Array.from(
    positions,
    (position, i) => Math.round(distanceKm(centre, position) * STEPS_PER_KM) * SLOTS + i,
  ).sort();
  let held = 0;
  let last = 0; // entries in the largest circle so far
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k] ?? 0;
    const steps = Math.floor(key / SLOTS);
    if (maxRadiusKm !== null && steps > maxRadiusKm * STEPS_PER_KM) break;
    held += weights[key % SLOTS] ?? 0;
    if (held > maxWeight * (1 + 1e-12)) break;
    if (k + 1 === keys.length || Math.floor((keys[k + 1] ?? 0) / SLOTS) > steps) last = k + 1;
  }
  return keys.slice(0, last);
}
