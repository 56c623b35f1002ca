import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { leewardStarted } from '../support/leeward.ts';

/** How often each page is opened, each time in a browser window that keeps nothing of the last. */
const TIMES = 7;

/** What one opening of the page took, ms from the start of its navigation, and what its script holds, MB. */
interface Opening {
  readonly made: number;
  readonly idle: number;
  readonly scriptMb: number;
}

/**
 * How long the page of a warm server takes to its first map at rest, with the findings of the demo on it, against
 * the base map alone in the same run. Chromium without a graphics card, so the figures are of the processor.
 */
export async function bench(): Promise<void> {
  console.log(`First map at rest on a warm server (1440x900, ${TIMES} windows each)`);
  const folder = mkdtempSync(path.join(tmpdir(), 'leeward-opening-'));
  // A server that runs already may be looked at instead.
  const given = process.env['LEEWARD_ADDRESS'];
  const served = given === undefined ? await leewardStarted({ LEEWARD_DATA: folder }) : null;
  const browser = await launchBrowser();
  try {
    const address = served?.address ?? given ?? '';
    await open(browser, address); // the server's own first answers, and the browser's first page
    const bare = await openings(browser, `${address}?y=none`);
    const whole = await openings(browser, address);
    print('base map alone', bare);
    print('with its findings', whole);
    console.log(`  ratio ${(median(whole, 'idle') / median(bare, 'idle')).toFixed(2)}`);
  } finally {
    await browser.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openings(browser: Browser, address: string): Promise<Opening[]> {
  const all: Opening[] = [];
  for (let i = 0; i < TIMES; i++) all.push(await open(browser, address));
  return all;
}

async function open(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  // As text: what is handed over as a function may lean on helpers that the page does not have.
  await page.addInitScript(`
    window.opening = {};
    const looking = setInterval(() => {
      const map = window.__leeward && window.__leeward.map;
      if (!map) return;
      clearInterval(looking);
      window.opening.made = performance.now();
      map.once('idle', () => { window.opening.idle = performance.now(); });
    }, 1);
  `);
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction('window.opening.idle > 0', null, { polling: 50 });
  const { made, idle } = await page.evaluate<{ made: number; idle: number }>('window.opening');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
  await context.close();
  return { made, idle, scriptMb: bytes / 1e6 };
}

const sorted = (all: readonly Opening[], key: keyof Opening): number[] =>
  all.map((one) => one[key]).sort((a, b) => a - b);
const median = (all: readonly Opening[], key: keyof Opening): number =>
  sorted(all, key)[Math.floor(all.length / 2)] ?? 0;

function print(name: string, all: readonly Opening[]): void {
  const idle = sorted(all, 'idle');
  console.log(
    `  ${name}: map made ${median(all, 'made').toFixed(0)} ms; at rest median ${median(all, 'idle').toFixed(0)} ms, ` +
      `least ${(idle[0] ?? 0).toFixed(0)}, most ${(idle.at(-1) ?? 0).toFixed(0)}; script ${median(all, 'scriptMb').toFixed(0)} MB`,
  );
}
