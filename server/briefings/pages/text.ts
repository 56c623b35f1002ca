import type { Face } from '../figure/drawing.ts';
import { ensure, newPage, CONTENT_BOTTOM, CONTENT_WIDTH, INK, PAGE, type Sheet } from './sheet.ts';
import { shorten, wrap, type Setting } from '../figure/text.ts';

/** Size and leading in points. */
export interface TextStyle {
  readonly size: number;
  readonly leading: number;
  readonly face: Face;
  readonly color: string;
}

export const STYLES = {
  body: { size: 9, leading: 13, face: 'regular', color: INK.text },
  statement: { size: 8.5, leading: 11.3, face: 'regular', color: INK.text },
  note: { size: 7.5, leading: 10.2, face: 'regular', color: INK.quiet },
  small: { size: 7, leading: 9.4, face: 'regular', color: INK.quiet },
  h2: { size: 12, leading: 16, face: 'semibold', color: INK.text },
  h3: { size: 9, leading: 12, face: 'semibold', color: INK.text },
  head: { size: 7, leading: 9.2, face: 'semibold', color: INK.quiet },
  cell: { size: 7.5, leading: 9.8, face: 'regular', color: INK.text },
} as const satisfies Readonly<Record<string, TextStyle>>;

/** How a style is set and measured. */
const settingOf = ({ doc }: Sheet, { size, face }: TextStyle): Setting => ({
  size,
  face,
  measure: (text, at, as) => doc.font(as).fontSize(at).widthOfString(text),
});

/** Width of a line, points. */
export const widthOf = (sheet: Sheet, text: string, style: TextStyle): number =>
  sheet.doc.font(style.face).fontSize(style.size).widthOfString(text);

/** Lines of a text that is `width` points wide. */
export const linesOf = (
  sheet: Sheet,
  text: string,
  style: TextStyle,
  width: number,
  maxLines = Infinity,
): string[] => wrap(text, width, maxLines, settingOf(sheet, style));

/** As much of a text as fits `width` points with an ellipsis. */
export const shortLine = (sheet: Sheet, text: string, style: TextStyle, width: number): string =>
  shorten(text, width, settingOf(sheet, style));

/** One line with the top of its row at `y`; `right` aligned, it ends at `x + width`. */
export function drawLine(
  { doc }: Sheet,
  line: string,
  style: TextStyle,
  at: { readonly x: number; readonly y: number; readonly width?: number; readonly align?: 'left' | 'right' },
): void {
  doc.font(style.face).fontSize(style.size).fillColor(style.color);
  const shift = at.align === 'right' ? (at.width ?? 0) - doc.widthOfString(line) : 0;
  // The baseline at which ascender and descender of Noto Sans lie evenly in the leading.
  const baseline = at.y + style.leading / 2 + style.size * 0.36;
  doc.text(line, at.x + shift, baseline, { lineBreak: false, baseline: 'alphabetic' });
}

/** Tags of text in the structure. */
export type TextTag = 'H1' | 'H2' | 'H3' | 'P' | 'Caption' | 'LBody';

/** Where a text stands; the whole width when nothing else is said. */
export interface TextPlace {
  readonly x?: number;
  readonly width?: number;
  readonly maxLines?: number;
  readonly after?: number;
  readonly parent?: PDFKit.PDFStructureElement;
}

/** Writes a text at the next line, over as many pages as it takes. */
export function write(
  sheet: Sheet,
  tag: TextTag,
  text: string,
  style: TextStyle,
  place: TextPlace = {},
): void {
  const { x = PAGE.left, width = CONTENT_WIDTH, maxLines = Infinity, after = 0 } = place;
  const lines = linesOf(sheet, text, style, width, maxLines);
  if (lines.length === 0) return;
  const element = sheet.doc.struct(tag);
  (place.parent ?? sheet.root).add(element);
  for (let done = 0; done < lines.length;) {
    if (sheet.y + style.leading > CONTENT_BOTTOM) newPage(sheet);
    const room = Math.max(1, Math.floor((CONTENT_BOTTOM - sheet.y) / style.leading));
    const now = lines.slice(done, done + room);
    element.add(() => {
      now.forEach((line, index) => {
        drawLine(sheet, line, style, { x, y: sheet.y + index * style.leading });
      });
    });
    sheet.y += now.length * style.leading;
    done += now.length;
  }
  element.end();
  sheet.y += after;
}

/** A section's heading with its bookmark; starts a page where what follows would not fit under it. */
export function section(sheet: Sheet, text: string, follows = 60): void {
  ensure(sheet, STYLES.h2.leading + 22 + follows);
  if (sheet.y > PAGE.top) sheet.y += 16;
  sheet.doc.outline.addItem(text);
  write(sheet, 'H2', text, STYLES.h2, { after: 4 });
}

/** Items with a dot before each. */
export function list(
  sheet: Sheet,
  items: readonly string[],
  style: TextStyle,
  place: {
    readonly x?: number;
    readonly width?: number;
    readonly gap?: number;
    readonly maxLines?: number;
  } = {},
): void {
  const { x = PAGE.left, width = CONTENT_WIDTH, gap = 2 } = place;
  const element = sheet.doc.struct('L');
  sheet.root.add(element);
  for (const item of items) {
    ensure(sheet, style.leading * 2);
    const li = sheet.doc.struct('LI');
    element.add(li);
    const label = sheet.doc.struct('Lbl', {}, () => {
      drawLine(sheet, '•', style, { x, y: sheet.y });
    });
    li.add(label);
    write(sheet, 'LBody', item, style, {
      x: x + 10,
      width: width - 10,
      after: gap,
      parent: li,
      ...(place.maxLines === undefined ? {} : { maxLines: place.maxLines }),
    });
    li.end();
  }
  element.end();
}
