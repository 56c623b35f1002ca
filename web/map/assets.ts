import { BASEMAP_FILES } from 'virtual:basemap';
import { GLYPHS } from 'virtual:glyphs';
import { prewarm, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { COAST_TILES, provideCoast } from './coast.ts';
import type { MapAssets } from './types.ts';

const absolute = (path: string): string => new URL(path, document.baseURI).href;

/** Everything the map loads besides its data, from the page's own server. */
export function loadAssets(): MapAssets {
  setWorkerUrl(absolute(workerUrl));
  // The worker starts while the page waits for what it is to show.
  prewarm();
  provideCoast();
  const basemap = Object.entries(BASEMAP_FILES).map(([chunk, file]): [string, string] => [
    chunk,
    absolute(`${import.meta.env.BASE_URL}${file}`),
  ]);
  return {
    basemap: Object.fromEntries(basemap),
    coast: COAST_TILES,
    // Put together by hand: the braces in it would be escaped.
    glyphs: absolute(import.meta.env.BASE_URL) + GLYPHS,
  };
}
