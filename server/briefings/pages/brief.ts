import type { Briefing } from '../../../shared/briefing.ts';
import { statementsOf } from '../statements.ts';
import { filterWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { blocksBelow, type Block } from './brief-blocks.ts';
import { finishPages } from './frame.ts';
import { placeMap, type DrawMap } from './map.ts';
import { CONTENT_BOTTOM, CONTENT_WIDTH, INK, openSheet, type Sheet } from './sheet.ts';
import { linesOf, list, STYLES, write, type TextStyle } from './text.ts';

/** What fits one page. Our choice: lines of a sentence, and the least height of the map, points. */
const FIT = { sentenceLines: 3, map: 130, gap: 9 } as const;
/** What is tried in turn until a page takes it: rows of routes, lines of a cell, lines of the limits. */
const TRIALS = [
  ...[8, 7, 6, 5, 4].map((routes) => ({ routes, cellLines: 2, limitLines: 12 })),
  ...[8, 6, 4].map((routes) => ({ routes, cellLines: 1, limitLines: 8 })),
  { routes: 3, cellLines: 1, limitLines: 5 },
];
const TITLE_SIZES = [20, 18, 16, 14] as const;

/**
 * One A4 page on a region: what recurs and where it clusters in sentences, the map, and the tables behind them.
 * Where texts are long, the map and then the table of routes give way.
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
  placeMap(sheet, Math.max(FIT.map, CONTENT_BOTTOM - sheet.y - below - 1), draw);
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

/** What stands below the map, as much as leaves the map its least height. */
function fittingBlocks(sheet: Sheet): Block[] {
  const room = CONTENT_BOTTOM - sheet.y - FIT.map - 1;
  let blocks: Block[] = [];
  for (const trial of TRIALS) {
    blocks = blocksBelow(sheet, trial);
    if (blocks.reduce((sum, { height }) => sum + height + FIT.gap, 0) <= room) break;
  }
  return blocks;
}
