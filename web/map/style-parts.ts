import type { ExpressionSpecification } from 'maplibre-gl';
import { GOODS_FAMILIES, type Palette } from '../../shared/drawing/palette.ts';
import { DASHES, GROWTH, type Stroke } from '../../shared/drawing/scales.ts';

/** A size of zoom 7 (a property's name, or an expression), scaled with the zoom. */
export function grow(size: string | number | ExpressionSpecification, extra = 0): ExpressionSpecification {
  const value = typeof size === 'string' ? ['get', size] : size;
  const stops = GROWTH.flatMap(([zoom, factor]) => [zoom, ['+', ['*', factor, value], extra]]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** Is this property that value? */
export const is = (name: string, value: string | boolean): ExpressionSpecification => [
  '==',
  ['get', name],
  value,
];
/** A port that is drawn by itself, not as one of several. */
export const single: ExpressionSpecification = ['==', ['get', 'ports'], 1];
/** Drawn only from the zoom its rank allows: the guard against a hairball. */
export const ranked: ExpressionSpecification = ['<=', ['get', 'from'], ['zoom']];

/** The dash pattern of a stroke as paint; none for solid. */
export function dash(stroke: Stroke): { 'line-dasharray'?: number[] } {
  const pattern = DASHES[stroke];
  return pattern ? { 'line-dasharray': [...pattern] } : {};
}
/** Ends of a stroke's dashes: round makes dots of zero-length ones. */
export const cap = (stroke: Stroke): 'round' | 'butt' => (stroke === 'dashed' ? 'butt' : 'round');

/** Colour of a seizure's goods. */
export const goodsColor = (palette: Palette): ExpressionSpecification =>
  [
    'match',
    ['get', 'family'],
    ...GOODS_FAMILIES.filter((family) => family !== 'other').flatMap((family) => [
      family,
      palette.goods[family],
    ]),
    palette.goods.other,
  ] as unknown as ExpressionSpecification;
