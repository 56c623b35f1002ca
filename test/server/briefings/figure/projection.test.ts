import { expect, test } from 'vitest';
import {
  kmPerUnit,
  middleLatitude,
  pointOf,
  pointsOf,
  viewOf,
} from '../../../../server/briefings/figure/projection.ts';
import { scaleBars } from '../../../../server/briefings/figure/surround.ts';

const square = { x: 0, y: 0, width: 1000, height: 1000 };

test('bounds taller than their box are kept whole and widened about their middle', () => {
  // Mercator height of 0 to 10°N: ln tan 50° / 2π = 0.0279198 of the world; 10° wide is 0.0277778.
  const view = viewOf([-70, 0, -60, 10], square);
  expect(view.worldWidth).toBeCloseTo(1000 / 0.0279198, 0);
  // Half of 1000 units: 500 / 35816.9 * 360 = 5.0256° about 65°W.
  expect(view.bounds[0]).toBeCloseTo(-70.0256, 3);
  expect(view.bounds[2]).toBeCloseTo(-59.9744, 3);
  expect(view.bounds[1]).toBeCloseTo(0, 6);
  expect(view.bounds[3]).toBeCloseTo(10, 6);
});

test('every shape of bounds stays whole in every shape of box', () => {
  for (const bounds of [
    [-90, 8, -58, 28],
    [-62.6, 10, -60, 25],
    [-65, 18, -64.99, 18.01],
    [-61, 13, -61, 13],
  ] as const)
    for (const [width, height] of [
      [600, 400],
      [300, 900],
      [900, 90],
    ] as const) {
      const view = viewOf(bounds, { x: 11, y: 40, width, height });
      expect(view.bounds[0]).toBeLessThanOrEqual(bounds[0] + 1e-9);
      expect(view.bounds[1]).toBeLessThanOrEqual(bounds[1] + 1e-9);
      expect(view.bounds[2]).toBeGreaterThanOrEqual(bounds[2] - 1e-9);
      expect(view.bounds[3]).toBeGreaterThanOrEqual(bounds[3] - 1e-9);
      const [x, y] = view.at([view.bounds[0], view.bounds[3]]);
      expect([x, y]).toEqual([expect.closeTo(11, 4), expect.closeTo(40, 4)]);
    }
});

test('the 180th meridian is ordinary: bounds and lines run across it', () => {
  const view = viewOf([170, -10, -170, 10], square);
  const [x1] = pointOf(view, [175, 0]);
  const [x2] = pointOf(view, [-175, 0]);
  // 20° over 1000 units: 10° apart is half of it.
  expect(x2 - x1).toBeCloseTo(1000 * (10 / (view.bounds[2] - view.bounds[0])), 6);
  const [a, b] = pointsOf(view, [
    [179, 0],
    [-179, 0],
  ]);
  expect((b?.[0] ?? 0) - (a?.[0] ?? 0)).toBeGreaterThan(0);
  expect((b?.[0] ?? 0) - (a?.[0] ?? 0)).toBeLessThan(150);
});

test('a unit is half as long on the ground at 60 degrees as on the equator', () => {
  // A sphere of 6371.0088 km is 40,030.2289 km around; 18,000 units of it: 2.223902 km each.
  const view = viewOf([-6, -0.01, 6, 0.01], { x: 0, y: 0, width: 600, height: 400 });
  expect(view.worldWidth).toBeCloseTo(18000, 6);
  expect(kmPerUnit(view, 0)).toBeCloseTo(2.223902, 5);
  expect(kmPerUnit(view, 60)).toBeCloseTo(1.111951, 5);
  expect(middleLatitude(view)).toBeCloseTo(0, 9);
});

test('scale bars are round and as long as computed by hand', () => {
  const view = viewOf([-6, -0.01, 6, 0.01], { x: 0, y: 0, width: 600, height: 400 });
  // 118 units are 262.42 km or 141.7 nm: 200 km and 100 nm; 200 / 2.223902 and 185.2 / 2.223902 units.
  const bars = scaleBars(view);
  expect([bars.km, bars.nm]).toEqual([200, 100]);
  expect(bars.kmLength).toBeCloseTo(89.932, 2);
  expect(bars.nmLength).toBeCloseTo(83.277, 2);
});
