import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { FACES, type Face, type Item } from '../figure/drawing.ts';

const { resolve } = createRequire(import.meta.url);
const PACKAGE = '@fontsource/noto-sans';

/** Weight and style of each face, as the files and CSS name them. */
const STYLES: Readonly<Record<Face, readonly [weight: number, style: 'normal' | 'italic']>> = {
  regular: [400, 'normal'],
  italic: [400, 'italic'],
  semibold: [600, 'normal'],
  bold: [700, 'normal'],
};
/** Parts of the font by script, the smallest first; a part is embedded only when a letter needs it. */
const SCRIPTS = [
  'latin',
  'greek',
  'cyrillic',
  'greek-ext',
  'cyrillic-ext',
  'vietnamese',
  'latin-ext',
] as const;

/** Letters of each script, as CSS writes them. */
const RANGES = z.record(z.string(), z.string());

/** `U+0000-00FF,U+0131` as numbers. */
const rangesOf = (text: string): [number, number][] =>
  text.split(',').map((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return [parseInt(from, 16), parseInt(to, 16)];
  });

let ranges: Map<string, { text: string; spans: [number, number][] }> | null = null;
function rangesByScript(): Map<string, { text: string; spans: [number, number][] }> {
  if (ranges) return ranges;
  const all = RANGES.parse(JSON.parse(readFileSync(resolve(`${PACKAGE}/unicode.json`), 'utf8')));
  ranges = new Map(
    SCRIPTS.map((script) => [script, { text: all[script] ?? '', spans: rangesOf(all[script] ?? 'U+0') }]),
  );
  return ranges;
}

/** The letters of each face. */
function lettersOf(items: readonly Item[], found = new Map<Face, Set<string>>()): Map<Face, Set<string>> {
  for (const item of items) {
    if (item.kind === 'group') lettersOf(item.items, found);
    if (item.kind !== 'text') continue;
    const letters = found.get(item.face) ?? new Set();
    for (const letter of item.text) letters.add(letter);
    found.set(item.face, letters);
  }
  return found;
}

/** The parts that letters need: each letter is in the first part that has it. */
function scriptsOf(letters: ReadonlySet<string>): ReadonlySet<string> {
  const scripts = new Set<string>();
  for (const letter of letters) {
    const code = letter.codePointAt(0) ?? 0;
    for (const [script, { spans }] of rangesByScript())
      if (spans.some(([from, to]) => code >= from && code <= to)) {
        scripts.add(script);
        break;
      }
  }
  return scripts;
}

/**
 * The parts of Noto Sans that a drawing's letters need, as CSS with the fonts in it, so that a browser without the
 * font draws the same as we do.
 */
export function webFonts(items: readonly Item[]): string {
  const letters = lettersOf(items);
  return FACES.flatMap((face) => {
    const [weight, style] = STYLES[face];
    const scripts = scriptsOf(letters.get(face) ?? new Set());
    return SCRIPTS.filter((script) => scripts.has(script)).map((script) => {
      const file = resolve(`${PACKAGE}/files/noto-sans-${script}-${weight}-${style}.woff2`);
      const data = readFileSync(file).toString('base64');
      return (
        `@font-face{font-family:'Noto Sans';font-weight:${weight};font-style:${style};` +
        `src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${rangesByScript().get(script)?.text ?? ''}}`
      );
    });
  }).join('\n');
}
