import type {
  CellProperties,
  EdgeProperties,
  NetworkReply,
  NetworkWithinReply,
  RouteProperties,
  RoutesReply,
  SeizureDetail,
  HotSpotsReply,
  PortDetail,
} from '../../shared/api.ts';
import type { RunCell, NetworkEdge, NetworkNode, Route } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Seizure } from '../../shared/model.ts';
import { remembered } from '../../shared/remembered.ts';
import { weakest, type Certainty, type Mode } from '../../shared/vocabulary.ts';
import type { HigherOrderNode } from '../routes/variable-order.ts';
import type { Atlas, Passage } from './atlas.ts';

type Pair = [number, number];
/** Five decimals are about a metre, finer than any source. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5;
const pair = (position: Position): Pair => [round(position[0]), round(position[1])];
/** Lines as they were rounded before: an atlas gives the same passage each time. */
const lineOf = remembered(({ line }: Passage): Pair[] => line.map(pair));

/** Which events are synthetic, by event id. */
export type IsSynthetic = (eventId: string) => boolean;

/** How much of some evidence is synthetic. */
export function howSynthetic(
  evidence: readonly string[],
  isSynthetic: IsSynthetic,
): RouteProperties['synthetic'] {
  const synthetic = evidence.filter(isSynthetic).length;
  if (synthetic === 0) return 'none';
  return synthetic === evidence.length ? 'all' : 'some';
}

