import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { COMMUNITY_COLORS, communityColor } from './communities.ts';
import type { ClusterKind } from './derive-spots.ts';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';
import { grow, is, ranked } from './style-parts.ts';

/** How the outline of each kind of cluster is drawn; dash in line widths. Thinner than any route that recurs. */
export const CLUSTER_LINES: Readonly<
  Record<ClusterKind, { width: number; opacity: number; dash: readonly number[] | null }>
> = {
  sure: { width: 1.5, opacity: 0.95, dash: null },
  weak: { width: 0.9, opacity: 0.6, dash: [5, 4] },
  density: { width: 1.6, opacity: 0.7, dash: [0.01, 2.4] },
};

/** What was found unlikely has the colour of a hot cell; what nothing was tested for has none. */
export const clusterColor = (kind: ClusterKind, palette: Palette): string =>
  kind === 'density' ? palette.landText : palette.hot;

/** Clusters as outlines, with an unseen fill for the pointer. */
export function clusterLayers(palette: Palette): LayerSpecification[] {
  const outlines = (['density', 'weak', 'sure'] as const).map((kind): LayerSpecification => {
    const { width, opacity, dash } = CLUSTER_LINES[kind];
    return {
      id: `clusters-edge-${kind}`,
      type: 'line',
      source: 'clusters',
      filter: is('kind', kind) as FilterSpecification,
      layout: { 'line-cap': kind === 'density' ? 'round' : 'butt', 'line-join': 'round' },
      paint: {
        'line-color': clusterColor(kind, palette),
        'line-width': width,
        'line-opacity': opacity,
        ...(dash ? { 'line-dasharray': [...dash] } : {}),
      },
    };
  });
  return [
    { id: 'clusters-fill', type: 'fill', source: 'clusters', paint: { 'fill-opacity': 0 } },
    {
      // Sets the outline off from the cells it lies on, which have its colour.
      id: 'clusters-casing',
      type: 'line',
      source: 'clusters',
      filter: is('kind', 'sure') as FilterSpecification,
      paint: { 'line-color': palette.halo, 'line-width': 4.2, 'line-opacity': 0.75 },
    },
    ...outlines,
    {
      id: 'clusters-hover',
      type: 'line',
      source: 'clusters',
      paint: {
        'line-color': palette.selected,
        'line-width': 2.2,
        'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.9, 0],
      },
    },
  ];
}

/** Name of the image of an emerging class; the page draws it. */
export const emergingImage = (theme: Palette['theme'], sign: string): string => `emerging-${theme}-${sign}`;

/** A sign on each cell whose course over the periods has a name: shape says which, and never colour alone. */
export function emergingLayer(palette: Palette): LayerSpecification {
  return {
    id: 'emerging-signs',
    type: 'symbol',
    source: 'emerging',
    minzoom: 4,
    layout: {
      'icon-image': ['concat', emergingImage(palette.theme, ''), ['get', 'emerging']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 4, 0.6, 6, 0.8, 9, 1.2],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  };
}

/** Ports by community: a coloured disc under each, and its number where there is room. */
export function communityLayers(palette: Palette): LayerSpecification[] {
  const { theme } = palette;
  const last = communityColor(theme, COMMUNITY_COLORS).fill;
  const color = [
    'match',
    ['get', 'community'],
    ...Array.from({ length: COMMUNITY_COLORS - 1 }, (_, i) => [
      i + 1,
      communityColor(theme, i + 1).fill,
    ]).flat(),
    last,
  ] as unknown as ExpressionSpecification;
  return [
    {
      id: 'communities',
      type: 'circle',
      source: 'communities',
      filter: ranked as FilterSpecification,
      paint: {
        'circle-radius': grow(['max', 8, ['+', 3, ['get', 'radius']]]),
        'circle-color': color,
        'circle-stroke-color': palette.ring,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'communities-number',
      type: 'symbol',
      source: 'communities',
      filter: ranked as FilterSpecification,
      layout: {
        'text-field': ['to-string', ['get', 'community']],
        'text-font': FONTS.bold,
        'text-size': ['interpolate', ['linear'], ['zoom'], 3, 6.5, 5, 8, 7, 10],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': communityColor(theme, 1).ink },
    },
  ];
}
