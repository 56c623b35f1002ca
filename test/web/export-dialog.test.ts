import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { servedPage } from '../support/served-page.ts';

// The dialog that exports, and the published totals that it is opened from, in a real browser over the real server.

const own = servedPage(1280, 720);
let page: Page;

beforeEach(() => {
  page = own.page();
});

it('says notes of published totals in the language of the page, and titles of sources in their own', async () => {
  await page.goto(`${own.address()}?p=operations&lang=nl`);
  const calypso = page.getByRole('region', { name: 'CALYPSO 2' });
  const note = calypso.getByText('Onderdelen, apart geteld van hele vuurwapens.');
  await note.waitFor();
  await expect.poll(() => note.getAttribute('lang')).toBeNull();
  await expect.poll(() => calypso.getByText('Parts and components').count()).toBe(0);
  const title = calypso.getByText('Caribbean Customs operation seizes rising number of illegal firearms');
  await expect.poll(() => title.first().getAttribute('lang')).toBe('en');
});

it('names letters of a title that the font does not have as it is typed, and makes nothing of it', async () => {
  await page.goto(`${own.address()}?p=operations&lang=fr`);
  await page.getByRole('button', { name: 'Exporter ce panneau' }).click();
  const dialog = page.getByRole('dialog', { name: 'Exporter' });
  const title = dialog.getByLabel('Titre', { exact: true });
  await title.fill('CALYPSO 2 中国');
  await dialog
    .getByText('Notre police n’a pas 中 国. Écrivez-le en lettres latines, grecques ou cyrilliques.')
    .waitFor();
  await expect.poll(() => title.getAttribute('aria-invalid')).toBe('true');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/exports')) asked.push(request.url());
  });
  await dialog.getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(asked).toEqual([]);

  await title.fill('CALYPSO 2 Жёлтый Άγιος → Tortola');
  await dialog.getByText('Notre police').waitFor({ state: 'detached' });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    dialog.getByRole('button', { name: 'Exporter', exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^leeward-totals-LW-.*\.png$/);
  await dialog.getByText('Fait et enregistré').waitFor();
});
