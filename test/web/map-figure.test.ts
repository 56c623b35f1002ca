import { expect, test } from 'vitest';
import { figureLayout, kmPerPx, roundDistance } from '../../web/map/figure-layout.ts';
import { degreeText, ticks, tickStep } from '../../web/map/frame.ts';
import { nextPick } from '../../web/map/pick.ts';

test('round distances are 1, 2 or 5 times a power of ten, never longer than asked', () => {
  expect([0.7, 1, 4.9, 5, 37, 199, 200, 640].map(roundDistance)).toEqual([0.5, 1, 2, 5, 20, 100, 200, 500]);
});

test('a pixel of zoom 0 on the equator is 78.27 km, of zoom 7 at 60 degrees half of a 128th', () => {
  expect(kmPerPx(0, 0)).toBeCloseTo(78.271517, 6);
  expect(kmPerPx(60, 7)).toBeCloseTo(0.305748, 6);
});

test('degrees are written as on charts', () => {
  expect([-65, 12.5, 0, -61.1].map((value) => degreeText(value, 'E', 'W'))).toEqual([
    '65°W',
    '12°30′E',
    '0°',
    '61°06′W',
  ]);
});

test('the frame is divided so that numbers stand at least 90 px apart', () => {
  expect([20, 50, 100, 200, 500, 1000].map(tickStep)).toEqual([5, 2, 1, 0.5, 0.2, 0.1]);
  expect(ticks(-63, -60.5, 1, ['E', 'W'], (x) => (x + 63) * 100)).toEqual([
    { at: 0, text: '63°W' },
    { at: 100, text: '62°W' },
    { at: 200, text: '61°W' },
  ]);
});

test('the parts of a figure do not overlap and end on the page', () => {
  const { map, legend, sources } = figureLayout(1920, 1080, 3);
  expect(map).toEqual({ x: 58, y: 138, width: 1448, height: 816 });
  expect(legend).toEqual({ x: 1542, y: 138, width: 330, height: 816 });
  expect(sources).toEqual({ x: 48, y: 998, lineHeight: 22 });
});

test('a second click takes the next of those that lie together, and starts over after the last', () => {
  const [a, b] = [
    { kind: 'seizure', id: 's1' },
    { kind: 'seizure', id: 's2' },
  ] as const;
  const port = { kind: 'port', id: 'TTPOS' } as const;
  expect(nextPick([a, b, port], null)).toEqual(a);
  expect(nextPick([a, b, port], a)).toEqual(b);
  expect(nextPick([a, b, port], b)).toEqual(a);
  expect(nextPick([port], a)).toEqual(port);
  expect(nextPick([], a)).toBeNull();
});
