import {
  DATA_TABLES,
  MEDIA_TYPES,
  type BRIEFING_FORMATS,
  type Briefing,
  type DataTable,
} from '../../../shared/briefing.ts';
import { InputError } from '../../errors.ts';
import { toCsv } from './csv.ts';
import { toGeoJson } from './geojson.ts';
import { toGpx } from './gpx.ts';
import { toGraphMl } from './graphml.ts';
import { toKml } from './kml.ts';
import { toXlsx } from './xlsx.ts';

export type DataFormat = (typeof BRIEFING_FORMATS)['data'][number];

export interface RenderedData {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
}

/**
 * The data of a briefing in one format: the same briefing gives the same bytes. CSV is one table; every other format
 * holds all it can: XLSX the tables, GeoJSON, KML and GPX what is drawn, GraphML places and legs.
 *
 * @param table  for CSV alone
 * @throws {InputError} `bad-table` for CSV without a table, or another format with one
 */
export async function renderData(
  briefing: Briefing,
  format: DataFormat,
  table?: DataTable,
): Promise<RenderedData> {
  const content = await contentOf(briefing, format, table);
  return {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    mediaType: MEDIA_TYPES[format],
    extension: format,
  };
}

async function contentOf(
  briefing: Briefing,
  format: DataFormat,
  table: DataTable | undefined,
): Promise<string | Uint8Array> {
  if (format === 'csv') return toCsv(briefing, asTable(table));
  if (table !== undefined) {
    throw new InputError('bad-table', `Only CSV is one table; ${format} holds all. Leave "${table}" out.`);
  }
  switch (format) {
    case 'xlsx':
      return toXlsx(briefing);
    case 'geojson':
      return toGeoJson(briefing);
    case 'kml':
      return toKml(briefing);
    case 'graphml':
      return toGraphMl(briefing);
    case 'gpx':
      return toGpx(briefing);
  }
}

function asTable(table: DataTable | undefined): DataTable {
  const known = DATA_TABLES.find((one) => one === table);
  if (known !== undefined) return known;
  throw new InputError(
    'bad-table',
    `CSV is one table: ${DATA_TABLES.join(', ')}; it was given ${table === undefined ? 'none' : `"${table}"`}.`,
  );
}
