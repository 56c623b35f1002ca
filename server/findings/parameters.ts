import { analysisRequestSchema, type AnalysisRequest } from '../../shared/api.ts';
import { InputError } from '../errors.ts';
import { DEFAULT_HOT_SPOT_OPTIONS, type HotSpotOptions } from '../hotspots/find-hot-spots.ts';
import { DEFAULT_SCAN_OPTIONS, type SpaceTimeScanOptions } from '../hotspots/scan-options.ts';
import { DEFAULT_COMMUNITY_OPTIONS } from '../network/communities.ts';
import { DEFAULT_ROUTE_OPTIONS, type RouteOptions } from '../routes/sequences.ts';
import { DEFAULT_SHUFFLE_OPTIONS } from '../routes/shuffle-null.ts';

/** Everything that decides what an analysis finds in given data. */
export interface AnalysisParameters {
  /** Of every random draw. */
  readonly seed: number;
  readonly routes: Omit<RouteOptions, 'level'>;
  readonly shuffle: { readonly draws: number; readonly swapsPerPosition: number };
  readonly hotSpots: HotSpotOptions;
  readonly emerging: { readonly periodMonths: number };
  readonly scan: Omit<SpaceTimeScanOptions, 'seed'>;
  readonly density: { readonly epsKm: number; readonly minPoints: number };
  readonly communities: { readonly runs: number };
}

/**
 * A year is the shortest period in which public reports of the region are dense enough to be followed, and the longest
 * that a cluster in time may last: what lasts longer is a place, not an episode. Density
 * groups: at least four seizures, the rule of twice the dimensions (Sander et al. 1998), within 60 km of each other,
 * wider than most channels between neighbouring islands.
 */
const DEFAULT_PARAMETERS: AnalysisParameters = (() => {
  const { level: _level, ...routes } = DEFAULT_ROUTE_OPTIONS;
  const { seed, draws, swapsPerPosition } = DEFAULT_SHUFFLE_OPTIONS;
  const { seed: _seed, ...scan } = DEFAULT_SCAN_OPTIONS;
  return {
    seed,
    routes,
    shuffle: { draws, swapsPerPosition },
    hotSpots: DEFAULT_HOT_SPOT_OPTIONS,
    emerging: { periodMonths: 12 },
    scan: { ...scan, maxDays: 366 },
    density: { epsKm: 60, minPoints: 4 },
    communities: { runs: DEFAULT_COMMUNITY_OPTIONS.runs },
  };
})();

/**
 * The parameters of an analysis as asked for, defaults for the rest.
 *
 * @throws {InputError} `bad-parameter` naming what cannot be and what it takes
 */
export function parametersOf(request: AnalysisRequest): AnalysisParameters {
  const checked = analysisRequestSchema.safeParse(request);
  if (!checked.success) {
    throw new InputError(
      'bad-parameter',
      checked.error.issues
        .map(({ path, message }) => `${path.join('.') || 'request'}: ${message}.`)
        .join(' '),
    );
  }
  const given = checked.data;
  const { seed, routes, shuffle, hotSpots, emerging, scan, ...rest } = DEFAULT_PARAMETERS;
  return {
    ...rest,
    seed: given.seed ?? seed,
    routes: {
      ...routes,
      maxLength: given.longestRoute ?? routes.maxLength,
      caps: {
        perReport: chosen(given.caps?.perReport, routes.caps.perReport),
        perOperation: chosen(given.caps?.perOperation, routes.caps.perOperation),
        perVessel: chosen(given.caps?.perVessel, routes.caps.perVessel),
        perDay: chosen(given.caps?.perDay, routes.caps.perDay),
      },
    },
    shuffle: { ...shuffle, draws: given.draws ?? shuffle.draws },
    hotSpots: {
      ...hotSpots,
      resolution: given.cellResolution ?? hotSpots.resolution,
      maxUncertaintyKm: given.maxUncertaintyKm ?? hotSpots.maxUncertaintyKm,
    },
    emerging: { periodMonths: given.periodMonths ?? emerging.periodMonths },
    scan: { ...scan, draws: given.draws ?? scan.draws },
  };
}

/** The parameters of a kept run; those that its version did not know yet at their defaults. */
export function parametersOfRun(kept: Readonly<Record<string, unknown>>): AnalysisParameters {
  return Object.assign(structuredClone(DEFAULT_PARAMETERS), kept);
}

/** null is a choice: no cap. */
const chosen = (given: number | null | undefined, usual: number | null): number | null =>
  given === undefined ? usual : given;
