// For the map that the page leaves on its window.
import type {} from '../../web/map/create-map.ts';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

/** Debian's Chromium, or the browser that LEEWARD_CHROMIUM names. */
function browserPath(): string {
  const given = process.env['LEEWARD_CHROMIUM'];
  const found = [given, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  );
  if (!found) throw new Error('No Chromium. On Debian: apt-get install chromium; or set LEEWARD_CHROMIUM.');
  return found;
}

/** @param more  switches beside the usual ones */
export function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    // WebGL without a graphics card.
    args: [
      '--no-sandbox',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
      '--disable-background-networking',
      ...more,
    ],
  });
}

export interface Watched {
  readonly page: Page;
  /** Console warnings and errors, and errors thrown. */
  readonly complaints: string[];
  /** Addresses asked for that are not the server's own. */
  readonly outside: string[];
}

/** A page that remembers what went wrong on it and what it asked of whom. */
export async function watchedPage(
  browser: Browser,
  server: string,
  width: number,
  height: number,
): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(server) && !/^(data|blob):/.test(url)) outside.push(url);
  });
  return { page, complaints, outside };
}

/** Opens an address and waits until the map has drawn all that it was given. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await mapIdle(page);
}

/** Waits until the map has its data, what comes after the first picture too, and nothing left to draw. */
export async function mapIdle(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const map = window.__leeward?.map;
    // The territories without data are drawn last, once the findings are.
    if (!map?.getLayer('no-data')) return false;
    // A panel that opened or closed has given it another size.
    const [box, canvas] = [map.getContainer(), map.getCanvas()];
    const knows = box.clientWidth === canvas.clientWidth && box.clientHeight === canvas.clientHeight;
    return knows && map.loaded() && !map.isMoving() && map.areTilesLoaded();
  });
  await page.waitForTimeout(500);
}

/** How many pixels of two screenshots of one size differ by more than a shade. */
export function differingPixels(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixels = async (base64: string): Promise<Uint8ClampedArray> => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no 2d canvas');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      };
      const [one, two] = await Promise.all([pixels(first ?? ''), pixels(second ?? '')]);
      let count = 0;
      for (let i = 0; i < one.length; i += 4) {
        const difference = [0, 1, 2].reduce(
          (sum, c) => sum + Math.abs((one[i + c] ?? 0) - (two[i + c] ?? 0)),
          0,
        );
        if (difference > 24) count++;
      }
      return count;
    },
    [a.toString('base64'), b.toString('base64')],
  );
}
