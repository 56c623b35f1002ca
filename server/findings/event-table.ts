import type { Facets, Filter } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import type { DataSet, Day } from '../../shared/model.ts';
import { COMMODITIES, MARKINGS, mayBeShown } from '../../shared/vocabulary.ts';

/** Which events of a table a filter keeps: 1 for each kept, by the number of the event. */
export type Kept = Uint8Array;

/**
 * The events of a run as columns, so that a filter is a pass over numbers. Events are numbered in ascending order
 * of their ids; days, countries and data sets by their place in the lists given with them.
 */
export interface EventTable {
  /** By number. */
  readonly events: readonly RouteEvent[];
  /** Every day on which an event begins or ends, ascending. */
  readonly days: readonly Day[];
  /** Every month that a day of `days` is of, ascending, and the month of each day. */
  readonly months: readonly string[];
  readonly monthOf: Uint16Array;
  readonly firstDays: Uint32Array;
  readonly lastDays: Uint32Array;
  /** 1: a voyage. */
  readonly voyages: Uint8Array;
  /** One bit for each of `COMMODITIES`. */
  readonly commodities: Uint16Array;
  readonly countryIds: readonly string[];
  /** Countries of event `i`, each once: `countries[countryStarts[i]]` up to `countryStarts[i + 1]`. */
  readonly countryStarts: Uint32Array;
  readonly countries: Uint16Array;
  readonly dataSetIds: readonly string[];
  readonly dataSets: Uint16Array;
  /** Places in `MARKINGS`. */
  readonly markings: Uint8Array;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers for names, in the order in which they come. */
function numbering(): { readonly names: string[]; of(name: string): number } {
  const names: string[] = [];
  const known = new Map<string, number>();
  return {
    names,
    of: (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      known.set(name, names.length);
      return names.push(name) - 1;
    },
  };
}

const bits = (commodities: RouteEvent['commodities']): number =>
  commodities.reduce((mask, one) => mask | (1 << COMMODITIES.indexOf(one)), 0);

/** Puts events into columns; in any order, the table does not depend on it. */
export function makeEventTable(given: readonly RouteEvent[]): EventTable {
  const events = [...given].sort((a, b) => byCodeUnit(a.id, b.id));
  const days = [...new Set(events.flatMap(({ day, lastDay }) => [day, lastDay]))].sort(byCodeUnit);
  const dayNumber = new Map(days.map((day, i) => [day, i]));
  const monthNumber = numbering();
  const countryOf = numbering();
  const dataSetOf = numbering();
  const named = events.map(({ countries }) => [...new Set(countries)].map(countryOf.of));
  const countryStarts = new Uint32Array(events.length + 1);
  named.forEach((some, i) => (countryStarts[i + 1] = (countryStarts[i] ?? 0) + some.length));
  return {
    events,
    days,
    months: monthNumber.names,
    monthOf: Uint16Array.from(days, (day) => monthNumber.of(day.slice(0, 7))),
    firstDays: Uint32Array.from(events, ({ day }) => dayNumber.get(day) ?? 0),
    lastDays: Uint32Array.from(events, ({ lastDay }) => dayNumber.get(lastDay) ?? 0),
    voyages: Uint8Array.from(events, ({ kind }) => (kind === 'voyage' ? 1 : 0)),
    commodities: Uint16Array.from(events, (event) => bits(event.commodities)),
    countryStarts,
    countries: Uint16Array.from(named.flat()),
    countryIds: countryOf.names,
    dataSets: Uint16Array.from(events, ({ dataSet }) => dataSetOf.of(dataSet)),
    dataSetIds: dataSetOf.names,
    markings: Uint8Array.from(events, ({ marking }) => MARKINGS.indexOf(marking)),
  };
}

/** How many of some ascending days lie before `day`. */
function daysBefore(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One for each name that is wanted; null: all are. */
function wantedOf(names: readonly string[], wanted: readonly string[] | undefined): Uint8Array | null {
  if (wanted === undefined || wanted.length === 0) return null;
  return Uint8Array.from(names, (name) => (wanted.includes(name) ? 1 : 0));
}

/** The events of a table that a filter keeps, by the same rule as `filterEvents`. */
export function keptOf(table: EventTable, filter: Filter): Kept {
  const { days, firstDays, lastDays, voyages, countryStarts } = table;
  const { from, to, commodity = [], audience = 'red' } = filter;
  const least = from === undefined ? 0 : daysBefore(days, from);
  // With a letter after it a day sorts right behind itself.
  const most = to === undefined ? days.length : daysBefore(days, `${to}~`);
  const goods = commodity.length === 0 ? 0xffff : bits(commodity);
  const country = wantedOf(table.countryIds, filter.country);
  const dataSet = wantedOf(table.dataSetIds, filter.dataSet);
  const shown = Uint8Array.from(MARKINGS, (marking) => (mayBeShown(marking, audience) ? 1 : 0));
  const kept = new Uint8Array(table.events.length);
  for (let i = 0; i < kept.length; i++) {
    if ((lastDays[i] ?? 0) < least || (firstDays[i] ?? 0) >= most) continue;
    if (commodity.length > 0 && voyages[i] !== 1 && ((table.commodities[i] ?? 0) & goods) === 0) continue;
    if (dataSet && dataSet[table.dataSets[i] ?? 0] !== 1) continue;
    if (shown[table.markings[i] ?? 0] !== 1) continue;
    if (country) {
      const end = countryStarts[i + 1] ?? 0;
      let at = countryStarts[i] ?? 0;
      while (at < end && country[table.countries[at] ?? 0] !== 1) at++;
      if (at === end) continue;
    }
    kept[i] = 1;
  }
  return kept;
}

interface FacetContext {
  readonly dataSets: ReadonlyMap<string, DataSet>;
  /** Has the seizure of this id a place on the map? */
  readonly hasPosition: (id: string) => boolean;
  readonly nameOf: (country: string) => string;
}

/** Pairs of counts, seizures and voyages, one for each of some names. */
function tallies(names: number): { add(name: number, voyage: number): void; of(name: number): Tally } {
  const counts = new Uint32Array(names * 2);
  return {
    add: (name, voyage) => {
      counts[name * 2 + voyage] = (counts[name * 2 + voyage] ?? 0) + 1;
    },
    of: (name) => ({ seizures: counts[name * 2] ?? 0, voyages: counts[name * 2 + 1] ?? 0 }),
  };
}
interface Tally {
  readonly seizures: number;
  readonly voyages: number;
}
const any = ({ seizures, voyages }: Tally): boolean => seizures + voyages > 0;

/**
 * What the filters can choose from and how many events each choice holds. Months count the events within
 * the filter by the first day of their interval; the span of days is that of all events, so that the time
 * filter keeps its width while it is used.
 */
export function facetsOf(runId: number, table: EventTable, kept: Kept, context: FacetContext): Facets {
  const { days, countryIds, dataSetIds, events, voyages, countryStarts } = table;
  const { months, monthOf } = table;
  const byMonth = tallies(months.length);
  const byCountry = tallies(countryIds.length);
  const bySet = tallies(dataSetIds.length);
  const goods = new Uint32Array(COMMODITIES.length);
  let seizuresWithoutPosition = 0;
  for (let i = 0; i < kept.length; i++) {
    if (kept[i] !== 1) continue;
    const voyage = voyages[i] ?? 0;
    byMonth.add(monthOf[table.firstDays[i] ?? 0] ?? 0, voyage);
    bySet.add(table.dataSets[i] ?? 0, voyage);
    const end = countryStarts[i + 1] ?? 0;
    for (let at = countryStarts[i] ?? 0; at < end; at++) byCountry.add(table.countries[at] ?? 0, voyage);
    if (voyage === 1) continue;
    const mask = table.commodities[i] ?? 0;
    for (let bit = 0; bit < goods.length; bit++) if ((mask >> bit) & 1) goods[bit] = (goods[bit] ?? 0) + 1;
    if (!context.hasPosition(events[i]?.id ?? '')) seizuresWithoutPosition++;
  }
  const sets = new Map(dataSetIds.map((id, number) => [id, bySet.of(number)]));
  return {
    runId,
    firstDay: days[0] ?? '2000-01-01',
    lastDay: days.at(-1) ?? '2000-01-01',
    months: months.map((month, number) => ({ month, ...byMonth.of(number) })).filter(any),
    commodities: COMMODITIES.map((id, bit) => ({ id, seizures: goods[bit] ?? 0 })),
    countries: countryIds
      .map((id, number) => ({ id, name: context.nameOf(id), ...byCountry.of(number) }))
      .filter(any)
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || byCodeUnit(a.id, b.id)),
    dataSets: [...context.dataSets.values()].flatMap(({ id, title, synthetic }) => {
      const count = sets.get(id);
      return count ? [{ id, title, synthetic, ...count }] : [];
    }),
    seizuresWithoutPosition,
  };
}
