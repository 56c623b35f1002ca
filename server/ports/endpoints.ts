import type { Router } from 'express';
import { endpoints } from '../../shared/api.ts';
import type { Place } from '../../shared/model.ts';
import type { Database } from '../db/database.ts';
import { mountGet } from '../http/mount.ts';
import { makeGazetteer, type Gazetteer } from './gazetteer.ts';
import { allPlaces, placesVersion } from './store.ts';

interface Held {
  readonly places: readonly Place[];
  readonly gazetteer: Gazetteer;
}

/** Reads the places held and the gazetteer over them, anew only when a batch has changed them. */
function heldPlaces(database: Database): () => Promise<Held> {
  let held: Promise<Held> | null = null;
  let version = -1;
  const read = async (): Promise<Held> => {
    const places = await allPlaces(database);
    return { places, gazetteer: makeGazetteer(places) };
  };
  return async () => {
    const now = await placesVersion(database);
    if (held === null || version !== now) {
      version = now;
      held = read();
      held.catch(() => {
        held = null;
      });
    }
    return held;
  };
}

/** Mounts the list of places; the search box of the page asks it at every keystroke. */
export function mountPorts(router: Router, database: Database): void {
  const read = heldPlaces(database);
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
