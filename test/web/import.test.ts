import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { SEIZURE_HEADER, seizureRow } from '../support/seizures.ts';
import { servedPage } from '../support/served-page.ts';

// The page on which cases are added, in a real browser over the real server.

const own = servedPage(1024, 768);
let page: Page;

beforeEach(async () => {
  page = own.page();
  await page.goto(`${own.address()}?view=import`);
  await sheet().waitFor();
});

const sheet = () => page.getByRole('main', { name: 'Add cases' });
const textOf = (...rows: string[]): string => [SEIZURE_HEADER, ...rows, ''].join('\r\n');
const choose = (name: string, content: string | Buffer): Promise<void> =>
  sheet()
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const BAD = textOf(seizureRow({ record_id: 'P1', unit: 'tons' }), seizureRow({ record_id: 'P2' }));

/** Begins a run of some 20 s as soon as the one that an import before it began has ended; returns its number. */
async function longRun(): Promise<number> {
  const ask = (): Promise<Response> =>
    fetch(`${own.address()}api/runs`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ draws: 99_999 }),
    });
  let reply = await ask();
  await expect
    .poll(async () => (reply.status === 409 ? (reply = await ask()) : reply).status, { timeout: 60_000 })
    .toBe(200);
  return ((await reply.json()) as { runId: number }).runId;
}

it('takes a file that is dropped', async () => {
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
    return made;
  }, BAD);
  await sheet().locator('.import-drop').dispatchEvent('drop', { dataTransfer: transfer });
  await sheet().getByRole('heading', { name: 'dropped.csv' }).waitFor();
  await sheet().getByRole('heading', { name: '1 fault' }).waitFor();
});

it('takes rows that are pasted, and is worked by the keyboard alone', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), BAD);
  await sheet().getByLabel('Or paste rows, the header first').focus();
  await page.keyboard.press('Control+v');
  await sheet().getByRole('heading', { name: '1 fault' }).waitFor();
  // The focus is on what has come, and the next stops lead past the columns to the cell at fault.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('pasted.csv');
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab');
  const named = (): Promise<string | null | undefined> =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await expect.poll(() => named()).toBe('unit, row 2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('kg');
  await page.keyboard.press('Enter');
  await sheet().getByRole('button', { name: 'Add 2 cases' }).waitFor();
});

it('gives the whole line where a comma too many has moved the cells', async () => {
  const row = seizureRow({ record_id: 'P1' });
  await choose('moved.csv', textOf(row.replace('"Bridgetown"', 'Bridgetown, quay')));
  const line = sheet().getByLabel('Row 2, the whole line');
  await expect.poll(() => line.inputValue()).toContain('Bridgetown, quay');
  await line.fill(row);
  await sheet().getByRole('button', { name: 'Check again' }).click();
  await sheet().getByRole('button', { name: 'Add 1 case' }).waitFor();
});

it('says what to do with a file that is no UTF-8 text, and takes the next one', async () => {
  await choose('latin.csv', Buffer.from([0x43, 0x61, 0xf1, 0x6f, 0x0a]));
  await sheet().getByRole('alert').filter({ hasText: 'latin.csv: this is no UTF-8 text.' }).waitFor();
  await choose('sound.csv', textOf(seizureRow({ record_id: 'P3' })));
  await sheet().getByRole('button', { name: 'Add 1 case' }).waitFor();
});

it('asks once what the file leaves open, lets columns be named, and remembers both for its like', async () => {
  const mixed = (id: string): string =>
    [
      'Ref;Fecha;País;Lugar;What;Cantidad;Fuente',
      `${id};3/4/2025;Barbados;Bridgetown;cocaine;2,083 pounds;Police release`,
    ].join('\n');
  await choose('mixed.csv', mixed('P5'));
  await sheet()
    .getByText('No column is known for: Goods, Confidence in the record.', { exact: false })
    .waitFor();
  const what = sheet().getByLabel('Read What as');
  await what.focus();
  await what.selectOption('Goods');
  const confidence = sheet().getByLabel('Confidence in the record, in all rows');
  await confidence.focus();
  await confidence.selectOption('Medium');
  const days = sheet().getByRole('group', { name: 'Which comes first in the dates of this file?' });
  await days.getByText('Row 2, Fecha: “3/4/2025” can be read in two ways', { exact: false }).waitFor();
  // The focus stays where something was said.
  await expect.poll(() => confidence.evaluate((one) => one === document.activeElement)).toBe(true);
  await days.getByLabel('The day 2025-04-03').check();
  const marks = sheet().getByRole('group', { name: 'What parts the decimals in this file?' });
  await marks.getByLabel('A point: 1,234.5 2083').check();
  await sheet().getByText('Nothing is at fault.').waitFor();
  await sheet().getByRole('button', { name: 'Add 1 case' }).click();
  await sheet().getByRole('heading', { name: '1 case was added' }).waitFor();
  await sheet().getByRole('button', { name: 'Add more' }).click();
  await choose('mixed-2.csv', mixed('P6'));
  await sheet().getByRole('button', { name: 'Add 1 case' }).waitFor();
  await sheet().getByText('7 of 7 columns are read').click();
  await sheet().getByText('Read like the last file with these columns.').waitFor();
  await expect.poll(() => what.inputValue()).toBe('commodity');
  // It can be said otherwise: 2,083 with a decimal comma.
  await marks.getByLabel('A comma').check();
  await sheet().getByText('2 cells are written in another way and were converted').click();
  // 2.083 × 0.45359237 = 0.94483290671.
  await sheet().getByText('“2,083 pounds” was taken as 0.94483290671 kg.', { exact: false }).waitFor();
  await what.selectOption('Not read');
  await sheet().getByText('No column is known for: Goods.', { exact: false }).waitFor();
});

