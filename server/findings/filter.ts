import type { Filter } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import { mayBeShown } from '../../shared/vocabulary.ts';

/**
 * The events that a filter keeps. An event with an interval is kept when any day of it may lie within the
 * period. A commodity filter chooses among seizures and leaves voyages alone: they carry no commodity, and
 * they are the traffic that seizures are seen against.
 */
export function filterEvents(events: readonly RouteEvent[], filter: Filter): RouteEvent[] {
  const { from, to, commodity = [], country = [], dataSet = [], audience = 'red' } = filter;
  return events.filter(
    (event) =>
      (from === undefined || event.lastDay >= from) &&
      (to === undefined || event.day <= to) &&
      (commodity.length === 0 ||
        event.kind === 'voyage' ||
        event.commodities.some((one) => commodity.includes(one))) &&
      (country.length === 0 || event.countries.some((one) => country.includes(one))) &&
      (dataSet.length === 0 || dataSet.includes(event.dataSet)) &&
      mayBeShown(event.marking, audience),
  );
}

/** True when a filter keeps everything, so that what the run stored is the answer. */
export function isWholeRun({ from, to, commodity, country, dataSet, audience = 'red' }: Filter): boolean {
  const given = [commodity, country, dataSet].some((list) => (list?.length ?? 0) > 0);
  return from === undefined && to === undefined && audience === 'red' && !given;
}
