import type { RouteEvent } from '../../shared/findings.ts';
import type { Certainty } from '../../shared/vocabulary.ts';

/**
 * Events with each place replaced by its country or territory: the legs between territories. Staying within
 * one is no leg, and a place without a territory, such as a sea area, breaks the event in two, because what
 * lies on either side of it is not known to be consecutive. Parts keep the id of their event.
 */
export function rollUp(
  events: readonly RouteEvent[],
  territoryOf: (placeId: string) => string | null,
): RouteEvent[] {
  return events.flatMap((event) => {
    const parts: { places: string[]; certainties: Certainty[] }[] = [];
    let part: (typeof parts)[number] | null = null;
    event.places.forEach((placeId, i) => {
      const territory = territoryOf(placeId);
      if (territory === null) {
        part = null;
        return;
      }
      if (part === null) {
        part = { places: [territory], certainties: [] };
        parts.push(part);
      } else if (part.places.at(-1) !== territory) {
        part.places.push(territory);
        part.certainties.push(event.certainties[i - 1] ?? 'assumed');
      }
    });
    return parts.map((stretch) => ({ ...event, ...stretch }));
  });
}
