import { EARTH_RADIUS_KM } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { DEGREE_UNITS } from './columns.ts';
import type { CallOptions } from './options.ts';

/** Kilometres of one stored unit of latitude. */
const KM_PER_UNIT = ((Math.PI / 180) * EARTH_RADIUS_KM) / DEGREE_UNITS;
/** Cells of a quarter of a degree, about 28 km: a port's exit circle touches one to four. */
const CELLS_PER_DEGREE = 4;
const CELL_UNITS = DEGREE_UNITS / CELLS_PER_DEGREE;
const COLUMNS = 360 * CELLS_PER_DEGREE;
const ROWS = 180 * CELLS_PER_DEGREE;
const HALF_TURN = 180 * DEGREE_UNITS;
const FULL_TURN = 360 * DEGREE_UNITS;

/** A port as the search sees it: stored units, and its two radii in km. */
export interface IndexedPort {
  readonly place: Place;
  readonly lon: number;
  readonly lat: number;
  readonly enterKm: number;
  readonly exitKm: number;
  /** Kilometres of one stored unit of longitude at the port. */
  readonly kmPerLonUnit: number;
}

/**
 * Ports by cell. Almost every fix of a voyage is far from any port: one look into an array says so.
 * Places that are areas are left out; positions are in stored units.
 */
export class PortIndex {
  readonly #cells = new Uint16Array(ROWS * COLUMNS);
  readonly #lists: IndexedPort[][] = [[]];

  constructor(places: readonly Place[], options: CallOptions) {
    const kinds: readonly string[] = PORT_KINDS;
    for (const place of places) if (kinds.includes(place.kind)) this.#add(place, options);
  }

  /** Ports whose exit circle may reach the position. */
  near(lon: number, lat: number): readonly IndexedPort[] {
    const list = this.#cells[cellRow(lat) * COLUMNS + cellColumn(lon)] ?? 0;
    return this.#lists[list] ?? [];
  }

  /** The nearest port whose entry circle holds the position; of two at one distance, the first in id order. */
  nearestEntered(lon: number, lat: number): IndexedPort | null {
    let best: IndexedPort | null = null;
    let bestKm = Infinity;
    for (const port of this.near(lon, lat)) {
      const km = portDistanceKm(port, lon, lat);
      if (km > port.enterKm || km > bestKm) continue;
      if (km === bestKm && best && best.place.id < port.place.id) continue;
      best = port;
      bestKm = km;
    }
    return best;
  }

  #add(place: Place, options: CallOptions): void {
    const [lonDeg, latDeg] = place.position;
    const enterKm = Math.max(options.enterKm, place.radiusKm);
    const port: IndexedPort = {
      place,
      lon: Math.round(lonDeg * DEGREE_UNITS),
      lat: Math.round(latDeg * DEGREE_UNITS),
      enterKm,
      exitKm: enterKm + options.exitKm - options.enterKm,
      kmPerLonUnit: KM_PER_UNIT * Math.cos((latDeg * Math.PI) / 180),
    };
    const reachLat = port.exitKm / KM_PER_UNIT;
    // A little more than the circle, because the parallels shorten towards the pole.
    const reachLon = Math.min(HALF_TURN, (1.01 * port.exitKm) / port.kmPerLonUnit);
    const west = Math.floor((port.lon - reachLon + HALF_TURN) / CELL_UNITS);
    const east = Math.floor((port.lon + reachLon + HALF_TURN) / CELL_UNITS);
    for (let row = cellRow(port.lat - reachLat); row <= cellRow(port.lat + reachLat); row++) {
      // Columns wrap at 180 degrees.
      for (let c = west; c <= east; c++) this.#put(row * COLUMNS + ((c + COLUMNS) % COLUMNS), port);
    }
  }

  #put(cell: number, port: IndexedPort): void {
    const list = this.#cells[cell] ?? 0;
    if (list === 0) this.#cells[cell] = this.#lists.push([port]) - 1;
    else this.#lists[list]?.push(port);
  }
}

/**
 * Distance from a port to a position close by, km: on the plane that touches the sphere at the port's
 * latitude. Within 10 km and 60 degrees of the equator it is off by less than 0.2%; beyond that, only "far"
 * matters.
 */
export function portDistanceKm(port: IndexedPort, lon: number, lat: number): number {
  let dLon = lon - port.lon;
  if (dLon > HALF_TURN) dLon -= FULL_TURN;
  else if (dLon < -HALF_TURN) dLon += FULL_TURN;
  const x = dLon * port.kmPerLonUnit;
  const y = (lat - port.lat) * KM_PER_UNIT;
  return Math.sqrt(x * x + y * y);
}

const cellRow = (lat: number): number =>
  Math.max(0, Math.min(ROWS - 1, Math.floor((lat + HALF_TURN / 2) / CELL_UNITS)));
const cellColumn = (lon: number): number => Math.min(COLUMNS - 1, Math.floor((lon + HALF_TURN) / CELL_UNITS));
