import { Map as MapLibreMap } from 'maplibre-gl';
import type { Translate } from '../i18n/index.ts';
import type { ViewState } from '../state.ts';
import { provideImages } from './arrow.ts';
import { attachFence } from './fence.ts';
import { figureLayout, kmPerPx, type Rect } from './figure-layout.ts';
import { paintFrame, paintHeader, paintLegend, paintScale, paintSources } from './figure-paint.ts';
import { mapTicks } from './frame.ts';
import { leftOut, legendEntries, showsSynthetic } from './legend-entries.ts';
import { countsText } from './legend-text.ts';
import { LIGHT } from './palette.ts';
import { mapStyle } from './style.ts';
import type { MapAssets, MapData } from './types.ts';

/** What stands around the map in a figure. */
export interface ExportOptions {
  readonly title: string;
  readonly subtitle: string;
  /** Sources, run and date, one a line. */
  readonly sourceLines: readonly string[];
  /** Default 1920 by 1080. */
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** What the figure is made from. */
export interface Figure {
  /** The map on the page; its extent is the figure's least extent. */
  readonly map: MapLibreMap;
  readonly view: ViewState;
  readonly data: MapData;
  readonly assets: MapAssets;
  readonly t: Translate;
}

/** How long the figure's own map may take to draw, ms. */
const PATIENCE_MS = 60_000;

/** Resolves once the map has drawn all it has. */
function drawn(map: MapLibreMap, failed: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(failed)), PATIENCE_MS);
    map.once('idle', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** A map of the figure's size outside the screen; unlike the page's map it keeps its picture to be read. */
function offScreenMap({ map, view, data, assets }: Figure, { width, height }: Rect): MapLibreMap {
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;left:-99999px;top:0;width:${width}px;height:${height}px`;
  document.body.append(container);
  const made = new MapLibreMap({
    container,
    style: mapStyle(view, data, LIGHT, assets),
    bounds: map.getBounds(),
    interactive: false,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    pixelRatio: 1,
    canvasContextAttributes: { preserveDrawingBuffer: true },
  });
  provideImages(made);
  attachFence(made);
  return made;
}

const toBlob = (canvas: HTMLCanvasElement, failed: string): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(failed))), 'image/png');
  });

/**
 * The present view as a figure for print: title, map with degrees, legend, scale, north, sources. Always the
 * light theme, whatever the page shows.
 *
 * @throws {Error} in the user's language, when the map cannot be drawn or the picture cannot be made
 */
export async function exportPng(figure: Figure, options: ExportOptions): Promise<Blob> {
  const { view, data, t } = figure;
  const { widthPx: width = 1920, heightPx: height = 1080 } = options;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error(t('map.figure.failed'));
  // One line more than the sources: what the scale leaves out is known once the map has its zoom.
  const layout = figureLayout(width, height, options.sourceLines.length + 2);
  await Promise.all(['400', '600'].map((weight) => document.fonts.load(`${weight} 20px "Noto Sans"`)));
  const made = offScreenMap(figure, layout.map);
  try {
    await drawn(made, t('map.figure.failed'));
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(made.getCanvas(), layout.map.x, layout.map.y, layout.map.width, layout.map.height);
    paintHeader(context, layout, options.title, options.subtitle);
    paintFrame(context, layout, mapTicks(made));
    const { lat } = made.getCenter();
    const counts = countsText(leftOut(view, data, made.getZoom()), t);
    const lines = [
      ...options.sourceLines,
      t('map.coastSource'),
      ...(counts === '' ? [] : [t('map.drawn.figure', { counts })]),
    ];
    paintScale(context, layout, kmPerPx(lat, made.getZoom()), lat, t);
    paintLegend(context, layout, legendEntries(view, data), LIGHT, t);
    paintSources(context, layout, lines, showsSynthetic(view, data) ? t('map.synthetic') : null);
    return await toBlob(canvas, t('map.figure.failed'));
  } finally {
    const container = made.getContainer();
    made.remove();
    container.remove();
  }
}
