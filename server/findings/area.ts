import {
  area as areaOf,
  bbox,
  booleanPointInPolygon,
  kinks,
  lineString,
  pointToLineDistance,
  polygon,
} from '@turf/turf';
import type { NetworkEdge, Route, RouteEvent } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { CommodityLine, Seizure } from '../../shared/model.ts';
import { stretchesMeet } from '../../shared/planar.ts';
import { COMMODITIES, type Commodity } from '../../shared/vocabulary.ts';
import { InputError } from '../errors.ts';
import { massKg } from '../seizures/features.ts';

const FEWEST_CORNERS = 3;
const MOST_CORNERS = 60;
/** Beyond this latitude the chart, a Mercator projection, shows nothing, degrees. */
const MOST_LATITUDE = 85;

/** An area drawn on the chart: its sides are straight in longitude and latitude; its border belongs to it. */
export interface Area {
  readonly corners: readonly Position[];
  readonly areaKm2: number;
  contains(at: Position): boolean;
  /** Shortest way from a position to the border, km; on either side of it. */
  borderKm(at: Position): number;
  /** Whether any of a line of at least two positions lies in the area or on its border. */
  meets(line: readonly Position[]): boolean;
}

const bad = (reason: string): InputError =>
  new InputError(
    'bad-corners',
    `corners takes 3 to 60 positions in order, as lon,lat;lon,lat;lon,lat in degrees; ${reason}.`,
  );

function parseCorner(text: string): Position {
  if (!/^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?$/.test(text)) throw bad(`“${text}” is no lon,lat`);
  const [lon = NaN, lat = NaN] = text.split(',').map(Number);
  if (Math.abs(lon) > 180) throw bad(`the longitude of “${text}” is not within -180 to 180`);
  if (Math.abs(lat) > MOST_LATITUDE) throw bad(`the latitude of “${text}” is not within -85 to 85`);
  return [lon, lat];
}

const same = (a: Position | undefined, b: Position | undefined): boolean =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** Square degrees that corners enclose, by the shoelace formula; a metre by a metre is 8e-11. */
function extentDeg2(corners: readonly Position[]): number {
  let twice = 0;
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] ?? [x, y];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}

/**
 * Reads the corners of an area, `lon,lat;lon,lat;…`, in order round it; the last may repeat the first.
 *
 * @throws {InputError} `bad-corners`: not 3 to 60, not degrees within limits, sides that cross or touch, or no extent
 */
export function parseArea(text: string): Area {
  const given = text.split(';').map(parseCorner);
  const corners = given.filter((at, i) => !same(at, given[(i + 1) % given.length]) || given.length === 1);
  const count = String(corners.length);
  if (corners.length < FEWEST_CORNERS) throw bad(`it got ${count} different ones`);
  if (corners.length > MOST_CORNERS) throw bad(`it got ${count}`);
  const ring = [...corners, corners[0] ?? [0, 0]].map(([lon, lat]) => [lon, lat]);
  const shape = polygon([ring]);
  if (kinks(shape).features.length > 0) throw bad('its sides cross or touch each other');
  const areaKm2 = areaOf(shape) / 1e6;
  if (extentDeg2(corners) < 1e-9) throw bad('they lie on one line');

  const border = lineString(ring);
  const [west = 0, south = 0, east = 0, north = 0] = bbox(shape);
  const contains = (at: Position): boolean => booleanPointInPolygon([at[0], at[1]], shape);
  const inBox = ([lon, lat]: Position): boolean => lon >= west && lon <= east && lat >= south && lat <= north;
  const besideBox = (a: Position, b: Position): boolean =>
    Math.max(a[0], b[0]) < west ||
    Math.min(a[0], b[0]) > east ||
    Math.max(a[1], b[1]) < south ||
    Math.min(a[1], b[1]) > north;
  const crosses = (a: Position, b: Position): boolean =>
    corners.some((c, i) => stretchesMeet(a, b, c, corners[(i + 1) % corners.length] ?? c));
  return {
    corners,
    areaKm2,
    contains,
    borderKm: (at) =>
      pointToLineDistance([at[0], at[1]], border, { units: 'kilometers', method: 'geodesic' }),
    // A passage has hundreds of positions, so each is first held against the box around the area.
    meets: (line) =>
      line.some((at, i) => {
        const before = line[i - 1];
        return (
          (inBox(at) && contains(at)) ||
          (before !== undefined && !besideBox(before, at) && crosses(before, at))
        );
      }),
  };
}

/** inside: the place and all its uncertainty. may: the uncertainty reaches across the border, from either side. */
export type Reach = 'inside' | 'may' | 'outside';

