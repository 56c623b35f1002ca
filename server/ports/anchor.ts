import { distanceKm, type Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';

/**
 * Where a place is drawn on the network. A port is drawn where it is. An area has no port of its own, so a
 * line to "Trinidad" has to end somewhere: at the commercial port of the same country nearest to the area's
 * reference position and within its radius; which is inferred, and said so on the page. A sea area, or an
 * area without a port, is drawn at its reference position.
 */
export function anchors(places: readonly Place[]): ReadonlyMap<string, Position> {
  const portsOf = new Map<string | null, Place[]>();
  for (const place of places) {
    if (place.kind !== 'port') continue;
    const ports = portsOf.get(place.country);
    if (ports) ports.push(place);
    else portsOf.set(place.country, [place]);
  }
  return new Map(places.map((place) => [place.id, anchorOf(place, portsOf.get(place.country) ?? [])]));
}

function anchorOf(place: Place, ports: readonly Place[]): Position {
  if (!['country', 'island', 'region', 'city'].includes(place.kind)) return place.position;
  let nearest: Position = place.position;
  let nearestKm = place.radiusKm;
  for (const port of ports) {
    const km = distanceKm(place.position, port.position);
    if (km < nearestKm) [nearest, nearestKm] = [port.position, km];
  }
  return nearest;
}
