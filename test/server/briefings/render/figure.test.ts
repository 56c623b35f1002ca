import { create } from 'xmlbuilder2';
import { PNG } from 'pngjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import type { Bounds } from '../../../../shared/briefing.ts';
import { figureDrawing, renderFigure } from '../../../../server/briefings/render/figure.ts';
import { openFont } from '../../../../server/briefings/render/fonts.ts';
import { toPng } from '../../../../server/briefings/render/png.ts';
import { toSvg } from '../../../../server/briefings/render/svg.ts';
import { EXAMPLE_SCENE, exampleBriefing } from '../../../support/briefing.ts';

type Overrides = Parameters<typeof exampleBriefing>[0];
const EMPTY = {
  legs: [],
  routes: [],
  cells: [],
  clusters: [],
  seizures: [],
  openEnds: [],
  places: [],
  noData: [],
};

/** The pixels of the map of a screen-size figure, with how many px a unit has. */
function mapOf(overrides: Overrides): {
  pixels: [number, number, number][];
  pxPerUnit: number;
  width: number;
} {
  const drawing = figureDrawing(
    exampleBriefing({ ...overrides, spec: { size: 'screen', ...overrides?.spec } }),
  );
  const png = PNG.sync.read(toPng(drawing));
  const pxPerUnit = png.width / drawing.width;
  const { x, y, width, height } = drawing.dataArea;
  const pixels: [number, number, number][] = [];
  for (let row = Math.ceil(y * pxPerUnit) + 2; row < (y + height) * pxPerUnit - 2; row++)
    for (let column = Math.ceil(x * pxPerUnit) + 2; column < (x + width) * pxPerUnit - 2; column++) {
      const at = (row * png.width + column) * 4;
      pixels.push([png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0]);
    }
  return { pixels, pxPerUnit, width };
}
const count = (pixels: readonly [number, number, number][], wanted: readonly number[], within = 3): number =>
  pixels.filter((pixel) => pixel.every((part, i) => Math.abs(part - (wanted[i] ?? 0)) <= within)).length;

const SEA = [0xe3, 0xee, 0xf5];
const LAND = [0xf3, 0xee, 0xe2];
const NOWHERE: Overrides = { about: { synthetic: 'none' } };
const at = (bounds: Bounds, scene = {}): Overrides => ({
  ...NOWHERE,
  spec: { bounds },
  scene: { ...EMPTY, ...scene },
});

test('open sea is sea and the middle of Venezuela is land', () => {
  // The rest is the graticule and the words that say that there is nothing.
  const sea = mapOf(at([-50, 20, -48, 21.2]));
  expect(count(sea.pixels, SEA) / sea.pixels.length).toBeGreaterThan(0.95);
  const land = mapOf(at([-65.6, 7.2, -63.6, 8.4]));
  expect(count(land.pixels, LAND) / land.pixels.length).toBeGreaterThan(0.95);
}, 60_000);

test('a hot cell is drawn as large as it is', () => {
  // The map is 12 degrees wide. A hexagon of side 0.25° has 3√3/2 * 0.25² = 0.16238 square degrees; Mercator at
  // 18.4° stretches them by 1 / cos 18.4° = 1.0539.
  const cells = EXAMPLE_SCENE.cells.slice(0, 1).map((cell) => ({
    ...cell,
    // Out to the open Atlantic, where no coast and no name takes a part of it.
    boundary: cell.boundary.map(([x, y]) => [x + 4, y] as const),
  }));
  const { pixels, pxPerUnit, width } = mapOf(at([-70.6, 18, -58.6, 18.8], { cells }));
  const perDegree = (width * pxPerUnit) / 12;
  // #c2185b at 0.34 over the sea.
  const drawn = count(pixels, [216, 165, 193]);
  const expected = 0.16238 * 1.0539 * perDegree ** 2;
  // The outline takes its share.
  expect(drawn / expected).toBeGreaterThan(0.9);
  expect(drawn / expected).toBeLessThan(1.02);
  expect(count(mapOf(at([-70.6, 18, -58.6, 18.8])).pixels, [216, 165, 193])).toBe(0);
}, 60_000);

