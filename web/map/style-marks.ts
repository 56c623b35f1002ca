import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';
import { goodsColor, grow, ranked } from './style-parts.ts';

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

/** Uncertain places of seizures: a translucent circle with a dashed edge, fainter the larger it is. */
export function areaLayers(palette: Palette): LayerSpecification[] {
  const shown = ranked as FilterSpecification;
  const color = goodsColor(palette);
  return [
    {
      id: 'areas-fill',
      type: 'fill',
      source: 'areas',
      filter: shown,
      paint: {
        'fill-color': color,
        'fill-opacity': [
          'interpolate',
          ['linear'],
          ['get', 'km'],
          5,
          0.14,
          60,
          0.045,
          200,
          0.012,
          500,
          0.004,
        ],
      },
    },
    {
      id: 'areas-line',
      type: 'line',
      source: 'areas',
      filter: shown,
      paint: {
        'line-color': color,
        'line-width': 0.9,
        'line-opacity': ['interpolate', ['linear'], ['get', 'km'], 5, 0.8, 60, 0.42, 200, 0.22, 500, 0.14],
        'line-dasharray': [3, 3],
      },
    },
  ];
}

/** How many seizures share one point or area. */
const countLayer = (
  id: string,
  filter: ExpressionSpecification,
  paint: SymbolLayerSpecification['paint'],
): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'seizures',
  minzoom: 5,
  filter: ['all', ['>', ['get', 'count'], 1], filter] as FilterSpecification,
  layout: {
    'text-field': ['to-string', ['get', 'count']],
    'text-font': FONTS.bold,
    'text-size': 10.5,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  ...(paint ? { paint } : {}),
});

/** Seizures exact enough to be a point, and how many lie under one point or area. */
export function pointLayers(palette: Palette): LayerSpecification[] {
  const exact: ExpressionSpecification = ['>', ['get', 'from'], ['zoom']];
  const radius: ExpressionSpecification = ['min', 11, ['+', 3.6, ['*', 1.5, ['sqrt', ['get', 'count']]]]];
  return [
    {
      id: 'seizures',
      type: 'circle',
      source: 'seizures',
      filter: exact as FilterSpecification,
      layout: { 'circle-sort-key': ['get', 'count'] },
      paint: {
        'circle-radius': grow(radius),
        'circle-color': goodsColor(palette),
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 1.6,
      },
    },
    countLayer('seizures-count', exact, { 'text-color': palette.ring }),
    countLayer('areas-count', ['!', exact], {
      'text-color': palette.portText,
      'text-halo-color': palette.halo,
      'text-halo-width': 1.4,
    }),
  ];
}

/**
 * What keeps names off the points of seizures: an invisible image on each that takes part in the placing of
 * names. It has to be above the names, for the upper layers are placed first.
 */
export function keepClearLayer(): LayerSpecification {
  return {
    id: 'seizures-clear',
    type: 'symbol',
    source: 'seizures',
    filter: ['>', ['get', 'from'], ['zoom']],
    layout: { 'icon-image': 'blank', 'icon-allow-overlap': true, 'icon-padding': 1 },
  };
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
      filter: ranked as FilterSpecification,
      paint: {
        'circle-radius': grow('radius'),
        'circle-color': ['case', ['get', 'port'], palette.port, 'rgba(0,0,0,0)'],
        'circle-stroke-color': ['case', ['get', 'port'], palette.ring, palette.port],
        'circle-stroke-width': 1,
      },
    },
  ];
}

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
      'text-radial-offset': 0.6,
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
  return [
    {
      id: 'stops',
      type: 'circle',
      source: 'stops',
      paint: {
        'circle-radius': 10,
        'circle-color': palette.selected,
        'circle-stroke-color': palette.selectedCasing,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'stops-number',
      type: 'symbol',
      source: 'stops',
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
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONTS.bold,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 1.1,
        'text-justify': 'auto',
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ];
}
