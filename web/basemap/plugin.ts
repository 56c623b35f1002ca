import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';
import { madeFilesPlugin, type MadeFiles } from '../made-files.ts';
import { baseChunks, type CountryTopology } from './build.ts';
import { coastPacks, readCoast, type CoastFile } from './coast.ts';

const resolve = createRequire(import.meta.url).resolve;
const topology = (name: string): CountryTopology =>
  JSON.parse(readFileSync(resolve(`world-atlas/${name}.json`), 'utf8')) as CountryTopology;
const coastFile = (): CoastFile =>
  JSON.parse(readFileSync(new URL('../../data/coast-islands.json', import.meta.url), 'utf8')) as CoastFile;

/** File names carry a hash of what is in them, so they may be cached for ever. */
function basemap(): MadeFiles {
  const files = new Map<string, string | Uint8Array>();
  const names: Record<string, string> = {};
  for (const { name, data } of baseChunks(topology('countries-10m'), topology('countries-50m'))) {
    const text = JSON.stringify(data);
    const file = `assets/basemap/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`;
    files.set(file, text);
    names[name] = file;
  }
  const source = coastFile();
  const packs = coastPacks(readCoast(source), source.box);
  const hash = createHash('sha256');
  for (const { bytes } of packs) hash.update(bytes);
  const folder = `assets/basemap/coast-${hash.digest('hex').slice(0, 10)}`;
  for (const { x, y, bytes } of packs) files.set(`${folder}/${x}-${y}.bin`, bytes);
  const coast = { folder, packs: packs.map(({ x, y }) => `${x}-${y}`).join(' ') };
  const module = `export const BASEMAP_FILES = ${JSON.stringify(names)};
export const COAST = ${JSON.stringify(coast)};`;
  return { files, module };
}

/**
 * Vite plugin: makes the base map from Natural Earth (world-atlas) and the finer coast from GSHHG
 * (`data/coast-islands.json`) at build time, and offers the addresses of their files as `virtual:basemap`.
 */
export const basemapPlugin = (): Plugin => madeFilesPlugin('basemap', basemap);
