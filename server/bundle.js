// Joins the TypeScript sources of the server into one file for each entry, which halves the time to start.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'server/.built');
const ENTRIES = {
  cli: 'server/cli.ts',
  findings: 'server/findings/worker.ts',
  briefings: 'server/briefings/worker.ts',
};

/**
 * The address of the joined file of an entry, made anew when a source has changed since.
 *
 * @param {keyof typeof ENTRIES} entry
 * @returns {Promise<string | null>} null where the folder cannot be written to
 */
export async function bundled(entry) {
  const stamp = sourceHash();
  const wanted = path.join(folder, stamp);
  if (!existsSync(wanted)) {
    try {
      await build(wanted);
    } catch (error) {
      // A read-only installation; what is wrong with a source shows when it is loaded as it is.
      if (process.env.LEEWARD_DEBUG) console.error(error);
      return null;
    }
  }
  return pathToFileURL(path.join(wanted, `${entry}.js`)).href;
}

function sourceHash() {
  const hash = createHash('sha256');
  const files = ['server', 'shared', 'data'].flatMap((name) =>
    readdirSync(path.join(root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  for (const file of [...files.sort(), path.join(root, 'package-lock.json')]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} wanted */
async function build(wanted) {
  const { rolldown } = await import('rolldown');
  // Several processes may start at once: each makes its own, the first to finish gives it its name.
  const own = `${wanted}-${process.pid}-${Date.now()}`;
  mkdirSync(own, { recursive: true });
  const bundle = await rolldown({
    input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, path.join(root, file)])),
    platform: 'node',
    logLevel: 'silent',
    external: (id) => !id.startsWith('.') && !path.isAbsolute(id),
    plugins: [
      {
        name: 'addresses',
        // A source finds the files beside it by its own address.
        transform: (code, id) =>
          code.includes('import.meta.url')
            ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
            : null,
      },
    ],
  });
  await bundle.write({ dir: own, format: 'esm', sourcemap: true });
  await bundle.close();
  writeFileSync(path.join(own, 'package.json'), '{"type":"module"}\n');
  for (const old of readdirSync(folder)) {
    if (!old.includes('-') && old !== path.basename(wanted))
      rmSync(path.join(folder, old), { recursive: true, force: true });
  }
  try {
    renameSync(own, wanted);
  } catch {
    rmSync(own, { recursive: true, force: true });
  }
}
