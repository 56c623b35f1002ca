import type { EdgeProperties, RouteProperties } from '../../shared/api.ts';
import type { ViewState } from '../state.ts';
import { communitiesOf } from './communities.ts';
import { drawSeizures } from './derive-seizures.ts';
import { CLUSTER_KINDS, clusterKind, shownClusters, type ClusterKind } from './derive-spots.ts';
import { isPort, seizureCertainty, type Drawn } from './derive.ts';
import { AREA_ZOOMS, GOODS_SIGNS, GOODS_ZOOM } from './goods-sign.ts';
import { legsByWeight } from './rank.ts';
import { GOODS_FAMILIES, goodsFamily, type GoodsFamily } from '../../shared/drawing/palette.ts';
import {
  LEG_STEPS,
  ROUTE_STEPS,
  seizureWidth,
  shownAt,
  STROKES,
  strokeOf,
  voyageWidth,
  type Stroke,
} from '../../shared/drawing/scales.ts';
import { PORT_ICONS } from './icons.ts';
import { BADGE_ZOOM } from './port-badge.ts';
import { RING_ZOOMS } from './style-coast.ts';
import { EMERGING_PATHS, type EmergingSign } from './emerging-signs.ts';
import type { MapData } from './types.ts';

type Layered = Pick<ViewState, 'layers'> &
  Partial<Pick<ViewState, 'allClusters' | 'communities' | 'weight' | 'zoom'>>;

/** One line of the legend: which sign, and what it needs to be drawn like on the map. Words come by `kind`. */
export type LegendEntry =
  | { kind: 'routeRecurs' | 'routeOnce' | 'legDirect' | 'cellNone' }
  /** Of kilograms, or of seizures. */
  | { kind: 'cellHot' | 'cellCold'; kg: boolean }
  | { kind: 'legVoyage' | 'legSeizure'; count: number; widths: readonly number[] }
  | { kind: 'stroke'; stroke: Stroke }
  | { kind: 'goods'; family: GoodsFamily }
  /** A kind of goods on the colour of its family; several kinds have none of their own. */
  | { kind: 'goodsSign'; sign: (typeof GOODS_SIGNS)[number] }
  | { kind: 'onward' | 'cameFrom' }
  /** Of how many countries, by their codes. */
  | { kind: 'noData'; countries: readonly string[] }
  | { kind: 'emerging'; sign: EmergingSign }
  | { kind: 'cluster'; cluster: ClusterKind }
  | { kind: 'portKind'; icon: (typeof PORT_ICONS)[number] }
  | { kind: 'community'; number: number; leader: string }
  | { kind: 'openEnd' | 'seizureArea' | 'port' | 'portGroup' | 'place' | 'islet' | 'selected' };

const edgesOf = (view: Layered, { network }: MapData): EdgeProperties[] =>
  view.layers.includes('legs') && network
    ? network.edges.features.map(({ properties }) => properties).filter(({ from, to }) => from !== to)
    : [];
const routesOf = (view: Layered, { routes }: MapData): RouteProperties[] =>
  view.layers.includes('routes') && routes
    ? routes.features.map(({ properties }) => properties).filter(({ places }) => places.length > 1)
    : [];

function lineEntries(view: Layered, data: MapData): LegendEntry[] {
  const routes = routesOf(view, data);
  const edges = edgesOf(view, data);
  const water = edges.filter(({ overWater }) => overWater);
  const { most: given } = data.network ?? {};
  const voyages = given?.voyageLegs ?? water.reduce((most, { voyageLegs }) => Math.max(most, voyageLegs), 0);
  const seizures =
    given?.seizureLegs ?? water.reduce((most, { seizureLegs }) => Math.max(most, seizureLegs), 0);
  const out: LegendEntry[] = [];
  if (routes.some(({ recurs }) => recurs)) out.push({ kind: 'routeRecurs' });
  if (routes.some(({ recurs }) => !recurs)) out.push({ kind: 'routeOnce' });
  if (voyages > 0) {
    out.push({ kind: 'legVoyage', count: voyages, widths: [1, voyages].map((n) => voyageWidth(n, voyages)) });
  }
  if (seizures > 0) {
    const widths = [1, seizures].map((n) => seizureWidth(n, seizures));
    out.push({ kind: 'legSeizure', count: seizures, widths });
  }
  const direct = water.length < edges.length || routes.some(({ overWater }) => overWater.includes(false));
  return direct ? [...out, { kind: 'legDirect' }] : out;
}

