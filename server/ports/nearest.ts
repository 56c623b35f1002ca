import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { distanceKm, EARTH_RADIUS_KM, type Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';

export interface NearPort {
  readonly place: Place;
  /** Great-circle distance from the position asked for, km. */
  readonly distanceKm: number;
}

export interface PortIndex {
  /** The closest port within `withinKm` (inclusive), or null. */
  nearest(position: Position, withinKm: number): NearPort | null;
  /** All ports within `km` (inclusive), closest first. */
  within(position: Position, km: number): NearPort[];
}

/** Ask the index a hair wider than the distance wanted, for rounding; the exact filter comes after. */
const SLACK = 1.00001;
/** Up to this distance, km, a box of degrees is a close fit and some ten times quicker than walking the sphere. */
const BOX_LIMIT_KM = 300;
/** Just under half the circumference, km: beyond it geokdbush's bound would fold back, and no port is further. */
const FURTHEST_KM = 20_000;
const DEGREES = 180 / Math.PI;

/** A spatial index over the rows of `places` whose kind is a port kind; areas are left out. */
export function makePortIndex(places: readonly Place[]): PortIndex {
  const ports = places.filter((place) => PORT_KINDS.some((kind) => kind === place.kind));
  const index = new KDBush(ports.length);
  for (const port of ports) index.add(port.position[0], port.position[1]);
  index.finish();

  /** Indices of ports that may lie within `km`: all that do, and perhaps some that do not. */
  const candidates = (position: Position, km: number): number[] => {
    if (ports.length === 0 || !(km >= 0)) return [];
    const box = boxAround(position, km);
    if (box) return index.range(...box);
    const bound = km < FURTHEST_KM ? km * SLACK + 1e-6 : Infinity;
    return around(index, position[0], position[1], Infinity, bound);
  };

  const measured = (position: Position, km: number): NearPort[] =>
    candidates(position, km).flatMap((i) => {
      const place = ports[i];
      if (!place) return [];
      const distance = distanceKm(position, place.position);
      return distance <= km ? [{ place, distanceKm: distance }] : [];
    });

  return {
    nearest: (position, withinKm) => {
      let best: NearPort | null = null;
      for (const port of measured(position, withinKm)) if (!best || closer(port, best) < 0) best = port;
      return best;
    },
    within: (position, km) => measured(position, km).sort(closer),
  };
}

/** Order by distance; equally far ports by id, so that the answer does not depend on the order of the rows. */
function closer(a: NearPort, b: NearPort): number {
  return a.distanceKm - b.distanceKm || (a.place.id < b.place.id ? -1 : 1);
}

/**
 * West, south, east and north of a box that holds the circle of `km` around a position, degrees: half its width
 * is asin(sin d / cos latitude), where the circle touches a meridian. Null where the box would meet a pole or
 * the meridian of 180 degrees, or be too wide to be of use.
 */
function boxAround([lon, lat]: Position, km: number): [number, number, number, number] | null {
  if (km > BOX_LIMIT_KM) return null;
  const reach = (km * SLACK + 1e-6) / EARTH_RADIUS_KM;
  const dLat = reach * DEGREES;
  if (Math.abs(lat) + dLat > 85) return null;
  const dLon = Math.asin(Math.sin(reach) / Math.cos(lat / DEGREES)) * DEGREES;
  if (Math.abs(lon) + dLon > 180) return null;
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
}
