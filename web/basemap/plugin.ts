import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { baseChunks, type CountryTopology } from './build.ts';

const VIRTUAL_ID = 'virtual:basemap';
const resolve = createRequire(import.meta.url).resolve;
const topology = (name: string): CountryTopology =>
  JSON.parse(readFileSync(resolve(`world-atlas/${name}.json`), 'utf8')) as CountryTopology;

/** File name under the web root (with a content hash, so it may be cached for ever) to its GeoJSON text. */
function basemapFiles(): Map<string, { chunk: string; text: string }> {
  const files = new Map<string, { chunk: string; text: string }>();
  for (const { name, data } of baseChunks(topology('countries-10m'), topology('countries-50m'))) {
    const text = JSON.stringify(data);
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
    files.set(`basemap/${name}-${hash}.json`, { chunk: name, text });
  }
  return files;
}

/**
 * Vite plugin: makes the base map from Natural Earth (world-atlas) at build time, emits its files and offers
 * their addresses as `virtual:basemap` (`BASEMAP_FILES`). The development server answers them from memory.
 */
export function basemapPlugin(): Plugin {
  let files: ReturnType<typeof basemapFiles> | undefined;
  const all = () => (files ??= basemapFiles());
  return {
    name: 'leeward-basemap',
    resolveId: (id) => (id === VIRTUAL_ID ? `\0${VIRTUAL_ID}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL_ID}`) return null;
      const entries = [...all()].map(([file, { chunk }]) => [chunk, file]);
      return `export const BASEMAP_FILES = ${JSON.stringify(Object.fromEntries(entries))};`;
    },
    generateBundle() {
      for (const [fileName, { text }] of all()) this.emitFile({ type: 'asset', fileName, source: text });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = all().get((request.url ?? '').replace(/^\//, '').replace(/\?.*$/, ''));
        if (!file) return next();
        response.setHeader('Content-Type', 'application/json');
        response.end(file.text);
      });
    },
  };
}
