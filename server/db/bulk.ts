import type { Parameter, Queryable } from './database.ts';

/** Column types that {@link insertRows} takes. `point` is `[lon, lat]` or null; `line` a list of them. */
export type ColumnType =
  'text' | 'text[]' | 'integer' | 'float8' | 'boolean' | 'date' | 'timestamptz' | 'jsonb' | 'point' | 'line';

/** Rows a statement: keeps a parameter array below a few megabytes. */
const CHUNK = 20_000;

/**
 * Inserts records with one `unnest` statement a chunk, which both databases take (hundreds of thousands
 * of rows a second). Column `place_id` is filled from the record's `placeId`.
 *
 * @param columns  column name -> type
 * @param onConflict  for example `on conflict (id) do nothing`
 * @throws {TypeError} when a record has no value, not even null, for a column
 */
export async function insertRows(
  tx: Queryable,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  records: readonly object[],
  onConflict = '',
): Promise<void> {
  const fields = Object.entries(columns).map(([name, type]) => ({ name, type, key: camelCase(name) }));
  const sql = `insert into ${table} (${fields.map(({ name }) => name).join(', ')})
    select ${fields.map(({ name, type }) => fromArray(`t.${name}`, type)).join(', ')}
    from unnest(${fields.map(({ type }, i) => `$${String(i + 1)}::${arrayType(type)}[]`).join(', ')})
      as t(${fields.map(({ name }) => name).join(', ')}) ${onConflict}`;
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK);
    await tx.query(
      sql,
      fields.map(({ key, type }): Parameter =>
        chunk.map((record) => toParameter(valueOf(record, key), type)),
      ),
    );
  }
}

const camelCase = (name: string): string =>
  name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

function valueOf(record: object, key: string): unknown {
  const value = (record as Readonly<Record<string, unknown>>)[key];
  if (value === undefined) throw new TypeError(`A record to be saved has no ${key}.`);
  return value;
}

/** Nested arrays would be flattened by `unnest`, so lists and shapes travel as text. */
function arrayType(type: ColumnType): string {
  return ['text[]', 'point', 'line', 'jsonb'].includes(type) ? 'text' : type;
}

function fromArray(name: string, type: ColumnType): string {
  switch (type) {
    case 'text[]':
      return `array(select jsonb_array_elements_text(${name}::jsonb))`;
    case 'jsonb':
      return `${name}::jsonb`;
    case 'point':
    case 'line':
      return `ST_GeomFromText(${name}, 4326)`;
    default:
      return name;
  }
}

type Scalar = string | number | boolean | null;

function toParameter(value: unknown, type: ColumnType): Scalar {
  if (value === null) return null;
  switch (type) {
    case 'text[]':
    case 'jsonb':
      return JSON.stringify(value);
    case 'point':
      return `POINT(${(value as readonly number[]).join(' ')})`;
    case 'line':
      return `LINESTRING(${(value as readonly (readonly number[])[]).map((p) => p.join(' ')).join(',')})`;
    case 'timestamptz':
      return typeof value === 'number' ? new Date(value).toISOString() : (value as string);
    default:
      return value as Scalar;
  }
}
