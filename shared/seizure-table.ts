/** The table of seizure reports, as both the reader and the page that takes one in know it. */

/** Columns a seizure table must have; a row may leave some of their fields empty. */
export const REQUIRED_SEIZURE_COLUMNS = [
  'record_id',
  'date',
  'country',
  'place',
  'commodity',
  'quantity',
  'source_title',
  'confidence',
] as const;

/** Columns read where they are there. */
export const OPTIONAL_SEIZURE_COLUMNS = [
  'line_no',
  'date_precision',
  'date_earliest',
  'date_latest',
  'lat',
  'lon',
  'position',
  'position_uncertainty_km',
  'locode',
  'agencies',
  'unit',
  'quantity_as_reported',
  'transport',
  'vessel_name',
  'vessel_flag',
  'concealment',
  'departure',
  'departure_locode',
  'transit',
  'transit_locode',
  'destination',
  'destination_locode',
  'arrests',
  'operation',
  'source_publisher',
  'source_date',
  'source_url',
  'tlp',
  'notes',
] as const;

export const SEIZURE_COLUMNS = [...REQUIRED_SEIZURE_COLUMNS, ...OPTIONAL_SEIZURE_COLUMNS] as const;
export type SeizureColumn = (typeof SEIZURE_COLUMNS)[number];

/** How a table that is laid out in another way is to be read. */
export interface TableLayout {
  /** Column of the table to the column of ours that it is; null: it is to be left out. */
  readonly columns: Readonly<Record<string, SeizureColumn | null>>;
  /** What stands in every row of a column of ours that the table has not, or leaves empty. */
  readonly forAll: Readonly<Partial<Record<SeizureColumn, string>>>;
}

/** Largest file of seizure reports that the page takes in, bytes of UTF-8. */
export const MAX_IMPORT_BYTES = 20_000_000;
