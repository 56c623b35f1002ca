import pg from 'pg';
import type { Database, Parameter, Queryable } from './database.ts';

/**
 * Connects to a PostgreSQL 15 or later server with PostGIS.
 *
 * @param url  `postgres://user:password@host:port/database`
 * @throws whatever `pg` says when the server cannot be reached
 */
export async function openServer(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
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
    throw error;
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
