import type { RouteEvent } from '../../../shared/findings.ts';

/** An event through places written `A>B>C`, all else the least that is allowed. */
export function event(
  kind: RouteEvent['kind'],
  id: string,
  day: string,
  places: string,
  more: Partial<Pick<RouteEvent, 'vesselId' | 'report' | 'operation' | 'dataSet'>> = {},
): RouteEvent {
  const placeIds = places.split('>');
  return {
    id,
    kind,
    dataSet: 'test',
    vesselId: null,
    day,
    lastDay: day,
    commodities: [],
    countries: [],
    mode: 'sea',
    places: placeIds,
    certainties: placeIds.slice(1).map(() => 'stated' as const),
    report: null,
    operation: null,
    marking: 'clear',
    ...more,
  };
}
