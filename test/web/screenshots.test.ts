import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paletteOf } from '../../shared/drawing/palette.ts';
import { launchBrowser, openPage, watchedPage } from '../support/browser.ts';
import { copyOfTemplate } from '../support/database.ts';
import { tempFile } from '../support/files.ts';
import { leeward, leewardStarted, type Served } from '../support/leeward.ts';
import { difference, mapShot, pixelsOf, reduced } from '../support/screenshots.ts';

// The map as it was when somebody looked at it and found it good: three places, both themes. How to renew the
// pictures is in test/fixtures/README.md.

const RENEW = process.env['LEEWARD_RENEW_SCREENSHOTS'] === '1';
const FIXTURES = 'test/fixtures/screenshots';
/** Pixels of the map to one of a kept picture, each way. */
const REDUCED = 3;
/** Of 255. Two runs of one version of the renderer differ by 0; the rest is room for another version's edges. */
const MOST_MEAN = 2;
/** Share of pixels: room for a label that another version sets elsewhere. Not measured with one. */
const MOST_OFF = 0.01;

/**
 * A place, its part of the address, and the fewest pixels that show each thing: about a third of those there in the theme
 * with fewer. Far out, the few voyages lie under the routes.
 */
const PLACES = [
  ['region', '-69.4,16.6,4.6', { route: 350, voyage: 0, hot: 650, label: 80 }],
  ['virgin-islands-saint-kitts', '-63.6,17.8,8', { route: 450, voyage: 120, hot: 20_000, label: 70 }],
  ['trinidad-grenada', '-61.6,11.4,8', { route: 320, voyage: 450, hot: 6_800, label: 140 }],
] as const;
const THEMES = ['dark', 'light'] as const;

/** Two services that call, turn and turn about; days apart, `weeks` times. */
function madeCalls(weeks: number): string {
  const lines = ['vessel_name,mmsi,port,arrived_at,departed_at'];
  const services = [
    ['MADE NORTHERLY', '341999002', ['TTPOS', 'KNBAS', 'VGRAD']],
    ['MADE WINDWARD', '341999003', ['TTPOS', 'GDSTG', 'VCKTN', 'BBBGI']],
  ] as const;
  for (const [name, mmsi, ports] of services) {
    for (let call = 0; call < weeks * ports.length; call++) {
      const arrived = Date.UTC(2025, 2, 3, 6) + call * 2.5 * 86_400_000;
      const times = [arrived, arrived + 8 * 3_600_000].map((at) => new Date(at).toISOString());
      lines.push([name, mmsi, ports[call % ports.length], ...times].join(','));
    }
  }
  return [...lines, ''].join('\n');
}

let folder = '';
let served: Served | null = null;
let browser: Browser;
let page: Page;
const shots = new Map<string, PNG>();

beforeAll(async () => {
  folder = await copyOfTemplate();
  const settings = { LEEWARD_DATA: folder };
  await leeward(['import', 'ports', 'data/ports.csv', '--data-set', 'gazetteer'], settings);
  const calls = tempFile('calls.csv', madeCalls(6));
  const taken = await leeward(
    ['import', 'calls', calls, '--data-set', 'made', '--synthetic', '--json'],
    settings,
  );
  expect(JSON.parse(taken.stdout)).toMatchObject({ counts: { vessels: 2 } });
  served = await leewardStarted(settings, ['--no-demo']);
  browser = await launchBrowser();
  page = (await watchedPage(browser, served.address, 1440, 900)).page;
}, 400_000);

afterAll(async () => {
  await browser.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The map at a place in a theme; each is drawn once. */
async function shotOf(view: string, theme: string, layers?: 'none'): Promise<PNG> {
  const key = [view, theme, layers].join(' ');
  const known = shots.get(key);
  if (known) return known;
  const query = new URLSearchParams({ v: view, m: theme, lang: 'en', ...(layers && { y: layers }) });
  await openPage(page, `${served?.address ?? ''}?${query.toString()}`);
  const shot = await mapShot(page);
  shots.set(key, shot);
  return shot;
}

/** Pixels of routes that recur, of voyages, of hot cells and of the names of ports. */
interface Counts {
  readonly route: number;
  readonly voyage: number;
  readonly hot: number;
  readonly label: number;
}

function countsOf(shot: PNG, theme: (typeof THEMES)[number]): Counts {
  const { route, voyage, hot, portText, sea, halo } = paletteOf(theme);
  return {
    route: pixelsOf(shot, route, sea, 0.5),
    voyage: pixelsOf(shot, voyage, sea),
    hot: pixelsOf(shot, hot, sea),
    label: pixelsOf(shot, portText, halo, 0.9),
  };
}

describe.each(PLACES)('the map of %s', (place, view, least) => {
  it.each(THEMES)('looks in the %s theme as it did', async (theme) => {
    const small = reduced(await shotOf(view, theme), REDUCED);
    const file = path.join(FIXTURES, `${place}-${theme}.png`);
    if (RENEW) writeFileSync(file, PNG.sync.write(small));
    expect(existsSync(file), `${file} is missing`).toBe(true);
    const kept = PNG.sync.read(readFileSync(file));
    expect([small.width, small.height]).toEqual([kept.width, kept.height]);
    const { mean, off } = difference(small, kept);
    expect(mean).toBeLessThan(MOST_MEAN);
    expect(off).toBeLessThan(MOST_OFF);
  });

  it.each(THEMES)('has routes, voyages, hot cells and labels in pixels in the %s theme', async (theme) => {
    const shot = await shotOf(view, theme);
    const counts = countsOf(shot, theme);
    for (const what of ['route', 'voyage', 'hot', 'label'] as const) {
      expect(counts[what], what).toBeGreaterThanOrEqual(least[what]);
    }
  });
});

it('tells another place and the other theme apart', async () => {
  const [[, region], [, north]] = PLACES;
  const small = reduced(await shotOf(region, 'dark'), REDUCED);
  for (const other of [await shotOf(north, 'dark'), await shotOf(region, 'light')]) {
    const { mean, off } = difference(small, reduced(other, REDUCED));
    expect(mean).toBeGreaterThan(MOST_MEAN);
    expect(off).toBeGreaterThan(MOST_OFF);
  }
});

it('finds next to no routes, voyages and hot cells where they are switched off', async () => {
  const bare = countsOf(await shotOf(PLACES[1][1], 'dark', 'none'), 'dark');
  for (const what of ['route', 'voyage', 'hot'] as const) expect(bare[what], what).toBeLessThan(20);
});
