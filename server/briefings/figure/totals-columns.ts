import type { Palette } from '../../../shared/drawing/palette.ts';
import type { Language } from '../../../shared/languages.ts';
import { text, type Face, type Item, type Measure, type Point, type Rect } from './drawing.ts';
import type { Ground } from './surround.ts';
import { shorten } from './text.ts';

/** What decides how the totals are drawn. */
export interface TotalsLook {
  readonly language: Language;
  readonly palette: Palette;
  readonly ground: Ground;
  readonly measure: Measure;
  /** Of letters and rows; 1 is their usual size. */
  readonly scale: number;
}

/** The smallest letters of a figure, units. */
export const LEAST = 6.5;
/** A size of letters at a scale, never below the smallest. */
export const sized = (size: number, scale: number): number => Math.max(LEAST, size * scale);
/** Between two columns. */
export const SPACE = 10;
/** Widths of the columns as parts of the table; the bars have the rest. */
const PARTS = { item: 0.225, published: 0.13, before: 0.085, loaded: 0.09, gap: 0.17 } as const;
/** The part of the sheet's width that remarks have: smaller letters of the table leave them more. */
const remarksPart = (scale: number): number => 0.24 + Math.max(0, 1 - scale) * 0.4;

/** Where the columns of a table stand: left edges and widths. */
export function columnsOf({ x, width }: Pick<Rect, 'x' | 'width'>, scale: number) {
  const remarks = width * remarksPart(scale);
  const table = width - remarks - 2 * SPACE;
  const wide = (part: keyof typeof PARTS): number => table * PARTS[part];
  const bar = table * (1 - Object.values(PARTS).reduce((sum, part) => sum + part, 0)) - 5 * SPACE;
  const widths = [wide('item'), wide('published'), wide('before'), bar, wide('loaded'), wide('gap')];
  const at = (column: number): Pick<Rect, 'x' | 'width'> => ({
    x: x + widths.slice(0, column).reduce((sum, one) => sum + one + SPACE, 0),
    width: widths[column] ?? 0,
  });
  return {
    ...{ item: at(0), published: at(1), before: at(2), bar: at(3), loaded: at(4), gap: at(5) },
    ...{ table, remarks: { x: x + table + 2 * SPACE, width: remarks } },
  };
}
export type Columns = ReturnType<typeof columnsOf>;

/** A column's words as large as asked for, or as fits; at their start or end. */
export function cell(
  look: TotalsLook,
  words: string,
  column: Pick<Rect, 'x' | 'width'>,
  y: number,
  style: { readonly size: number; readonly face?: Face; readonly fill?: string; readonly end?: boolean },
): Item {
  const { measure, ground } = look;
  const { size, face = 'regular', fill = ground.ink, end = false } = style;
  const fitted = Math.max(LEAST, Math.min(size, (size * column.width * 0.999) / measure(words, size, face)));
  const at: Point = [end ? column.x + column.width : column.x, y];
  const said = shorten(words, column.width, { size: fitted, face, measure });
  return text('text', said, at, { size: fitted, face, fill, anchor: end ? 'end' : 'start' });
}
