import type { HotSpotCell, Route, RouteEvent } from '../../shared/findings.ts';
import type { Seizure } from '../../shared/model.ts';
import type { Level } from '../../shared/vocabulary.ts';
import { DEFAULT_HOT_SPOT_OPTIONS, findHotSpots } from '../hotspots/find-hot-spots.ts';
import { buildNetwork, type Network } from '../network/build.ts';
import { rollUp } from '../network/roll-up.ts';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../routes/sequences.ts';
import { withSignificance } from '../routes/significance.ts';
import { massKg } from '../seizures/features.ts';

interface Territories {
  territoryOf(placeId: string): string | null;
}

/** The network of events at a level: places as recorded, or the countries and territories they lie in. */
export function networkAt(
  level: Level,
  events: readonly RouteEvent[],
  { territoryOf }: Territories,
): Network {
  return buildNetwork(level === 'port' ? events : rollUp(events, territoryOf));
}

/** The routes of events at a level, each with how surprising it is given the traffic on its legs. */
export function routesAt(level: Level, events: readonly RouteEvent[], { territoryOf }: Territories): Route[] {
  const routes = findRoutes(events, { ...DEFAULT_ROUTE_OPTIONS, level }, territoryOf);
  return withSignificance(routes, events, level, territoryOf);
}

export interface HotSpotsFound {
  readonly cells: readonly HotSpotCell[];
  /** Seizures that no cell rests on, by reason. */
  readonly leftOut: Record<string, number>;
  readonly edgeKm: number;
}

/** Cells where seizures cluster. */
export function hotSpotsOf(seizures: readonly Seizure[]): HotSpotsFound {
  const found = findHotSpots(
    seizures.map(({ id, place, lines }) => ({
      id,
      position: place.position,
      uncertaintyKm: place.uncertaintyKm,
      kg: massKg(lines),
    })),
    DEFAULT_HOT_SPOT_OPTIONS,
  );
  return { cells: found.cells, leftOut: { ...found.leftOut }, edgeKm: found.parameters.edgeLengthKm };
}
