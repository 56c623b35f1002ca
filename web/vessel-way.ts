import type { PlaceRef } from '../shared/api.ts';

/**
 * The last stretch of a vessel's calls that passes no place twice, in order of travel: what a map can draw and
 * number without one stop lying on another.
 *
 * @param calls  latest first; a second call at the same place in a row counts once
 */
export function lastStretch(calls: readonly { readonly place: PlaceRef }[]): PlaceRef[] {
  const stretch: PlaceRef[] = [];
  for (const { place } of calls) {
    if (stretch.at(-1)?.id === place.id) continue;
    if (stretch.some(({ id }) => id === place.id)) break;
    stretch.push(place);
  }
  return stretch.reverse();
}
