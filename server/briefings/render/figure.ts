import { setImmediate } from 'node:timers/promises';
import type { Briefing, BRIEFING_FORMATS } from '../../../shared/briefing.ts';
import { drawFigure } from '../figure/draw-figure.ts';
import { drawTotals } from '../figure/draw-totals.ts';
import type { Drawing } from '../figure/drawing.ts';
import { readBaseMap } from './base-map.ts';
import { makeMeasure } from './fonts.ts';
import { toPdf } from './pdf.ts';
import { toPng } from './png.ts';
import { toSvg } from './svg.ts';

const measure = makeMeasure();

/** The drawing of a briefing's figure with our own fonts: a map, or published totals. */
export const figureDrawing = (briefing: Briefing): Drawing =>
  briefing.spec.kind === 'totals'
    ? drawTotals(briefing, measure)
    : drawFigure(briefing, measure, readBaseMap());

/** The figure of a briefing as a file; the same briefing gives the same bytes. */
export async function renderFigure(
  briefing: Briefing,
  format: (typeof BRIEFING_FORMATS)['figure'][number],
): Promise<Buffer> {
  const drawing = figureDrawing(briefing);
  switch (format) {
    case 'svg':
      return Buffer.from(toSvg(drawing), 'utf8');
    case 'png': {
      const png = toPng(drawing);
      // The picture's pixels, 35 MB of A4, are given back when the event loop turns; many figures in a row would
      // otherwise hold them all.
      await setImmediate();
      return png;
    }
    case 'pdf':
      return toPdf(drawing, {
        title: drawing.title,
        author: 'Leeward',
        subject: drawing.description,
        keywords: briefing.about.code,
        createdAt: briefing.about.runStartedAt,
      });
  }
}
