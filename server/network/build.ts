import { DirectedGraph } from 'graphology';
import type { NetworkEdge, NetworkNode, RouteEvent } from '../../shared/findings.ts';
import { surest, type Certainty, type Mode } from '../../shared/vocabulary.ts';
import { InputError } from '../errors.ts';

/** Places and legs as a graphology graph: node keys are place ids, edge keys are `FROM~TO`. */
export type NetworkGraph = DirectedGraph<NetworkNode, NetworkEdge>;

export interface Network {
  readonly graph: NetworkGraph;
  /** Ascending by place id. A place that events name without any leg stands alone, with zeros. */
  readonly nodes: readonly NetworkNode[];
  /** Ascending by edge id. */
  readonly edges: readonly NetworkEdge[];
}

/** A leg that moved by sea at least once is drawn over water; the rest follow in this order. */
const MODE_ORDER: readonly Mode[] = ['sea', 'air', 'land', 'unknown'];

/**
 * Joins events into the directed network: one edge for each pair of places that follow one another in some
 * event. Voyage legs and seizure legs are counted apart, each passage counting one, so a voyage that makes
 * the same leg twice adds two legs and one piece of evidence. A step from a place to itself is no leg.
 *
 * @param events  in any order; the result does not depend on it
 * @returns an empty graph and empty lists when there are no events
 * @throws {InputError} `event-certainties` when an event does not say how sure each of its steps is
 */
export function buildNetwork(events: readonly RouteEvent[]): Network {
  const placeIds = new Set<string>();
  const gathered = new Map<string, Gathered>();
  for (const event of events) addEvent(event, placeIds, gathered);

  const edges = [...gathered.values()].map(toEdge).sort((a, b) => compare(a.id, b.id));
  const nodes = toNodes([...placeIds].sort(compare), edges);

  const graph: NetworkGraph = new DirectedGraph<NetworkNode, NetworkEdge>({ allowSelfLoops: false });
  for (const node of nodes) graph.addNode(node.placeId, node);
  for (const edge of edges) graph.addEdgeWithKey(edge.id, edge.from, edge.to, edge);
  return { graph, nodes, edges };
}

interface Gathered {
  readonly from: string;
  readonly to: string;
  voyageLegs: number;
  seizureLegs: number;
  readonly vesselIds: Set<string>;
  readonly evidence: Set<string>;
  mode: Mode;
  certainty: Certainty;
  seizureCertainty: Certainty | null;
  firstDay: string;
  lastDay: string;
}

function addEvent(event: RouteEvent, placeIds: Set<string>, gathered: Map<string, Gathered>): void {
  if (event.certainties.length !== Math.max(0, event.places.length - 1)) {
    throw new InputError(
      'event-certainties',
      `Event ${event.id} has ${event.places.length} places and ${event.certainties.length} certainties; ` +
        'there must be one certainty for each step between two places.',
    );
  }
  for (const placeId of event.places) placeIds.add(placeId);
  event.certainties.forEach((certainty, i) => {
    const from = event.places[i];
    const to = event.places[i + 1];
    if (from === undefined || to === undefined || from === to) return;
    addLeg(event, from, to, certainty, gathered);
  });
}

function addLeg(
  event: RouteEvent,
  from: string,
  to: string,
  certainty: Certainty,
  gathered: Map<string, Gathered>,
): void {
  const id = `${from}~${to}`;
  let edge = gathered.get(id);
  if (!edge) {
    edge = {
      from,
      to,
      voyageLegs: 0,
      seizureLegs: 0,
      vesselIds: new Set(),
      evidence: new Set(),
      mode: event.mode,
      certainty,
      seizureCertainty: null,
      firstDay: event.day,
      lastDay: event.lastDay,
    };
    gathered.set(id, edge);
  }
  if (event.kind === 'voyage') edge.voyageLegs++;
  else {
    edge.seizureLegs++;
    edge.seizureCertainty = surest(edge.seizureCertainty ?? certainty, certainty);
  }
  if (event.vesselId !== null) edge.vesselIds.add(event.vesselId);
  edge.evidence.add(event.id);
  edge.mode = earlier(MODE_ORDER, edge.mode, event.mode);
  edge.certainty = surest(edge.certainty, certainty);
  if (event.day < edge.firstDay) edge.firstDay = event.day;
  if (event.lastDay > edge.lastDay) edge.lastDay = event.lastDay;
}

function toEdge(gathered: Gathered): NetworkEdge {
  const { vesselIds, evidence, ...rest } = gathered;
  return {
    ...rest,
    id: `${gathered.from}~${gathered.to}`,
    vessels: vesselIds.size,
    evidence: [...evidence].sort(compare),
  };
}

function toNodes(placeIds: readonly string[], edges: readonly NetworkEdge[]): NetworkNode[] {
  const sums = new Map(
    placeIds.map((placeId) => [
      placeId,
      { placeId, voyageLegsIn: 0, voyageLegsOut: 0, seizureLegsIn: 0, seizureLegsOut: 0 },
    ]),
  );
  for (const edge of edges) {
    const from = sums.get(edge.from);
    const to = sums.get(edge.to);
    if (!from || !to) continue;
    from.voyageLegsOut += edge.voyageLegs;
    from.seizureLegsOut += edge.seizureLegs;
    to.voyageLegsIn += edge.voyageLegs;
    to.seizureLegsIn += edge.seizureLegs;
  }
  return [...sums.values()];
}

/** Whichever of two values comes first in a list. */
function earlier<T>(order: readonly T[], a: T, b: T): T {
  return order.indexOf(b) < order.indexOf(a) ? b : a;
}

/** By code unit, not by locale: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
