import { DirectedGraph } from 'graphology';
import type { NetworkEdge, NetworkNode, RouteEvent } from '../../shared/findings.ts';
import { CERTAINTIES, MODES } from '../../shared/vocabulary.ts';
import type { Network, NetworkGraph } from '../network/build.ts';
import type { EventTable, Kept } from './event-table.ts';

/** The events of a table, or parts of them, as passages between places, gathered by leg. */
export interface LegTable {
  /** The network of the events kept: the same as `buildNetwork` makes of them. */
  network(kept: Kept): Network;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Passages as they come, each with the pair of places it lies between. */
interface Gathered {
  readonly places: readonly string[];
  /** By the number of the pair. */
  readonly pairs: readonly { readonly from: number; readonly to: number }[];
  readonly passagePairs: readonly number[];
  readonly passageEvents: readonly number[];
  readonly passageCertainties: readonly number[];
  /** Places that each event names, and the events. */
  readonly namedPlaces: readonly number[];
  readonly namedBy: readonly number[];
}

function gather(parts: readonly RouteEvent[], { events }: EventTable): Gathered {
  const places = [...new Set(parts.flatMap((part) => part.places))].sort(byCodeUnit);
  const numberOf = new Map(places.map((place, i) => [place, i]));
  const pairOf = new Map<number, number>();
  const pairs: { from: number; to: number }[] = [];
  const [passagePairs, passageEvents, passageCertainties]: [number[], number[], number[]] = [[], [], []];
  const [namedPlaces, namedBy]: [number[], number[]] = [[], []];
  let number = 0;
  for (const part of parts) {
    // Parts come in the order of their events.
    while (number < events.length && events[number]?.id !== part.id) number++;
    const at = part.places.map((place) => numberOf.get(place) ?? 0);
    for (const place of at) {
      namedPlaces.push(place);
      namedBy.push(number);
    }
    for (const [i, certainty] of part.certainties.entries()) {
      const [from, to] = [at[i], at[i + 1]];
      if (from === undefined || to === undefined || from === to) continue;
      const key = from * places.length + to;
      let pair = pairOf.get(key);
      if (pair === undefined) {
        pair = pairs.push({ from, to }) - 1;
        pairOf.set(key, pair);
      }
      passagePairs.push(pair);
      passageEvents.push(number);
      passageCertainties.push(CERTAINTIES.indexOf(certainty));
    }
  }
  return { places, pairs, passagePairs, passageEvents, passageCertainties, namedPlaces, namedBy };
}

/** What of each event the legs need, by its number. */
interface EventColumns {
  /** As {@link Leg.traits}, without the certainty. */
  readonly traits: Uint8Array;
  /** 0: none known. */
  readonly vessels: Uint32Array;
  readonly vesselCount: number;
}

function eventColumns({ events }: EventTable, isSynthetic: (id: string) => boolean): EventColumns {
  const numbers = new Map<string, number>();
  const vessels = Uint32Array.from(events, ({ vesselId }) => {
    if (vesselId === null) return 0;
    if (!numbers.has(vesselId)) numbers.set(vesselId, numbers.size + 1);
    return numbers.get(vesselId) ?? 0;
  });
  return {
    traits: Uint8Array.from(
      events,
      ({ kind, mode, id }) =>
        (kind === 'voyage' ? 1 : 0) | (isSynthetic(id) ? 2 : 0) | (MODES.indexOf(mode) << 4),
    ),
    vessels,
    vesselCount: numbers.size,
  };
}

/**
 * Gathers passages by leg, once for a run, so that the network of a filter is one pass over them.
 *
 * @param parts  the events of the table in its order, or parts of them as `rollUp` makes them
 */
export function makeLegTable(
  table: EventTable,
  parts: readonly RouteEvent[],
  isSynthetic: (eventId: string) => boolean,
): LegTable {
  const gathered = gather(parts, table);
  const { places, pairs } = gathered;
  const id = ({ from, to }: { from: number; to: number }): string =>
    `${places[from] ?? ''}~${places[to] ?? ''}`;
  const ids = pairs.map(id);
  const order = pairs.map((_, pair) => pair).sort((a, b) => byCodeUnit(ids[a] ?? '', ids[b] ?? ''));
  // Counting sort: passages of a leg side by side, in the order of their events.
  const starts = new Uint32Array(pairs.length + 1);
  for (const pair of gathered.passagePairs) starts[pair + 1] = (starts[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < pairs.length; pair++)
    starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const next = starts.slice();
  const columns = eventColumns(table, isSynthetic);
  const passages = gathered.passagePairs.length;
  const events = new Uint32Array(passages);
  const traits = new Uint8Array(passages);
  gathered.passagePairs.forEach((pair, i) => {
    const at = next[pair] ?? 0;
    next[pair] = at + 1;
    const event = gathered.passageEvents[i] ?? 0;
    events[at] = event;
    traits[at] = (columns.traits[event] ?? 0) | ((gathered.passageCertainties[i] ?? 0) << 2);
  });
  const alongside = (column: Uint32Array): Uint32Array => events.map((event) => column[event] ?? 0);
  const vessels = alongside(columns.vessels);
  const firstDays = alongside(table.firstDays);
  const lastDays = alongside(table.lastDays);
  const namedPlaces = Uint32Array.from(gathered.namedPlaces);
  const namedBy = Uint32Array.from(gathered.namedBy);
  const legs = order.map((pair): Leg => {
    const [start, end] = [starts[pair] ?? 0, starts[pair + 1] ?? 0];
    return {
      id: ids[pair] ?? '',
      from: places[pairs[pair]?.from ?? 0] ?? '',
      to: places[pairs[pair]?.to ?? 0] ?? '',
      events: events.subarray(start, end),
      traits: traits.subarray(start, end),
      vessels: vessels.subarray(start, end),
      firstDays: firstDays.subarray(start, end),
      lastDays: lastDays.subarray(start, end),
    };
  });
  return {
    network: (kept) => {
      const seen = new Int32Array(columns.vesselCount + 1).fill(-1);
      const edges = legs.flatMap((leg, i) => edgeOf(leg, i, kept, table, seen) ?? []);
      const named = new Uint8Array(places.length);
      for (let i = 0; i < namedBy.length; i++) {
        if (kept[namedBy[i] ?? 0] === 1) named[namedPlaces[i] ?? 0] = 1;
      }
      return networkOf(
        places.filter((_, place) => named[place] === 1),
        edges,
      );
    },
  };
}

/** Passages of one leg, in the order of their events. All that a filter adds up lies side by side. */
interface Leg {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly events: Uint32Array;
  /** Bits: 1 a voyage, 2 synthetic, 4 and 8 the place in `CERTAINTIES`, 16 and 32 the place in `MODES`. */
  readonly traits: Uint8Array;
  readonly vessels: Uint32Array;
  readonly firstDays: Uint32Array;
  readonly lastDays: Uint32Array;
}

/** One leg of the events kept; null when none of them made it. `seen` holds the last leg of each vessel. */
function edgeOf(
  leg: Leg,
  number: number,
  kept: Kept,
  table: EventTable,
  seen: Int32Array,
): NetworkEdge | null {
  const { id, from, to, events, traits, firstDays, lastDays } = leg;
  const none: number = Math.max(MODES.length, CERTAINTIES.length);
  let voyageLegs = 0;
  let seizureLegs = 0;
  let vessels = 0;
  let allSynthetic = 2;
  let mode = none;
  let certainty = none;
  let seizureCertainty = none;
  let first = table.days.length;
  let last = 0;
  for (let i = 0; i < events.length; i++) {
    if (kept[events[i] ?? 0] !== 1) continue;
    const trait = traits[i] ?? 0;
    const sure = (trait >> 2) & 3;
    if (sure < certainty) certainty = sure;
    if ((trait & 1) === 1) voyageLegs++;
    else {
      seizureLegs++;
      if (sure < seizureCertainty) seizureCertainty = sure;
    }
    if (trait >> 4 < mode) mode = trait >> 4;
    allSynthetic &= trait;
    const vessel = leg.vessels[i] ?? 0;
    if (vessel > 0 && seen[vessel] !== number) {
      seen[vessel] = number;
      vessels++;
    }
    const start = firstDays[i] ?? 0;
    if (start < first) first = start;
    const end = lastDays[i] ?? 0;
    if (end > last) last = end;
  }
  if (voyageLegs + seizureLegs === 0) return null;
  let evidence: readonly string[] | undefined;
  return {
    id,
    from,
    to,
    voyageLegs,
    seizureLegs,
    vessels,
    mode: MODES[mode] ?? 'unknown',
    certainty: CERTAINTIES[certainty] ?? 'assumed',
    seizureCertainty: CERTAINTIES[seizureCertainty] ?? null,
    firstDay: table.days[first] ?? '',
    lastDay: table.days[last] ?? '',
    allSynthetic: allSynthetic !== 0,
    // A million ids are put together only for the legs that are looked at.
    get evidence() {
      return (evidence ??= [
        ...new Set(
          [...events].filter((event) => kept[event] === 1).map((event) => table.events[event]?.id ?? ''),
        ),
      ]);
    },
  };
}

/** Places and legs with what passes each place; the graph is made when it is asked for. */
function networkOf(placeIds: readonly string[], edges: readonly NetworkEdge[]): Network {
  const sums = new Map(
    placeIds.map((placeId) => [
      placeId,
      { placeId, voyageLegsIn: 0, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
    ]),
  );
  for (const { from, to, voyageLegs, seizureLegs } of edges) {
    const [start, end] = [sums.get(from), sums.get(to)];
    if (!start || !end) continue;
    start.voyageLegsOut += voyageLegs;
    start.seizureLegsOut += seizureLegs;
    end.voyageLegsIn += voyageLegs;
    end.seizureLegsIn += seizureLegs;
  }
  const nodes: readonly NetworkNode[] = [...sums.values()];
  let graph: NetworkGraph | undefined;
  return {
    nodes,
    edges,
    get graph() {
      if (graph) return graph;
      graph = new DirectedGraph<NetworkNode, NetworkEdge>({ allowSelfLoops: false });
      for (const node of nodes) graph.addNode(node.placeId, node);
      for (const edge of edges) graph.addEdgeWithKey(edge.id, edge.from, edge.to, edge);
      return graph;
    },
  };
}