/** Whether something lies in an area when it is known to lie within `uncertaintyKm` of a position. */
export function reachOf(area: Area, at: Position, uncertaintyKm: number): Reach {
  if (uncertaintyKm > 0 && area.borderKm(at) < uncertaintyKm) return 'may';
  return area.contains(at) ? 'inside' : 'outside';
}

/** Cases by where they stand to an area, latest first. */
export interface AreaCases {
  readonly inside: readonly Seizure[];
  readonly may: readonly Seizure[];
  /** How many have no position and so cannot be asked. */
  readonly withoutPosition: number;
}

const latestFirst = (a: Seizure, b: Seizure): number =>
  a.date.latest === b.date.latest ? (a.id < b.id ? -1 : 1) : a.date.latest < b.date.latest ? 1 : -1;

/** Sorts cases into those in the area, those that may lie in it, and the rest, which is left out. */
export function casesIn(area: Area, cases: readonly Seizure[]): AreaCases {
  const found: Record<Reach, Seizure[]> = { inside: [], may: [], outside: [] };
  let withoutPosition = 0;
  for (const one of cases) {
    const { position, uncertaintyKm } = one.place;
    if (position === null) withoutPosition++;
    else found[reachOf(area, position, uncertaintyKm ?? 0)].push(one);
  }
  return { inside: found.inside.sort(latestFirst), may: found.may.sort(latestFirst), withoutPosition };
}

/** One kind of goods in an area: cases that name it, and the kilograms they state; null: none states any. */
export interface AreaGoods {
  readonly commodity: Commodity;
  readonly cases: number;
  readonly kg: number | null;
  readonly mayCases: number;
  readonly mayKg: number | null;
}

/** Goods of the cases in an area and, apart from them, of those that may lie in it; in the order of the vocabulary. */
export function goodsIn({ inside, may }: Pick<AreaCases, 'inside' | 'may'>): AreaGoods[] {
  const linesOf = (cases: readonly Seizure[], commodity: Commodity): CommodityLine[][] =>
    cases
      .map(({ lines }) => lines.filter((line) => line.commodity === commodity))
      .filter((lines) => lines.length > 0);
  return COMMODITIES.map((commodity) => {
    const [sure, maybe] = [linesOf(inside, commodity), linesOf(may, commodity)];
    return {
      commodity,
      cases: sure.length,
      kg: massKg(sure.flat()),
      mayCases: maybe.length,
      mayKg: massKg(maybe.flat()),
    };
  }).filter(({ cases, mayCases }) => cases + mayCases > 0);
}

/** A leg that meets an area, and which of its ends lie in it. */
export interface AreaLeg {
  readonly edge: NetworkEdge;
  readonly ends: 'both' | 'from' | 'to' | 'neither';
}

/** Legs whose line, as the chart draws it, meets the area: the most travelled first. A stay at one place is no leg. */
export function legsIn(
  area: Area,
  edges: readonly NetworkEdge[],
  lineOf: (edge: NetworkEdge) => readonly Position[],
): AreaLeg[] {
  const ends = ['neither', 'to', 'from', 'both'] as const;
  const passages = ({ voyageLegs, seizureLegs }: NetworkEdge): number => voyageLegs + seizureLegs;
  return edges
    .flatMap((edge): AreaLeg[] => {
      const line = edge.from === edge.to ? [] : lineOf(edge);
      const [first, last] = [line[0], line.at(-1)];
      if (!first || !last || line.length < 2 || !area.meets(line)) return [];
      const which = (area.contains(first) ? 2 : 0) + (area.contains(last) ? 1 : 0);
      return [{ edge, ends: ends[which] ?? 'neither' }];
    })
    .sort((a, b) => passages(b.edge) - passages(a.edge) || (a.edge.id < b.edge.id ? -1 : 1));
}

/** Routes that take a step which meets the area, in the order given. */
export function routesIn(routes: readonly Route[], meets: (from: string, to: string) => boolean): Route[] {
  return routes.filter(({ places }) =>
    places.some((to, i) => {
      const from = places[i - 1];
      return from !== undefined && from !== to && meets(from, to);
    }),
  );
}

/** Voyages that sailed one of those legs, and how many different vessels they were. */
export function voyagesOn(
  legs: readonly AreaLeg[],
  event: (id: string) => RouteEvent | undefined,
): { ids: string[]; vessels: number } {
  const ids = new Set<string>();
  const vessels = new Set<string>();
  for (const { edge } of legs) {
    for (const id of edge.evidence) {
      const found = event(id);
      if (found?.kind !== 'voyage') continue;
      ids.add(id);
      vessels.add(found.vesselId ?? id);
    }
  }
  return { ids: [...ids].sort(), vessels: vessels.size };
}
