import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';
import { grow, is } from './style-parts.ts';

/** How far right of the water path the way here runs, px, so that a way back does not cover it. */
const BESIDE_PX = 5;

/** Above the selected place: arrows to where vessels went next, and the way they came. */
export function onwardLayers(palette: Palette): LayerSpecification[] {
  const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
  const color: ExpressionSpecification = ['case', is('kind', 'next'), palette.voyage, palette.selected];
  const line = (id: string, way: string, paint: Record<string, unknown>): LayerSpecification => ({
    id,
    type: 'line',
    source: 'onward',
    filter: ['all', isLine, is('way', way)] as FilterSpecification,
    layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': ['get', 'width'] },
    paint: {
      'line-color': color,
      'line-width': grow('width'),
      'line-offset': ['case', is('kind', 'came'), BESIDE_PX, 0],
      'line-opacity': 0.92,
      ...paint,
    },
  });
  return [
    {
      id: 'onward-casing',
      type: 'line',
      source: 'onward',
      filter: isLine as FilterSpecification,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.selectedCasing,
        'line-width': grow('width', 3),
        'line-offset': ['case', is('kind', 'came'), BESIDE_PX, 0],
        'line-opacity': 0.75,
      },
    },
    line('onward-water', 'water', {}),
    // Drawn straight, for the way is not known: broken, so that nobody takes it for one.
    line('onward-direct', 'direct', { 'line-dasharray': [2, 1.2] }),
    {
      id: 'onward-arrows',
      type: 'symbol',
      source: 'onward',
      filter: isLine as FilterSpecification,
      layout: {
        'symbol-placement': 'line-center',
        'icon-image': 'arrow',
        'icon-rotation-alignment': 'map',
        'icon-keep-upright': false,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': ['get', 'size'],
        'icon-offset': ['case', is('kind', 'came'), ['literal', [0, BESIDE_PX]], ['literal', [0, 0]]],
      },
      paint: { 'icon-color': color, 'icon-halo-color': palette.selectedCasing, 'icon-halo-width': 2 },
    },
    {
      id: 'onward-label',
      type: 'symbol',
      source: 'onward',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONTS.bold,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'bottom', 'top'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
        'text-allow-overlap': true,
        'symbol-sort-key': ['-', 0, ['get', 'width']],
      },
      paint: { 'text-color': palette.portText, 'text-halo-color': palette.halo, 'text-halo-width': 1.8 },
    },
  ];
}
