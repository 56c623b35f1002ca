import type { Position } from '../../shared/geo.ts';
import type { Day } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import { monteCarloP } from '../statistics/monte-carlo.ts';
import { makeRandom } from '../statistics/random.ts';
import type { Period } from './periods.ts';
import type { ScanOptions, SpaceTimeScanOptions } from './scan-options.ts';
import { DEFAULT_SCAN_OPTIONS } from './scan-options.ts';
import { LLR_TOLERANCE } from './scan-statistic.ts';
import { prepareSpaceTimeScan } from './space-time-scan.ts';
import type { SpaceTimeLocation } from './space-time-scan.ts';
import { spaceTimeMaximum } from './space-time-maximum.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';
import { bestSpatialWindow, prepareSpatialScan, spatialMaximum } from './spatial-scan.ts';
import type { FoundWindow, ScanLocation, SpatialScan } from './spatial-scan.ts';

/** A circle, or a circle through a stretch of time, with more cases than expected. */
export interface ScanCluster {
  /** Id of the location in the middle. */
  readonly centre: string;
  readonly position: Position;
  /** From the middle to the furthest location within, km; 0 for a single location. */
  readonly radiusKm: number;
  /** Ids of the locations within, ascending. */
  readonly members: readonly string[];
  /** First and last day, both included; null in a scan of space alone. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly cases: number;
  readonly expected: number;
  /** Cases over expected. */
  readonly ratio: number;
  /** Rate inside over rate outside; null with all cases inside, and without a population. */
  readonly relativeRisk: number | null;
  readonly llr: number;
  /** Share of draws whose best window anywhere has so large a ratio; right for the first, cautious for the rest. */
  readonly p: number;
  readonly pError: number;
}

export interface ScanResult {
  /** The most likely cluster first; no two share a location. */
  readonly clusters: readonly ScanCluster[];
  readonly parameters: (ScanOptions | SpaceTimeScanOptions) & {
    readonly locations: number;
    readonly cases: number;
    readonly population: number | null;
    readonly circles: number;
    readonly spans: number | null;
  };
  /** Locations with cases that no window can hold, as no population is known there. */
  readonly leftOut: { readonly locations: number; readonly cases: number };
  /** Why nothing was found; null when something was. */
  readonly note: string | null;
}

export type Progress = (done: number, of: number) => void;

/**
 * Kulldorff's spatial scan: where do more cases fall than the population (port calls, say) explains?
 *
 * @param locations  in any order, each id once
 * @throws {InputError} see {@link prepareSpatialScan}
 */
export function spatialScan(
  locations: readonly ScanLocation[],
  options: ScanOptions = DEFAULT_SCAN_OPTIONS,
  progress?: Progress,
): ScanResult {
  const scan = prepareSpatialScan(locations, options);
  return scanResult(scan, drawMaxima(scan, 0, options.draws, progress));
}

/**
 * The space-time permutation scan: where and when do more cases come together than the place's own number and
 * the period's own number explain?
 *
 * @param locations  in any order, each id once
 * @param periods    ascending and apart
 * @throws {InputError} see {@link prepareSpaceTimeScan}
 */
export function spaceTimeScan(
  locations: readonly SpaceTimeLocation[],
  periods: readonly Period[],
  options: SpaceTimeScanOptions = DEFAULT_SCAN_OPTIONS,
  progress?: Progress,
): ScanResult {
  const scan = prepareSpaceTimeScan(locations, periods, options);
  return scanResult(scan, drawMaxima(scan, 0, options.draws, progress));
}

/**
 * The largest ratio of each of some draws under the null model. Each draw has its own generator, from the seed
 * and its number: however draws are shared out between threads, the numbers are the same.
 *
 * @param from  number of the first draw, from 0
 * @param to    number after the last draw
 * @throws {InputError} `bad-draws` unless 0 <= from <= to
 */
