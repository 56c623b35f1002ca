import type { DataSet, Leg, PortCall, Reject, Vessel, Voyage } from '../../shared/model.ts';
import { showValue } from '../../shared/table.ts';
import { dataSetOf, findBatch, mayHaveLost, saveBatch, type Batch } from '../db/batches.ts';
import type { Database, Queryable } from '../db/database.ts';
import { ConflictError, InputError } from '../errors.ts';
import { makeGazetteer, type Gazetteer } from '../ports/gazetteer.ts';
import { OPTIONAL_PLACE_COLUMNS, parsePlaces, REQUIRED_PLACE_COLUMNS } from '../ports/parse.ts';
import { allPlaces, savePlaces } from '../ports/store.ts';
import type { ReadAs } from '../seizures/fields.ts';
import { readTracks } from '../tracks/files.ts';
import { legsFromCalls, voyagesFromLegs } from '../tracks/legs.ts';
import { callOptions, DEFAULT_TRACK_OPTIONS, type CallOptions } from '../tracks/options.ts';
import { OPTIONAL_CALL_COLUMNS, parseCalls, REQUIRED_CALL_COLUMNS } from '../tracks/parse-calls.ts';
import { type TrackCall } from '../tracks/port-calls.ts';
import { saveMovements, type Movements } from '../tracks/store.ts';
import { saveVessels } from '../vessels/store.ts';
import { canonical } from '../../shared/canonical.ts';
import { readTable, requireColumns, sha256OfFiles, type FileTable } from './read-table.ts';

/** What one import did, or in a dry run would do. */
export interface ImportReport {
  readonly kind: Batch['kind'];
  readonly dataSet: string;
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** null: nothing was written, because it was a dry run or because all of it was held already. */
  readonly batchId: number | null;
  /** The batch that brought the same content before; null when there is none. */
  readonly heldAsBatch: { readonly id: number; readonly dataSet: string } | null;
  readonly counts: Readonly<Record<string, number>>;
  /** AIS rows set aside, by reason: faults that are ordinary in such files and refuse nothing. */
  readonly setAside: Readonly<Record<string, number>>;
  /** Up to 20 of the rows set aside, some of each reason. */
  readonly examples: readonly Reject[];
  /** Texts that name no place known here, once each with the first row; kept as text, never guessed. */
  readonly unresolved: readonly { readonly row: number; readonly column: string; readonly text: string }[];
  /** Cells of seizure reports that are written in another way than here, and how each was taken. */
  readonly readAs: readonly ReadAs[];
}

export interface ImportOptions {
  readonly dataSet: DataSet;
  readonly dryRun: boolean;
  readonly now: number;
}

/** Faults told one by one: who has more corrects a cause, not rows. */
const FAULTS_TOLD = 500;

/** Refuses a file with faulty rows whole: a file half taken in would be hard to put right. */
export function refuseRejects(file: string, rejects: readonly Reject[]): void {
  if (rejects.length === 0) return;
  const rows = rejects.length === 1 ? '1 fault' : `${String(rejects.length)} faults`;
  const told = rejects.length > FAULTS_TOLD ? `, of which the first ${String(FAULTS_TOLD)} are told` : '';
  const message = `${file}: ${rows}${told}; nothing was imported.`;
  throw new InputError('rows-refused', message, rejects.slice(0, FAULTS_TOLD));
}

/** A data set is synthetic or it is not: a label must not depend on which batch came first. */
async function checkLabel(db: Database, { id, synthetic, marking }: DataSet): Promise<void> {
  const held = await dataSetOf(db, id);
  if (!held) return;
  if (held.marking !== marking) {
    throw new ConflictError(
      'data-set-marking',
      `The data set ${id} is marked ${held.marking}, these records ${marking}. Name another with --data-set, or say --tlp ${held.marking} if they may be seen as widely; in a seizure file a tlp column marks single rows.`,
    );
  }
  if (held.synthetic === synthetic) return;
  const [is, fix] = held.synthetic
    ? ['is synthetic', 'add --synthetic if these records are synthetic too']
    : ['holds real records', 'leave out --synthetic if these records are real too'];
  throw new ConflictError(
    'data-set-label',
    `The data set ${id} ${is}. Name another with --data-set, or ${fix}.`,
  );
}

