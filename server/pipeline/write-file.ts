import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { AppError } from '../errors.ts';

/**
 * Writes text or bytes to a file whole or not at all: beside it first, then put in its place. What is no regular
 * file, such as a pipe, is written to as it is.
 *
 * @throws {AppError} `file-unwritable` with what the system said
 */
export async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    const before = await stat(target).catch(() => null);
    if (before && !before.isFile()) await writeFile(target, text);
    else await replace(target, text, before?.mode);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const fix = 'Name a file in a folder that is there and that you may write to.';
    throw new AppError('file-unwritable', `${path} cannot be written (${cause}). ${fix}`);
  }
}

async function replace(target: string, text: string | Uint8Array, mode: number | undefined): Promise<void> {
  const partial = `${target}.${String(process.pid)}.partial`;
  try {
    await writeFile(partial, text, { flag: 'wx', ...(mode === undefined ? {} : { mode }) });
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
