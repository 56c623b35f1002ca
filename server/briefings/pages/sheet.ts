import PDFDocument from 'pdfkit';
import type { Briefing } from '../../../shared/briefing.ts';
import { LOCALES } from '../../../shared/languages.ts';
import { FACES } from '../figure/drawing.ts';
import { fontFile } from '../render/fonts.ts';
import { shorten } from '../words/clean.ts';

/** A4 portrait and its margins, points (1/72 inch). */
export const PAGE = { width: 595.28, height: 841.89, left: 48, right: 48, top: 58, bottom: 60 } as const;
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
/** Lines end above it; the half point takes up what sums of heights lose. */
export const CONTENT_BOTTOM = PAGE.height - PAGE.bottom + 0.5;

/** Ink of the pages, after the light theme of the map. */
export const INK = {
  text: '#1d2a33',
  quiet: '#55636d',
  rule: '#c9d2d8',
  hair: '#e4e9ec',
  accent: '#0072b2',
  warning: '#9a4a00',
  black: '#000000',
} as const;

/** A document being written, and how far down its page it is. */
export interface Sheet {
  readonly doc: PDFKit.PDFDocument;
  readonly briefing: Briefing;
  readonly title: string;
  /** Root of the structure that screen readers follow. */
  readonly root: PDFKit.PDFStructureElement;
  /** Next free line, points from the top. */
  y: number;
}

// XMP takes the title as it is; these three would end its markup.
const forMetadata = (text: string): string =>
  text.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('&', '+');

/**
 * A tagged A4 document with its first page. Its dates are those of the run: the same briefing gives the same bytes.
 *
 * @param kind  what the document is, in the briefing's language: its subject
 */
export function openSheet(briefing: Briefing, title: string, kind: string): Sheet {
  const language = LOCALES[briefing.spec.language];
  const base: PDFKit.PDFDocumentOptions = {
    size: [PAGE.width, PAGE.height],
    // Lines are placed by us alone; with margins the library would start pages of its own.
    margin: 0,
    autoFirstPage: false,
    // No font here: one that is opened before it has its short name would be read anew for every line.
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    info: {
      Title: forMetadata(title),
      Subject: forMetadata(`${kind} · ${briefing.about.code}`),
      Author: 'Leeward',
      Creator: `Leeward ${briefing.about.codeVersion}`,
      Producer: 'PDFKit',
      CreationDate: new Date(briefing.about.runStartedAt),
      ModDate: new Date(briefing.about.runStartedAt),
    },
  };
  // The typings do not know of PDF/UA yet.
  const doc = new PDFDocument(Object.assign(base, { subset: 'PDF/UA' }));
  for (const face of FACES) doc.registerFont(face, fontFile(face));
  const root = doc.struct('Document', { title: shorten(title, 120) });
  doc.addStructure(root);
  const sheet: Sheet = { doc, briefing, title, root, y: PAGE.top };
  newPage(sheet);
  return sheet;
}

/** Starts a page; the next line is its first. */
export function newPage(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = PAGE.top;
}

/** Starts a page where fewer than `height` points are left on this one. */
export function ensure(sheet: Sheet, height: number): void {
  if (sheet.y + height > CONTENT_BOTTOM && sheet.y > PAGE.top) newPage(sheet);
}

/** Draws what no reader needs to hear of: rules, grounds, what repeats on every page. */
export function artifact(sheet: Sheet, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  sheet.doc.markContent('Artifact', { type });
  draw();
  sheet.doc.endMarkedContent();
}

/** A thin line across. */
export function rule(sheet: Sheet, x: number, y: number, width: number, color: string = INK.rule): void {
  artifact(sheet, () => {
    sheet.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  });
}

/** Ends the document and gives its bytes. */
export function closeSheet(sheet: Sheet): Promise<Buffer> {
  return new Promise((done, failed) => {
    const chunks: Buffer[] = [];
    sheet.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    sheet.doc.on('end', () => {
      done(Buffer.concat(chunks));
    });
    sheet.doc.on('error', failed);
    sheet.root.end();
    sheet.doc.end();
  });
}
