import { expect, test } from 'vitest';
import type { Scene, ScenePlace } from '../../../../shared/briefing.ts';
import { FIGURE_SIZES } from '../../../../shared/briefing.ts';
import { LANGUAGES } from '../../../../shared/languages.ts';
import { drawFigure } from '../../../../server/briefings/figure/draw-figure.ts';
import type { Drawing, Item, PathItem, Role, TextItem } from '../../../../server/briefings/figure/drawing.ts';
import { readBaseMap } from '../../../../server/briefings/render/base-map.ts';
import { makeMeasure } from '../../../../server/briefings/render/fonts.ts';
import { EXAMPLE_SCENE, exampleBriefing } from '../../../support/briefing.ts';

const measure = makeMeasure();
const draw = (overrides: Parameters<typeof exampleBriefing>[0] = {}): Drawing =>
  drawFigure(exampleBriefing(overrides), measure, readBaseMap());
const flat = (items: readonly Item[]): (PathItem | TextItem)[] =>
  items.flatMap((item) => (item.kind === 'group' ? flat(item.items) : [item]));
const paths = (drawing: Drawing, ...roles: readonly Role[]): PathItem[] =>
  flat(drawing.items).flatMap((item) => (item.kind === 'path' && roles.includes(item.role) ? [item] : []));
const texts = (drawing: Drawing): TextItem[] =>
  flat(drawing.items).flatMap((item) => (item.kind === 'text' ? [item] : []));
const words = (drawing: Drawing): string =>
  texts(drawing)
    .map(({ text }) => text)
    .join('\n');
const BARE = { legs: [], routes: [], cells: [], clusters: [], seizures: [], openEnds: [], noData: [] };

test('strokes follow certainty: stated solid, inferred dashed, assumed dotted', () => {
  const legs = paths(draw(), 'leg-seizure').map(({ dash, width, cap }) => ({ dash, width, cap }));
  // Widths of one seizure leg each are the same; dashes are 3 and 1.8 widths, dots 2.2 widths apart.
  const width = Math.max(0.8, legs[0]?.width ?? 0);
  const byDash = legs.map(({ dash }) => dash).sort((a, b) => (a?.[0] ?? -1) - (b?.[0] ?? -1));
  expect(byDash).toEqual([
    null,
    [expect.closeTo(0.01 * width, 6), expect.closeTo(2.2 * width, 6)],
    [expect.closeTo(3 * width, 6), expect.closeTo(1.8 * width, 6)],
  ]);
  expect(paths(draw(), 'leg-voyage').map(({ dash }) => dash)).toEqual([null, null]);
});

test('both ways of a leg run apart, each on its right', () => {
  const [there, back] = ['KNBAS~VGRAD', 'VGRAD~KNBAS'].map((id) => {
    const legs = EXAMPLE_SCENE.legs.filter((leg) => leg.id === id);
    const one = paths(draw({ scene: { ...BARE, legs } }), 'leg-seizure', 'leg-voyage');
    return one.at(-1)?.d ?? '';
  });
  const ends = (d: string | undefined): number[] => (d ?? '').split(/[ML ]/).slice(1).map(Number);
  const start = ends(there).slice(0, 2);
  const end = ends(back).slice(-2);
  // Basseterre to Road Town runs west-north-west, so its right is north: smaller y than the way back.
  expect(start[1]).toBeLessThan((end[1] ?? 0) - 0.5);
});

test('the wider line has more voyages', () => {
  const [busy, quiet] = paths(draw(), 'leg-voyage')
    .map(({ width }) => width)
    .sort((a, b) => b - a);
  // 12 and 8 voyage legs on a scale up to 40: 0.9 + 3.5 * sqrt(n / 40), so 2.817 to 2.465.
  expect((busy ?? 0) / (quiet ?? 1)).toBeCloseTo(2.817 / 2.465, 3);
});

test('an open end is an arrow from nowhere named and no line from any place', () => {
  const drawing = draw({ scene: { ...BARE, openEnds: EXAMPLE_SCENE.openEnds } });
  expect(paths(drawing, 'leg-voyage', 'leg-seizure', 'leg-direct', 'route-recurs', 'route-once')).toEqual([]);
  const [line, head, ring, ...rest] = paths(drawing, 'open-end');
  expect(rest).toEqual([]);
  expect([line?.dash === null, head?.fill, ring?.fill]).toEqual([false, '#d55e00', '#ffffff']);
  const [x = 0, y = 0] = (/^M(\S+) (\S+)L/.exec(line?.d ?? '') ?? []).slice(1).map(Number);
  for (const { d } of paths(drawing, 'port')) {
    const [px = 0, py = 0] = (/^M(\S+) ([^C]+)C/.exec(d) ?? []).slice(1).map(Number);
    expect(Math.hypot(px - x, py - y)).toBeGreaterThan(10);
  }
  expect(drawing.labels.map(({ text }) => text)).toContain('Origin not stated › France');
});