/** Reads a table of which the header is known. */
async function readChecked(
  path: string,
  required: readonly string[],
  optional: readonly string[],
): Promise<FileTable> {
  const table = await readTable(path);
  refuseRejects(table.file, requireColumns(table, required, optional));
  return table;
}

/** Writes one batch and its records in one transaction, unless the same content is held or it is a dry run. */
export async function writeBatch(
  db: Database,
  batch: Omit<Batch, 'importedAt' | 'dataSet'>,
  options: ImportOptions,
  rest: Pick<ImportReport, 'setAside' | 'examples' | 'unresolved' | 'readAs'>,
  write: (tx: Queryable, batchId: number) => Promise<void>,
): Promise<ImportReport> {
  const { dataSet, dryRun, now } = options;
  await checkLabel(db, dataSet);
  const held = await findBatch(db, batch.kind, batch.sha256);
  const heldAsBatch =
    held && anythingNew(batch.counts) && (await mayAddAgain(db, batch.kind, held.id)) ? null : held;
  const nothingToWrite = dryRun || heldAsBatch !== null;
  const batchId = nothingToWrite
    ? null
    : await db.transaction(async (tx) => {
        const id = await saveBatch(tx, { ...batch, dataSet, importedAt: now });
        await write(tx, id);
        return id;
      });
  const { kind, files, counts } = batch;
  return { kind, dataSet: dataSet.id, files, dryRun, batchId, heldAsBatch, counts, ...rest };
}

/**
 * A port list given again may go back to values that a later one changed; seizure reports may bring back cases that
 * went with another batch, by which they were held already when these came.
 */
async function mayAddAgain(db: Queryable, kind: Batch['kind'], batchId: number): Promise<boolean> {
  return kind === 'ports' || (kind === 'seizures' && (await mayHaveLost(db, batchId)));
}

const anythingNew = (counts: Batch['counts']): boolean => (counts['new'] ?? 0) + (counts['changed'] ?? 0) > 0;

/** Of an import that sets no rows aside and leaves no text unresolved. */
export const NOTHING_ELSE = { setAside: {}, examples: [], unresolved: [], readAs: [] };

/** Imports a port list (columns of `data/ports.csv`). A port of a known id takes the new values. */
export async function importPorts(db: Database, path: string, options: ImportOptions): Promise<ImportReport> {
  const table = await readChecked(path, REQUIRED_PLACE_COLUMNS, OPTIONAL_PLACE_COLUMNS);
  const { places, rejects } = parsePlaces(table.rows, table.file, table.lines);
  refuseRejects(table.file, rejects);
  const held = new Map((await allPlaces(db)).map((place) => [place.id, canonical(place)]));
  const inFile = new Set(places.map(({ id }) => id));
  refuseRejects(
    table.file,
    // No row was refused, so places and rows stand side by side.
    places.flatMap(({ name, gatewayId }, i): Reject[] =>
      gatewayId === null || held.has(gatewayId) || inFile.has(gatewayId)
        ? []
        : [unknownGateway(table.file, table.lines[i] ?? null, name, gatewayId)],
    ),
  );
  const fresh = places.filter(({ id }) => !held.has(id));
  const changed = places.filter((place) => held.has(place.id) && held.get(place.id) !== canonical(place));
  const counts = { rows: table.rows.length, new: fresh.length, changed: changed.length };
  const batch = { kind: 'ports' as const, files: [table.file], sha256: table.sha256, counts };
  return writeBatch(db, batch, options, NOTHING_ELSE, (tx, batchId) =>
    savePlaces(tx, [...fresh, ...changed], batchId),
  );
}

