import type { Facets } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import type { DataSet, Seizure } from '../../shared/model.ts';
import { COMMODITIES } from '../../shared/vocabulary.ts';
import type { Atlas } from './atlas.ts';

interface Context {
  readonly dataSets: ReadonlyMap<string, DataSet>;
  readonly seizures: ReadonlyMap<string, Seizure>;
  readonly atlas: Atlas;
}

interface Tally {
  seizures: number;
  voyages: number;
}

/**
 * What the filters can choose from and how many events each choice holds. Months count the events within
 * the filter by the first day of their interval; the span of days is that of all events, so that the time
 * filter keeps its width while it is used.
 */
export function facetsOf(
  runId: number,
  kept: readonly RouteEvent[],
  all: readonly RouteEvent[],
  { dataSets, seizures, atlas }: Context,
): Facets {
  const months = tally(kept, (event) => [event.day.slice(0, 7)]);
  const countries = tally(kept, (event) => event.countries);
  const sets = tally(kept, (event) => [event.dataSet]);
  const commodities = tally(kept, (event) => event.commodities);
  const days = all.flatMap((event) => [event.day, event.lastDay]).sort();
  return {
    runId,
    firstDay: days[0] ?? '2000-01-01',
    lastDay: days.at(-1) ?? '2000-01-01',
    months: [...months].sort(byKey).map(([month, counts]) => ({ month, ...counts })),
    commodities: COMMODITIES.map((id) => ({ id, seizures: commodities.get(id)?.seizures ?? 0 })),
    countries: [...countries]
      .map(([id, counts]) => ({ id, name: atlas.nameOf(id), ...counts }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    dataSets: [...dataSets.values()]
      .filter(({ id }) => all.some((event) => event.dataSet === id))
      .map((dataSet) => ({ ...dataSet, ...(sets.get(dataSet.id) ?? { seizures: 0, voyages: 0 }) })),
    seizuresWithoutPosition: kept.filter(
      (event) => event.kind === 'seizure' && (seizures.get(event.id)?.place.position ?? null) === null,
    ).length,
  };
}

function tally(
  events: readonly RouteEvent[],
  keys: (event: RouteEvent) => readonly string[],
): Map<string, Tally> {
  const counts = new Map<string, Tally>();
  for (const event of events) {
    for (const key of new Set(keys(event))) {
      const count = counts.get(key) ?? { seizures: 0, voyages: 0 };
      count[event.kind === 'seizure' ? 'seizures' : 'voyages'] += 1;
      counts.set(key, count);
    }
  }
  return counts;
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : 1;
