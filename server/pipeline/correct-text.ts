import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { InputError } from '../errors.ts';
import { delimiterOf } from './csv-bytes.ts';

/** A cell, or with `column` null a whole line, of a CSV text and what is to stand there. */
export interface Correction {
  /** 1-based line of the text on which the row begins, header included. */
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
}

/**
 * Puts corrections into a CSV text. Every row that none of them touches stays as it is, to the byte; one that is
 * touched gets quotation marks where it needs them.
 *
 * @throws {InputError} `correction-misplaced` when the text has no such row or column
 */
export function correctText(text: string, corrections: readonly Correction[]): string {
  // Lines stand at even places, what ends each of them at the odd ones.
  const parts = text.split(/(\r\n|\n|\r)/);
  const delimiter = delimiterOf(Buffer.from(text.slice(0, HEAD_CHARACTERS)));
  const columns = headerOf(parts, delimiter);
  for (const { row, column, value } of corrections) {
    const at = 2 * (row - 1);
    if (parts[at] === undefined) throw misplaced(row, column);
    if (column === null) {
      parts[at] = value;
      continue;
    }
    const end = endOfRecord(parts, at);
    const fields = fieldsOf(parts.slice(at, end + 1).join(''), delimiter);
    const index = columns.indexOf(column);
    if (index < 0 || index >= fields.length) throw misplaced(row, column);
    parts[at] = lineOf(fields.with(index, value), delimiter);
    // The lines that the row went over are part of the new one.
    parts.fill('', at + 1, end + 1);
  }
  return parts.join('');
}

/**
 * One line of a text, without what ends it and without a byte-order mark; undefined past the last.
 *
 * @param row  1-based
 */
export const lineAt = (text: string, row: number): string | undefined =>
  text
    .split(/\r\n|\n|\r/, row)
    .at(row - 1)
    ?.replace(/^\uFEFF/, '');

/** Characters of the text in which the delimiter is looked for, as the reader of tables does. */
const HEAD_CHARACTERS = 65_536;

/** Names of the first row that is not blank, trimmed, without a byte-order mark. */
function headerOf(parts: readonly string[], delimiter: string): string[] {
  for (let at = 0; at < parts.length;) {
    const end = endOfRecord(parts, at);
    const names = fieldsOf(parts.slice(at, end + 1).join(''), delimiter).map((name) => name.trim());
    if (names.some((name) => name !== '')) return names;
    at = end + 2;
  }
  return [];
}

/** Place of the last line of the row that begins at `at`: where its quotation marks are even in number. */
function endOfRecord(parts: readonly string[], at: number): number {
  let marks = 0;
  for (let end = at; end < parts.length; end += 2) {
    marks += (parts[end] ?? '').split('"').length - 1;
    if (marks % 2 === 0) return end;
  }
  return parts.length - 1;
}

function fieldsOf(record: string, delimiter: string): string[] {
  const [fields = []] = parse(record, {
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  });
  return fields;
}

const lineOf = (fields: readonly string[], delimiter: string): string =>
  stringify([[...fields]], { delimiter, eof: false, quoted_match: /[\r\n]/ });

function misplaced(row: number, column: string | null): InputError {
  const where = column === null ? `row ${String(row)}` : `row ${String(row)} with a column ${column}`;
  return new InputError('correction-misplaced', `The text has no ${where}. Check it again.`);
}
