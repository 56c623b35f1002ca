import { describe, expect, it, test } from 'vitest';
import { FIGURE_SIZES, type Briefing } from '../../../../shared/briefing.ts';
import { LANGUAGES } from '../../../../shared/languages.ts';
import { drawTotals } from '../../../../server/briefings/figure/draw-totals.ts';
import {
  overlap,
  type Drawing,
  type PathItem,
  type Rect,
} from '../../../../server/briefings/figure/drawing.ts';
import { makeMeasure } from '../../../../server/briefings/render/fonts.ts';
import { exampleBriefing } from '../../../support/briefing.ts';
import { HOSTILE } from '../pages.ts';

const measure = makeMeasure();
type Overrides = NonNullable<Parameters<typeof exampleBriefing>[0]>;
type Rows = Briefing['reconciliation'];
const totals = (overrides: Overrides = {}): Briefing =>
  exampleBriefing({ ...overrides, spec: { kind: 'totals', title: null, ...overrides.spec } });
const draw = (overrides: Overrides = {}): Drawing => drawTotals(totals(overrides), measure);
const ROWS = totals().reconciliation;

const texts = (drawing: Drawing) => drawing.items.flatMap((item) => (item.kind === 'text' ? [item] : []));
const said = (drawing: Drawing): string =>
  texts(drawing)
    .map(({ text }) => text)
    .join(' ');
const paths = (drawing: Drawing, role: PathItem['role']): PathItem[] =>
  drawing.items.flatMap((item) => (item.kind === 'path' && item.role === role ? [item] : []));
const numbers = (d: string): number[] =>
  d.split(/[MLZ ]/).flatMap((part) => (part === '' ? [] : [Number(part)]));
/** The words on the baseline of an item, from left to right. */
function row(drawing: Drawing, item: string): string[] {
  const all = texts(drawing);
  const y = all.find(({ text }) => text === item)?.at[1];
  const right = drawing.dataArea.x + drawing.dataArea.width * 0.74;
  return all
    .filter(({ at }) => at[1] === y && at[0] < right)
    .sort((a, b) => a.at[0] - b.at[0])
    .map(({ text }) => text);
}
/** As far as letters reach: seven tenths of their size above the baseline, a fifth below. */
function boxesOf(drawing: Drawing): (Rect & { text: string })[] {
  return texts(drawing).map(({ text, at: [x, y], size, face, anchor }) => {
    const width = measure(text, size, face);
    const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
    return { text, x: left + 0.1, y: y - size * 0.7, width: width - 0.2, height: size * 0.9 };
  });
}

