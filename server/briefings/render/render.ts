import {
  MEDIA_TYPES,
  type Briefing,
  type BRIEFING_FORMATS,
  type BriefingFormat,
  type DataTable,
} from '../../../shared/briefing.ts';
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

const made = (bytes: Uint8Array, format: BriefingFormat): Rendered => ({
  bytes,
  mediaType: MEDIA_TYPES[format],
  extension: format,
});

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
      const kind = format as (typeof BRIEFING_FORMATS)['figure'][number];
      return made(await renderFigure(briefing, kind), kind);
    }
    case 'brief':
      return made(await renderBrief(briefing, panelOn(briefing)), 'pdf');
    case 'dossier':
      return made(await renderDossier(briefing, panelOn(briefing)), 'pdf');
    case 'deck':
      return made(await renderDeck(briefing, panelPng(briefing)), 'pptx');
    case 'data': {
      const one = format === 'csv' ? (table ?? 'routes') : table;
      return renderData(briefing, format as DataFormat, one);
    }
  }
}
