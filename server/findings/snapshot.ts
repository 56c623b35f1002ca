import type { Facets, Filter } from '../../shared/api.ts';
import type { Cluster, PlaceFinding, Route, RouteEvent, RunCell, StoredCell } from '../../shared/findings.ts';
import type { DataSet, Seizure } from '../../shared/model.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { listDataSets } from '../db/batches.ts';
import type { Database } from '../db/database.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { boundaryOf } from '../hotspots/grid.ts';
import type { Network } from '../network/build.ts';
import { rollUp } from '../network/roll-up.ts';
import { WATER_PATH_VERSION } from '../network/water/version.ts';
import { makeGazetteer, type Gazetteer } from '../ports/gazetteer.ts';
import { allPlaces } from '../ports/store.ts';
import type { HigherOrderNode } from '../routes/variable-order.ts';
import { allSeizures } from '../seizures/store.ts';
import { makeAtlas, type Atlas } from './atlas.ts';
import {
  keptHotSpots,
  measuresOf,
  onwardByPlace,
  type HotSpotsFound,
  type HotSpotWeight,
  type Measures,
} from './derive.ts';
import { facetsOf, keptOf, makeEventTable } from './event-table.ts';
import type { StepOf } from './features.ts';
import { isWholeRun } from './filter.ts';
import { makeLegTable } from './leg-table.ts';
import { parametersOfRun } from './parameters.ts';
import { latestRun, type StoredRun } from './run-store.ts';
import { makeSpotTable } from './spot-table.ts';
import { cellsOfRun, clustersOfRun, eventsOfRun, placesOfRun, routesOfRun, waterPaths } from './store.ts';
import { startThread } from './thread.ts';

/** The findings within one filter, each worked out when first asked for. */
export interface View {
  readonly events: readonly RouteEvent[];
  facets(): Facets;
  network(level?: Level): Network;
  routes(level: Level): Promise<readonly Route[]>;
  stepOf(level: Level): StepOf;
  /** Where voyages went next, by the place they were at; none of a place that no voyage left. */
  onward(): ReadonlyMap<string, readonly HigherOrderNode[]>;
  measures(): Measures;
  hotSpots(weight: HotSpotWeight): HotSpotsFound;
}

/** The latest run with what it rests on, read once and kept until there is a newer run. */
export interface Snapshot {
  readonly run: StoredRun;
  readonly events: ReadonlyMap<string, RouteEvent>;
  readonly seizures: ReadonlyMap<string, Seizure>;
  readonly dataSets: ReadonlyMap<string, DataSet>;
  readonly gazetteer: Gazetteer;
  readonly atlas: Atlas;
  readonly clusters: readonly Cluster[];
  /** Both levels. */
  readonly places: readonly PlaceFinding[];
  readonly isSynthetic: (eventId: string) => boolean;
  view(filter: Filter): View;
}

/** Views kept: an analyst goes back and forth between a few filters. */
const VIEWS_KEPT = 30;

/** Reads snapshots of `database`; the one returned by the last call is used again while it is the latest. */
export function snapshots(database: Database): () => Promise<Snapshot> {
  let current: Promise<Snapshot> | null = null;
  let currentId = 0;
  const workers = { stop: () => Promise.resolve() };
  return async () => {
    const run = await latestRun(database);
    if (!run) {
      throw new NotFoundError('no-run', 'There is no analysis yet. Import data and run "leeward analyse".');
    }
    if (current === null || run.id !== currentId) {
      currentId = run.id;
      current = load(database, run, workers);
      current.catch(() => {
        current = null;
      });
    }
    return current;
  };
}

