import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { booleanPointInPolygon, point } from '@turf/turf';
import { expect, test } from 'vitest';
import { baseChunks, FAR_PARTS, NEAR, type CountryTopology } from '../../web/basemap/build.ts';
import { clipPolygon } from '../../web/basemap/clip.ts';
import { LABELS } from '../../shared/drawing/labels.ts';

const { resolve } = createRequire(import.meta.url);
const atlas = (name: string): CountryTopology =>
  JSON.parse(readFileSync(resolve(`world-atlas/${name}.json`), 'utf8')) as CountryTopology;
const chunks = new Map(
  baseChunks(atlas('countries-10m'), atlas('countries-50m')).map(({ name, data }) => [name, data]),
);

function isLand(chunk: 'land-near' | 'land-far', longitude: number, latitude: number): boolean {
  const land = chunks.get(chunk);
  if (land?.type !== 'FeatureCollection') throw new Error(`${chunk} has no polygons`);
  return land.features.some((polygon) => booleanPointInPolygon(point([longitude, latitude]), polygon));
}

// Positions read from public charts.
test.each([
  ['Saba', -63.23, 17.63],
  ['Sint Eustatius', -62.98, 17.49],
  ['Montserrat', -62.19, 16.73],
  ['Anguilla', -63.05, 18.21],
  ['Tortola', -64.62, 18.43],
  ['Jost Van Dyke', -64.755, 18.447],
  ['Union Island', -61.44, 12.597],
  ['Carriacou', -61.45, 12.48],
  ['Anegada', -64.33, 18.73],
  ['Little Cayman', -80.05, 19.69],
  ['Providencia', -81.375, 13.35],
])('%s is land', (_name, longitude, latitude) => {
  expect(isLand('land-near', longitude, latitude)).toBe(true);
});

test.each([
  ['middle of the Caribbean Sea', -75, 15],
  ['Mayreau, which 1:10m leaves out', -61.391, 12.638],
])('%s is not', (_name, longitude, latitude) => {
  expect(isLand('land-near', longitude, latitude)).toBe(false);
});

test.each([
  ['Rotterdam', 4.6, 51.9],
  ['Dakar', -16.9, 14.75],
  ['Paris', 2.35, 48.86],
  ['Madrid', -3.7, 40.42],
  ['Natal, Brazil', -35.4, -5.9],
  ['Toronto', -79.6, 43.8],
  ['Lima', -76.9, -12],
])('%s is on the coarse part', (_name, longitude, latitude) => {
  expect(isLand('land-far', longitude, latitude)).toBe(true);
});

// Chukotka lies on both sides of the 180th meridian; a ring that jumps there would cover or cross the map.
test.each([
  ['middle of the North Atlantic', -35, 40],
  ['Gulf of Guinea', 0, 0],
  ['off Norway', 3, 66],
])('%s is not', (_name, longitude, latitude) => {
  expect(isLand('land-far', longitude, latitude)).toBe(false);
});

test('no line crosses the map from edge to edge', () => {
  for (const name of ['coast-far', 'borders-far'] as const) {
    const lines = chunks.get(name);
    if (lines?.type !== 'Feature') throw new Error(`${name} has no lines`);
    const steps = lines.geometry.coordinates.flatMap((line) =>
      line.slice(1).map(([x = 0], i) => Math.abs(x - (line[i]?.[0] ?? x))),
    );
    expect(steps.filter((step) => step > 20)).toEqual([]);
  }
});

test('a square cut by a box: hole kept, corner of the box taken in, two prongs apart', () => {
  const box = [0, 0, 10, 10] as const;
  const round = (rings: number[][][]) =>
    rings.map((ring) => ring.map((at) => at.map((n) => Math.round(n * 1e3) / 1e3 + 0)));
  const square = [
    [5, 5],
    [15, 5],
    [15, 15],
    [5, 15],
    [5, 5],
  ];
  const hole = [
    [6, 6],
    [7, 6],
    [7, 7],
    [6, 7],
    [6, 6],
  ];
  expect(clipPolygon([square, hole], box).map(round)).toEqual([
    [
      [
        [5, 10],
        [5, 5],
        [10, 5],
        [10, 10],
        [5, 10],
      ],
      [...hole].reverse(),
    ],
  ]);
  // A comb that enters the box from the west with two prongs gives two polygons, not one with a bridge.
  const comb = [
    [-5, 1],
    [4, 1],
    [4, 2],
    [-4, 2],
    [-4, 3],
    [4, 3],
    [4, 4],
    [-5, 4],
    [-5, 1],
  ];
  expect(clipPolygon([comb], box)).toHaveLength(2);
});

test('the clip box is not drawn as a coast', () => {
  const edges = [NEAR, ...FAR_PARTS];
  const along = (a: number, b: number, limits: number[]): boolean => a === b && limits.includes(a);
  let found = 0;
  for (const name of ['coast-near', 'coast-far', 'borders-near', 'borders-far'] as const) {
    const lines = chunks.get(name);
    if (lines?.type !== 'Feature') throw new Error(`${name} has no lines`);
    for (const line of lines.geometry.coordinates) {
      line.slice(1).forEach(([x = 0, y = 0], i) => {
        const [px = 0, py = 0] = line[i] ?? [];
        const vertical = along(
          x,
          px,
          edges.flatMap(([west, , east]) => [west, east]),
        );
        const horizontal = along(
          y,
          py,
          edges.flatMap(([, south, , north]) => [south, north]),
        );
        // Shorter than 0.1 degree a coast may run along a whole degree by itself.
        if ((vertical || horizontal) && Math.hypot(x - px, y - py) > 0.1) found++;
      });
    }
  }
  expect(found).toBe(0);
});

test('pieces of one land mass are not joined by lines along the clip box', () => {
  // Such a line runs there and back; no triangulation of the polygon is right then, and land goes missing.
  const land = chunks.get('land-far');
  if (land?.type !== 'FeatureCollection') throw new Error('no polygons');
  const overlaps = land.features.flatMap(({ geometry }) => {
    const onEdge = geometry.coordinates
      .flatMap((ring) => ring.slice(1).map(([x = 0, y = 0], i) => [...(ring[i] ?? []), x, y]))
      .filter(([x, , nextX]) => x === 45 && nextX === 45)
      .map(([, y = 0, , nextY = 0]) => [Math.min(y, nextY), Math.max(y, nextY)] as const)
      .sort((a, b) => a[0] - b[0]);
    return onEdge.filter(([from], i) => i > 0 && from < (onEdge[i - 1]?.[1] ?? 0));
  });
  expect(overlaps).toEqual([]);
});

test('each island that the coast leaves out has a ring, and each ring stands where there is no coast', () => {
  const islets = LABELS.filter(([kind]) => kind === 'islet');
  expect(islets.map(([, name]) => name)).toContain('Mayreau');
  expect(islets.filter(([, , x, y]) => isLand('land-near', x, y)).map(([, name]) => name)).toEqual([]);
});