it('keeps what was typed while the server does not answer, and while another page is looked at', async () => {
  await choose('cases.csv', BAD);
  const cell = sheet().getByLabel('unit, row 2');
  await cell.fill('kg');
  await page.context().setOffline(true);
  await sheet().getByRole('button', { name: 'Check again' }).click();
  await sheet().getByRole('alert').filter({ hasText: 'What you typed is kept' }).waitFor();
  await expect.poll(() => cell.inputValue()).toBe('kg');
  await page.context().setOffline(false);
  await sheet().getByRole('button', { name: 'Back to the map' }).click();
  await sheet().waitFor({ state: 'detached' });
  await page.getByRole('banner').getByRole('button', { name: 'Add cases' }).click();
  await expect.poll(() => cell.inputValue()).toBe('kg');
  await sheet().getByRole('button', { name: 'Check again' }).click();
  await sheet().getByText('Nothing is at fault.').waitFor();
});

it('goes on checking while another page is looked at, and adds once when clicked twice', async () => {
  const asked: { name: string; commit?: boolean }[] = [];
  let answer = (): void => undefined;
  const looked = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api/imports/seizures', async (route) => {
    const body = route.request().postDataJSON() as { name: string; commit?: boolean };
    asked.push(body);
    if (body.name === 'slow.csv') await looked;
    await route.continue();
  });
  await choose('slow.csv', BAD);
  await expect.poll(() => asked.length).toBe(1);
  await sheet().getByRole('button', { name: 'Back to the map' }).click();
  await sheet().waitFor({ state: 'detached' });
  await page.getByRole('banner').getByRole('button', { name: 'Add cases' }).click();
  await sheet().getByText('Checking…').waitFor();
  const another = sheet().getByRole('button', { name: 'Take another file' });
  await expect.poll(() => another.isDisabled()).toBe(true);
  answer();
  await sheet().getByRole('heading', { name: '1 fault' }).waitFor();
  await another.click();
  await choose('twice.csv', textOf(seizureRow({ record_id: 'P9' })));
  await sheet().getByRole('button', { name: 'Add 1 case' }).dblclick();
  await sheet().getByRole('heading', { name: '1 case was added' }).waitFor();
  expect(asked.filter(({ commit }) => commit === true)).toHaveLength(1);
});

it('says so when another analysis is under way, and leads to it', async () => {
  await choose('busy.csv', textOf(seizureRow({ record_id: 'P4' })));
  await sheet().getByRole('radio', { name: 'TLP:GREEN' }).check();
  const run = await longRun();
  await sheet().getByRole('button', { name: 'Add 1 case' }).click();
  await sheet().getByRole('heading', { name: '1 case was added, as batch' }).waitFor();
  await sheet().getByText('Another analysis is under way, without them.', { exact: false }).waitFor();
  await sheet().getByRole('button', { name: 'Analysis runs' }).click();
  await page
    .getByRole('main', { name: 'Analysis runs' })
    .getByRole('button', { name: 'Cancel the run' })
    .click();
  await page.getByText(`Run ${String(run)} was cancelled.`, { exact: false }).waitFor();
});

it.each([
  ['dark', 1440, 900],
  ['light', 1024, 768],
] as const)('has nothing against it under axe in the %s theme at %i by %i', async (theme, width, height) => {
  await page.setViewportSize({ width, height });
  await page.goto(`${own.address()}?view=import&m=${theme}`);
  await sheet().waitFor();
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const against = (): Promise<string[]> =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run('.sheet');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
  expect(await against()).toEqual([]);
  await choose('cases.csv', BAD);
  await sheet().getByRole('heading', { name: '1 fault' }).waitFor();
  expect(await against()).toEqual([]);
  await sheet().getByLabel('unit, row 2').fill('kg');
  await sheet().getByRole('button', { name: 'Check again' }).click();
  await sheet().getByText('Nothing is at fault.').waitFor();
  expect(await against()).toEqual([]);
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWider).toBe(false);
});

it.each([
  ['es', 'Añadir casos', '1 error'],
  ['fr', 'Ajouter des cas', '1 erreur'],
  ['nl', 'Zaken toevoegen', '1 fout'],
])('speaks %s', async (language, title, faults) => {
  await page.goto(`${own.address()}?view=import&lang=${language}`);
  const main = page.getByRole('main', { name: title });
  await main.waitFor();
  await main
    .locator('input[type=file]')
    .setInputFiles({ name: 'cases.csv', mimeType: 'text/csv', buffer: Buffer.from(BAD) });
  await main.getByRole('heading', { name: faults }).waitFor();
});
