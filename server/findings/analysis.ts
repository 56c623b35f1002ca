import type { Cluster, PlaceFinding, Route, RunNote, StoredCell } from '../../shared/findings.ts';
import { LEVELS, type Level } from '../../shared/vocabulary.ts';
import { makeGazetteer, type Gazetteer } from '../ports/gazetteer.ts';
import { findRoutes } from '../routes/sequences.ts';
import { shuffleNote, withShuffle } from '../routes/shuffle-null.ts';
import { withSignificance } from '../routes/significance.ts';
import { withRankRange } from '../routes/stability.ts';
import { massKg } from '../seizures/features.ts';
import type { AnalysisInput, Progress } from './analysis-input.ts';
import { scansOf, type Scans } from './clusters.ts';
import { networkAt } from './derive.ts';
import { hotSpotCells } from './hot-spot-cells.ts';
import { placeFindings } from './place-findings.ts';

/** Everything that one run finds. */
export interface AnalysisFindings extends Omit<RouteFindings, 'notes'> {
  readonly cells: readonly StoredCell[];
  readonly clusters: readonly Cluster[];
  /** What could not be found, and why. */
  readonly notes: readonly RunNote[];
}

/** The parts of an analysis, each pure: the same input gives the same findings, to the last digit. */
export interface RouteFindings {
  /** Both levels. */
  readonly routes: readonly Route[];
  /** Both levels. */
  readonly places: readonly PlaceFinding[];
  /** Legs of the network of places as recorded. */
  readonly legs: number;
  readonly notes: readonly RunNote[];
}

/**
 * Routes and places of both levels.
 *
 * @throws {InputError} naming the parameter that cannot be
 */
export function routeFindings(input: AnalysisInput, progress: Progress): RouteFindings {
  const { events, seizures, calls, parameters } = input;
  const gazetteer = makeGazetteer(input.places);
  progress('network', 0, 1);
  const networks = {
    port: networkAt('port', events, gazetteer),
    territory: networkAt('territory', events, gazetteer),
  };
  const routes = LEVELS.flatMap((level) => testedRoutes(level, input, gazetteer, progress));
  progress('places', 0, 1);
  const places = LEVELS.flatMap((level) =>
    placeFindings(level, networks[level], seizures, calls, gazetteer, parameters),
  );
  return { routes, places, legs: networks.port.edges.length, notes: drawNotes(routes) };
}

export interface SpotFindings {
  readonly cells: readonly StoredCell[];
  readonly scans: Scans;
  readonly notes: readonly RunNote[];
}

/** Hot spot cells, and the scans for clusters made ready; see {@link clustersOf} for the rest. */
export function spotFindings(input: AnalysisInput, progress: Progress): SpotFindings {
  const gazetteer = makeGazetteer(input.places);
  progress('hot-spots', 0, 1);
  const { cells, notes } = hotSpotCells(input.seizures, input.calls, gazetteer, input.parameters);
  return { cells, scans: scansOf(input, gazetteer), notes };
}

/** Whether there were too few draws for any route to be called surprising after correction. */
function drawNotes(routes: readonly Route[]): RunNote[] {
  const short = routes.flatMap(({ shuffle }) =>
    shuffle && shuffleNote(shuffle) !== null ? [shuffle.draws] : [],
  );
  return short[0] === undefined ? [] : [{ code: 'too-few-draws', count: short[0] }];
}

/** The routes of a level under both null models, each with the range of its rank. */
function testedRoutes(
  level: Level,
  { events, seizures, parameters }: AnalysisInput,
  { territoryOf }: Gazetteer,
  progress: Progress,
): Route[] {
  const { seed, shuffle } = parameters;
  progress('routes', 0, 1);
  const found = findRoutes(events, { ...parameters.routes, level }, territoryOf);
  progress('significance', 0, 1);
  const tested = withSignificance(found, events, level, territoryOf);
  progress('shuffle', 0, shuffle.draws);
  const shuffled = withShuffle(tested, events, level, territoryOf, { ...shuffle, seed }, (done, of) => {
    progress('shuffle', done, of);
  });
  progress('stability', 0, 1);
  const byId = new Map(seizures.map((seizure) => [seizure.id, seizure]));
  const sources = {
    seizureKg: (id: string) => massKg(byId.get(id)?.lines ?? []),
    reportedBy: (id: string) => byId.get(id)?.country ?? null,
  };
  return withRankRange(shuffled, events, sources, parameters.routes.caps);
}
