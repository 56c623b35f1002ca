import { crc32 } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import type { Drawing } from '../figure/drawing.ts';
import { fontFiles } from './fonts.ts';
import { toSvg } from './svg.ts';

/** Bytes of the signature and the first chunk of a PNG, after which the resolution may stand. */
const AFTER_HEADER = 8 + 25;
const INCHES_PER_METRE = 1 / 0.0254;

/** The chunk that says how many pixels of a PNG make a metre (ISO/IEC 15948, pHYs). */
function resolutionChunk(dotsPerInch: number): Buffer {
  const chunk = Buffer.alloc(21);
  const perMetre = Math.round(dotsPerInch * INCHES_PER_METRE);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMetre, 8);
  chunk.writeUInt32BE(perMetre, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return chunk;
}

/** A drawing as a PNG of exactly its pixels, drawn with our own fonts alone; of paper it says its resolution. */
export function toPng(drawing: Drawing): Buffer {
  const renderer = new Resvg(toSvg(drawing, false), {
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
    logLevel: 'off',
  });
  const png = Buffer.from(renderer.render().asPng());
  if (drawing.dotsPerInch === null) return png;
  return Buffer.concat([
    png.subarray(0, AFTER_HEADER),
    resolutionChunk(drawing.dotsPerInch),
    png.subarray(AFTER_HEADER),
  ]);
}