/** A leg as the page reads it. */
export function edgeProperties(edge: NetworkEdge, atlas: Atlas, isSynthetic: IsSynthetic): EdgeProperties {
  // One by one: to take the rest of an edge would put its evidence together, which may be a million ids.
  const { id, from, to, voyageLegs, seizureLegs, vessels, mode, certainty, seizureCertainty } = edge;
  const passage = atlas.passage(from, to, mode);
  return {
    ...{ id, from, to, voyageLegs, seizureLegs, vessels, mode, certainty, seizureCertainty },
    firstDay: edge.firstDay,
    lastDay: edge.lastDay,
    fromName: atlas.place(edge.from).name,
    toName: atlas.place(edge.to).name,
    synthetic: edge.allSynthetic ?? edge.evidence.every(isSynthetic),
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

/** Places and legs, as `network/build.ts` and the leg table make them. */
interface PlacesAndLegs {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
}

function nodeFeatures({ nodes }: PlacesAndLegs, atlas: Atlas): NetworkReply['nodes'] {
  const features = nodes.map(({ placeId, ...counts }) => {
    const { position: _centre, ...ref } = atlas.ref(placeId);
    return {
      type: 'Feature' as const,
      id: placeId,
      geometry: { type: 'Point' as const, coordinates: pair(atlas.anchor(placeId)) },
      properties: { ...ref, ...counts },
    };
  });
  return { type: 'FeatureCollection', features, total: features.length };
}

const edgeFeature = (edge: NetworkEdge, atlas: Atlas, isSynthetic: IsSynthetic) => ({
  type: 'Feature' as const,
  id: edge.id,
  geometry: edgeGeometry(edge, atlas),
  properties: edgeProperties(edge, atlas, isSynthetic),
});

/** The network as two feature collections; legs without evidence or places are not in it. */
export function networkFeatures(
  network: PlacesAndLegs,
  atlas: Atlas,
  isSynthetic: IsSynthetic,
  runId: number,
): NetworkReply {
  const features = network.edges.map((edge) => edgeFeature(edge, atlas, isSynthetic));
  return {
    runId,
    nodes: nodeFeatures(network, atlas),
    edges: { type: 'FeatureCollection', features, total: features.length },
  };
}

/** The mode of each leg of a network, by its id. */
const modesOf = remembered(
  ({ edges }: PlacesAndLegs): ReadonlyMap<string, Mode> => new Map(edges.map(({ id, mode }) => [id, mode])),
);

/**
 * The network within a filter for a reader who has the whole: in columns, what the filter changes. A leg that keeps
 * its mode keeps its line, so only those that do not come whole. `web/network-within.ts` puts the two together.
 */
export function networkWithin(
  network: PlacesAndLegs,
  whole: PlacesAndLegs,
  atlas: Atlas,
  isSynthetic: IsSynthetic,
  runId: number,
): NetworkWithinReply {
  const modes = modesOf(whole);
  const same = network.edges.filter(({ id, mode }) => modes.get(id) === mode);
  const other = network.edges.filter(({ id, mode }) => modes.get(id) !== mode);
  return {
    runId,
    nodes: nodeFeatures(network, atlas),
    legs: {
      id: same.map(({ id }) => id),
      voyageLegs: same.map(({ voyageLegs }) => voyageLegs),
      seizureLegs: same.map(({ seizureLegs }) => seizureLegs),
      vessels: same.map(({ vessels }) => vessels),
      certainty: same.map(({ certainty }) => certainty),
      seizureCertainty: same.map(({ seizureCertainty }) => seizureCertainty),
      synthetic: same.map((edge) => edge.allSynthetic ?? edge.evidence.every(isSynthetic)),
      firstDay: same.map(({ firstDay }) => firstDay),
      lastDay: same.map(({ lastDay }) => lastDay),
    },
    otherLegs: other.map((edge) => edgeFeature(edge, atlas, isSynthetic)),
  };
}

/** The best evidence of a step between two places, by `FROM~TO`. */
export type StepOf = (id: string) => { readonly mode: Mode; readonly certainty: Certainty } | undefined;

const stepsOf = (route: Route): [string, string][] =>
  route.places.slice(1).map((to, i) => [route.places[i] ?? to, to]);

const stepPassage = (from: string, to: string, atlas: Atlas, stepOf: StepOf): Passage =>
  atlas.passage(from, to, stepOf(`${from}~${to}`)?.mode ?? 'unknown');

/** A route as the page reads it. */
export function routeProperties(
  route: Route,
  atlas: Atlas,
  stepOf: StepOf,
  isSynthetic: IsSynthetic,
): RouteProperties {
  const { evidence, places, significance, ...rest } = route;
  const steps = stepsOf(route);
  const passages = steps.map(([from, to]) => stepPassage(from, to, atlas, stepOf));
  const distance = passages.reduce((sum, { distanceKm }) => sum + distanceKm, 0);
  return {
    ...rest,
    places: places.map((id) => atlas.ref(id)),
    certainty: weakest(...steps.map(([from, to]) => stepOf(`${from}~${to}`)?.certainty ?? 'assumed')),
    synthetic: howSynthetic(evidence, isSynthetic),
    distanceKm: Math.round(distance * 10) / 10,
    overWater: passages.map(({ overWater }) => overWater),
    significance,
  };
}

/** The lines of a route, one for each step, in order. */
export function routeGeometry(route: Route, atlas: Atlas, stepOf: StepOf) {
  return {
    type: 'MultiLineString' as const,
    coordinates: stepsOf(route).map(([from, to]) => lineOf(stepPassage(from, to, atlas, stepOf))),
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

/**
 * The way of one seizure as its source tells it: a line between each two resolved route points that follow one
 * another. Points without a place are passed over, so a line may span one; it is then no surer than inferred.
 */
export function seizureSteps(
  { mode, routePoints }: Pick<Seizure, 'mode' | 'routePoints'>,
  atlas: Atlas,
): SeizureDetail['steps'] {
  const placed = routePoints.flatMap(({ placeId, certainty }, at) =>
    placeId === null ? [] : [{ placeId, certainty, at }],
  );
  return placed.slice(1).flatMap((to, i) => {
    const from = placed[i];
    if (!from || from.placeId === to.placeId) return [];
    const passage = atlas.passage(from.placeId, to.placeId, mode);
    const ends = [from.certainty, to.certainty];
    return [
      {
        line: lineOf(passage),
        certainty: weakest(...ends, ...(to.at - from.at > 1 ? ['inferred' as const] : [])),
        overWater: passage.overWater,
      },
    ];
  });
}

/** A cell as the page reads it. */
export function cellProperties(found: RunCell): CellProperties {
  const { cell, count, kg, z, p, q, class: verdict, emerging, calls, rate } = found;
  return { cell, count, kg, z, p, q, class: verdict, emerging, calls, rate: rate && { ...rate } };
}

/** The cells that hold something or are unusual; empty ordinary cells were tested but need no drawing. */
export function cellFeatures(cells: readonly RunCell[]): HotSpotsReply['features'] {
  return cells
    .filter((cell) => cell.count > 0 || cell.class !== 'none')
    .map((cell) => ({
      type: 'Feature',
      id: cell.cell,
      geometry: { type: 'Polygon', coordinates: [cell.boundary.map(pair)] },
      properties: cellProperties(cell),
    }));
}

/**
 * Where vessels went next from a place, as the page reads it: wherever they came from, then after each way here
 * that makes a difference, the shorter and the more travelled first.
 */
export function onwardRows(nodes: readonly HigherOrderNode[], atlas: Atlas): PortDetail['onward'] {
  return nodes
    .filter(({ differs }) => differs)
    .sort((a, b) => a.path.length - b.path.length || b.passages - a.passages)
    .flatMap(({ path, next }) =>
      next.map((onward) => ({
        cameFrom: path.slice(0, -1).map((id) => atlas.ref(id)),
        to: atlas.ref(onward.path.at(-1) ?? ''),
        count: onward.count,
        probability: onward.probability,
      })),
    );
}
