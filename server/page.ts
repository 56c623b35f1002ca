import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { AppError } from './errors.ts';

/** Where the built page lies. */
export const PAGE_FOLDER = fileURLToPath(new URL('../web/dist', import.meta.url));

/**
 * Builds the page where it is missing or older than its sources, in a process of its own, so that it takes
 * the second processor while the database opens.
 *
 * @throws {AppError} `page-build` with what the build said
 */
export async function buildPage(): Promise<void> {
  const script = fileURLToPath(new URL('../web/build.js', import.meta.url));
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (said += data.toString()));
  }
  await once(child, 'close');
  if (child.exitCode !== 0) throw new AppError('page-build', `The page could not be built.\n${said}`);
}
