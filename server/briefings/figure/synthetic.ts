import type { Palette } from '../../../shared/drawing/palette.ts';
import {
  holds,
  overlap,
  path,
  rectPath,
  text,
  type Item,
  type Measure,
  type Point,
  type Rect,
} from './drawing.ts';
import { RIBBON } from './legend.ts';

/** Letters of the ribbon, and the room around them; units. */
const SIZE = 8;
const PAD = { x: 7, y: 4 };
const INSET = 6;

/** The ribbon that says that data are synthetic: in the corner of the map with the fewest marks. */
export function ribbonBox(words: string, frame: Rect, marks: readonly Point[], measure: Measure): Rect {
  const width = measure(words, SIZE, 'bold') + 2 * PAD.x;
  const height = SIZE + 2 * PAD.y;
  const [left, right] = [frame.x + INSET, frame.x + frame.width - INSET - width];
  const [top, bottom] = [frame.y + INSET, frame.y + frame.height - INSET - height];
  const corners = [
    { x: left, y: top },
    { x: right, y: top },
    { x: left, y: bottom },
    { x: right, y: bottom },
  ].map((corner) => ({ ...corner, width, height }));
  const under = (box: Rect): number =>
    marks.filter(([x, y]) => holds(box, { x, y, width: 0, height: 0 })).length;
  const ranked = corners.map((box) => ({ box, count: under(box) })).sort((a, b) => a.count - b.count);
  return ranked[0]?.box ?? { x: left, y: top, width, height };
}

/** The ribbon itself. */
export const drawRibbon = (words: string, box: Rect): Item[] => [
  path('synthetic', rectPath(box), { fill: RIBBON.fill, stroke: RIBBON.ink, width: 0.7 }),
  text('synthetic', words, [box.x + box.width / 2, box.y + PAD.y + SIZE * 0.82], {
    anchor: 'middle',
    size: SIZE,
    face: 'bold',
    fill: RIBBON.ink,
  }),
];

/** Steps of the watermark, units. */
const STEP = { x: 190, y: 92 };
/** Words across the map, faint and under all data: where all of them are synthetic. */
export function drawWatermark(words: string, frame: Rect, palette: Palette): Item[] {
  const items: Item[] = [];
  for (let row = 0; row * STEP.y < frame.height + STEP.y; row++) {
    for (let column = -1; column * STEP.x < frame.width + STEP.x; column++) {
      const at: Point = [frame.x + (column + (row % 2) / 2) * STEP.x, frame.y + row * STEP.y + 30];
      const box = { x: at[0] - 80, y: at[1] - 40, width: 160, height: 80 };
      if (!overlap(box, frame)) continue;
      items.push(
        text('synthetic', words, at, {
          anchor: 'middle',
          size: 15,
          face: 'bold',
          fill: palette.landText,
          rotate: -24,
          opacity: 0.1,
        }),
      );
    }
  }
  return items;
}
