import { EARTH_RADIUS_KM } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';

/** A point of the gnomonic plane, in earth radii from the centre of the projection. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** A point on the unit sphere, earth-centred axes. */
export interface SpherePoint {
  readonly sx: number;
  readonly sy: number;
  readonly sz: number;
}

/**
 * The gnomonic projection about one centre. It maps every great circle to a straight line, so "does this
 * great circle meet that coast" becomes a crossing of two plane segments, exact for a leg of any length.
 */
export interface Plane {
  /** Whether the position lies within `reachDeg` of the centre, the disc in which the plane can be trusted. */
  readonly covers: (position: Position) => boolean;
  /**
   * Plane coordinates. Positions more than `CLAMP_DEG` from the centre are moved along their bearing to that
   * distance, which keeps rings closed around the disc.
   */
  readonly project: (position: Position) => PlanePoint;
  /** No projected coordinate exceeds this. */
  readonly extent: number;
  /** No coordinate of a covered position exceeds this. */
  readonly reach: number;
}

/** Beyond this angle from the centre the tangent grows too fast to be useful; rings are clamped here. */
const CLAMP_DEG = 80;

const radians = (deg: number): number => (deg * Math.PI) / 180;

/** Makes the plane about `centre`; `reachDeg` must stay below 80 degrees. Method: Snyder 1987, chapter 22. */
export function makePlane(centre: Position, reachDeg: number): Plane {
  const lon0 = radians(centre[0]);
  const sin0 = Math.sin(radians(centre[1]));
  const cos0 = Math.cos(radians(centre[1]));
  const nearest = Math.cos(radians(reachDeg));
  const clamp = Math.cos(radians(CLAMP_DEG));
  const extent = Math.tan(radians(CLAMP_DEG));
  const cosAngle = (lon: number, lat: number): number =>
    sin0 * Math.sin(lat) + cos0 * Math.cos(lat) * Math.cos(lon - lon0);
  return {
    extent,
    reach: Math.tan(radians(reachDeg)),
    covers: (position) => cosAngle(radians(position[0]), radians(position[1])) >= nearest,
    project: (position) => {
      const lon = radians(position[0]);
      const lat = radians(position[1]);
      const east = Math.cos(lat) * Math.sin(lon - lon0);
      const north = cos0 * Math.sin(lat) - sin0 * Math.cos(lat) * Math.cos(lon - lon0);
      const c = cosAngle(lon, lat);
      if (c >= clamp) return { x: east / c, y: north / c };
      const length = Math.hypot(east, north);
      if (length < 1e-12) return { x: extent, y: 0 };
      return { x: (east / length) * extent, y: (north / length) * extent };
    },
  };
}

/** The position as a unit vector, so that a distance costs one square root and one arc sine. */
export function toSphere(position: Position): SpherePoint {
  const lon = radians(position[0]);
  const lat = radians(position[1]);
  return { sx: Math.cos(lat) * Math.cos(lon), sy: Math.cos(lat) * Math.sin(lon), sz: Math.sin(lat) };
}

/** Great-circle distance of two unit vectors, km; the same figure as `distanceKm` gives their positions. */
export function arcKm(a: SpherePoint, b: SpherePoint): number {
  const chord = Math.sqrt((a.sx - b.sx) ** 2 + (a.sy - b.sy) ** 2 + (a.sz - b.sz) ** 2);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}

/** Rounds to 1e-5 degrees, about a metre: the finest the coast data could ever mean. */
export function roundPosition(lon: number, lat: number): Position {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5];
}

/** The great circle from `a` to `b` cut into equal parts of at most `maxKm`; the ends themselves are left out. */
export function pointsBetween(a: Position, b: Position, maxKm: number): Position[] {
  const from = toSphere(a);
  const to = toSphere(b);
  const km = arcKm(from, to);
  const parts = Math.ceil(km / maxKm);
  const angle = km / EARTH_RADIUS_KM;
  const points: Position[] = [];
  for (let i = 1; i < parts; i++) {
    const p = Math.sin((1 - i / parts) * angle) / Math.sin(angle);
    const q = Math.sin((i / parts) * angle) / Math.sin(angle);
    const x = p * from.sx + q * to.sx;
    const y = p * from.sy + q * to.sy;
    const z = p * from.sz + q * to.sz;
    points.push(
      roundPosition((Math.atan2(y, x) * 180) / Math.PI, (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI),
    );
  }
  return points;
}
