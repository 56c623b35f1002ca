import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// Runs after the last test of each file that imports this one.
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Makes a new empty folder, which is removed after the tests of the file that asked for it. */
export function tempFolder(prefix = 'leeward-test-'): string {
  const folder = mkdtempSync(path.join(tmpdir(), prefix));
  made.push(folder);
  return folder;
}

/** Writes a file into a new folder of its own and returns its path. */
export function tempFile(name: string, content: string | Uint8Array): string {
  const file = path.join(tempFolder('leeward-file-'), name);
  writeFileSync(file, content);
  return file;
}
