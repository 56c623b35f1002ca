import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser, openPage } from '../support/browser.ts';
import { leewardStarted } from '../support/leeward.ts';

/** How long each part is watched, ms. */
const WATCH_MS = 3000;

/**
 * Time between frames of the page while the brush of the timeline is dragged to and fro, against the same page at
 * rest in the same run. Chromium without a graphics card, so the figures are of the processor.
 */
export async function bench(): Promise<void> {
  console.log(`Frames while the brush is dragged, against the page at rest (1440x900, ${WATCH_MS} ms each)`);
  const folder = mkdtempSync(path.join(tmpdir(), 'leeward-brush-'));
  // A server that runs already may be looked at instead.
  const given = process.env['LEEWARD_ADDRESS'];
  const served = given === undefined ? await leewardStarted({ LEEWARD_DATA: folder }) : null;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
    await openPage(page, served?.address ?? given ?? '');
    await page.waitForSelector('.chart svg rect.bar');
    await page.waitForTimeout(3000);
    print('at rest', await frames(page, () => page.waitForTimeout(WATCH_MS)));
    print('dragging', await frames(page, () => drag(page)));
  } finally {
    await browser.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drags from the middle of the chart to and fro, about every frame, and lets go where it began. */
async function drag(page: Page): Promise<void> {
  const box = await page.locator('.chart svg').boundingBox();
  if (!box) throw new Error('The timeline has no chart.');
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const until = Date.now() + WATCH_MS;
  for (let i = 0; Date.now() < until; i++) {
    await page.mouse.move(x + Math.sin(i / 12) * box.width * 0.4, y);
    await page.waitForTimeout(12);
  }
  await page.mouse.move(x, y);
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** Milliseconds between frames while something is done, ascending. */
async function frames(page: Page, act: () => Promise<void>): Promise<number[]> {
  // As text: what is handed over as a function may lean on helpers that the page does not have.
  await page.evaluate(`
    if (window.benchFrames) window.benchFrames.length = 0;
    else {
      window.benchFrames = [];
      (function next(now) {
        if (now !== undefined) window.benchFrames.push(now);
        requestAnimationFrame(next);
      })();
    }
  `);
  await act();
  const times = await page.evaluate<number[]>('window.benchFrames.splice(0)');
  return times
    .slice(1)
    .map((time, i) => time - (times[i] ?? time))
    .sort((a, b) => a - b);
}

function print(name: string, deltas: readonly number[]): void {
  const at = (share: number): string => (deltas[Math.floor((deltas.length - 1) * share)] ?? 0).toFixed(1);
  const over = (ms: number): string =>
    `${((deltas.filter((delta) => delta > ms + 0.5).length / Math.max(1, deltas.length)) * 100).toFixed(1)} %`;
  console.log(
    `  ${name}: ${deltas.length} frames; median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms; ` +
      `over 16.7 ms ${over(16.7)}, over 33 ms ${over(33)}, over 50 ms ${over(50)}`,
  );
}
