import { expect, test } from 'vitest';
import {
  degreeText,
  graticule,
  graticuleStep,
  roundDistance,
} from '../../../../server/briefings/figure/frame.ts';
import { viewOf } from '../../../../server/briefings/figure/projection.ts';

test('lines of the graticule stand at least 62 units apart, at whole degrees or round minutes', () => {
  expect([1, 10, 35, 62, 130, 200, 1000].map(graticuleStep)).toEqual([30, 10, 2, 1, 0.5, 1 / 3, 1 / 12]);
});

test('lines are multiples of the step within the view', () => {
  const view = viewOf([-79, 10, -58, 20], { x: 0, y: 0, width: 600, height: 300 });
  // 600 / 21 = 28.6 units a degree: 62 of them are 2.17°, so every 5°.
  expect(graticule(view)).toEqual({ longitudes: [-75, -70, -65, -60], latitudes: [10, 15, 20] });
});

test('angles are written as on charts', () => {
  expect([15, -60, 18.5, 0, -61.1, 59.999].map((value) => degreeText(value, 'N', 'S'))).toEqual([
    '15°N',
    '60°S',
    '18°30′N',
    '0°',
    '61°06′S',
    '60°N',
  ]);
});

test('round distances are 1, 2 or 5 times a power of ten, never longer than asked', () => {
  expect([0.7, 1, 4.9, 5, 37, 199, 200, 640].map(roundDistance)).toEqual([0.5, 1, 2, 5, 20, 100, 200, 500]);
});
