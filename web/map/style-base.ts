import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import { labelIn } from '../../shared/drawing/label-words.ts';
import { LABELS } from '../../shared/drawing/labels.ts';
import type { Palette } from '../../shared/drawing/palette.ts';
import { LANGUAGES, type Language } from '../../shared/languages.ts';
import { FINE_ZOOMS, fadingCoast, fineCoast, fineLand, fineSource, RING_ZOOMS } from './style-coast.ts';
import type { MapAssets } from './types.ts';

/** Fonts by the names that `web/glyphs/plugin.ts` draws them under. */
export const FONTS = { regular: ['regular'], bold: ['semibold'], italic: ['italic'] };

const CHUNKS = ['land-far', 'land-near', 'coast-far', 'coast-near', 'borders-far', 'borders-near'] as const;

/** A part of the base map that is not to be loaded yet. */
const NOTHING = { type: 'FeatureCollection' as const, features: [] };

const labelData = (language: Language) => ({
  type: 'FeatureCollection' as const,
  features: LABELS.map(([kind, name, longitude, latitude, from]) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
    properties: { kind, name: labelIn(language, name), from, rank: from * 10 },
  })),
});
/** The names in each language, made once: a style that holds the same data is not drawn anew for it. */
const labelsIn = new Map(LANGUAGES.map((language) => [language, labelData(language)]));

/** Meridians and parallels every `step` degrees inside the box; straight on a Mercator map. */
function grid(step: number, west: number, south: number, east: number, north: number) {
  const lines: [number, number][][] = [];
  for (let x = west; x <= east; x += step) {
    lines.push([
      [x, south],
      [x, north],
    ]);
  }
  for (let y = south; y <= north; y += step) {
    lines.push([
      [west, y],
      [east, y],
    ]);
  }
  const geometry = { type: 'MultiLineString' as const, coordinates: lines };
  return { type: 'Feature' as const, properties: {}, geometry };
}
const GRID_5 = grid(5, -140, -35, 45, 75);
const GRID_1 = grid(1, -100, 3, -50, 34);

/** Sources of the base map. */
export function baseSources(assets: MapAssets, language: Language): Record<string, SourceSpecification> {
  const sources: Record<string, SourceSpecification> = {
    'grid-5': { type: 'geojson', data: GRID_5, tolerance: 0 },
    'grid-1': { type: 'geojson', data: GRID_1, tolerance: 0 },
    labels: { type: 'geojson', data: labelsIn.get(language) ?? NOTHING },
  };
  for (const chunk of CHUNKS) {
    const data = assets.basemap[chunk];
    // Half a pixel is not seen; the vertices it saves are half of what a frame costs without a graphics card. At
    // the last zoom of the tiles Natural Earth 1:10m keeps every vertex.
    sources[chunk] = { type: 'geojson', data: data ?? NOTHING, tolerance: 0.5, maxzoom: 10 };
  }
  if (assets.coast !== undefined) sources['fine'] = fineSource(assets.coast);
  return sources;
}

const fill = (id: string, palette: Palette, fine = false): LayerSpecification => ({
  id,
  type: 'fill',
  source: id,
  ...(fine ? { maxzoom: FINE_ZOOMS[2] } : {}),
  paint: { 'fill-color': palette.land, 'fill-antialias': false },
});
const line = (id: string, color: string, width: ExpressionSpecification | number): LayerSpecification => ({
  id,
  type: 'line',
  source: id,
  layout: { 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': width },
});

/** Sea, graticule and land, from the ground up; `fine`: with the finer coast. */
export function groundLayers(palette: Palette, fine = false): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    {
      ...line('grid-1', palette.graticule, 0.5),
      minzoom: 6.5,
      paint: {
        'line-color': palette.graticule,
        'line-width': 0.5,
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 6.5, 0, 7.5, 0.8],
      },
    } as LayerSpecification,
    line('grid-5', palette.graticule, 0.8),
    fill('land-far', palette),
    fill('land-near', palette, fine),
    ...(fine ? [fineLand(palette)] : []),
  ];
}

