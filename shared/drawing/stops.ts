import { distanceKm, type Position } from '../geo.ts';
import type { PointRole } from '../vocabulary.ts';

/** A place with its number in order of travel, as the list of stops has it. */
export interface Placed<Place> {
  readonly place: Place;
  readonly number: number;
}

/**
 * The stops of a case that are places, and where it was seized, with their numbers in the list of its stops, which has
 * those without a place too.
 *
 * @param placeOf  the place of a point of its way, or null
 * @param located  whether the seizure itself has a position
 * @returns `isNumbered` false: the list has one stop, and no number
 */
export function stopsListed<Point extends { readonly role: PointRole }, Place>(
  points: readonly Point[],
  placeOf: (point: Point) => Place | null,
  located: boolean,
): { readonly placed: Placed<Place>[]; readonly isNumbered: boolean; readonly seizedAs: number | null } {
  const isNumbered = points.length > 1;
  const seized = points.findIndex(({ role }) => role === 'seizure') + 1;
  return {
    placed: points.flatMap((point, i) => {
      const place = placeOf(point);
      return place === null ? [] : [{ place, number: i + 1 }];
    }),
    isNumbered,
    seizedAs: isNumbered && located && seized > 0 ? seized : null,
  };
}

/** A disc on the map: a place with all its numbers, or where a seizure was made. */
export interface Stop<Place> {
  /** null: where a seizure was made, which has no name of its own. */
  readonly place: Place | null;
  readonly numbers: readonly number[];
  readonly at: Position;
}

export interface Stops<Place> {
  /** Each where it stands. */
  readonly apart: readonly Stop<Place>[];
  /** The same where the disc of the seizure would lie on that of the nearest place: the two are one, there. */
  readonly together: readonly Stop<Place>[];
  /** Where those two stand when they are apart; null: there are no two. */
  readonly pair: readonly [Position, Position] | null;
}

interface Area {
  readonly id: string;
  readonly position: Position;
  readonly radiusKm: number;
}
/** GeoJSON's positions, which may have a height, will do. */
type Steps = readonly { readonly line: readonly (readonly number[])[] }[];

/** A line of an area ends somewhere in it: within its extent, and at least this far from its middle, km. */
const LEAST_REACH_KM = 60;

/** Where the number of a place stands: where its lines end, if they end within the place; else its middle. */
function stopAt(steps: Steps, { position, radiusKm }: Area): Position {
  const reach = Math.max(radiusKm, LEAST_REACH_KM);
  const ends = steps
    .flatMap(({ line }) => [line[0], line.at(-1)])
    .map((end): Position => [end?.[0] ?? NaN, end?.[1] ?? NaN])
    .map((end) => ({ end, km: distanceKm(position, end) }))
    .filter(({ km }) => km <= reach)
    .sort((a, b) => a.km - b.km);
  return ends[0]?.end ?? position;
}

/**
 * The stops of what is selected, a place once with all its numbers. The number of the seizure stands where the seizure
 * was made, and not at the place that its record names for it too.
 */
export function stopsOf<Place extends Area>(
  placed: readonly Placed<Place>[],
  steps: Steps,
  seized: { readonly number: number; readonly at: Position } | null,
): Stops<Place> {
  const byId = new Map<string, Stop<Place> & { place: Place }>();
  for (const { place, number } of placed) {
    const known = byId.get(place.id) ?? { place, numbers: [], at: stopAt(steps, place) };
    byId.set(place.id, { ...known, numbers: [...known.numbers, number] });
  }
  const all = [...byId.values()];
  if (!seized) return { apart: all, together: all, pair: null };
  const places = all
    .map((stop) => ({ ...stop, numbers: stop.numbers.filter((number) => number !== seized.number) }))
    .filter(({ numbers }) => numbers.length > 0);
  // A place that is that of the seizure alone: its name goes with the number.
  const alone = all.find(({ numbers }) => numbers.length === 1 && numbers[0] === seized.number);
  const own: Stop<Place> = { place: alone?.place ?? null, numbers: [seized.number], at: seized.at };
  const apart = [...places, own];
  const [near] = places.toSorted((a, b) => distanceKm(a.at, own.at) - distanceKm(b.at, own.at));
  if (!near) return { apart, together: apart, pair: null };
  const one = { ...near, numbers: [...near.numbers, seized.number].sort((a, b) => a - b) };
  return { apart, together: [...places.filter((stop) => stop !== near), one], pair: [near.at, own.at] };
}
