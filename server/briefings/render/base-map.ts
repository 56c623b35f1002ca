import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import { boxAround, type Position } from '../../../shared/geo.ts';
import type { BaseMap, Polygon } from '../figure/base-map.ts';
import { NUMERIC, PARTS } from '../figure/territories.ts';

type Countries = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;
type Rings = readonly (readonly (readonly number[])[])[];

const lineOf = (line: readonly (readonly number[])[]): Position[] =>
  line.map(([longitude = 0, latitude = 0]): Position => [longitude, latitude]);

function polygonsOf(geometry: GeoJSON.Geometry): Polygon[] {
  const made = (from: Rings): Polygon => {
    const rings = from.map(lineOf);
    return { rings, bounds: boxAround(rings[0] ?? []) };
  };
  if (geometry.type === 'Polygon') return [made(geometry.coordinates)];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map(made) : [];
}

/** Territories by alpha-2; those that are drawn as parts of a state are taken out of it. */
function territoriesOf(topology: Countries): Map<string, readonly Polygon[]> {
  const byNumber = new Map(
    feature(topology, topology.objects.countries).features.map(({ id, geometry }) => [String(id), geometry]),
  );
  const all = new Map<string, readonly Polygon[]>();
  for (const [code, number] of Object.entries(NUMERIC)) {
    const geometry = byNumber.get(number);
    if (geometry) all.set(code, polygonsOf(geometry));
  }
  for (const [code, { of, boxes }] of Object.entries(PARTS)) {
    const lies = ({ bounds: [x, y] }: Polygon): boolean =>
      boxes.some(([west, south, east, north]) => {
        return x >= west && x <= east && y >= south && y <= north;
      });
    const state = all.get(of) ?? [];
    all.set(code, state.filter(lies));
    all.set(
      of,
      state.filter((polygon) => !lies(polygon)),
    );
  }
  return all;
}

// The files are part of an installed package of a fixed version; their shape is that of its typings.
const ATLAS = z.custom<Countries>(
  (file) => typeof file === 'object' && file !== null && 'arcs' in file && 'objects' in file,
);
const readAtlas = (name: string): Countries =>
  ATLAS.parse(
    JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/${name}.json`), 'utf8')),
  );

/** The polygons of all land. */
const landOf = (topology: Countries): Polygon[] =>
  feature(topology, topology.objects.land).features.flatMap(({ geometry }) => polygonsOf(geometry));

let held: BaseMap | null = null;

/**
 * Land, borders and territories of Natural Earth 1:10 million, land of 1:50 million for small maps (public domain), as the npm package world-atlas 2
 * packs it. Read once.
 */
export function readBaseMap(): BaseMap {
  if (held) return held;
  const topology = readAtlas('countries-10m');
  held = {
    land: landOf(topology),
    coarse: landOf(readAtlas('countries-50m')),
    borders: mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates.map((one) => {
      const line = lineOf(one);
      return { line, bounds: boxAround(line) };
    }),
    territories: territoriesOf(topology),
  };
  return held;
}
