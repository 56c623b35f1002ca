import type { Position } from 'geojson';
import { boxAround } from '../../shared/geo.ts';
import { decodeLine } from '../../shared/polyline.ts';
import { clipLine, clipPolygon, closedAlong, inRing, type Box } from './clip.ts';
import { encodeTile, type TileFeature } from './tile.ts';

/** The committed file `data/coast-islands.json`: lines as `shared/polyline.ts` writes them. */
export interface CoastFile {
  readonly box: Box;
  /** With the land on their left; rings, or lines from edge to edge of the box. */
  readonly land: readonly string[];
  readonly lakes: readonly string[];
}

type Line = readonly Position[];
/** Lines with the box around the first: the rings of a polygon (outer first, then lakes), or one shore. */
export interface Boxed {
  readonly lines: readonly Line[];
  readonly box: Box;
}
/** Land as polygons and its shores as lines. */
export interface Coast {
  readonly polygons: readonly Boxed[];
  readonly shores: readonly Boxed[];
}

/** Tiles of this zoom are packed with all tiles below them, down to the finest zoom. */
export const PACK_ZOOM = 7;
/** Grid steps along a tile's side, by zoom from `PACK_ZOOM` on: 153, 76 and 10 m at the equator. */
const EXTENTS = [2048, 2048, 8192] as const;
/** How far a tile reaches over its edge, in parts of its side, so that no seam shows. */
const MARGIN = 1 / 64;

const boxed = (lines: readonly Line[]): Boxed => ({ lines, box: boxAround(lines[0] ?? []) });
const meets = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
const isRing = (line: Line): boolean =>
  line[0]?.[0] === line.at(-1)?.[0] && line[0]?.[1] === line.at(-1)?.[1];

/** The land and shores of the committed file. Shores that leave the box are closed along its edge, not drawn there. */
export function readCoast(file: CoastFile): Coast {
  const shores = file.land.map((text): Position[] => decodeLine(text).map(([x, y]) => [x, y]));
  const lakes = file.lakes.map((text): Position[] => decodeLine(text).map(([x, y]) => [x, y]));
  const open = shores.filter((line) => !isRing(line));
  const outers = [...closedAlong(open, file.box), ...shores.filter(isRing)].map((ring) => ({
    rings: [ring],
    box: boxAround(ring),
  }));
  for (const lake of lakes) {
    const [at, box] = [lake[0], boxAround(lake)];
    outers.find((land) => at && meets(land.box, box) && inRing(land.rings[0] ?? [], at))?.rings.push(lake);
  }
  return {
    polygons: outers.map(({ rings, box }) => ({ lines: rings, box })),
    shores: [...shores, ...lakes].map((line) => boxed([line])),
  };
}

/** The part of a coast in a box. */
function cut({ polygons, shores }: Coast, box: Box): Coast {
  const near = (parts: readonly Boxed[]): Boxed[] => parts.filter((part) => meets(part.box, box));
  return {
    polygons: near(polygons).flatMap(({ lines }) => clipPolygon(lines, box).map(boxed)),
    shores: near(shores).flatMap(({ lines: [line = []] }) => clipLine(line, box).map((one) => boxed([one]))),
  };
}

/** Column of a longitude and row of a latitude in the world of a zoom (web Mercator, 0 at 180 W and 85 N). */
const column = (longitude: number, zoom: number): number => ((longitude + 180) / 360) * 2 ** zoom;
const row = (latitude: number, zoom: number): number => {
  const radians = (latitude * Math.PI) / 180;
  return ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** zoom;
};
const latitudeOf = (place: number, zoom: number): number =>
  (Math.atan(Math.sinh(Math.PI * (1 - (2 * place) / 2 ** zoom))) * 180) / Math.PI;
const longitudeOf = (place: number, zoom: number): number => (place / 2 ** zoom) * 360 - 180;

