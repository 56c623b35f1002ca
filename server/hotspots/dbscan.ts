import KDBush from 'kdbush';
import { EARTH_RADIUS_KM } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';

/** Writes the indexes of the points within reach of point `i`, itself included, and returns how many. */
type Reach = (i: number, into: number[]) => number;

/**
 * DBSCAN in the plane: clusters of points that lie densely, and noise.
 *
 * A point with at least `minPoints` points within `eps` of it, itself counted, is a core point. Core points
 * within reach of one another are one cluster. Any other point within reach of a core point is a border point
 * and belongs to the cluster that reaches it first, in the order of the input; the rest is noise.
 *
 * @param points     x and y in one unit
 * @param eps        reach in that unit, more than 0; a point at exactly `eps` is within reach
 * @param minPoints  whole number of at least 1
 * @returns for each point its cluster, numbered from 1 in order of first core point, or 0 for noise
 * @throws {InputError} `bad-eps`, `bad-minPoints` or `bad-position`
 * @see Ester, Kriegel, Sander and Xu 1996, Proc. KDD-96, 226-231
 */
export function dbscan(
  points: readonly (readonly [number, number])[],
  eps: number,
  minPoints: number,
): number[] {
  check('eps', eps, minPoints);
  const index = new KDBush(points.length);
  points.forEach(([x, y], i) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      throw new InputError('bad-position', `Point ${i} must have two finite numbers; it has ${x} and ${y}.`);
    }
    index.add(x, y);
  });
  index.finish();
  return clusters(points.length, minPoints, (i, into) => {
    const [x, y] = points[i] ?? [NaN, NaN];
    return index.withinInto(x, y, eps, into);
  });
}

/**
 * {@link dbscan} of positions on the sphere, by great-circle km. The points are taken in ascending order of
 * id, so that neither clusters nor their numbers depend on the order given.
 *
 * @param points     in any order, each id once
 * @param epsKm      reach, km, more than 0
 * @returns for each point, in the order given, its cluster from 1, or 0 for noise
 * @throws {InputError} `bad-epsKm`, `bad-minPoints` or `bad-position`
 */
export function dbscanGeo(
  points: readonly { readonly id: string; readonly position: Position }[],
  epsKm: number,
  minPoints: number,
): number[] {
  check('epsKm', epsKm, minPoints);
  for (const { id, position } of points) {
    if (Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90) continue;
    throw new InputError('bad-position', `${id}: [${position.join(', ')}] is no longitude and latitude.`);
  }
  const order = points
    .map(({ id, position }, i) => ({ id, position, i }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.i - b.i));
  const found = clusters(order.length, minPoints, sphere(order, epsKm));
  const labels = new Array<number>(points.length).fill(0);
  order.forEach(({ i }, at) => (labels[i] = found[at] ?? 0));
  return labels;
}

function clusters(count: number, minPoints: number, reach: Reach): number[] {
  const labels = new Array<number>(count).fill(-1); // -1: not looked at
  const near: number[] = [];
  let cluster = 0;
  for (let i = 0; i < count; i++) {
    if (labels[i] !== -1) continue;
    let found = reach(i, near);
    if (found < minPoints) {
      labels[i] = 0; // noise, unless a cluster reaches it later
      continue;
    }
    labels[i] = ++cluster;
    const open: number[] = [];
    const take = (): void => {
      for (let k = 0; k < found; k++) {
        const other = near[k] ?? -1;
        const label = labels[other];
        if (label === -1) open.push(other);
        if (label === -1 || label === 0) labels[other] = cluster;
      }
    };
    take();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      found = reach(at, near);
      if (found >= minPoints) take();
    }
  }
  return labels;
}

/** Looks in the box around the circle by longitude and latitude, then compares chords. */
function sphere(points: readonly { readonly position: Position }[], epsKm: number): Reach {
  const index = new KDBush(points.length);
  const unit = new Float64Array(3 * points.length);
  points.forEach(({ position: [lon, lat] }, i) => {
    index.add(lon, lat);
    const cosLat = Math.cos(lat * RADIANS);
    unit.set(
      [cosLat * Math.cos(lon * RADIANS), cosLat * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)],
      3 * i,
    );
  });
  index.finish();
  const angle = Math.min(epsKm / EARTH_RADIUS_KM, Math.PI);
  const longestChord = (2 * Math.sin(angle / 2)) ** 2;
  const value = (at: number): number => unit[at] ?? NaN;
  return (i, into) => {
    const [lon, lat] = points[i]?.position ?? [NaN, NaN];
    const [x, y, z] = [value(3 * i), value(3 * i + 1), value(3 * i + 2)];
    let found = 0;
    for (const box of boxesAround(lon, lat, angle)) {
      for (const other of index.range(...box)) {
        const at = 3 * other;
        const chord = (value(at) - x) ** 2 + (value(at + 1) - y) ** 2 + (value(at + 2) - z) ** 2;
        if (chord <= longestChord) into[found++] = other;
      }
    }
    return found;
  };
}

type Box = [west: number, south: number, east: number, north: number];
const RADIANS = Math.PI / 180;
/** Degrees by which a box is wider than the circle, so that rounding leaves nothing out. */
const MARGIN_DEG = 1e-9;

/** Boxes that hold the circle: all longitudes where it holds a pole, two boxes where it crosses 180 degrees. */
function boxesAround(lon: number, lat: number, angle: number): Box[] {
  const high = angle / RADIANS + MARGIN_DEG;
  const [south, north] = [lat - high, lat + high];
  if (south <= -90 || north >= 90) return [[-180, south, 180, north]];
  const wide = Math.asin(Math.min(1, Math.sin(angle) / Math.cos(lat * RADIANS))) / RADIANS + MARGIN_DEG;
  const [west, east] = [lon - wide, lon + wide];
  if (west < -180)
    return [
      [-180, south, east, north],
      [west + 360, south, 180, north],
    ];
  if (east > 180)
    return [
      [west, south, 180, north],
      [-180, south, east - 360, north],
    ];
  return [[west, south, east, north]];
}

function check(name: 'eps' | 'epsKm', eps: number, minPoints: number): void {
  if (!(eps > 0 && Number.isFinite(eps))) {
    throw new InputError(`bad-${name}`, `${name} must be a number above 0; it is ${eps}.`);
  }
  if (!Number.isSafeInteger(minPoints) || minPoints < 1) {
    throw new InputError(
      'bad-minPoints',
      `minPoints must be a whole number of at least 1; it is ${minPoints}.`,
    );
  }
}
