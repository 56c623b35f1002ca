import { createHash } from 'node:crypto';
import type { Route, RouteEvent } from '../../shared/findings.ts';
import type { Place, Seizure } from '../../shared/model.ts';
import type { Database } from '../db/database.ts';
import { makeAtlas } from '../findings/atlas.ts';
import { hotSpotsOf, networkAt, routesAt } from '../findings/derive.ts';
import { latestRun, saveRun, saveWaterPaths, waterPaths, type WaterPath } from '../findings/store.ts';
import { eventFromVoyage } from '../network/voyage-event.ts';
import { readLand } from '../network/water/files.ts';
import { makeWaterRouter, type WaterRouter } from '../network/water/router.ts';
import { WATER_PATH_VERSION } from '../network/water/version.ts';
import type { Network } from '../network/build.ts';
import { DEFAULT_HOT_SPOT_OPTIONS } from '../hotspots/find-hot-spots.ts';
import { makeGazetteer } from '../ports/gazetteer.ts';
import { allPlaces } from '../ports/store.ts';
import { DEFAULT_ROUTE_OPTIONS } from '../routes/sequences.ts';
import { eventFromSeizure } from '../seizures/event.ts';
import { allSeizures, type StoredSeizure } from '../seizures/store.ts';
import { allVoyages } from '../tracks/store.ts';
import { canonical } from './canonical.ts';

export interface AnalysisOptions {
  /** The clock, UTC epoch milliseconds. */
  now(): number;
  readonly codeVersion: string;
  /** Makes the router over water when first asked; it is costly and serves all that one command does. */
  readonly router: () => WaterRouter;
  /** Told of each step as it begins. */
  progress(step: string): void;
  /** Make a new run even when the latest one rests on the same data, parameters and version. */
  readonly again: boolean;
}

export interface AnalysisReport {
  readonly runId: number;
  /** false: the latest run already says all this. */
  readonly fresh: boolean;
  readonly dataHash: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** A router over the land that comes with Leeward, made when first asked for. */
export function lazyRouter(): () => WaterRouter {
  let router: WaterRouter | null = null;
  return () => (router ??= makeWaterRouter(readLand()));
}

const PARAMETERS = { routes: DEFAULT_ROUTE_OPTIONS, hotSpots: DEFAULT_HOT_SPOT_OPTIONS };

/**
 * Joins everything held into events, builds the network, finds routes and hot spots, works out the water
 * paths still missing, and saves it all as one numbered run in one transaction.
 */
export async function analyse(db: Database, options: AnalysisOptions): Promise<AnalysisReport> {
  const startedAt = options.now();
  options.progress('Reading what is held');
  const places = await allPlaces(db);
  const gazetteer = makeGazetteer(places);
  const seizures = await allSeizures(db);
  const events = await eventsOf(db, seizures, gazetteer);

  const dataHash = hashOf(events, seizures, places);
  const latest = await latestRun(db);
  const sameAsLatest =
    latest?.dataHash === dataHash &&
    latest.codeVersion === options.codeVersion &&
    canonical(latest.parameters) === canonical(PARAMETERS);
  if (latest && sameAsLatest && !options.again) {
    return { runId: latest.id, fresh: false, dataHash, counts: latest.counts };
  }

  options.progress(`Building the network from ${String(events.length)} events`);
  const networks = {
    port: networkAt('port', events, gazetteer),
    territory: networkAt('territory', events, gazetteer),
  };
  options.progress('Finding routes');
  const routes: Route[] = [
    ...routesAt('territory', events, gazetteer),
    ...routesAt('port', events, gazetteer),
  ];
  options.progress('Finding hot spots');
  const { cells } = hotSpotsOf(seizures);
  options.progress('Drawing legs over water');
  const paths = await missingPaths(db, places, [networks.port, networks.territory], options.router);

  const counts = {
    events: events.length,
    seizures: seizures.length,
    voyages: events.filter(({ kind }) => kind === 'voyage').length,
    places: networks.port.nodes.length,
    legs: networks.port.edges.length,
    routes: routes.filter(({ recurs }) => recurs).length,
    seenOnce: routes.filter(({ recurs }) => !recurs).length,
    hotCells: cells.filter((cell) => cell.class === 'hot').length,
  };
  options.progress('Saving the run');
  const runId = await db.transaction(async (tx) => {
    await saveWaterPaths(tx, paths, WATER_PATH_VERSION);
    const run = {
      startedAt,
      durationMs: options.now() - startedAt,
      parameters: PARAMETERS,
      dataHash,
      codeVersion: options.codeVersion,
      counts,
    };
    return saveRun(tx, run, { events, routes, cells });
  });
  return { runId, fresh: true, dataHash, counts };
}

async function eventsOf(
  db: Database,
  seizures: readonly StoredSeizure[],
  gazetteer: ReturnType<typeof makeGazetteer>,
): Promise<RouteEvent[]> {
  const countryOf = (placeId: string) => gazetteer.byId(placeId)?.country ?? null;
  const fromSeizures = seizures.map((seizure) => eventFromSeizure(seizure, gazetteer));
  const fromVoyages = (await allVoyages(db)).map((voyage) => eventFromVoyage(voyage, countryOf));
  return [...fromSeizures, ...fromVoyages];
}

/** sha256 over all that a run's findings depend on, in an order that does not depend on the database. */
function hashOf(
  events: readonly RouteEvent[],
  seizures: readonly Seizure[],
  places: readonly Place[],
): string {
  const used = new Set(events.flatMap((event) => event.places));
  const hash = createHash('sha256');
  for (const event of events) hash.update(canonical(event));
  for (const { id, place, lines } of seizures) hash.update(canonical([id, place, lines]));
  for (const place of places) if (used.has(place.id)) hash.update(canonical(place));
  return hash.digest('hex');
}

/** The water paths of sea legs that are not kept yet, each pair once. */
async function missingPaths(
  db: Database,
  places: readonly Place[],
  networks: readonly Network[],
  router: () => WaterRouter,
): Promise<WaterPath[]> {
  const kept = await waterPaths(db, WATER_PATH_VERSION);
  const known = new Set(kept.map(({ fromPlaceId, toPlaceId }) => `${fromPlaceId}~${toPlaceId}`));
  const pairs = new Map<string, readonly [string, string]>();
  for (const { mode, from, to } of networks.flatMap(({ edges }) => edges)) {
    const pair = from < to ? ([from, to] as const) : ([to, from] as const);
    const key = pair.join('~');
    if (mode === 'sea' && !known.has(key)) pairs.set(key, pair);
  }
  if (pairs.size === 0) return [];
  const { anchor } = makeAtlas(places, []);
  const wanted = [...pairs.values()];
  const found = router().paths(wanted.map(([from, to]) => [anchor(from), anchor(to)]));
  return wanted.map(([fromPlaceId, toPlaceId], i) => {
    const path = found[i] ?? null;
    return { fromPlaceId, toPlaceId, line: path?.line ?? null, distanceKm: path?.distanceKm ?? 0 };
  });
}
