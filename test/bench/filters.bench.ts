import { setImmediate as pause } from 'node:timers/promises';
import { makeAtlas } from '../../server/findings/atlas.ts';
import { facetsOf, keptOf, makeEventTable } from '../../server/findings/event-table.ts';
import { cellFeatures, networkFeatures, networkWithin } from '../../server/findings/features.ts';
import { filterEvents } from '../../server/findings/filter.ts';
import { makeLegTable } from '../../server/findings/leg-table.ts';
import { makeSpotTable } from '../../server/findings/spot-table.ts';
import { DEFAULT_HOT_SPOT_OPTIONS, findHotSpots } from '../../server/hotspots/find-hot-spots.ts';
import { buildNetwork } from '../../server/network/build.ts';
import type { Filter } from '../../shared/api.ts';
import type { RouteEvent } from '../../shared/findings.ts';
import type { Place } from '../../shared/model.ts';
import { COMMODITIES } from '../../shared/vocabulary.ts';
import { madeSeizure } from '../support/made-events.ts';
import { makeVoyages, timed, toEvents, type Timed } from './traffic.ts';

const FILTERS: readonly (readonly [name: string, filter: Filter])[] = [
  ['nothing', {}],
  ['three months', { from: '2025-04-01', to: '2025-06-30' }],
  ['a commodity', { commodity: ['cocaine'] }],
  ['a country', { country: ['C7'] }],
  ['all of these', { from: '2025-02-01', to: '2025-11-30', commodity: ['cocaine'], country: ['C7', 'C8'] }],
];

/**
 * What the server works out for a filter that nobody chose before: facets, network and hot spots as the page gets
 * them. Against filtering the events and working all out anew from what is left, as it was done before.
 */
export async function bench(): Promise<void> {
  console.log('Answers to a filter (event, leg and spot tables) against working all out anew');
  for (const [seizures, voyages] of [
    [1_000, 2_500],
    [10_000, 25_000],
    [100_000, 250_000],
  ] as const) {
    await pause(); // lets the garbage of the last size go
    measure(seizures, voyages);
  }
}

/** Seizures and voyages over 250 ports, each with a country and, where seized, a commodity. */
function makeEvents(seizures: number, voyages: number): RouteEvent[] {
  const named = toEvents(makeVoyages(seizures + voyages, 250, 5));
  return named.map((event, i) => {
    const kind = i < seizures ? 'seizure' : 'voyage';
    const goods = COMMODITIES[i % COMMODITIES.length];
    return {
      ...event,
      kind,
      commodities: kind === 'seizure' && goods ? [goods] : [],
      countries: event.places.map((place) => `C${String(Number(place.slice(1)) % 30)}`),
    };
  });
}

const portAt = (number: number): Place => ({
  id: `P${String(number)}`,
  name: `Port ${String(number)}`,
  kind: 'port',
  country: `C${String(number % 30)}`,
  locode: null,
  position: [-84 + (number % 25), 9 + Math.floor(number / 25) * 1.5],
  radiusKm: 2,
  gatewayId: null,
  aliases: [],
  source: 'made for this benchmark',
});

function measure(seizureCount: number, voyageCount: number): void {
  const events = makeEvents(seizureCount, voyageCount);
  const legCount = events.reduce((sum, { places }) => sum + places.length - 1, 0);
  const seizures = new Map(
    events.slice(0, seizureCount).map(({ id }, i) => [id, madeSeizure(id, i)] as const),
  );
  const sets = new Map([
    ['bench', { id: 'bench', title: 'Bench', synthetic: true, marking: 'clear' as const }],
  ]);
  const atlas = makeAtlas(
    Array.from({ length: 250 }, (_, i) => portAt(i)),
    [],
  );
  const isSynthetic = (): boolean => true;
  const made = timed(() => {
    const table = makeEventTable(events);
    const legs = makeLegTable(table, table.events, isSynthetic);
    return { table, legs, spots: makeSpotTable(table, seizures, DEFAULT_HOT_SPOT_OPTIONS) };
  });
  const { table, legs, spots } = made.result;
  console.log(
    `  ${String(seizureCount)} seizures, ${String(legCount)} legs, ${String(legs.network(keptOf(table, {})).edges.length)} edges: tables once a run in ${made.ms.toFixed(0)} ms`,
  );
  const whole = legs.network(keptOf(table, {}));
  // The whole comes once, before any filter.
  networkWithin(whole, whole, atlas, isSynthetic, 1);
  for (const [name, filter] of FILTERS) {
    const kept = timed(() => keptOf(table, filter));
    const context = { dataSets: sets, hasPosition: (id: string) => seizures.has(id), nameOf: atlas.nameOf };
    const facets = timed(() => JSON.stringify(facetsOf(1, table, kept.result, context)));
    const network = timed(() =>
      JSON.stringify(networkWithin(legs.network(kept.result), whole, atlas, isSynthetic, 1)),
    );
    const hotSpots = timed(() => JSON.stringify(cellFeatures(spots.hotSpots(kept.result, 'count').cells)));
    const anew = timed(() => {
      const some = filterEvents(events, filter);
      JSON.stringify(networkFeatures(buildNetwork(some), atlas, isSynthetic, 1));
      const points = some.flatMap(({ id }) => {
        const seizure = seizures.get(id);
        return seizure ? [{ id, ...seizure.place, kg: null }] : [];
      });
      return findHotSpots(points).cells.length;
    });
    print(name, [kept, facets, network, hotSpots], network.result.length, anew);
  }
  console.log(`    peak memory ${String(Math.round(process.resourceUsage().maxRSS / 1024))} MB`);
}

function print(name: string, parts: readonly Timed<unknown>[], bytes: number, anew: Timed<unknown>): void {
  const sum = (key: 'ms' | 'cpuMs'): number => parts.reduce((total, part) => total + part[key], 0);
  const [kept = 0, facets = 0, network = 0, hotSpots = 0] = parts.map(({ ms }) => ms);
  const ratio = anew.cpuMs / Math.max(sum('cpuMs'), 0.1);
  console.log(
    `    ${name}: ${sum('ms').toFixed(0)} ms (processor ${sum('cpuMs').toFixed(0)}): filter ${kept.toFixed(1)}, ` +
      `facets ${facets.toFixed(1)}, network ${network.toFixed(1)} (${(bytes / 1e6).toFixed(1)} MB), ` +
      `hot spots ${hotSpots.toFixed(1)}; anew ${anew.ms.toFixed(0)} ms, ratio ${ratio.toFixed(1)}`,
  );
}
