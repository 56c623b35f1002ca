import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { makeApp } from './app.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';

export interface RunningServer {
  /** Where the page is, such as `http://127.0.0.1:4680/`. */
  readonly address: string;
  /** Stops listening and waits for the requests under way. */
  stop(): Promise<void>;
}

/**
 * Serves the API and the page over an open database.
 *
 * @throws when the address cannot be listened on, such as EADDRINUSE
 */
export async function serve(
  database: Database,
  config: Pick<Config, 'host' | 'port'>,
  version: string,
): Promise<RunningServer> {
  const log = pino({ level: 'warn' }, pino.destination(2));
  const app = makeApp(database, version, (error) => {
    log.error(error);
  });
  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    address: `http://${host}:${String(port)}/`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
