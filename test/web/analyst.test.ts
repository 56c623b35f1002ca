import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paletteOf } from '../../shared/drawing/palette.ts';
import { mapIdle, openPage } from '../support/browser.ts';
import { mapShot, pixelsOf } from '../support/screenshots.ts';
import { servedPage } from '../support/served-page.ts';
// For the map that the page leaves on its window.
import type {} from '../../web/map/create-map.ts';

// What an analyst does to the page as it comes to mind: goes back and forth, leaves a note half written, clicks twice.

const CASE = 'seizure:reported:S001';
const own = servedPage(1280, 720);
let page: Page;

beforeEach(() => {
  page = own.page();
});
afterEach(() => {
  const { complaints, outside } = own.watched();
  expect([complaints, outside]).toEqual([[], []]);
});

const open = (query = ''): Promise<void> => openPage(page, `${own.address()}${query}`);
const search = (): string => new URL(page.url()).search;
const details = () => page.getByRole('complementary', { name: 'Details' });
/** Where the map stands, as the address writes it. */
const standing = (): Promise<string> =>
  page.evaluate(() => {
    const map = window.__leeward?.map;
    const { lng = NaN, lat = NaN } = map?.getCenter() ?? {};
    return [lng.toFixed(4), lat.toFixed(4), map?.getZoom().toFixed(2)].map(Number).join(',');
  });
/** Folds the timeline away: the map has another size. */
async function fold(): Promise<void> {
  await page.getByRole('button', { name: 'Hide the timeline' }).click();
  await mapIdle(page);
}

describe('the place of the map', () => {
  const SAVED = `?v=-63,15.5,6&s=${CASE}&p=notes`;

  it('is that of a saved view, of undo and of redo, and stays when the map has another size', async () => {
    await open(SAVED);
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Windward');
    await page.locator('form').getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('button', { name: 'Windward', exact: true }).waitFor();

    await open('?p=notes');
    const home = await standing();
    await page.getByRole('button', { name: 'Windward', exact: true }).click();
    await details().waitFor();
    await mapIdle(page);
    expect([await standing(), search()]).toEqual(['-63,15.5,6', SAVED]);

    await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
    await details().waitFor({ state: 'detached' });
    await mapIdle(page);
    expect([await standing(), search()]).toEqual([home, '?p=notes']);

    await page.getByRole('button', { name: 'Redo (Ctrl+Shift+Z)' }).click();
    await details().waitFor();
    await mapIdle(page);
    expect([await standing(), search()]).toEqual(['-63,15.5,6', SAVED]);
    await fold();
    expect([await standing(), search()]).toEqual(['-63,15.5,6', SAVED]);
  });

  it('is that of the step taken back, also while the map is on its way elsewhere', async () => {
    await open('?p=seizures');
    const home = await standing();
    // In the very moment in which the map sets out for what was opened.
    await page.evaluate(() => {
      const map = window.__leeward?.map;
      if (!map) throw new Error('There is no map on the page.');
      const fly = map.fitBounds.bind(map);
      map.fitBounds = (bounds, options) => {
        fly(bounds, options);
        if (options?.animate === true) document.querySelector<HTMLElement>('[aria-label^="Undo"]')?.click();
        return map;
      };
    });
    const opened = page.waitForURL(/s=seizure/);
    await page.getByRole('table').getByRole('row').nth(1).getByRole('button').first().click();
    await opened;
    await details().waitFor({ state: 'detached' });
    await mapIdle(page);
    expect([await standing(), search()]).toEqual([home, '?p=seizures']);
  });
});

