import { readFileSync } from 'node:fs';
import { nearestPointOnLine, lineString, point } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { ringAreaKm2, shorelines, simplified, type GshhgArrays } from '../../data/gshhg.ts';
import { decodeLine, encodeLine } from '../../shared/polyline.ts';
import { inRing } from '../../web/basemap/clip.ts';
import { coastPacks, readCoast, type CoastFile } from '../../web/basemap/coast.ts';
import { encodeTile } from '../../web/basemap/tile.ts';

const file = JSON.parse(
  readFileSync(new URL('../../data/coast-islands.json', import.meta.url), 'utf8'),
) as CoastFile;
const coast = readCoast(file);
/** The land that a position is on. */
const landAt = (x: number, y: number): readonly (readonly number[])[] | undefined =>
  coast.polygons.find(
    ({ lines, box }) =>
      x > box[0] && x < box[2] && y > box[1] && y < box[3] && inRing(lines[0] ?? [], [x, y]),
  )?.lines[0];

/** Kilometres from a position to the nearest shore. */
function toShoreKm(x: number, y: number): number {
  const near = coast.shores.filter(
    ({ box }) => x > box[0] - 0.05 && x < box[2] + 0.05 && y > box[1] - 0.05 && y < box[3] + 0.05,
  );
  return Math.min(
    ...near.map(
      ({ lines: [line = []] }) =>
        nearestPointOnLine(lineString(line.map((at) => [...at])), point([x, y])).properties.pointDistance,
    ),
  );
}

// Areas of the main island as they are commonly published, km2: Montserrat, Nevis and Barbados in the CIA World
// Factbook, the others by the islands' own authorities, rounded to whole or half kilometres.
test.each([
  ['Saba', -63.235, 17.63, 13],
  ['Bequia', -61.24, 13.005, 18],
  ['Montserrat', -62.19, 16.73, 102],
  ['Jost Van Dyke', -64.755, 18.447, 8.5],
  ['Union Island', -61.43, 12.597, 9],
  ['Nevis', -62.58, 17.15, 93],
  ['Barbados', -59.55, 13.18, 430],
])('%s has about its published area', (_name, x, y, km2) => {
  const area = ringAreaKm2((landAt(x, y) ?? []).map(([lon = 0, lat = 0]) => [lon, lat]));
  expect(area / km2).toBeGreaterThan(0.88);
  expect(area / km2).toBeLessThan(1.13);
});

test('Anguilla is there; its 91 km2 are published with cays that lie apart', () => {
  const area = ringAreaKm2((landAt(-63.05, 18.21) ?? []).map(([lon = 0, lat = 0]) => [lon, lat]));
  expect(area).toBeGreaterThan(70);
  expect(area).toBeLessThan(91);
});

// Positions of data/ports.csv.
test.each([
  ['Basseterre', -62.713, 17.288],
  ['Road Town', -64.6135, 18.423],
  ['Castries', -60.996, 14.013],
  ['Fort Bay, Saba', -63.2505, 17.6155],
  ['Port Elizabeth, Bequia', -61.243, 13.009],
  ['Bridgetown', -59.6296, 13.1066],
  ['Charlotte Amalie', -64.927, 18.336],
  ["St. George's", -61.752, 12.046],
  ['Gustavia', -62.853, 17.899],
  ['Clifton, Union Island', -61.417, 12.597],
  ['Little Bay, Montserrat', -62.209, 16.802],
])('%s lies within half a kilometre of the shore', (_name, x, y) => {
  expect(toShoreKm(x, y)).toBeLessThan(0.5);
});

