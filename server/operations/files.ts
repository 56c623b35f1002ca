import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CsvError, parse } from 'csv-parse/sync';
import { describeReject, type Table } from '../../shared/table.ts';
import { InputError } from '../errors.ts';
import { parseTotals, type PublishedTotal } from './parse.ts';

const FILE = 'operations.csv';

/**
 * The published totals of operations that come with the program, or those of a file of the same columns.
 *
 * @param path  UTF-8 CSV with a header row
 * @throws {InputError} `bad-operations`, its rejects naming row, column, value and fix
 */
export async function readPublishedTotals(
  path: string = fileURLToPath(new URL(`../../data/${FILE}`, import.meta.url)),
): Promise<readonly PublishedTotal[]> {
  const { totals, rejects } = parseTotals(tableOf(await readFile(path, 'utf8')));
  const [first] = rejects;
  if (first === undefined) return totals;
  throw new InputError('bad-operations', describeReject(first), rejects);
}

function tableOf(text: string): Table {
  const ends: number[] = [];
  try {
    const [columns = [], ...records] = parse(text, {
      bom: true,
      skip_empty_lines: true,
      on_record: (record: string[], { lines }) => {
        ends.push(lines);
        return record;
      },
    });
    const rows = records.map((record) =>
      Object.fromEntries(columns.map((column, i) => [column, record[i] ?? ''])),
    );
    return { file: FILE, columns, rows, lines: ends.slice(1) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError('bad-operations', `${FILE}: ${error.message}.`);
  }
}
