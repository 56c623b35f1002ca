import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { GOODS_ZOOM, goodsLayer, signed } from './goods-sign.ts';
import { FONTS } from './style-base.ts';
import { goodsColor, ranked } from './style-parts.ts';

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

/** How many seizures share one point or area: in its middle, or beside the sign of their goods. */
const countLayer = (
  id: string,
  filter: ExpressionSpecification[],
  layer: Pick<SymbolLayerSpecification, 'minzoom' | 'maxzoom' | 'paint'>,
  layout: SymbolLayerSpecification['layout'] = {},
): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'seizures',
  ...layer,
  filter: ['all', ['>', ['get', 'count'], 1], ...filter] as FilterSpecification,
  layout: {
    'text-field': ['to-string', ['get', 'count']],
    'text-font': FONTS.bold,
    'text-size': 10.5,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
    ...layout,
  },
});

/** Radius of a seizure's point by how many it stands for; with a sign on it never too small to carry it, px. */
function pointRadius(): ExpressionSpecification {
  const radius: ExpressionSpecification = ['min', 11, ['+', 3.6, ['*', 1.5, ['sqrt', ['get', 'count']]]]];
  const least = (px: number): ExpressionSpecification => ['case', ['!=', ['get', 'sign'], ''], px, 0];
  const stops: [number, ExpressionSpecification][] = [
    [3, ['*', 0.5, radius]],
    [5, ['*', 0.75, radius]],
    [7, radius],
    [GOODS_ZOOM, ['max', least(8), radius]],
    [12, ['max', least(10), ['*', 1.35, radius]]],
  ];
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as unknown as ExpressionSpecification;
}

/** Seizures exact enough to be a point, what was taken there, and how many lie under one point or area. */
export function pointLayers(palette: Palette): LayerSpecification[] {
  const exact: ExpressionSpecification = ['>', ['get', 'from'], ['zoom']];
  const area: ExpressionSpecification = ['!', exact];
  const inside = { 'text-color': palette.ring };
  const beside = { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
  // Names stand on the right where they can.
  const above: SymbolLayerSpecification['layout'] = {
    'text-anchor': 'bottom-right',
    'text-offset': [-0.6, -0.3],
  };
  return [
    {
      id: 'seizures',
      type: 'circle',
      source: 'seizures',
      filter: exact as FilterSpecification,
      layout: { 'circle-sort-key': ['get', 'count'] },
      paint: {
        'circle-radius': pointRadius(),
        'circle-color': goodsColor(palette),
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 1.6,
      },
    },
    goodsLayer(palette, 'disc', exact),
    goodsLayer(palette, 'halo', area),
    countLayer('seizures-count', [exact], { minzoom: 5, maxzoom: GOODS_ZOOM, paint: inside }),
    countLayer('seizures-count-unsigned', [exact, ['!', signed]], { minzoom: GOODS_ZOOM, paint: inside }),
    countLayer('seizures-count-signed', [exact, signed], { minzoom: GOODS_ZOOM, paint: beside }, above),
    countLayer('areas-count', [area], { minzoom: 5, paint: beside }),
  ];
}

/**
 * What keeps names off the points of seizures: an invisible image on each that takes part in the placing of
 * names. It has to be above the names, for the upper layers are placed first. Signs of goods keep names off themselves.
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