/** Borders and coast, above the hot spot cells so that an island keeps its shape under one. */
export function shoreLayers(palette: Palette, fine = false): LayerSpecification[] {
  const coast: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 3, 0.5, 7, 0.9, 11, 1.4];
  return [
    {
      ...line('borders-far', palette.border, 0.6),
      paint: { 'line-color': palette.border, 'line-width': 0.6, 'line-dasharray': [4, 2] },
    } as LayerSpecification,
    {
      ...line('borders-near', palette.border, 0.8),
      paint: { 'line-color': palette.border, 'line-width': 0.8, 'line-dasharray': [4, 2] },
    } as LayerSpecification,
    line('coast-far', palette.coast, coast),
    fine ? fadingCoast(palette, coast) : line('coast-near', palette.coast, coast),
    ...(fine ? [fineCoast(palette, coast)] : []),
  ];
}

/** Where a country's name may stand, best first: on its place, then below, above and beside it; in letters. */
const AROUND: (string | [number, number])[] = [
  ['center', [0, 0]] as const,
  ['top', [0, 0.8]] as const,
  ['bottom', [0, -0.8]] as const,
  ['top', [0, 1.7]] as const,
  ['bottom', [0, -1.7]] as const,
  ['left', [1.2, 0]] as const,
  ['right', [-1.2, 0]] as const,
].flatMap(([anchor, [x, y]]) => [anchor, [x, y]]);

type LabelOptions = Pick<SymbolLayerSpecification, 'id' | 'layout' | 'paint'>;
const label = (kind: string, { id, layout, paint }: LabelOptions): LayerSpecification => ({
  id,
  type: 'symbol',
  source: 'labels',
  filter: ['all', ['==', ['get', 'kind'], kind], ['<=', ['get', 'from'], ['+', ['zoom'], 0.5]]],
  layout: {
    'text-field': ['get', 'name'],
    'symbol-sort-key': ['get', 'rank'],
    'text-max-width': 8,
    'text-padding': 4,
    ...layout,
  },
  paint: { ...paint },
});

/** Names of seas, countries and islands, and rings for islands that the coast data leaves out. */
export function labelLayers(palette: Palette, fine = false): LayerSpecification[] {
  const land = { 'text-color': palette.landText, 'text-halo-color': palette.halo, 'text-halo-width': 1.3 };
  const around = {
    'text-variable-anchor-offset': AROUND,
    'text-justify': 'auto' as const,
  };
  const beside = {
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'] as ('left' | 'right' | 'top' | 'bottom')[],
    'text-radial-offset': 0.7,
    'text-justify': 'auto' as const,
  };
  return [
    {
      id: 'label-islet-ring',
      type: 'circle',
      source: 'labels',
      minzoom: RING_ZOOMS[0],
      maxzoom: fine ? RING_ZOOMS[1] : 24,
      filter: ['==', ['get', 'kind'], 'islet'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 7, 1.6, 11, 5],
        'circle-color': palette.land,
        'circle-stroke-color': palette.coast,
        'circle-stroke-width': 0.9,
      },
    },
    label('sea', {
      id: 'label-sea',
      layout: {
        'text-font': FONTS.italic,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 11, 7, 14],
        'text-letter-spacing': 0.12,
      },
      paint: { 'text-color': palette.seaText, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
    }),
    label('islet', {
      id: 'label-islet',
      layout: { 'text-font': FONTS.regular, 'text-size': 11, ...beside },
      paint: land,
    }),
    label('island', {
      id: 'label-island',
      layout: {
        'text-font': FONTS.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 5, 10.5, 9, 13],
        ...beside,
      },
      paint: land,
    }),
    label('country', {
      id: 'label-country',
      layout: {
        'text-font': FONTS.regular,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 6, 13, 9, 15],
        'text-letter-spacing': 0.04,
        ...around,
      },
      paint: land,
    }),
  ];
}
