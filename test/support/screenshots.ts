import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
// For the map that the page leaves on its window.
import type {} from '../../web/map/create-map.ts';

/** What the map has drawn, and nothing that lies over it: read in the frame in which it is drawn. */
export async function mapShot(page: Page): Promise<PNG> {
  const url = await page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const map = window.__leeward?.map;
        if (!map) return reject(new Error('There is no map on the page.'));
        map.once('render', () => resolve(map.getCanvas().toDataURL('image/png')));
        map.triggerRepaint();
      }),
  );
  return PNG.sync.read(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}

/** The mean of each square of `by` times `by` pixels, so that single pixels of the edges no longer count. */
export function reduced(png: PNG, by: number): PNG {
  const small = new PNG({ width: Math.floor(png.width / by), height: Math.floor(png.height / by) });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let at = 0; at < by * by; at++) {
          const pixel = (y * by + Math.floor(at / by)) * png.width + x * by + (at % by);
          sum += png.data[pixel * 4 + channel] ?? 0;
        }
        small.data[(y * small.width + x) * 4 + channel] = Math.round(sum / (by * by));
      }
    }
  }
  return small;
}

/**
 * How far two pictures of one size are apart.
 *
 * @returns `mean`: the mean absolute difference of a colour channel, 0 to 255; `off`: the share of pixels, 0 to 1,
 *   of which a channel differs by more than 40
 */
export function difference(a: PNG, b: PNG): { mean: number; off: number } {
  let sum = 0;
  let off = 0;
  const pixels = a.width * a.height;
  for (let pixel = 0; pixel < pixels; pixel++) {
    let most = 0;
    for (let channel = 0; channel < 3; channel++) {
      const by = Math.abs((a.data[pixel * 4 + channel] ?? 0) - (b.data[pixel * 4 + channel] ?? 0));
      sum += by;
      most = Math.max(most, by);
    }
    if (most > 40) off++;
  }
  return { mean: sum / (pixels * 3), off: off / pixels };
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/**
 * How many pixels show a colour, whole or let through to the ground: at least `least` of the way from the ground's to it,
 * and off that way by at most 14 of 255 in any channel.
 *
 * @param colour  as the palette has it, `#56b4e9`; `ground` likewise
 */
export function pixelsOf(png: PNG, colour: string, ground: string, least = 0.3): number {
  const from = channels(ground);
  const way = channels(colour).map((value, channel) => value - (from[channel] ?? 0));
  const length = way.reduce((sum, by) => sum + by * by, 0);
  let count = 0;
  for (let at = 0; at < png.data.length; at += 4) {
    const here = from.map((value, channel) => (png.data[at + channel] ?? 0) - value);
    const share = here.reduce((sum, by, channel) => sum + by * (way[channel] ?? 0), 0) / length;
    if (share < least || share > 1.1) continue;
    if (here.every((by, channel) => Math.abs(by - share * (way[channel] ?? 0)) <= 14)) count++;
  }
  return count;
}
