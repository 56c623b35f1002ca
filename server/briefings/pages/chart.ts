import type { PeriodRow } from '../../../shared/briefing.ts';
import { goodsFamily, GOODS_FAMILIES, LIGHT, type GoodsFamily } from '../../../shared/drawing/palette.ts';
import { fill, formatNumber } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { FIGURE_WORDS } from '../words/figure.ts';
import { CONTENT_WIDTH, ensure, INK, PAGE, type Sheet } from './sheet.ts';
import { drawLine, STYLES, widthOf } from './text.ts';

/** A bar: seizures of one period by the colour they are drawn in. */
interface Bar {
  readonly period: string;
  readonly parts: ReadonlyMap<GoodsFamily, number>;
  readonly total: number;
}

/** More months than that are drawn as years. Our choice: the narrowest bar that is seen on paper. */
const MOST_BARS = 60;
const HEIGHT = 92;
const AXIS = 24;

/** Every year, or every month, from the first to the last: a period without a seizure has its place too. */
export function periodsBetween(first: string, last: string): string[] {
  const step = (period: string): string => {
    const [year = 0, month] = period.split('-').map(Number);
    if (month === undefined) return String(year + 1);
    return month === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(month + 1).padStart(2, '0')}`;
  };
  const all = [first];
  while ((all.at(-1) ?? last) < last && all.length < 5_000) all.push(step(all.at(-1) ?? last));
  return all;
}

function barsOf(rows: readonly PeriodRow[]): Bar[] {
  const dated = rows.flatMap(({ period, ...row }) => (period === null ? [] : [{ ...row, period }]));
  const months = new Set(dated.map(({ period }) => period));
  const byYear = months.size > 0 && [...months].some((period) => period.length === 4);
  const length = byYear || spanOf(dated.map(({ period }) => period)).length > MOST_BARS ? 4 : 7;
  const sums = new Map<string, Map<GoodsFamily, number>>();
  for (const row of dated) {
    const period = row.period.slice(0, length);
    const parts = sums.get(period) ?? new Map<GoodsFamily, number>();
    const family = goodsFamily([row.commodity]);
    sums.set(period, parts.set(family, (parts.get(family) ?? 0) + row.seizures));
  }
  return spanOf([...sums.keys()]).map((period) => {
    const parts = sums.get(period) ?? new Map<GoodsFamily, number>();
    return { period, parts, total: [...parts.values()].reduce((sum, count) => sum + count, 0) };
  });
}

function spanOf(periods: readonly string[]): string[] {
  const sorted = [...periods].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? [] : periodsBetween(first, last);
}

/** The next of 1, 2, 5, 10, 20, 50 … that is at least a third of the top: two or three lines across. */
function tickStep(top: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, top / 3)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= top / 3) ?? 10;
  return Math.max(1, step * power);
}

/** Seizures by period and goods as stacked bars, with their scale and key; nothing where no period is stated. */
export function drawBars(sheet: Sheet, rows: readonly PeriodRow[]): void {
  const bars = barsOf(rows);
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return;
  ensure(sheet, HEIGHT + AXIS + 24);
  const { language } = sheet.briefing.spec;
  const alt = fill(PAGE_WORDS[language].dossier.chartAlt, { from: first.period, to: last.period });
  const top = sheet.y;
  const bbox = [PAGE.left, top, PAGE.left + CONTENT_WIDTH, top + HEIGHT + AXIS + 16];
  // The typings do not know of placement yet.
  const options = { alt, bbox, placement: 'Block' };
  const figure = sheet.doc.struct('Figure', options, () => {
    drawKey(sheet, bars);
    drawScale(sheet, bars, top + 16);
  });
  sheet.root.add(figure);
  sheet.y = top + HEIGHT + AXIS + 18;
}

/** A square and a word for each colour that is drawn. */
function drawKey(sheet: Sheet, bars: readonly Bar[]): void {
  const words = FIGURE_WORDS[sheet.briefing.spec.language].goods;
  let x: number = PAGE.left;
  for (const family of GOODS_FAMILIES.filter((one) => bars.some(({ parts }) => parts.has(one)))) {
    sheet.doc.rect(x, sheet.y + 2, 6, 6).fill(LIGHT.goods[family]);
    drawLine(sheet, words[family], STYLES.small, { x: x + 9, y: sheet.y });
    x += widthOf(sheet, words[family], STYLES.small) + 22;
  }
}

function drawScale(sheet: Sheet, bars: readonly Bar[], top: number): void {
  const { language } = sheet.briefing.spec;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const step = tickStep(most);
  const ceiling = Math.ceil(most / step) * step;
  const left = PAGE.left + 24;
  const bottom = top + HEIGHT;
  for (let tick = 0; tick <= ceiling; tick += step) {
    const y = bottom - (tick / ceiling) * (HEIGHT - 8);
    sheet.doc
      .moveTo(left, y)
      .lineTo(PAGE.left + CONTENT_WIDTH, y)
      .lineWidth(0.4)
      .strokeColor(tick === 0 ? INK.quiet : INK.hair)
      .stroke();
    drawLine(sheet, formatNumber(language, tick), STYLES.small, {
      x: PAGE.left,
      y: y - STYLES.small.leading / 2,
      width: 20,
      align: 'right',
    });
  }
  const room = (CONTENT_WIDTH - 24) / bars.length;
  bars.forEach((bar, index) => {
    drawBar(sheet, bar, { x: left + index * room, room, bottom, unit: (HEIGHT - 8) / ceiling });
  });
  drawPeriods(sheet, bars, left, room, bottom);
}

function drawBar(
  sheet: Sheet,
  bar: Bar,
  at: { readonly x: number; readonly room: number; readonly bottom: number; readonly unit: number },
): void {
  const width = Math.min(22, at.room * 0.7);
  let y = at.bottom;
  for (const family of GOODS_FAMILIES) {
    const height = (bar.parts.get(family) ?? 0) * at.unit;
    y -= height;
    if (height > 0) sheet.doc.rect(at.x + (at.room - width) / 2, y, width, height).fill(LIGHT.goods[family]);
  }
}

/** As many periods named as have room, evenly, the first always. */
function drawPeriods(sheet: Sheet, bars: readonly Bar[], left: number, room: number, bottom: number): void {
  const widest = Math.max(...bars.map(({ period }) => widthOf(sheet, period, STYLES.small)));
  const every = Math.max(1, Math.ceil((widest + 14) / room));
  bars.forEach(({ period }, index) => {
    if (index % every !== 0) return;
    const width = widthOf(sheet, period, STYLES.small);
    const x = Math.min(left + index * room + (room - width) / 2, PAGE.left + CONTENT_WIDTH - width);
    drawLine(sheet, period, STYLES.small, { x, y: bottom + 3 });
  });
}
