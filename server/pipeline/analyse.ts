import { createHash } from 'node:crypto';
import type { RouteEvent } from '../../shared/findings.ts';
import type { Database } from '../db/database.ts';
import { AppError } from '../errors.ts';
import type { AnalysisInput, Progress } from '../findings/analysis-input.ts';
import type { AnalysisFindings } from '../findings/analysis.ts';
import type { AnalysisParameters } from '../findings/parameters.ts';
import { batchesHeld, beginRun, endRun, finishRun, keepRunAlive, latestRun } from '../findings/run-store.ts';
import { saveFindings, saveWaterPaths } from '../findings/store.ts';
import { eventFromVoyage } from '../network/voyage-event.ts';
import { WATER_PATH_VERSION } from '../network/water/version.ts';
import { makeGazetteer, type Gazetteer } from '../ports/gazetteer.ts';
import { allPlaces } from '../ports/store.ts';
import { eventFromSeizure } from '../seizures/event.ts';
import { allSeizures, type StoredSeizure } from '../seizures/store.ts';
import { allVoyages, callsByPlace } from '../tracks/store.ts';
import { canonical } from '../../shared/canonical.ts';
import { missingPaths, type FindPaths } from './water-paths.ts';

export interface AnalysisOptions {
  /** The clock, UTC epoch milliseconds. */
  now(): number;
  readonly codeVersion: string;
  readonly parameters: AnalysisParameters;
  /** Does the statistics, in a thread of its own. */
  compute(input: AnalysisInput, progress: Progress): Promise<AnalysisFindings>;
  readonly findPaths: FindPaths;
  readonly progress: Progress;
  /** Make a new run even when the latest one rests on the same data, parameters and version. */
  readonly again: boolean;
  /** Told the number of the run once it is entered as running. */
  started?(runId: number): void;
}

export interface AnalysisReport {
  readonly runId: number;
  /** false: the latest run already says all this. */
  readonly fresh: boolean;
  readonly dataHash: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** How often a run says that it is still under way. */
const HEARTBEAT_MS = 20_000;

/**
 * Joins everything held into events, finds routes, hot spots and clusters, works out the water paths still
 * missing, and saves it all as one numbered run: entered as running first, done in the transaction that saves
 * its findings, else failed or cancelled.
 */
export async function analyse(db: Database, options: AnalysisOptions): Promise<AnalysisReport> {
  const batches = await batchesHeld(db);
  const latest = await latestRun(db);
  const isLike =
    latest?.codeVersion === options.codeVersion &&
    canonical(latest.parameters) === canonical(options.parameters);
  const known = latest && isLike && !options.again ? latest : null;
  const asKnown = ({ id, dataHash, counts }: NonNullable<typeof known>): AnalysisReport => ({
    runId: id,
    fresh: false,
    dataHash: dataHash ?? '',
    counts,
  });
  if (known && known.batches === batches) return asKnown(known);

  options.progress('read', 0, 1);
  const first = await read(db);
  if (known?.dataHash === first.dataHash) return asKnown(known);

  const startedAt = options.now();
  const { parameters, codeVersion } = options;
  const runId = await beginRun(db, { startedAt, parameters, codeVersion });
  options.started?.(runId);
  const heartbeat = setInterval(
    () => void keepRunAlive(db, runId, options.now()).catch(() => undefined),
    HEARTBEAT_MS,
  );
  heartbeat.unref();
  try {
    // From here on nothing is taken back. What was, or was added, while it was read would be half in this run.
    const before = await batchesHeld(db);
    const { held, dataHash } = before === batches ? first : await read(db);
    const [found, paths] = await Promise.all([
      options.compute({ ...held, parameters }, options.progress),
      missingPaths(db, held, options.findPaths, options.progress),
    ]);
    options.progress('save', 0, 1);
    const counts = countsOf(held, found);
    await db.transaction(async (tx) => {
      await saveWaterPaths(tx, paths, WATER_PATH_VERSION);
      const isOurs = await finishRun(tx, runId, {
        durationMs: options.now() - startedAt,
        dataHash,
        findingsHash: createHash('sha256').update(canonical(found)).digest('hex'),
        batches: before,
        counts,
        notes: found.notes,
      });
      if (!isOurs) throw new AppError('run-ended', `Run ${String(runId)} was ended by another process.`);
      await saveFindings(tx, runId, { events: held.events, ...found });
    });
    return { runId, fresh: true, dataHash, counts };
  } catch (error) {
    const cancelled = error instanceof AppError && error.code === 'cancelled';
    await endRun(db, runId, {
      state: cancelled ? 'cancelled' : 'failed',
      durationMs: options.now() - startedAt,
      note: cancelled || !(error instanceof Error) ? null : error.message,
    });
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** All that an analysis rests on, in an order that does not depend on the database. */
type Held = Omit<AnalysisInput, 'parameters'>;

async function read(db: Database): Promise<{ held: Held; dataHash: string }> {
  const held = await readHeld(db);
  return { held, dataHash: hashOf(held) };
}

async function readHeld(db: Database): Promise<Held> {
  const places = await allPlaces(db);
  const seizures = await allSeizures(db);
  return {
    places,
    seizures,
    events: await eventsOf(db, seizures, makeGazetteer(places)),
    calls: await callsByPlace(db),
  };
}

async function eventsOf(
  db: Database,
  seizures: readonly StoredSeizure[],
  gazetteer: Gazetteer,
): Promise<RouteEvent[]> {
  const countryOf = (placeId: string) => gazetteer.byId(placeId)?.country ?? null;
  const fromSeizures = seizures.map((seizure) => eventFromSeizure(seizure, gazetteer));
  const fromVoyages = (await allVoyages(db)).map((voyage) => eventFromVoyage(voyage, countryOf));
  return [...fromSeizures, ...fromVoyages];
}

/** sha256 over all that a run's findings depend on. */
function hashOf({ events, seizures, places, calls }: Held): string {
  const used = new Set([...events.flatMap((event) => event.places), ...calls.map(({ placeId }) => placeId)]);
  const hash = createHash('sha256');
  for (const event of events) hash.update(canonical(event));
  for (const { id, country, date, place, lines } of seizures) {
    hash.update(canonical([id, country, date, place, lines]));
  }
  for (const count of calls) hash.update(canonical(count));
  for (const place of places) if (used.has(place.id)) hash.update(canonical(place));
  return hash.digest('hex');
}

function countsOf({ events, seizures }: Held, found: AnalysisFindings): Record<string, number> {
  const { routes, cells, clusters, places } = found;
  return {
    events: events.length,
    seizures: seizures.length,
    voyages: events.filter(({ kind }) => kind === 'voyage').length,
    places: places.length,
    legs: found.legs,
    routes: routes.filter(({ recurs }) => recurs).length,
    seenOnce: routes.filter(({ recurs }) => !recurs).length,
    hotCells: cells.filter((cell) => cell.class === 'hot').length,
    clusters: clusters.length,
  };
}
