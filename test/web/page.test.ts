import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  differingPixels,
  launchBrowser,
  mapIdle,
  openPage,
  watchedPage,
  type Watched,
} from '../support/browser.ts';
import { leewardStarted, type Served } from '../support/leeward.ts';
// For the map that the page leaves on its window.
import type {} from '../../web/map/create-map.ts';

// The page in a real browser over the real server, with the data that comes with it.

const folder = mkdtempSync(path.join(tmpdir(), 'leeward-page-'));
const CASE = 'route:territory:TT>KN>VG';
let served: Served;
let browser: Browser;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  served = await leewardStarted({ LEEWARD_DATA: folder });
  browser = await launchBrowser();
  watched = await watchedPage(browser, served.address, 1440, 900);
  page = watched.page;
  await openPage(page, served.address);
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served.stop();
  rmSync(folder, { recursive: true, force: true });
});

const address = (query: Record<string, string>): string =>
  `${served.address}?${new URLSearchParams(query).toString()}`;

/** Ids of the style's layers that have something drawn in view. */
const drawnLayers = (): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(window.__leeward?.map.queryRenderedFeatures().map((feature) => feature.layer.id) ?? []),
  ]);

const mapPicture = async (query: Record<string, string>): Promise<Buffer> => {
  await openPage(page, address(query));
  return page.locator('canvas.maplibregl-canvas').screenshot();
};

it('draws the base map, legs, routes, hot spots, seizures and ports', async () => {
  const layers = (await drawnLayers()).join(' ');
  for (const name of ['land', 'legs', 'routes', 'cells', 'seizures', 'ports', 'label']) {
    expect(layers, name).toContain(name);
  }
});

it('puts each layer on the map in pixels, and takes it off again', async () => {
  const bare = await mapPicture({ y: 'none' });
  for (const layer of ['routes', 'legs', 'hotspots', 'clusters', 'seizures', 'ports']) {
    const withLayer = await mapPicture({ y: layer });
    // The smallest, the ports, are some hundred dots of at least 3 by 3 pixels.
    expect(await differingPixels(page, bare, withLayer), layer).toBeGreaterThan(900);
  }
});

it.each([
  ['Saba', -63.236, 17.6345],
  ['Mayreau', -61.39, 12.64],
  ['Jost Van Dyke', -64.745, 18.448],
])('has the small island %s with its name', async (name, lon, lat) => {
  await openPage(page, address({ v: `${String(lon)},${String(lat)},9`, y: 'none' }));
  const names = await page.evaluate(() =>
    window.__leeward?.map
      .queryRenderedFeatures()
      .filter((feature) => feature.layer.id.startsWith('label'))
      .map((feature) => String(feature.properties['name'])),
  );
  expect(names).toContain(name);
});

it('opens the 772 kg case to its evidence: recurring with the synthetic traffic, seen once without', async () => {
  await openPage(page, address({ s: CASE }));
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Recurs', { exact: false }).first().waitFor();
  await details.getByText('synthetic', { exact: false }).first().waitFor();

  await openPage(page, address({ s: CASE, d: 'reported' }));
  await details.getByText('Seen once', { exact: false }).first().waitFor();
  for (const part of [
    'Trinidad and Tobago',
    'Saint Kitts and Nevis',
    'British Virgin Islands',
    '772.4',
    'S001',
  ]) {
    await expect.poll(() => details.innerText()).toContain(part);
  }
});

it('keeps the whole view in the address: another browser sees the same', async () => {
  await openPage(page, address({ s: CASE, d: 'reported', v: '-62.5,15,5.5' }));
  const other = await watchedPage(browser, served.address, 1440, 900);
  await openPage(other.page, page.url());
  await expect.poll(() => other.page.url()).toBe(page.url());
  const both = [page, other.page].map((one) => one.getByRole('complementary', { name: 'Details' }));
  const differing = async (): Promise<number> =>
    new Set(await Promise.all(both.map((one) => one.innerText()))).size;
  await expect.poll(differing).toBe(1);
  await other.page.close();
});

it('draws ports that lie too close as one, tells which they are, and zooms to where they part', async () => {
  await openPage(page, address({ v: '-64.6,18.4,4', y: 'legs,ports' }));
  const drawnAsOne = () =>
    page.evaluate(() =>
      window.__leeward?.map
        .queryRenderedFeatures({ layers: ['ports-group'] })
        .map(({ properties }) => String(properties['name'])),
    );
  // Charlotte Amalie and Road Town are 35 km apart, Hodges Creek lies between: 7 px at zoom 4, 15 px at zoom 5.
  await expect.poll(() => drawnAsOne()).toContain('Road Town + 2');
  await page.getByText('groups of ports at this zoom').click();
  const members = 'Road Town, Charlotte Amalie, Hodges Creek';
  await page.getByRole('region', { name: 'Legend' }).getByText(members).waitFor();

  const at = await page.evaluate(() => window.__leeward?.map.project([-64.6145, 18.4225]));
  const canvas = page.locator('canvas.maplibregl-canvas');
  const position = { x: at?.x ?? 0, y: at?.y ?? 0 };
  await canvas.hover({ position });
  await page.locator('.map-tip').getByText(members).waitFor();
  await canvas.click({ position });
  await page.waitForFunction(() => window.__leeward?.map.getZoom() === 5);
  await mapIdle(page);
  await expect.poll(() => drawnAsOne()).toContain('Road Town + 1');
  await expect.poll(() => new URL(page.url()).searchParams.get('v')).toMatch(/,5$/);
});