async function load(
  database: Database,
  run: StoredRun,
  workers: { stop(): Promise<void> },
): Promise<Snapshot> {
  const parameters = parametersOfRun(run.parameters);
  const places = await allPlaces(database);
  const events = await eventsOfRun(database, run.id);
  const storedCells = (await cellsOfRun(database, run.id)).map(withBoundary);
  const storedRoutes = await routesOfRun(database, run.id);
  const dataSets = new Map((await listDataSets(database)).map((dataSet) => [dataSet.id, dataSet]));
  const seizures = new Map((await allSeizures(database)).map((seizure) => [seizure.id, seizure]));
  checkHeld(run.id, events, seizures);
  const atlas = makeAtlas(places, await waterPaths(database, WATER_PATH_VERSION));
  const gazetteer = makeGazetteer(places);
  const byId = new Map(events.map((event) => [event.id, event]));
  const isSynthetic = (eventId: string): boolean =>
    dataSets.get(byId.get(eventId)?.dataSet ?? '')?.synthetic ?? false;
  const table = makeEventTable(events);
  const numberOf = new Map(table.events.map(({ id }, number) => [id, number]));
  const legs = {
    port: once(() => makeLegTable(table, table.events, isSynthetic)),
    territory: once(() => makeLegTable(table, rollUp(table.events, gazetteer.territoryOf), isSynthetic)),
  };
  const laidOut = once(() => makeSpotTable(table, seizures, parameters.hotSpots));
  const views = new Map<string, View>();
  // Started when a filter first asks for routes, which take long to test.
  const thread = once(async () => {
    await workers.stop();
    const started = startThread();
    workers.stop = () => started.stop();
    await started.run('hold', { events, places });
    return started;
  });

  const makeView = (filter: Filter): View => {
    const kept = keptOf(table, filter);
    const isWhole = isWholeRun(filter) || kept.every((one) => one === 1);
    const keptEvents = once(() =>
      isWhole ? events : events.filter(({ id }) => kept[numberOf.get(id) ?? -1] === 1),
    );
    const networks = {
      port: once(() => legs.port().network(kept)),
      territory: once(() => legs.territory().network(kept)),
    };
    const found = (level: Level) =>
      isWhole
        ? Promise.resolve(storedRoutes.filter((route) => route.level === level))
        : thread().then((held) => held.run('filteredRoutes', { filter, level, options: parameters.routes }));
    const spots = {
      count: once(() => {
        const found = laidOut();
        return isWhole
          ? keptHotSpots(storedCells, found.leftOut(kept), parameters.hotSpots)
          : found.hotSpots(kept, 'count');
      }),
      kg: once(() => laidOut().hotSpots(kept, 'kg')),
    };
    const routes = { port: once(() => found('port')), territory: once(() => found('territory')) };
    return {
      get events() {
        return keptEvents();
      },
      facets: once(() =>
        facetsOf(run.id, table, kept, {
          dataSets,
          hasPosition: (id) => (seizures.get(id)?.place.position ?? null) !== null,
          nameOf: atlas.nameOf,
        }),
      ),
      network: (level = 'port') => networks[level](),
      onward: once(() => onwardByPlace(keptEvents())),
      measures: once(() => measuresOf(networks.port())),
      routes: (level) => routes[level](),
      stepOf: (level) => {
        const { graph } = networks[level]();
        return (id) => (graph.hasEdge(id) ? graph.getEdgeAttributes(id) : undefined);
      },
      hotSpots: (weight) => spots[weight](),
    };
  };

  return {
    run,
    events: byId,
    seizures,
    dataSets,
    gazetteer,
    atlas,
    clusters: await clustersOfRun(database, run.id),
    places: await placesOfRun(database, run.id),
    isSynthetic,
    view: (filter) => {
      const { from, to, commodity, country, dataSet, audience } = filter;
      const key = JSON.stringify([from, to, commodity, country, dataSet, audience]);
      const view = views.get(key) ?? makeView(filter);
      views.delete(key);
      views.set(key, view);
      for (const oldest of views.keys()) {
        if (views.size <= VIEWS_KEPT) break;
        views.delete(oldest);
      }
      return view;
    },
  };
}

/** A case that was taken back would be shown as a voyage of no vessel, and its goods and source as not stated. */
function checkHeld(
  runId: number,
  events: readonly RouteEvent[],
  seizures: ReadonlyMap<string, Seizure>,
): void {
  if (events.every(({ id, kind }) => kind !== 'seizure' || seizures.has(id))) return;
  throw new ConflictError(
    'run-outdated',
    `Cases that run ${String(runId)} rests on were taken back since. Analyse again ("leeward analyse").`,
  );
}

function withBoundary(cell: StoredCell): RunCell {
  return { ...cell, boundary: boundaryOf(cell.cell) };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null;
  return () => (done ??= { value: work() }).value;
}
