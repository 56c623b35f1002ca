import type { Briefing } from '../../../shared/briefing.ts';
import { statementsOf } from '../statements.ts';
import { filterWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { blocksBelow, type Block, type Give } from './brief-blocks.ts';
import { finishPages } from './frame.ts';
import { placeMap, type DrawMap } from './map.ts';
import { CONTENT_BOTTOM, CONTENT_WIDTH, INK, openSheet, type Sheet } from './sheet.ts';
import { linesOf, list, STYLES, write, type TextStyle } from './text.ts';

/** Lines of a sentence, and points between two parts. Our choice. */
const FIT = { sentenceLines: 3, gap: 8 } as const;
/**
 * A way to fill the page. Our choice: the map over half of the page's width and a third of its height, so that it is
 * read and not only seen; where texts are endless it gives way at last.
 */
interface Trial extends Give {
  /** Least height of the map with its degrees, points. */
  readonly map: number;
}
/** Nothing of a row or of the limits is cut. */
const WHOLE = { cellLines: 3, limitLines: 16 } as const;
/** What is tried in turn until a page takes it: the height of the map, rows of the tables, lines of a cell and of the limits. */
const TRIALS: readonly Trial[] = [
  ...[8, 7, 6, 5, 4].map((routes) => ({ map: 296, routes, spots: 5, items: 8, ...WHOLE })),
  { map: 296, routes: 3, spots: 4, items: 8, ...WHOLE },
  { map: 296, routes: 3, spots: 3, items: 8, ...WHOLE },
  { map: 296, routes: 4, spots: 4, items: 6, ...WHOLE },
  { map: 296, routes: 3, spots: 3, items: 6, ...WHOLE },
  { map: 282, routes: 3, spots: 3, items: 6, ...WHOLE },
  { map: 282, routes: 2, spots: 2, items: 6, ...WHOLE },
  { map: 282, routes: 3, spots: 3, items: 6, cellLines: 1, limitLines: 12 },
  { map: 130, routes: 3, spots: 3, items: 6, cellLines: 1, limitLines: 7 },
];
/** Where even the last way does not fit: a map that is still one. */
const LEAST_MAP = 130;
const TITLE_SIZES = [20, 18, 16, 14] as const;

/**
 * One A4 page on a region: what recurs and where it clusters in sentences, the map, and the tables behind them.
 * Where texts are long, the tables give way, and only then the map.
 *
 * @param draw  draws the map into a box of the page
 * @returns the bytes of a PDF, the same for the same briefing
 */
export async function renderBrief(briefing: Briefing, draw: DrawMap): Promise<Buffer> {
  const words = PAGE_WORDS[briefing.spec.language];
  const title = clean(briefing.spec.title ?? '') || words.briefTitle;
  const sheet = openSheet(briefing, title, words.kind.brief);
  writeTitle(sheet, 2);
  list(sheet, statementsOf(briefing), STYLES.statement, { gap: 2, maxLines: FIT.sentenceLines });
  sheet.y += FIT.gap - 3;

  const blocks = fittingBlocks(sheet);
  const below = blocks.reduce((sum, { height }) => sum + height + FIT.gap, 0);
  placeMap(sheet, Math.max(LEAST_MAP, CONTENT_BOTTOM - sheet.y - below - 1), draw);
  for (const block of blocks) {
    sheet.y += FIT.gap;
    block.write();
  }
  return finishPages(sheet, words.kind.brief);
}

/** Title in the largest size that takes few lines, subtitle, and what was left in. */
export function writeTitle(sheet: Sheet, lines: number): void {
  const style = titleStyle(sheet, lines);
  write(sheet, 'H1', sheet.title, style, { maxLines: lines, after: 3 });
  const subtitle = clean(sheet.briefing.spec.subtitle ?? '');
  if (subtitle !== '') write(sheet, 'P', subtitle, STYLES.body, { maxLines: 2, after: 2 });
  write(sheet, 'P', filterWords(sheet.briefing), STYLES.note, { maxLines: 2, after: 8 });
}

function titleStyle(sheet: Sheet, lines: number): TextStyle {
  const styles = TITLE_SIZES.map(
    (size) => ({ size, leading: size * 1.25, face: 'bold', color: INK.text }) as const,
  );
  const fits = styles.find((style) => linesOf(sheet, sheet.title, style, CONTENT_WIDTH).length <= lines);
  return fits ?? { size: 12, leading: 15, face: 'bold', color: INK.text };
}

/** What stands below the map, as much as leaves the map its height. */
function fittingBlocks(sheet: Sheet): Block[] {
  const room = CONTENT_BOTTOM - sheet.y - 1;
  let blocks: Block[] = [];
  for (const trial of TRIALS) {
    blocks = blocksBelow(sheet, trial);
    if (blocks.reduce((sum, { height }) => sum + height + FIT.gap, 0) <= room - trial.map) break;
  }
  return blocks;
}
