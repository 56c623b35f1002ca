// Builds the page into web/dist, unless it was built from exactly these sources before.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = path.join(root, 'web/dist/.built-from');

function sourceHash() {
  const hash = createHash('sha256');
  const files = ['web', 'shared'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const sources = files.filter((file) => !file.startsWith(path.join(root, 'web/dist')));
  const outside = ['data/coast-islands.json', 'package-lock.json'].map((file) => path.join(root, file));
  for (const file of [...sources.sort(), ...outside]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Lays a compressed copy beside each file of the page, so that the server need not make one for every reader. */
function compress() {
  const folder = path.join(root, 'web/dist/assets');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|json|bin)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

const wanted = sourceHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Whatever the program runs for, tests too, readers get React as it is made for them.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ configFile: path.join(root, 'web/vite.config.ts'), logLevel: 'warn' });
  compress();
  writeFileSync(stamp, wanted);
}
