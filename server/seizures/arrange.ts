import type { Reject } from '../../shared/model.ts';
import { SEIZURE_COLUMNS, type SeizureColumn, type TableLayout } from '../../shared/seizure-table.ts';
import { showValue, type Row, type Table } from '../../shared/table.ts';
import { columnMeant } from './header-words.ts';

export const OWN_LAYOUT: TableLayout = { columns: {}, forAll: {} };

/** A table in our columns, and whence they are. */
export interface Arranged<T extends Table> {
  readonly table: T;
  /** Each column of the file in its order, with the one of ours that it is. */
  readonly columns: readonly { readonly name: string; readonly column: SeizureColumn | null }[];
  /** What the layout says that the table does not bear out. */
  readonly rejects: readonly Reject[];
}

const isOurs = (name: string): name is SeizureColumn => SEIZURE_COLUMNS.some((column) => column === name);

/**
 * Puts a table of seizure reports into our columns: those that the layout names, then those that have our names, then
 * those whose names are known in four languages. No column of ours is taken from two of the table's; a column that is
 * none of ours keeps its name. What stands for all rows goes where a row has nothing.
 */
export function arrangeSeizures<T extends Table>(table: T, { columns, forAll }: TableLayout): Arranged<T> {
  const taken = new Map<SeizureColumn, string>();
  const rejects: Reject[] = [];
  const refuse = (column: string, reason: string, fix: string): void => {
    rejects.push({ file: table.file, row: 1, column, value: null, reason, fix });
  };
  const take = (name: string, column: SeizureColumn): void => {
    if (!taken.has(column)) taken.set(column, name);
  };
  for (const [name, column] of Object.entries(columns)) {
    if (!table.columns.includes(name)) {
      const found = table.columns.map(showValue).join(', ');
      refuse(name, `the file has no column of that name; found: ${found}`, 'Name one that it has.');
    } else if (column !== null) {
      const twin = taken.get(column);
      if (twin === undefined) take(name, column);
      else refuse(name, `both this and "${showValue(twin)}" are to be ${column}`, 'Choose one of the two.');
    }
  }
  const free = table.columns.filter((name) => !(name in columns));
  for (const name of free) if (isOurs(name)) take(name, name);
  for (const name of free) {
    const meant = columnMeant(name);
    if (meant !== null && !isOurs(name)) take(name, meant);
  }
  const oursOf = new Map([...taken].map(([column, name]) => [name, column]));
  const told = table.columns.map((name) => ({ name, column: oursOf.get(name) ?? null }));
  const filled = Object.entries(forAll) as [SeizureColumn, string][];
  const same = told.every(({ name, column }) => column === null || column === name);
  const left = told.filter(({ name, column }) => column === null && (name in columns || isOurs(name)));
  if (same && filled.length === 0 && left.length === 0) return { table, columns: told, rejects };
  const kept = told.filter((one) => !left.includes(one));
  const names = new Set([
    ...kept.map(({ name, column }) => column ?? name),
    ...filled.map(([column]) => column),
  ]);
  const rows = table.rows.map((row): Row => {
    const cells = kept.map(({ name, column }): [string, string] => [column ?? name, row[name] ?? '']);
    const put: Record<string, string> = Object.fromEntries(cells);
    for (const [column, text] of filled) if ((put[column] ?? '').trim() === '') put[column] = text;
    return put;
  });
  return { table: { ...table, columns: [...names], rows }, columns: told, rejects };
}

/** What our columns are called in the file, for messages about it. */
export function namesInFile({ columns }: Pick<Arranged<Table>, 'columns'>): (column: string) => string {
  const names = new Map<string, string>(
    columns.flatMap(({ name, column }) => (column === null ? [] : [[column, name]])),
  );
  return (column) => names.get(column) ?? column;
}
