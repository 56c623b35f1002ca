import pg from 'pg';
import { AppError } from '../errors.ts';
import type { Database, Parameter, Queryable } from './database.ts';

/** A server that does not answer must not hold up the command for the minutes TCP would give it. */
const CONNECT_MS = 15_000;

/**
 * Connects to a PostgreSQL 15 or later server with PostGIS.
 *
 * @param url  `postgres://user:password@host:port/database`
 * @throws {AppError} `database-server` when it cannot be reached or lets nobody in
 */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: CONNECT_MS });
  // An idle connection that the server ends must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  const on = (runner: pg.Pool | pg.PoolClient): Queryable => ({
    query: async <Row extends object>(sql: string, parameters: readonly Parameter[] = []) =>
      (await runner.query<Row>(sql, [...parameters])).rows,
  });
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw unusable(url, error);
  }
  return {
    kind: 'server',
    query: on(pool).query,
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work(on(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    script: async (sql) => {
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}

/** The address is repeated without its password: messages end up in logs. */
function unusable(url: string, error: unknown): AppError {
  const { host, pathname } = new URL(url);
  const cause = error instanceof Error && error.message !== '' ? error.message : String(error);
  return new AppError(
    'database-server',
    `The database ${pathname.slice(1)} on ${host} cannot be used (${cause}). ` +
      'Check DATABASE_URL and that the server runs, or unset it to use the embedded database.',
  );
}
