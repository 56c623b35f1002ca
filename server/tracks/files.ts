/**
 * The bulk AIS edge: files in, vessels and their journeys out. Longer than most files, because opening, cutting
 * up among threads and putting together again are one thing seen from outside.
 */
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Leg, Place, PortCall, Reject, Vessel, Voyage } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import { assembleTracks } from './assemble.ts';
import type { GroupedPart, RawTrack } from './assemble.ts';
import { HEAD_BYTES, fileError, fileKind, readHead } from './file-head.ts';
import { journeysOf } from './journeys.ts';
import { DEFAULT_TRACK_OPTIONS } from './options.ts';
import type { TrackOptions } from './options.ts';
import { PortIndex } from './port-index.ts';
import { faultError, scanGzip, scanStretch, unreadable } from './scan-files.ts';
import type { ScanReply, ScanTask, ScanWorkerData } from './scan-files.ts';
import { Tally } from './tally.ts';
import type { AisCounts, FilePart } from './tally.ts';

/** All that an AIS import made; vessels ascending by MMSI, the rest by vessel and time. */
export interface AisImport {
  readonly counts: AisCounts;
  /** Up to 20 of the rows left out, some of each reason. */
  readonly examples: readonly Reject[];
  readonly vessels: readonly Vessel[];
  readonly calls: readonly PortCall[];
  readonly legs: readonly Leg[];
  readonly voyages: readonly Voyage[];
}

export interface ReadTracksOptions extends Partial<TrackOptions>, Partial<OpenOptions> {}

const DEFAULT_THREADS = 2;
/** Fixes after which waiting work of the process gets its turn. */
const FIXES_PER_TURN = 250_000;

/**
 * Reads AIS files as one batch, from rows to voyages.
 *
 * @param paths  CSV as MarineCadastre writes it, plain or gzip, or Parquet with the same columns
 * @param ports  the gazetteer; places that are areas are not used
 * @throws {InputError} with one reject, when any file cannot be read to its end; nothing is returned then
 */
export async function readTracks(
  paths: readonly string[],
  ports: readonly Place[],
  options: ReadTracksOptions = {},
): Promise<AisImport> {
  const { threads = DEFAULT_THREADS, threadedBytes, ...given } = options;
  const tracks: TrackOptions = { ...DEFAULT_TRACK_OPTIONS, ...given };
  const { raw, parts } = await readAll(paths, {
    threads,
    ...(threadedBytes === undefined ? {} : { threadedBytes }),
  });
  return analyse(raw, new PortIndex(ports, tracks.calls), tracks, new Tally(parts));
}

/** The fixes of all files by vessel. What they were read into is let go on return. */
async function readAll(
  paths: readonly string[],
  options: OpenOptions,
): Promise<{ raw: readonly RawTrack[]; parts: readonly FilePart[] }> {
  const read: GroupedPart[] = [];
  const parts: FilePart[] = [];
  // A running line number over all files: one number tells a fix's file and line.
  let fileStart = 0;
  for (const path of paths) {
    const fileParts = await readAisFile(path, options);
    if (fileParts.every((part) => part.rows === 0)) {
      throw fileError('empty-file', path, 'the file has a header but no rows', 'export it again');
    }
    let line = 2;
    for (const part of fileParts) {
      const { rows, rejected, examples, speedsUnread } = part;
      read.push(part);
      parts.push({ rows, rejected, examples, speedsUnread, path, fileStart, line });
      line += part.lines;
    }
    fileStart += line;
  }
  const raw = assembleTracks(
    read,
    parts.map((part) => part.fileStart + part.line),
  );
  return { raw, parts };
}

async function analyse(
  raw: readonly RawTrack[],
  index: PortIndex,
  options: TrackOptions,
  tally: Tally,
): Promise<AisImport> {
  const vessels: Vessel[] = [];
  const calls: PortCall[] = [];
  const legs: Leg[] = [];
  const voyages: Voyage[] = [];
  let sinceTurn = 0;
  for (const track of raw) {
    const made = journeysOf(track, index, options);
    tally.add(made.vessel.mmsi ?? '', made.cleaned);
    vessels.push(made.vessel);
    calls.push(...made.calls);
    legs.push(...made.legs);
    voyages.push(...made.voyages);
    sinceTurn += track.fixes.seconds.length;
    if (sinceTurn > FIXES_PER_TURN) {
      sinceTurn = 0;
      await nextTurn();
    }
  }
  const counts: AisCounts = {
    ...tally.counts(),
    vessels: vessels.length,
    calls: calls.length,
    legs: legs.length,
    voyages: voyages.length,
  };
  return { counts, examples: tally.examples(), vessels, calls, legs, voyages };
}

