import type { Locator, Page, Route } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { servedPage } from '../support/served-page.ts';

// Every view of the page while its answer is awaited, when it fails, when it is asked for again, and when there is
// nothing to show. The server and the browser are real; only the answer of one request is held back or replaced.

// Without WebGL the map is a sentence, and nothing else of the page changes: drawing it would take most of the time.
const own = servedPage(1280, 600, { withDemo: true, switches: ['--disable-3d-apis'] });
let page: Page;

beforeEach(() => {
  page = own.page();
});

const open = (query: string): Promise<unknown> => page.goto(`${own.address()}?${query}`);

/** Goes to another address of the page without loading it anew, as Back does. */
const goOn = (query: string): Promise<void> =>
  page.evaluate((address) => {
    window.history.pushState(null, '', address);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `?${query}`);

const sees = (part: Locator, text: string): Promise<void> =>
  part.getByText(text, { exact: false }).first().waitFor();

const PROBLEM = {
  type: '/problems/internal',
  title: 'InternalError',
  status: 500,
  code: 'internal',
  detail: 'Leeward failed to answer. The details are in its log.',
};
const fail = (route: Route): Promise<void> =>
  route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify(PROBLEM) });

/** Holds what is asked for until it is told what to do with it. */
async function holding(asked: RegExp) {
  const held: Route[] = [];
  let act = (route: Route): unknown => held.push(route);
  await page.route(asked, (route) => void act(route));
  return (next: (route: Route) => unknown): void => {
    act = next;
    for (const route of held.splice(0)) next(route);
  };
}

interface View {
  readonly query: string;
  /** The request whose answer it shows. */
  readonly asked: RegExp;
  /** What it says once the answer is there. */
  readonly there: string;
  /** An address at which there is nothing, and what the view then says. */
  readonly empty?: readonly [query: string, ...texts: string[]];
}

const NONE_LEFT = ['Within the filters: To 1 January 1990 · All goods', 'Clear filters'] as const;
const UNKNOWN = 'There is no such thing in the latest run. The link may be of another run, or mistyped.';
const AREA = 'k=area&a=-65.5,17.5;-62,17.5;-62,19';
const YEARS = 'xa=2025-02-14,2026-02-13&xb=2024-02-14,2025-02-13';
const LONG_AGO = 'xa=1980-01-01,1980-12-31&xb=1981-01-01,1981-12-31';

const LISTS: Record<string, View> = {
  routes: {
    query: 'p=routes',
    asked: /\/api\/routes\?/,
    there: 'Seen once',
    empty: ['p=routes&t=1990-01-01', 'No route is left.', ...NONE_LEFT],
  },
  'hot spots': {
    query: 'p=cells',
    asked: /\/api\/hotspots/,
    there: 'Cells about 45 km wide',
    empty: ['p=cells&t=1990-01-01', 'No cell of the grid is left.', ...NONE_LEFT],
  },
  clusters: { query: 'p=clusters', asked: /\/api\/clusters/, there: 'Scanned clusters say how often' },
  seizures: {
    query: 'p=seizures',
    asked: /\/api\/seizures\?/,
    there: 'Cocaine',
    empty: ['p=seizures&t=1990-01-01', 'No seizure is left.', ...NONE_LEFT],
  },
  legs: {
    query: 'p=legs',
    asked: /\/api\/network/,
    there: 'New York → Haina',
    empty: ['p=legs&t=1990-01-01', 'No leg is left.', ...NONE_LEFT],
  },
  places: { query: 'p=places', asked: /\/api\/places/, there: 'Flow: legs in and out.' },
  graph: {
    query: 'p=graph',
    asked: /\/api\/network/,
    there: 'places, the most important',
    empty: ['p=graph&t=1990-01-01', 'No leg is left to draw.', ...NONE_LEFT],
  },
  ways: {
    query: 'p=ways&wa=TT&wb=VG',
    asked: /\/api\/paths/,
    there: 'most travelled ways',
    empty: [
      'p=ways&wa=TT&wb=ZZ',
      'One of the two is no place of the network at this level, or under these filters. Choose it again.',
    ],
  },
  compare: {
    query: `p=compare&${YEARS}`,
    asked: /\/api\/comparison/,
    there: 'Effort not known: a difference in looking reads as a difference in what there is.',
    empty: [
      `p=compare&${LONG_AGO}`,
      '0 seizures in A, 0 in B: none in either',
      'Nothing was counted in A or B. Choose other days, or fewer filters.',
    ],
  },
  totals: { query: 'p=operations', asked: /\/api\/operations/, there: 'CALYPSO 2' },
  notes: {
    query: 'p=notes',
    asked: /\/api\/notes/,
    there: 'No notes here yet.',
    empty: ['p=notes', 'No view saved here yet. A saved view keeps the map, filters, time and selection.'],
  },
};

