import { readFileSync, rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openPage, watchedPage, type Watched } from '../support/browser.ts';
import { copyOfTemplate } from '../support/database.ts';
import { tempFile } from '../support/files.ts';
import { leeward, leewardStarted, type Finished, type Served } from '../support/leeward.ts';
import { madeAis } from '../support/made-ais.ts';

// An analyst's morning, from a file with faults in it to a link that a colleague opens: the page and the
// command line as they are used, each step upon the one before. Nothing stands in for anything.

const ROUTE = 'route:territory:TT>KN>VG';
const ROUTE_NAME = 'Trinidad and Tobago → Saint Kitts and Nevis → British Virgin Islands';
const VESSEL = { mmsi: '341999001', name: 'MADE MORNING TIDE' };
const HYPOTHESIS = 'The same service may carry both. A manifest of October would show it.';

let folder = '';
let served: Served | null = null;
let browser: Browser;
let watched: Watched;
let page: Page;

beforeAll(async () => {
  folder = await copyOfTemplate();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const cli = (...args: string[]): Promise<Finished> => leeward([...args, '--json'], { LEEWARD_DATA: folder });
const answer = ({ stdout }: Finished): Record<string, unknown> =>
  JSON.parse(stdout) as Record<string, unknown>;
const start = (): Promise<Served> => leewardStarted({ LEEWARD_DATA: folder }, ['--no-demo']);
const running = (): Served => {
  if (!served) throw new Error('The server of step 1 did not start.');
  return served;
};
const details = () => page.getByRole('complementary', { name: 'Details' });

/** Opens a list by the tabs, of its group first. */
async function openList(group: string, list: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Kind of list' }).getByText(group).click();
  await page.getByRole('tab', { name: list }).click();
}

/** A section of the details by its title. */
const section = (title: string) =>
  details().locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

/** Four cases as another service hands them over: its own columns, dates, positions and quantities. */
const casesFile = (quantity: string, commodity: string): string =>
  tempFile(
    'october.csv',
    [
      'Ref;Fecha;País;Lugar;Coordenadas;Incertidumbre km;Droga;Cantidad;Transporte;Salida;Escalas;Destino;Fuente;Confianza;Funcionario',
      'M1;14/10/2025;British Virgin Islands;Road Town;18°25,4′N 64°36,8′W;3;cocaine;41 kg;small cargo vessel;Trinidad;Saint Kitts and Nevis;British Virgin Islands;Police release;high;F. 12',
      'M2;julio de 2025;Barbados;Bridgetown;;;Firearm;3 pieces;;;;;Police release;high;',
      `M3;29/6/2025;Barbados;Bridgetown;;;cocaine;${quantity};;;;;Police release;high;`,
      `M4;3/4/2025;Barbados;Bridgetown;;;${commodity};27,5 lb;;;;;Police release;high;`,
      '',
    ].join('\r\n'),
  );

/** Opens the palette by its keys, types, and chooses the option of that name. */
async function choose(text: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await palette.getByRole('combobox').fill(text);
  await palette.getByRole('option', { name: option }).first().click();
  await palette.waitFor({ state: 'detached' });
}

/** The page on which cases are added, opened from the palette. */
async function openImport() {
  await choose('add cases', /^Add cases/);
  const sheet = page.getByRole('main', { name: 'Add cases' });
  await sheet.waitFor();
  return sheet;
}

it('1: loads a file of cases with two wrong rows, and is told of both where, what and how to put it right', async () => {
  served = await start();
  watched = await watchedPage(browser, served.address, 1440, 900);
  page = watched.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, served.address);
  const sheet = await openImport();
  await sheet.getByLabel('Choose a file').setInputFiles(casesFile('about 12', 'cocain'));
  await sheet.getByRole('heading', { name: '2 faults' }).waitFor();
  const faults = sheet.getByRole('row');
  await expect.poll(() => faults.nth(1).innerText()).toContain('The quantity is not a number');
  await expect
    .poll(() => faults.nth(1).innerText())
    .toContain('Write digits only, such as 772.4; the words of the source go into quantity_as_reported.');
  await expect.poll(() => faults.nth(2).innerText()).toContain('Write "cocaine", or another of');
  await expect.poll(() => sheet.getByLabel('Cantidad, row 4').inputValue()).toBe('about 12');
  await expect.poll(() => sheet.getByLabel('Droga, row 5').inputValue()).toBe('cocain');
  await sheet.getByText('14 of 15 columns are read').waitFor();
  await expect.poll(() => sheet.getByRole('button', { name: /^Add \d/ }).count()).toBe(0);
});

it('2: puts the two rows right where they stand, adds the cases, and a second time nothing', async () => {
  const sheet = page.getByRole('main', { name: 'Add cases' });
  await sheet.getByLabel('Cantidad, row 4').fill('12 kg');
  await sheet.getByLabel('Droga, row 5').fill('cocaine');
  await sheet.getByRole('button', { name: 'Check again' }).click();
  await sheet.getByText('Nothing is at fault.').waitFor();
  // 14/10 has no other reading, so the file has its days first; 27.5 × 0.45359237 = 12.473790175.
  await sheet.getByText('7 cells are written in another way and were converted').click();
  await sheet.getByText('Row 5, Fecha: “3/4/2025” was taken as 2025-04-03.').waitFor();
  await sheet.getByText('Row 5, Cantidad: “27,5 lb” was taken as 12.473790175 kg.').waitFor();
  const saving = page.waitForEvent('download');
  await sheet.getByRole('button', { name: 'Save the corrected file' }).click();
  const corrected = await (await saving).path();
  await sheet.getByRole('button', { name: 'Add 4 cases' }).click();
  await sheet.getByRole('heading', { name: /^4 cases were added/ }).waitFor();
  await sheet.getByText('Run 2 is done.', { exact: false }).waitFor({ timeout: 150_000 });
  await sheet.getByRole('button', { name: 'Show the cases in the list' }).click();
  await page.getByRole('table').getByText('Road Town').waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?d=imported&p=seizures');

  // Merging duplicates by hand is not built; what is sure is that the same file twice adds nothing.
  const again = await openImport();
  await again.getByLabel('Choose a file').setInputFiles({
    name: 'october.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(corrected),
  });
  await again.getByText('All of these cases are held already. There is nothing to add.').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).first().click();
});

