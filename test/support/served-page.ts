import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchBrowser, watchedPage, type Watched } from './browser.ts';
import { copyOfTemplate } from './database.ts';
import { leewardStarted, type Served } from './leeward.ts';

interface Wishes {
  /** The synthetic traffic, which takes half a minute to make. */
  readonly withDemo?: boolean;
  /** Of the browser, beside the usual ones. */
  readonly switches?: readonly string[];
}

/**
 * A real server over a copy of the loaded database for one file of tests, and a new page of a real browser for each of
 * them: what hands both out while they run.
 */
export function servedPage(
  width: number,
  height: number,
  { withDemo = false, switches = [] }: Wishes = {},
): { address(): string; watched(): Watched; page(): Page } {
  let folder = '';
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  beforeAll(async () => {
    folder = await copyOfTemplate();
    served = await leewardStarted({ LEEWARD_DATA: folder }, withDemo ? [] : ['--no-demo']);
    browser = await launchBrowser(...switches);
  }, 400_000);
  afterAll(async () => {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, served.address, width, height);
    return () => watched.page.close();
  });
  return { address: () => served.address, watched: () => watched, page: () => watched.page };
}
