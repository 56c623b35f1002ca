import { MARKING_COLOR, MARKING_TEXT, fill } from '../words/format.ts';
import { aboutWords, filterWords, sourceWords, syntheticWords } from '../words/about.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { artifact, closeSheet, CONTENT_WIDTH, INK, PAGE, type Sheet } from './sheet.ts';
import { drawLine, shortLine, widthOf, type TextStyle } from './text.ts';

// TLP 2.0 asks for 12 points or more, set to the right, on a black ground.
const MARKING: TextStyle = { size: 12, leading: 18, face: 'bold', color: '#ffffff' };
const WARNING: TextStyle = { size: 8.5, leading: 18, face: 'bold', color: INK.warning };
const RUNNING: TextStyle = { size: 7, leading: 9.4, face: 'regular', color: INK.quiet };
const KIND: TextStyle = { size: 9, leading: 12, face: 'semibold', color: INK.accent };
const TITLE: TextStyle = { ...RUNNING, face: 'semibold', color: INK.text };

/** Draws head and foot of every page (marking, what is shown, where it comes from, its number) and ends the document. */
export async function finishPages(sheet: Sheet, kind: string): Promise<Buffer> {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    sheet.doc.switchToPage(start + index);
    artifact(
      sheet,
      () => {
        drawHead(sheet, kind, index === 0);
        drawFoot(sheet, index + 1, count);
      },
      'Pagination',
    );
  }
  return closeSheet(sheet);
}

/** The marking in its colour on black, ending at the right margin; gives where it starts. */
function drawMarking(sheet: Sheet, y: number): number {
  const { marking } = sheet.briefing.about;
  const text = MARKING_TEXT[marking];
  const width = widthOf(sheet, text, MARKING) + 14;
  const x = PAGE.width - PAGE.right - width;
  sheet.doc.rect(x, y, width, MARKING.leading).fill(INK.black);
  drawLine(sheet, text, { ...MARKING, color: MARKING_COLOR[marking] }, { x: x + 7, y });
  return x;
}

/** The first page says in large what the others say here in small. */
function drawHead(sheet: Sheet, kind: string, first: boolean): void {
  const top = 26;
  let end = drawMarking(sheet, top);
  const synthetic = syntheticWords(sheet.briefing.spec.language, sheet.briefing.about.synthetic);
  if (synthetic !== null) {
    const width = widthOf(sheet, synthetic, WARNING) + 12;
    end -= width + 8;
    sheet.doc
      .rect(end + 0.4, top + 0.4, width - 0.8, WARNING.leading - 0.8)
      .lineWidth(0.8)
      .strokeColor(INK.warning)
      .stroke();
    drawLine(sheet, synthetic, WARNING, { x: end + 6, y: top });
  }
  const room = end - PAGE.left - 14;
  if (first) running(sheet, kind, KIND, top + 3, room);
  else {
    running(sheet, `${kind} · ${sheet.title}`, TITLE, top, room);
    running(sheet, filterWords(sheet.briefing), RUNNING, top + RUNNING.leading, room);
  }
  line(sheet, top + 24);
}

function drawFoot(sheet: Sheet, page: number, pages: number): void {
  const top = PAGE.height - 46;
  line(sheet, top - 6);
  const end = drawMarking(sheet, top + 1);
  const number = fill(PAGE_WORDS[sheet.briefing.spec.language].page, { page, pages });
  const width = widthOf(sheet, number, RUNNING);
  drawLine(sheet, number, RUNNING, { x: end - width - 12, y: top + 1 + RUNNING.leading / 2 });
  const room = end - width - 12 - PAGE.left - 12;
  const about = aboutWords(sheet.briefing);
  running(sheet, about.slice(0, 2).join(' · '), RUNNING, top, room);
  running(sheet, about.slice(2).join(' · '), RUNNING, top + RUNNING.leading, room);
  running(sheet, sourceWords(sheet.briefing), RUNNING, top + 2 * RUNNING.leading, CONTENT_WIDTH);
}

function running(sheet: Sheet, text: string, style: TextStyle, y: number, width: number): void {
  drawLine(sheet, shortLine(sheet, text, style, width), style, { x: PAGE.left, y });
}

function line(sheet: Sheet, y: number): void {
  sheet.doc
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.width - PAGE.right, y)
    .lineWidth(0.5)
    .strokeColor(INK.rule)
    .stroke();
}
