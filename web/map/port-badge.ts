import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { paletteOf, type Palette } from '../../shared/drawing/palette.ts';
import { ICON_BOX, ICON_PATHS, ICON_STROKE, PORT_ICONS, type IconName } from './icons.ts';
import { pixels, sheet } from './paint.ts';
import { ranked, single } from './style-parts.ts';

/** From this zoom on a port shows its kind. */
export const BADGE_ZOOM = 7.5;
/** Side of a badge, px at size 1, and pixels of its image to one of the map. */
const BADGE_SIDE = 18;
export const BADGE_RATIO = 2;

/** Side of the icon on a badge, px. */
const ICON_SIDE = 11;

/** Strokes of an icon in the middle of a square of {@link BADGE_SIDE} px. */
export function strokeIcon(context: CanvasRenderingContext2D, icon: IconName): void {
  const factor = ICON_SIDE / ICON_BOX;
  context.save();
  context.translate((BADGE_SIDE - ICON_SIDE) / 2, (BADGE_SIDE - ICON_SIDE) / 2);
  context.scale(factor, factor);
  context.lineWidth /= factor;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(new Path2D(ICON_PATHS[icon]));
  context.restore();
}

/** An empty sheet of a badge's size; null in a browser that paints none. */
export const badgeSheet = (): CanvasRenderingContext2D | null => sheet(BADGE_SIDE, BADGE_SIDE, BADGE_RATIO);

const isPortIcon = (name: string): name is (typeof PORT_ICONS)[number] =>
  PORT_ICONS.some((icon) => icon === name);

/** A disc with the icon of a kind of port on it; null for a kind that has none. */
export function badgeImage(theme: string, kind: string): ImageData | null {
  const context = badgeSheet();
  if (!context || !isPortIcon(kind)) return null;
  const { port, ring } = paletteOf(theme === 'light' ? 'light' : 'dark');
  context.fillStyle = port;
  context.strokeStyle = ring;
  context.beginPath();
  context.arc(BADGE_SIDE / 2, BADGE_SIDE / 2, BADGE_SIDE / 2 - 1, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.lineWidth = ICON_STROKE / 1.1;
  strokeIcon(context, kind);
  return pixels(context);
}

/** Kinds of ports on their dots, the busier over the quieter; areas keep their open ring. */
export const portBadgeLayer = (palette: Palette): LayerSpecification => ({
  id: 'ports-badge',
  type: 'symbol',
  source: 'ports',
  minzoom: BADGE_ZOOM,
  filter: ['all', ['get', 'port'], single, ranked] as FilterSpecification,
  layout: {
    'icon-image': ['concat', `badge-${palette.theme}-`, ['get', 'kind']],
    'icon-size': ['interpolate', ['linear'], ['zoom'], BADGE_ZOOM, 0.8, 12, 1.15],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
    'symbol-sort-key': ['-', 0, ['get', 'rank']],
  },
});
