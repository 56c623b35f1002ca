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

/**
 * Reads the environment into a frozen Config.
 *
 * @throws {AppError} `bad-setting` naming the variable and what it takes
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const port = Number(environment['LEEWARD_PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError(
      'bad-setting',
      'LEEWARD_PORT takes a whole number from 0 to 65535 (0: any free port).',
    );
  }
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new AppError('bad-setting', 'DATABASE_URL must look like postgres://user@host:5432/database.');
  }
  return Object.freeze({
    dataDirectory: path.resolve(environment['LEEWARD_DATA'] ?? '.leeward'),
    databaseUrl,
    host: environment['LEEWARD_HOST'] ?? '127.0.0.1',
    port,
  });
}
