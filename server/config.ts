import path from 'node:path';
import { AppError } from './errors.ts';

/** Everything that may differ between two installations. Analysis thresholds are beside it, in `analysis`. */
export interface Config {
  readonly dataDirectory: string;
  /** Empty: the embedded database. */
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
}

/** 4680: not assigned by IANA to a service in common use. */
const DEFAULT_PORT = 4680;

/** What a port setting takes, to follow "takes". */
export const PORT_SHAPE = 'a whole number from 0 to 65535 (0: any free port)';

/** Whether a text is a port to listen on. */
export const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/**
 * Reads the environment into a frozen Config.
 *
 * @throws {AppError} `bad-setting` naming the variable and what it takes
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  // A variable set to nothing is one not set, as container tools write it.
  const set = (name: string): string | undefined => environment[name] || undefined;
  const portText = set('LEEWARD_PORT') ?? String(DEFAULT_PORT);
  if (!isPort(portText)) throw new AppError('bad-setting', `LEEWARD_PORT takes ${PORT_SHAPE}.`);
  const databaseUrl = set('DATABASE_URL') ?? '';
  if (databaseUrl !== '' && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    throw new AppError('bad-setting', 'DATABASE_URL must look like postgres://user@host:5432/database.');
  }
  return Object.freeze({
    dataDirectory: path.resolve(set('LEEWARD_DATA') ?? '.leeward'),
    databaseUrl,
    host: set('LEEWARD_HOST') ?? '127.0.0.1',
    port: Number(portText),
  });
}
