import type { ReconciliationRow } from '../../../shared/briefing.ts';
import { clean } from '../words/clean.ts';
import { plural } from '../words/format.ts';
import { TOTALS_WORDS } from '../words/totals.ts';
import { remarksOf, totalWords } from '../words/totals-rows.ts';
import { text, type Item, type Rect } from './drawing.ts';
import { shorten, wrap } from './text.ts';
import { cell, columnsOf, sized, SPACE, type TotalsLook } from './totals-columns.ts';
import { drawHeads, drawRow, rowHeight } from './totals-row.ts';

/** Heights at scale 1, units: of the operation's name, and the heads of the columns. */
const HEIGHT = { name: 19, heads: 12 } as const;
/** The most lines of one remark; our choice, three times what the longest of the public totals has. */
const MOST_LINES = 9;

/**
 * One operation: its name and how many cases are loaded, a row for each published total, and at its right what must be
 * known of them.
 *
 * @param rows     of one operation, in order
 * @param sources  where all of the figure's numbers were published, as they are numbered
 * @param box      where it begins and how wide it is
 */
export function drawOperation(
  rows: readonly ReconciliationRow[],
  sources: readonly string[],
  box: Pick<Rect, 'x' | 'y' | 'width'>,
  look: TotalsLook,
): { readonly items: Item[]; readonly height: number } {
  const { language, measure, scale, ground } = look;
  const columns = columnsOf(box, scale);
  const name = { size: 12 * scale, face: 'semibold', measure } as const;
  const operation = shorten(clean(rows[0]?.operation ?? ''), columns.table * 0.6, name);
  const after = columns.item.x + measure(operation, name.size, name.face) + SPACE;
  const cases = plural(language, rows[0]?.cases ?? 0, TOTALS_WORDS[language].cases);
  const baseline = box.y + 13 * scale;
  const heads = box.y + (HEIGHT.name + 8) * scale;
  const top = box.y + (HEIGHT.name + HEIGHT.heads) * scale;
  const setting = { size: sized(7.2, scale), face: 'regular', measure } as const;
  const lead = setting.size * 1.32;
  const remarks = remarksOf(language, rows).flatMap((remark, i) => {
    const lines = wrap(remark, columns.remarks.width, MOST_LINES, setting);
    return i === 0 ? lines : ['', ...lines];
  });
  // An empty line between remarks is half as high as one with words.
  const below = remarks.map((_, i) =>
    remarks.slice(0, i + 1).reduce((y, line) => y + lead * (line ? 1 : 0.5), 0),
  );
  const drawn: Item[] = [];
  let y = top;
  for (const row of rows) {
    const words = totalWords(language, row, sources);
    drawn.push(...drawRow(row, words, columns, y, look));
    y += rowHeight(words, scale);
  }
  const items = [
    text('text', operation, [columns.item.x, baseline], {
      size: name.size,
      face: name.face,
      fill: ground.ink,
    }),
    cell(look, cases, { x: after, width: columns.item.x + columns.table - after }, baseline, {
      size: 8 * scale,
      fill: ground.dim,
    }),
    ...drawHeads(columns, heads, look),
    ...drawn,
    ...remarks.map((line, i) =>
      text('text', line, [columns.remarks.x, box.y + (HEIGHT.name - 4) * scale + (below[i] ?? 0)], {
        size: setting.size,
        fill: ground.ink,
      }),
    ),
  ].filter((one) => one.kind !== 'text' || one.text !== '');
  return { items, height: Math.max(y - box.y, (HEIGHT.name - 4) * scale + (below.at(-1) ?? 0) + 3) };
}
