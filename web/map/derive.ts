import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { EdgeProperties, HotSpotsReply, PlaceRef, RoutesReply } from '../../shared/api.ts';
import { PORT_KINDS, type Certainty } from '../../shared/vocabulary.ts';
import { stretches } from '../../shared/drawing/fade.ts';
import { callsAt, legsByWeight, routesByWeight } from './rank.ts';
import {
  arrowFrom,
  LEG_STEPS,
  PORT_STEPS,
  portRadius,
  ROUTE_STEPS,
  routeOpacity,
  routeWidth,
  seizureOpacity,
  seizureWidth,
  showFrom,
  strokeOf,
  voyageOpacity,
  voyageWidth,
  type Stroke,
} from '../../shared/drawing/scales.ts';
import type { DrawnNetwork } from './types.ts';

type Value = string | number | boolean;
/** Data of one source of the map. */
export type Drawn = FeatureCollection<Geometry, Record<string, Value>>;

export const EMPTY: Drawn = { type: 'FeatureCollection', features: [] };
/** Features as one collection. */
export const collection = (features: Drawn['features']): Drawn => ({ type: 'FeatureCollection', features });

/** Half the gap between the two directions of a leg, px at zoom 7. */
const GAP = 0.7;
/** How far right of the water path a route runs, px at zoom 7, so that both directions stay apart. */
const ROUTE_OFFSET = 2;
/** Thin lines of what has no known way: width and opacity. */
const DIRECT = { width: 1, opacity: 0.4 };

/** Hot spot cells, with what their colour and outline need. */
export function drawCells({ features }: HotSpotsReply): Drawn {
  return collection(
    features.map(({ id, geometry, properties: { cell, count, kg, z, q, class: verdict } }) => ({
      type: 'Feature',
      id,
      geometry,
      properties: { cell, count, kg, z, q, class: verdict },
    })),
  );
}

/** Ports drawn as one by the busiest of them, and how many there are besides. */
export const groupName = (busiest: string, ports: number): string => `${busiest} + ${ports - 1}`;

/** Is this kind of place a point where a vessel can lie (else it is an area)? */
export const isPort = (kind: PlaceRef['kind']): boolean => PORT_KINDS.some((port) => port === kind);

/** Size of a line's arrowhead (1 is 12 px) and how far right of the line it sits, so that it rides the line. */
function arrow(width: number, offset: number): { size: number; shift: number } {
  const size = Math.min(1, (width * 1.1 + 5) / 12);
  return { size, shift: offset / size };
}

/** Certainty of the seizure part of a leg; the leg's own is the best of all its evidence, voyages included. */
export const seizureCertainty = ({ certainty, seizureCertainty: own }: EdgeProperties): Certainty =>
  own ?? certainty;

/** How one line is drawn: everything about it but its positions. */
interface Line {
  readonly id: string;
  /** Of all that it stands for, where that is several. */
  readonly ids?: string;
  /** What it stands for, as the layers know it. */
  readonly kind: 'voyage' | 'seizure' | 'recurs' | 'once';
  readonly way: 'water' | 'direct';
  readonly stroke: Stroke;
  readonly width: number;
  readonly offset: number;
  readonly opacity: number;
  /** The stronger is drawn over the weaker. */
  readonly weight: number;
  /** From this whole zoom on. */
  readonly from: number;
  /** Drawn; false: a stronger route runs the same step and is drawn for both. */
  readonly leads: boolean;
}

/** A line as features, one for each stretch of its fading; an arrowhead sits where it is strong and long. */
function features(positions: readonly Position[], km: number, line: Line): Drawn['features'] {
  const parts = stretches(positions);
  const latitude = positions[0]?.[1] ?? 0;
  return parts.map((part) => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: part.line },
    properties: {
      ...line,
      ...arrow(line.width, line.offset),
      opacity: line.opacity * part.fade,
      arrow: part.fade < 1 ? 24 : Math.max(line.from, arrowFrom(parts.length > 1 ? 250 : km, latitude)),
    },
  }));
}

