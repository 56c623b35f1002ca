import { setImmediate as pause } from 'node:timers/promises';
import { effectiveSupport } from '../../server/routes/effective-support.ts';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../../server/routes/sequences.ts';
import { withRankRange } from '../../server/routes/stability.ts';
import type { RankRange, Route, RouteEvent } from '../../shared/findings.ts';
import { makeVoyages, report, timed, toEvents } from './traffic.ts';

/** Rank ranges at 1, 10 and 100 times 1,000 voyages over 500 ports, with 20 countries and 4 data sets. */
export async function bench(): Promise<void> {
  console.log('Rank ranges (withRankRange) against counting and sorting all routes for each thing left out');
  let before: number | null = null;
  const atPorts = { ...DEFAULT_ROUTE_OPTIONS, level: 'port' as const };
  const warm = inDataSets(toEvents(makeVoyages(1_000, 500, 3)));
  timed(() => withRankRange(findRoutes(warm, atPorts), warm, SOURCES)); // warm up
  for (const size of [1_000, 10_000, 100_000]) {
    await pause(); // lets the garbage of the last size go
    const events = inDataSets(toEvents(makeVoyages(size, 500, 7)));
    const routes = findRoutes(events, atPorts);
    const ours = timed(() => withRankRange(routes, events, SOURCES));
    const reference = timed(() => plainRanges(routes, events));
    ours.result.forEach(({ id, rankRange }, i) => {
      const { best, worst } = reference.result[i] ?? {};
      if (rankRange?.best === best && rankRange?.worst === worst) return;
      throw new Error(`${id}: ${JSON.stringify(rankRange)}, but the reference has ${best} to ${worst}`);
    });
    report(`${size} voyages, ${routes.length} routes`, size, ours, reference);
    if (before !== null)
      console.log(`  ten times the voyages: ${(ours.cpuMs / before).toFixed(1)} times the cost`);
    before = ours.cpuMs;
  }
}

/** Seizures are every 500th event of the made-up traffic. */
const numberOf = (id: string): number => Number(id.slice(1)) / 500;
const SOURCES = {
  seizureKg: (id: string): number => (numberOf(id) * 37) % 101,
  reportedBy: (id: string): string => `C${numberOf(id) % 20}`,
};
const inDataSets = (events: readonly RouteEvent[]): RouteEvent[] =>
  events.map((event, i) => ({ ...event, dataSet: `set${i % 4}` }));

/** The straightforward way: every route counted anew for each thing left out, and all of them sorted. */
function plainRanges(
  routes: readonly Route[],
  events: readonly RouteEvent[],
): Pick<RankRange, 'best' | 'worst'>[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const ranked = (keep: (event: RouteEvent) => boolean): number[] | null => {
    const support = routes.map(
      ({ evidence }) => effectiveSupport(evidence.flatMap((id) => byId.get(id) ?? []).filter(keep)).support,
    );
    if (support.every((value) => value === 0)) return null;
    const sorted = [...support].sort((a, b) => b - a);
    const first = new Map<number, number>();
    sorted.forEach((value, i) => first.set(value, first.get(value) ?? i + 1));
    return support.map((value) => (value === 0 ? routes.length : (first.get(value) ?? 0)));
  };
  const seizures = events.filter(({ kind }) => kind === 'seizure');
  const largest = [...seizures].sort((a, b) => SOURCES.seizureKg(b.id) - SOURCES.seizureKg(a.id))[0];
  const countryOf = (event: RouteEvent): string | null =>
    event.kind === 'seizure' ? SOURCES.reportedBy(event.id) : null;
  const rankings = [
    ranked(() => true),
    ranked((event) => event !== largest),
    ...[...new Set(seizures.map(countryOf))].map((country) =>
      ranked((event) => countryOf(event) !== country),
    ),
    ...[...new Set(events.map(({ dataSet }) => dataSet))].map((dataSet) =>
      ranked((event) => event.dataSet !== dataSet),
    ),
  ].filter((ranking) => ranking !== null);
  return routes.map((_, i) => {
    const ranks = rankings.map((ranking) => ranking[i] ?? 0);
    return { best: Math.min(...ranks), worst: Math.max(...ranks) };
  });
}
