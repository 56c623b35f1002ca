import { EARTH_RADIUS_KM, KM_PER_NAUTICAL_MILE, distanceKm } from '../../shared/geo.ts';
import { DEGREE_UNITS, makeColumns } from './columns.ts';
import type { FixColumns } from './columns.ts';
import type { CleanOptions } from './options.ts';

/** A vessel's fixes in time order, no two at one second, without impossible jumps. */
export interface Track {
  readonly fixes: FixColumns;
  readonly count: number;
  /** Indices, ascending, of fixes at which the track starts anew: no passage leads there from the fix before. */
  readonly cuts: readonly number[];
}

export interface CleanedTrack {
  readonly track: Track;
  /** `rows` of the fixes left out. */
  readonly duplicates: readonly number[];
  readonly jumps: readonly number[];
  /** Fixes that came after a later one and were put in their place. */
  readonly outOfOrder: number;
}

/**
 * Orders a vessel's fixes, drops the second fix at one second, and takes out impossible jumps.
 *
 * A fix that the vessel cannot have reached from the last believed one is held back. The next fix that can
 * be reached from the last believed one refutes what is held; but `newStartFixes` held fixes in a row that
 * agree with each other are believed, and the track is cut there. A stretch shorter than that, left behind
 * by a cut, is a jump itself: so a single wrong first fix does not stand.
 */
export function cleanTrack(raw: FixColumns, options: CleanOptions): CleanedTrack {
  const { fixes, outOfOrder } = inTimeOrder(raw);
  const jumps: number[] = [];
  const duplicates: number[] = [];
  const { seconds, lons, lats, speeds, rows } = fixes;
  const length = seconds.length;
  const isJump = jumpTest(fixes, options);
  // Kept fixes are moved down to [0, kept); held ones wait in `held` by index.
  let kept = 0;
  let segmentStart = 0;
  const cuts: number[] = [];
  let held: number[] = [];
  let before = -1;
  for (let i = 0; i < length; i++) {
    const second = seconds[i] ?? 0;
    if (second === before) {
      duplicates.push(fixes.rows[i] ?? 0);
      continue;
    }
    before = second;
    if (kept === 0 || !isJump(kept - 1, i)) {
      if (held.length > 0) {
        for (const h of held) jumps.push(rows[h] ?? 0);
        held = [];
      }
      // Written out, not called: this is where nearly every fix goes.
      seconds[kept] = second;
      lons[kept] = lons[i] ?? 0;
      lats[kept] = lats[i] ?? 0;
      speeds[kept] = speeds[i] ?? 0;
      rows[kept] = rows[i] ?? 0;
      kept++;
      continue;
    }
    const last = held[held.length - 1];
    if (last !== undefined && !isJump(last, i)) {
      held.push(i);
    } else {
      for (const h of held) jumps.push(rows[h] ?? 0);
      held = [i];
    }
    if (held.length >= options.newStartFixes) {
      if (kept - segmentStart < options.newStartFixes) {
        for (let k = segmentStart; k < kept; k++) jumps.push(fixes.rows[k] ?? 0);
        kept = segmentStart;
        // The start stays where it was; what led to the short stretch does not lead here either.
      } else {
        segmentStart = kept;
        cuts.push(kept);
      }
      for (const h of held) move(fixes, h, kept++);
      held = [];
    }
  }
  for (const h of held) jumps.push(fixes.rows[h] ?? 0);
  return { track: { fixes, count: kept, cuts }, duplicates, jumps, outOfOrder };
}

function move(fixes: FixColumns, from: number, to: number): void {
  fixes.seconds[to] = fixes.seconds[from] ?? 0;
  fixes.lons[to] = fixes.lons[from] ?? 0;
  fixes.lats[to] = fixes.lats[from] ?? 0;
  fixes.speeds[to] = fixes.speeds[from] ?? 0;
  fixes.rows[to] = fixes.rows[from] ?? 0;
}

/** True when going from fix `a` to fix `b` is farther than noise and faster than any vessel. */
function jumpTest(fixes: FixColumns, options: CleanOptions): (a: number, b: number) => boolean {
  const { lons, lats, seconds } = fixes;
  const kmPerUnit = ((Math.PI / 180) * EARTH_RADIUS_KM) / DEGREE_UNITS;
  // No distance is longer than its parts along the meridian and, at the equator, the parallel.
  const noiseUnits = options.minJumpKm / kmPerUnit;
  const kmPerSecond = (options.maxSpeedKnots * KM_PER_NAUTICAL_MILE) / 3600;
  return (a, b) => {
    const dLat = Math.abs((lats[b] ?? 0) - (lats[a] ?? 0));
    const dLon = Math.abs((lons[b] ?? 0) - (lons[a] ?? 0));
    if (dLat + dLon <= noiseUnits) return false;
    const within = ((seconds[b] ?? 0) - (seconds[a] ?? 0)) * kmPerSecond;
    if (dLat + dLon <= within / kmPerUnit) return false;
    const km = distanceKm(
      [(lons[a] ?? 0) / DEGREE_UNITS, (lats[a] ?? 0) / DEGREE_UNITS],
      [(lons[b] ?? 0) / DEGREE_UNITS, (lats[b] ?? 0) / DEGREE_UNITS],
    );
    return km > options.minJumpKm && km > within;
  };
}

/** The fixes by time, those of one second in the order they came in; the same columns when they are already. */
function inTimeOrder(raw: FixColumns): { fixes: FixColumns; outOfOrder: number } {
  const { seconds } = raw;
  let outOfOrder = 0;
  let latest = 0;
  // By index: the loop runs over every fix there is, and an iterator would take longer than the comparison.
  for (let i = 0; i < seconds.length; i++) {
    const second = seconds[i] ?? 0;
    if (second < latest) outOfOrder++;
    else latest = second;
  }
  if (outOfOrder === 0) return { fixes: raw, outOfOrder };
  const length = seconds.length;
  // Time and place in one number, exact below 2^53: the sort is stable and needs no comparison function.
  const keys = Float64Array.from(seconds, (second, i) => second * 2 ** 21 + i);
  const order = length < 2 ** 21 ? keys.sort() : null;
  const fixes = makeColumns(length);
  const indices =
    order ?? Float64Array.from(seconds.keys()).sort((a, b) => (seconds[a] ?? 0) - (seconds[b] ?? 0) || a - b);
  indices.forEach((key, to) => {
    const from = order ? key % 2 ** 21 : key;
    fixes.seconds[to] = raw.seconds[from] ?? 0;
    fixes.lons[to] = raw.lons[from] ?? 0;
    fixes.lats[to] = raw.lats[from] ?? 0;
    fixes.speeds[to] = raw.speeds[from] ?? 0;
    fixes.rows[to] = raw.rows[from] ?? 0;
  });
  return { fixes, outOfOrder };
}
