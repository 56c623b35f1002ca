/**
 * Reads the bytes of CSV: one stretch of a plain file, or all of a gzip file. As a worker thread it posts a {@link ScanReply}: the bytes are read
 * and parsed where they are, and only the columns travel, without being copied.
 */
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import type { Reject } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import { groupPart } from './assemble.ts';
import type { GroupedPart } from './assemble.ts';
import { HEAD_BYTES, fileError, readHead } from './file-head.ts';
import type { FileHead } from './file-head.ts';
import type { ColumnMap } from './header.ts';
import { LineFeeder } from './lines.ts';
import { LineParser } from './parse.ts';

/** The lines that start at byte `from` or later but before byte `to`. */
export interface ScanTask {
  readonly path: string;
  /** Name of the file in messages. */
  readonly file: string;
  readonly columns: ColumnMap;
  readonly from: number;
  readonly to: number;
  /** True when a line starts at `from`; else the line `from` falls in belongs to the stretch before. */
  readonly atLineStart: boolean;
}

export interface ScanFault {
  readonly code: string;
  readonly message: string;
  readonly rejects: readonly Reject[];
}

export type ScanReply =
  { readonly ok: true; readonly part: GroupedPart } | { readonly ok: false; readonly fault: ScanFault };

const CHUNK_BYTES = 1 << 20;
/** Unpacked bytes handed over at a time. */
const GUNZIP_CHUNK_BYTES = 1 << 18;
const NEWLINE = 10;

/**
 * Reads the lines of `task`.
 * @throws {InputError} as {@link LineParser}, rows counted from the stretch's first line
 */
export function scanStretch(task: ScanTask): GroupedPart {
  const { atLineStart } = task;
  const parser = new LineParser(task.columns, task.file);
  const feeder = new LineFeeder(parser);
  const file = openSync(task.path, 'r');
  try {
    const buffer = new Uint8Array(CHUNK_BYTES);
    // A stretch that starts right after a line end owns the line that starts there: look one byte back.
    let at = atLineStart ? task.from : task.from - 1;
    let skipping = !atLineStart;
    for (;;) {
      const size = readSync(file, buffer, 0, CHUNK_BYTES, at);
      if (size === 0) break;
      let chunk = buffer.subarray(0, size);
      const chunkStart = at;
      at += size;
      if (skipping) {
        const newline = chunk.indexOf(NEWLINE);
        if (newline < 0) continue;
        skipping = false;
        if (chunkStart + newline + 1 >= task.to) break;
        chunk = chunk.subarray(newline + 1);
      }
      if (at < task.to) {
        feeder.push(chunk);
        continue;
      }
      // The line that holds byte `to - 1` is the last; it may run on into the next chunk.
      const lastByte = Math.max(0, task.to - 1 - (at - chunk.length));
      const newline = chunk.indexOf(NEWLINE, lastByte);
      feeder.push(newline < 0 ? chunk : chunk.subarray(0, newline + 1));
      if (newline >= 0) break;
    }
    feeder.end();
    return groupPart(parser.part());
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a whole gzip file of CSV.
 * @throws {InputError} as {@link LineParser}, and where the file is damaged or breaks off
 */
export async function scanGzip(path: string): Promise<GroupedPart> {
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

function finished(parser: LineParser | null, feeder: LineFeeder | null): GroupedPart {
  if (!parser || !feeder) throw new Error('a gzip file was read without its header');
  feeder.end();
  return groupPart(parser.part());
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

/** An error of the file system about `path`, in words. */
export function unreadable(path: string, error: unknown): InputError {
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

/** A fault as an error, its row counted from the start of the file, `linesBefore` lines higher up. */
export function faultError(fault: ScanFault, linesBefore: number): InputError {
  const rejects = fault.rejects.map((reject) => ({
    ...reject,
    row: reject.row === null ? null : reject.row + linesBefore,
  }));
  return new InputError(fault.code, fault.message, rejects);
}

/** The memory of a part, to hand over instead of copying it. */
function transferable({ columns, starts }: GroupedPart): ArrayBuffer[] {
  const { seconds, lons, lats, speeds, rows } = columns;
  return [seconds, lons, lats, speeds, rows, starts].map(({ buffer }) => buffer);
}

/** What the thread that reads a stretch is started with. */
export interface ScanWorkerData {
  readonly aisScan: ScanTask;
}

const data = (isMainThread ? null : workerData) as Partial<ScanWorkerData> | null;
if (data?.aisScan && parentPort) {
  try {
    const part = scanStretch(data.aisScan);
    const reply: ScanReply = { ok: true, part };
    parentPort.postMessage(reply, transferable(part));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { code, message, rejects } = error;
    const reply: ScanReply = { ok: false, fault: { code, message, rejects } };
    parentPort.postMessage(reply);
  }
}
