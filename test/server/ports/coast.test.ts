import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { parsePlaces } from '../../../server/ports/parse.ts';
import { EARTH_RADIUS_KM, distanceKm, type Position } from '../../../shared/geo.ts';
import type { Place } from '../../../shared/model.ts';
import { PORT_KINDS } from '../../../shared/vocabulary.ts';

const LIMIT_KM = 3;

const CAY = 'on a cay or islet that the 1:10m coast leaves out; the distance is to the next island drawn';
const RIVER = 'on a river or canal that the 1:10m coast does not draw this far up';
const INLET = 'in a narrow-mouthed bay, lagoon or dug basin that the 1:10m coast closes';

/** Ports further than 3 km from the coast as Natural Earth 1:10m draws it, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'BS-GREEN-TURTLE-CAY': CAY,
  'BS-HIGHBOURNE-CAY': CAY,
  'BS-HOPE-TOWN': CAY,
  'BS-NORMANS-CAY': CAY,
  'BS-OCEAN-CAY': CAY,
  'BS-STANIEL-CAY': CAY,
  'BZ-CAYE-CAULKER': CAY,
  'GD-PETITE-MARTINIQUE': CAY,
  'NI-LITTLE-CORN-ISLAND': CAY,
  'VC-PETIT-ST-VINCENT': CAY,
  'VC-SALINE-BAY': CAY,
  'VC-TOBAGO-CAYS': CAY,
  'VE-GRAN-ROQUE': CAY,
  'VG-MANCHIONEEL-BAY': CAY,
  'VG-NORMAN-ISLAND-BIGHT': CAY,
  BEGNE: `${RIVER} (Ghent-Terneuzen canal)`,
  COBAQ: `${RIVER} (Magdalena)`,
  DEHAM: `${RIVER} (Elbe)`,
  ECGYE: `${RIVER} (Guayas estuary, a side channel)`,
  'GY-LINDEN': `${RIVER} (Demerara, 100 km up)`,
  MXTAM: `${RIVER} (Pánuco)`,
  MXTUX: `${RIVER} (Tuxpan)`,
  NLAMS: `${RIVER} (North Sea canal)`,
  NLRTM: `${RIVER} (Nieuwe Waterweg, at Botlek)`,
  SRICK: `${RIVER} (Nickerie)`,
  SRMOJ: `${RIVER} (Cottica)`,
  SRPBM: `${RIVER} (Suriname river)`,
  SRPRM: `${RIVER} (Suriname river)`,
  'US-MORGAN-CITY': `${RIVER} (Atchafalaya)`,
  USBPT: `${RIVER} (Neches)`,
  USBRO: `${RIVER} (Brownsville ship channel)`,
  USBTR: `${RIVER} (Mississippi)`,
  USHOU: `${RIVER} (Houston ship channel)`,
  USJAX: `${RIVER} (St Johns)`,
  USLCH: `${RIVER} (Calcasieu)`,
  USMSY: `${RIVER} (Mississippi)`,
  USSAV: `${RIVER} (Savannah)`,
  VEPZO: `${RIVER} (Orinoco)`,
  USBQK: `${INLET} (Turtle River)`,
  CUSCU: `${INLET} (pouch bay of Santiago)`,
  'MX-PAJARITOS': `${INLET} (Pajaritos lagoon)`,
  MXPGO: 'at the end of a pier of about 6.5 km',
  CATOR: 'on Lake Ontario, which the land polygons do not cut out',
};

type Vector = readonly [number, number, number];

function vector([lon, lat]: Position): Vector {
  const [x, y] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)];
}
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Distance from `p` to the great-circle arc `a`–`b`, km: across the track where the foot lies on the arc. */
function arcDistanceKm(p: Position, a: Position, b: Position): number {
  const [vp, va, vb] = [vector(p), vector(a), vector(b)];
  const normal = cross(va, vb);
  const length = Math.hypot(...normal);
  const ends = Math.min(distanceKm(p, a), distanceKm(p, b));
  if (length === 0) return ends;
  const beyondA = dot(cross(normal, va), vp) < 0;
  const beyondB = dot(cross(vb, normal), vp) < 0;
  if (beyondA || beyondB) return ends;
  return EARTH_RADIUS_KM * Math.abs(Math.asin(dot(normal, vp) / length));
}

