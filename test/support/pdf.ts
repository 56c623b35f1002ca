import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text of a page: where its baseline starts, how wide it is and how large its letters; points. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** Opens a PDF for reading back; the caller destroys it. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;

/** The pieces of text of each page, in the order of drawing; y from the bottom of the page. */
export async function piecesOf(bytes: Uint8Array): Promise<Piece[][]> {
  const pdf = await openPdf(bytes);
  const pages: Piece[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , size = 0, x = 0, y = 0] = (item.transform as number[]).map(Number);
        return [{ text: item.str, x, y, width: item.width, size }];
      }),
    );
  }
  await pdf.destroy();
  return pages;
}

/** All text of each page, with single spaces. */
export const textOf = async (bytes: Uint8Array): Promise<string[]> =>
  (await piecesOf(bytes)).map((page) =>
    page
      .map(({ text }) => text)
      .join(' ')
      .replace(/[\s\u00a0]+/g, ' '),
  );