const DETAILS: Record<string, View> = {
  route: {
    query: 's=route:territory:TT>KN>VG',
    asked: /\/api\/routes\//,
    there: 'Stops in order',
    empty: [
      's=route:territory:TT>KN>VG&t=1990-01-01',
      'This is not in the latest run, or the filters leave it out.',
      'Clear filters',
    ],
  },
  leg: {
    query: 's=edge:AGSJO~DMRSU',
    asked: /\/api\/network\/edges\//,
    there: 'Best evidence',
    empty: ['s=edge:nope', UNKNOWN, 'Close'],
  },
  place: {
    query: 's=port:TT',
    asked: /\/api\/ports\/TT/,
    there: 'Trinidad and Tobago',
    empty: ['s=port:nope', UNKNOWN],
  },
  cell: {
    query: 's=cell:841865dffffffff',
    asked: /\/api\/hotspots\//,
    there: 'Seizures, spread by uncertainty',
    empty: ['s=cell:nope', UNKNOWN],
  },
  cluster: {
    query: 's=cluster:density:1',
    asked: /\/api\/clusters\//,
    there: 'Seizures that lie close together.',
    empty: ['s=cluster:nope', UNKNOWN],
  },
  seizure: {
    query: 's=seizure:reported:S005',
    asked: /\/api\/seizures\/reported/,
    there: 'Record S005',
    empty: ['s=seizure:nope', UNKNOWN],
  },
  vessel: {
    query: 's=vessel:mmsi:200000054',
    asked: /\/api\/vessels\//,
    there: 'Latest port calls',
    empty: ['s=vessel:nope', UNKNOWN],
  },
  'area report': {
    query: AREA,
    asked: /\/api\/area/,
    there: 'Legs that cross it',
    empty: [
      `${AREA}&t=1990-01-01`,
      'Within the filters: To 1 January 1990 · All goods',
      'No case lies inside for certain.',
      'No leg crosses it.',
    ],
  },
};

const SHEETS: Record<string, View> = {
  runs: { query: 'view=runs', asked: /\/api\/runs\?/, there: 'Shown on the map' },
  'runs compared': {
    query: 'view=runs&runs=1,2',
    asked: /\/api\/runs\/2\/comparison/,
    there: 'One of these runs is not here. Choose another.',
  },
  figures: { query: 'view=figures', asked: /\/api\/briefings\?/, there: 'Nothing has been exported yet.' },
  'a figure': {
    query: 'view=figures&fig=LW-1A2B-3C4D',
    asked: /\/api\/briefings\/LW/,
    there: 'There is no figure or document with the code LW-1A2B-3C4D here.',
  },
};

const BARS: Record<string, View> = {
  timeline: {
    query: 'p=notes',
    asked: /\/api\/facets/,
    there: 'Last 12 months',
    empty: [
      'p=notes&c=AQ',
      'No seizure or voyage is left on any day.',
      'Within the filters: All dates · All goods · Antarctica',
      'Clear filters',
    ],
  },
};

describe.each([
  ['list', '.list', LISTS],
  ['panel', '.details-body', DETAILS],
  ['page over the map', '.sheet-body', SHEETS],
  ['bar', '.timeline', BARS],
] as const)('a %s', (_, where, views) => {
  it.each(Object.entries(views))('%s waits, fails, is tried again, and may be empty', async (_name, view) => {
    const release = await holding(view.asked);
    await open(view.query);
    const part = page.locator(where);
    await sees(part, 'Loading…');
    // However many parts wait, it is said in one place only.
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Loading…' }).count()).toBe(1);
    await expect.poll(() => part.getByText(view.there).count()).toBe(0);

    release(fail);
    await sees(part, 'This could not be loaded.');
    await sees(part, 'Leeward failed to answer. The details are in its log.');
    await expect.poll(() => part.getByText('Loading…').count()).toBe(0);

    release((route) => route.continue());
    await part.getByRole('button', { name: 'Try again' }).first().focus();
    await page.keyboard.press('Enter');
    await sees(part, view.there);
    // The button has gone, and the focus is still in this part of the page.
    expect(await part.evaluate((element) => element.contains(document.activeElement))).toBe(true);

    if (!view.empty) return;
    const [query, ...texts] = view.empty;
    await goOn(query);
    for (const text of texts) await sees(part, text);
    await expect.poll(() => part.innerText()).not.toMatch(/NaN|undefined|null|Loading…/);
  });
});