test('a leg is drawn in its colour, about as long and as wide as it is', () => {
  const legs = EXAMPLE_SCENE.legs.slice(0, 1).map((leg) => ({ ...leg, seizureLegs: 0 }));
  const { pixels, pxPerUnit } = mapOf(at([-67, 10, -58, 19], { legs }));
  // #0072b2 at 0.38 + 0.47 * sqrt(12 / 40) = 0.637 over the sea.
  const drawn = count(pixels, [82, 159, 202], 6);
  // 6.64° of latitude of the 9 shown: some 220 units long, about 1.6 wide; arrowhead and edges are other colours.
  const area = 220 * 1.6 * pxPerUnit ** 2;
  expect(drawn).toBeGreaterThan(area * 0.4);
  expect(drawn).toBeLessThan(area * 1.2);
}, 60_000);

test('published totals are drawn as they are placed: digits in ink, bars as long as their numbers', () => {
  const drawing = figureDrawing(exampleBriefing({ spec: { kind: 'totals', size: 'slide', title: null } }));
  const png = PNG.sync.read(toPng(drawing));
  const pxPerUnit = png.width / drawing.width;
  const pixelsOf = (x: number, y: number, width: number, height: number) => {
    const pixels: [number, number, number][] = [];
    for (let row = Math.ceil(y * pxPerUnit); row < (y + height) * pxPerUnit; row++)
      for (let column = Math.ceil(x * pxPerUnit); column < (x + width) * pxPerUnit; column++) {
        const at = (row * png.width + column) * 4;
        pixels.push([png.data[at] ?? 0, png.data[at + 1] ?? 0, png.data[at + 2] ?? 0]);
      }
    return pixels;
  };
  const inkOf = (pixels: [number, number, number][]): number =>
    pixels.filter((pixel) => pixel.every((part) => part < 100)).length / pixels.length;
  for (const words of ['402', 'over 500', '119', '332', '21', '6', '772']) {
    const item = drawing.items.find((one) => one.kind === 'text' && one.text === words);
    if (item?.kind !== 'text') throw new Error(`${words} is not drawn`);
    const { size, at } = item;
    const ink = inkOf(pixelsOf(at[0] - size * 0.5, at[1] - size * 0.7, size * 0.5, size * 0.7));
    // The last digit covers about a third of its box; the space below it, before the next row, nothing.
    expect(ink, words).toBeGreaterThan(0.12);
    expect(ink, words).toBeLessThan(0.7);
    expect(inkOf(pixelsOf(at[0] - size * 0.5, at[1] + 1, size * 0.5, 2)), words).toBe(0);
  }
  const bars = drawing.items.flatMap((one) => (one.kind === 'path' && one.role === 'loaded' ? [one.d] : []));
  const blue = bars.map((d) => {
    const [x = 0, y = 0, right = 0, , , bottom = 0] = d
      .split(/[MLZ ]/)
      .filter(Boolean)
      .map(Number);
    // Within the outline, which takes 0.4 at each edge.
    const pixels = pixelsOf(x + 0.6, y + 0.6, right - x - 1.6, bottom - y - 1.2);
    return { width: right - x, part: count(pixels, [0x00, 0x72, 0xb2]) / pixels.length };
  });
  expect(blue).toHaveLength(3);
  // 4 of 402 is a hundredth of the bar that 772.4 of 772 fills.
  expect((blue[0]?.width ?? 0) / (blue[2]?.width ?? 1)).toBeCloseTo(4 / 402, 3);
  expect(blue[2]?.part).toBeGreaterThan(0.98);
}, 60_000);

const bigEndian = (png: Buffer, at: number): number => png.readUInt32BE(at);

