/**
 * The letters that all faces of our font draw (Noto Sans: Latin, Greek and Cyrillic), as ranges of code points; a test
 * holds them against the font files. It has Devanagari too, which the renderer of pictures sets one letter on another.
 * Kept as a list, so that the page knows as soon as something is typed, without the font.
 */
const DRAWN =
  '20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-52f 1ab0-1ac0 1ac5 1ac7-1ace 1c80-1c88 1d00-1df9 ' +
  '1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb ' +
  '1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2064 2066-2071 2074-208e 2090-209c 20a0-20bf 20f0 2100-215f 2184 2189 2212 25cc ' +
  '2c60-2c7f 2de0-2e5d a640-a69f a700-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff a92e ab30-ab6b fb00-fb06 fe00 ' +
  'fe20-fe2f feff fffc-fffd 10780-10785 10787-107b0 107b2-107ba 1df00-1df1e';

const classOf = (ranges: string): string =>
  ranges
    .split(' ')
    .map((range) =>
      range
        .split('-')
        .map((code) => `\\u{${code}}`)
        .join('-'),
    )
    .join('');
/** Controls, joiners and marks of direction, which nobody sees; arrows and spaces, which are set as others. */
const NO_LETTER =
  /[\p{Cc}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2190-\u21ff\ufff9-\ufffb]+/gu;
const ALL_DRAWN = new RegExp(`^[${classOf(DRAWN)}]*$`, 'u');

/** Letters as a reader counts them: an accent or the second half of an emoji is part of one. */
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const isDrawn = (text: string): boolean =>
  ALL_DRAWN.test(text) || ALL_DRAWN.test(text.replace(NO_LETTER, ''));

/** The letters of a text that our font does not have, each once, in order. */
export function undrawn(text: string): string[] {
  // Nearly every text has none, and to take one apart is slow.
  if (isDrawn(text)) return [];
  const found = [...letters.segment(text.normalize('NFC'))].map(({ segment }) => segment);
  return [...new Set(found.filter((letter) => !isDrawn(letter)))];
}

/** The most letters that are named at once. Our choice: a line. */
const MOST_NAMED = 12;

/** Letters as they are named to who reads: `中 国`, the first few of very many. */
export const lettersNamed = (found: readonly string[]): string =>
  [...found.slice(0, MOST_NAMED), ...(found.length > MOST_NAMED ? ['…'] : [])].join(' ');

/** The same text with a `?` for each letter that our font does not have, in brackets: `[??] Star`. */
export function withStandIns(text: string): string {
  if (ALL_DRAWN.test(text)) return text;
  let [set, open] = ['', false];
  for (const { segment } of letters.segment(text)) {
    const missing = !isDrawn(segment);
    if (missing !== open) set += missing ? '[' : ']';
    // What nobody sees is no letter, but some renderers draw a box for it.
    set += missing ? '?' : [...segment].filter((one) => ALL_DRAWN.test(one)).join('');
    open = missing;
  }
  return open ? `${set}]` : set;
}