function strokesOf(view: Layered, data: MapData): LegendEntry[] {
  const found = new Set<Stroke>(routesOf(view, data).map(({ certainty }) => strokeOf(certainty)));
  for (const edge of edgesOf(view, data)) {
    if (edge.voyageLegs > 0) found.add(strokeOf(edge.certainty));
    if (edge.seizureLegs > 0) found.add(strokeOf(seizureCertainty(edge)));
  }
  return STROKES.filter((stroke) => found.has(stroke)).map((stroke) => ({ kind: 'stroke', stroke }));
}

/** How many lines of a layer are drawn at a zoom, of how many. */
export interface DrawnCount {
  readonly layer: 'routes' | 'legs';
  readonly shown: number;
  readonly total: number;
}

/** How many legs the lines that are drawn stand for. */
function legsShown(view: Layered, { network }: MapData, zoom: number): number {
  if (!view.layers.includes('legs') || !network) return 0;
  const lines = legsByWeight(network);
  return lines
    .slice(0, shownAt(zoom, lines.length, LEG_STEPS))
    .reduce((sum, { id }) => sum + (network.grouping?.legs.get(id)?.length ?? 1), 0);
}

/** What a map of this zoom leaves out: the layers of lines of which only the most important are drawn. */
export function leftOut(view: Layered, data: MapData, zoom: number): DrawnCount[] {
  const routes = routesOf(view, data).length;
  const legs = edgesOf(view, { ...data, network: data.network?.grouping?.whole ?? data.network }).length;
  const counts: DrawnCount[] = [
    { layer: 'routes', shown: shownAt(zoom, routes, ROUTE_STEPS), total: routes },
    { layer: 'legs', shown: legsShown(view, data, zoom), total: legs },
  ];
  return counts.filter(({ shown, total }) => shown < total);
}

/** Is anything that the map shows made up for demonstration? */
export function showsSynthetic(view: Layered, data: MapData): boolean {
  const shows = (name: 'legs' | 'routes' | 'seizures' | 'ports'): boolean => view.layers.includes(name);
  const network = shows('legs') || shows('ports') ? data.network?.edges.features : undefined;
  return (
    (network?.some(({ properties }) => properties.synthetic) ?? false) ||
    (shows('routes') && (data.routes?.features.some((f) => f.properties.synthetic !== 'none') ?? false)) ||
    (view.layers.includes('clusters') &&
      (data.places?.callsSynthetic ?? 'none') !== 'none' &&
      (data.clusters?.features.some((f) => f.properties.method === 'poisson-scan') ?? false)) ||
    (shows('seizures') && (data.seizures?.features.some((f) => f.properties.synthetic) ?? false))
  );
}

/** Colours of goods; close up the signs of their kinds, and the colours of those that have no sign of one kind. */
function goodsEntries({ features }: Drawn, zoom: number): LegendEntry[] {
  const here = features.filter(
    ({ properties }) => zoom >= GOODS_ZOOM && Math.floor(zoom) < Number(properties['from']) + AREA_ZOOMS,
  );
  const drawn = new Set(here.map(({ properties }) => properties['sign']));
  const signs = GOODS_SIGNS.filter((sign) => drawn.has(sign));
  const explained = new Set(signs.map((sign) => (sign === 'several' ? null : goodsFamily([sign]))));
  const families = GOODS_FAMILIES.filter(
    (family) => !explained.has(family) && features.some(({ properties }) => properties['family'] === family),
  );
  return [
    ...signs.map((sign) => ({ kind: 'goodsSign', sign }) as const),
    ...families.map((family) => ({ kind: 'goods', family }) as const),
  ];
}

