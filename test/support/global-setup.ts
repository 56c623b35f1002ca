import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/db/open.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data directory with an empty, migrated embedded database, to be copied. */
    embeddedTemplate: string;
    /** A PostgreSQL server with PostGIS on which tests may make and drop databases. */
    serverUrl: string;
  }
}

/** Makes the embedded template once, because opening and migrating a new one takes seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = process.env['LEEWARD_TEST_DATABASE_URL'];
  if (!serverUrl) {
    throw new Error(
      'LEEWARD_TEST_DATABASE_URL is not set. Run "npm test", which starts a PostgreSQL with PostGIS for the tests, ' +
        'or set it to a server on which databases may be made.',
    );
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'leeward-test-'));
  const template = path.join(folder, 'template');
  await (await openDatabase({ databaseUrl: '', dataDirectory: template })).close();
  project.provide('embeddedTemplate', template);
  project.provide('serverUrl', serverUrl);
  return () => rm(folder, { recursive: true, force: true });
}
