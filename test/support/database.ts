import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open.ts';
import { openServer } from '../../server/db/postgres.ts';

interface Opened {
  readonly database: Database;
  dispose(): Promise<void>;
}

/** A copy of the empty, migrated data directory; the caller removes it. */
export async function copyOfTemplate(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'leeward-test-'));
  await cp(inject('embeddedTemplate'), folder, { recursive: true });
  return folder;
}

async function openEmbeddedCopy(): Promise<Opened> {
  const folder = await copyOfTemplate();
  const database = await openDatabase({ databaseUrl: '', dataDirectory: folder });
  return {
    database,
    dispose: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A new database on the test server; returns its address and the function that drops it. */
export async function newServerDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = await openServer(inject('serverUrl'));
  await admin.script(`create database ${name}`);
  await admin.close();
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      const again = await openServer(inject('serverUrl'));
      await again.script(`drop database ${name} with (force)`);
      await again.close();
    },
  };
}

async function openOnServer(): Promise<Opened> {
  const { url, drop } = await newServerDatabase();
  const database = await openDatabase({ databaseUrl: url, dataDirectory: '' });
  return {
    database,
    dispose: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Runs the same tests on a fresh embedded database and on a fresh database of a real server. */
export function describeOnBoth(name: string, tests: (database: () => Database) => void): void {
  for (const [kind, open] of [
    ['embedded', openEmbeddedCopy],
    ['server', openOnServer],
  ] as const) {
    describe(`${name} (${kind} database)`, () => {
      let opened: Opened | null = null;
      beforeAll(async () => {
        opened = await open();
      });
      afterAll(async () => {
        await opened?.dispose();
      });
      tests(() => {
        if (!opened) throw new Error('the database is opened before the tests of its block');
        return opened.database;
      });
    });
  }
}
