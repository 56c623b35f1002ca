import type PptxGenJS from 'pptxgenjs';
import type { Briefing } from '../../../shared/briefing.ts';
import { wrap, type Setting } from '../figure/text.ts';
import type { Measure } from '../figure/drawing.ts';
import { aboutWords, filterWords, sourceWords, syntheticWords, undrawnWords } from '../words/about.ts';
import { DECK_WORDS } from '../words/deck.ts';
import { fill, MARKING_COLOR, MARKING_TEXT } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';

/** Inches: a 16:9 slide and what is between its head and its foot. */
export const SLIDE = { width: 13.333, height: 7.5, left: 0.5, top: 1.5, bottom: 6.72 } as const;
export const SLIDE_WIDTH = SLIDE.width - 2 * SLIDE.left;

/** Every computer that shows slides has it, or one of the same widths. */
export const FONT = 'Arial';
export const COLOR = {
  text: '1D2A33',
  quiet: '55636D',
  rule: 'C9D2D8',
  hair: 'E4E9EC',
  accent: '0072B2',
  warning: '9A4A00',
  black: '000000',
} as const;

/**
 * Part of a width that is counted on. Texts are measured in Noto Sans; most letters of Arial are narrower, but W and
 * a few others up to 2% wider.
 */
const SURE = 0.96;

const setting = (measure: Measure, size: number, bold: boolean): Setting => ({
  size,
  face: bold ? 'bold' : 'regular',
  measure,
});

/** A text cut to what `lines` lines of `width` inches take in a size of `size` points; an ellipsis where cut. */
export function fitted(
  text: string,
  box: { readonly width: number; readonly lines: number; readonly size: number; readonly bold?: boolean },
  measure: Measure,
): string {
  const how = setting(measure, box.size, box.bold ?? false);
  const count = (words: string): number => wrap(words, box.width * 72 * SURE, box.lines + 1, how).length;
  if (count(text) <= box.lines) return text;
  const characters = [...text];
  let [fits, over] = [0, characters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (count(`${characters.slice(0, middle).join('').trimEnd()}…`) <= box.lines) fits = middle;
    else over = middle;
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** Parts of a text set on as few lines as take them whole, a point between those of one line: no part is cut or broken. */
export function inLines(parts: readonly string[], width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} · ${part}`;
    const fits = last !== undefined && measure(longer, SMALL, 'regular') <= width * 72 * SURE;
    if (fits) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** The largest of some sizes, points, in which a text takes at most `lines` lines; the last one is cut to fit. */
export function sized(
  text: string,
  box: { readonly width: number; readonly lines: number; readonly sizes: readonly number[] },
  measure: Measure,
): { text: string; size: number } {
  for (const size of box.sizes) {
    const how = setting(measure, size, true);
    if (wrap(text, box.width * 72 * SURE, box.lines + 1, how).length <= box.lines) return { text, size };
  }
  const size = box.sizes.at(-1) ?? 14;
  return { text: fitted(text, { width: box.width, lines: box.lines, size, bold: true }, measure), size };
}

/** One slide being made. */
export interface SlideAt {
  readonly slide: PptxGenJS.Slide;
  readonly briefing: Briefing;
  readonly measure: Measure;
  readonly number: number;
}

/** Points: the letters of head and foot. */
const SMALL = 9;
/** Inches: the lines of the foot, and where the number of the slide begins. */
const FOOT = { top: 6.89, line: 0.165, width: 8.9, number: 9.4 } as const;
const MARKING_WIDTH = 2.1;

/** Slides of a deck: the map, the routes, the hot spots. */
export const SLIDES = 3;
export const TITLE_PLACE = { x: SLIDE.left, y: 0.56, w: SLIDE_WIDTH, h: 0.86 } as const;

/** Head and foot of a slide: its title, the marking above and below, what is shown, where it comes from. */
export function drawFrame(at: SlideAt, title: string): void {
  const { slide, briefing, measure } = at;
  const { language } = briefing.spec;
  const { text, size } = sized(
    title,
    { width: SLIDE_WIDTH - 0.2, lines: 2, sizes: [24, 22, 20, 18, 16] },
    measure,
  );
  // The size of a run: one of the whole text would be that of the placeholder.
  slide.addText([{ text, options: { fontSize: size, bold: true } }], { placeholder: 'title' });
  const synthetic = syntheticWords(language, briefing.about.synthetic);
  drawMarking(at, 0.2);
  if (synthetic !== null) {
    slide.addText(synthetic, {
      ...line(7.2, 0.2, 3.3, 0.3),
      align: 'right',
      fontSize: 11,
      bold: true,
      color: COLOR.warning,
      objectName: 'Synthetic data',
    });
  }
  // Two lines: what was left in must be read whole; of a very long list the end is in the notes alone.
  const what = fitted(
    `${PAGE_WORDS[language].kind.deck} · ${filterWords(briefing)}`,
    { width: 6.6, lines: 2, size: SMALL },
    measure,
  );
  slide.addText(what, { ...line(SLIDE.left, 0.19, 6.6, 0.32), fontSize: SMALL, color: COLOR.quiet });
  drawFoot(at);
}

function drawFoot(at: SlideAt): void {
  const { slide, briefing, measure } = at;
  const words = DECK_WORDS[briefing.spec.language];
  slide.addShape('line', {
    x: SLIDE.left,
    y: 6.86,
    w: SLIDE_WIDTH,
    h: 0,
    line: { color: COLOR.rule, width: 0.75 },
  });
  const number = fill(words.slide, { slide: at.number, slides: SLIDES });
  // By these a slide is traced and made again: never cut. What names the sources is, for the notes hold it whole.
  const about = inLines([...aboutWords(briefing), ...undrawnWords(briefing)], FOOT.width, measure);
  const sources = fitted(sourceWords(briefing), { width: FOOT.width, lines: 1, size: SMALL }, measure);
  [...about, sources].forEach((text, i) => {
    slide.addText(text, {
      ...line(SLIDE.left, FOOT.top + i * FOOT.line, FOOT.width, FOOT.line),
      fontSize: SMALL,
      color: COLOR.quiet,
    });
  });
  const place = line(FOOT.number, 7.0, SLIDE.width - SLIDE.left - MARKING_WIDTH - 0.1 - FOOT.number, 0.26);
  slide.addText(number, { ...place, fontSize: SMALL, color: COLOR.quiet, align: 'right' });
  drawMarking(at, 6.98);
}

/** TLP 2.0: set to the right, 12 points or more, in its colour on black. */
function drawMarking({ slide, briefing }: SlideAt, y: number): void {
  const { marking } = briefing.about;
  slide.addText(MARKING_TEXT[marking], {
    ...line(SLIDE.width - SLIDE.left - MARKING_WIDTH, y, MARKING_WIDTH, 0.3),
    align: 'center',
    fontSize: 13,
    bold: true,
    color: MARKING_COLOR[marking].slice(1).toUpperCase(),
    fill: { color: COLOR.black },
    objectName: 'TLP',
  });
}

/** Where one line of text stands, inches. */
export const line = (
  x: number,
  y: number,
  w: number,
  h: number,
): {
  x: number;
  y: number;
  w: number;
  h: number;
  margin: number;
  valign: 'middle';
  fontFace: string;
  wrap: boolean;
} => ({
  x,
  y,
  w,
  h,
  margin: 0,
  valign: 'middle',
  fontFace: FONT,
  wrap: true,
});
