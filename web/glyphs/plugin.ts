import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import type { Plugin } from 'vite';
import { madeFilesPlugin, type MadeFiles } from '../made-files.ts';
import { encodeGlyphs } from './encode.ts';
import { drawGlyph } from './glyph.ts';

const resolve = createRequire(import.meta.url).resolve;

/** Names of the map's fonts (`FONTS` in `web/map/style-base.ts`) and their files. */
const FACES = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  semibold: '600SemiBold/NotoSans_600SemiBold.ttf',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
} as const;
/** Code points of a file. */
const RANGE = 256;
/**
 * First of each range that is drawn: Latin, Greek, Cyrillic, punctuation, currencies and arrows. What lies in none of
 * them is drawn by the browser with a font of the machine.
 */
const RANGES = [0, 0x100, 0x200, 0x300, 0x400, 0x1e00, 0x2000, 0x2100, 0x2200];

function openFont(file: string): Font {
  const font = create(readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)));
  if (!('glyphForCodePoint' in font)) throw new Error(`${file} is a collection of fonts.`);
  return font;
}

function rangeOf(name: string, font: Font, known: ReadonlySet<number>, first: number): Uint8Array {
  const glyphs = Array.from({ length: RANGE }, (_, i) => first + i)
    .filter((codePoint) => known.has(codePoint))
    .map((codePoint) => {
      const { path, advanceWidth } = font.glyphForCodePoint(codePoint);
      return drawGlyph(codePoint, path.commands, font.unitsPerEm, advanceWidth);
    });
  return encodeGlyphs(name, `${first}-${first + RANGE - 1}`, glyphs);
}

/** Files by their path, and the folder that all of them lie in, which tells by its name what is in them. */
function draw(): MadeFiles {
  const hash = createHash('sha256');
  const made: [string, Uint8Array][] = [];
  for (const [name, file] of Object.entries(FACES)) {
    const font = openFont(file);
    const known = new Set(font.characterSet);
    for (const first of RANGES) {
      const bytes = rangeOf(name, font, known, first);
      hash.update(bytes);
      made.push([`${name}/${first}-${first + RANGE - 1}.bin`, bytes]);
    }
  }
  const folder = `assets/glyphs/${hash.digest('hex').slice(0, 10)}`;
  return {
    files: new Map(made.map(([path, bytes]) => [`${folder}/${path}`, bytes])),
    module: `export const GLYPHS = ${JSON.stringify(`${folder}/{fontstack}/{range}.bin`)};`,
  };
}

/**
 * Vite plugin: draws the letters of the map when the page is built and offers their address as `virtual:glyphs`. A
 * browser that draws them itself takes as long over them as over the whole map.
 */
export const glyphsPlugin = (): Plugin => madeFilesPlugin('glyphs', draw);