/** The signs of courses over time, and the outlines of clusters. */
function spotEntries({ layers, allClusters }: Layered, { hotspots, clusters }: MapData): LegendEntry[] {
  const out: LegendEntry[] = [];
  if (layers.includes('hotspots') && hotspots) {
    const known = new Set(hotspots.features.map(({ properties }) => properties.emerging));
    const signs = (Object.keys(EMERGING_PATHS) as EmergingSign[]).filter((sign) => known.has(sign));
    out.push(...signs.map((sign) => ({ kind: 'emerging', sign }) as const));
  }
  if (layers.includes('clusters') && clusters) {
    const shown = shownClusters(clusters, allClusters ?? false);
    const kinds = new Set(shown.map(({ properties }) => clusterKind(properties)));
    for (const cluster of CLUSTER_KINDS) if (kinds.has(cluster)) out.push({ kind: 'cluster', cluster });
  }
  return out;
}

/** What the legend must explain: exactly the signs that are on the map with this view and data. */
export function legendEntries(view: Layered, data: MapData): LegendEntry[] {
  const shows = (name: ViewState['layers'][number]): boolean => view.layers.includes(name);
  const out: LegendEntry[] = [...lineEntries(view, data), ...strokesOf(view, data)];
  if (shows('seizures') && data.seizures) {
    const { points, areas } = drawSeizures(data.seizures);
    out.push(...goodsEntries(points, view.zoom ?? 0));
    if (areas.features.length > 0) out.push({ kind: 'seizureArea' });
    if (data.seizures.features.some(({ properties }) => properties.openEnd !== null))
      out.push({ kind: 'openEnd' });
  }
  if (shows('hotspots') && data.hotspots) {
    const classes = new Set(data.hotspots.features.map(({ properties }) => properties.class));
    const kg = view.weight === 'kg';
    if (classes.has('hot')) out.push({ kind: 'cellHot', kg });
    if (classes.has('cold')) out.push({ kind: 'cellCold', kg });
    if (classes.has('none')) out.push({ kind: 'cellNone' });
  }
  out.push(...spotEntries(view, data));
  if (shows('ports') && data.network) {
    const groups = data.network.grouping?.groups;
    const kinds = data.network.nodes.features.flatMap(({ id, properties }) =>
      groups?.has(id) ? [] : [properties.kind],
    );
    if (kinds.some(isPort)) out.push({ kind: 'port' });
    if (!view.communities && (view.zoom ?? 0) >= BADGE_ZOOM) {
      for (const icon of PORT_ICONS) if (kinds.includes(icon)) out.push({ kind: 'portKind', icon });
    }
    if (groups) out.push({ kind: 'portGroup' });
    if (kinds.some((kind) => !isPort(kind))) out.push({ kind: 'place' });
    if (view.communities && data.places) {
      for (const one of communitiesOf(data.places)) out.push({ kind: 'community', ...one });
    }
  }
  if (view.zoom === undefined || (view.zoom >= RING_ZOOMS[0] && view.zoom < RING_ZOOMS[1]))
    out.push({ kind: 'islet' });
  const unknown = new Set(data.noData?.features.map(({ properties }) => properties.country));
  if (unknown.size > 0) out.push({ kind: 'noData', countries: [...unknown] });
  if (data.selected) out.push({ kind: 'selected' });
  const onward = data.selected?.onward ?? [];
  if (onward.some(({ kind }) => kind === 'next')) out.push({ kind: 'onward' });
  if (onward.some(({ kind }) => kind === 'came')) out.push({ kind: 'cameFrom' });
  return out;
}
