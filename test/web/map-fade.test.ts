import { expect, test } from 'vitest';
import { lengthKm } from '../../shared/geo.ts';
import { stretches } from '../../shared/drawing/fade.ts';

test('a line across the Caribbean is drawn evenly', () => {
  // 10 degrees along the equator are 1,112 km.
  const line = [
    [-70, 0],
    [-60, 0],
  ];
  expect(stretches(line)).toEqual([{ line, fade: 1 }]);
});

test('a line across the ocean is strong for 250 km at both ends and faint in the middle', () => {
  // 40 degrees along the equator are 4,448 km: seven cuts from each end, the last 1,150 km from it.
  const found = stretches([
    [-60, 0],
    [-40, 0],
    [-20, 0],
  ]);
  expect(found.map(({ fade }) => fade)).toEqual([
    1, 0.85, 0.7, 0.56, 0.44, 0.34, 0.26, 0.2, 0.26, 0.34, 0.44, 0.56, 0.7, 0.85, 1,
  ]);
  const pairs = (i: number) => (found[i]?.line ?? []).map(([x = 0, y = 0]): [number, number] => [x, y]);
  expect(lengthKm(pairs(0))).toBeCloseTo(250, 6);
  expect(lengthKm(pairs(14))).toBeCloseTo(250, 6);
  // The middle keeps the vertex of the line, and the stretches join.
  expect(pairs(7)[1]).toEqual([-40, 0]);
  expect(found.slice(1).map(({ line }) => line[0])).toEqual(
    found.slice(0, -1).map(({ line }) => line.at(-1)),
  );
});
