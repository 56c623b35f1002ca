import { field, numberField, textField, varint, zigzag } from '../protobuf.ts';

/** A part of a vector tile: whole numbers of the tile's grid, x to the east and y to the south, in pairs. */
export interface TileFeature {
  readonly kind: 'line' | 'polygon';
  /** A line, or the rings of one polygon (outer first, turning as x to y), each without its last position. */
  readonly parts: readonly (readonly (readonly [number, number])[])[];
}

export interface TileLayer {
  readonly name: string;
  /** Grid steps along the side of the tile. */
  readonly extent: number;
  readonly features: readonly TileFeature[];
}

/** Commands of the geometry of a vector tile (specification 2.1, section 4.3.1). */
const MOVE = 1;
const LINE = 2;
const CLOSE = 7;
/** Geometry types of the specification. */
const TYPES = { line: 2, polygon: 3 } as const;

function geometry({ kind, parts }: TileFeature): number[] {
  const out: number[] = [];
  let [atX, atY] = [0, 0];
  for (const part of parts) {
    part.forEach(([x, y], i) => {
      if (i < 2) varint(out, i === 0 ? 8 + MOVE : (part.length - 1) * 8 + LINE);
      varint(out, zigzag(x - atX));
      varint(out, zigzag(y - atY));
      [atX, atY] = [x, y];
    });
    if (kind === 'polygon') varint(out, 8 + CLOSE);
  }
  return out;
}

/** A Mapbox Vector Tile (specification 2.1) without properties; a layer with no features is left out. */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array {
  const out: number[] = [];
  for (const { name, extent, features } of layers) {
    if (features.length === 0) continue;
    const layer: number[] = [];
    numberField(layer, 15, 2);
    textField(layer, 1, name);
    for (const one of features) {
      const feature: number[] = [];
      numberField(feature, 3, TYPES[one.kind]);
      field(feature, 4, geometry(one));
      field(layer, 2, feature);
    }
    numberField(layer, 5, extent);
    field(out, 3, layer);
  }
  return Uint8Array.from(out);
}