describe('a note that is not saved', () => {
  const text = () => details().getByLabel('What is known');
  const mark = () => page.getByRole('tab', { name: 'Notebook' }).getByRole('img', { name: 'Not saved yet' });

  it('is there again wherever the reader went, with a mark, until it is saved', async () => {
    await open(`?s=${CASE}&p=notes`);
    await expect.poll(() => mark().count()).toBe(0);
    await details().getByRole('button', { name: 'Add a note' }).click();
    await text().fill('Same hull as in October');
    await details().getByText('Not saved yet').waitFor();

    await details().getByRole('button', { name: 'Close details' }).click();
    await details().waitFor({ state: 'detached' });
    await mark().waitFor();
    await page.getByRole('tabpanel').locator('.notes-begun').getByRole('button').click();
    await expect.poll(() => text().inputValue()).toBe('Same hull as in October');

    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    await page.getByRole('button', { name: 'Close the tool' }).click();
    await expect.poll(() => text().inputValue()).toBe('Same hull as in October');

    // Another case has a form of its own.
    await page.getByRole('radiogroup', { name: 'Kind of list' }).getByText('Evidence').click();
    const rows = page.getByRole('table').getByRole('row').filter({ hasNotText: '772.4 kg' });
    await rows.nth(1).getByRole('button').first().click();
    await details().getByRole('button', { name: 'Add a note' }).waitFor();
    await expect.poll(() => text().count()).toBe(0);
    await page.goBack();
    await expect.poll(() => text().inputValue()).toBe('Same hull as in October');

    await details().getByRole('button', { name: 'Save', exact: true }).click();
    await details().locator('.note-text').getByText('Same hull as in October').waitFor();
    await expect.poll(() => text().count()).toBe(0);
    await expect.poll(() => page.locator('.unsaved, .unsaved-dot').count()).toBe(0);
  });

  it('is let go of when it is cancelled', async () => {
    await open(`?s=${CASE}`);
    await details().getByRole('button', { name: 'Add a note' }).click();
    await text().fill('Nothing worth keeping');
    await details().getByRole('button', { name: 'Cancel' }).click();
    await details().getByRole('button', { name: 'Add a note' }).click();
    await expect.poll(() => text().inputValue()).toBe('');
  });
});

it('has the record’s own remarks and the notes of the analyst under headings of their own', async () => {
  await open(`?s=${CASE}`);
  const headings = details().getByRole('heading', { level: 3, name: /notes|remarks/i });
  await expect.poll(() => headings.allInnerTexts()).toEqual(['Remarks in the record', 'Notes']);
});

it('numbers the stops on the map as the panel does', async () => {
  await open(`?s=${CASE}&v=-63.8,17.9,7`);
  const inPanel = await details()
    .locator('.stops li')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('.stop-mark')?.textContent,
        item.querySelector('.link')?.textContent ?? '',
      ]),
    );
  const onMap = await page.evaluate(() =>
    window.__leeward?.map
      .queryRenderedFeatures({ layers: ['stops'] })
      .map(({ properties: { number, name } }) => [String(number), String(name)]),
  );
  // The first stop, Trinidad, lies outside this map. The place of the seizure itself has no name of its own.
  expect(inPanel.slice(1)).toEqual([
    ['2', 'Saint Kitts and Nevis'],
    ['3', ''],
    ['4', 'British Virgin Islands'],
  ]);
  expect(onMap?.sort()).toEqual(inPanel.slice(1));
});

describe('no data', () => {
  it.each(['dark', 'light'] as const)('is hatched in the %s theme, not left bare', async (theme) => {
    // Cuba, where nothing is held, and nothing else is drawn.
    await open(`?y=none&v=-79,21.9,7&m=${theme}`);
    const { landText, land } = paletteOf(theme);
    const hatched = pixelsOf(await mapShot(page), landText, land, 0.15);
    await page.evaluate(() => window.__leeward?.map.setLayoutProperty('no-data', 'visibility', 'none'));
    await mapIdle(page);
    const bare = pixelsOf(await mapShot(page), landText, land, 0.15);
    // Lines of a pixel every 8, over an island that fills about a tenth of this map.
    expect(hatched - bare).toBeGreaterThan(2000);
  });

  it('is told in the legend, with the countries by name', async () => {
    await open('?y=none');
    const legend = page.getByRole('region', { name: 'Legend' });
    await legend.getByText('No data: no report, no call').waitFor();
    await legend.getByText('countries of which nothing is held').click();
    await expect.poll(() => legend.getByText(/Belize.*Cuba.*Montserrat/).count()).toBe(1);
  });

  it('is hatched and told where two periods are held against one another too', async () => {
    await open('?p=compare&xa=2025-02-14,2026-02-13&xb=2024-02-14,2025-02-13&xm=diff');
    const legend = page.getByRole('region', { name: 'Legend' });
    await legend.getByText('No data: no report, no call').waitFor();
    const hatched = (): Promise<unknown[] | undefined> =>
      page.evaluate(() =>
        window.__leeward?.map
          .queryRenderedFeatures({ layers: ['no-data'] })
          .map(({ properties }) => properties['country'] as unknown),
      );
    await expect.poll(hatched).toContain('CU');
  });
});

