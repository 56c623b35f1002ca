import type { SceneOpenEnd } from '../../shared/briefing.ts';
import type { RoutePoint, Seizure } from '../../shared/model.ts';
import type { PointRole } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { eventFromSeizure } from './event.ts';

const BEFORE: readonly PointRole[] = ['origin', 'departure', 'call', 'transit'];
const STARTS: readonly PointRole[] = ['origin', 'departure'];

/**
 * The one end of its way that a seizure states where the other is not stated: goods bound for France from nowhere
 * named. It is drawn as a short arrow at the place that is stated, never as a line from a guessed one.
 *
 * @returns null when both ends or neither are stated, or the stated one cannot be placed; when its points make a
 *   line of their own; and when the goods were taken on land in the country of the stated end, for then that is
 *   where the case lies and nothing says that they came a way or went on
 */
export function openEndOf(seizure: Seizure, gazetteer: Gazetteer): SceneOpenEnd | null {
  const points = seizure.routePoints;
  const comes = points.some(({ role }) => BEFORE.includes(role));
  const bound = points.filter(({ role }) => role === 'destination');
  const left = points.filter(({ role }) => STARTS.includes(role));
  if (bound.length > 0 && !comes) return endAt(bound.at(-1), 'origin', seizure, gazetteer);
  if (left.length > 0 && bound.length === 0) return endAt(left[0], 'destination', seizure, gazetteer);
  return null;
}

function endAt(
  point: RoutePoint | undefined,
  unknown: SceneOpenEnd['unknown'],
  seizure: Seizure,
  gazetteer: Gazetteer,
): SceneOpenEnd | null {
  const place = point?.placeId == null ? null : gazetteer.byId(point.placeId);
  if (point === undefined || place === null) return null;
  const event = eventFromSeizure(seizure, gazetteer);
  const takenThere = !seizure.place.atSea && seizure.country !== null && seizure.country === place.country;
  if (event.places.length > 1 || takenThere) return null;
  return {
    seizureId: seizure.id,
    placeId: place.id,
    placeName: place.name,
    position: place.position,
    unknown,
    commodities: event.commodities,
    certainty: point.certainty,
  };
}
