import { field, numberField, textField, zigzag } from '../protobuf.ts';
import type { Glyph } from './glyph.ts';

/**
 * Glyphs as a file that MapLibre reads (`glyphs.proto` of Mapbox's node-fontnik).
 *
 * @param name   of the font
 * @param range  code points of the file, such as `0-255`
 */
export function encodeGlyphs(name: string, range: string, glyphs: readonly Glyph[]): Uint8Array {
  const stack: number[] = [];
  textField(stack, 1, name);
  textField(stack, 2, range);
  for (const { codePoint, bitmap, width, height, left, top, advance } of glyphs) {
    const glyph: number[] = [];
    numberField(glyph, 1, codePoint);
    if (bitmap.length > 0) field(glyph, 2, bitmap);
    numberField(glyph, 3, width);
    numberField(glyph, 4, height);
    numberField(glyph, 5, zigzag(left));
    numberField(glyph, 6, zigzag(top));
    numberField(glyph, 7, advance);
    field(stack, 3, glyph);
  }
  const out: number[] = [];
  field(out, 1, stack);
  return Uint8Array.from(out);
}
