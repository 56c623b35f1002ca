import { distanceKm, type Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';

/**
 * Where a place is drawn on the network. A port is drawn where it is. An area has no one port, yet a line to
 * "Trinidad" has to end somewhere: at the area's gateway where the gazetteer names one, else at the commercial
 * port (one with a UN/LOCODE) of the same country nearest to the area's reference position and within its
 * radius. That is inferred, and said so on the page. A sea area, or an area without such a port, is drawn at
 * its reference position.
 */
export function anchors(places: readonly Place[]): ReadonlyMap<string, Position> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const portsOf = new Map<string | null, Place[]>();
  for (const place of places) {
    if (place.kind !== 'port' || place.locode === null) continue;
    const ports = portsOf.get(place.country);
    if (ports) ports.push(place);
    else portsOf.set(place.country, [place]);
  }
  return new Map(
    places.map((place) => {
      const gateway = place.gatewayId === null ? undefined : byId.get(place.gatewayId);
      return [place.id, gateway?.position ?? nearestPort(place, portsOf.get(place.country) ?? [])];
    }),
  );
}

function nearestPort(place: Place, ports: readonly Place[]): Position {
  if (!['country', 'island', 'region', 'city'].includes(place.kind)) return place.position;
  let nearest: Position = place.position;
  let nearestKm = place.radiusKm;
  for (const port of ports) {
    const km = distanceKm(place.position, port.position);
    if (km < nearestKm) [nearest, nearestKm] = [port.position, km];
  }
  return nearest;
}
