import type { Position } from '../shared/geo.ts';

/**
 * The arrays of a binned GSHHG file (Wessel and Smith 1996, J. Geophys. Res. 101, 8741) that its shorelines
 * are in. The world lies in bins of one degree, in rows from the north; a shoreline is cut at their edges.
 */
export interface GshhgArrays {
  readonly N_segments_in_a_bin: ArrayLike<number>;
  readonly Id_of_first_segment_in_a_bin: ArrayLike<number>;
  /** Number of points, level (1 land, 2 lake) and the edges of the bin where it comes in and goes out. */
  readonly Embedded_npts_levels_exit_entry_for_a_segment: ArrayLike<number>;
  readonly Id_of_first_point_in_a_segment: ArrayLike<number>;
  /** The shoreline that a segment is a piece of. */
  readonly Id_of_GSHHS_ID: ArrayLike<number>;
  /** 1/65535 of a degree from the south-west corner of the bin, as unsigned 16 bits. */
  readonly Relative_longitude_from_SW_corner_of_bin: ArrayLike<number>;
  readonly Relative_latitude_from_SW_corner_of_bin: ArrayLike<number>;
}

/** Units of a degree. */
const UNITS = 65535;
/** Longitudes of the file run from 0 to 360 degrees; here they are west of Greenwich. */
const TURN = 360;

interface Segment {
  /** Shoreline and level: only pieces of the same one are joined. */
  readonly of: string;
  readonly level: number;
  /** 1/65535 degrees from 0 E 0 N, whole numbers: ends of neighbours are equal, not just near. */
  readonly points: (readonly [number, number])[];
}

function segmentsOf(arrays: GshhgArrays, column: number, row: number): Segment[] {
  const bin = row * TURN + column;
  const first = arrays.Id_of_first_segment_in_a_bin[bin] ?? 0;
  const [west, south] = [(column - TURN) * UNITS, (89 - row) * UNITS];
  return Array.from({ length: arrays.N_segments_in_a_bin[bin] ?? 0 }, (_, i) => {
    const at = first + i;
    const info = arrays.Embedded_npts_levels_exit_entry_for_a_segment[at] ?? 0;
    const from = arrays.Id_of_first_point_in_a_segment[at] ?? 0;
    const level = (info >> 6) & 7;
    const points = Array.from({ length: info >> 9 }, (_, j) => {
      const x = (arrays.Relative_longitude_from_SW_corner_of_bin[from + j] ?? 0) & 0xffff;
      const y = (arrays.Relative_latitude_from_SW_corner_of_bin[from + j] ?? 0) & 0xffff;
      return [west + x, south + y] as const;
    });
    return { of: `${arrays.Id_of_GSHHS_ID[at] ?? 0}/${level}`, level, points };
  });
}

/** A shoreline with the land on its left: an island turns anticlockwise, a lake clockwise. */
export interface Shoreline {
  /** 1: land; 2: lake; 3 and more: islands in lakes and so on. */
  readonly level: number;
  /** First and last are the same, or both lie on the edge of the box. */
  readonly line: readonly Position[];
}

/** Joins pieces where one ends and the next of the same shoreline begins. */
function joined(segments: readonly Segment[]): Segment[] {
  const key = (of: string, point: readonly [number, number] | undefined): string =>
    `${of}/${point?.[0] ?? 0}/${point?.[1] ?? 0}`;
  const starts = new Map(segments.map((one) => [key(one.of, one.points[0]), one]));
  const ends = new Set(segments.map((one) => key(one.of, one.points.at(-1))));
  const out: Segment[] = [];
  const follow = (first: Segment): void => {
    const points = [...first.points];
    starts.delete(key(first.of, first.points[0]));
    for (;;) {
      const at = key(first.of, points.at(-1));
      const next = starts.get(at);
      if (!next) break;
      starts.delete(at);
      for (const point of next.points.slice(1)) points.push(point);
    }
    out.push({ ...first, points });
  };
  // Those that come in over the edge of the box first: what is left then are closed rings.
  for (const one of segments) if (!ends.has(key(one.of, one.points[0]))) follow(one);
  for (const one of segments) if (starts.has(key(one.of, one.points[0]))) follow(one);
  return out;
}

/**
 * The shorelines in a box of whole degrees west of Greenwich and north of the equator.
 *
 * @param box west, south, east, north; degrees
 */
export function shorelines(
  arrays: GshhgArrays,
  [west, south, east, north]: readonly [number, number, number, number],
): Shoreline[] {
  const segments: Segment[] = [];
  for (let row = 90 - north; row < 90 - south; row++) {
    for (let column = TURN + west; column < TURN + east; column++) {
      for (const one of segmentsOf(arrays, column, row)) if (one.points.length > 1) segments.push(one);
    }
  }
  return joined(segments).map(({ level, points }) => ({
    level,
    line: points.map(([x, y]): Position => [x / UNITS, y / UNITS]),
  }));
}

/** Metres to a degree of a meridian. */
const METRES = 111_195;

/** Distance from the line through two positions' segment, metres; flat, as shorelines are short. */
function offset(at: Position, a: Position, b: Position): number {
  const shrink = Math.cos((a[1] * Math.PI) / 180);
  const [dx, dy] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
  const [px, py] = [(at[0] - a[0]) * shrink, at[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - t * dx, py - t * dy) * METRES;
}

/** Leaves out positions nearer than `metres` to the line that stays (Douglas and Peucker 1973). */
export function simplified(line: readonly Position[], metres: number): Position[] {
  const kept = new Set([0, line.length - 1]);
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    const [a, b] = [line[from], line[to]];
    let [farthest, most] = [-1, metres];
    for (let i = from + 1; a && b && i < to; i++) {
      const away = offset(line[i] ?? a, a, b);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, i) => kept.has(i));
}

/** Signed area of a ring, km2, flat at the latitude of its first position; positive: anticlockwise. */
export function ringAreaKm2(ring: readonly Position[]): number {
  const shrink = Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[x1, y1], [x2, y2]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
    sum += x1 * y2 - x2 * y1;
  }
  return (sum / 2) * shrink * (METRES / 1000) ** 2;
}
