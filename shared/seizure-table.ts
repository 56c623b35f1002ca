/** The table of seizure reports, as both the reader and the page that takes one in know it. */

/** Columns a seizure table must have; a row may leave some of their fields empty. */
export const REQUIRED_SEIZURE_COLUMNS = [
  'record_id',
  'line_no',
  'date',
  'date_precision',
  'country',
  'place',
  'commodity',
  'quantity',
  'unit',
  'source_title',
  'source_url',
  'confidence',
] as const;

/** Columns read where they are there. */
export const OPTIONAL_SEIZURE_COLUMNS = [
  'date_earliest',
  'date_latest',
  'lat',
  'lon',
  'position_uncertainty_km',
  'locode',
  'agencies',
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
  'tlp',
  'notes',
] as const;

/** Largest file of seizure reports that the page takes in, bytes of UTF-8. */
export const MAX_IMPORT_BYTES = 20_000_000;
