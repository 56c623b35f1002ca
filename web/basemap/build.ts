import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { Feature, FeatureCollection, MultiLineString, Polygon, Position } from 'geojson';
import { boxAround } from '../../shared/geo.ts';
import { clipLine, clipPolygon, type Box } from './clip.ts';

/** Inside this box the coast keeps every vertex of Natural Earth 1:10m. */
export const NEAR: Box = [-100, 3, -50, 34];
/** The rest, at 1:50m, reaches from the Pacific coast of the Americas to Europe and West Africa. */
export const FAR_PARTS: readonly Box[] = [
  [-140, -35, -100, 72],
  [-100, 34, -50, 72],
  [-100, -35, -50, 3],
  [-50, -35, 45, 72],
];
/** Decimal places kept: 4 is 11 m near and 3 is 111 m far, both finer than the data's own generalisation. */
const NEAR_DIGITS = 4;
const FAR_DIGITS = 3;

/** One file of the base map: its name and its GeoJSON. */
export interface BaseChunk {
  readonly name: 'land-near' | 'coast-near' | 'borders-near' | 'land-far' | 'coast-far' | 'borders-far';
  readonly data: FeatureCollection<Polygon> | Feature<MultiLineString>;
}

/** A world-atlas file of countries. */
export type CountryTopology = Topology<{ countries: GeometryCollection; land: GeometryObject }>;

/** Rounds and drops repeated positions; null when fewer than `least` are left. */
function tidy(line: readonly Position[], digits: number, least: number): Position[] | null {
  const scale = 10 ** digits;
  const out: Position[] = [];
  for (const at of line) {
    const x = Math.round((at[0] ?? 0) * scale) / scale;
    const y = Math.round((at[1] ?? 0) * scale) / scale;
    const last = out.at(-1);
    if (!last || last[0] !== x || last[1] !== y) out.push([x, y]);
  }
  return out.length >= least ? out : null;
}

const overlaps = (line: readonly Position[], box: Box): boolean => {
  const [west, south, east, north] = boxAround(line);
  return west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1];
};

/** A line without its jump at the 180th meridian: longitudes go on past 180. Chukotka would else cross the map. */
function unwrapped(line: readonly Position[]): Position[] {
  let turns = 0;
  return line.map(([x = 0, y = 0], i) => {
    const step = x - (line[i - 1]?.[0] ?? x);
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [x + 360 * turns, y];
  });
}

function polygonsOf(topology: Topology, object: GeometryObject): Position[][][] {
  const made = feature(topology, object);
  const all = made.type === 'FeatureCollection' ? made.features : [made];
  return all.flatMap(({ geometry }) => {
    if (geometry.type === 'Polygon') return [geometry.coordinates];
    return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
  });
}

/**
 * The polygons of a land mass inside the boxes. Cuts run along the box edge and are never outlined. Each polygon
 * is a feature of its own: in one multi-polygon a sliver whose winding flips when a tile rounds it would turn
 * every other polygon of that tile into a hole.
 */
function clipLand(
  polygons: Position[][][],
  boxes: readonly Box[],
  digits: number,
): FeatureCollection<Polygon> {
  const features: Feature<Polygon>[] = [];
  for (const box of boxes) {
    for (const rings of polygons) {
      const outer = rings[0];
      if (!outer || !overlaps(outer, box)) continue;
      for (const part of clipPolygon(rings, box)) {
        const kept = part.map((ring) => tidy(ring, digits, 4)).filter((ring) => ring !== null);
        if (kept.length === 0) continue;
        features.push({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: kept } });
      }
    }
  }
  return { type: 'FeatureCollection', features };
}

/** The lines inside the boxes, cut at the box edge without following it. */
function clipLines(lines: Position[][], boxes: readonly Box[], digits: number): Feature<MultiLineString> {
  const coordinates: Position[][] = [];
  for (const box of boxes) {
    for (const line of lines) {
      if (line.length < 2 || !overlaps(line, box)) continue;
      for (const part of clipLine(line, box)) {
        const kept = tidy(part, digits, 2);
        if (kept) coordinates.push(kept);
      }
    }
  }
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } };
}

/**
 * The base map's chunks from two world-atlas topologies (`countries-10m` near, `countries-50m` far). Coasts
 * are separate lines because the outline of a clipped polygon would draw the clip box as if it were shore.
 */
export function baseChunks(fine: CountryTopology, coarse: CountryTopology): BaseChunk[] {
  const parts = (topology: CountryTopology, boxes: readonly Box[], digits: number) => {
    const land = polygonsOf(topology, topology.objects.land).map((rings) => rings.map(unwrapped));
    const borders = mesh(topology, topology.objects.countries, (a, b) => a !== b).coordinates.map(unwrapped);
    return {
      land: clipLand(land, boxes, digits),
      coast: clipLines(land.flat(), boxes, digits),
      borders: clipLines(borders, boxes, digits),
    };
  };
  const near = parts(fine, [NEAR], NEAR_DIGITS);
  const far = parts(coarse, FAR_PARTS, FAR_DIGITS);
  return [
    { name: 'land-near', data: near.land },
    { name: 'coast-near', data: near.coast },
    { name: 'borders-near', data: near.borders },
    { name: 'land-far', data: far.land },
    { name: 'coast-far', data: far.coast },
    { name: 'borders-far', data: far.borders },
  ];
}
