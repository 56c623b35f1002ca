import PDFDocument from 'pdfkit';
import {
  FACES,
  type Drawing,
  type Item,
  type PathItem,
  type Rect,
  type TextItem,
} from '../figure/drawing.ts';
import { fontFile, openFont } from './fonts.ts';

/** What a PDF says of itself; nothing else, and no clock. */
export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: string;
  /** ISO 8601: when the run of the figure started. */
  readonly createdAt: string;
}

type Doc = PDFKit.PDFDocument;

function drawPath(doc: Doc, { d, fill, stroke, width, dash, cap, opacity }: PathItem): void {
  if (d === '' || (fill === null && stroke === null)) return;
  doc.save().path(d).fillOpacity(opacity).strokeOpacity(opacity).lineJoin('round');
  if (stroke !== null) {
    doc.lineWidth(width).lineCap(cap);
    if (dash) doc.dash(dash[0], { space: dash[1] });
  }
  if (fill !== null && stroke !== null) doc.fillAndStroke(fill, stroke, 'even-odd');
  else if (fill !== null) doc.fill(fill, 'even-odd');
  else if (stroke !== null) doc.stroke(stroke);
  doc.restore();
}

/** The outlines of a text in the ground's colour, as a path: so that its words are in the file once. */
function drawHalo(doc: Doc, { text, size, face, halo }: TextItem, x: number, y: number): void {
  if (!halo) return;
  const font = openFont(face);
  const scale = size / font.unitsPerEm;
  let at = x;
  const run = font.layout(text);
  const outlines: string[] = [];
  run.glyphs.forEach((glyph, i) => {
    const step = run.positions[i];
    const outline = glyph.path
      .scale(scale, -scale)
      .translate(at + (step?.xOffset ?? 0) * scale, y)
      .toSVG();
    outlines.push(outline);
    at += (step?.xAdvance ?? glyph.advanceWidth) * scale;
  });
  const all = outlines.join('');
  if (all !== '') doc.path(all).lineJoin('round').lineWidth(halo.width).stroke(halo.color);
}

function drawText(doc: Doc, item: TextItem): void {
  const { text, at, anchor, size, face, fill, rotate, opacity } = item;
  if (text === '') return;
  doc.save().font(face).fontSize(size);
  const width = anchor === 'start' ? 0 : doc.widthOfString(text);
  const [x, y] = [at[0] - (anchor === 'middle' ? width / 2 : width), at[1]];
  if (rotate !== 0) doc.rotate(rotate, { origin: [at[0], at[1]] });
  doc.fillOpacity(opacity).strokeOpacity(opacity);
  drawHalo(doc, item, x, y);
  doc.fillColor(fill, opacity).text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  doc.restore();
}

function drawItem(doc: Doc, item: Item): void {
  if (item.kind === 'path') drawPath(doc, item);
  else if (item.kind === 'text') drawText(doc, item);
  else {
    doc.save().path(item.clip).clip('even-odd');
    for (const one of item.items) drawItem(doc, one);
    doc.restore();
  }
}

/**
 * Draws a drawing as vectors into a box of an open page, as large as fits, in its middle. Letters are text. What
 * the page knows of its own place and font stays as it was.
 */
export function drawOn(doc: Doc, drawing: Drawing, box: Rect): void {
  for (const face of FACES) doc.registerFont(face, fontFile(face));
  const scale = Math.min(box.width / drawing.width, box.height / drawing.height);
  const left = box.x + (box.width - drawing.width * scale) / 2;
  const top = box.y + (box.height - drawing.height * scale) / 2;
  const { x, y } = doc;
  doc.save().translate(left, top).scale(scale);
  for (const item of drawing.items) drawItem(doc, item);
  doc.restore();
  doc.x = x;
  doc.y = y;
}

/** Points of a px of a screen, of which 96 make an inch. */
const POINTS_PER_PX = 0.75;

/** A drawing as a page of its own: paper at its true size, a screen at 96 px to the inch. */
export async function toPdf(drawing: Drawing, info: PdfInfo): Promise<Buffer> {
  const { pixels, dotsPerInch } = drawing;
  const perPx = dotsPerInch === null ? POINTS_PER_PX : 72 / dotsPerInch;
  const [width, height] = [pixels.width * perPx, pixels.height * perPx];
  const doc = new PDFDocument({
    size: [width, height],
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    lang: drawing.language,
    displayTitle: true,
    info: {
      Title: info.title,
      Author: info.author,
      Subject: info.subject,
      Keywords: info.keywords,
      Creator: 'Leeward',
      Producer: 'Leeward',
      CreationDate: new Date(info.createdAt),
      ModDate: new Date(info.createdAt),
    },
  });
  const parts: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  const page = { x: 0, y: 0, width, height };
  // The typings do not know of the box and the placement that a figure must have.
  const options = { alt: drawing.description, bbox: [0, 0, width, height], placement: 'Block' };
  const figure = doc.struct('Figure', options, () => drawOn(doc, drawing, page));
  doc.addStructure(doc.struct('Document', {}, [figure]));
  doc.end();
  return done;
}
