import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';

const only = (...tools: string[]): FilterSpecification => ['in', ['get', 'tool'], ['literal', tools]];
const anchor = ['get', 'anchor'] as unknown as ExpressionSpecification;

/** What the reader drew, like a pencil on the chart: area, measured line, rings, and what is written on them. */
export function toolLayers(palette: Palette): LayerSpecification[] {
  const ink = palette.portText;
  return [
    {
      id: 'tool-area-fill',
      type: 'fill',
      source: 'tools',
      filter: only('area'),
      paint: { 'fill-color': ink, 'fill-opacity': 0.07 },
    },
    {
      id: 'tool-casing',
      type: 'line',
      source: 'tools',
      filter: only('area', 'line', 'ring'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 4, 'line-opacity': 0.55 },
    },
    {
      id: 'tool-lines',
      type: 'line',
      source: 'tools',
      filter: only('area', 'line', 'ring'),
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ink,
        'line-width': ['match', ['get', 'tool'], 'ring', 1.1, 1.7],
        'line-opacity': ['match', ['get', 'tool'], 'ring', 0.8, 0.95],
      },
    },
    {
      id: 'tool-points',
      type: 'circle',
      source: 'tools',
      filter: only('point', 'corner'),
      paint: {
        'circle-radius': ['match', ['get', 'tool'], 'corner', 3, 4],
        'circle-color': palette.halo,
        'circle-stroke-color': ink,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'tool-labels',
      type: 'symbol',
      source: 'tools',
      filter: only('label'),
      layout: {
        'text-field': ['get', 'label'],
        'text-font': FONTS.bold,
        'text-size': 12,
        'text-anchor': anchor,
        'text-offset': ['match', ['get', 'anchor'], 'bottom', ['literal', [0, -0.5]], ['literal', [0, 0]]],
        // Where they would cover each other the measured parts stay, then the widest rings.
        'symbol-sort-key': ['get', 'order'],
        'text-max-width': 16,
      },
      paint: { 'text-color': ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
    },
  ];
}
