import { describe, expect, it } from 'vitest';
import { encodeGlyphs } from '../../web/glyphs/encode.ts';
import { drawGlyph, type OutlineCommand } from '../../web/glyphs/glyph.ts';

/** A closed outline through some corners, in units of a font of 1,000 to the em. */
const outline = (...corners: [number, number][]): OutlineCommand[] => [
  ...corners.map((args, i) => ({ command: i === 0 ? 'moveTo' : 'lineTo', args })),
  { command: 'closePath', args: [] },
];

describe('a letter of the map', () => {
  // 250 units are 6 px of an em of 24.
  const square = outline([0, 0], [250, 0], [250, 250], [0, 250]);
  const glyph = drawGlyph(65, square, 1000, 300);
  const at = (x: number, y: number): number | undefined => glyph.bitmap[y * 12 + x];

  it('stands where the font has it, with three pixels of room around it', () => {
    // The line that letters hang on lies 27 px above the one they stand on; 300 units are 7.2 px.
    expect({ ...glyph, bitmap: glyph.bitmap.length }).toEqual({
      codePoint: 65,
      width: 6,
      height: 6,
      left: 0,
      top: 6 - 27,
      advance: 7,
      bitmap: 12 * 12,
    });
  });

  it('holds in each pixel how far its middle is from the edge: 255 (0.75 - px / 8), from 0 to 255', () => {
    // Half a pixel inside and outside: 255 x 0.8125 and 255 x 0.6875.
    expect([at(3, 6), at(2, 6)]).toEqual([207, 175]);
    // 2.5 px inside both edges is beyond the scale, which ends 2 px inside.
    expect(at(5, 5)).toBe(255);
    // 2.5 px outside both edges of a corner are 3.5355 px: 255 (0.75 - 0.44194).
    expect(at(0, 0)).toBe(79);
  });

  it('leaves the hole of an outline that turns the other way empty', () => {
    // A ring 6 px wide around a hole of 2 px: its middle is a pixel from the edge, outside.
    const hole = outline([83, 83], [83, 167], [167, 167], [167, 83]);
    const ring = drawGlyph(79, [...square, ...hole], 1000, 300);
    // The hole lies from 1.992 to 4.008 px, so the pixel from 2 to 3 has its middle 0.508 px inside it.
    expect(ring.bitmap[5 * 12 + 5]).toBe(Math.round(255 * (0.75 - 0.508 / 8)));
    expect(ring.bitmap[4 * 12 + 4]).toBeGreaterThan(191);
  });

  it('follows a curve', () => {
    // From (0, 0) over (0, 250) to (250, 250) and straight back: the middle of the curve is at (62.5, 187.5).
    const curve: OutlineCommand[] = [
      { command: 'moveTo', args: [0, 0] },
      { command: 'quadraticCurveTo', args: [0, 250, 250, 250] },
      { command: 'closePath', args: [] },
    ];
    const arc = drawGlyph(41, curve, 1000, 300);
    // (1.5, 4.5) px is that middle, so the edge runs through the pixel: 255 x 0.75.
    expect(arc.bitmap[(3 + 1) * 12 + (3 + 1)]).toBe(191);
    expect(() => drawGlyph(41, [{ command: 'bezierCurveTo', args: [] }], 1000, 1)).toThrow('bezierCurveTo');
  });

  it('is a gap where there is no ink', () => {
    expect(drawGlyph(32, [], 1000, 260)).toEqual({
      codePoint: 32,
      width: 0,
      height: 0,
      left: 0,
      top: 0,
      advance: 6,
      bitmap: new Uint8Array(0),
    });
  });
});

it('writes letters as the file that MapLibre reads', () => {
  const glyph = { codePoint: 65, width: 1, height: 2, left: -1, top: -3, advance: 200 };
  const bytes = encodeGlyphs('a', '0-255', [{ ...glyph, bitmap: Uint8Array.of(7, 191) }]);
  // By hand, after glyphs.proto: a stack of name, range and glyphs; 200 takes two bytes, signs are in the last bit.
  const letter = [8, 65, 18, 2, 7, 191, 24, 1, 32, 2, 40, 1, 48, 5, 56, 200, 1];
  const stack = [10, 1, 97, 18, 5, 48, 45, 50, 53, 53, 26, letter.length, ...letter];
  expect([...bytes]).toEqual([10, stack.length, ...stack]);
});
