/** `[longitude, latitude]`, degrees, WGS 84. */
export type Position = readonly [number, number];

/** Mean earth radius (IUGG), km. */
export const EARTH_RADIUS_KM = 6371.0088;
export const KM_PER_NAUTICAL_MILE = 1.852;

const radians = (deg: number): number => (deg * Math.PI) / 180;

/** Great-circle distance between two positions, km, on the sphere of {@link EARTH_RADIUS_KM} (haversine). */
export function distanceKm(a: Position, b: Position): number {
  const dLat = radians(b[1] - a[1]);
  const dLon = radians(b[0] - a[0]);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Initial great-circle bearing from `a` to `b`, degrees true, 0 up to but not 360. */
export function bearingDeg(a: Position, b: Position): number {
  const dLon = radians(b[0] - a[0]);
  const y = Math.sin(dLon) * Math.cos(radians(b[1]));
  const x =
    Math.cos(radians(a[1])) * Math.sin(radians(b[1])) -
    Math.sin(radians(a[1])) * Math.cos(radians(b[1])) * Math.cos(dLon);
  return ((Math.atan2(y, x) * 180) / Math.PI + 360) % 360;
}

/** The position `distance` km from `from` along `bearing` (degrees true); longitude within -180 to 180. */
export function destination(from: Position, bearing: number, distance: number): Position {
  const angular = distance / EARTH_RADIUS_KM;
  const lat1 = radians(from[1]);
  const sinLat2 =
    Math.sin(lat1) * Math.cos(angular) + Math.cos(lat1) * Math.sin(angular) * Math.cos(radians(bearing));
  const lon2 =
    radians(from[0]) +
    Math.atan2(
      Math.sin(radians(bearing)) * Math.sin(angular) * Math.cos(lat1),
      Math.cos(angular) - Math.sin(lat1) * sinLat2,
    );
  return [(((((lon2 * 180) / Math.PI + 540) % 360) + 360) % 360) - 180, (Math.asin(sinLat2) * 180) / Math.PI];
}

/** Length of a line, km: the sum of its great-circle segments. */
export function lengthKm(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
    if (a && b) sum += distanceKm(a, b);
  }
  return sum;
}

/** West, south, east, north around positions, degrees; of none, a box that holds nothing (its sides are infinite). */
export function boxAround(
  positions: readonly (readonly number[])[],
): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of positions) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

/**
 * Positions along the great circle from `a` to `b`, both ends included, no two more than `stepKm` apart.
 * Ends exactly opposite each other have no single great circle; then only the ends come back.
 */
export function greatCircle(a: Position, b: Position, stepKm = 100): Position[] {
  const total = distanceKm(a, b);
  if (total > Math.PI * EARTH_RADIUS_KM - 1) return [a, b];
  const steps = Math.max(1, Math.ceil(total / stepKm));
  const inner = Array.from({ length: steps - 1 }, (_, i) => {
    const done = ((i + 1) / steps) * total;
    return destination(a, bearingDeg(a, b), done);
  });
  return [a, ...inner, b];
}
