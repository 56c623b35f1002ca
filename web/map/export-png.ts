import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Translate } from '../i18n/index.ts';
import type { ViewState } from '../state.ts';
import type { MapAssets, MapData } from './types.ts';

/** What stands around the map in a figure. */
export interface ExportOptions {
  readonly title: string;
  readonly subtitle: string;
  /** Sources, run and date, one a line. */
  readonly sourceLines: readonly string[];
  readonly widthPx?: number;
  readonly heightPx?: number;
}

/** Draws the figure. */
export function exportPng(
  _map: MapLibreMap,
  _view: ViewState,
  _data: MapData,
  _assets: MapAssets,
  _options: ExportOptions,
  _t: Translate,
): Promise<Blob> {
  return Promise.reject(new Error('not yet'));
}
