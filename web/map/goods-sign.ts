import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { paletteOf, type Palette } from '../../shared/drawing/palette.ts';
import { COMMODITIES } from '../../shared/vocabulary.ts';
import type { GoodsSign } from './derive-seizures.ts';
import { ICON_STROKE } from './icons.ts';
import { pixels } from './paint.ts';
import { BADGE_ZOOM, badgeSheet, strokeIcon } from './port-badge.ts';

/** From this zoom on a seizure shows what was taken: as ports do, where the signs can be told apart. */
export const GOODS_ZOOM = BADGE_ZOOM;
/** All signs, in the order of the legend. */
export const GOODS_SIGNS = [...COMMODITIES, 'several'] as const satisfies readonly GoodsSign[];
/** Width of the halo that sets a sign off where it stands on no disc, px. */
const HALO = 2.6;
/** How far below the middle of an area its sign stands, px: clear of what may be in the middle. */
const BELOW = 16;

const isSign = (name: string): name is (typeof GOODS_SIGNS)[number] =>
  GOODS_SIGNS.some((sign) => sign === name);

/** The sign of some goods: to stand on a disc, or on a halo of its own; null for one that there is not. */
export function goodsImage(theme: string, on: 'disc' | 'halo', sign: string): ImageData | null {
  const context = badgeSheet();
  if (!context || !isSign(sign)) return null;
  const { halo, portText, ring } = paletteOf(theme === 'light' ? 'light' : 'dark');
  if (on === 'halo') {
    context.strokeStyle = halo;
    context.lineWidth = ICON_STROKE + HALO;
    strokeIcon(context, sign);
  }
  context.strokeStyle = on === 'halo' ? portText : ring;
  context.lineWidth = ICON_STROKE;
  strokeIcon(context, sign);
  return pixels(context);
}

/** An area keeps its sign for so many zooms: then it is 16 times as wide as at first, and its middle says nothing. */
export const AREA_ZOOMS = 4;
/** Has this place of seizures a sign here? A point always, if any of its goods are stated. */
export const signed: ExpressionSpecification = [
  'all',
  ['!=', ['get', 'sign'], ''],
  ['<', ['zoom'], ['+', AREA_ZOOMS, ['get', 'from']]],
];

/** Signs of goods where `filter` lets them: shapes of their own, so that none rests on its colour. */
export function goodsLayer(
  palette: Palette,
  on: 'disc' | 'halo',
  filter: ExpressionSpecification,
): LayerSpecification {
  return {
    id: on === 'disc' ? 'seizures-sign' : 'areas-sign',
    type: 'symbol',
    source: 'seizures',
    minzoom: GOODS_ZOOM,
    filter: ['all', signed, filter] as FilterSpecification,
    layout: {
      'icon-image': ['concat', `goods-${palette.theme}-${on}-`, ['get', 'sign']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], GOODS_ZOOM, 0.95, 12, 1.1],
      // What is known only to an area is not in its middle: there stand its number, and often a port.
      'icon-offset': on === 'disc' ? [0, 0] : [0, BELOW],
      'icon-allow-overlap': true,
      // Names keep off it.
      'icon-padding': 1,
      'symbol-sort-key': ['get', 'count'],
    },
  };
}
