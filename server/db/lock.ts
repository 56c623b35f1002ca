import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { ConflictError } from '../errors.ts';

/** Directories this process holds: the operating system's lock keeps out other processes only. */
const held = new Set<string>();

/**
 * Takes the single-writer lock of a data directory and returns the function that gives it back.
 *
 * The lock is a DuckDB file kept open: DuckDB holds it with the operating system's own file lock, which
 * ends with the process however that dies, so there is no stale lock to clear after a power cut.
 *
 * @throws {ConflictError} `data-in-use` naming the directory and, where known, the process that holds it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const key = path.resolve(directory);
  if (held.has(key)) throw inUse(key, process.pid);
  held.add(key);
  try {
    const instance = await DuckDBInstance.create(path.join(key, 'lock.duckdb'), { threads: '1' });
    return () => {
      instance.closeSync();
      held.delete(key);
      return Promise.resolve();
    };
  } catch (error) {
    held.delete(key);
    const text = error instanceof Error ? error.message : String(error);
    if (!/lock/i.test(text)) throw error;
    throw inUse(key, Number(/PID (\d+)/.exec(text)?.[1] ?? 0));
  }
}

function inUse(directory: string, pid: number): ConflictError {
  const who = pid > 0 ? `process ${String(pid)}` : 'another process';
  return new ConflictError(
    'data-in-use',
    `The data directory ${directory} is in use by ${who}. ` +
      'Stop that Leeward first, or choose another directory with --data DIR.',
  );
}
