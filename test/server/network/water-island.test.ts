import { describe, expect, it } from 'vitest';
import type { Position } from '../../../shared/geo.ts';
import type { Land } from '../../../server/network/water/coast.ts';
import { makeWaterRouter } from '../../../server/network/water/router.ts';
import type { Waterway } from '../../../server/network/water/waterways.ts';

const box = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const options = { waterways: [], fineBox: [-90, -20, -20, 40], offsetKm: 0.01 } as const;
const router = (land: Land) => makeWaterRouter(land, options);

describe('a square island of one degree on the equator', () => {
  // Corners at -60.5 and -59.5, 0.5 S and 0.5 N. One degree is 6371.0088 * pi / 180 = 111.1951 km.
  const island: Land = [[box(-60.5, -0.5, -59.5, 0.5)]];

  it('is passed by two of its corners', () => {
    // From 61 W on the equator to 59 W: to the corner sqrt(0.5^2 + 0.5^2) = 0.7071 degrees, along the side 1, and
    // the same again: 2.4142 degrees = 268.45 km. The plane figure; at half a degree the sphere's differs by 1e-5.
    const path = router(island).path([-61, 0], [-59, 0]);
    expect(path?.distanceKm).toBeGreaterThan(268.4);
    expect(path?.distanceKm).toBeLessThan(268.55);
    expect(path?.snappedKm).toEqual({ from: 0, to: 0 });
  });

  it('is passed on the shorter side', () => {
    // From 0.2 N both ways the north is nearer: corners at dx 0.5, dy 0.3: 2 * sqrt(0.34) + 1 = 2.16619 degrees = 240.87 km.
    const path = router(island).path([-61, 0.2], [-59, 0.2]);
    expect(path?.distanceKm).toBeGreaterThan(240.8);
    expect(path?.distanceKm).toBeLessThan(241);
    expect(path?.line.every((p) => p[1] > 0)).toBe(true);
  });

  it('does not matter which way its ring runs', () => {
    const turned: Land = island.map((polygon) => polygon.map((ring) => ring.toReversed()));
    expect(router(turned).path([-61, 0], [-59, 0.1])).toEqual(router(island).path([-61, 0], [-59, 0.1]));
  });

  it('leaves a clear leg straight', () => {
    expect(router(island).path([-61, 1], [-60, 1])?.line).toHaveLength(3); // 111.2 km in two steps
  });

  it('joins a place to itself', () => {
    expect(router(island).path([-61, 1], [-61, 1])).toMatchObject({
      distanceKm: 0,
      line: [
        [-61, 1],
        [-61, 1],
      ],
    });
  });
});

describe('a waterway', () => {
  const island: Land = [[box(-60.5, -0.5, -59.5, 0.5)]];
  const cut: Waterway = {
    name: 'Cut',
    line: [
      [-60.6, 0],
      [-60, 0],
      [-59.4, 0],
    ],
    mouths: 'both',
  };

  it('is followed where it is shorter, and named', () => {
    const path = makeWaterRouter(island, { ...options, waterways: [cut] }).path([-61, 0], [-59, 0]);
    expect(path?.distanceKm).toBeCloseTo(2 * 111.1951, 1);
    expect(path?.waterways).toEqual(['Cut']);
  });

  it('takes a place beside it', () => {
    const path = makeWaterRouter(island, { ...options, waterways: [cut] }).path([-60, 0.1], [-61, 0]);
    // 0.1 degree to its middle, then one degree west.
    expect(path?.snappedKm.from).toBeCloseTo(11.12, 1);
    expect(path?.distanceKm).toBeCloseTo(1.1 * 111.1951, 1);
  });

  it('is refused when a mouth lies on land', () => {
    const line: Position[] = [
      [-60.4, 0],
      [-60, 0],
    ];
    expect(() => makeWaterRouter(island, { ...options, waterways: [{ ...cut, line }] })).toThrow(
      expect.objectContaining({ code: 'waterway-ashore' }),
    );
  });
});

describe('closed water', () => {
  // Four degrees of land with a lake of one degree in its middle.
  const ring: Land = [[box(-62, -2, -58, 2), box(-60.5, -0.5, -59.5, 0.5)]];

  it('is joined within itself and to nothing else', () => {
    expect(router(ring).path([-60.4, 0], [-59.6, 0])?.distanceKm).toBeCloseTo(0.8 * 111.1951, 1);
    expect(router(ring).path([-60, 0], [-63, 0])).toBeNull();
    expect(router(ring).path([-63, 0], [-60, 0])).toBeNull();
  });

  it('has a dry middle: 111 km from any water there is no path', () => {
    const solid: Land = [[box(-62, -2, -58, 2)]];
    expect(router(solid).path([-60, 0], [-63, 0])).toBeNull();
  });

  it('brings a place on land to the nearest shore', () => {
    const solid: Land = [[box(-62, -2, -58, 2)]];
    // A tenth of a degree inside the west shore: 11.12 km, and 10 m off the coast.
    const path = router(solid).path([-61.9, 0], [-63, 0]);
    expect(path?.snappedKm.from).toBeCloseTo(11.13, 1);
    expect(path?.line[0]).toEqual([-61.9, 0]);
    expect(path?.distanceKm).toBeCloseTo(1.1 * 111.1951, 1);
  });
});

describe('a bay', () => {
  // A block with a bay cut into its north side, mouth between 60.3 W and 59.7 W, floor at 1 N.
  const bay: Land = [
    [
      [
        [-61, 0],
        [-59, 0],
        [-59, 2],
        [-59.7, 2],
        [-59.9, 1],
        [-60.1, 1],
        [-60.3, 2],
        [-61, 2],
        [-61, 0],
      ],
    ],
  ];

  it('is left by the corner of its mouth', () => {
    // From its middle at 60 W 1.5 N past the corner at 60.3 W 2 N and the one at 61 W 2 N to 62 W 1.5 N:
    // sqrt(.09+.25) + .7 + sqrt(1+.25) = .58310 + .7 + 1.11803 = 2.40113 degrees = 266.99 km on the plane; a degree of
    // longitude at 2 N is 0.9994 of one, so a little less.
    const path = router(bay).path([-60, 1.5], [-62, 1.5]);
    expect(path?.distanceKm).toBeGreaterThan(266.7);
    expect(path?.distanceKm).toBeLessThan(267.1);
  });

  it('is passed by over its mouth', () => {
    // Due west along 2.01 N, clear of all corners: 3 degrees at cos 2.01 = 0.99938 is 333.38 km.
    expect(router(bay).path([-58.5, 2.01], [-61.5, 2.01])?.distanceKm).toBeCloseTo(333.38, 0);
  });
});
