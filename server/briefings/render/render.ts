import type { Briefing, BriefingFormat, DataTable } from '../../../shared/briefing.ts';
import { renderData, type DataFormat } from '../data-formats/render.ts';
import { renderDeck } from '../deck/deck.ts';
import { renderBrief } from '../pages/brief.ts';
import { renderDossier } from '../pages/dossier.ts';
import { renderFigure } from './figure.ts';
import { panelOn, panelPng } from './panel.ts';

/** A file as it is delivered. */
export interface Rendered {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
}

const PDF = { mediaType: 'application/pdf', extension: 'pdf' };
const FIGURE_TYPES = { png: 'image/png', svg: 'image/svg+xml', pdf: PDF.mediaType } as const;
const PPTX = {
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  extension: 'pptx',
};

/**
 * Renders a briefing in one of the formats of its kind; the same briefing gives the same bytes.
 *
 * @param table  of data as CSV: which table, the routes unless said
 */
export async function renderBriefing(
  briefing: Briefing,
  format: BriefingFormat,
  table?: DataTable,
): Promise<Rendered> {
  switch (briefing.spec.kind) {
    case 'figure':
    case 'totals': {
      const kind = format as keyof typeof FIGURE_TYPES;
      return { bytes: await renderFigure(briefing, kind), mediaType: FIGURE_TYPES[kind], extension: kind };
    }
    case 'brief':
      return { bytes: await renderBrief(briefing, panelOn(briefing)), ...PDF };
    case 'dossier':
      return { bytes: await renderDossier(briefing, panelOn(briefing)), ...PDF };
    case 'deck':
      return { bytes: await renderDeck(briefing, panelPng(briefing)), ...PPTX };
    case 'data': {
      const one = format === 'csv' ? (table ?? 'routes') : table;
      return renderData(briefing, format as DataFormat, one);
    }
  }
}