describe('tiles', () => {
  // The worked example of the Mapbox Vector Tile specification 2.1, section 4.3.5.6 (polygon) as bytes.
  test('a polygon is written as the specification has it', () => {
    const bytes = [
      ...encodeTile([
        {
          name: 'a',
          extent: 4096,
          features: [
            {
              kind: 'polygon',
              parts: [
                [
                  [3, 6],
                  [8, 12],
                  [20, 34],
                ],
              ],
            },
          ],
        },
      ]),
    ];
    // Layer: version 2, name, one feature of 13 bytes (type 3, geometry 9 6 12 18 10 12 24 44 15), extent.
    const feature = [0x18, 3, 0x22, 9, 9, 6, 12, 18, 10, 12, 24, 44, 15];
    const layer = [0x78, 2, 0x0a, 1, 0x61, 0x12, 13, ...feature, 0x28, 0x80, 0x20];
    expect(bytes).toEqual([0x1a, layer.length, ...layer]);
  });

  test('a square island is in its pack, and nothing is where there is only sea', () => {
    const square = encodeLine([
      [-62, 15],
      [-61, 15],
      [-61, 16],
      [-62, 16],
      [-62, 15],
    ]);
    const box = [-70, 10, -60, 20] as const;
    const packs = coastPacks(readCoast({ box, land: [square], lakes: [] }), box);
    // Zoom 7 is 2.8125 degrees a column: 62 W to 61 W is in column 41 (64.6875 W) and 42 (from 61.875 W);
    // rows of 15 N to 16 N: 58 (from 16.6 N to 14.0 N).
    expect(packs.map(({ x, y }) => `${x}-${y}`)).toEqual(['41-58', '42-58']);
    const head = new DataView(packs[1]?.bytes.buffer ?? new ArrayBuffer(84));
    const lengths = Array.from({ length: 21 }, (_, i) => head.getUint32(i * 4, true));
    expect(lengths.reduce((sum, one) => sum + one, 84)).toBe(packs[1]?.bytes.length);
    expect(lengths[0]).toBeGreaterThan(0);
  });
});

describe('reading GSHHG', () => {
  const none = { N: new Array<number>(64800).fill(0), first: new Array<number>(64800).fill(0) };
  // Two bins of 1 degree, 16 N to 17 N: columns 298 (62 W to 61 W) and 299. An island lies over the edge at 61 W:
  // in the west a piece that comes in and goes out there, in the east the piece that closes it.
  const bin = 73 * 360 + 298;
  const [counts, first] = [[...none.N], [...none.first]];
  [counts[bin], counts[bin + 1], first[bin], first[bin + 1]] = [1, 1, 0, 1];
  const info = (points: number): number => points * 512 + 1 * 64;
  const arrays: GshhgArrays = {
    N_segments_in_a_bin: counts,
    Id_of_first_segment_in_a_bin: first,
    Embedded_npts_levels_exit_entry_for_a_segment: [info(3), info(3)],
    Id_of_first_point_in_a_segment: [0, 3],
    Id_of_GSHHS_ID: [7, 7],
    // 65535 is the far edge; the file keeps it as a signed -1.
    Relative_longitude_from_SW_corner_of_bin: [-1, 52428, -1, 0, 13107, 0],
    Relative_latitude_from_SW_corner_of_bin: [39321, 26214, 13107, 13107, 26214, 39321],
  };

  test('pieces in two bins are joined to one island', () => {
    const [island, ...more] = shorelines(arrays, [-62, 16, -60, 17]);
    expect(more).toEqual([]);
    expect(island?.level).toBe(1);
    const round = (n: number): number => Math.round(n * 1e6) / 1e6;
    expect(island?.line.map((at) => at.map(round))).toEqual([
      [-61, 16.6],
      [-61.2, 16.4],
      [-61, 16.2],
      [-60.8, 16.4],
      [-61, 16.6],
    ]);
  });

  test('a point near the line goes, one far from it stays', () => {
    // The middle lies beside the line from end to end: 0.0001 degrees are 11 m, 0.001 are 111 m.
    const bend = (latitude: number): [number, number][] => [
      [0, 0],
      [1, latitude],
      [2, 0],
    ];
    expect(simplified(bend(0.0001), 30)).toEqual([
      [0, 0],
      [2, 0],
    ]);
    expect(simplified(bend(0.001), 30)).toEqual(bend(0.001));
  });

  test('a line comes back from its text', () => {
    // The published example of the encoded polyline algorithm, made for 1e5 steps a degree and latitude first, is
    // "_p~iF~ps|U_ulLnnqC_mqNvxq`@" for (38.5, -120.2), (40.7, -120.95), (43.252, -126.453): ten times as many
    // steps of 0.0001 degrees, longitude first, are the same numbers.
    const line: [number, number][] = [
      [385, -1202],
      [407, -1209.5],
      [432.52, -1264.53],
    ];
    expect(encodeLine(line)).toBe('_p~iF~ps|U_ulLnnqC_mqNvxq`@');
    expect(decodeLine('_p~iF~ps|U_ulLnnqC_mqNvxq`@')).toEqual(line);
  });
});