/** Below this many bytes a file is read before a second thread would have started. */
const THREADED_BYTES = 16 * 2 ** 20;
interface OpenOptions {
  /** Threads that read a plain CSV file side by side. */
  readonly threads: number;
  /** Size from which they do, bytes. */
  readonly threadedBytes?: number;
}

/**
 * Reads one file: CSV, gzip of CSV, or Parquet, told apart by its first bytes.
 * @param path  also its name in messages
 * @returns the parts in order of the file's lines; the header is line 1 of the file and in none of them
 * @throws {InputError} with one reject: the file cannot be opened, is not what it should be, or breaks off
 */
async function readAisFile(path: string, options: OpenOptions): Promise<GroupedPart[]> {
  const { head, size } = await openHead(path);
  const kind = fileKind(head, path);
  if (kind === 'gzip') return [await scanGzip(path)];
  if (kind === 'parquet') return readParquet(path, options);
  return readPlain(path, path, head, size, options);
}

async function openHead(path: string): Promise<{ head: Uint8Array; size: number }> {
  let handle;
  try {
    const found = await stat(path);
    if (!found.isFile()) {
      throw fileError(
        'not-a-file',
        path,
        found.isDirectory() ? 'this is a directory, not a file' : 'this is not a regular file',
        found.isDirectory() ? 'name the files in it one by one' : 'save the table to a file and name that',
      );
    }
    handle = await open(path);
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return { head: head.subarray(0, bytesRead), size: found.size };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw unreadable(path, error);
  } finally {
    await handle?.close();
  }
}

async function readPlain(
  path: string,
  file: string,
  head: Uint8Array,
  size: number,
  options: OpenOptions,
): Promise<GroupedPart[]> {
  const { columns, dataStart } = readHead(head, file);
  const many = size >= (options.threadedBytes ?? THREADED_BYTES) ? Math.max(1, options.threads) : 1;
  const borders = Array.from({ length: many + 1 }, (_, i) =>
    Math.floor(dataStart + ((size - dataStart) * i) / many),
  );
  const tasks = Array.from({ length: many }, (_, i): ScanTask => ({
    path,
    file,
    columns,
    from: borders[i] ?? dataStart,
    to: borders[i + 1] ?? size,
    atLineStart: i === 0,
  }));
  const replies = many === 1 ? tasks.map(scanHere) : await Promise.all(tasks.map(scanInThread));
  const parts: GroupedPart[] = [];
  let linesBefore = 1;
  for (const reply of replies) {
    if (!reply.ok) throw faultError(reply.fault, linesBefore);
    parts.push(reply.part);
    linesBefore += reply.part.lines;
  }
  return parts;
}

function scanHere(task: ScanTask): ScanReply {
  try {
    return { ok: true, part: scanStretch(task) };
  } catch (error) {
    if (!(error instanceof InputError)) throw unreadable(task.file, error);
    return { ok: false, fault: { code: error.code, message: error.message, rejects: error.rejects } };
  }
}

/** How a thread starts: it loads TypeScript by itself, however this process does it. */
const THREAD_START = `
const { workerData } = require('node:worker_threads');
import(workerData.loader).then(({ register }) => {
  register();
  return import(workerData.entry);
});
`;

function scanInThread(task: ScanTask): Promise<ScanReply> {
  const workerData: ScanWorkerData & { loader: string; entry: string } = {
    aisScan: task,
    loader: import.meta.resolve('tsx/esm/api'),
    entry: new URL('./scan-files.ts', import.meta.url).href,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(THREAD_START, { eval: true, workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`a thread that read ${task.file} ended with code ${code} and no answer`));
    });
  });
}

/** Parquet is turned into CSV by DuckDB first: it comes seldom, and one reader means one set of rules. */
async function readParquet(path: string, options: OpenOptions): Promise<GroupedPart[]> {
  const folder = await mkdtemp(join(tmpdir(), 'leeward-ais-'));
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const csv = join(folder, 'rows.csv');
  try {
    const database = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads),
      memory_limit: '400MB',
      temp_directory: folder,
    });
    const connection = await database.connect();
    try {
      await connection.run(
        `COPY (SELECT * FROM read_parquet(${quote(path)})) TO ${quote(csv)} (FORMAT csv, HEADER true)`,
      );
    } finally {
      connection.closeSync();
      database.closeSync();
    }
    const { head, size } = await openHead(csv);
    return await readPlain(csv, path, head, size, options);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const cause = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw fileError('damaged-parquet', path, 'the Parquet file cannot be read', 'download it again', cause);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