it('gives a notice, not a blank page, for a broken address', async () => {
  await openPage(page, address({ v: 'nowhere', g: 'cocain', f: '2025-02-30' }));
  const notice = page.getByRole('status').first();
  await expect.poll(() => notice.innerText()).toContain('cocain');
  await expect.poll(() => notice.innerText()).toContain('2025-02-30');
  await expect.poll(() => drawnLayers()).not.toHaveLength(0);
});

it('is worked by the keyboard: search, open, close', async () => {
  await openPage(page, served.address);
  await page.keyboard.press('/');
  await page.keyboard.type('basseterre', { delay: 20 });
  await page
    .getByRole('option', { name: /Basseterre/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Basseterre').first().waitFor();
  await page.keyboard.press('Escape');
  await details.waitFor({ state: 'detached' });
});

it('selects what is clicked on the map', async () => {
  // The seizure area of the 772 kg case alone: its middle is clear of other marks at this zoom.
  await openPage(
    page,
    address({ d: 'reported', f: '2025-12-08', t: '2025-12-09', y: 'seizures', v: '-64.5,18.2,7.5' }),
  );
  const box = await page.locator('canvas.maplibregl-canvas').boundingBox();
  const at = await page.evaluate(() => {
    const point = window.__leeward?.map.project([-64.5, 18.2]);
    return { x: point?.x ?? 0, y: point?.y ?? 0 };
  });
  await page.mouse.click((box?.x ?? 0) + at.x, (box?.y ?? 0) + at.y);
  await page.getByRole('complementary', { name: 'Details' }).getByText('S001').first().waitFor();
  await expect.poll(() => page.url()).toContain('s=seizure:reported:S001');
});

it('says on the map that traffic is synthetic, only while it is shown', async () => {
  await openPage(page, served.address);
  await page.getByText('Includes synthetic', { exact: false }).first().waitFor();
  await openPage(page, address({ d: 'reported' }));
  await expect.poll(() => page.getByText('Includes synthetic', { exact: false }).count()).toBe(0);
});

it('makes a figure of the map, and finds it again by its code', async () => {
  await openPage(page, address({ s: CASE }));
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByText('events lie within the filters').waitFor();
  await dialog.getByLabel('Size').selectOption('slide');
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const file = readFileSync(await download.path());
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const { width, height, data } = PNG.sync.read(file);
  expect([width, height]).toEqual([1920, 1080]);
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) colours.add(data.readUInt32BE(at));
  expect(colours.size).toBeGreaterThan(100);

  const code = await dialog.locator('code').innerText();
  expect(download.suggestedFilename()).toBe(`leeward-figure-${code}.png`);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page.goto(address({ fig: code }));
  const figure = page.getByRole('article', { name: code });
  await figure.getByText('Nothing has changed since').waitFor();
  const [again] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    figure.getByRole('button', { name: 'As PNG' }).click(),
  ]);
  expect(readFileSync(await again.path()).equals(file)).toBe(true);
});

it.each([
  ['dark', 1440, 900],
  ['light', 1024, 768],
])('has nothing serious against it under axe in the %s theme at %i by %i', async (theme, width, height) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.setViewportSize({ width, height });
  await openPage(page, address({ m: theme, s: CASE }));
  // The page's own policy keeps foreign scripts out; the debugger may still run one.
  await page.evaluate(axe);
  const serious = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
  expect(serious).toEqual([]);
});

it('analyses again with other settings, tells of it, and shows what changed', async () => {
  await page.goto(address({ view: 'runs' }));
  await page.getByLabel('Places in a route, at most').fill('2');
  await page.getByLabel('Draws of each test').fill('10');
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByRole('alert').first().waitFor();
  await expect.poll(() => page.getByText('Run 2').count()).toBe(0); // refused at the field
  await page.getByLabel('Draws of each test').fill('99');
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByText('Run 2 is done. The page now shows its findings.').waitFor({ timeout: 150_000 });
  await page.goto(address({ view: 'runs', runs: '1,2' }));
  await page.getByText('routes.maxLength').first().waitFor();

  // A cancelled run leaves the findings before it as they are.
  await page.getByLabel('Draws of each test').fill('99999');
  await page.getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel the run' }).click();
  await page.getByText('Run 3 was cancelled. The findings before it stay as they are.').waitFor();
});

it('says how to read a number, in each of four languages', async () => {
  for (const [language, title] of [
    ['en', 'How to read the numbers'],
    ['es', 'Cómo leer las cifras'],
    ['fr', 'Comment lire les chiffres'],
    ['nl', 'Hoe de cijfers te lezen'],
  ] as const) {
    await page.goto(address({ lang: language, view: 'help', help: 'hypa' }));
    await page.getByRole('heading', { name: title }).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
  }
});

it('fits 1024 by 768 without a scroll bar', async () => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openPage(page, served.address);
  const overflow = await page.evaluate(() => [
    document.documentElement.scrollWidth - window.innerWidth,
    document.documentElement.scrollHeight - window.innerHeight,
  ]);
  expect(overflow).toEqual([0, 0]);
  await mapIdle(page);
});

it('never complained, and never asked anything of another host', () => {
  expect(watched.complaints).toEqual([]);
  expect(watched.outside).toEqual([]);
});