it('3: opens the 772 kg case from the palette', async () => {
  await choose('772', /772\.4 kg/);
  await details()
    .getByRole('heading', { name: /Cocaine, 772\.4 kg/ })
    .waitFor();
  await details().getByText('S001').first().waitFor();
  await expect.poll(() => page.url()).toContain('s=seizure:reported:S001');
});

it('4: sees the route that the case shares with another, and opens it', async () => {
  const routes = section('Routes this supports');
  await routes.getByRole('button', { name: ROUTE_NAME }).click();
  await details().getByText('Recurs', { exact: true }).first().waitFor();
  const evidence = section('Evidence');
  await evidence.getByText('S001').first().waitFor();
  await evidence.getByText('M1').first().waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('s')).toBe(ROUTE);
});

it('5: takes in AIS while the server rests, and analyses', async () => {
  const heard = watched.complaints.length;
  expect(await running().stop()).toBe(0);
  const [trinidad, kitts, tortola] = [
    [-61.52, 10.65],
    [-62.713, 17.288],
    [-64.6135, 18.423],
  ] as const;
  const ais = madeAis(VESSEL, Date.UTC(2025, 11, 4, 6), trinidad, [
    { hours: 2 },
    { to: [-61.75, 10.75] },
    { to: [-61.9, 11] },
    { to: [-62.75, 17.2] },
    { to: kitts },
    { hours: 2 },
    { to: [-62.9, 17.25] },
    { to: [-64.4, 18.3] },
    { to: tortola },
    { hours: 3 },
  ]);
  const taken = await cli('import', 'ais', tempFile('ais.csv', ais), '--data-set', 'made', '--synthetic');
  expect(answer(taken)).toMatchObject({ counts: { vessels: 1, portCalls: 3, legs: 2, voyages: 1 } });
  const before = new URL(page.url()).search;
  served = await start();
  expect(served.report).toMatchObject({ runId: 3, fresh: true });
  // What the page asked for while the server rested, it did not get.
  await page.goto('about:blank');
  watched.complaints.splice(heard);
  // The port is another one; the rest of the address is what it was.
  await openPage(page, served.address + before);
});

