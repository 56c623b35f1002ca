import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Table } from '../../shared/table.ts';
import { asFileError, checkFile, fileBytes, unpacked } from './file-bytes.ts';
import { fileKind } from './file-kind.ts';
import { refuser, TableBuilder, type ReadLimits, type Refuse } from './table-builder.ts';

export { sha256OfFiles } from './file-bytes.ts';
export { requireColumns } from './require-columns.ts';

/** A table read from disk, with the SHA-256 (hex) of the file's own bytes, packed or not. */
export interface FileTable extends Table {
  readonly sha256: string;
}

/** The rows are held in memory, so the limits bound it: 200 MB, a million rows, a row of 1 MB. */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxBytes: 200_000_000,
  maxRows: 1_000_000,
  maxRowBytes: 1_000_000,
};

/**
 * Reads a CSV file (RFC 4180, plain or gzip, UTF-8 with or without a byte-order mark; the delimiter, comma,
 * semicolon or tab, is told from the header) into rows of text. Blank lines and rows without
 * any text are skipped.
 *
 * @param path    the file
 * @param limits  all three are checked while reading: a gzip file that would unpack to more is left there
 * @returns rows keyed by the header's names, trimmed; values as they stand
 * @throws {InputError} with one reject that names file, row, column, value and fix: `file-missing`,
 *   `file-unreadable`, `file-not-regular`, `file-empty`, `file-too-large`, `file-utf16`, `file-binary`,
 *   `file-gzip`, `text-encoding`, `table-header`, `table-empty`, `table-fields`, `table-quotes`,
 *   `table-row-long`, `table-rows`
 */
export async function readTable(path: string, limits: ReadLimits = DEFAULT_READ_LIMITS): Promise<FileTable> {
  const file = basename(path);
  const refuse = refuser(file);
  const hash = createHash('sha256');
  try {
    await checkFile(path, limits.maxBytes, refuse);
    const text = unpacked(fileBytes(path, hash), path, limits, refuse);
    const builder = await feed(text, limits, refuse);
    return { file, sha256: hash.digest('hex'), ...builder.table() };
  } catch (error) {
    throw asFileError(error, refuse);
  }
}

/**
 * Reads a table from a text that is in memory, as {@link readTable} reads it from a file.
 *
 * @param file  what messages call it
 * @throws {InputError} as {@link readTable} does for what a file holds
 */
export async function readTableText(
  file: string,
  text: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<FileTable> {
  const refuse = refuser(file);
  const bytes = Buffer.from(text);
  if (bytes.length === 0) throw refuse('file-empty', 'there is nothing in it', 'Choose the file again.');
  const builder = await feed(pieces(bytes), limits, refuse);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), ...builder.table() };
}

/** Bytes taken at once, after which others get their turn: the text came over HTTP, and others wait. */
const PIECE_BYTES = 262_144;

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    yield bytes.subarray(at, at + PIECE_BYTES);
    await setImmediate();
  }
}

/** Longest header row looked through for the delimiter, bytes. */
const HEAD_BYTES = 65_536;

/** Holds the bytes back until the header row is whole, then passes everything to a builder. */
async function feed(
  source: AsyncIterable<Buffer>,
  limits: ReadLimits,
  refuse: Refuse,
): Promise<TableBuilder> {
  let head = Buffer.alloc(0);
  let builder: TableBuilder | null = null;
  const begin = (): TableBuilder => {
    const kind = fileKind(head);
    if (kind.kind === 'other') throw refuse(kind.code, `this is ${kind.what}`, kind.fix);
    return new TableBuilder(head.subarray(kind.bomBytes), limits, refuse);
  };
  for await (const chunk of source) {
    if (builder) {
      await builder.write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD_BYTES || /[\r\n]/.test(head.subarray(4).toString('latin1'))) {
      builder = begin();
      await builder.start();
    }
  }
  if (head.length === 0) {
    throw refuse(
      'file-empty',
      'the file unpacks to nothing (0 bytes)',
      'Export the table again and pack it anew.',
    );
  }
  if (!builder) {
    builder = begin();
    await builder.start();
  }
  await builder.end();
  return builder;
}
