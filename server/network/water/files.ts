import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';
import type { Position } from '../../../shared/geo.ts';
import type { Land, Ring } from './coast.ts';

const topologySchema = z.custom<Topology<{ land: GeometryCollection }>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Topology' &&
    'objects' in value &&
    typeof value.objects === 'object' &&
    value.objects !== null &&
    'land' in value.objects,
  'not a TopoJSON file with an object called land',
);

function toRing(ring: readonly (readonly number[])[]): Ring {
  return ring.map(([lon = 0, lat = 0]): Position => [lon, lat]);
}

/**
 * Reads the land of Natural Earth 1:10 million (public domain), as the npm package world-atlas packs it.
 *
 * @returns polygons, degrees; lakes are land except the Caspian Sea
 */
export function readLand(): Land {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-10m.json');
  const topology = topologySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const polygons: Ring[][] = [];
  for (const { geometry } of feature(topology, topology.objects.land).features) {
    if (geometry.type === 'Polygon') polygons.push(geometry.coordinates.map(toRing));
    if (geometry.type === 'MultiPolygon')
      for (const polygon of geometry.coordinates) polygons.push(polygon.map(toRing));
  }
  return polygons;
}
