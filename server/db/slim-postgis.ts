import { access, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';

/** What of the package is left out: raster, topology, the US geocoder, and scripts that upgrade older versions. */
const UNUSED = /raster|rtpost|topology|tiger|address|sfcgal|contrib|unpackaged|--ANY--/;
const BLOCK = 512;

/**
 * PostGIS for the embedded database without the parts that Leeward does not use: PGlite unpacks all 95 MB of the
 * package each time it opens, which takes as long as the rest of opening. The smaller archive is made once and kept
 * in `directory`.
 */
export function slimPostgis(directory: string): Extension {
  return {
    name: postgis.name,
    setup: async (pglite, options) => {
      const whole = await postgis.setup(pglite, options);
      if (!whole.bundlePath) return whole;
      return { ...whole, bundlePath: await slimArchive(whole.bundlePath, directory) };
    },
  };
}

async function slimArchive(whole: URL, directory: string): Promise<URL> {
  // Named after its size, so that another version of the package makes another.
  const slim = path.join(directory, `postgis-${String((await stat(whole)).size)}.tar.gz`);
  try {
    await access(slim);
  } catch {
    // Whole or not at all: another start may end while it is written.
    const tar = await promisify(gunzip)(await readFile(whole));
    await writeFile(`${slim}.part`, await promisify(gzip)(withoutUnused(tar), { level: 1 }));
    await rename(`${slim}.part`, slim);
  }
  return pathToFileURL(slim);
}

/** A tar archive is blocks of 512 bytes: for each file a header, with its name and octal size, and its content. */
function withoutUnused(tar: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < tar.length && tar[at] !== 0;) {
    const text = (from: number, length: number): string =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const end = at + BLOCK * (1 + Math.ceil(Number.parseInt(text(124, 12), 8) / BLOCK));
    if (!UNUSED.test(text(0, 100))) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * BLOCK)]);
}
