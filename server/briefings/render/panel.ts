import type { Briefing } from '../../../shared/briefing.ts';
import { drawPanel } from '../figure/draw-panel.ts';
import type { Rect } from '../figure/drawing.ts';
import { readBaseMap } from './base-map.ts';
import { makeMeasure } from './fonts.ts';
import { drawOn } from './pdf.ts';
import { toPng } from './png.ts';

const measure = makeMeasure();

/** Draws the map of a briefing into a box of a page, letters at their own size. */
export const panelOn =
  (briefing: Briefing) =>
  (doc: PDFKit.PDFDocument, box: Rect): void => {
    drawOn(doc, drawPanel(briefing, measure, readBaseMap(), box), box);
  };

/** The map of a slide: points as wide and high as it stands there, so that letters have 8 points or more. */
const SLIDE_PANEL = { width: 600, height: 330, pxPerUnit: 3.4 } as const;

/** The map of a briefing with legend and scale as PNG, for a slide. */
export const panelPng = (briefing: Briefing): Buffer =>
  toPng(drawPanel(briefing, measure, readBaseMap(), SLIDE_PANEL, SLIDE_PANEL.pxPerUnit));
