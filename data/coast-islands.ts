import { createReadStream, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { encodeLine } from '../shared/polyline.ts';
import { ringAreaKm2, shorelines, simplified, type GshhgArrays, type Shoreline } from './gshhg.ts';

/**
 * Makes `coast-islands.json`, the shore of the wider Caribbean for harbour zoom, from the shorelines of GSHHG.
 * It is run by hand when a new version of GSHHG comes out; the page is built from the file it made.
 *
 *   apt-get download gmt-gshhg-full && dpkg -x gmt-gshhg-full_*.deb gshhg     (Debian; GSHHG 2.3.7)
 *   ncdump gshhg/usr/share/gmt-gshhg/binned_GSHHS_f.nc > gshhg.cdl            (Debian's netcdf-bin; 180 MB)
 *   npx tsx data/coast-islands.ts gshhg.cdl
 */
const BOX = [-100, 3, -50, 34] as const;
/** How far a shore may be moved, metres: islands keep nearly every point; GSHHG itself is good to 50 to 100 m. */
const ISLAND_M = 10;
const MAINLAND_M = 30;
/** Ponds smaller than this are not drawn, km2. */
const LEAST_LAKE_KM2 = 2;

/**
 * Dominica lies 0.96 km too far west and 0.27 km too far south in GSHHG: that is how far its middle is from the
 * middle of the island in Natural Earth 1:10m, and the gazetteer's Roseau and Portsmouth say the same. Its
 * shorelines are moved back; east and north, degrees.
 */
const MOVED = { box: [-61.55, 15.15, -61.2, 15.7], east: 0.0089, north: 0.0024 } as const;

const NAMES: readonly (keyof GshhgArrays)[] = [
  'N_segments_in_a_bin',
  'Id_of_first_segment_in_a_bin',
  'Embedded_npts_levels_exit_entry_for_a_segment',
  'Id_of_first_point_in_a_segment',
  'Id_of_GSHHS_ID',
  'Relative_longitude_from_SW_corner_of_bin',
  'Relative_latitude_from_SW_corner_of_bin',
];

/** Reads the arrays from the text that `ncdump` writes. */
async function readCdl(path: string): Promise<GshhgArrays> {
  const arrays = Object.fromEntries(NAMES.map((name) => [name, [] as number[]])) as Record<
    keyof GshhgArrays,
    number[]
  >;
  const wanted = new Map<string, number[]>(Object.entries(arrays));
  let open: number[] | undefined;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const start = /^ (\w+) = /.exec(line);
    if (start) open = wanted.get(start[1] ?? '');
    if (!open) continue;
    for (const part of line.slice(start?.[0].length ?? 0).split(',')) {
      const text = part.replace(';', '').trim();
      if (text !== '') open.push(Number(text));
    }
    if (line.includes(';')) open = undefined;
  }
  return arrays;
}

const isRing = ({ line }: Shoreline): boolean =>
  line[0]?.[0] === line.at(-1)?.[0] && line[0]?.[1] === line.at(-1)?.[1];

function moved(shore: Shoreline): Shoreline {
  const [west, south, east, north] = MOVED.box;
  if (!shore.line.every(([x, y]) => x > west && x < east && y > south && y < north)) return shore;
  return { ...shore, line: shore.line.map(([x, y]) => [x + MOVED.east, y + MOVED.north]) };
}

/** Shorelines of one level as text, the longest first; a ring that is too small to keep three corners is none. */
function encoded(lines: readonly Shoreline[]): string[] {
  return lines
    .map((shore) => ({
      ring: isRing(shore),
      line: simplified(shore.line, isRing(shore) ? ISLAND_M : MAINLAND_M),
    }))
    .filter(({ ring, line }) => line.length >= (ring ? 4 : 2))
    .sort((a, b) => b.line.length - a.line.length)
    .map(({ line }) => encodeLine(line));
}

async function main(cdl: string): Promise<void> {
  const all = shorelines(await readCdl(cdl), BOX).map(moved);
  const lakes = all.filter(
    (shore) => shore.level === 2 && isRing(shore) && -ringAreaKm2(shore.line) >= LEAST_LAKE_KM2,
  );
  const coast = {
    source: 'GSHHG 2.3.7, full resolution: Wessel and Smith 1996; from the World Vector Shoreline',
    licence: 'LGPL-3.0-or-later',
    made: 'data/coast-islands.ts',
    encoding: 'shared/polyline.ts',
    box: BOX,
    land: encoded(all.filter(({ level }) => level === 1)),
    lakes: encoded(lakes),
  };
  const out = new URL('coast-islands.json', import.meta.url);
  writeFileSync(out, `${JSON.stringify(coast, null, 2)}\n`);
  console.log(`${coast.land.length} shores, ${coast.lakes.length} lakes`);
}

const [, script, cdl] = process.argv;
if (script !== undefined && cdl !== undefined && import.meta.url === pathToFileURL(script).href)
  await main(cdl);
