import type { Palette } from '../../../shared/drawing/palette.ts';
import type { FigureWords } from '../words/figure.ts';
import { linePath, path, rectPath, text, ringPath, type Item, type Point } from './drawing.ts';
import { middleLatitude, type View } from './projection.ts';

/** Steps of the graticule, degrees: whole ones, then 30, 20, 10, 5, 2 and 1 minutes. */
const STEPS = [30, 20, 10, 5, 2, 1, 1 / 2, 1 / 3, 1 / 6, 1 / 12, 1 / 30, 1 / 60];
/** The least distance between two lines of the graticule, units. */
const APART = 62;

/** The finest step of the graticule at which its lines stand far enough apart, degrees. */
export const graticuleStep = (unitsPerDegree: number): number =>
  STEPS.filter((step) => step * unitsPerDegree >= APART).at(-1) ?? 30;

/** An angle as on charts: `15°N`, `18°30′N`, `60°W`; the equator and the meridian of Greenwich have no letter. */
export function degreeText(value: number, positive: string, negative: string): string {
  const minutes = Math.round(Math.abs(value) * 60);
  const [degrees, rest] = [Math.floor(minutes / 60), minutes % 60];
  const letter = minutes === 0 ? '' : value > 0 ? positive : negative;
  return `${degrees}°${rest === 0 ? '' : `${String(rest).padStart(2, '0')}′`}${letter}`;
}

/** Multiples of a step within a range. */
function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first;
  return Array.from({ length: Math.max(0, count + 1) }, (_, i) => (first + i) * step);
}

/** Where the lines of the graticule run. */
export function graticule(view: View): { longitudes: number[]; latitudes: number[] } {
  const [west, south, east, north] = view.bounds;
  const step = graticuleStep(view.worldWidth / 360);
  return { longitudes: multiples(west, east, step), latitudes: multiples(south, north, step) };
}

/** The lines of the graticule within the view. */
export function drawGraticule(view: View, palette: Palette): Item {
  const { x, y, width, height } = view.rect;
  const { longitudes, latitudes } = graticule(view);
  const lines: Point[][] = [
    ...longitudes.map((at): Point[] => {
      const [px] = view.at([at, 0]);
      return [
        [px, y],
        [px, y + height],
      ];
    }),
    ...latitudes.map((at): Point[] => {
      const [, py] = view.at([view.bounds[0], at]);
      return [
        [x, py],
        [x + width, py],
      ];
    }),
  ];
  return path('graticule', lines.map(linePath).join(''), { stroke: palette.graticule, width: 0.5 });
}

/** How far the ticks of the frame stand out, units. */
const TICK = 3;
/** Letters of the graticule. */
const SIZE = 6.5;

/** The neat line with ticks and degrees outside it, on the left and below. */
export function drawNeatLine(view: View, palette: Palette, words: FigureWords, ink: string): Item[] {
  const { x, y, width, height } = view.rect;
  const { longitudes, latitudes } = graticule(view);
  const { north, south, east, west } = words.compass;
  const bottom = y + height;
  const ticks: string[] = [];
  const items: Item[] = [];
  for (const at of longitudes) {
    const [px] = view.at([at, 0]);
    if (px < x + 12 || px > x + width - 12) continue;
    ticks.push(
      linePath([
        [px, bottom],
        [px, bottom + TICK],
      ]),
    );
    const turned = at > 180 ? at - 360 : at < -180 ? at + 360 : at;
    const place: Point = [px, bottom + TICK + SIZE];
    items.push(
      text('frame', degreeText(turned, east, west), place, { anchor: 'middle', size: SIZE, fill: ink }),
    );
  }
  for (const at of latitudes) {
    const [, py] = view.at([view.bounds[0], at]);
    if (py < y + 14 || py > bottom - 14) continue;
    ticks.push(
      linePath([
        [x - TICK, py],
        [x, py],
      ]),
    );
    const words = degreeText(at, north, south);
    items.push(
      text('frame', words, [x - TICK - 1.5, py], { anchor: 'middle', size: SIZE, fill: ink, rotate: -90 }),
    );
  }
  return [
    path('frame', rectPath(view.rect), { stroke: palette.coast, width: 0.9 }),
    path('frame', ticks.join(''), { stroke: palette.coast, width: 0.6 }),
    ...items,
  ];
}

const NICE = [1, 2, 5];
/** The longest round distance (1, 2 or 5 times a power of ten) that is at most `most`. */
export function roundDistance(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return (NICE.filter((step) => step * power <= most).at(-1) ?? 1) * power;
}

/** The latitude for which the scale bar is true, in words. */
export function scaleLatitude(view: View, words: FigureWords): string {
  const tenth = Math.round(middleLatitude(view) * 10) / 10;
  return degreeText(
    view.bounds[3] - view.bounds[1] > 3 ? Math.round(tenth) : tenth,
    words.compass.north,
    words.compass.south,
  );
}

/** An arrow to the north with its letter above; `at` is the middle of its foot. */
export function drawNorth([x, y]: Point, words: FigureWords, ink: string): Item[] {
  return [
    path(
      'frame',
      ringPath([
        [x, y - 15],
        [x + 4, y],
        [x, y - 3.5],
      ]),
      { fill: ink, stroke: ink, width: 0.6 },
    ),
    path(
      'frame',
      ringPath([
        [x, y - 15],
        [x - 4, y],
        [x, y - 3.5],
      ]),
      { stroke: ink, width: 0.6 },
    ),
    text('frame', words.compass.north, [x, y - 17], { anchor: 'middle', face: 'semibold', fill: ink }),
  ];
}
