import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { basemapPlugin } from './basemap/plugin.ts';
import { glyphsPlugin } from './glyphs/plugin.ts';
import { maplibrePlugin } from './maplibre/plugin.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The page: sources in `web`, built to `web/dist`; in development the interface comes from the server. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react(), basemapPlugin(), glyphsPlugin(), maplibrePlugin()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The page waits for the map's library, so its chunks of 600 kB are not split further.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // Without it every one of the 6,500 icons is read to keep 28 of them.
      experimental: { lazyBarrel: true },
      output: {
        codeSplitting: {
          groups: [
            // One file for the page, one for the worker, one for what both need.
            {
              name: 'maplibre',
              test: /node_modules[\\/](maplibre-gl|@maplibre|@mapbox)/,
              entriesAware: true,
            },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)/ },
          ],
        },
      },
    },
  },
  server: { port: 4681, proxy: { '^/api/': 'http://127.0.0.1:4680' } },
  worker: { format: 'es' },
});
