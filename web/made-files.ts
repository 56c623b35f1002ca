import type { Plugin } from 'vite';

/** Files that are made when the page is built, by their path under the web root, and a module that tells of them. */
export interface MadeFiles {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly module: string;
}

/**
 * Vite plugin: makes files once, emits them with the page and offers what is told of them as the module `virtual:NAME`.
 * The development server answers them from memory.
 */
export function madeFilesPlugin(name: string, make: () => MadeFiles): Plugin {
  const [id, resolved] = [`virtual:${name}`, `\0virtual:${name}`];
  let made: MadeFiles | undefined;
  const all = () => (made ??= make());
  return {
    name: `leeward-${name}`,
    resolveId: (asked) => (asked === id ? resolved : null),
    load: (asked) => (asked === resolved ? all().module : null),
    generateBundle() {
      for (const [fileName, source] of all().files) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').replace(/^\//, '').replace(/\?.*$/, '');
        const file = all().files.get(path);
        if (file === undefined) return next();
        const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
        response.setHeader('Content-Type', type);
        response.end(file);
      });
    },
  };
}
