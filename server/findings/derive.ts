import { getHexagonEdgeLengthAvg } from 'h3-js';
import type { NetworkEdge, Route, RouteEvent, RunCell } from '../../shared/findings.ts';
import type { Seizure } from '../../shared/model.ts';
import type { Level } from '../../shared/vocabulary.ts';
import type { HotSpotOptions } from '../hotspots/find-hot-spots.ts';
import type { DatedPoint } from '../hotspots/group-cases.ts';
import { buildNetwork, type Network } from '../network/build.ts';
import { measureNetwork, type PlaceMeasures, type WeightedLeg } from '../network/centrality.ts';
import { rollUp } from '../network/roll-up.ts';
import { runsOf } from '../routes/runs.ts';
import { findRoutes, type RouteOptions } from '../routes/sequences.ts';
import { withSignificance } from '../routes/significance.ts';
import { higherOrderNetwork, onwardRules, type HigherOrderNode } from '../routes/variable-order.ts';
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
export function routesAt(
  level: Level,
  events: readonly RouteEvent[],
  { territoryOf }: Territories,
  options: Omit<RouteOptions, 'level'>,
): Route[] {
  const routes = findRoutes(events, { ...options, level }, territoryOf);
  return withSignificance(routes, events, level, territoryOf);
}

/** Seizures as what hot spots and clusters are made of: a place, an interval of days and a mass. */
export function pointsOf(seizures: readonly Seizure[]): DatedPoint[] {
  return seizures.map(({ id, date, place, lines }) => ({
    id,
    position: place.position,
    uncertaintyKm: place.uncertaintyKm,
    kg: massKg(lines),
    earliest: date.earliest,
    latest: date.latest,
  }));
}

/** What is tested for clustering: seizures, or their stated kilograms. */
export type HotSpotWeight = 'count' | 'kg';

export interface HotSpotsFound {
  readonly cells: readonly RunCell[];
  /** Seizures that no cell rests on, by reason. */
  readonly leftOut: Record<string, number>;
  readonly edgeKm: number;
}

/** The cells that a run kept, with what they leave out; nothing is tested again. */
export function keptHotSpots(
  cells: readonly RunCell[],
  leftOut: Record<string, number>,
  options: HotSpotOptions,
): HotSpotsFound {
  return { cells, leftOut, edgeKm: getHexagonEdgeLengthAvg(options.resolution, 'km') };
}

/**
 * Where vessels went next, by the place they were at: the nodes of the higher-order network of voyages. Seizures
 * tell of goods, often with stops left out, so they say nothing of where a vessel goes next.
 */
export function onwardByPlace(events: readonly RouteEvent[]): ReadonlyMap<string, HigherOrderNode[]> {
  const voyages = events.filter(({ kind }) => kind === 'voyage').flatMap((event) => runsOf(event, 'port'));
  const byPlace = new Map<string, HigherOrderNode[]>();
  for (const node of higherOrderNetwork(onwardRules(voyages))) {
    const place = node.path.at(-1) ?? '';
    const found = byPlace.get(place);
    if (found) found.push(node);
    else byPlace.set(place, [node]);
  }
  return byPlace;
}

export interface Measures {
  readonly places: ReadonlyMap<string, PlaceMeasures>;
  /** Betweenness of each leg, by its id. */
  readonly legs: ReadonlyMap<string, number>;
}

/** A leg with what it weighs: what it was travelled, by voyages and by seized goods. */
export function weightedLeg({ from, to, voyageLegs, seizureLegs }: NetworkEdge): WeightedLeg {
  return { from, to, weight: voyageLegs + seizureLegs };
}

/** How places and legs lie in the network. */
export function measuresOf({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): Measures {
  const { places, legs } = measureNetwork(
    nodes.map(({ placeId }) => placeId),
    edges.map(weightedLeg),
  );
  return { places, legs: new Map(edges.map(({ id }, at) => [id, legs[at] ?? 0])) };
}
