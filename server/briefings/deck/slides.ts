import type PptxGenJS from 'pptxgenjs';
import type { Briefing, SyntheticShare } from '../../../shared/briefing.ts';
import { LIGHT } from '../../../shared/drawing/palette.ts';
import {
  hotSpots,
  limitsOf,
  recurringWords,
  routesSynthetic,
  seizuresSynthetic,
  statementsOf,
  voyagesSynthetic,
} from '../statements.ts';
import { hotSpotRows, itemRows, routeCells } from '../table-rows.ts';
import { filterWords, markedHeading, markedRoute, placeWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { DECK_WORDS, type DeckWords } from '../words/deck.ts';
import { fill, formatNumber, listWords, plural } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { COLOR, drawFrame, fitted, FONT, SLIDE, SLIDE_WIDTH, type SlideAt } from './parts.ts';

/** Rows that a slide takes. Our choice. */
const ROWS = { routes: 8, spots: 7, items: 7 } as const;
const GAP = 0.35;

/** The claim, over the map and the few numbers it rests on. */
export function mapSlide(at: SlideAt, png: { readonly data: Buffer; readonly ratio: number }): void {
  const { slide, briefing, measure } = at;
  const { language } = briefing.spec;
  const title = clean(briefing.spec.title ?? '') || claimOf(briefing);
  drawFrame(at, title);
  const room = { width: 9.5, height: SLIDE.bottom - SLIDE.top };
  const width = Math.min(room.width, room.height * png.ratio);
  const alt = fill(PAGE_WORDS[language].mapAlt, { title: claimOf(briefing), what: filterWords(briefing) });
  slide.addImage({
    data: `image/png;base64,${png.data.toString('base64')}`,
    x: SLIDE.left,
    y: SLIDE.top,
    w: width,
    h: width / png.ratio,
    altText: alt,
    objectName: 'Map',
  });
  const x = SLIDE.left + width + GAP;
  const facts = factsOf(briefing);
  const step = (SLIDE.bottom - SLIDE.top) / facts.length;
  facts.forEach(({ number, words, mark }, index) => {
    const w = SLIDE.width - SLIDE.left - x;
    slide.addText(
      [
        { text: number, options: { fontSize: 28, bold: true, color: COLOR.accent, breakLine: true } },
        {
          text: fitted(words, { width: w, lines: 2, size: 12 }, measure),
          options: { fontSize: 12, color: COLOR.text, breakLine: mark !== null },
        },
        ...(mark === null
          ? []
          : [{ text: mark, options: { fontSize: 12, bold: true, color: COLOR.warning } }]),
      ],
      { x, y: SLIDE.top + index * step, w, h: step, margin: 0, valign: 'top', fontFace: FONT },
    );
  });
}

function claimOf(briefing: Briefing): string {
  const { language } = briefing.spec;
  const best = briefing.routes.find(({ recurs }) => recurs);
  if (!best || briefing.routesTotal.recurring === 0) return recurringWords(briefing);
  return fill(DECK_WORDS[language].claim, {
    recur: plural(language, briefing.routesTotal.recurring, PAGE_WORDS[language].count.recur),
    route: markedRoute(language, best),
  });
}

/** A large number, what it counts, and how much of that is synthetic. */
interface Fact {
  readonly number: string;
  readonly words: string;
  readonly mark: string | null;
}

function factsOf(briefing: Briefing): Fact[] {
  const { spec, routesTotal, routes, spots, about } = briefing;
  const { language } = spec;
  const { fact } = DECK_WORDS[language];
  const seizures = seizuresSynthetic(briefing);
  const share = (recurs: boolean): SyntheticShare =>
    routesSynthetic(routes.filter((route) => route.recurs === recurs));
  const hot = spots.filter((spot) => spot.class === 'hot').length;
  const facts = [
    [routesTotal.recurring, fact.recur, share(true)],
    [routesTotal.once, fact.once, share(false)],
    [hot, fact.cells, seizures],
    [about.events.seizures, fact.seizures, seizures],
    [about.events.voyages, fact.voyages, voyagesSynthetic(briefing)],
  ] as const;
  const { mark } = PAGE_WORDS[language];
  return facts.map(([count, words, synthetic]) => ({
    number: formatNumber(language, count),
    words: plural(language, count, words),
    mark: synthetic === 'none' ? null : mark[synthetic],
  }));
}

const headCell = (text: string, align: 'left' | 'right'): PptxGenJS.TableCell => ({
  text,
  options: {
    align,
    bold: true,
    color: COLOR.quiet,
    fontSize: 10,
    valign: 'bottom',
    border: [NONE, NONE, { type: 'solid', pt: 1, color: COLOR.quiet }, NONE],
  },
});
const NONE: PptxGenJS.BorderProps = { type: 'none' };
const cell = (text: string, align: 'left' | 'right'): PptxGenJS.TableCell => ({
  text,
  options: { align, border: [NONE, NONE, { type: 'solid', pt: 0.5, color: COLOR.hair }, NONE] },
});

interface Column {
  readonly head: string;
  /** Inches. */
  readonly width: number;
  readonly align?: 'right';
  readonly lines?: number;
}

/** Points. */
const SIZE = 12;

/** A native table; what would not fit its cell is cut, for a slide does not grow. */
function drawTable(
  { slide, measure }: SlideAt,
  place: { readonly x: number; readonly y: number; readonly name: string; readonly rowHeight: number },
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): void {
  const cells = rows.map((row) =>
    columns.map(({ width, align, lines = 1 }, index) =>
      cell(fitted(row[index] ?? '', { width: width - 0.16, lines, size: SIZE }, measure), align ?? 'left'),
    ),
  );
  slide.addTable([columns.map(({ head, align }) => headCell(head, align ?? 'left')), ...cells], {
    x: place.x,
    y: place.y,
    w: columns.reduce((sum, { width }) => sum + width, 0),
    colW: columns.map(({ width }) => width),
    rowH: place.rowHeight,
    margin: [0.04, 0.06, 0.04, 0.06],
    fontFace: FONT,
    fontSize: SIZE,
    color: COLOR.text,
    valign: 'middle',
    objectName: place.name,
  });
}

function say(
  { slide }: SlideAt,
  text: string,
  place: { x: number; y: number; w: number; h: number },
  size = 12,
): void {
  slide.addText(text, {
    ...place,
    margin: 0,
    valign: 'top',
    fontFace: FONT,
    fontSize: size,
    color: COLOR.text,
  });
}

/** The best supported routes as a table and as bars. */
export function routesSlide(at: SlideAt): void {
  const { slide, briefing } = at;
  const { language } = briefing.spec;
  const { column, none } = PAGE_WORDS[language];
  const words = DECK_WORDS[language];
  const routes = briefing.routes.slice(0, ROWS.routes);
  if (routes.length === 0) {
    drawFrame(at, none.routes);
    say(at, statementsOf(briefing).join('\n'), { x: SLIDE.left, y: SLIDE.top, w: SLIDE_WIDTH, h: 4 });
    return;
  }
  const strong = routes.filter(({ legsModel }) => legsModel !== null && legsModel.q < 0.01).length;
  const madeUp = routes.filter(({ synthetic }) => synthetic === 'all').length;
  const surprising = fill(plural(language, strong, words.surprising), {
    of: formatNumber(language, routes.length),
  });
  drawFrame(at, madeUp === 0 ? surprising : surprising + plural(language, madeUp, words.madeUp));
  const rows = routes.map((route, index) => [String(index + 1), ...routeCells(language, route)]);
  const columns = [
    { head: '', width: 0.34, align: 'right' },
    { head: column.route, width: 3.76, lines: 2 },
    { head: column.support, width: 1.0, align: 'right', lines: 2 },
    { head: column.seizuresVoyages, width: 1.05, align: 'right' },
    { head: column.expected, width: 0.86, align: 'right' },
    { head: column.chance, width: 1.79, lines: 2 },
  ] as const;
  drawTable(at, { x: SLIDE.left, y: SLIDE.top, name: 'Routes', rowHeight: 0.54 }, columns, rows);
  // The first of a chart is drawn lowest; the first of a table stands highest.
  const bars = [...routes.keys()].reverse();
  const series = {
    name: words.chart,
    labels: bars.map((index) => String(index + 1)),
    values: bars.map((index) => routes[index]?.effectiveSupport ?? 0),
  };
  slide.addChart('bar', [series], chartOptions(words));
}

/** How the bars look, and where they stand. */
function chartOptions(words: DeckWords): PptxGenJS.IChartOpts {
  const x = SLIDE.left + 8.8 + GAP;
  return {
    x,
    y: SLIDE.top,
    w: SLIDE.width - SLIDE.left - x,
    h: SLIDE.bottom - SLIDE.top,
    barDir: 'bar',
    barGapWidthPct: 60,
    chartColors: [LIGHT.voyage.slice(1).toUpperCase()],
    valAxisHidden: true,
    valGridLine: { style: 'none' },
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 11,
    catAxisLabelColor: COLOR.text,
    showValue: true,
    dataLabelFontFace: FONT,
    dataLabelFontSize: 11,
    dataLabelColor: COLOR.text,
    dataLabelFormatCode: '0.#',
    showTitle: true,
    title: words.chart,
    titleFontFace: FONT,
    titleFontSize: 12,
    titleColor: COLOR.quiet,
    showLegend: false,
    altText: words.chartAlt,
    objectName: 'Support',
  };
}

/** Where seizures cluster, what an operation published beside what is loaded, and what the numbers cannot say. */
export function spotsSlide(at: SlideAt): void {
  const { briefing, measure } = at;
  const { language } = briefing.spec;
  const { column, heading, none, say: sentences } = PAGE_WORDS[language];
  const spots = hotSpots(briefing.spots);
  const named = [...new Set(spots.map((spot) => placeWords(language, spot)))].slice(0, 3);
  const title =
    named.length === 0
      ? sentences.noCluster
      : fill(DECK_WORDS[language].clusters, { places: listWords(language, named) });
  drawFrame(at, title);
  const left = 5.75;
  const right = SLIDE.left + left + GAP;
  const rightWidth = SLIDE.width - SLIDE.left - right;
  heading2(at, markedHeading(language, heading.spots, seizuresSynthetic(briefing)), SLIDE.left, left);
  const rows = hotSpotRows(language, spots.slice(0, ROWS.spots));
  if (rows.length === 0) say(at, none.spots, { x: SLIDE.left, y: SLIDE.top + 0.35, w: left, h: 0.6 });
  else {
    const columns = [
      { head: column.near, width: 2.4, lines: 2 },
      { head: column.seizures, width: 1.15, align: 'right' },
      { head: 'q', width: 0.95 },
      { head: column.course, width: 1.25 },
    ] as const;
    drawTable(at, { x: SLIDE.left, y: SLIDE.top + 0.32, name: 'Hot spots', rowHeight: 0.38 }, columns, rows);
  }
  const limits = limitsOf(briefing).join(' ');
  if (briefing.reconciliation.length === 0) {
    heading2(at, heading.limits, right, rightWidth);
    const text = fitted(limits, { width: rightWidth, lines: 18, size: 12 }, measure);
    say(at, text, { x: right, y: SLIDE.top + 0.36, w: rightWidth, h: 4.6 });
    return;
  }
  drawItems(at, right, rightWidth);
  const text = fitted(`${heading.limits}. ${limits}`, { width: SLIDE_WIDTH, lines: 6, size: 10.5 }, measure);
  say(at, text, { x: SLIDE.left, y: 5.62, w: SLIDE_WIDTH, h: 1.12 }, 10.5);
}

function heading2({ slide, measure }: SlideAt, text: string, x: number, w: number): void {
  const words = fitted(text, { width: w, lines: 1, size: 13, bold: true }, measure);
  slide.addText(words, {
    x,
    y: SLIDE.top,
    w,
    h: 0.3,
    margin: 0,
    valign: 'middle',
    fontFace: FONT,
    fontSize: 13,
    bold: true,
    color: COLOR.text,
  });
}

function drawItems(at: SlideAt, x: number, width: number): void {
  const { briefing } = at;
  const { column, heading } = PAGE_WORDS[briefing.spec.language];
  const operations = [...new Set(briefing.reconciliation.map(({ operation }) => clean(operation)))].join(
    ', ',
  );
  heading2(at, fill(heading.reconciliation, { operation: operations }), x, width);
  const columns = [
    { head: column.item, width: width - 4.2, lines: 2 },
    { head: column.published, width: 1.5, align: 'right' },
    { head: column.before, width: 0.8, align: 'right' },
    { head: column.loaded, width: 0.9, align: 'right' },
    { head: column.gap, width: 1.0, align: 'right' },
  ] as const;
  drawTable(
    at,
    { x, y: SLIDE.top + 0.32, name: 'Reconciliation', rowHeight: 0.38 },
    columns,
    itemRows(briefing, ROWS.items),
  );
}
