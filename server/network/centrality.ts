import FlatQueue from 'flatqueue';

/** A leg between two places, with how often it was travelled: its weight, above 0. */
export interface WeightedLeg {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

/** How a place lies in the network; what each measure is, see {@link measureNetwork}. */
export interface PlaceMeasures {
  /** Weights of the legs that end and start here. */
  readonly strengthIn: number;
  readonly strengthOut: number;
  /** 0 to 1. */
  readonly betweenness: number;
  /** 1 more than the number of places with a greater betweenness. */
  readonly rankByBetweenness: number;
  /** 0 to 1; over all places they add up to 1. */
  readonly pageRank: number;
}

export interface NetworkMeasures {
  readonly places: ReadonlyMap<string, PlaceMeasures>;
  /** Betweenness of legs, in the order given; 0 to 1. */
  readonly legs: readonly number[];
}

/**
 * Measures of places and legs in a directed network.
 *
 * Betweenness: the part of all ordered pairs of (for a place: other) places whose cheapest way passes here, where
 * a leg costs 1 / weight, so that a way over much-travelled legs is cheap however many they are; where several ways
 * are as cheap, each counts its part (Brandes, "A faster algorithm for betweenness centrality", 2001, and "On
 * variants of shortest-path betweenness centrality", 2008). Pairs without a way count among the pairs.
 * PageRank: where a vessel would be found that chose each next leg by its weight (see {@link pageRank}).
 *
 * @param placeIds  each once; the result does not depend on their order
 * @param legs  at most one from a place to another, none from a place to itself
 */
export function measureNetwork(placeIds: readonly string[], legs: readonly WeightedLeg[]): NetworkMeasures {
  const network = indexed(placeIds, legs);
  const { places, steps } = betweenness(network);
  const ranks = pageRank(network);
  const n = placeIds.length;
  const otherPairs = Math.max(1, (n - 1) * (n - 2));
  const betweenOf = places.map((value) => value / otherPairs);
  const measured = placeIds.map((id, at): [string, PlaceMeasures] => {
    const between = betweenOf[at] ?? 0;
    return [
      id,
      {
        strengthIn: network.strengthIn[at] ?? 0,
        strengthOut: network.strengthOut[at] ?? 0,
        betweenness: between,
        rankByBetweenness: 1 + betweenOf.filter((value) => value - between > ROUNDING).length,
        pageRank: ranks[at] ?? 0,
      },
    ];
  });
  return {
    places: new Map(measured),
    legs: [...steps].map((value) => value / Math.max(1, n * (n - 1))),
  };
}

/** Costs are compared to within rounding: 1/3 + 1/6 is as cheap as 1/2. */
const ROUNDING = 1e-12;

/** Places and legs by number. */
interface Indexed {
  readonly size: number;
  readonly legs: readonly { readonly from: number; readonly to: number; readonly weight: number }[];
  /** Numbers of the legs that leave each place. */
  readonly leaving: readonly (readonly number[])[];
  readonly strengthIn: Float64Array;
  readonly strengthOut: Float64Array;
}

function indexed(placeIds: readonly string[], weighted: readonly WeightedLeg[]): Indexed {
  const numbers = new Map(placeIds.map((id, number) => [id, number]));
  const leaving = placeIds.map((): number[] => []);
  const strengthIn = new Float64Array(placeIds.length);
  const strengthOut = new Float64Array(placeIds.length);
  const legs = weighted.map(({ from, to, weight }, leg) => {
    const [a, b] = [numbers.get(from) ?? -1, numbers.get(to) ?? -1];
    leaving[a]?.push(leg);
    strengthOut[a] = (strengthOut[a] ?? 0) + weight;
    strengthIn[b] = (strengthIn[b] ?? 0) + weight;
    return { from: a, to: b, weight };
  });
  return { size: placeIds.length, legs, leaving, strengthIn, strengthOut };
}

/** How many pairs of places have their cheapest way through each place and over each leg. */
function betweenness(network: Indexed): { places: Float64Array; steps: Float64Array } {
  const places = new Float64Array(network.size);
  const steps = new Float64Array(network.legs.length);
  for (let source = 0; source < network.size; source++) {
    const { order, ways, last } = cheapestWays(network, source);
    const depending = new Float64Array(network.size);
    for (const place of order.reverse()) {
      for (const leg of last[place] ?? []) {
        const from = network.legs[leg]?.from ?? 0;
        const part = ((ways[from] ?? 0) / (ways[place] ?? 1)) * (1 + (depending[place] ?? 0));
        steps[leg] = (steps[leg] ?? 0) + part;
        depending[from] = (depending[from] ?? 0) + part;
      }
      if (place !== source) places[place] = (places[place] ?? 0) + (depending[place] ?? 0);
    }
  }
  return { places, steps };
}

/** Dijkstra's search that keeps ties: places reached, nearest first; how many ways lead there, over which last legs. */
function cheapestWays(network: Indexed, source: number) {
  const cost = new Float64Array(network.size).fill(Infinity);
  const ways = new Float64Array(network.size);
  const last = Array.from({ length: network.size }, (): number[] => []);
  const done = new Uint8Array(network.size);
  const order: number[] = [];
  const queue = new FlatQueue<number>();
  cost[source] = 0;
  ways[source] = 1;
  queue.push(source, 0);
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (done[place]) continue;
    done[place] = 1;
    order.push(place);
    for (const leg of network.leaving[place] ?? []) {
      const { to, weight } = network.legs[leg] ?? { to: place, weight: 1 };
      const through = (cost[place] ?? 0) + 1 / weight;
      const known = cost[to] ?? Infinity;
      if (through < known * (1 - ROUNDING)) {
        cost[to] = through;
        ways[to] = ways[place] ?? 0;
        last[to] = [leg];
        queue.push(to, through);
      } else if (through <= known * (1 + ROUNDING)) {
        ways[to] = (ways[to] ?? 0) + (ways[place] ?? 0);
        last[to]?.push(leg);
      }
    }
  }
  return { order, ways, last };
}

/** The chance to go on along a leg, rather than to start anew anywhere: the authors' usual value. */
const DAMPING = 0.85;
const MOST_ROUNDS = 1000;

/**
 * PageRank with weights (Brin and Page 1998): damping 0.85, starting anew with the same chance everywhere. From a
 * place that nothing leaves, one starts anew as well.
 */
function pageRank({ size, legs, strengthOut }: Indexed): Float64Array {
  let ranks = new Float64Array(size).fill(1 / size);
  for (let round = 0, moved = Infinity; moved > ROUNDING && round < MOST_ROUNDS; round++) {
    const stuck = ranks.reduce((sum, rank, at) => sum + ((strengthOut[at] ?? 0) > 0 ? 0 : rank), 0);
    const next = new Float64Array(size).fill((1 - DAMPING + DAMPING * stuck) / size);
    for (const { from, to, weight } of legs) {
      next[to] = (next[to] ?? 0) + (DAMPING * (ranks[from] ?? 0) * weight) / (strengthOut[from] ?? 1);
    }
    moved = next.reduce((sum, rank, at) => sum + Math.abs(rank - (ranks[at] ?? 0)), 0);
    ranks = next;
  }
  return ranks;
}
