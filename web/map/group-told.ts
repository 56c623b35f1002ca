import type { EdgeProperties, NetworkReply } from '../../shared/api.ts';
import type { Translate } from '../i18n/index.ts';
import { groupName } from './derive.ts';
import { CLOSEST_ZOOM } from './map-zoom.ts';
import { partsFrom } from './port-groups.ts';
import type { DrawnNetwork, PortGroup } from './types.ts';

/** Members that a note of the pointer names; the rest are counted. */
const NAMED = 8;

/** The whole zoom at which the ports of a group first stand apart; null: at none that the map has. */
export function apartAt({ ports }: PortGroup): number | null {
  const zoom = partsFrom(ports);
  return zoom <= CLOSEST_ZOOM ? zoom : null;
}

/** The busiest port, and how many there are besides. */
export const groupTitle = ({ ports }: PortGroup): string =>
  groupName(ports[0]?.properties.name ?? '', ports.length);

/** All its ports, or the first few and how many more; and what passes between them unseen. */
export function groupLines({ ports, inside }: PortGroup, t: Translate, most = NAMED): string[] {
  const names = ports.slice(0, most).map(({ properties }) => properties.name);
  const more = ports.length - names.length;
  const between = inside.voyageLegs + inside.seizureLegs;
  return [
    t('map.tip.ports', { count: ports.length }),
    names.join(', ') + (more > 0 ? ` ${t('map.tip.andMore', { count: more })}` : ''),
    ...(between > 0 ? [t('map.tip.inside', { count: between })] : []),
  ];
}

/** Where a line ends: a port, or those that are drawn as one with it. */
function endName({ grouping }: DrawnNetwork, place: string, name: string): string {
  const group = grouping?.groups.get(grouping.leaders.get(place) ?? '');
  return group ? groupTitle(group) : name;
}

/** A leg, or the line that stands for it and others: what it is called, what it adds up to, and of how many. */
export function lineOf(
  network: DrawnNetwork,
  id: string,
): { title: string; edge: EdgeProperties; legs: readonly EdgeProperties[] } | null {
  const { grouping } = network;
  const drawn = grouping && drawnLine(grouping, id);
  const edges: NetworkReply['edges']['features'] = (
    drawn === undefined ? (grouping?.whole ?? network) : network
  ).edges.features;
  const edge = edges.find((one) => one.id === (drawn ?? id))?.properties;
  if (!edge) return null;
  const legs = (drawn === undefined ? undefined : grouping?.legs.get(drawn)) ?? [];
  const [from, to] =
    legs.length > 1
      ? [endName(network, edge.from, edge.fromName), endName(network, edge.to, edge.toName)]
      : [edge.fromName, edge.toName];
  return { title: `${from} → ${to}`, edge, legs };
}

/** The id of the line that stands for a leg; undefined: it lies within a group. */
export function drawnLine({ legs }: NonNullable<DrawnNetwork['grouping']>, leg: string): string | undefined {
  if (legs.has(leg)) return leg;
  return [...legs].find(([, all]) => all.some(({ id }) => id === leg))?.[0];
}
