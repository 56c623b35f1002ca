import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { actions } from '../../shared/api.ts';
import { SEIZURE_HEADER, seizureRow } from '../support/seizures.ts';
import { servedPage } from '../support/served-page.ts';

// What was added before, and taking it back, in a real browser over the real server.

const own = servedPage(1024, 768);
let page: Page;

beforeEach(() => {
  page = own.page();
});

const sheet = () => page.getByRole('main', { name: 'Add cases' });
const list = () => sheet().getByRole('region', { name: 'What was added before' });
const itemOf = (file: string) => list().getByRole('listitem').filter({ hasText: file });
const textOf = (...ids: string[]): string =>
  [SEIZURE_HEADER, ...ids.map((id) => seizureRow({ record_id: id })), ''].join('\r\n');

const post = async (where: string, body: object): Promise<unknown> => {
  const reply = await fetch(`${own.address()}api${where}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await reply.json();
  expect(reply.status, JSON.stringify(answer)).toBe(200);
  return answer;
};
/** Adds cases as the page does and waits for the end of the analysis; returns the batch. */
async function added(name: string, ...ids: string[]): Promise<number> {
  const body = { text: textOf(...ids), name, commit: true };
  const { batchId, runId } = actions.importSeizures.output.parse(await post('/imports/seizures', body));
  expect([batchId, runId]).not.toContain(null);
  await ended(runId);
  return batchId ?? 0;
}
const ended = async (runId: number | null): Promise<string> =>
  (await fetch(`${own.address()}api/runs/${String(runId)}/progress`)).text();
/** Waits for the end of the analysis that has just begun, however long the machine takes, and for the page to say it. */
async function runDone(): Promise<void> {
  const reply = await fetch(`${own.address()}api/runs?limit=1`);
  expect(reply.status).toBe(200);
  const [run] = ((await reply.json()) as { items: { id: number }[] }).items;
  await ended(run?.id ?? 0);
  await sheet()
    .getByText(`Run ${String(run?.id)} is done.`, { exact: false })
    .waitFor();
}
const recordsHeld = async (): Promise<string[]> => {
  const reply = await fetch(`${own.address()}api/seizures?dataSet=imported`);
  expect(reply.status).toBe(200);
  const { features } = (await reply.json()) as { features: { properties: { recordId: string } }[] };
  return features.map(({ properties }) => properties.recordId).sort();
};
const note = (record: string): Promise<unknown> =>
  post('/notes', {
    ...{ kind: 'note', status: null, text: `About ${record}`, address: '' },
    pinned: { kind: 'seizure', id: `imported:${record}`, label: `Case ${record}`, position: null },
  });
const focused = (): Promise<string | null | undefined> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );

async function openImport(query = ''): Promise<void> {
  await page.goto(`${own.address()}?view=import${query}`);
  await page.locator('main.sheet').waitFor();
}

it('says what goes and what stays, by the keyboard alone, and takes it back', async () => {
  const id = await added('october.csv', 'A1', 'A2', 'A3', 'A4');
  await note('A1');
  await note('A2');
  await openImport();
  const button = itemOf('october.csv').getByRole('button', {
    name: `Take back batch ${String(id)}, october.csv`,
  });
  await button.focus();
  await page.keyboard.press('Enter');
  const group = list().getByRole('group', { name: `Take batch ${String(id)} back?` });
  await group.waitFor();
  const today = await group.locator('strong').textContent();
  expect(today).toMatch(/^4 cases of october\.csv, added .*\d{4}.*, go\.$/);
  await group.getByText('2 notes stay.').waitFor();
  // Escape keeps them, and the focus goes back.
  await page.keyboard.press('Escape');
  await group.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe(`Take back batch ${String(id)}, october.csv`);
  expect(await recordsHeld()).toEqual(['A1', 'A2', 'A3', 'A4']);

  await page.keyboard.press('Enter');
  await group.waitFor();
  await expect.poll(focused).toContain('4 cases of october.csv');
  await page.keyboard.press('Tab');
  await expect.poll(focused).toBe('Take them back');
  await page.keyboard.press('Enter');
  await list()
    .getByRole('heading', { name: `Batch ${String(id)} was taken back.` })
    .waitFor();
  await expect.poll(focused).toBe(`Batch ${String(id)} was taken back.`);
  await itemOf('october.csv').getByText('Taken back', { exact: false }).waitFor();
  await expect.poll(() => itemOf('october.csv').getByRole('button').count()).toBe(0);
  expect(await recordsHeld()).toEqual([]);
  await runDone();

  await page.goto(`${own.address()}?p=notes`);
  const about = page.getByRole('listitem').filter({ hasText: 'About A1' });
  await about.getByText('No longer held').waitFor();
});

it('lists what comes with Leeward without a way to take it back', async () => {
  await openImport();
  await itemOf('seizures.csv').getByText('Comes with Leeward.').waitFor();
  await itemOf('ports.csv').getByText('Comes with Leeward.').waitFor();
  await expect.poll(() => itemOf('ports.csv').getByRole('button').count()).toBe(0);
});

it('takes back what has just been added, and cancels the analysis of it', async () => {
  // Whether the analysis is still under way when they go depends on the machine; either way they go.
  await openImport();
  await sheet()
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'wrong.csv', mimeType: 'text/csv', buffer: Buffer.from(textOf('B1', 'B2')) });
  await sheet().getByRole('button', { name: 'Add 2 cases' }).click();
  await sheet().getByRole('heading', { name: '2 cases were added' }).waitFor();
  await sheet().getByRole('button', { name: 'Take these back' }).click();
  await sheet().getByText('2 cases of wrong.csv, added', { exact: false }).waitFor();
  await sheet().getByRole('button', { name: 'Take them back' }).click();
  await sheet().getByRole('heading', { name: 'was taken back.' }).waitFor();
  expect(await recordsHeld()).toEqual([]);
  await runDone();
  await sheet().getByRole('button', { name: 'Add more' }).click();
  await itemOf('wrong.csv').getByText('Taken back', { exact: false }).waitFor();
});

it('says why it cannot be taken back now, and can be asked again', async () => {
  const id = await added('busy.csv', 'C1');
  await openImport();
  await itemOf('busy.csv').getByRole('button').click();
  const { runId } = (await post('/runs', { draws: 99_999 })) as { runId: number };
  await list().getByRole('button', { name: 'Take them back' }).click();
  await list()
    .getByRole('alert')
    .filter({ hasText: 'An analysis that rests on them is under way.' })
    .waitFor();
  expect(await recordsHeld()).toEqual(['C1']);
  await post(`/runs/${String(runId)}/cancel`, {});
  await list().getByRole('button', { name: 'Take them back' }).click();
  await list()
    .getByRole('heading', { name: `Batch ${String(id)} was taken back.` })
    .waitFor();
  await runDone();
});

it.each([
  ['dark', 1440, 900],
  ['light', 1024, 768],
] as const)('has nothing against it under axe in the %s theme at %i by %i', async (theme, width, height) => {
  await added(`${theme}.csv`, `D-${theme}`);
  await page.setViewportSize({ width, height });
  await openImport(`&m=${theme}`);
  await itemOf(`${theme}.csv`).waitFor();
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const against = (): Promise<string[]> =>
    page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run('.sheet');
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    });
  expect(await against()).toEqual([]);
  await itemOf(`${theme}.csv`).getByRole('button').click();
  await list().getByRole('button', { name: 'Take them back' }).waitFor();
  expect(await against()).toEqual([]);
  await list().getByRole('button', { name: 'Take them back' }).click();
  await list().getByRole('heading', { name: 'was taken back.' }).waitFor();
  expect(await against()).toEqual([]);
  const isWider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isWider).toBe(false);
  await runDone();
});

it.each([
  ['es', 'Lo que se añadió antes', 'Viene con Leeward.'],
  ['fr', 'Ce qui a été ajouté auparavant', 'Livré avec Leeward.'],
  ['nl', 'Wat eerder is toegevoegd', 'Hoort bij Leeward.'],
])('speaks %s', async (language, title, shipped) => {
  await openImport(`&lang=${language}`);
  const region = page.getByRole('region', { name: title });
  await region.getByText(shipped).first().waitFor();
});
