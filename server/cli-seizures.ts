import { InvalidArgumentError, Option, type Command } from 'commander';
import { SEIZURE_COLUMNS, type SeizureColumn } from '../shared/seizure-table.ts';
import { nearestName } from '../shared/table.ts';
import { DATE_ORDERS, DECIMAL_MARKS, type DateOrder, type DecimalMark } from '../shared/vocabulary.ts';
import type { TableWays } from './pipeline/import-seizures.ts';

/** What is said on the command line of how a file of seizure reports is laid out and written. */
export interface WaysFlags {
  readonly column?: Readonly<Record<string, SeizureColumn>>;
  readonly forAll?: Readonly<Partial<Record<SeizureColumn, string>>>;
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
}

export const waysOf = ({ column, forAll, dateOrder, decimalMark }: WaysFlags): TableWays => ({
  layout: { columns: column ?? {}, forAll: forAll ?? {} },
  said: { dateOrder: dateOrder ?? null, decimalMark: decimalMark ?? null },
});

/** Adds the options that say how a file of seizure reports is laid out and written. */
export function withWays(command: Command): Command {
  return command
    .option(
      '--column <theirs=ours>',
      'which of our columns one of the file is; may be repeated',
      columnOption,
    )
    .option('--for-all <ours=text>', 'what stands in every row of a column not in the file', forAllOption)
    .addOption(new Option('--date-order <order>', 'how 3/4/2025 is meant').choices(DATE_ORDERS))
    .addOption(new Option('--decimal-mark <mark>', 'how 2,083 is meant').choices(DECIMAL_MARKS));
}

/** The two sides of the last equals sign: a column's own name may have one. */
function sides(text: string, at: number): [string, string] {
  const pair: [string, string] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || pair[1] === '')
    throw new InvalidArgumentError('Write two names with an equals sign between them.');
  return pair;
}

function ours(name: string): SeizureColumn {
  const column = SEIZURE_COLUMNS.find((known) => known === name);
  if (column !== undefined) return column;
  const near = nearestName(name, SEIZURE_COLUMNS);
  throw new InvalidArgumentError(
    near === null ? `The columns are ${SEIZURE_COLUMNS.join(', ')}.` : `Did you mean "${near}"?`,
  );
}

function columnOption(text: string, before: WaysFlags['column'] = {}): WaysFlags['column'] {
  const [theirs, column] = sides(text, text.lastIndexOf('='));
  return { ...before, [theirs]: ours(column) };
}

function forAllOption(text: string, before: WaysFlags['forAll'] = {}): WaysFlags['forAll'] {
  const [column, value] = sides(text, text.indexOf('='));
  return { ...before, [ours(column)]: value };
}
