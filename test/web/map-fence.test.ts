import { expect, it } from 'vitest';
import { drawSelected } from '../../web/map/derive-selected.ts';
import { POST, posts } from '../../web/map/fence.ts';

it('leaves no gap along the edges that a name could be cut in', () => {
  const all = posts(1000, 600);
  for (const [x, y] of [
    [0, 300],
    [1000, 7],
    [500, 0],
    [993, 600],
  ] as const) {
    expect(all.some(([px, py]) => Math.abs(px - x) <= POST / 2 && Math.abs(py - y) <= POST / 2)).toBe(true);
  }
  // And none inside, where names are wanted.
  expect(all.some(([x, y]) => x > POST && x < 1000 - POST && y > POST && y < 600 - POST)).toBe(false);
});

it('numbers a stop where its line ends, if that is in the place, and else at its middle', () => {
  const place = (id: string, position: [number, number]) => ({
    id,
    name: id,
    kind: 'country' as const,
    country: id,
    position,
    radiusKm: 50,
  });
  const { stops } = drawSelected({
    geometry: null,
    radiusKm: 0,
    ids: ['r'],
    // A degree of longitude on the equator is 111 km: 0.4° is 44 km, inside the place; 2° is outside.
    places: [place('A', [0, 0]), place('B', [10, 0])],
    steps: [
      {
        line: [
          [0.4, 0],
          [8, 0],
        ],
        certainty: 'stated',
        overWater: true,
      },
    ],
  });
  expect(stops.features.map(({ geometry }) => geometry)).toEqual([
    { type: 'Point', coordinates: [0.4, 0] },
    { type: 'Point', coordinates: [10, 0] },
  ]);
});
