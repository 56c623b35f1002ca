import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import type { Place } from '../../shared/model.ts';
import { mountGet } from '../http/mount.ts';
import type { Gazetteer } from './gazetteer.ts';

/** Mounts the list of places; `read` gives the places held and the gazetteer over them. */
export function mountPorts(
  router: Router,
  read: () => Promise<{ readonly places: readonly Place[]; readonly gazetteer: Gazetteer }>,
): void {
  mountGet(
    router,
    endpoints.ports,
  )(async ({ query }) => {
    const { places, gazetteer } = await read();
    const { q = '', country = [], kind = [], limit, offset } = query;
    const named = q.trim() === '' ? places : gazetteer.search(q, places.length);
    const found = named.filter(
      (place) =>
        (country.length === 0 || (place.country !== null && country.includes(place.country))) &&
        (kind.length === 0 || kind.includes(place.kind)),
    );
    return {
      type: 'FeatureCollection',
      total: found.length,
      features: found.slice(offset, offset + limit).map(({ position, aliases, ...properties }) => ({
        type: 'Feature',
        id: properties.id,
        geometry: { type: 'Point', coordinates: [position[0], position[1]] },
        properties: { ...properties, aliases: [...aliases] },
      })),
    };
  });
}
