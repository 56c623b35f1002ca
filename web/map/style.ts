import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { ClustersReply } from '../../shared/api.ts';
import type { LayerName, ViewState } from '../state.ts';
import { drawSeizures } from './derive-seizures.ts';
import { drawSelected, isNumbered } from './derive-selected.ts';
import { drawClusters, drawCommunities, drawEmerging } from './derive-spots.ts';
import { drawCells, drawLegs, drawPorts, drawRoutes, EMPTY, type Drawn } from './derive.ts';
import type { Palette } from '../../shared/drawing/palette.ts';
import type { Language } from '../../shared/languages.ts';
import { baseSources, groundLayers, labelLayers, shoreLayers } from './style-base.ts';
import { drawNoData, noDataLayer } from './no-data.ts';
import { legLayers, routeLayers, selectedLayers } from './style-lines.ts';
import { cellLayers, fenceLayer, portLabelLayer, portLayers, stopLayers } from './style-marks.ts';
import { drawOpenEnds, openEndLayer, type OpenEndWords } from './open-ends.ts';
import { portBadgeLayer } from './port-badge.ts';
import { changeLayers, drawChanges } from './style-change.ts';
import { groupCountLayer } from './style-groups.ts';
import { onwardLayers } from './style-onward.ts';
import { areaLayers, keepClearLayer, pointLayers } from './style-seizures.ts';
import { clusterLayers, communityLayers, emergingLayer } from './style-spots.ts';
import { toolLayers } from './style-tools.ts';
import { remembered } from '../../shared/remembered.ts';
import type { MapAssets, MapData } from './types.ts';

export { legendEntries } from './legend-entries.ts';

/** The part of the view that decides what is drawn; where the map stands is not of it. */
export type DrawnView = Pick<ViewState, 'layers'> &
  Partial<Pick<ViewState, 'allClusters' | 'communities'>> & {
    /** Without them, ends of ways whose other end is not stated are left out. */
    readonly openEndWords?: OpenEndWords;
    /** Of the names on the base map; English where it is left out. */
    readonly language?: Language;
  };

// What one reply is drawn as is remembered: a change of layers or theme must not draw the data anew.
const legs = remembered(drawLegs);
const changes = remembered(drawChanges);
const ports = remembered(drawPorts);
const routes = remembered(drawRoutes);
const seizures = remembered(drawSeizures);
const openEnds = remembered(drawOpenEnds);
const cells = remembered(drawCells);
const noData = remembered(drawNoData);
const emerging = remembered(drawEmerging);
const surest = remembered((clusters: ClustersReply) => drawClusters(clusters, false));
const allClusters = remembered((clusters: ClustersReply) => drawClusters(clusters, true));

/** Are ports coloured by community with this view? */
const byCommunity = ({ layers, communities }: DrawnView): boolean =>
  communities === true && layers.includes('ports');

/** The data of every source, each empty where its layer is off or its data is not there yet. */
function drawn(view: DrawnView, data: MapData): Record<string, Drawn> {
  const shows = (name: LayerName): boolean => view.layers.includes(name);
  const { network, hotspots, clusters, places, selected } = data;
  const taken = shows('seizures') && data.seizures ? seizures(data.seizures) : undefined;
  const chosen = selected ? drawSelected(selected) : undefined;
  return {
    'no-data': data.noData ? noData(data.noData) : EMPTY,
    cells: shows('hotspots') && hotspots ? cells(hotspots) : EMPTY,
    emerging: shows('hotspots') && hotspots ? emerging(hotspots) : EMPTY,
    clusters:
      shows('clusters') && clusters ? (view.allClusters ? allClusters(clusters) : surest(clusters)) : EMPTY,
    areas: taken?.areas ?? EMPTY,
    legs: shows('legs') && network ? legs(network) : EMPTY,
    change: data.change ? changes(data.change) : EMPTY,
    routes: shows('routes') && data.routes ? routes(data.routes) : EMPTY,
    seizures: taken?.points ?? EMPTY,
    'open-ends': shows('seizures') && data.seizures ? openEnds(data.seizures) : EMPTY,
    ports: shows('ports') && network ? ports(network) : EMPTY,
    communities: byCommunity(view) && network && places ? drawCommunities(network, places) : EMPTY,
    selected: chosen?.line ?? EMPTY,
    'selected-areas': chosen?.areas ?? EMPTY,
    stops: chosen?.stops ?? EMPTY,
    onward: chosen?.onward ?? EMPTY,
    tools: data.tools ?? EMPTY,
    fence: EMPTY,
  };
}

/** Layers from the ground up; those switched off are not in the style at all. */
function layers(view: DrawnView, data: MapData, palette: Palette, fine: boolean): LayerSpecification[] {
  const shows = (name: LayerName): boolean => view.layers.includes(name);
  const quiet = data.selected !== null;
  return [
    ...groundLayers(palette, fine),
    ...(data.noData ? [noDataLayer(palette)] : []),
    ...(shows('hotspots') ? cellLayers(palette) : []),
    ...shoreLayers(palette, fine),
    ...(shows('seizures') ? areaLayers(palette) : []),
    ...(shows('legs') ? legLayers(palette, quiet) : []),
    ...(data.change ? changeLayers(palette) : []),
    ...(shows('routes') ? routeLayers(palette, quiet) : []),
    ...(shows('hotspots') ? [emergingLayer(palette)] : []),
    ...(shows('clusters') ? clusterLayers(palette) : []),
    ...labelLayers(palette, fine),
    ...(data.selected ? selectedLayers(palette) : []),
    ...(shows('ports') ? portLayers(palette) : []),
    ...(byCommunity(view) ? communityLayers(palette) : []),
    // With communities the dots keep their colours and numbers.
    ...(shows('ports') && !byCommunity(view) ? [portBadgeLayer(palette)] : []),
    ...(shows('ports') ? [portLabelLayer(palette), groupCountLayer(palette)] : []),
    ...(shows('seizures') ? [...pointLayers(palette), keepClearLayer()] : []),
    ...(shows('seizures') && view.openEndWords ? [openEndLayer(palette, view.openEndWords)] : []),
    fenceLayer(),
    ...(data.selected && isNumbered(data.selected) ? stopLayers(palette) : []),
    ...(data.selected?.onward ? onwardLayers(palette) : []),
    ...(data.tools ? toolLayers(palette) : []),
  ];
}

/**
 * The whole map as one MapLibre style, from what is to be shown and what is known. Pure: the same input
 * gives the same style. No address in it leaves the page's own server; there is no sprite address.
 */
export function mapStyle(
  view: DrawnView,
  data: MapData,
  palette: Palette,
  assets: MapAssets,
): StyleSpecification {
  const sources: Record<string, SourceSpecification> = baseSources(assets, view.language ?? 'en');
  for (const [id, content] of Object.entries(drawn(view, data))) {
    // By `id` the map is told which line the pointer is on.
    const named = ['legs', 'routes', 'clusters'].includes(id) ? { promoteId: 'id' } : {};
    sources[id] = { type: 'geojson', data: content, tolerance: 0.3, ...named };
  }
  return {
    version: 8,
    name: `Leeward ${palette.theme}`,
    glyphs: assets.glyphs,
    sources,
    layers: layers(view, data, palette, assets.coast !== undefined),
  };
}
