import { describe, expect, it } from 'vitest';
import { dbscan, dbscanGeo } from '../../../server/hotspots/dbscan.ts';
import { makeRandom } from '../../../server/statistics/random.ts';
import { distanceKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';
import fixture from '../../fixtures/dbscan/points50.json' with { type: 'json' };

const at = (lon: number, lat: number, id = `${lon},${lat}`): { id: string; position: Position } => ({
  id,
  position: [lon, lat],
});

describe('dbscan', () => {
  // Expected: dbscan of the R package dbscan, see test/fixtures/README.md.
  it('equals the reference', () => {
    const points = fixture.points.map(([x = NaN, y = NaN]) => [x, y] as const);
    expect(dbscan(points, fixture.eps, fixture.minPts)).toEqual(fixture.dbscan_cluster_0_is_noise);
  });

  it('gives a border point to the cluster that comes first, and counts the point itself', () => {
    // Four points make a core: at 1 and at 3 there are four within 1, at 2 there are three, so 2 is a border point
    // of both.
    const two = [0, 0.5, 1, 2, 3, 3.5, 4].map((x) => [x, 0] as const);
    expect(dbscan(two, 1, 4)).toEqual([1, 1, 1, 1, 2, 2, 2]);
    expect(dbscan([[0, 0]], 1, 1)).toEqual([1]);
    expect(dbscan([[0, 0]], 1, 2)).toEqual([0]);
    expect(dbscan([], 1, 2)).toEqual([]);
  });

  it('refuses parameters and points that cannot be', () => {
    expect(() => dbscan([], 0, 2)).toThrow(expect.objectContaining({ name: 'InputError', code: 'bad-eps' }));
    expect(() => dbscan([], 1, 0)).toThrow(expect.objectContaining({ code: 'bad-minPoints' }));
    expect(() => dbscan([], 1, 1.5)).toThrow(expect.objectContaining({ code: 'bad-minPoints' }));
    expect(() => dbscan([[NaN, 0]], 1, 1)).toThrow(expect.objectContaining({ code: 'bad-position' }));
    expect(() => dbscanGeo([], Infinity, 1)).toThrow(expect.objectContaining({ code: 'bad-epsKm' }));
    expect(() => dbscanGeo([at(0, 91)], 1, 1)).toThrow(expect.objectContaining({ code: 'bad-position' }));
  });
});

describe('dbscanGeo', () => {
  it('joins across 180 degrees and over a pole', () => {
    expect(dbscanGeo([at(179.99, 0), at(-179.99, 0), at(170, 0)], 3, 2)).toEqual([1, 1, 0]);
    expect(dbscanGeo([at(0, 89.99), at(180, 89.99), at(0, 80)], 3, 2)).toEqual([1, 1, 0]);
  });

  it('finds the neighbours that distances find, anywhere', () => {
    // With two points to a core, clusters are the connected parts: found here by comparing every pair.
    const random = makeRandom(11);
    const points = Array.from({ length: 400 }, (_, i) =>
      at(-180 + 360 * random.uniform(), (Math.asin(2 * random.uniform() - 1) * 180) / Math.PI, `p${i}`),
    );
    const part = points.map((_, i) => i);
    points.forEach((a, i) =>
      points.forEach((b, j) => {
        const [from, to] = [part[j] ?? 0, part[i] ?? 0];
        if (i !== j && distanceKm(a.position, b.position) <= 600)
          part.forEach((p, k) => p === from && (part[k] = to));
      }),
    );
    const labels = dbscanGeo(points, 600, 2);
    const wrong = points.flatMap((_, i) =>
      points.flatMap((_b, j) => {
        const together = labels[i] !== 0 && labels[i] === labels[j];
        return i === j || together === (part[i] === part[j]) ? [] : [[i, j]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('does not depend on the order of its input', () => {
    const points = [0, 0.004, 0.009, 0.018, 0.027, 0.031, 0.036].map((lon, i) => at(lon, 0, `p${i}`));
    const labels = dbscanGeo(points, 1.05, 4);
    expect(labels).toEqual([1, 1, 1, 1, 2, 2, 2]);
    expect(dbscanGeo([...points].reverse(), 1.05, 4)).toEqual([...labels].reverse());
  });
});
