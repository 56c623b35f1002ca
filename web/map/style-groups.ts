import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../../shared/drawing/palette.ts';
import { FONTS } from './style-base.ts';
import { ranked, single } from './style-parts.ts';

/** Radii of the disc of ports drawn as one and of the ring around it, px. */
export const GROUP_RADII = { disc: 6.4, ring: 8.6 };

const several = ['all', ['!', single], ranked] as FilterSpecification;
const busierLast = ['-', 0, ['get', 'rank']] as unknown as ExpressionSpecification;

/** Ports drawn as one: a disc in a ring, which no single port and no seizure has. */
export function groupLayers(palette: Palette): LayerSpecification[] {
  const common = {
    type: 'circle',
    source: 'ports',
    filter: several,
    layout: { 'circle-sort-key': busierLast },
  } as const;
  return [
    {
      ...common,
      id: 'ports-group',
      paint: {
        'circle-radius': GROUP_RADII.ring,
        'circle-color': palette.ring,
        'circle-stroke-color': palette.port,
        'circle-stroke-width': 1.1,
      },
    },
    {
      ...common,
      id: 'ports-group-disc',
      paint: { 'circle-radius': GROUP_RADII.disc, 'circle-color': palette.port },
    },
  ];
}

/** How many ports each stands for; names of others stay off it, so it has to be above them. */
export const groupCountLayer = (palette: Palette): LayerSpecification => ({
  id: 'ports-group-count',
  type: 'symbol',
  source: 'ports',
  filter: several,
  layout: {
    'text-field': ['to-string', ['get', 'ports']],
    'text-font': FONTS.bold,
    'text-size': 10,
    'text-allow-overlap': true,
    'symbol-sort-key': busierLast,
  },
  paint: { 'text-color': palette.ring },
});
