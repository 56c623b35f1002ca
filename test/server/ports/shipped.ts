import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parsePlaces, type ParsedPlaces } from '../../../server/ports/parse.ts';

export type Row = Readonly<Record<string, string>>;

/** The project's own directory, as a URL. */
export const ROOT = new URL('../../../', import.meta.url);

/** Rows of a CSV file with a header, as strings. */
export function readRows(url: URL): Row[] {
  return parse<Row>(readFileSync(url, 'utf8'), { columns: true, bom: true });
}

/** The gazetteer the project ships, read by its own reader. */
export function shippedPlaces(): ParsedPlaces {
  return parsePlaces(readRows(new URL('data/ports.csv', ROOT)), 'data/ports.csv');
}
