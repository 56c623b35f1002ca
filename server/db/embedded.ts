import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { AppError } from '../errors.ts';
import type { Database, Parameter } from './database.ts';
import { lockDirectory } from './lock.ts';
import { slimPostgis } from './slim-postgis.ts';

/**
 * Opens the embedded database kept under `directory`.
 *
 * PGlite takes no lock of its own and two processes on one directory lose rows, so ours is taken first
 * and given back last.
 *
 * @throws {ConflictError} `data-in-use` when another process holds the directory
 * @throws {AppError} `data-directory` when it cannot be made or written to
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await makeWritable(directory);
  const unlock = await lockDirectory(directory);
  const dataDir = path.join(directory, 'database');
  try {
    return wrap(await PGlite.create({ dataDir, extensions: { postgis: slimPostgis(directory) } }), unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'data-directory',
      `The data directory ${directory} cannot be used (${cause}). ` +
        'Name a directory you may write to with --data DIR or LEEWARD_DATA.',
    );
  }
}

function wrap(pglite: PGlite, unlock: () => Promise<void>): Database {
  return {
    kind: 'embedded',
    query: async <Row extends object>(sql: string, parameters: readonly Parameter[] = []) =>
      (await pglite.query<Row>(sql, [...parameters])).rows,
    transaction: (work) =>
      pglite.transaction((tx) =>
        work({
          query: async <Row extends object>(sql: string, parameters: readonly Parameter[] = []) =>
            (await tx.query<Row>(sql, [...parameters])).rows,
        }),
      ),
    script: async (sql) => {
      await pglite.exec(sql);
    },
    close: async () => {
      await pglite.close();
      await unlock();
    },
  };
}
