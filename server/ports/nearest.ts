import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { distanceKm, type Position } from '../../shared/geo.ts';
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

/** geokdbush measures on a sphere of 6,371 km, we on 6,371.0088: ask a hair wider, then filter exactly. */
const SEARCH_SLACK = 1.00001;
/** Half the circumference, km: geokdbush's distance bound folds back beyond it. */
const FURTHEST_KM = 20_015;

/** A spatial index over the rows of `places` whose kind is a port kind; areas are left out. */
export function makePortIndex(places: readonly Place[]): PortIndex {
  const ports = places.filter((place) => PORT_KINDS.some((kind) => kind === place.kind));
  const index = new KDBush(ports.length);
  for (const port of ports) index.add(port.position[0], port.position[1]);
  index.finish();

  const search = (position: Position, km: number, limit: number): NearPort[] => {
    if (ports.length === 0 || !(km >= 0)) return [];
    const found: NearPort[] = [];
    for (const i of around(
      index,
      position[0],
      position[1],
      limit,
      Math.min(km * SEARCH_SLACK + 1e-6, FURTHEST_KM),
    )) {
      const place = ports[i];
      if (!place) continue;
      const distance = distanceKm(position, place.position);
      if (distance <= km) found.push({ place, distanceKm: distance });
    }
    return found;
  };

  return {
    nearest: (position, withinKm) => search(position, withinKm, 1)[0] ?? null,
    within: (position, km) => search(position, km, Infinity),
  };
}
