/** A rectangle of the figure, px. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the parts of a figure stand; `unit` is 1 at 1920 px and scales letters and lines. */
export interface FigureLayout {
  readonly unit: number;
  readonly title: { readonly x: number; readonly y: number };
  readonly subtitle: { readonly x: number; readonly y: number };
  readonly map: Rect;
  readonly legend: Rect;
  /** Left end of the upper scale bar; the lower one and the note follow below, north stands to the right. */
  readonly scale: { readonly x: number; readonly y: number };
  /** First line of the sources; the others follow below. */
  readonly sources: { readonly x: number; readonly y: number; readonly lineHeight: number };
}

const MARGIN = 48;
const HEADER = 122;
const LEGEND_WIDTH = 330;
const SOURCE_LINE = 22;

/** Places title, map, legend and `sourceLines` lines of sources on a page of this size. */
export function figureLayout(width: number, height: number, sourceLines: number): FigureLayout {
  const unit = Math.min(width / 1920, height / 1080);
  const px = (value: number): number => Math.round(value * unit);
  const footer = px(36 + sourceLines * SOURCE_LINE);
  const map = {
    x: px(MARGIN + 10),
    y: px(HEADER + 16),
    width: width - px(MARGIN * 2 + LEGEND_WIDTH + 46),
    height: height - px(HEADER + 16) - footer - px(24),
  };
  return {
    unit,
    title: { x: px(MARGIN), y: px(64) },
    subtitle: { x: px(MARGIN), y: px(100) },
    map,
    legend: { x: map.x + map.width + px(36), y: map.y, width: px(LEGEND_WIDTH), height: map.height },
    scale: { x: map.x + map.width - px(390), y: map.y + map.height + px(30) },
    sources: { x: px(MARGIN), y: map.y + map.height + px(44), lineHeight: px(SOURCE_LINE) },
  };
}

const NICE = [1, 2, 5];

/** The longest round distance (1, 2 or 5 times a power of ten) that is at most `most`. */
export function roundDistance(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return (NICE.filter((step) => step * power <= most).at(-1) ?? 1) * power;
}

/** Circumference of the sphere that web maps use, m, over the 512 px of zoom 0. */
const METRES_PER_PX = 78271.517;

/** Kilometres on the ground of one px of the map, at this latitude and zoom. */
export const kmPerPx = (latitude: number, zoom: number): number =>
  (METRES_PER_PX * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom / 1000;
