import type { FigureSize } from '../../../shared/briefing.ts';
import type { Rect } from './drawing.ts';

/** A size of figure: px, the px of one unit, and dots per inch of paper. */
interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pxPerUnit: number;
  readonly dotsPerInch: number | null;
}

/** Dots of paper to the inch, and units (points) to the inch. */
const DPI = 300;
const POINT = DPI / 72;

/**
 * Each size. A unit is a point of A4, so that the smallest letters (6.5) are 27 px there; A3 hangs farther away and
 * has letters a fifth larger; on a slide and a screen they are 14 px and 11 px.
 */
export const SHEETS: Readonly<Record<FigureSize, Sheet>> = {
  screen: { width: 1440, height: 900, pxPerUnit: 1.7, dotsPerInch: null },
  slide: { width: 1920, height: 1080, pxPerUnit: 2.15, dotsPerInch: null },
  a4: { width: 3508, height: 2480, pxPerUnit: POINT, dotsPerInch: DPI },
  a3: { width: 4961, height: 3508, pxPerUnit: POINT * 1.2, dotsPerInch: DPI },
};

/** Height of the bars of the marking, and the white around everything; units. */
export const BAR = 15;
export const MARGIN = 24;
/** Width of the column of the legend. */
export const COLUMN = 168;
const COLUMN_GAP = 16;
/** Room for the degrees left of the map and below it. */
const DEGREES = 11;

/** Where the parts of a figure stand, units. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly title: Rect;
  readonly map: Rect;
  readonly column: Rect;
  /** Below the map: words at its left, scale and north at its right. */
  readonly footer: Rect;
  readonly scale: Rect;
}

/** Width of the block of scale bar and north arrow. */
const SCALE = 166;

/** Height of the words above the map, of a title of so many lines and a subtitle of so many. */
export const headHeight = (titleLines: number, subtitleLines: number): number =>
  8 + titleLines * 21 + subtitleLines * 11;

/** Places title, map, legend and footer on a sheet; `footerLines` of words stand below the map. */
export function layoutOf(
  size: FigureSize,
  lines: { readonly title: number; readonly subtitle: number; readonly footer: number },
): Layout {
  const sheet = SHEETS[size];
  const [width, height] = [sheet.width / sheet.pxPerUnit, sheet.height / sheet.pxPerUnit];
  const title = {
    x: MARGIN,
    y: BAR + 9,
    width: width - 2 * MARGIN,
    height: headHeight(lines.title, lines.subtitle),
  };
  const top = title.y + title.height + 7;
  const footerHeight = Math.max(46, 8 + lines.footer * FOOTER_LINE);
  const footerTop = height - BAR - 9 - footerHeight;
  const map = {
    x: MARGIN + DEGREES,
    y: top,
    width: width - 2 * MARGIN - DEGREES - COLUMN - COLUMN_GAP,
    height: footerTop - DEGREES - top,
  };
  const right = map.x + map.width;
  return {
    width,
    height,
    title,
    map,
    column: { x: right + COLUMN_GAP, y: top, width: COLUMN, height: footerTop + footerHeight - top },
    footer: { x: MARGIN, y: footerTop, width: footerWidth(size), height: footerHeight },
    scale: { x: right - SCALE, y: footerTop, width: SCALE, height: footerHeight },
  };
}

/** Distance between lines of the footer. */
export const FOOTER_LINE = 9.2;

/** Width of the lines of the footer, which decides how many they are. */
export const footerWidth = (size: FigureSize): number => {
  const { width, pxPerUnit } = SHEETS[size];
  return width / pxPerUnit - 2 * MARGIN - COLUMN - COLUMN_GAP - SCALE - 14;
};

/** Width of the title. */
export const titleWidth = (size: FigureSize): number =>
  SHEETS[size].width / SHEETS[size].pxPerUnit - 2 * MARGIN;
