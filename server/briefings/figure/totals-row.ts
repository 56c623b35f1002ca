import type { ReconciliationRow } from '../../../shared/briefing.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import type { TotalWords } from '../words/totals-rows.ts';
import { linePath, path, rectPath, text, type Item, type Point, type Rect } from './drawing.ts';
import { shorten } from './text.ts';
import { cell, LEAST, sized, SPACE, type Columns, type TotalsLook } from './totals-columns.ts';

/**
 * The bar of a row: outlined what was published, filled what is loaded, both on the row's own scale. "Over" is open at
 * its right and goes on in dashes; "about" ends in dashes. Where no case tells the number there is no bar.
 */
function drawBar(
  row: ReconciliationRow,
  { x, width }: Pick<Rect, 'x' | 'width'>,
  y: number,
  look: TotalsLook,
) {
  const { published, loaded, qualifier } = row;
  if (loaded === null) return [];
  const height = 8.4 * look.scale;
  const beyond = 12;
  const unit = (width - beyond) / Math.max(published, loaded, Number.MIN_VALUE);
  const [right, bottom] = [x + published * unit, y + height];
  const line = (points: readonly Point[], dash: readonly [number, number] | null = null): Item =>
    path('published', linePath(points), { stroke: look.ground.ink, width: 0.8, dash });
  const items: Item[] = [];
  if (loaded > 0)
    items.push(
      path('loaded', rectPath({ x, y, width: loaded * unit, height }), { fill: look.palette.voyage }),
    );
  items.push(
    line([
      [right, y],
      [x, y],
      [x, bottom],
      [right, bottom],
    ]),
  );
  const end: Point[] = [
    [right, y],
    [right, bottom],
  ];
  if (qualifier === 'exactly') items.push(line(end));
  else if (qualifier === 'about') items.push(line(end, [1.4, 1.4]));
  else
    for (const edge of [y, bottom])
      items.push(
        line(
          [
            [right + 2, edge],
            [right + beyond, edge],
          ],
          [2, 2],
        ),
      );
  return items;
}

/** Names of the columns; over the bars, how the two amounts are drawn. */
export function drawHeads(columns: Columns, y: number, look: TotalsLook): Item[] {
  const { column } = PAGE_WORDS[look.language];
  const size = sized(6.8, look.scale);
  const dim = look.ground.dim;
  const sign = { width: size, height: size * 0.72 };
  const [left, right] = [columns.bar.x, columns.bar.x + columns.bar.width + SPACE];
  const key = (x: number, words: string): Item =>
    cell(look, words, { x: x + sign.width + 3, width: right - x - sign.width - 3 }, y, { size, fill: dim });
  const next = left + 2 * sign.width + 6 + look.measure(column.published, size, 'regular');
  const box = (x: number) => rectPath({ x, y: y - sign.height, ...sign });
  return [
    cell(look, column.item, columns.item, y, { size, fill: dim }),
    ...(['published', 'before', 'loaded', 'gap'] as const).map((name) =>
      cell(look, column[name], columns[name], y, { size, fill: dim, end: true }),
    ),
    path('legend', box(left), { stroke: look.ground.ink, width: 0.8 }),
    key(left, column.published),
    path('legend', box(next), { fill: look.palette.voyage }),
    key(next, column.loaded),
  ];
}

/** Where the second line of a row's words stands below its top; even the smallest letters stand apart. */
const secondAt = (scale: number): number => 11.5 * scale + Math.max(8 * scale, LEAST * 1.2);

/** How high a row is: where room is short, one without a second line is lower. */
export const rowHeight = ({ stating, beforeOperation }: TotalWords, scale: number): number =>
  stating === '' && beforeOperation === '' && scale < 0.8 ? 18 * scale : secondAt(scale) + 4.5 * scale;

/** One published total: its words, numbers and bar, under a thin rule. */
export function drawRow(
  row: ReconciliationRow,
  words: TotalWords,
  columns: Columns,
  top: number,
  look: TotalsLook,
): Item[] {
  const { language, measure, scale, ground } = look;
  const [y, under] = [top + 11.5 * scale, top + secondAt(scale)];
  const small = { size: sized(6.8, scale), fill: ground.dim };
  const number = { size: sized(11, scale), end: true } as const;
  const name = { size: sized(9, scale), face: 'regular', measure } as const;
  const item = shorten(words.item, columns.item.width - 16, name);
  const mark = columns.item.x + measure(item, name.size, name.face) + 3;
  const gap = { size: sized(8, scale), end: true, fill: row.gap === null ? ground.dim : ground.ink };
  return [
    path(
      'frame',
      linePath([
        [columns.item.x, top],
        [columns.item.x + columns.table, top],
      ]),
      {
        stroke: ground.rule,
        width: 0.5,
      },
    ),
    cell(look, item, columns.item, y, { size: name.size }),
    text('text', `[${words.source}]`, [mark, y], { size: LEAST, fill: ground.dim }),
    cell(look, words.stating, columns.item, under, small),
    cell(look, words.published, columns.published, y, { ...number, face: 'semibold' }),
    cell(look, words.before, columns.before, y, number),
    cell(look, words.beforeOperation, columns.before, under, { ...small, end: true }),
    ...drawBar(row, columns.bar, top + 3.4 * scale, look),
    words.loaded === null
      ? cell(look, PAGE_WORDS[language].dossier.notStated, columns.loaded, y, { ...small, end: true })
      : cell(look, words.loaded, columns.loaded, y, {
          ...number,
          face: 'semibold',
          fill: look.palette.voyage,
        }),
    cell(look, words.gap, columns.gap, y, gap),
  ].filter((one) => one.kind !== 'text' || one.text !== '');
}
