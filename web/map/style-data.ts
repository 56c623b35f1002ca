import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { GOODS_FAMILIES, type Palette } from './palette.ts';
import { DASHES, STROKES, type Stroke } from './scales.ts';
import { FONTS } from './style-base.ts';

/** Sizes are given for zoom 7; this is how they shrink and grow with the zoom. */
const GROWTH: readonly (readonly [zoom: number, factor: number])[] = [
  [3, 0.5],
  [5, 0.75],
  [7, 1],
  [10, 1.35],
  [14, 1.8],
];

/** A size of zoom 7 (a property's name, or an expression), scaled with the zoom. */
function grow(size: string | number | ExpressionSpecification, extra = 0): ExpressionSpecification {
  const value = typeof size === 'string' ? ['get', size] : size;
  const stops = GROWTH.flatMap(([zoom, factor]) => [zoom, ['+', ['*', factor, value], extra]]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

const is = (name: string, value: string | boolean): ExpressionSpecification => ['==', ['get', name], value];
/** Drawn only from the zoom its rank allows: the guard against a hairball. */
const ranked: ExpressionSpecification = ['<=', ['get', 'from'], ['zoom']];

function dash(stroke: Stroke): { 'line-dasharray'?: number[] } {
  const pattern = DASHES[stroke];
  return pattern ? { 'line-dasharray': [...pattern] } : {};
}
const cap = (stroke: Stroke): 'round' | 'butt' => (stroke === 'dashed' ? 'butt' : 'round');

/** One line layer for each stroke, because MapLibre takes one dash pattern a layer. */
function strokeLayers(
  id: string,
  source: string,
  filter: ExpressionSpecification[],
  paint: Record<string, unknown>,
  sortKey: string,
): LayerSpecification[] {
  return STROKES.map(
    (stroke) =>
      ({
        id: `${id}-${stroke}`,
        type: 'line',
        source,
        filter: ['all', is('stroke', stroke), ranked, ...filter] as FilterSpecification,
        layout: { 'line-cap': cap(stroke), 'line-join': 'round', 'line-sort-key': ['get', sortKey] },
        paint: { ...paint, ...dash(stroke) },
      }) as LayerSpecification,
  );
}

/** Arrowheads that ride a line; the icon is `arrow`, drawn by the page. */
function arrows(
  id: string,
  source: string,
  filter: ExpressionSpecification[],
  paint: Record<string, unknown>,
  layout: Record<string, unknown>,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    filter: ['all', ...filter] as FilterSpecification,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 130,
      'icon-image': 'arrow',
      'icon-rotation-alignment': 'map',
      'icon-keep-upright': false,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      ...layout,
    },
    paint,
  } as LayerSpecification;
}

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
  return [
    {
      id: 'cells-fill',
      type: 'fill',
      source: 'cells',
      paint: { 'fill-color': color, 'fill-opacity': ['case', significant, depth, 0.05] },
    },
    {
      id: 'cells-line',
      type: 'line',
      source: 'cells',
      paint: {
        'line-color': color,
        'line-opacity': ['case', significant, 0.8, 0.2],
        'line-width': ['case', significant, 1, 0.5],
      },
    },
  ];
}

/** Legs: voyages and seizures side by side, both directions apart, and the thin great circles. */
export function legLayers(palette: Palette, quiet: boolean): LayerSpecification[] {
  const fade = quiet ? 0.3 : 1;
  const water = (kind: string) => [is('kind', kind), is('way', 'water')];
  const paint = (color: string, opacity: number) => ({
    'line-color': color,
    'line-opacity': opacity * fade,
    'line-width': grow('width'),
    'line-offset': grow('offset'),
  });
  const colorOf: ExpressionSpecification = [
    'case',
    is('way', 'direct'),
    palette.direct,
    is('kind', 'seizure'),
    palette.seizureLeg,
    palette.voyage,
  ];
  return [
    ...strokeLayers(
      'legs-direct',
      'legs',
      [is('way', 'direct')],
      {
        'line-color': palette.direct,
        'line-opacity': 0.8 * fade,
        'line-width': grow(1.4),
        'line-offset': grow(1.2),
      },
      'count',
    ),
    ...strokeLayers('legs-voyage', 'legs', water('voyage'), paint(palette.voyage, 0.75), 'count'),
    ...strokeLayers('legs-seizure', 'legs', water('seizure'), paint(palette.seizureLeg, 0.95), 'count'),
    arrows(
      'legs-arrows',
      'legs',
      [ranked],
      { 'icon-color': colorOf, 'icon-opacity': fade, 'icon-halo-color': palette.sea, 'icon-halo-width': 0.8 },
      { 'icon-size': grow('size'), 'icon-offset': ['get', 'shift'] },
    ),
  ];
}

