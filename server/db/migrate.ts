import { readdir, readFile } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import type { Database } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any fixed number: two servers starting at once on one PostgreSQL take turns. */
const ADVISORY_LOCK = 7_318_402;

/**
 * Applies the migrations that the database has not had, in order of file name, once each, all or none.
 *
 * @returns the names applied now
 * @throws {AppError} `schema-newer` when the database knows a migration that this version does not,
 *   `no-postgis` when the server has no PostGIS
 */
export async function migrate(database: Database): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await database.script(
    'create table if not exists migration (name text primary key, applied_at timestamptz not null)',
  );
  const done = new Set(
    (await database.query<{ name: string }>('select name from migration')).map((row) => row.name),
  );
  const unknown = [...done].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new AppError(
      'schema-newer',
      `This database was written by a newer Leeward (it has ${unknown.join(', ')}). Start that version instead.`,
    );
  }
  const missing = names.filter((name) => !done.has(name));
  for (const name of missing) {
    const sql = await readFile(new URL(name, FOLDER), 'utf8');
    try {
      // One message of several statements is one transaction on both databases: all of it or none.
      await database.script(
        `select pg_advisory_xact_lock(${String(ADVISORY_LOCK)}); insert into migration values ('${name}', now()); ${sql}`,
      );
    } catch (error) {
      if (!(await isApplied(database, name))) throw asMissingPostgis(error);
    }
  }
  return missing;
}

/** PostgreSQL says `extension "postgis" is not available`, or that only a superuser may make it. */
function asMissingPostgis(error: unknown): unknown {
  if (!(error instanceof Error && /extension "postgis"/i.test(error.message))) return error;
  return new AppError(
    'no-postgis',
    `The database server lacks PostGIS (${error.message}). Install it there (Debian: postgresql-15-postgis-3) ` +
      'and have an administrator run "create extension postgis" in this database.',
  );
}

/** Another server may have applied it while this one waited for the lock. */
async function isApplied(database: Database, name: string): Promise<boolean> {
  return (await database.query('select 1 from migration where name = $1', [name])).length > 0;
}