test('sizes are exact, and paper says 300 dots to the inch', async () => {
  const png = (size: 'screen' | 'slide' | 'a4' | 'a3') =>
    renderFigure(exampleBriefing({ spec: { size }, scene: EMPTY }), 'png');
  for (const [size, width, height] of [
    ['screen', 1440, 900],
    ['slide', 1920, 1080],
    ['a4', 3508, 2480],
    ['a3', 4961, 3508],
  ] as const) {
    const file = await png(size);
    expect([bigEndian(file, 16), bigEndian(file, 20)]).toEqual([width, height]);
    const paper = size === 'a4' || size === 'a3';
    // 300 dots to 0.0254 m are 11,811 to the metre.
    expect(file.includes('pHYs')).toBe(paper);
    if (paper) expect(bigEndian(file, file.indexOf('pHYs') + 4)).toBe(11811);
    if (size === 'a4') expect(PNG.sync.read(file).width).toBe(3508);
  }
}, 120_000);

test('the same briefing gives the same bytes', async () => {
  const briefing = exampleBriefing({ spec: { size: 'screen' } });
  for (const format of ['png', 'svg', 'pdf'] as const) {
    const [one, two] = [await renderFigure(briefing, format), await renderFigure(briefing, format)];
    expect(one.equals(two)).toBe(true);
  }
}, 60_000);

test('Cyrillic and Greek are drawn with glyphs of the font', () => {
  for (const face of ['regular', 'italic', 'semibold', 'bold'] as const) {
    const { glyphs } = openFont(face).layout('Контрабанда Ελλάδα Curaçao ‘›…′°·–’ \u00a0\u202f');
    // Glyph 0 is the box of what a font does not have.
    expect(glyphs.map(({ id }) => id)).not.toContain(0);
  }
});

test('hostile words stay words: the SVG is well formed and holds the whole title once', () => {
  const title = `<b onload="x">&amp; "two"</b> \u0007]]> ${'ж'.repeat(400)}`.slice(0, 500);
  const svg = toSvg(figureDrawing(exampleBriefing({ spec: { title } })));
  const root = create(svg).root().toObject();
  expect(JSON.stringify(root)).toContain(`ж`.repeat(380));
  expect(svg).not.toContain('<b ');
  expect(svg).not.toContain('\u0007');
  // Nothing is fetched: Latin is in it in three faces, Cyrillic in that of the title.
  expect(svg).not.toMatch(/href=|<script|<image|@import|url\((?!#|data:font)/);
  expect(svg.match(/@font-face/g)).toHaveLength(4);
});

test('the PDF is a page of A4 with text to select, tagged as a figure with its words, and no clock', async () => {
  const file = await renderFigure(exampleBriefing({ spec: { title: 'Тринидад: Curaçao' } }), 'pdf');
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  // 297 x 210 mm are 841.89 x 595.28 points; 3508 x 2480 px at 300 to the inch 841.92 x 595.2.
  expect([pdf.numPages, width, height]).toEqual([1, expect.closeTo(841.9, 0), expect.closeTo(595.2, 0)]);
  const { items } = await page.getTextContent();
  const said = items.map((item) => ('str' in item ? item.str : '')).join('\n');
  for (const one of ['Тринидад: Curaçao', 'TLP:AMBER', 'Port of Spain', 'Origin not stated › France'])
    expect(said).toContain(one);
  expect(said.match(/Port of Spain/g)).toHaveLength(1);
  const tree = await page.getStructTree();
  expect(JSON.stringify(tree)).toContain('Figure');
  expect(JSON.stringify(tree)).toContain('LW-7K2M-Q4XD');
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({
    Title: 'Тринидад: Curaçao',
    CreationDate: 'D:20260312083000Z',
    ModDate: 'D:20260312083000Z',
  });
  await pdf.destroy();
}, 60_000);

test('what lies outside a close view does not stop the picture', async () => {
  const places = EXAMPLE_SCENE.places;
  const selection = { name: 'x', steps: [], places, position: [-61, 14], radiusKm: 30 } as const;
  const file = await renderFigure(
    exampleBriefing({ spec: { bounds: [-64.7, 18.3, -64.5, 18.5], size: 'screen' }, scene: { selection } }),
    'png',
  );
  expect(bigEndian(file, 16)).toBe(1440);
}, 60_000);