/** Routes: those that recur lie on a glow; a sequence seen once is one thin line. */
export function routeLayers(palette: Palette, quiet: boolean): LayerSpecification[] {
  const fade = quiet ? 0.25 : 1;
  const recurs = is('recurs', true);
  const once = is('recurs', false);
  return [
    ...strokeLayers(
      'routes-once',
      'routes',
      [once],
      { 'line-color': palette.once, 'line-opacity': 0.75 * fade, 'line-width': 1.1 },
      'strength',
    ),
    {
      id: 'routes-glow',
      type: 'line',
      source: 'routes',
      filter: ['all', recurs, ranked] as FilterSpecification,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.route,
        'line-opacity': 0.16 * fade,
        'line-width': grow('width', 7),
        'line-blur': 5,
      },
    },
    ...strokeLayers(
      'routes-recurs',
      'routes',
      [recurs],
      { 'line-color': palette.route, 'line-opacity': 0.95 * fade, 'line-width': grow('width') },
      'strength',
    ),
    arrows(
      'routes-arrows',
      'routes',
      [recurs, ranked],
      {
        'icon-color': palette.route,
        'icon-opacity': fade,
        'icon-halo-color': palette.sea,
        'icon-halo-width': 1,
      },
      { 'icon-size': 0.8, 'symbol-spacing': 160 },
    ),
  ];
}

const goodsColor = (palette: Palette): ExpressionSpecification =>
  [
    'match',
    ['get', 'family'],
    ...GOODS_FAMILIES.filter((family) => family !== 'other').flatMap((family) => [
      family,
      palette.goods[family],
    ]),
    palette.goods.other,
  ] as unknown as ExpressionSpecification;

/** Uncertain places of seizures: a translucent circle with a dashed edge, fainter the larger it is. */
export function areaLayers(palette: Palette): LayerSpecification[] {
  const shown: FilterSpecification = ['<=', ['get', 'from'], ['zoom']];
  const color = goodsColor(palette);
  return [
    {
      id: 'areas-fill',
      type: 'fill',
      source: 'areas',
      filter: shown,
      paint: {
        'fill-color': color,
        'fill-opacity': ['interpolate', ['linear'], ['get', 'km'], 5, 0.18, 60, 0.07, 300, 0.025],
      },
    },
    {
      id: 'areas-line',
      type: 'line',
      source: 'areas',
      filter: shown,
      paint: {
        'line-color': color,
        'line-width': 1,
        'line-opacity': ['interpolate', ['linear'], ['get', 'km'], 5, 0.9, 60, 0.6, 300, 0.3],
        'line-dasharray': [4, 3],
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

/** Ports as dots sized by calls; places that are areas as open rings. */
export function portLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'ports',
      type: 'circle',
      source: 'ports',
      filter: ['<=', ['get', 'from'], ['zoom']],
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
    filter: ['all', ['get', 'named'], ['<=', ['+', ['get', 'from'], 1], ['zoom']]] as FilterSpecification,
    minzoom: 5,
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

/** The selected thing: areas of its places, its line on a casing, arrowheads and numbered stops. */
export function selectedLayers(palette: Palette): LayerSpecification[] {
  const lines = { layout: { 'line-cap': 'round', 'line-join': 'round' } } as const;
  return [
    {
      id: 'selected-areas',
      type: 'line',
      source: 'selected-areas',
      paint: {
        'line-color': palette.selected,
        'line-width': 1,
        'line-opacity': 0.6,
        'line-dasharray': [4, 3],
      },
    },
    {
      id: 'selected-casing',
      type: 'line',
      source: 'selected',
      ...lines,
      paint: { 'line-color': palette.selectedCasing, 'line-width': 8, 'line-opacity': 0.85 },
    },
    ...STROKES.map((stroke): LayerSpecification => ({
      id: `selected-line-${stroke}`,
      type: 'line',
      source: 'selected',
      filter: is('stroke', stroke) as FilterSpecification,
      layout: { 'line-cap': cap(stroke), 'line-join': 'round' },
      paint: { 'line-color': palette.selected, 'line-width': 3.4, ...dash(stroke) },
    })),
    {
      id: 'selected-point',
      type: 'circle',
      source: 'selected',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 13,
        'circle-color': 'rgba(0,0,0,0)',
        'circle-stroke-color': palette.selected,
        'circle-stroke-width': 2.4,
      },
    },
    arrows(
      'selected-arrows',
      'selected',
      [['==', ['geometry-type'], 'LineString']],
      { 'icon-color': palette.selected, 'icon-halo-color': palette.selectedCasing, 'icon-halo-width': 1.5 },
      { 'icon-size': 1.25, 'symbol-spacing': 110 },
    ),
  ];
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
