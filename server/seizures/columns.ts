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

const LINE_COLUMNS: readonly string[] = [
  'record_id',
  'line_no',
  'commodity',
  'quantity',
  'unit',
  'quantity_as_reported',
];

/** Columns that tell of the event and so repeat on each of its rows. */
export const EVENT_COLUMNS: readonly string[] = [
  ...REQUIRED_SEIZURE_COLUMNS,
  ...OPTIONAL_SEIZURE_COLUMNS,
].filter((column) => !LINE_COLUMNS.includes(column));
