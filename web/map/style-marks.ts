import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';
import { GOODS_ZOOM } from './goods-sign.ts';
import { groupLayers } from './style-groups.ts';
import { grow, ranked, single } from './style-parts.ts';

/** Cells: colour by the sign of Gi*, depth by its size; cells that are not significant stay an outline. */
export function cellLayers(palette: Palette): LayerSpecification[] {
  const color: ExpressionSpecification = [
    'match',
    ['get', 'class'],
    'hot',
    palette.hot,
    'cold',
    palette.cold,
    palette.cellLine,
  ];
  const significant: ExpressionSpecification = ['!=', ['get', 'class'], 'none'];
  const depth: ExpressionSpecification = [
    'interpolate',
    ['linear'],
    ['abs', ['get', 'z']],
    1.5,
    0.22,
    6,
    0.6,
  ];
  // Close up the islands under a cell matter more than the cell.
  const shade = (factor: number): ExpressionSpecification => [
    'case',
    significant,
    ['*', factor, depth],
    0.05 * factor,
  ];
  return [
    {
      id: 'cells-fill',
      type: 'fill',
      source: 'cells',
      paint: {
        'fill-color': color,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 6.5, shade(1), 9, shade(0.5)],
      },
    },
    {
      id: 'cells-line',
      type: 'line',
      source: 'cells',
      paint: {
        'line-color': color,
        'line-opacity': ['case', significant, 0.75, 0.14],
        'line-width': ['case', significant, 1, 0.5],
      },
    },
  ];
}

/** Keeps names from being cut by the edge of the map; its posts are set by the page. Above all names. */
export function fenceLayer(): LayerSpecification {
  return {
    id: 'fence',
    type: 'symbol',
    source: 'fence',
    layout: { 'icon-image': 'fence', 'icon-allow-overlap': true, 'icon-padding': 0 },
  };
}

/** Ports as dots sized by calls; places that are areas as open rings. */
export function portLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'ports',
      type: 'circle',
      source: 'ports',
      filter: ['all', single, ranked] as FilterSpecification,
      paint: {
        'circle-radius': grow('radius'),
        'circle-color': ['case', ['get', 'port'], palette.port, 'rgba(0,0,0,0)'],
        'circle-stroke-color': ['case', ['get', 'port'], palette.ring, palette.port],
        'circle-stroke-width': 1,
      },
    },
    ...groupLayers(palette),
  ];
}

/** How far a name stands from the middle of a marker with a sign or number on it, letters. */
const CLEAR = 1.15;

/** Names of ports; those that would collide give way, the busier one stays. */
export function portLabelLayer(palette: Palette): LayerSpecification {
  return {
    id: 'ports-label',
    type: 'symbol',
    source: 'ports',
    filter: ['all', ['get', 'named'], ['<=', ['get', 'nameFrom'], ['zoom']]] as FilterSpecification,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS.bold,
      'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10, 9, 12.5],
      'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
      'text-radial-offset': ['step', ['zoom'], ['case', single, 0.6, CLEAR], GOODS_ZOOM, CLEAR],
      'text-justify': 'auto',
      'text-max-width': 9,
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  };
}

/** The numbers of the selected route's stops, on top of everything. */
export function stopLayers(palette: Palette): LayerSpecification[] {
  const now = [
    'all',
    ['<=', ['get', 'from'], ['zoom']],
    ['>', ['get', 'until'], ['zoom']],
  ] as FilterSpecification;
  return [
    {
      id: 'stops',
      type: 'circle',
      source: 'stops',
      filter: now,
      paint: {
        'circle-radius': ['get', 'disc'],
        'circle-color': palette.selected,
        'circle-stroke-color': palette.selectedCasing,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'stops-number',
      type: 'symbol',
      source: 'stops',
      filter: now,
      layout: {
        'text-field': ['get', 'number'],
        'text-font': FONTS.bold,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.selectedText },
    },
    {
      id: 'stops-label',
      type: 'symbol',
      source: 'stops',
      filter: now,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONTS.bold,
        'text-size': 13,
        // In two lines a name is less often cut off at the edge of a map beside a panel.
        'text-max-width': 8,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        // Letters of 13 px, clear of the disc and its rim.
        'text-radial-offset': ['+', 0.33, ['/', ['get', 'disc'], 13]],
        'text-justify': 'auto',
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ];
}