it('says what of the map is missing, and asks for that again', async () => {
  const release = await holding(/\/api\/(network|clusters)/);
  await open('p=seizures');
  await sees(page.locator('.list'), 'Cocaine');
  release(fail);
  const alert = page.locator('.stage-notices').getByRole('alert');
  await sees(alert, 'Part of the page could not be loaded: what you see is not all.');
  release((route) => route.continue());
  await alert.getByRole('button', { name: 'Try again' }).click();
  await alert.waitFor({ state: 'detached' });
});

it('keeps what is there while the server is gone, and comes back by itself', async () => {
  await open('p=seizures');
  const list = page.locator('.list');
  await sees(list, 'Cocaine');
  await page.route(/\/api\//, (route) => route.abort());
  await list.getByRole('button', { name: '13 Feb 2026' }).click();
  const alert = page.locator('.stage-notices').getByRole('alert');
  await sees(alert, 'The server does not answer. What you see stays; it is asked again every few seconds.');
  await sees(page.locator('.details-body'), 'Check that Leeward is running, then try again.');
  await expect.poll(() => alert.count()).toBe(1);
  await expect.poll(() => list.getByText('Cocaine').count()).toBeGreaterThan(1);
  await page.unroute(/\/api\//);
  await alert.waitFor({ state: 'detached' });
  await sees(page.locator('.details-body'), 'Goods as reported');
});

it.each([
  ['Help', 'view=help', /assets\/help-/, 'How to read the numbers'],
  ['the graph', 'p=graph', /assets\/list-graph-.*js/, 'places, the most important'],
  ['the timeline', 'p=notes', /assets\/timeline-/, 'Last 12 months'],
  ['a panel', 's=port:TT', /assets\/details-/, 'Other names'],
])('loads %s anew where it did not come', async (_, query, file, there) => {
  await page.route(file, (route) => route.abort());
  await open(query);
  const failed = page.getByRole('alert').filter({ hasText: 'The server does not answer.' });
  await failed.waitFor();
  await page.getByRole('heading', { name: 'Leeward' }).waitFor(); // The rest of the page stands.
  await page.unroute(file);
  await failed.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(there, { exact: false }).first().waitFor();
});

it('says so where a choice in a list leaves no row, and where the search finds nothing', async () => {
  await open('p=places');
  await page.getByRole('searchbox', { name: 'Find a place in the list' }).fill('zzzq');
  await sees(page.locator('.list'), 'No row matches this choice.');

  const release = await holding(/\/api\/(ports|vessels)\?/);
  release(fail);
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await palette.getByRole('combobox').fill('zzzq');
  await sees(palette, 'The search did not answer. Try again.');
  release((route) => route.continue());
  await palette.getByRole('combobox').fill('zzzqq');
  await sees(palette, 'Nothing found for “zzzqq”');
});

it('has the switches of the layers in one row at 1024 by 768, none too small to hit', async () => {
  await page.setViewportSize({ width: 1024, height: 768 });
  for (const language of ['en', 'es', 'fr', 'nl']) {
    await page.goto(`${own.address()}?y=ports&lang=${language}`);
    const switches = page.locator('.layers button');
    await switches.nth(6).waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => null));
    const boxes = await switches.evaluateAll((all) =>
      all.map((one) => {
        const { top, right, width, height } = one.getBoundingClientRect();
        return { top, right, width, height, name: one.getAttribute('aria-label') };
      }),
    );
    const bar = await page.locator('.stage-top').boundingBox();
    expect(new Set(boxes.map(({ top }) => top)).size, language).toBe(1);
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(
      (bar?.x ?? 0) + (bar?.width ?? 0),
    );
    expect(Math.min(...boxes.flatMap(({ width, height }) => [width, height]))).toBeGreaterThanOrEqual(24);
    expect(boxes.every(({ name }) => name !== null && name !== '')).toBe(true);
  }
});
