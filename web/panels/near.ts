import type { NetworkReply } from '../../shared/api.ts';
import { distanceKm, type Position } from '../../shared/geo.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';

/** What lies farther than this from every port has no name, only a position. */
const NEAR_KM = 100;

/** The port of the network that is nearest to a position; null when none is near. */
export function nearestPort(at: Position, nodes: NetworkReply['nodes']['features']): string | null {
  let best: { name: string; away: number } | null = null;
  for (const { properties, geometry } of nodes) {
    if (!PORT_KINDS.some((kind) => kind === properties.kind)) continue;
    const away = distanceKm(at, geometry.coordinates);
    if (away < (best?.away ?? NEAR_KM)) best = { name: properties.name, away };
  }
  return best?.name ?? null;
}
