import { createRequire } from 'node:module';
import path from 'node:path';
import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FACES } from '../../../server/briefings/figure/drawing.ts';
import { fontFile } from '../../../server/briefings/render/fonts.ts';
import { lettersNamed, undrawn, withStandIns } from '../../../shared/drawing/letters.ts';

describe('the letters of our font', () => {
  it('are those that every face has, and no Devanagari', () => {
    const faces = FACES.map((face) => {
      const font = openSync(fontFile(face));
      return new Set('characterSet' in font ? font.characterSet : []);
    });
    const wrong: string[] = [];
    for (let code = 0x20; code <= 0x1ffff; code++) {
      const letter = String.fromCodePoint(code);
      // What nobody sees, what is set as something else, and halves of letters are no letters.
      if (
        /[\p{Cc}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2190-\u21ff\ufff9-\ufffb]/u.test(
          letter,
        )
      )
        continue;
      const isDevanagari = (code >= 0x900 && code <= 0x97f) || code === 0xa8ff;
      const has = faces.every((face) => face.has(code)) && !isDevanagari;
      // Some are written as others: the sign of the ångström is the letter.
      if ((undrawn(letter).length === 0) !== has && letter === letter.normalize('NFC')) {
        wrong.push(code.toString(16));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('have a file in the parts of the font that a picture of vectors carries', () => {
    const files = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/unicode.json')),
      'files',
    );
    const parts = ['latin', 'latin-ext', 'greek', 'cyrillic'].map((part) =>
      openSync(path.join(files, `noto-sans-${part}-400-normal.woff2`)),
    );
    const has = (letter: string): boolean =>
      parts.some(
        (font) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
      );
    expect([...'AzÀÿĄźñçœŒЖёΆω€–…›'].filter((letter) => !has(letter) || undrawn(letter).length > 0)).toEqual(
      [],
    );
  });
});

it.each([
  ['Port of Spain', [], 'Port of Spain'],
  ['Жёлтый Άγιος', [], 'Жёлтый Άγιος'],
  ['Curaçao – “Œuvre” 5 €', [], 'Curaçao – “Œuvre” 5 €'],
  // An accent that is written after its letter.
  ['e\u0301', [], 'e\u0301'],
  ['中国 Star', ['中', '国'], '[??] Star'],
  ['محمد علي', ['م', 'ح', 'د', 'ع', 'ل', 'ي'], '[????] [???]'],
  ['नमस्ते', ['न', 'म', 'स्ते'], '[???]'],
  // A woman, a joiner and a rocket are one letter; an anchor with the mark that asks for colours too.
  ['🚢 go ⚓️ 👩‍🚀', ['🚢', '⚓️', '👩‍🚀'], '[?] go [?] [?]'],
  ['中中', ['中'], '[??]'],
  ['©️', [], '©'],
] as const)('of "%s" are missing %j: it is set as "%s"', (text, missing, set) => {
  expect(undrawn(text)).toEqual(missing);
  expect(withStandIns(text)).toBe(set);
});

it('names no more letters than are read', () => {
  expect(lettersNamed(['中', '国'])).toBe('中 国');
  expect(lettersNamed([...'一二三四五六七八九十百千万'])).toBe('一 二 三 四 五 六 七 八 九 十 百 千 …');
});
