import type { Briefing, ReconciliationRow } from '../../../shared/briefing.ts';
import { paletteOf } from '../../../shared/drawing/palette.ts';
import { aboutWords, itemWords, publishedWords, sourceWords, undrawnWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { fill, formatNumber, MARKING_TEXT, plural } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { TOTALS_WORDS } from '../words/totals.ts';
import { scopeWords, sourcesOf } from '../words/totals-rows.ts';
import { path, rectPath, type Drawing, type Item, type Measure, type Rect } from './drawing.ts';
import { BAR, FOOTER_LINE, headHeight, MARGIN, SHEETS, titleWidth } from './layout.ts';
import { drawMarking, drawRule, drawWords, GROUNDS, unbroken, type Lines } from './surround.ts';
import { wrap } from './text.ts';
import { drawOperation } from './totals-block.ts';
import type { TotalsLook } from './totals-columns.ts';

/** Scale at which the smallest letters are as small as they may be. */
const LAST = 0.72;
/** Letters and rows are as large as there is room for. */
const SCALES = [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.76, LAST];
/** Between two operations, and between title, totals and footer; units. */
const GAP = 10;

/**
 * Draws published totals beside loaded cases: a block for each operation, the sources of its numbers below, and around
 * them what every figure has. The same briefing gives the same drawing. Letters get smaller until all totals have
 * room; where not even the smallest have, the last totals are left out, and the figure says how many.
 *
 * @param measure  width of a text; decides where lines break
 */
export function drawTotals(briefing: Briefing, measure: Measure): Drawing {
  const { spec, reconciliation } = briefing;
  const title = titleOf(briefing);
  const [palette, ground] = [paletteOf(spec.theme), GROUNDS[spec.theme]];
  const { width, height, pxPerUnit, dotsPerInch } = SHEETS[spec.size];
  const sheet = { x: 0, y: 0, width: width / pxPerUnit, height: height / pxPerUnit };
  const attempt = (count: number, scale: number) => {
    const rows = reconciliation.slice(0, count);
    const lines = linesOf(briefing, rows, measure);
    const places = placesOf(sheet, lines);
    const look = { language: spec.language, palette, ground, measure, scale };
    const { items, height: high } = drawOperations(rows, places.body, look);
    const fits = high <= places.body.height;
    return { lines, places, items, fits };
  };
  let drawn = attempt(reconciliation.length, SCALES[0] ?? 1);
  for (const scale of SCALES.slice(1)) if (!drawn.fits) drawn = attempt(reconciliation.length, scale);
  if (!drawn.fits) {
    let [low, high] = [1, reconciliation.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (attempt(middle, LAST).fits) low = middle;
      else high = middle - 1;
    }
    drawn = attempt(low, LAST);
  }
  const { lines, places, items } = drawn;
  return {
    ...{ width: sheet.width, height: sheet.height, pixels: { width, height }, dotsPerInch },
    ...{ language: spec.language, title, description: describe(briefing, title) },
    ...{ dataArea: places.body, labels: [] },
    items: [
      path('ground', rectPath(sheet), { fill: ground.ground }),
      ...drawWords(lines, places, ground),
      ...items,
      drawRule({ footer: places.footer, column: places.footer }, ground),
      ...drawMarking(briefing, sheet),
    ],
  };
}

const titleOf = ({ spec }: Briefing): string => clean(spec.title ?? '') || TOTALS_WORDS[spec.language].title;

/** Title, every total with what is loaded of it, marking and code: for who cannot see the figure. */
function describe({ spec, about, reconciliation }: Briefing, title: string): string {
  const { column, dossier } = PAGE_WORDS[spec.language];
  const totals = reconciliation.map((row) => {
    const loaded = row.loaded === null ? dossier.notStated : formatNumber(spec.language, row.loaded, 1);
    return `${clean(row.operation)}, ${itemWords(spec.language, row.item)}: ${column.published} ${publishedWords(spec.language, row)}, ${column.loaded} ${loaded}`;
  });
  return [title, ...totals, MARKING_TEXT[about.marking], about.code].join('. ');
}

/** All words around the totals, set in lines; the sources are those of the totals that are drawn. */
function linesOf(briefing: Briefing, rows: readonly ReconciliationRow[], measure: Measure): Lines {
  const { spec, reconciliation } = briefing;
  const words = TOTALS_WORDS[spec.language];
  const { limit } = PAGE_WORDS[spec.language];
  const own = clean(spec.subtitle ?? '');
  const scope = scopeWords(briefing);
  const wide = titleWidth(spec.size);
  const footer = (line: string): string[] => wrap(line, wide, 3, { size: 6.5, face: 'regular', measure });
  // Sources may be longer than there is room for; code and run stand beside them, or below, and are never cut.
  const about = (): string[] => {
    const [sources, rest] = [sourceWords(briefing), aboutWords(briefing).map(unbroken).join(' · ')];
    const both = footer(`${sources} · ${rest}`);
    return both.some((one) => one.endsWith('…')) ? [...footer(sources), ...footer(rest)] : both;
  };
  const missing = reconciliation.length - rows.length;
  const left = plural(spec.language, missing, words.leftOut);
  return {
    title: wrap(titleOf(briefing), wide, 2, { size: 17, face: 'semibold', measure }),
    subtitle: wrap(own === '' ? scope : own, wide, 1, { size: 8.5, face: 'regular', measure }),
    footer: [
      ...(missing === 0
        ? []
        : footer(fill(left, { of: formatNumber(spec.language, reconciliation.length) }))),
      ...sourcesOf(rows).flatMap((source, i) => footer(`[${String(i + 1)}] ${source}`)),
      ...footer(`${words.readBars} ${words.readLoaded}`),
      ...(rows.some(({ gap }) => gap !== null && gap > 0) ? footer(limit.gap) : []),
      ...undrawnWords(briefing).flatMap(footer),
      ...(own === '' ? [] : footer(scope)),
      ...about(),
    ],
  };
}

/** Title at the top, the footer at the bottom, the totals between them. */
function placesOf(sheet: Rect, lines: Lines): Record<'title' | 'body' | 'footer', Rect> {
  const [x, width] = [MARGIN, sheet.width - 2 * MARGIN];
  const title = { x, y: BAR + 9, width, height: headHeight(lines.title.length, lines.subtitle.length) };
  const high = 10 + lines.footer.length * FOOTER_LINE;
  const footer = { x, y: sheet.height - BAR - 6 - high, width, height: high };
  const top = title.y + title.height + GAP;
  return { title, body: { x, y: top, width, height: footer.y - GAP / 2 - top }, footer };
}

/** A block for each operation, one below the other. */
function drawOperations(
  rows: readonly ReconciliationRow[],
  body: Rect,
  look: TotalsLook,
): { items: Item[]; height: number } {
  const sources = sourcesOf(rows);
  const items: Item[] = [];
  let y = body.y;
  for (const operation of new Set(rows.map((row) => row.operation))) {
    const own = rows.filter((row) => row.operation === operation);
    const block = drawOperation(own, sources, { x: body.x, y, width: body.width }, look);
    items.push(...block.items);
    y += block.height + GAP;
  }
  return { items, height: y - GAP - body.y };
}