test('an open end on the map ends at its place; close up, one of elsewhere is not drawn', () => {
  const [end] = EXAMPLE_SCENE.openEnds;
  if (!end) throw new Error('the example has an open end');
  const castries = { ...end, placeId: 'LCCAS', placeName: 'Castries', position: [-60.99, 14.01] } as const;
  const on = draw({ scene: { ...BARE, openEnds: [castries] } });
  expect(paths(on, 'open-end')).toHaveLength(3);
  expect(on.labels.map(({ text }) => text)).toContain('Origin not stated');
  const off = draw({ spec: { bounds: [-65, 18, -64, 19] }, scene: { ...BARE, openEnds: [end] } });
  expect(paths(off, 'open-end')).toEqual([]);
});

test('a seizure without a way is a place and no line: the firearm parts of Saint Lucia', () => {
  const seizures = EXAMPLE_SCENE.seizures.filter(({ id }) => id === 'reported:S002');
  const drawing = draw({ scene: { ...BARE, seizures } });
  expect(
    paths(
      drawing,
      'leg-voyage',
      'leg-seizure',
      'leg-direct',
      'route-recurs',
      'route-once',
      'open-end',
      'arrow',
    ),
  ).toEqual([]);
  // Known to 30 km: an area in the colour of arms, filled, outlined, with a small ring in its middle.
  expect(paths(drawing, 'seizure-area').map(({ fill, stroke }) => fill ?? stroke)).toEqual([
    '#4b55c4',
    '#4b55c4',
    '#4b55c4',
  ]);
  expect(words(drawing)).toContain('Known only to this area');
});

test('the legend explains what is drawn and nothing else', () => {
  const all = words(draw());
  for (const one of [
    'Route that recurs',
    'Sequence seen once',
    'Voyages, 1 to 12 a leg',
    'Inferred',
    'Assumed',
    'Cocaine',
    'More than chance',
    'Fewer than chance',
    'One end not stated',
    'No data: no report, no call',
  ])
    expect(all).toContain(one);
  expect(all).not.toContain('Cannabis');
  expect(all).not.toContain('Not significant');
  const bare = words(draw({ scene: BARE }));
  for (const one of ['Route that recurs', 'Voyages', 'Cocaine', 'More than chance', 'Inferred', 'No data'])
    expect(bare).not.toContain(one);
});

test('weaker legs are left out where they could not be told apart, and the legend says so', () => {
  const [leg] = EXAMPLE_SCENE.legs;
  if (!leg) throw new Error('the example has legs');
  const legs = Array.from({ length: 400 }, (_, i) => ({ ...leg, id: `L${i}`, seizureLegs: 0 }));
  const drawing = draw({ spec: { bounds: [-90, 8, -58, 28] }, scene: { ...BARE, legs } });
  // The map is 569 points wide for at least 32 degrees: zoom 4.1, taken one closer, lets 90 through.
  expect(paths(drawing, 'leg-voyage')).toHaveLength(90);
  expect(words(drawing)).toContain('90 of 400 legs');
});

test('territories without data are hatched, also those that are part of a state elsewhere', () => {
  const hatches = (...noData: string[]): number =>
    paths(draw({ scene: { ...BARE, noData } }), 'no-data').length;
  // One for each on the map, and the sign in the legend; no such territory, and one outside the view.
  expect([hatches('BB'), hatches('MQ', 'GP'), hatches('ZZ'), hatches('CU')]).toEqual([2, 3, 0, 0]);
});

test('what is selected is numbered in order of travel and named', () => {
  const places = EXAMPLE_SCENE.places.slice(0, 3);
  const steps = EXAMPLE_SCENE.legs
    .slice(0, 2)
    .map(({ line, overWater }) => ({ line, overWater, certainty: 'stated' as const }));
  const selection = { name: 'x', steps, places, position: null, radiusKm: 0 };
  const drawing = draw({ scene: { ...BARE, selection } });
  const numbers = texts(drawing).filter(({ role }) => role === 'selection');
  // From south to north.
  expect(numbers.sort((a, b) => b.at[1] - a.at[1]).map(({ text }) => text)).toEqual(['1', '2', '3']);
  expect(drawing.labels.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Port of Spain', 'Basseterre', 'Road Town']),
  );
});

test('a case has the numbers of its list of stops; the seizure its own, where it was made', () => {
  const [spain, basseterre, roadTown] = EXAMPLE_SCENE.places;
  const places = [spain, basseterre, roadTown].flatMap((place) => place ?? []);
  // Its third stop is where it was seized, at sea south of Road Town, and has no place.
  const stops = places.map(({ id }, i) => ({ placeId: id, number: [1, 2, 4][i] ?? 0 }));
  const numbers = (position: [number, number], bounds: Scene['bounds']): string[] =>
    texts(
      draw({
        scene: {
          ...{ ...BARE, bounds },
          selection: { name: 'x', steps: [], places, stops, seizedAs: 3, position, radiusKm: 5 },
        },
      }),
    )
      .filter(({ role }) => role === 'selection')
      .sort((a, b) => b.at[1] - a.at[1])
      .map(({ text }) => text);
  // Discs of 5.2 units on a map about 700 wide over 9 degrees: half a degree is 39 units, a fiftieth 1.6.
  expect(numbers([-64.62, 17.9], [-67, 10, -58, 19])).toEqual(['1', '2', '3', '4']);
  expect(numbers([-64.62, 18.4], [-67, 10, -58, 19])).toEqual(['1', '2', '3·4']);
});

