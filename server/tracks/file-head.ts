import type { Reject } from '../../shared/model.ts';
import { InputError } from '../errors.ts';
import { readHeader } from './header.ts';
import type { ColumnMap } from './header.ts';
import { MAX_LINE_BYTES } from './parse.ts';

/** A header and the byte at which the first row starts. */
export interface FileHead {
  readonly columns: ColumnMap;
  readonly dataStart: number;
}

/** What the first bytes say the file is; `csv` when nothing says otherwise. */
export type FileKind = 'csv' | 'gzip' | 'parquet';

/** Bytes of a file that are enough for {@link fileKind} and {@link readHead}. */
export const HEAD_BYTES = MAX_LINE_BYTES + 4;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

/** An {@link InputError} about a whole file, with the one reject that says the same. */
export function fileError(
  code: string,
  file: string,
  reason: string,
  fix: string,
  cause?: string,
): InputError {
  const reject: Reject = { file, row: null, column: null, value: cause ?? null, reason, fix };
  return new InputError(code, `${file}: ${reason}; ${fix}`, [reject]);
}

/**
 * Tells a file's kind by its first bytes, whatever its name, so long as the name does not promise another.
 * @throws {InputError} `empty-file`, `not-gzip`
 */
export function fileKind(head: Uint8Array, file: string): FileKind {
  if (head.length === 0) {
    throw fileError('empty-file', file, 'the file is empty (0 bytes)', 'download or export it again');
  }
  if (startsWith(head, 0x1f, 0x8b)) return 'gzip';
  if (/\.gz$/i.test(file)) {
    throw fileError(
      'not-gzip',
      file,
      'the name ends in .gz but the content is not gzip',
      'take .gz off the name if the file is plain CSV, or download it again',
    );
  }
  return startsWith(head, 0x50, 0x41, 0x52, 0x31) ? 'parquet' : 'csv';
}

/**
 * Reads the header line of CSV text.
 * @param head  the first {@link HEAD_BYTES} of the text, or all of it
 * @throws {InputError} `not-utf8`, `not-text`, `line-too-long`, `line-ends`, `empty-file`, `wrong-columns`
 */
export function readHead(head: Uint8Array, file: string): FileHead {
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
    throw fileError('not-utf8', file, 'the file is UTF-16 text', 'save the file as CSV UTF-8');
  }
  const newline = head.indexOf(10);
  if (newline < 0 && head.length > MAX_LINE_BYTES) {
    throw fileError(
      'line-too-long',
      file,
      `the first line is longer than ${MAX_LINE_BYTES / 1024} KiB`,
      'check that the file is an AIS table: a header line, then one position a line',
    );
  }
  const from = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
  const bytes = head.subarray(from, newline < 0 ? head.length : newline);
  if (bytes.includes(0)) {
    throw fileError(
      'not-text',
      file,
      'the file is not CSV text: its first line holds zero bytes',
      'save it as CSV UTF-8 (a spreadsheet or UTF-16 file cannot be read here)',
    );
  }
  let line: string;
  try {
    line = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw fileError('not-utf8', file, 'the header line is not UTF-8 text', 'save the file as CSV UTF-8');
  }
  if (line === '') {
    throw fileError('empty-file', file, 'the first line is empty', 'put the header line first');
  }
  if (line.includes('\r')) {
    throw fileError('line-ends', file, 'its lines end in CR alone', 'save it with LF or CR LF line ends');
  }
  return { columns: readHeader(line, file), dataStart: newline < 0 ? head.length : newline + 1 };
}