export function drawMaxima(
  scan: SpatialScan | SpaceTimeScan,
  from: number,
  to: number,
  progress?: Progress,
): Float64Array {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to >= from)) {
    throw new InputError('bad-draws', `Draws go from a whole number to another; not ${from} to ${to}.`);
  }
  const maxima = new Float64Array(to - from);
  if (whyNothing(scan) !== null) return maxima;
  const step = Math.ceil(maxima.length / 100);
  for (let i = 0; i < maxima.length; i++) {
    const random = makeRandom(scan.options.seed, from + i);
    maxima[i] = scan.kind === 'spatial' ? spatialMaximum(scan, random) : spaceTimeMaximum(scan, random);
    if (progress && ((i + 1) % step === 0 || i + 1 === maxima.length)) progress(i + 1, maxima.length);
  }
  return maxima;
}

/**
 * The clusters of the observed cases, with their p-values from the draws.
 *
 * The first is the window with the largest ratio. Each further one is the window with the largest ratio among
 * those that share no location with the ones before it, at whatever time, as long as `maxClusters` allows; it
 * is held against the best windows of the draws all the same, so its p is rather too large than too small. They
 * are listed whether significant or not.
 *
 * @param maxima  of all draws, in any order
 */
export function scanResult(scan: SpatialScan | SpaceTimeScan, maxima: ArrayLike<number>): ScanResult {
  const clusters: ScanCluster[] = [];
  const reason = whyNothing(scan);
  const taken = new Set<number>();
  while (reason === null && clusters.length < scan.options.maxClusters) {
    const found = scan.kind === 'spatial' ? bestSpatialWindow(scan, taken) : scan.found[clusters.length];
    if (!found) break;
    const members = membersOf(scan, found);
    for (const member of members) taken.add(member);
    clusters.push(describe(scan, found, members, maxima));
  }
  const { ends } = scan.windows;
  return {
    clusters,
    parameters: {
      ...scan.options,
      locations: scan.ids.length,
      cases: scan.total,
      population: scan.kind === 'spatial' ? scan.totalPopulation : null,
      circles: ends.reduce((sum, end) => sum + end, 0),
      spans: scan.kind === 'spatial' ? null : scan.spans.allowed.reduce((sum, one) => sum + one, 0),
    },
    leftOut: scan.kind === 'spatial' ? scan.leftOut : { locations: 0, cases: 0 },
    note: reason ?? (clusters.length === 0 ? 'No window holds more cases than expected.' : null),
  };
}

function whyNothing(scan: SpatialScan | SpaceTimeScan): string | null {
  if (scan.total < scan.options.minCases)
    return `A scan needs at least ${scan.options.minCases} cases with a known place; there are ${scan.total}.`;
  if (scan.ids.length < 2) return 'All is in one place, so no place can be told from another.';
  if (scan.windows.order.length === 0) return 'No circle is small enough for the largest share allowed.';
  if (scan.kind === 'space-time' && scan.spans.longest === 0)
    return 'No period is short enough for the longest time allowed.';
  return null;
}

function membersOf(scan: SpatialScan | SpaceTimeScan, found: FoundWindow): number[] {
  const start = scan.windows.starts[found.centre] ?? 0;
  return [...scan.windows.order.subarray(start, found.entry + 1)];
}

function describe(
  scan: SpatialScan | SpaceTimeScan,
  found: FoundWindow,
  members: readonly number[],
  maxima: ArrayLike<number>,
): ScanCluster {
  const { cases, expected, llr, span } = found;
  let atLeast = 0;
  for (let i = 0; i < maxima.length; i++) if ((maxima[i] ?? 0) >= llr - LLR_TOLERANCE) atLeast++;
  const { p, error } = monteCarloP(atLeast, maxima.length);
  const outside = scan.total - cases;
  const day = (which: 'first' | 'last', end: 'from' | 'to'): Day | null =>
    scan.kind === 'spatial' || span === null
      ? null
      : (scan.periods[scan.spans[which][span] ?? 0]?.[end] ?? null);
  return {
    centre: scan.ids[found.centre] ?? '',
    position: scan.positions[found.centre] ?? [0, 0],
    radiusKm: scan.windows.radiiKm[found.entry] ?? 0,
    members: members.map((at) => scan.ids[at] ?? '').sort(),
    from: day('first', 'from'),
    to: day('last', 'to'),
    cases,
    expected,
    ratio: cases / expected,
    relativeRisk:
      scan.kind === 'space-time' || outside === 0
        ? null
        : cases / expected / (outside / (scan.total - expected)),
    llr,
    p,
    pError: error,
  };
}
