import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { paletteOf, type Palette } from '../../shared/drawing/palette.ts';
import { ICON_BOX, ICON_PATHS, ICON_STROKE, type IconName } from './icons.ts';
import { ranked } from './style-parts.ts';

/** From this zoom on a port shows its kind. */
export const BADGE_ZOOM = 7.5;
/** Side of a badge, px at size 1, and pixels of its image to one of the map. */
const SIDE = 18;
export const BADGE_RATIO = 2;

const isIcon = (name: string): name is IconName => name in ICON_PATHS;

/** A disc with the icon of a kind of port on it; null for a kind that has none. */
export function badgeImage(theme: string, kind: string): ImageData | null {
  const context = new OffscreenCanvas(SIDE * BADGE_RATIO, SIDE * BADGE_RATIO).getContext('2d');
  if (!context || !isIcon(kind)) return null;
  const { port, ring } = paletteOf(theme === 'light' ? 'light' : 'dark');
  context.scale(BADGE_RATIO, BADGE_RATIO);
  context.fillStyle = port;
  context.strokeStyle = ring;
  context.beginPath();
  context.arc(SIDE / 2, SIDE / 2, SIDE / 2 - 1, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  const factor = 11 / ICON_BOX;
  context.translate(SIDE / 2 - 5.5, SIDE / 2 - 5.5);
  context.scale(factor, factor);
  context.lineWidth = ICON_STROKE / factor / 1.1;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(new Path2D(ICON_PATHS[kind]));
  return context.getImageData(0, 0, SIDE * BADGE_RATIO, SIDE * BADGE_RATIO);
}

/** Kinds of ports on their dots, the busier over the quieter; areas keep their open ring. */
export const portBadgeLayer = (palette: Palette): LayerSpecification => ({
  id: 'ports-badge',
  type: 'symbol',
  source: 'ports',
  minzoom: BADGE_ZOOM,
  filter: ['all', ['get', 'port'], ranked] as FilterSpecification,
  layout: {
    'icon-image': ['concat', `badge-${palette.theme}-`, ['get', 'kind']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], BADGE_ZOOM, 0.8, 12, 1.15],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['-', 0, ['get', 'rank']],
  },
});
