import Flatbush from 'flatbush';
import { beforeAll, describe, expect, it } from 'vitest';
import { distanceKm, lengthKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';
import { offSegmentKm } from '../../../server/network/water/coast.ts';
import type { Land } from '../../../server/network/water/coast.ts';
import { readLand } from '../../../server/network/water/files.ts';
import { pointsBetween } from '../../../server/network/water/plane.ts';
import { makeWaterRouter } from '../../../server/network/water/router.ts';
import type { WaterPath, WaterRouter } from '../../../server/network/water/router.ts';
import { WATERWAYS } from '../../../server/network/water/waterways.ts';
import fixture from '../../fixtures/water-pairs.json' with { type: 'json' };

const at = (p: readonly number[]): Position => [p[0] ?? NaN, p[1] ?? NaN];
const pairs = fixture.map((row) => ({
  title: `${row.from.name} to ${row.to.name}`,
  from: at(row.from.position),
  to: at(row.to.position),
  chain: [row.from, ...row.waypoints, row.to].map((waypoint) => at(waypoint.position)),
  expectedKm: row.expectedKm,
}));

// An index of the land as given, made apart from the router: how deep inside land a position lies, km; 0 in water.
function depthMeter(land: Land): (p: Position) => number {
  const edges = land.flat().flatMap((ring) => ring.slice(1).map((b, i) => [ring[i] ?? b, b] as const));
  const index = new Flatbush(edges.length);
  for (const [a, b] of edges)
    index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  index.finish();
  const inside = ([lon, lat]: Position): boolean => {
    let odd = false;
    for (const i of index.search(lon, lat, 180, lat)) {
      const [a, b] = edges[i] ?? [];
      if (!a || !b || a[1] > lat === b[1] > lat) continue;
      if (lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd;
    }
    return odd;
  };
  return (p) => {
    if (!inside(p)) return 0;
    const near = index.search(p[0] - 0.3, p[1] - 0.3, p[0] + 0.3, p[1] + 0.3).map((i) => edges[i]);
    return Math.min(...near.map((edge) => (edge ? offSegmentKm(p, ...edge) : Infinity)));
  };
}

let land: Land;
let router: WaterRouter;
let paths: (WaterPath | null)[];

beforeAll(() => {
  land = readLand();
  router = makeWaterRouter(land);
  paths = router.paths(pairs.map(({ from, to }) => [from, to]));
}, 300_000);

describe('thirty legs against chains of waypoints', () => {
  it('has thirty pairs', () => expect(pairs).toHaveLength(30));

  // expectedKm is the sum of the great circles through the waypoints, which were set from geography by hand.
  it.each(pairs.map((pair, i) => ({ ...pair, i })))('$title', ({ i, from, to, chain, expectedKm }) => {
    expect(lengthKm(chain)).toBeCloseTo(expectedKm, 0);
    const path = paths[i];
    expect(path).not.toBeNull();
    if (!path) return;
    expect(Math.abs(path.distanceKm / expectedKm - 1)).toBeLessThan(0.05);
    expect(path.line[0]).toEqual(from);
    expect(path.line.at(-1)).toEqual(to);
    expect(path.distanceKm).toBeCloseTo(lengthKm(path.line), 6);
    expect(path.distanceKm).toBeGreaterThanOrEqual(distanceKm(from, to) - 1e-6);
  });
});

describe('land', () => {
  it('is crossed by no more than the tolerance, sampled every 500 m', () => {
    const depth = depthMeter(land);
    // The measure itself: the middle of Barbados is some 9 km from its coasts, the sea off it is none.
    expect(depth([-59.56, 13.17])).toBeGreaterThan(5);
    expect(depth([-59.9, 13.17])).toBe(0);
    const deep: string[] = [];
    pairs.forEach(({ title, from, to }, i) => {
      const path = paths[i];
      if (!path) return;
      const followed = WATERWAYS.filter(({ name }) => path.waterways.includes(name));
      const legs = path.line.slice(1).map((b, k) => [path.line[k] ?? b, b] as const);
      for (const p of legs.flatMap(([a, b]) => [a, ...pointsBetween(a, b, 0.5)])) {
        if (distanceKm(p, from) <= path.snappedKm.from || distanceKm(p, to) <= path.snappedKm.to) continue;
        const onWaterway = followed.some(({ line }) =>
          line.some((b, k) => k > 0 && offSegmentKm(p, line[k - 1] ?? b, b) < 0.2),
        );
        if (onWaterway) continue;
        const fine = p[0] >= -98 && p[0] <= -45 && p[1] >= -4 && p[1] <= 32;
        const km = depth(p);
        if (km > (fine ? 0.35 : 5)) deep.push(`${title} ${p.join(' ')}: ${km.toFixed(2)} km`);
      }
    });
    expect(deep).toEqual([]);
  }, 300_000);

  it('leaves places far from water without a path', () => {
    // Bogota lies 300 km from the sea, Madrid 300 km; Durban is outside the disc.
    for (const place of [
      [-74.08, 4.61],
      [-3.7, 40.42],
      [31.02, -29.88],
    ] satisfies Position[])
      expect(router.path(place, [-75.53, 10.4])).toBeNull();
  });

  it('says how far a place was from water', () => {
    // Caracas: the coast at La Guaira is at 10.61 N, 12 km north.
    const path = router.path([-66.9, 10.5], [-66.11, 18.46]);
    expect(path?.snappedKm.from).toBeGreaterThan(9);
    expect(path?.snappedKm.from).toBeLessThan(15);
    expect(path?.snappedKm.to).toBeLessThan(1.5);
  });
});

describe('the waters named by hand', () => {
  it('joins the two oceans by the Panama Canal only', () => {
    const colon: Position = [-79.9, 9.37];
    const balboa: Position = [-79.57, 8.93];
    expect(router.path(colon, balboa)?.waterways).toEqual(['Panama Canal']);
    // A disc of 12 degrees about the isthmus, so that the way round South America is out of it.
    const isthmus = { centre: [-80, 9], reachDeg: 12 } as const;
    expect(makeWaterRouter(land, isthmus).path(colon, balboa)?.distanceKm).toBeLessThan(100);
    expect(makeWaterRouter(land, { ...isthmus, waterways: [] }).path(colon, balboa)).toBeNull();
  }, 300_000);

  it('reaches the far ends', () => {
    const from: Position = [-61.06, 14.6];
    // Hamburg, Antwerp, Algeciras, New York, Halifax, Toronto, Santos, Lagos.
    const ends: Position[] = [
      [9.93, 53.54],
      [4.3, 51.27],
      [-5.44, 36.13],
      [-74.02, 40.68],
      [-63.57, 44.65],
      [-79.37, 43.63],
      [-46.3, -23.98],
      [3.4, 6.43],
    ];
    for (const path of router.paths(ends.map((end) => [from, end]))) {
      expect(path).not.toBeNull();
      const steps = path?.line.slice(1).map((p, i) => distanceKm(path.line[i] ?? p, p)) ?? [];
      expect(Math.max(...steps)).toBeLessThanOrEqual(100.01);
    }
  }, 300_000);
});

describe('order', () => {
  it('makes the way back the way there reversed', () => {
    pairs.forEach(({ from, to }, i) => {
      const back = router.path(to, from);
      expect(back?.distanceKm).toBe(paths[i]?.distanceKm);
      expect(back?.line.toReversed()).toEqual(paths[i]?.line);
      expect(back?.snappedKm).toEqual({ from: paths[i]?.snappedKm.to, to: paths[i]?.snappedKm.from });
    });
  }, 300_000);

  it('does not depend on what was asked before', () => {
    const wanted = pairs.slice(0, 9).map(({ from, to }): [Position, Position] => [from, to]);
    const islands = { centre: [-66, 15], reachDeg: 14 } as const;
    const forwards = makeWaterRouter(land, islands).paths(wanted);
    const backwards = makeWaterRouter(land, islands).paths(wanted.toReversed());
    expect(backwards.toReversed()).toEqual(forwards);
  }, 300_000);
});
