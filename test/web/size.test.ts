import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

// The page as `npm test` has built it.
const ASSETS = join(import.meta.dirname, '../../web/dist/assets');
const files = existsSync(ASSETS) ? readdirSync(ASSETS) : [];
const sizeOf = (file: string): number => gzipSync(readFileSync(join(ASSETS, file)), { level: 9 }).length;

describe('the built page', () => {
  it('has at most 600 kB of JavaScript, compressed, the worker of the map and every lazy part included', () => {
    const scripts = files.filter((file) => /\.m?js$/.test(file));
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(600_000);
  });

  it('has the map and its worker share what both need', () => {
    const worker = files.filter((file) => /^maplibre-worker-.*\.js$/.test(file));
    expect(worker).toHaveLength(1);
    expect(readFileSync(join(ASSETS, worker[0] ?? ''), 'utf8')).toMatch(/^import"\.\/maplibre/);
    expect(files).toContain('maplibre-licence.txt');
  });

  it.each(['es', 'fr', 'nl'])('has the texts in %s as a file of their own', (language) => {
    expect(files.filter((file) => file.startsWith(`${language}-`) && file.endsWith('.json'))).toHaveLength(1);
  });
});
