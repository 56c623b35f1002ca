import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import pino from 'pino';
import { makeApp } from './app.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import { AppError } from './errors.ts';
import { batchBook } from './pipeline/batch-book.ts';
import { exportJobs } from './pipeline/export-jobs.ts';
import { seizureImports } from './pipeline/import-text.ts';
import { analysisJobs } from './pipeline/jobs.ts';

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:4680/`. */
  readonly address: string;
  /** Stops listening and waits for the requests under way. */
  stop(): Promise<void>;
}

/**
 * Serves the API and the page over an open database.
 *
 * @throws {AppError} `port-unusable` when the address cannot be listened on
 */
export async function serve(
  database: Database,
  config: Pick<Config, 'host' | 'port' | 'dataDirectory'>,
  version: string,
): Promise<RunningServer> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const logError = (error: unknown): void => {
    log.error(error);
  };
  const jobs = analysisJobs(database, { now: Date.now, codeVersion: version, log: logError });
  const exports = exportJobs(path.join(config.dataDirectory, 'exports'), { now: Date.now, log: logError });
  await exports.sweep();
  const imports = seizureImports(database, { now: Date.now, runs: jobs });
  const batches = batchBook(database, { now: Date.now, runs: jobs });
  const app = makeApp(database, { runs: jobs, exports, imports, batches }, version, logError);
  const server = app.listen(config.port, config.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'port-unusable',
      `Cannot listen on port ${String(config.port)} of ${config.host} (${cause}). ` +
        'Stop the program that uses it, or choose another with --port (0: any free port).',
    );
  }
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${String(port)}/`,
    stop: async () => {
      await jobs.stop();
      await exports.stop();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