function unknownGateway(file: string, row: number | null, name: string, gatewayId: string): Reject {
  return {
    file,
    row,
    column: 'gateway',
    value: showValue(gatewayId),
    reason: `The gateway of ${showValue(name)} is no place in the file or in the gazetteer.`,
    fix: 'Give the id of a port that is there, or leave the cell empty.',
  };
}

/**
 * Imports AIS files as one batch: fixes are cleaned and joined into port calls, legs and voyages.
 *
 * @param given  what counts as a port call, where not the default; kept with the batch
 * @throws {InputError} when a file cannot be read, or when no row of any can be used; the database is then
 *   unchanged
 */
export async function importAis(
  db: Database,
  paths: readonly string[],
  options: ImportOptions,
  given: Partial<CallOptions> = {},
): Promise<ImportReport> {
  const calledBy = callOptions(given);
  const found = await readTracks(paths, await allPlaces(db), { calls: calledBy });
  const { rowsRead, fixesKept, rejected } = found.counts;
  const { vessels, calls, legs, voyages, examples } = found;
  const counts = {
    rows: rowsRead,
    fixesKept,
    vessels: vessels.length,
    portCalls: calls.length,
    legs: legs.length,
    voyages: voyages.length,
  };
  const { files, sha256 } = await sha256OfFiles(paths);
  if (fixesKept === 0) {
    const message = `${files.join(', ')}: none of the ${String(rowsRead)} rows can be used; nothing was imported.`;
    throw new InputError('rows-unusable', message, examples);
  }
  const batch = { kind: 'ais' as const, files, sha256, counts, parameters: calledBy };
  return writeBatch(db, batch, options, { ...NOTHING_ELSE, setAside: rejected, examples }, (tx, batchId) =>
    writeMovements(tx, vessels, { calls, legs, voyages }, options.dataSet.id, batchId),
  );
}

/** Imports port calls that a port or a manifest states, for vessels without AIS. */
export async function importCalls(db: Database, path: string, options: ImportOptions): Promise<ImportReport> {
  const table = await readChecked(path, REQUIRED_CALL_COLUMNS, OPTIONAL_CALL_COLUMNS);
  const { vessels, calls, rejects, unresolved } = parseCalls(table, await gazetteerOf(db));
  refuseRejects(table.file, rejects);
  const { legs, voyages } = joinCalls(calls);
  const counts = {
    rows: table.rows.length,
    vessels: vessels.length,
    portCalls: calls.length,
    legs: legs.length,
    voyages: voyages.length,
  };
  const batch = { kind: 'calls' as const, files: [table.file], sha256: table.sha256, counts };
  return writeBatch(db, batch, options, { ...NOTHING_ELSE, unresolved }, (tx, batchId) =>
    writeMovements(tx, vessels, { calls, legs, voyages }, options.dataSet.id, batchId),
  );
}

/** Joins stated calls, by vessel and arrival, into legs and voyages. What happened between two is not known. */
function joinCalls(calls: readonly PortCall[]): { legs: Leg[]; voyages: Voyage[] } {
  const byVessel = new Map<string, TrackCall[]>();
  for (const call of calls) {
    const list = byVessel.get(call.vesselId) ?? [];
    list.push({ call, startsTrack: list.length === 0, gapBeforeHours: null });
    byVessel.set(call.vesselId, list);
  }
  const joined = [...byVessel.values()].map((list) =>
    voyagesFromLegs(legsFromCalls(list, DEFAULT_TRACK_OPTIONS.legs), DEFAULT_TRACK_OPTIONS.voyages),
  );
  return { legs: joined.flatMap(({ legs }) => legs), voyages: joined.flatMap(({ voyages }) => voyages) };
}

async function writeMovements(
  tx: Queryable,
  vessels: readonly Vessel[],
  movements: Movements,
  dataSet: string,
  batchId: number,
): Promise<void> {
  await saveVessels(tx, vessels, dataSet, batchId);
  await saveMovements(tx, movements, dataSet, batchId);
}

/** The places held, to resolve names with. */
export async function gazetteerOf(db: Queryable): Promise<Gazetteer> {
  return makeGazetteer(await allPlaces(db));
}
