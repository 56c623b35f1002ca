import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';

/**
 * The finer coast rises over the first span of zooms, Natural Earth's 1:10m fades over the second. Below, 1:10m is
 * as exact as the screen; above, it is blocky.
 */
export const FINE_ZOOMS = [7, 7.4, 7.8] as const;
/** Zooms between which a ring stands for an islet that 1:10m leaves out; the finer coast has them all. */
export const RING_ZOOMS = [6.5, FINE_ZOOMS[1]] as const;

const rising: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  FINE_ZOOMS[0],
  0,
  FINE_ZOOMS[1],
  1,
];
const falling: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  FINE_ZOOMS[1],
  1,
  FINE_ZOOMS[2],
  0,
];

/** Tiles of the finer coast, in the zooms and the box that they are made for. */
export const fineSource = (tiles: string): SourceSpecification => ({
  type: 'vector',
  tiles: [tiles],
  bounds: [-100, 3, -50, 34],
  minzoom: 7,
  maxzoom: 9,
});

export const fineLand = (palette: Palette): LayerSpecification => ({
  id: 'land-fine',
  type: 'fill',
  source: 'fine',
  'source-layer': 'land',
  minzoom: FINE_ZOOMS[0],
  paint: { 'fill-color': palette.land, 'fill-antialias': false, 'fill-opacity': rising },
});

export const fineCoast = (palette: Palette, width: ExpressionSpecification): LayerSpecification => ({
  id: 'coast-fine',
  type: 'line',
  source: 'fine',
  'source-layer': 'shore',
  minzoom: FINE_ZOOMS[0],
  layout: { 'line-join': 'round' },
  paint: { 'line-color': palette.coast, 'line-width': width, 'line-opacity': rising },
});

/** Natural Earth's coast, which gives way to the finer one. */
export const fadingCoast = (palette: Palette, width: ExpressionSpecification): LayerSpecification => ({
  id: 'coast-near',
  type: 'line',
  source: 'coast-near',
  maxzoom: FINE_ZOOMS[2],
  layout: { 'line-join': 'round' },
  paint: { 'line-color': palette.coast, 'line-width': width, 'line-opacity': falling },
});