/** Each text that touches another, or leaves the sheet. */
function faults(drawing: Drawing): string[] {
  const boxes = boxesOf(drawing);
  const touching = boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.text} | ${b.text}`] : [])),
  );
  const outside = boxes.filter(({ x, width }) => x < 23.5 || x + width > drawing.width - 23.5);
  return [...touching, ...outside.map(({ text }) => text)];
}

test('a row says what was published, the operation before, what is loaded and the gap', () => {
  const drawing = draw();
  expect(row(drawing, 'Seizures (text)')).toEqual(['Seizures (text)', '[1]', '402', '4', '398 not loaded']);
  expect(row(drawing, 'Seizures (headline)').slice(2)).toEqual(['over 500', '4', 'over 496 not loaded']);
  expect(row(drawing, 'Firearms').slice(2)).toEqual(['119', 'not stated', 'not known']);
  expect(row(drawing, 'Firearm parts').slice(2)).toEqual(['332', 'not stated', 'not known']);
  expect(row(drawing, 'Assault rifles').slice(2)).toEqual(['21', '6', 'not stated', 'not known']);
  expect(row(drawing, 'Cocaine, kg').slice(2)).toEqual(['772', '772.4', '0.4 more loaded']);
  expect(said(drawing)).toContain('1 of 4 cases states a number');
  expect(said(drawing)).toContain('Cases do not tell it apart');
});

test('two counts of one release, the rate ratio and the source are said', () => {
  const words = said(draw()).replaceAll('\u00a0', ' ');
  expect(words).toContain('One release, two counts: 402 seizures in its text, over 500 in its headline.');
  // 21 against 6: 3.5, exact interval 1.37 to 10.6, two-sided p 0.0059.
  expect(words).toContain(
    'Assault rifles: 21 against 6 in CALYPSO, 3.5 times as many, between 1.37 and 10.6 (exact 95% interval; p = 0.006), if effort was equal.',
  );
  expect(words).toContain(
    '[1] Caribbean Customs operation seizes rising number of illegal firearms. World Customs Organization. 2026-03-11. https://www.wcoomd.org/',
  );
  for (const one of ['Analysis run 12', 'Data 30393795d66f', 'Figure code LW-7K2M-Q4XD', 'no filter applies'])
    expect(words).toContain(one);
});

describe('bars', () => {
  it('are as long as the numbers, each on a scale of its own, and there is none where nothing is told', () => {
    const filled = paths(draw(), 'loaded').map(({ d }) => numbers(d));
    const outlined = paths(draw(), 'published').map(({ d }) => numbers(d));
    // Of six rows, three have a loaded number: 4 of 402, 4 of 500 and 772.4 of 772.
    expect(filled).toHaveLength(3);
    const outlines = outlined.filter(({ length }) => length === 8);
    const parts = filled.map(([x = 0, , to = 0], i) => {
      const [end = 0, , start = 0] = outlines[i] ?? [];
      expect(start).toBe(x);
      return (to - x) / (end - start);
    });
    expect(parts.map((part) => Math.round(part * 1000) / 1000)).toEqual([0.01, 0.008, 1.001]);
  });

  it('are closed for a number, go on in dashes for more than it, and end in dashes for about it', () => {
    const ends = (qualifier: Rows[number]['qualifier']) =>
      paths(draw({ reconciliation: ROWS.slice(0, 1).map((one) => ({ ...one, qualifier })) }), 'published')
        .slice(1)
        .map(({ d, dash }) => {
          const [x, , to] = numbers(d);
          return [x === to ? 'upright' : 'level', dash === null ? 'solid' : 'dashed'];
        });
    expect(ends('exactly')).toEqual([['upright', 'solid']]);
    expect(ends('about')).toEqual([['upright', 'dashed']]);
    expect(ends('more-than')).toEqual([
      ['level', 'dashed'],
      ['level', 'dashed'],
    ]);
  });

  it('of nought loaded is an outline alone', () => {
    const none = ROWS.slice(0, 1).map((one) => ({ ...one, loaded: 0, gap: 402, cases: 0, stating: 0 }));
    const drawing = draw({ reconciliation: none });
    expect([paths(drawing, 'loaded').length, paths(drawing, 'published').length]).toEqual([0, 2]);
    expect(row(drawing, 'Seizures (text)').slice(2)).toEqual(['402', '0', '402 not loaded']);
  });
});

const HOSTILE_ROWS: Rows = ROWS.map((one, i) => ({
  ...one,
  operation: `${HOSTILE.cyrillic} ${HOSTILE.word}`,
  beforeOperation: HOSTILE.title,
  item: i === 0 ? HOSTILE.word : one.item,
  note: `${HOSTILE.mixed} ${HOSTILE.word}`,
  source: { title: HOSTILE.title, publisher: HOSTILE.word, date: HOSTILE.mixed, url: HOSTILE.word },
}));
const title = `${HOSTILE.cyrillic} ${'и то, что было объявлено '.repeat(20)}`.slice(0, 500);
const SECOND = ROWS.map((one) => ({ ...one, operation: 'TRIGGER VII', published: one.published * 10 }));

describe.each(FIGURE_SIZES)('at the size of %s', (size) => {
  it.each(LANGUAGES)('nothing overlaps or is lost in %s, below a title of 500 characters', (language) => {
    const drawing = draw({
      spec: { size, language, title, subtitle: title },
      reconciliation: [...ROWS, ...SECOND],
    });
    expect(faults(drawing)).toEqual([]);
    expect(said(drawing).match(/\[1\]/g)).toHaveLength(13);
    expect(said(drawing).includes('…')).toBe(true);
    expect(
      texts(drawing)
        .filter(({ text }) => text.endsWith('…'))
        .map(({ size: letters }) => letters),
    ).toEqual([17, 8.5]);
    expect(drawing.title).toHaveLength(title.trim().length);
  });

  it('hostile words keep to their places', () => {
    const drawing = draw({ spec: { size, title }, reconciliation: HOSTILE_ROWS });
    expect(faults(drawing)).toEqual([]);
    expect(said(drawing)).toContain('Жёлтый');
  });

  it('says how many have no room, and draws the others whole', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      ROWS.map((one) => ({ ...one, operation: `NO ${String(i)}` })),
    ).flat();
    const drawing = draw({ spec: { size }, reconciliation: many });
    expect(faults(drawing)).toEqual([]);
    const drawn = (said(drawing).match(/\[1\]/g)?.length ?? 0) - 1;
    expect(drawn).toBeGreaterThan(11);
    expect(said(drawing)).toContain(`Left out for want of room: ${String(72 - drawn)} of 72 totals.`);
    expect(Math.min(...texts(drawing).map(({ size: letters }) => letters))).toBe(6.5);
    const [lowest] = texts(drawing).filter(({ text }) => text.startsWith('Left out'));
    const bottom = Math.max(
      ...paths(drawing, 'published').flatMap(({ d }) => numbers(d).filter((_, i) => i % 2 === 1)),
    );
    expect(bottom).toBeLessThan(lowest?.at[1] ?? 0);
  });
});
