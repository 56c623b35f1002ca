import { BASEMAP_FILES } from 'virtual:basemap';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?url';
import latin600 from '@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2?url';
import latinItalic from '@fontsource/noto-sans/files/noto-sans-latin-400-italic.woff2?url';
import extended400 from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2?url';
import extended600 from '@fontsource/noto-sans/files/noto-sans-latin-ext-600-normal.woff2?url';
import extendedItalic from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-italic.woff2?url';
import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { COAST_TILES, provideCoast } from './coast.ts';
import type { MapAssets } from './types.ts';

/** Where the fonts' files split: Latin-1 and punctuation in the first, the rest of Latin in the second. */
const LATIN = ['U+0000-00FF', 'U+2000-206F', 'U+20AC'];
const LATIN_EXTENDED = ['U+0100-02FF', 'U+1E00-1EFF'];

const absolute = (path: string): string => new URL(path, document.baseURI).href;
const font = (latin: string, extended: string) => [
  { url: absolute(latin), 'unicode-range': LATIN },
  { url: absolute(extended), 'unicode-range': LATIN_EXTENDED },
];

/** Everything the map loads besides its data, from the page's own server. */
export function loadAssets(): MapAssets {
  setWorkerUrl(absolute(workerUrl));
  provideCoast();
  const basemap = Object.entries(BASEMAP_FILES).map(([chunk, file]): [string, string] => [
    chunk,
    absolute(`${import.meta.env.BASE_URL}${file}`),
  ]);
  return {
    basemap: Object.fromEntries(basemap),
    coast: COAST_TILES,
    fonts: {
      'Noto Sans': font(latin400, extended400),
      'Noto Sans Semibold': font(latin600, extended600),
      'Noto Sans Italic': font(latinItalic, extendedItalic),
    },
  };
}
