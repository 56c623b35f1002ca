import type {
  CellProperties,
  EdgeProperties,
  NetworkReply,
  RouteProperties,
  RoutesReply,
  HotSpotsReply,
} from '../../shared/api.ts';
import type { HotSpotCell, NetworkEdge, NetworkNode, Route } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import { CERTAINTIES, type Certainty, type Mode } from '../../shared/vocabulary.ts';
import type { Atlas, Passage } from './atlas.ts';

type Pair = [number, number];
/** Five decimals are about a metre, finer than any source. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5;
const pair = (position: Position): Pair => [round(position[0]), round(position[1])];
const lineOf = (passage: Passage): Pair[] => passage.line.map(pair);

/** The weakest of several certainties: a chain is as sure as its least sure link. */
export function weakest(certainties: readonly Certainty[]): Certainty {
  const rank = Math.max(0, ...certainties.map((certainty) => CERTAINTIES.indexOf(certainty)));
  return CERTAINTIES[rank] ?? 'assumed';
}

/** Which events are synthetic, by event id. */
export type IsSynthetic = (eventId: string) => boolean;

/** A leg as the page reads it. */
export function edgeProperties(edge: NetworkEdge, atlas: Atlas, isSynthetic: IsSynthetic): EdgeProperties {
  const { evidence, ...rest } = edge;
  const passage = atlas.passage(edge.from, edge.to, edge.mode);
  return {
    ...rest,
    fromName: atlas.place(edge.from).name,
    toName: atlas.place(edge.to).name,
    synthetic: evidence.every(isSynthetic),
    distanceKm: Math.round(passage.distanceKm * 10) / 10,
    overWater: passage.overWater,
  };
}

/** The line of a leg. */
export function edgeGeometry(edge: Pick<NetworkEdge, 'from' | 'to' | 'mode'>, atlas: Atlas) {
  return {
    type: 'MultiLineString' as const,
    coordinates: [lineOf(atlas.passage(edge.from, edge.to, edge.mode))],
  };
}

/** The network as two feature collections; legs without evidence or places are not in it. */
export function networkFeatures(
  network: { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] },
  atlas: Atlas,
  isSynthetic: IsSynthetic,
  runId: number,
): NetworkReply {
  const nodes = network.nodes.map(({ placeId, ...counts }) => {
    const { position: _centre, ...ref } = atlas.ref(placeId);
    return {
      type: 'Feature' as const,
      id: placeId,
      geometry: { type: 'Point' as const, coordinates: pair(atlas.anchor(placeId)) },
      properties: { ...ref, ...counts },
    };
  });
  const edges = network.edges.map((edge) => ({
    type: 'Feature' as const,
    id: edge.id,
    geometry: edgeGeometry(edge, atlas),
    properties: edgeProperties(edge, atlas, isSynthetic),
  }));
  return {
    runId,
    nodes: { type: 'FeatureCollection', features: nodes, total: nodes.length },
    edges: { type: 'FeatureCollection', features: edges, total: edges.length },
  };
}

/** The best evidence of a step between two places, by `FROM~TO`. */
export type StepOf = (id: string) => { readonly mode: Mode; readonly certainty: Certainty } | undefined;

const stepsOf = (route: Route): [string, string][] =>
  route.places.slice(1).map((to, i) => [route.places[i] ?? to, to]);

/** A route as the page reads it. */
export function routeProperties(
  route: Route,
  atlas: Atlas,
  stepOf: StepOf,
  isSynthetic: IsSynthetic,
): RouteProperties {
  const { evidence, places, significance, ...rest } = route;
  const synthetic = evidence.filter(isSynthetic).length;
  const steps = stepsOf(route);
  const distance = steps.reduce(
    (sum, [from, to]) => sum + atlas.passage(from, to, stepOf(`${from}~${to}`)?.mode ?? 'unknown').distanceKm,
    0,
  );
  return {
    ...rest,
    places: places.map((id) => atlas.ref(id)),
    certainty: weakest(steps.map(([from, to]) => stepOf(`${from}~${to}`)?.certainty ?? 'assumed')),
    synthetic: synthetic === 0 ? 'none' : synthetic === evidence.length ? 'all' : 'some',
    distanceKm: Math.round(distance * 10) / 10,
    significance,
  };
}

/** The lines of a route, one for each step, in order. */
export function routeGeometry(route: Route, atlas: Atlas, stepOf: StepOf) {
  return {
    type: 'MultiLineString' as const,
    coordinates: stepsOf(route).map(([from, to]) =>
      lineOf(atlas.passage(from, to, stepOf(`${from}~${to}`)?.mode ?? 'unknown')),
    ),
  };
}

/** One page of routes as features. */
export function routeFeatures(
  routes: readonly Route[],
  page: { readonly limit: number; readonly offset: number },
  atlas: Atlas,
  stepOf: StepOf,
  isSynthetic: IsSynthetic,
  runId: number,
): RoutesReply {
  return {
    type: 'FeatureCollection',
    runId,
    total: routes.length,
    features: routes.slice(page.offset, page.offset + page.limit).map((route) => ({
      type: 'Feature',
      id: route.id,
      geometry: routeGeometry(route, atlas, stepOf),
      properties: routeProperties(route, atlas, stepOf, isSynthetic),
    })),
  };
}

/** A cell as the page reads it. */
export function cellProperties({ cell, count, kg, z, p, q, class: verdict }: HotSpotCell): CellProperties {
  return { cell, count, kg, z, p, q, class: verdict };
}

/** The cells that hold something or are unusual; empty ordinary cells were tested but need no drawing. */
export function cellFeatures(cells: readonly HotSpotCell[]): HotSpotsReply['features'] {
  return cells
    .filter((cell) => cell.count > 0 || cell.class !== 'none')
    .map((cell) => ({
      type: 'Feature',
      id: cell.cell,
      geometry: { type: 'Polygon', coordinates: [cell.boundary.map(pair)] },
      properties: cellProperties(cell),
    }));
}
