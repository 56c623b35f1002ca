import { expect, test } from 'vitest';
import { degreeText, ticks, tickStep } from '../../web/map/frame.ts';
import { nextPick } from '../../web/map/pick.ts';

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

test('a second click takes the next of those that lie together, and starts over after the last', () => {
  const [a, b] = [
    { kind: 'seizure', id: 's1' },
    { kind: 'seizure', id: 's2' },
  ] as const;
  const port = { kind: 'port', id: 'TTPOS' } as const;
  expect(nextPick([a, b, port], null)).toEqual(a);
  expect(nextPick([a, b, port], a)).toEqual(b);
  expect(nextPick([a, b, port], b)).toEqual(port);
  expect(nextPick([a, b, port], port)).toEqual(a);
  expect(nextPick([port], a)).toEqual(port);
  expect(nextPick([], a)).toBeNull();
});