test('no two names overlap and none leaves the frame, however crowded', () => {
  const places = Array.from({ length: 400 }, (_, i): ScenePlace => ({
    id: `P${i}`,
    name: `Harbour number ${i}`,
    kind: 'port',
    position: [-67 + (i % 20) * 0.45, 10 + Math.floor(i / 20) * 0.45],
    radiusKm: 1,
    weight: 400 - i,
  }));
  for (const size of FIGURE_SIZES) {
    const { labels, dataArea } = draw({ spec: { size }, scene: { places } });
    expect(labels.length).toBeGreaterThan(20);
    labels.forEach(({ box: a }, i) => {
      expect(a.x).toBeGreaterThanOrEqual(dataArea.x);
      expect(a.y).toBeGreaterThanOrEqual(dataArea.y);
      expect(a.x + a.width).toBeLessThanOrEqual(dataArea.x + dataArea.width);
      expect(a.y + a.height).toBeLessThanOrEqual(dataArea.y + dataArea.height);
      for (const { box: b } of labels.slice(i + 1)) {
        const apart =
          a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    });
  }
});

/** The box of a text that is not turned. */
function boxOf({
  text,
  at: [x, y],
  anchor,
  size,
  face,
}: TextItem): [left: number, right: number, top: number, bottom: number] {
  const width = measure(text, size, face);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return [left, left + width, y - size * 0.78, y + size * 0.24];
}

const HOSTILE = [
  'Контрабанда '.repeat(50).slice(0, 500),
  'x'.repeat(300),
  `<script>alert("&")</script>\n\u0000\u202e${'Ω'.repeat(300)} tail`,
  'مرحبا بالعالم '.repeat(20),
];

test('titles of any length and script stay within the page and off the map, in every size', () => {
  for (const title of HOSTILE)
    for (const [i, size] of FIGURE_SIZES.entries())
      for (const language of [LANGUAGES[i] ?? 'en']) {
        const drawing = draw({ spec: { title, subtitle: title, size, language } });
        const { dataArea } = drawing;
        const outside = texts(drawing).filter(({ role, rotate }) => role === 'text' && rotate === 0);
        expect(outside.length).toBeGreaterThan(4);
        for (const item of outside) {
          const [left, right, top, bottom] = boxOf(item);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(drawing.width);
          expect(bottom <= dataArea.y || top >= dataArea.y + dataArea.height).toBe(true);
          expect(top).toBeGreaterThanOrEqual(15);
          expect(bottom).toBeLessThanOrEqual(drawing.height - 15);
        }
      }
}, 60_000);

test('legend and inset stay in their column, in every size and language, with everything shown', () => {
  for (const size of FIGURE_SIZES)
    for (const language of LANGUAGES) {
      const drawing = draw({ spec: { size, language, title: 'x '.repeat(250) } });
      const right = drawing.dataArea.x + drawing.dataArea.width;
      const column = texts(drawing).filter(({ role }) => role === 'legend');
      expect(column.length).toBeGreaterThan(15);
      const inset = paths(drawing, 'inset').map(({ d }) => Number(/^M\S+ ([^L]+)L/.exec(d)?.[1]));
      for (const item of column) {
        const [left, end, , bottom] = boxOf(item);
        expect(left).toBeGreaterThan(right);
        expect(end).toBeLessThanOrEqual(drawing.width - 20);
        expect(bottom).toBeLessThanOrEqual(Math.min(drawing.height - 15, ...inset));
      }
    }
}, 60_000);

test('marking at top and bottom, code, hashes and synthetic data are said, whatever the language', () => {
  for (const language of LANGUAGES) {
    const drawing = draw({ spec: { language }, about: { marking: 'amber-strict', synthetic: 'all' } });
    const said = words(drawing);
    const marking = texts(drawing).filter(({ text }) => text === 'TLP:AMBER+STRICT');
    expect(marking.map(({ fill }) => fill)).toEqual(['#ffc000', '#ffc000']);
    expect(said).toContain('LW-7K2M-Q4XD');
    expect(said.replaceAll('\u00a0', ' ')).toContain('30393795d66f');
    expect(texts(drawing).filter(({ role }) => role === 'synthetic').length).toBeGreaterThan(4);
  }
  expect(texts(draw({ about: { synthetic: 'none' } })).filter(({ role }) => role === 'synthetic')).toEqual(
    [],
  );
});

test('nothing to show is said on the map', () => {
  expect(words(draw({ scene: { ...BARE, places: [] } }))).toContain(
    'Nothing to show here with these filters',
  );
  expect(words(draw())).not.toContain('Nothing to show');
});

test('letters are never smaller than 6.5 points of A4', () => {
  expect(Math.min(...texts(draw()).map(({ size }) => size))).toBe(6.5);
});
