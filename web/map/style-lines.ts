import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { STROKES } from '../../shared/drawing/scales.ts';
import { cap, dash, grow, is, ranked } from './style-parts.ts';

/** While something is selected the rest steps back to this share of its strength. */
const QUIET = 0.22;

const faded = (factor: number): ExpressionSpecification => ['*', factor, ['get', 'opacity']];

/** One line layer for each stroke, because MapLibre takes one dash pattern a layer. */
function strokeLayers(
  id: string,
  source: string,
  filter: ExpressionSpecification[],
  paint: Record<string, unknown>,
): LayerSpecification[] {
  return STROKES.map((stroke) => ({
    id: `${id}-${stroke}`,
    type: 'line',
    source,
    filter: ['all', is('stroke', stroke), is('leads', true), ranked, ...filter] as FilterSpecification,
    layout: { 'line-cap': cap(stroke), 'line-join': 'round', 'line-sort-key': ['get', 'weight'] },
    paint: { 'line-width': grow('width'), 'line-offset': grow('offset'), ...paint, ...dash(stroke) },
  }));
}

/** One arrowhead in the middle of each line; the icon is `arrow`, drawn by the page. */
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
      'symbol-placement': 'line-center',
      'icon-image': 'arrow',
      'icon-rotation-alignment': 'map',
      'icon-keep-upright': false,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      ...layout,
    },
    paint,
  };
}

/** Along the line none, across it as far as the line itself is shifted; a tile keeps numbers but no arrays. */
const SHIFT: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['get', 'shift'],
  0,
  ['literal', [0, 0]],
  100,
  ['literal', [0, 100]],
];

/** Drawn once the line is long enough on the screen to carry it. */
const longEnough: ExpressionSpecification = ['<=', ['get', 'arrow'], ['zoom']];

/** The line under the pointer, or of the row under it, whole and whatever its rank. */
const hoverLayer = (id: string, source: string, palette: Palette): LayerSpecification => ({
  id,
  type: 'line',
  source,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: {
    'line-color': palette.selected,
    'line-width': grow('width', 1.2),
    'line-offset': grow('offset'),
    'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.9, 0],
  },
});

/** Legs: voyages and seizures side by side, both directions apart, and the thin great circles. */
export function legLayers(palette: Palette, quiet: boolean): LayerSpecification[] {
  const fade = quiet ? QUIET : 1;
  const water = (kind: string) => [is('kind', kind), is('way', 'water')];
  const paint = (color: string) => ({ 'line-color': color, 'line-opacity': faded(fade) });
  const colorOf: ExpressionSpecification = [
    'case',
    is('way', 'direct'),
    palette.direct,
    is('kind', 'seizure'),
    palette.seizureLeg,
    palette.voyage,
  ];
  return [
    ...strokeLayers('legs-direct', 'legs', [is('way', 'direct')], paint(palette.direct)),
    ...strokeLayers('legs-voyage', 'legs', water('voyage'), paint(palette.voyage)),
    ...strokeLayers('legs-seizure', 'legs', water('seizure'), paint(palette.seizureLeg)),
    arrows(
      'legs-arrows',
      'legs',
      [ranked, longEnough],
      { 'icon-color': colorOf, 'icon-opacity': ['min', 1, ['*', 1.3 * fade, ['get', 'opacity']]] },
      { 'icon-size': grow('size'), 'icon-offset': SHIFT },
    ),
    hoverLayer('legs-hover', 'legs', palette),
  ];
}

/** Routes: those that recur lie on a glow; a sequence seen once is one thin line. */
export function routeLayers(palette: Palette, quiet: boolean): LayerSpecification[] {
  const fade = quiet ? QUIET : 1;
  const water = is('way', 'water');
  const recurs = [is('kind', 'recurs'), water];
  return [
    ...strokeLayers('routes-direct', 'routes', [is('way', 'direct')], {
      'line-color': palette.direct,
      'line-opacity': faded(fade),
    }),
    ...strokeLayers('routes-once', 'routes', [is('kind', 'once'), water], {
      'line-color': palette.once,
      'line-opacity': faded(fade),
    }),
    {
      id: 'routes-glow',
      type: 'line',
      source: 'routes',
      filter: ['all', ...recurs, is('leads', true), ranked] as FilterSpecification,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.route,
        'line-opacity': faded(0.1 * fade),
        'line-width': grow('width', 5),
        'line-offset': grow('offset'),
        'line-blur': 4,
      },
    },
    ...strokeLayers('routes-recurs', 'routes', recurs, {
      'line-color': palette.route,
      'line-opacity': faded(fade),
    }),
    arrows(
      'routes-arrows',
      'routes',
      [...recurs, is('leads', true), ranked, longEnough],
      {
        'icon-color': palette.route,
        'icon-opacity': fade,
        'icon-halo-color': palette.sea,
        'icon-halo-width': 1,
      },
      { 'icon-size': grow('size'), 'icon-offset': SHIFT },
    ),
    {
      // Seen by the pointer only: those that lie below the one that is drawn can be reached too.
      id: 'routes-recurs-touch',
      type: 'line',
      source: 'routes',
      filter: ['all', is('kind', 'recurs'), ranked] as FilterSpecification,
      paint: { 'line-opacity': 0, 'line-width': grow('width'), 'line-offset': grow('offset') },
    },
    hoverLayer('routes-hover', 'routes', palette),
  ];
}

/** The selected thing: areas of its places, its line on a casing, arrowheads and numbered stops. */
export function selectedLayers(palette: Palette): LayerSpecification[] {
  const direct = is('way', 'direct');
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
      filter: ['!', direct] as FilterSpecification,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.selectedCasing, 'line-width': 7, 'line-opacity': 0.85 },
    },
    ...STROKES.map((stroke): LayerSpecification => ({
      id: `selected-line-${stroke}`,
      type: 'line',
      source: 'selected',
      filter: is('stroke', stroke) as FilterSpecification,
      layout: { 'line-cap': cap(stroke), 'line-join': 'round' },
      paint: {
        'line-color': ['case', direct, palette.direct, palette.selected],
        'line-width': ['case', direct, 1.6, 3],
        ...dash(stroke),
      },
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
        'circle-stroke-width': 2.2,
      },
    },
    arrows(
      'selected-arrows',
      'selected',
      [['==', ['geometry-type'], 'LineString']],
      {
        'icon-color': ['case', direct, palette.direct, palette.selected],
        'icon-halo-color': palette.selectedCasing,
        'icon-halo-width': 1.5,
      },
      { 'icon-size': 1.1, 'symbol-placement': 'line', 'symbol-spacing': 140 },
    ),
  ];
}
