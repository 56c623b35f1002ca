import { fill } from '../words/format.ts';
import { filterWords } from '../words/about.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { shorten } from '../words/clean.ts';
import { CONTENT_WIDTH, ensure, PAGE, type Sheet } from './sheet.ts';

/** Where on a page a drawing goes, points from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws the map of the briefing into a box of an open page. */
export type DrawMap = (doc: PDFKit.PDFDocument, box: Box) => void;

/** The map over the whole width at the next line, `height` points high, as one figure with its words. */
export function placeMap(sheet: Sheet, height: number, draw: DrawMap): void {
  ensure(sheet, height);
  const box: Box = { x: PAGE.left, y: sheet.y, width: CONTENT_WIDTH, height };
  const { language } = sheet.briefing.spec;
  const alt = fill(PAGE_WORDS[language].mapAlt, {
    title: shorten(sheet.title, 200),
    what: filterWords(sheet.briefing),
  });
  // The typings do not know of placement yet.
  const options = { alt, bbox: [box.x, box.y, box.x + box.width, box.y + box.height], placement: 'Block' };
  const figure = sheet.doc.struct('Figure', options, () => {
    sheet.doc.save();
    draw(sheet.doc, box);
    sheet.doc.restore();
  });
  sheet.root.add(figure);
  sheet.y += height;
}
