import type { Position } from 'geojson';
import type { EdgeProperties, NetworkReply } from '../../shared/api.ts';
import { surest, type Certainty } from '../../shared/vocabulary.ts';
import { between } from './line-ends.ts';
import { groupPorts, type PlaceNode } from './port-groups.ts';
import { legsByWeight } from './rank.ts';
import { remembered } from '../../shared/remembered.ts';
import type { DrawnNetwork, Grouping, PortGroup } from './types.ts';

type Leg = NetworkReply['edges']['features'][number];
type Node = PlaceNode['properties'];
type Groups = Omit<Grouping, 'legs'>;

const earlier = (a: string, b: string): string => (b < a ? b : a);
const later = (a: string, b: string): string => (b > a ? b : a);
const surestOf = (a: Certainty | null, b: Certainty | null): Certainty | null =>
  a && b ? surest(a, b) : (a ?? b);

/**
 * Two legs as one line: passages add up, and it is made up only if both are. Its voyages are as sure as the surer of
 * those that have any, its seizures likewise. One vessel may have sailed both: vessels are at least the larger number.
 */
const added = (a: EdgeProperties, b: EdgeProperties): EdgeProperties => ({
  ...a,
  voyageLegs: a.voyageLegs + b.voyageLegs,
  seizureLegs: a.seizureLegs + b.seizureLegs,
  vessels: Math.max(a.vessels, b.vessels),
  certainty:
    a.voyageLegs > 0 === b.voyageLegs > 0
      ? surest(a.certainty, b.certainty)
      : (a.voyageLegs > 0 ? a : b).certainty,
  seizureCertainty: surestOf(a.seizureCertainty, b.seizureCertainty),
  synthetic: a.synthetic && b.synthetic,
  firstDay: earlier(a.firstDay, b.firstDay),
  lastDay: later(a.lastDay, b.lastDay),
});

/** The marker that a place other than the leader is drawn at. */
export const markerOf = ({ groups, leaders }: Groups, place: string): Position | undefined => {
  const leader = leaders.get(place);
  return leader === undefined || leader === place ? undefined : groups.get(leader)?.position;
};

/** Legs that lead from one marker to one other as one line each, on the way of the strongest; none within a group. */
function drawnLegs(network: NetworkReply, grouping: Groups): { lines: Leg[]; legs: Grouping['legs'] } {
  const lines = new Map<string, Leg>();
  const legs = new Map<string, EdgeProperties[]>();
  for (const leg of legsByWeight(network)) {
    const { from, to, overWater } = leg.properties;
    const ends = [from, to].map((place) => grouping.leaders.get(place) ?? place);
    if (ends[0] === ends[1]) continue;
    const key = `${ends.join('~')} ${String(overWater)}`;
    const found = lines.get(key);
    if (found) {
      lines.set(key, { ...found, properties: added(found.properties, leg.properties) });
      legs.get(found.id)?.push(leg.properties);
      continue;
    }
    const markers = [markerOf(grouping, from), markerOf(grouping, to)] as const;
    const coordinates = leg.geometry.coordinates.map(
      (line) => between(line, markers, grouping.zoom) as [number, number][],
    );
    lines.set(key, { ...leg, geometry: { ...leg.geometry, coordinates } });
    legs.set(leg.id, [leg.properties]);
  }
  return { lines: [...lines.values()], legs };
}

/** The calls of a group: those of its ports, without the passages between them. */
function addedNode({ ports, inside }: PortGroup, leader: Node): Node {
  const sum = (key: 'voyageLegsIn' | 'voyageLegsOut' | 'seizureLegsIn' | 'seizureLegsOut'): number =>
    ports.reduce((total, { properties }) => total + properties[key], 0);
  return {
    ...leader,
    voyageLegsIn: sum('voyageLegsIn') - inside.voyageLegs,
    voyageLegsOut: sum('voyageLegsOut') - inside.voyageLegs,
    seizureLegsIn: sum('seizureLegsIn') - inside.seizureLegs,
    seizureLegsOut: sum('seizureLegsOut') - inside.seizureLegs,
  };
}

/** Who is drawn with whom, and what passes between them. */
function groupsOf(network: NetworkReply, found: readonly PlaceNode[][], zoom: number): Groups {
  const leaders = new Map<string, string>();
  for (const ports of found) for (const { id } of ports) leaders.set(id, ports[0]?.id ?? id);
  const inside = new Map<string, PortGroup['inside']>();
  for (const { properties: leg } of network.edges.features) {
    const leader = leaders.get(leg.from);
    if (leader === undefined || leader !== leaders.get(leg.to) || leg.from === leg.to) continue;
    const { voyageLegs, seizureLegs } = inside.get(leader) ?? { voyageLegs: 0, seizureLegs: 0 };
    inside.set(leader, {
      voyageLegs: voyageLegs + leg.voyageLegs,
      seizureLegs: seizureLegs + leg.seizureLegs,
    });
  }
  const groups = found.map((ports): PortGroup => ({
    ports,
    position: ports[0]?.geometry.coordinates ?? [0, 0],
    inside: inside.get(ports[0]?.id ?? '') ?? { voyageLegs: 0, seizureLegs: 0 },
  }));
  const byLeader = new Map(groups.map((group) => [group.ports[0]?.id ?? '', group]));
  return { zoom, whole: network, leaders, groups: byLeader };
}

/** Of each network what it is at the zooms asked for, by who is with whom: often two zooms have the same groups. */
const known = remembered((_network: DrawnNetwork) => new Map<string, DrawnNetwork>());

/**
 * The network as it is drawn at a zoom: ports that would cover each other as one, legs ending there. The passages are
 * those of the network, none twice: each belongs to one leg, and each leg to one line or to the inside of one group.
 *
 * @param zoom  whole
 * @returns the network itself where no ports are too close
 */
export function groupNetwork(network: DrawnNetwork, zoom: number): DrawnNetwork {
  const found = groupPorts(network.nodes.features, zoom);
  if (found.length === 0) return network;
  const key = found.map((ports) => ports.map(({ id }) => id).join()).join(';');
  const before = known(network).get(key);
  if (before) return before;
  const groups = groupsOf(network, found, zoom);
  const nodes = network.nodes.features.flatMap((node) => {
    const group = groups.groups.get(node.id);
    if (group) return [{ ...node, properties: addedNode(group, node.properties) }];
    return groups.leaders.has(node.id) ? [] : [node];
  });
  const { lines, legs } = drawnLegs(network, groups);
  const made: DrawnNetwork = {
    ...network,
    nodes: { ...network.nodes, features: nodes },
    edges: { ...network.edges, features: lines },
    grouping: { ...groups, legs },
  };
  known(network).set(key, made);
  return made;
}