it('6: finds the call of two hours at Basseterre', async () => {
  await choose('morning tide', /MADE MORNING TIDE/);
  await details().getByRole('heading', { name: VESSEL.name }).waitFor();
  const calls = section('Latest port calls');
  await calls.getByText('Basseterre').waitFor();
  await expect.poll(() => calls.getByRole('listitem').count()).toBe(3);
  const call = calls.getByRole('listitem').filter({ hasText: 'Basseterre' });
  await expect.poll(() => call.textContent()).toContain('2 h in port');
});

it('7: goes back to the route, which the voyage now repeats, the made part of it said', async () => {
  await page.goBack();
  await details().getByRole('heading', { name: ROUTE_NAME }).waitFor();
  await details().getByText('synthetic', { exact: false }).first().waitFor();
  await section('Evidence').getByText(VESSEL.name).waitFor();
});

it('8: pins a hypothesis to the route, which the notebook lists', async () => {
  await details().getByRole('button', { name: 'Add a note' }).click();
  await details().getByRole('radiogroup', { name: 'What it is' }).getByText('Hypothesis').click();
  await details().getByLabel('What may be so, and what would show it').fill(HYPOTHESIS);
  await details().getByRole('button', { name: 'Save' }).click();
  await details().getByRole('listitem').filter({ hasText: HYPOTHESIS }).waitFor();
  await openList('Tools', 'Notebook');
  const notebook = page.getByRole('region', { name: 'Notebook' });
  const note = notebook.getByRole('listitem').filter({ hasText: HYPOTHESIS });
  await note.getByRole('button', { name: ROUTE_NAME }).waitFor();
  await note.getByText('Open', { exact: true }).waitFor();
});

/** Names of the places that the graph has marked as selected. */
const markedPlaces = (of: Page): Promise<string[]> =>
  of.evaluate(() =>
    [...document.querySelectorAll('.graph-node.graph-on')].map(
      (node) => node.getAttribute('data-node') ?? '',
    ),
  );

it('9: sees the same three places marked in the graph', async () => {
  await openList('Findings', 'Graph');
  await page.locator('.graph-node.graph-on').first().waitFor();
  expect((await markedPlaces(page)).sort()).toEqual(['KN', 'TT', 'VG']);
  await details().getByRole('heading', { name: ROUTE_NAME }).waitFor();
});

it('10: exports a figure of it as PNG', async () => {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Figure' }).check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByText('Done and saved', { exact: false }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('link', { name: 'Download' }).click(),
  ]);
  const png = PNG.sync.read(readFileSync(await download.path()));
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  // The size of a slide, which the dialog proposes.
  expect([png.width, png.height]).toEqual([1920, 1080]);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('11: narrows the view to cocaine and copies the link', async () => {
  await choose('cocaine', /^Cocaine.*Show only this/);
  await page.waitForURL(/g=cocaine/);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.getByText('Link copied').waitFor();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

it('12: opens the link in another browser: the same selection, filters, graph and hypothesis', async () => {
  const other = await watchedPage(browser, running().address, 1440, 900);
  await openPage(other.page, page.url());
  await expect.poll(() => other.page.url()).toBe(page.url());
  const theirs = other.page.getByRole('complementary', { name: 'Details' });
  await theirs.getByRole('listitem').filter({ hasText: HYPOTHESIS }).waitFor();
  await expect.poll(() => theirs.innerText()).toBe(await details().innerText());
  await other.page.locator('.graph-node.graph-on').first().waitFor();
  await expect.poll(() => markedPlaces(other.page)).toEqual(await markedPlaces(page));
  expect([...watched.complaints, ...other.complaints]).toEqual([]);
  // The server of step 5 listens on another port than the one that the first page was opened on.
  const outside = [...watched.outside, ...other.outside].filter(
    (url) => !url.startsWith('http://127.0.0.1:'),
  );
  expect(outside).toEqual([]);
});
