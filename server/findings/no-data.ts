import type { RouteEvent } from '../../shared/findings.ts';
import type { Atlas } from './atlas.ts';

/** Countries and territories of the gazetteer that no event names, by code: no data of them is not no seizures. */
export function countriesWithoutData(
  events: readonly Pick<RouteEvent, 'countries' | 'places'>[],
  atlas: Pick<Atlas, 'places' | 'ref'>,
): string[] {
  const known = new Set(
    events.flatMap(({ countries, places }) => [
      ...countries,
      ...places.flatMap((id) => atlas.ref(id).country ?? []),
    ]),
  );
  const all = atlas.places.flatMap(({ kind, country }) => (kind === 'country' && country ? [country] : []));
  return [...new Set(all)].filter((country) => !known.has(country)).sort();
}
