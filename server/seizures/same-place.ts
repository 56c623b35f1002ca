import { distanceKm } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';

/** An airport this near a town or port of its country serves it, km: JFK is 21 km from New York's harbour. */
const AIRPORT_SERVES_KM = 40;

const AREAS: readonly Place['kind'][] = ['country', 'region', 'island', 'city', 'sea-area'];

/** Whether `inner` lies in the area `outer`: a port in its country or island. False for one place twice. */
function covers(outer: Place, inner: Place, gazetteer: Gazetteer): boolean {
  if (outer.id === inner.id || !AREAS.includes(outer.kind)) return false;
  if (outer.kind === 'country') return gazetteer.territoryOf(inner.id) === outer.id;
  if (outer.country !== null && inner.country !== null && outer.country !== inner.country) return false;
  if (inner.radiusKm >= outer.radiusKm) return false;
  return distanceKm(outer.position, inner.position) <= outer.radiusKm;
}

/** Whether one of the two is an airport and the other the town or port it serves. */
function airportServes(airport: Place, town: Place): boolean {
  if (airport.kind !== 'airport' || town.kind === 'airport' || airport.country !== town.country) return false;
  return distanceKm(airport.position, town.position) <= AIRPORT_SERVES_KM;
}

/**
 * The one place to keep of two that goods cannot be said to have travelled between: the same place twice, a
 * place and the area it lies in (the place is kept), an airport and its town (the airport is kept, being where
 * goods are handled). Null when they are two places.
 */
export function mergePlaces(a: Place, b: Place, gazetteer: Gazetteer): Place | null {
  if (a.id === b.id || covers(b, a, gazetteer) || airportServes(a, b)) return a;
  return covers(a, b, gazetteer) || airportServes(b, a) ? b : null;
}
