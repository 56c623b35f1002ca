import type { Reject } from '../../shared/model.ts';
import { nearestName, showValue, type Table } from '../../shared/table.ts';

/**
 * Checks a table's header against the columns a reader knows.
 *
 * @returns a reject for each required column that is not there, with what was found and the nearest name,
 *   and for each unknown column that looks like a slip for an optional one (its content would be lost)
 */
export function requireColumns(
  table: Pick<Table, 'file' | 'columns'>,
  required: readonly string[],
  optional: readonly string[],
): Reject[] {
  const known = new Set([...required, ...optional]);
  const unknown = table.columns.filter((column) => !known.has(column));
  const found = table.columns.map(showValue).join(', ');
  const suggested = new Set<string>();
  const missing = required
    .filter((column) => !table.columns.includes(column))
    .map((column): Reject => {
      const near = nearestName(column, unknown);
      if (near !== null) suggested.add(near);
      const fix =
        near === null
          ? `Add a column "${column}" to the header row.`
          : `Rename the column "${showValue(near)}" to "${column}", if that is what it holds.`;
      const reason = `the column "${column}" is missing; found: ${found}`;
      return { file: table.file, row: 1, column, value: null, reason, fix };
    });
  return [
    ...missing,
    ...slips(
      table,
      unknown.filter((column) => !suggested.has(column)),
      optional,
    ),
  ];
}

function slips(
  table: Pick<Table, 'file' | 'columns'>,
  unknown: readonly string[],
  optional: readonly string[],
): Reject[] {
  const absent = optional.filter((column) => !table.columns.includes(column));
  return unknown.flatMap((column): Reject[] => {
    const near = nearestName(column, absent);
    if (near === null) return [];
    const reason = 'no column of that name is known, so its content would be lost';
    const fix = `Rename it to "${near}", or delete the column.`;
    return [{ file: table.file, row: 1, column, value: showValue(column), reason, fix }];
  });
}
