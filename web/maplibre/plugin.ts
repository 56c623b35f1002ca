import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const WORKER_ADDRESS = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
const VIRTUAL_ID = '\0virtual:maplibre-worker';
const library = path.dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json'));

/**
 * Vite plugin: builds MapLibre and its worker from the library's own sources, in one go with the page. As
 * published they are two bundles that repeat each other for 130 kB (gzip); built together, what both need is one
 * file that both import, and controls that the page does not use are left out. The development server takes
 * the published bundles.
 */
export function maplibrePlugin(): Plugin {
  return {
    name: 'leeward-maplibre',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'maplibre-gl') return path.join(library, 'src/index.ts');
      return id === WORKER_ADDRESS ? VIRTUAL_ID : null;
    },
    load(id) {
      if (id !== VIRTUAL_ID) return null;
      const worker = this.emitFile({
        type: 'chunk',
        id: path.join(library, 'src/source/worker.ts'),
        name: 'maplibre-worker',
      });
      return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
    },
    // Its fields are declared for the type checker only: made real, they would wipe what the parent class set.
    transform(code, id) {
      if (!id.startsWith(library) || !id.endsWith('.ts')) return null;
      return transformWithOxc(code, id, {
        typescript: { removeClassFieldsWithoutInitializer: true },
        assumptions: { setPublicClassFields: true },
      });
    },
    // The published bundles carry their licence at the top; built from sources it lies beside them.
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'assets/maplibre-licence.txt',
        source: readFileSync(path.join(library, 'LICENSE.txt')),
      });
    },
  };
}
