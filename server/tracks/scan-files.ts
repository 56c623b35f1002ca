/**
 * Reads one stretch of a plain CSV file. As a worker thread it posts a {@link ScanReply}: the bytes are read
 * and parsed where they are, and only the columns travel, without being copied.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Reject } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import type { ColumnMap } from './header.ts';
import { LineFeeder } from './lines.ts';
import { LineParser } from './parse.ts';
import type { ParsedPart } from './parse.ts';

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
  { readonly ok: true; readonly part: ParsedPart } | { readonly ok: false; readonly fault: ScanFault };

const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;

/**
 * Reads the lines of `task`.
 * @throws {InputError} as {@link LineParser}, rows counted from the stretch's first line
 */
export function scanStretch(task: ScanTask): ParsedPart {
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
    return parser.part();
  } finally {
    closeSync(file);
  }
}

/** The memory of a part, to hand over instead of copying it. */
function transferable(part: ParsedPart): ArrayBuffer[] {
  return part.blocks
    .flatMap((block) => [block.vessels, block.seconds, block.lons, block.lats, block.speeds, block.rows])
    .map((column) => column.buffer as ArrayBuffer);
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
