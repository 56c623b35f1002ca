import type { FeatureCollection, Geometry } from 'geojson';
import type { NetworkReply, PlaceRef, RouteProperties, RoutesReply } from '../../shared/api.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import {
  LEG_STEPS,
  PORT_STEPS,
  portRadius,
  ROUTE_STEPS,
  routeWidth,
  seizureWidth,
  showFrom,
  strokeOf,
  voyageWidth,
} from './scales.ts';

type Value = string | number | boolean | number[];
/** Data of one source of the map. */
export type Drawn = FeatureCollection<Geometry, Record<string, Value>>;
type Properties = Drawn['features'][number]['properties'];

export const EMPTY: Drawn = { type: 'FeatureCollection', features: [] };
/** Features as one collection. */
export const collection = (features: Drawn['features']): Drawn => ({ type: 'FeatureCollection', features });

/** Half the gap between the two directions of a leg, px at zoom 7. */
const GAP = 0.7;

/** Is this kind of place a point where a vessel can lie (else it is an area)? */
export const isPort = (kind: PlaceRef['kind']): boolean => PORT_KINDS.some((port) => port === kind);

/** Size of a leg's arrowhead (1 is 12 px) and how far right of the line it sits, so that it rides the line. */
function arrow(width: number, offset: number): { size: number; shift: number } {
  const size = Math.min(1.4, (width * 1.5 + 5.5) / 12);
  return { size, shift: offset / size };
}

/** Direction is kept, each kind of evidence is a line of its own, ranked so that few show when zoomed out. */
export function drawLegs(network: NetworkReply): Drawn {
  const edges = network.edges.features.filter(({ properties }) => properties.from !== properties.to);
  const most = (key: 'voyageLegs' | 'seizureLegs') =>
    edges.reduce((max, { properties }) => Math.max(max, properties[key]), 0);
  const [mostVoyages, mostSeizures] = [most('voyageLegs'), most('seizureLegs')];
  const ranked = [...edges].sort(
    (a, b) => b.properties.voyageLegs - a.properties.voyageLegs || (a.id < b.id ? -1 : 1),
  );
  const features = ranked.flatMap(({ geometry, properties: edge }, rank) => {
    const out: Drawn['features'] = [];
    const add = (kind: 'voyage' | 'seizure', width: number, offset: number, more: Properties): void => {
      const { size, shift } = arrow(width, offset);
      const way = edge.overWater ? 'water' : 'direct';
      const properties = { id: edge.id, kind, way, width, offset, size, shift: [0, shift], ...more };
      out.push({ type: 'Feature', geometry, properties });
    };
    const wide = edge.voyageLegs > 0 ? voyageWidth(edge.voyageLegs, mostVoyages) : 0;
    if (wide > 0) {
      const stroke = strokeOf(edge.certainty);
      add('voyage', wide, GAP + wide / 2, {
        stroke,
        count: edge.voyageLegs,
        from: showFrom(rank, LEG_STEPS),
      });
    }
    if (edge.seizureLegs > 0) {
      const width = seizureWidth(edge.seizureLegs, mostSeizures);
      const stroke = strokeOf(edge.seizureCertainty ?? edge.certainty);
      add('seizure', width, GAP + wide + width / 2, { stroke, count: edge.seizureLegs, from: 0 });
    }
    return out;
  });
  return collection(features);
}

const strength = (route: RouteProperties): number => route.seizures * 1000 + route.independentEvents;

/** Routes that recur before sequences seen once; with seizures first, then by independent events. */
export function drawRoutes(routes: RoutesReply): Drawn {
  const drawn = (recurs: boolean): Drawn['features'] =>
    routes.features
      .filter(({ properties }) => properties.recurs === recurs && properties.places.length > 1)
      .sort((a, b) => strength(b.properties) - strength(a.properties) || (a.id < b.id ? -1 : 1))
      .map(({ geometry, properties }, rank) => ({
        type: 'Feature',
        geometry,
        properties: {
          id: properties.id,
          recurs,
          stroke: strokeOf(properties.certainty),
          width: routeWidth(properties.independentEvents),
          size: arrow(routeWidth(properties.independentEvents), 0).size,
          strength: strength(properties),
          from: showFrom(rank, ROUTE_STEPS),
        },
      }));
  return collection([...drawn(true), ...drawn(false)]);
}

/** Every place of the network, with the zoom from which its dot shows. */
export function drawPorts(network: NetworkReply): Drawn {
  const calls = (p: NetworkReply['nodes']['features'][number]['properties']): number =>
    p.voyageLegsIn + p.voyageLegsOut + p.seizureLegsIn + p.seizureLegsOut;
  const ranked = [...network.nodes.features].sort(
    (a, b) => calls(b.properties) - calls(a.properties) || (a.id < b.id ? -1 : 1),
  );
  const max = ranked[0] ? calls(ranked[0].properties) : 0;
  return collection(
    ranked.map(({ geometry, properties: node }, rank) => ({
      type: 'Feature',
      geometry,
      properties: {
        id: node.id,
        name: node.name,
        port: isPort(node.kind),
        // An area's name is on the base map already; a city or airport has none there.
        named: isPort(node.kind) || node.kind === 'city' || node.kind === 'airport',
        radius: portRadius(calls(node), max),
        rank,
        from: node.seizureLegsIn + node.seizureLegsOut > 0 ? 0 : showFrom(rank, PORT_STEPS),
        nameFrom: node.kind === 'airport' ? 8 : Math.max(5, showFrom(rank, PORT_STEPS) + 1),
      },
    })),
  );
}