interface World extends Topology {
  readonly objects: { readonly land: GeometryCollection };
}

function coastSegments(): (readonly [Position, Position])[] {
  const url = new URL('../../../node_modules/world-atlas/land-10m.json', import.meta.url);
  const world = JSON.parse(readFileSync(url, 'utf8')) as World;
  const segments: (readonly [Position, Position])[] = [];
  for (const { geometry } of feature(world, world.objects.land).features) {
    const polygons =
      geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : [];
    for (const ring of polygons.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [[aLon = NaN, aLat = NaN] = [], [bLon = NaN, bLat = NaN] = []] = [ring[i - 1], ring[i]];
        segments.push([
          [aLon, aLat],
          [bLon, bLat],
        ]);
      }
    }
  }
  return segments;
}

/** Segments by the 1-degree cells their bounding box touches, so that a port meets only its neighbours. */
function coastDistance(segments: readonly (readonly [Position, Position])[]): (p: Position) => number {
  const cells = new Map<string, (readonly [Position, Position])[]>();
  for (const segment of segments) {
    const [[aLon, aLat], [bLon, bLat]] = segment;
    for (let x = Math.floor(Math.min(aLon, bLon)); x <= Math.floor(Math.max(aLon, bLon)); x++) {
      for (let y = Math.floor(Math.min(aLat, bLat)); y <= Math.floor(Math.max(aLat, bLat)); y++) {
        const list = cells.get(`${x},${y}`);
        if (list) list.push(segment);
        else cells.set(`${x},${y}`, [segment]);
      }
    }
  }
  return (p) => {
    let best = Infinity;
    for (let x = Math.floor(p[0]) - 1; x <= Math.floor(p[0]) + 1; x++) {
      for (let y = Math.floor(p[1]) - 1; y <= Math.floor(p[1]) + 1; y++) {
        for (const [a, b] of cells.get(`${x},${y}`) ?? []) best = Math.min(best, arcDistanceKm(p, a, b));
      }
    }
    return best;
  };
}

function shippedPorts(): Place[] {
  const text = readFileSync(new URL('../../../data/ports.csv', import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return parsePlaces(rows, 'data/ports.csv').places.filter((p) => PORT_KINDS.some((kind) => kind === p.kind));
}

describe('the shipped ports lie at the coast', () => {
  const toCoast = coastDistance(coastSegments());
  const ports = shippedPorts();

  it('measures the distance to an arc: one degree of latitude off the equator is 111.195 km', () => {
    // 2 pi 6371.0088 / 360 = 111.19508 km; beyond the end of the arc, the end is nearest.
    expect(arcDistanceKm([5, 1], [0, 0], [10, 0])).toBeCloseTo(111.19508, 4);
    expect(arcDistanceKm([11, 0], [0, 0], [10, 0])).toBeCloseTo(111.19508, 4);
  });

  it(`puts every port within ${LIMIT_KM} km of the 1:10m coast, or on the explained list`, () => {
    const far = ports
      .map((port) => ({ id: port.id, km: toCoast(port.position) }))
      .filter(({ id, km }) => km > LIMIT_KM && !(id in EXCEPTIONS))
      .map(({ id, km }) => `${id} ${km.toFixed(1)} km`);
    expect(far).toEqual([]);
  });

  it('explains no port that needs no explaining', () => {
    const ids = new Map(ports.map((port) => [port.id, port]));
    const needless = Object.keys(EXCEPTIONS).filter((id) => {
      const port = ids.get(id);
      return !port || toCoast(port.position) <= LIMIT_KM;
    });
    expect(needless).toEqual([]);
  });
});
