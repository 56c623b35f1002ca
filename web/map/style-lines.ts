import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';
import { STROKES } from './scales.ts';
import { cap, dash, grow, is, ranked } from './style-parts.ts';

/** One line layer for each stroke, because MapLibre takes one dash pattern a layer. */
function strokeLayers(
  id: string,
  source: string,
  filter: ExpressionSpecification[],
  paint: Record<string, unknown>,
  sortKey: string,
): LayerSpecification[] {
  return STROKES.map((stroke) => ({
    id: `${id}-${stroke}`,
    type: 'line',
    source,
    filter: ['all', is('stroke', stroke), ranked, ...filter] as FilterSpecification,
    layout: { 'line-cap': cap(stroke), 'line-join': 'round', 'line-sort-key': ['get', sortKey] },
    paint: { ...paint, ...dash(stroke) },
  }));
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
  };
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
    ...strokeLayers('legs-voyage', 'legs', water('voyage'), paint(palette.voyage, 0.65), 'count'),
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
        'line-width': grow('width', 6),
        'line-blur': 4,
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
      { 'icon-size': grow('size'), 'symbol-spacing': 160 },
    ),
  ];
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
