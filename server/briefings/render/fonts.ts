import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';
import { FACES, type Face, type Measure } from '../figure/drawing.ts';

const FILES: Readonly<Record<Face, string>> = {
  regular: '400Regular/NotoSans_400Regular.ttf',
  italic: '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  semibold: '600SemiBold/NotoSans_600SemiBold.ttf',
  bold: '700Bold/NotoSans_700Bold.ttf',
};

/** Address of the TTF file of a face: Noto Sans (SIL Open Font License 1.1), with Latin, Greek and Cyrillic. */
export const fontFile = (face: Face): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${FILES[face]}`);

/** The files of all faces. */
export const fontFiles = (): string[] => FACES.map(fontFile);

const opened = new Map<Face, fontkit.Font>();

/** A face as fontkit reads it; opened once. */
export function openFont(face: Face): fontkit.Font {
  const held = opened.get(face);
  if (held) return held;
  const font = fontkit.openSync(fontFile(face));
  if (!('layout' in font)) throw new Error(`${FILES[face]} holds several fonts`);
  opened.set(face, font);
  return font;
}

/** Texts of which the width is kept; then all are forgotten, so that memory stays flat. */
const MOST_KEPT = 20_000;

/** Measures texts by the glyphs of our own fonts, kerning included. */
export function makeMeasure(): Measure {
  const kept = new Map<string, number>();
  return (text, size, face) => {
    const key = `${face} ${text}`;
    let ems = kept.get(key);
    if (ems === undefined) {
      const font = openFont(face);
      ems = font.layout(text).advanceWidth / font.unitsPerEm;
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, ems);
    }
    return ems * size;
  };
}