/** Direction is kept, each kind of evidence is a line of its own, ranked so that few show when zoomed out. */
export function drawLegs(network: DrawnNetwork): Drawn {
  const ranked = legsByWeight(network);
  const most = (key: 'voyageLegs' | 'seizureLegs') =>
    ranked.reduce((max, { properties }) => Math.max(max, properties[key]), 0);
  const { voyageLegs: mostVoyages, seizureLegs: mostSeizures } = network.most ?? {
    voyageLegs: most('voyageLegs'),
    seizureLegs: most('seizureLegs'),
  };
  return collection(
    ranked.flatMap(({ geometry, properties: edge }, rank) => {
      const out: Drawn['features'] = [];
      const way = edge.overWater ? 'water' : 'direct';
      const base = { id: edge.id, way, from: showFrom(rank, LEG_STEPS), leads: true } as const;
      const legs = network.grouping?.legs.get(edge.id) ?? [];
      // The pointer then finds each of them; a tile keeps no lists.
      const ids = legs.length > 1 ? { ids: legs.map(({ id }) => id).join(',') } : {};
      const add = (line: Omit<Line, keyof typeof base>): void => {
        const drawn = way === 'water' ? line : { ...line, ...DIRECT, offset: 1.2 };
        for (const part of geometry.coordinates) {
          out.push(...features(part, edge.distanceKm, { ...base, ...ids, ...drawn }));
        }
      };
      const wide = edge.voyageLegs > 0 ? voyageWidth(edge.voyageLegs, mostVoyages) : 0;
      if (wide > 0) {
        add({
          kind: 'voyage',
          stroke: strokeOf(edge.certainty),
          width: wide,
          offset: GAP + wide / 2,
          opacity: voyageOpacity(edge.voyageLegs, mostVoyages),
          weight: edge.voyageLegs,
        });
      }
      if (edge.seizureLegs > 0) {
        const width = seizureWidth(edge.seizureLegs, mostSeizures);
        add({
          kind: 'seizure',
          stroke: strokeOf(seizureCertainty(edge)),
          width,
          offset: GAP + wide + width / 2,
          opacity: seizureOpacity(edge.seizureLegs, mostSeizures),
          weight: edge.seizureLegs,
        });
      }
      return out;
    }),
  );
}

/**
 * Routes that recur before sequences seen once; a step whose way is not known is a thin line of its own. Many
 * routes share steps: of those that lie on one another the strongest is drawn, so that a line never looks
 * stronger than its best evidence.
 */
export function drawRoutes(routes: RoutesReply): Drawn {
  const taken = new Set<string>();
  return collection(
    routesByWeight(routes).flatMap(({ geometry, properties: route }, rank) =>
      geometry.coordinates.flatMap((step, i) => {
        const direct = route.overWater[i] === false;
        const between = `${route.places[i]?.id ?? ''}~${route.places[i + 1]?.id ?? ''}`;
        const leads = !taken.has(between);
        taken.add(between);
        // Between two ports that are drawn as one.
        if (step.length < 2) return [];
        const km = route.distanceKm / Math.max(1, geometry.coordinates.length);
        const width = route.recurs ? routeWidth(route.independentEvents) : 1;
        return features(step, km, {
          id: route.id,
          kind: route.recurs ? 'recurs' : 'once',
          way: direct ? 'direct' : 'water',
          stroke: strokeOf(route.certainty),
          width: direct ? DIRECT.width : width,
          offset: ROUTE_OFFSET,
          opacity: direct ? DIRECT.opacity : route.recurs ? routeOpacity(route.independentEvents) : 0.5,
          weight: -rank,
          from: showFrom(rank, ROUTE_STEPS),
          leads,
        });
      }),
    ),
  );
}

/** Every place of the network, with the zoom from which its dot shows; ports drawn as one with their number. */
export function drawPorts(network: DrawnNetwork): Drawn {
  const ranked = [...network.nodes.features].sort(
    (a, b) => callsAt(b.properties) - callsAt(a.properties) || (a.id < b.id ? -1 : 1),
  );
  const max = ranked[0] ? callsAt(ranked[0].properties) : 0;
  const groupOf = (id: string): number => network.grouping?.groups.get(id)?.ports.length ?? 1;
  return collection(
    ranked.map(({ geometry, properties: node }, rank) => ({
      type: 'Feature',
      geometry,
      properties: {
        id: node.id,
        name: groupOf(node.id) > 1 ? groupName(node.name, groupOf(node.id)) : node.name,
        ports: groupOf(node.id),
        port: isPort(node.kind),
        kind: node.kind,
        // An area's name is on the base map already; a city or airport has none there.
        named: isPort(node.kind) || node.kind === 'city' || node.kind === 'airport',
        radius: portRadius(callsAt(node), max),
        rank,
        from: showFrom(rank, PORT_STEPS),
        nameFrom:
          node.kind === 'airport'
            ? 8
            : Math.max(groupOf(node.id) > 1 ? 4 : 5, showFrom(rank, PORT_STEPS) + 1),
      },
    })),
  );
}
