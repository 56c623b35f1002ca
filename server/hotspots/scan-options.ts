import { InputError } from '../errors.ts';

export interface ScanOptions {
  /** Largest share of the population (space-time: of the cases) that a window may hold, above 0 up to 1. */
  readonly maxShare: number;
  /** Largest radius of a window, km; null: no limit but the share. */
  readonly maxRadiusKm: number | null;
  /** Cases that a window must hold at least to count as a cluster, 1 or more. */
  readonly minCases: number;
  /** Clusters to report at most, 1 or more. */
  readonly maxClusters: number;
  /** Draws under the null model: 999 give p-values down to 0.001. */
  readonly draws: number;
  /** Whole number from 0 to 2^53 - 1; the same seed gives the same answer. */
  readonly seed: number;
}

export interface SpaceTimeScanOptions extends ScanOptions {
  /** Largest share of the days scanned that a window may last, above 0 up to 1. */
  readonly maxTimeShare: number;
  /** Longest that a window may last, days; null: no limit but the share. */
  readonly maxDays: number | null;
}

/**
 * Half the population and half the time at most, clusters of two cases or more and 999 draws are the defaults
 * of SaTScan (user guide, spatial and temporal window, inference); a window of more than half describes a lack
 * outside it rather than an excess inside. Ten clusters are as many as a reader follows.
 */
export const DEFAULT_SCAN_OPTIONS: SpaceTimeScanOptions = {
  maxShare: 0.5,
  maxRadiusKm: null,
  minCases: 2,
  maxClusters: 10,
  draws: 999,
  seed: 1,
  maxTimeShare: 0.5,
  maxDays: null,
};

/** @throws {InputError} `bad-<option>` for an option out of bounds */
export function checkScanOptions(options: ScanOptions & Partial<SpaceTimeScanOptions>): void {
  const share = (value: number | undefined): boolean => value === undefined || (value > 0 && value <= 1);
  const limit = (value: number | null | undefined): boolean =>
    value === undefined || value === null || (value > 0 && Number.isFinite(value));
  const whole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;
  const checks: [keyof SpaceTimeScanOptions, boolean, string][] = [
    ['maxShare', share(options.maxShare), 'above 0 and at most 1'],
    ['maxTimeShare', share(options.maxTimeShare), 'above 0 and at most 1'],
    ['maxRadiusKm', limit(options.maxRadiusKm), 'a number of km above 0, or null for no limit'],
    ['maxDays', limit(options.maxDays), 'a number of days above 0, or null for no limit'],
    ['minCases', whole(options.minCases, 1), 'a whole number of at least 1'],
    ['maxClusters', whole(options.maxClusters, 1), 'a whole number of at least 1'],
    ['draws', whole(options.draws, 1), 'a whole number of at least 1'],
    ['seed', whole(options.seed, 0), 'a whole number from 0 to 2^53 - 1'],
  ];
  for (const [name, good, wanted] of checks) {
    if (!good) throw new InputError(`bad-${name}`, `${name} must be ${wanted}; it is ${options[name]}.`);
  }
}
