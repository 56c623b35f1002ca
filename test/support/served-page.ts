import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from './browser.ts';
import { copyOfTemplate } from './database.ts';
import { leewardStarted, type Served } from './leeward.ts';

/**
 * A real server over a copy of the loaded database for one file of tests, and a new page of a real browser for each of
 * them: what hands both out while they run.
 */
export function servedPage(width: number, height: number): { page(): Page; address(): string } {
  let folder = '';
  let served: Served;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    folder = await copyOfTemplate();
    served = await leewardStarted({ LEEWARD_DATA: folder }, ['--no-demo']);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width, height } });
    return () => page.close();
  });
  return { page: () => page, address: () => served.address };
}
