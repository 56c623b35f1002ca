import type { EdgeProperties, NetworkReply, RouteProperties, RoutesReply } from '../../shared/api.ts';

type Node = NetworkReply['nodes']['features'][number]['properties'];

/** Farther than this an event is outside the region, and its line crosses everything that is inside; km. */
const FAR_KM = 2600;
/** One seizure counts as much as this many voyages: most voyages are lawful, no seizure is. */
export const VOYAGES_PER_SEIZURE = 60;
/** What is far, and what has no known way, stands behind what is near and on water. */
const FAR_FACTOR = 0.5;
const DIRECT_FACTOR = 0.2;

/** Passages that start or end at a place. */
export const callsAt = ({ voyageLegsIn, voyageLegsOut, seizureLegsIn, seizureLegsOut }: Node): number =>
  voyageLegsIn + voyageLegsOut + seizureLegsIn + seizureLegsOut;

/** How much a leg matters on the map. */
const legWeight = ({ voyageLegs, seizureLegs, distanceKm, overWater }: EdgeProperties): number =>
  (voyageLegs + VOYAGES_PER_SEIZURE * seizureLegs) *
  (distanceKm > FAR_KM ? FAR_FACTOR : 1) *
  (overWater ? 1 : DIRECT_FACTOR);

/** How much a route matters: seizures first; those that recur always before those seen once. */
const routeWeight = (route: RouteProperties): number =>
  (route.recurs ? 1e6 : 0) +
  (route.independentEvents + VOYAGES_PER_SEIZURE * route.seizures) *
    (route.distanceKm > FAR_KM ? FAR_FACTOR : 1) *
    (route.overWater.includes(false) ? DIRECT_FACTOR : 1);

const byWeight = <T extends { id: string }>(weigh: (one: T) => number, all: readonly T[]): T[] =>
  [...all].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1));

/** The legs that the map draws, most important first. */
export const legsByWeight = (network: NetworkReply): NetworkReply['edges']['features'] =>
  byWeight(
    ({ properties }) => legWeight(properties),
    network.edges.features.filter(({ properties }) => properties.from !== properties.to),
  );

/** The routes that the map draws, most important first. */
export const routesByWeight = (routes: RoutesReply): RoutesReply['features'] =>
  byWeight(
    ({ properties }) => routeWeight(properties),
    routes.features.filter(({ properties }) => properties.places.length > 1),
  );
