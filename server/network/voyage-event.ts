import type { RouteEvent } from '../../shared/findings.ts';
import type { Day } from '../../shared/model.ts';
import type { Certainty, Marking } from '../../shared/vocabulary.ts';

/** A voyage as it is kept, with the certainty of each of its legs. */
export interface VoyageRecord {
  readonly id: string;
  readonly vesselId: string;
  readonly dataSet: string;
  readonly placeIds: readonly string[];
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** One shorter than `placeIds`. */
  readonly certainties: readonly Certainty[];
  readonly marking: Marking;
}

/** A voyage as evidence of the order of its ports. It carries no commodity: nobody looked inside. */
export function eventFromVoyage(
  voyage: VoyageRecord,
  countryOf: (placeId: string) => string | null,
): RouteEvent {
  const countries = voyage.placeIds.map(countryOf).filter((country) => country !== null);
  return {
    id: voyage.id,
    kind: 'voyage',
    dataSet: voyage.dataSet,
    vesselId: voyage.vesselId,
    day: voyage.firstDay,
    lastDay: voyage.lastDay,
    commodities: [],
    countries: [...new Set(countries)].sort(),
    mode: 'sea',
    places: voyage.placeIds,
    certainties: voyage.certainties,
    report: null,
    operation: null,
    marking: voyage.marking,
  };
}
