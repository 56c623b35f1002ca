import { SEIZURE_COLUMNS } from '../../shared/seizure-table.ts';

const LINE_COLUMNS: readonly string[] = [
  'record_id',
  'line_no',
  'commodity',
  'quantity',
  'unit',
  'quantity_as_reported',
];

/** Columns that tell of the event and so repeat on each of its rows. */
export const EVENT_COLUMNS: readonly string[] = SEIZURE_COLUMNS.filter(
  (column) => !LINE_COLUMNS.includes(column),
);