describe('the timeline', () => {
  it.each([
    [1280, ''],
    [1280, `?s=${CASE}`],
    [1440, `?s=${CASE}`],
  ])('has Pause where Play was, at %i px with %j', async (width, query) => {
    await page.setViewportSize({ width, height: 720 });
    await open(query);
    const play = await page.getByRole('button', { name: 'Play', exact: true }).boundingBox();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.locator('.timeline-notes strong').first().waitFor();
    const pause = page.getByRole('button', { name: 'Pause', exact: true });
    expect(await pause.boundingBox()).toEqual(play);
    await page.mouse.click((play?.x ?? 0) + 12, (play?.y ?? 0) + 12);
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  });

  it('selects no text when the brush is drawn down into the years', async () => {
    await open();
    const box = await page.locator('.chart svg').boundingBox();
    if (!box) throw new Error('there is no chart');
    await page.mouse.move(box.x + 200, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 500, box.y + box.height - 3, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Zoom to these dates' }).waitFor();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('');
  });

  it('cuts no year off at its edge', async () => {
    await open(`?s=${CASE}`);
    const chart = await page.locator('.chart svg').boundingBox();
    for (const label of await page.locator('.chart .axis').all()) {
      const box = await label.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(chart?.x ?? NaN);
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(
        (chart?.x ?? NaN) + (chart?.width ?? NaN),
      );
    }
  });
});

describe('on a small map', () => {
  it('the notes keep clear of the buttons of the zoom', async () => {
    await open(`?s=${CASE}`);
    const zoom = await page.locator('.maplibregl-ctrl-bottom-right .maplibregl-ctrl-group').boundingBox();
    for (const note of await page.locator('.map-notes span').all()) {
      const box = await note.boundingBox();
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(zoom?.x ?? NaN);
    }
  });

  it('no name is placed under the legend', async () => {
    await open('?v=-70,19,5');
    const legend = page.locator('.stage-legend');
    const under = async (): Promise<string[]> => {
      const [box, map] = [await legend.boundingBox(), await page.locator('.map-canvas').boundingBox()];
      if (!box || !map) throw new Error('there is no legend');
      const [x, y] = [box.x - map.x, box.y - map.y];
      const corners = [x + 4, y + 4, x + box.width - 4, y + box.height - 4] as const;
      return page.evaluate(([west, north, east, south]) => {
        const found = window.__leeward?.map.queryRenderedFeatures([
          [west, north],
          [east, south],
        ]);
        return (found ?? [])
          .filter(({ layer }) => ['ports-label', 'label-country', 'label-island'].includes(layer.id))
          .map(({ properties }) => String(properties['name']));
      }, corners);
    };
    expect(await under()).toEqual([]);
    await legend.getByRole('button', { name: 'Legend' }).click();
    await mapIdle(page);
    expect(await under()).toEqual([]);
  });
});

describe('the palette', () => {
  const palette = () => page.getByRole('dialog', { name: 'Search and commands' });
  const type = async (text: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await palette().getByRole('combobox').fill(text);
  };

  it('exports, measures, and takes that back', async () => {
    await open();
    await type('export');
    await palette()
      .getByRole('option', { name: /^Export a picture/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Export' }).waitFor();
    await page.keyboard.press('Escape');

    await type('measure');
    await palette().getByRole('option', { name: 'Measure' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Measure' }).waitFor();
    await page.locator('canvas.maplibregl-canvas').click({ position: { x: 300, y: 250 } });
    await page.waitForURL(/mp=/);
    await type('undo');
    await palette().getByRole('option', { name: 'Undo (Ctrl+Z)' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('mp='));
  });

  it('says of how many it shows some, and shows the rest by the keyboard', async () => {
    await open();
    await type('cocaine');
    const cases = palette().getByRole('group', { name: /^Cases: 5 of \d+$/ });
    await cases.waitFor();
    const all = Number(/of (\d+)/.exec((await cases.getAttribute('aria-label')) ?? '')?.[1]);
    const more = cases.getByRole('option', { name: `Show ${all}`, exact: true });
    while ((await more.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const whole = palette().getByRole('group', { name: 'Cases', exact: true });
    await whole.waitFor();
    await expect.poll(() => whole.getByRole('option').count()).toBe(all);
    // What came in the place of that choice is where the reader was.
    await expect.poll(() => whole.getByRole('option').nth(5).getAttribute('aria-selected')).toBe('true');
  });
});
