/** Opens one AIS file, whatever its kind, and reads it into parts. */
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { InputError } from '../errors.ts';
import { HEAD_BYTES, fileError, fileKind, readHead } from './file-head.ts';
import type { FileHead, FileKind } from './file-head.ts';
import { LineFeeder } from './lines.ts';
import { LineParser } from './parse.ts';
import type { ParsedPart } from './parse.ts';
import { scanStretch } from './scan-files.ts';
import type { ScanReply, ScanTask, ScanWorkerData } from './scan-files.ts';

/** Below this many bytes a file is read before a second thread would have started. */
const THREADED_BYTES = 16 * 2 ** 20;
/** Unpacked bytes handed over at a time. */
const GUNZIP_CHUNK_BYTES = 1 << 18;

export interface OpenOptions {
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
export async function readAisFile(path: string, options: OpenOptions): Promise<ParsedPart[]> {
  const { head, size } = await openHead(path);
  const kind: FileKind = fileKind(head, path);
  if (kind === 'gzip') return [await readGzip(path)];
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
        'this is a directory, not a file',
        'name the files in it one by one',
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

function unreadable(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOENT'
    ? fileError('no-such-file', path, 'there is no such file', 'check the name and the folder')
    : fileError(
        'unreadable-file',
        path,
        'the file cannot be read',
        'check its permissions and the disk',
        code,
      );
}

async function readPlain(
  path: string,
  file: string,
  head: Uint8Array,
  size: number,
  options: OpenOptions,
): Promise<ParsedPart[]> {
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
  const parts: ParsedPart[] = [];
  let linesBefore = 1;
  for (const reply of replies) {
    if (!reply.ok) throw faultError(reply.fault, linesBefore);
    parts.push(reply.part);
    linesBefore += reply.part.lines;
  }
  return parts;
}

/** A fault inside a stretch as an error, its row counted from the start of the file. */
function faultError(fault: (ScanReply & { ok: false })['fault'], linesBefore: number): InputError {
  const rejects = fault.rejects.map((reject) => ({
    ...reject,
    row: reject.row === null ? null : reject.row + linesBefore,
  }));
  return new InputError(fault.code, fault.message, rejects);
}

function scanHere(task: ScanTask): ScanReply {
  try {
    return { ok: true, part: scanStretch(task) };
  } catch (error) {
    if (!(error instanceof InputError)) throw unreadable(task.file, error);
    return { ok: false, fault: { code: error.code, message: error.message, rejects: error.rejects } };
  }
}

function scanInThread(task: ScanTask): Promise<ScanReply> {
  const workerData: ScanWorkerData = { aisScan: task };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan-thread.js', import.meta.url), { workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function readGzip(path: string): Promise<ParsedPart> {
  const unpacked = createReadStream(path).pipe(createGunzip({ chunkSize: GUNZIP_CHUNK_BYTES }));
  let start: Buffer = Buffer.alloc(0);
  let parser: LineParser | null = null;
  let feeder: LineFeeder | null = null;
  const begin = (): void => {
    if (start.length === 0) {
      throw fileError('empty-file', path, 'the gzip file holds nothing', 'download or export it again');
    }
    const { columns, dataStart }: FileHead = readHead(start, path);
    parser = new LineParser(columns, path);
    feeder = new LineFeeder(parser);
    feeder.push(start.subarray(dataStart));
  };
  try {
    for await (const chunk of unpacked as AsyncIterable<Buffer>) {
      if (feeder) {
        (feeder as LineFeeder).push(chunk);
        continue;
      }
      start = Buffer.concat([start, chunk]);
      if (start.includes(10) || start.length >= HEAD_BYTES) begin();
    }
    if (!feeder) begin();
    return finished(parser, feeder);
  } catch (error) {
    if (error instanceof InputError) throw faultError(error, 1);
    throw gzipError(path, error);
  }
}

function finished(parser: LineParser | null, feeder: LineFeeder | null): ParsedPart {
  if (!parser || !feeder) throw new Error('a gzip file was read without its header');
  feeder.end();
  return parser.part();
}

function gzipError(path: string, error: unknown): InputError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') {
    return fileError('truncated-gzip', path, 'the gzip file breaks off before its end', 'download it again');
  }
  return code.startsWith('Z_')
    ? fileError('damaged-gzip', path, 'the gzip file is damaged', 'download it again', code)
    : unreadable(path, error);
}

/** Parquet is turned into CSV by DuckDB first: it comes seldom, and one reader means one set of rules. */
async function readParquet(path: string, options: OpenOptions): Promise<ParsedPart[]> {
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