function tileBox(zoom: number, x: number, y: number): Box {
  return [
    longitudeOf(x - MARGIN, zoom),
    latitudeOf(y + 1 + MARGIN, zoom),
    longitudeOf(x + 1 + MARGIN, zoom),
    latitudeOf(y - MARGIN, zoom),
  ];
}

/** A line on the grid of a tile, positions that fall on one another taken once. */
function onGrid(line: Line, zoom: number, x: number, y: number, extent: number): [number, number][] {
  const out: [number, number][] = [];
  for (const [longitude = 0, latitude = 0] of line) {
    const at: [number, number] = [
      Math.round((column(longitude, zoom) - x) * extent),
      Math.round((row(latitude, zoom) - y) * extent),
    ];
    const last = out.at(-1);
    if (!last || last[0] !== at[0] || last[1] !== at[1]) out.push(at);
  }
  return out;
}

function tile(coast: Coast, zoom: number, x: number, y: number): Uint8Array {
  const extent = EXTENTS[zoom - PACK_ZOOM] ?? 4096;
  const { polygons, shores } = cut(coast, tileBox(zoom, x, y));
  const land = polygons.flatMap(({ lines: rings }): TileFeature[] => {
    // Rows count to the south, so a ring that turned anticlockwise is reversed to keep the outer one positive.
    const [outer = [], ...holes] = rings.map((ring) => onGrid(ring, zoom, x, y, extent).reverse().slice(1));
    if (outer.length < 3) return [];
    return [{ kind: 'polygon', parts: [outer, ...holes.filter(({ length }) => length >= 3)] }];
  });
  const lines = shores
    .map(({ lines: [line = []] }) => onGrid(line, zoom, x, y, extent))
    .filter((part) => part.length > 1)
    .map((part): TileFeature => ({ kind: 'line', parts: [part] }));
  return encodeTile([
    { name: 'land', extent, features: land },
    { name: 'shore', extent, features: lines },
  ]);
}

/** One file of tiles: the tile of `PACK_ZOOM` and all below it, each after the other behind a list of lengths. */
export interface CoastPack {
  readonly x: number;
  readonly y: number;
  readonly bytes: Uint8Array;
}

function pack(coast: Coast, x: number, y: number): CoastPack | null {
  const part = cut(coast, tileBox(PACK_ZOOM, x, y));
  if (part.polygons.length === 0) return null;
  const tiles = EXTENTS.flatMap((_, deeper) => {
    const side = 2 ** deeper;
    return Array.from({ length: side * side }, (__, i) =>
      tile(part, PACK_ZOOM + deeper, x * side + (i % side), y * side + Math.floor(i / side)),
    );
  });
  const head = new DataView(new ArrayBuffer(tiles.length * 4));
  tiles.forEach(({ length }, i) => head.setUint32(i * 4, length, true));
  const bytes = new Uint8Array(head.byteLength + tiles.reduce((sum, { length }) => sum + length, 0));
  bytes.set(new Uint8Array(head.buffer));
  let at = head.byteLength;
  for (const one of tiles) {
    bytes.set(one, at);
    at += one.length;
  }
  return { x, y, bytes };
}

/** All packs that have land in them; `web/map/coast.ts` reads them. */
export function coastPacks(coast: Coast, [west, south, east, north]: Box): CoastPack[] {
  const packs: CoastPack[] = [];
  const [top, bottom] = [Math.floor(row(north, PACK_ZOOM)), row(south, PACK_ZOOM)];
  for (let x = Math.floor(column(west, PACK_ZOOM)); x < column(east, PACK_ZOOM); x++) {
    const [left, , right] = tileBox(PACK_ZOOM, x, 0);
    const strip = cut(coast, [left - 0.1, south - 1, right + 0.1, north + 1]);
    for (let y = top; y < bottom; y++) {
      const made = pack(strip, x, y);
      if (made) packs.push(made);
    }
  }
  return packs;
}
