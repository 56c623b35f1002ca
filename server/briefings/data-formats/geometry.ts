import { boxAround, type Position } from '../../../shared/geo.ts';

export type Coordinates = [longitude: number, latitude: number];

/** RFC 7946, section 11.2: six decimal places, 0.1 m, are as fine as a position on a chart means anything. */
const DECIMALS = 1e6;
const round = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS || 0;

/** A position with longitude within -180 to 180, six decimal places. */
export function rounded([longitude, latitude]: Position): Coordinates {
  const within = Math.abs(longitude) > 180 ? ((((longitude + 180) % 360) + 360) % 360) - 180 : longitude;
  return [round(within), round(latitude)];
}

/**
 * A line as the pieces it makes when cut at the 180th meridian (RFC 7946, section 3.1.9); each step is taken the
 * short way round. A line that does not cross it comes back as one piece.
 */
export function cutAtDateLine(line: readonly Position[]): Coordinates[][] {
  const pieces: Coordinates[][] = [[]];
  let last: Coordinates | null = null;
  for (const position of line) {
    const next = rounded(position);
    if (last && Math.abs(next[0] - last[0]) > 180) {
      const side = last[0] > 0 ? 180 : -180;
      const latitude = latitudeAt(last, next, side);
      pieces.at(-1)?.push([side, latitude]);
      pieces.push([[-side, latitude]]);
    }
    pieces.at(-1)?.push(next);
    last = next;
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Where the straight step from `a` to `b` across the meridian `side` meets it. */
function latitudeAt(a: Coordinates, b: Coordinates, side: number): number {
  const turned = b[0] + 2 * side;
  const along = turned === a[0] ? 0 : (side - a[0]) / (turned - a[0]);
  return round(a[1] + along * (b[1] - a[1]));
}

/** Twice the signed area of a closed ring, degrees squared; positive: counterclockwise. */
const turning = (ring: readonly Coordinates[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);

/** An outer ring as RFC 7946 has it: closed, counterclockwise. */
export function outerRing(boundary: readonly Position[]): Coordinates[] {
  const ring = boundary.map(rounded);
  const [first] = ring;
  const end = ring.at(-1);
  if (first && end && (first[0] !== end[0] || first[1] !== end[1])) ring.push([first[0], first[1]]);
  return turning(ring) < 0 ? ring.reverse() : ring;
}

/** West, south, east, north of some positions; null of none. */
export function boundsOf(positions: readonly Coordinates[]): [number, number, number, number] | null {
  return positions.length === 0 ? null : boxAround(positions);
}
