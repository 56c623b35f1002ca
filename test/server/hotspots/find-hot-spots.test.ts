import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HOT_SPOT_OPTIONS, findHotSpots } from '../../../server/hotspots/find-hot-spots.ts';
import type { HotSpotOptions } from '../../../server/hotspots/find-hot-spots.ts';
import type { HotSpotPoint } from '../../../server/hotspots/grid.ts';

const point = (id: string, lon: number, lat: number, kg: number | null = null): HotSpotPoint => ({
  id,
  position: [lon, lat],
  uncertaintyKm: 2,
  kg,
});
/** Thirty cases off Tortola, and one case every two degrees from Jamaica to Barbados. */
const points = [
  ...Array.from({ length: 30 }, (_, i) => point(`t${i}`, -64.62 + (i % 5) / 100, 18.42)),
  ...Array.from({ length: 9 }, (_, i) => point(`o${i}`, -76.8 + 2 * i, 18 - i / 2, 5)),
];

describe('findHotSpots', () => {
  it('calls the cluster hot with its evidence, and single cases nothing', () => {
    const { cells, parameters, leftOut, note } = findHotSpots(points);
    const tortola = cells.find(({ cell }) => cell === latLngToCell(18.42, -64.62, 4));
    expect(tortola).toMatchObject({ class: 'hot' });
    expect(tortola?.evidence).toContain('t0');
    expect(tortola?.z).toBeGreaterThan(5);
    const jamaica = cells.find(({ cell }) => cell === latLngToCell(18, -76.8, 4));
    expect(jamaica).toMatchObject({ class: 'none', count: 1, kg: 5, evidence: ['o0'] });
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(39, 9);
    expect(cells.filter(({ count }) => count === 0).length).toBeGreaterThan(cells.length / 2);
    expect(parameters).toMatchObject({ resolution: 4, seizuresUsed: 39, cellsTested: cells.length });
    expect(leftOut).toEqual({ noPosition: 0, tooUncertain: 0 });
    expect(note).toBeNull();
  });

  it('equals Gi* worked out by hand for one case in the middle of its margin', () => {
    // One case, margin of two rings: 19 cells, mean 1/19, variance 1/19 - 1/361 = 18/361. The middle cell and
    // its ring: sum 1, size 7: z = (1 - 7/19) / sqrt(18/361 * (19 * 7 - 49) / 18) = 12 / sqrt 84.
    const { cells } = findHotSpots([point('a', -64.62, 18.42)]);
    expect(cells).toHaveLength(19);
    const middle = cells.filter(({ z }) => Math.abs(z - 12 / Math.sqrt(84)) < 1e-9);
    expect(middle).toHaveLength(7);
    expect(cells.every((cell) => cell.class === 'none')).toBe(true);
  });

  it('finds cold places as well as hot ones', () => {
    // A patch of eight rings with four to six cases in each cell, but for a hole of seven cells in its middle.
    const home = latLngToCell(18.42, -64.62, 4);
    const hole = new Set(gridDisk(home, 1));
    const patch = gridDisk(home, 8).flatMap((cell, i) => {
      const [lat, lon] = cellToLatLng(cell);
      return Array.from({ length: hole.has(cell) ? 0 : 4 + (i % 3) }, (_, n) =>
        point(`${cell}-${n}`, lon, lat),
      );
    });
    const { cells } = findHotSpots(patch);
    expect(cells.find(({ cell }) => cell === home)).toMatchObject({ class: 'cold', count: 0, evidence: [] });
    const cold = cells.filter((cell) => cell.class === 'cold');
    expect(cold.every(({ z, q }) => z < 0 && q <= 0.05)).toBe(true);
  });

  it('tests kilograms when asked to', () => {
    const heavy = findHotSpots([...points, point('heavy', -59.6, 13.1, 2000)], {
      ...DEFAULT_HOT_SPOT_OPTIONS,
      value: 'kg',
    });
    const at = (lat: number, lon: number): string | undefined =>
      heavy.cells.find(({ cell }) => cell === latLngToCell(lat, lon, 4))?.class;
    expect(at(13.1, -59.6)).toBe('hot');
    expect(at(18.42, -64.62)).toBe('none');
  });

  it('draws each cell as a closed ring around its seizures', () => {
    const [cell] = findHotSpots(points).cells;
    expect(cell?.boundary[0]).toEqual(cell?.boundary.at(-1));
    expect(cell?.boundary.length).toBeGreaterThanOrEqual(6);
  });

  it('does not depend on the order of the seizures', () => {
    const uncertain = points.map((each, i) => ({ ...each, uncertaintyKm: 10 + 7 * (i % 10) }));
    expect(findHotSpots([...uncertain].reverse())).toEqual(findHotSpots(uncertain));
  });

  it('says why when there is nothing to test', () => {
    const none = findHotSpots([{ id: 'a', position: null, uncertaintyKm: null, kg: 1 }]);
    expect(none.cells).toEqual([]);
    expect(none.leftOut.noPosition).toBe(1);
    expect(none.note).toMatch(/No seizure/);
    expect(findHotSpots([]).note).toMatch(/No seizure/);
    const massless = findHotSpots([point('a', -64, 18)], { ...DEFAULT_HOT_SPOT_OPTIONS, value: 'kg' });
    expect(massless.note).toMatch(/mass/);
    expect(massless.cells.every(({ z, p, class: kind }) => z === 0 && p === 1 && kind === 'none')).toBe(true);
    const alone = findHotSpots([point('a', -64, 18)], { ...DEFAULT_HOT_SPOT_OPTIONS, marginRings: 0 });
    expect(alone.note).toMatch(/hold the same/);
  });

  it('refuses options and points that cannot be', () => {
    const withOption = (change: Partial<HotSpotOptions>, code: string): void => {
      expect(() => findHotSpots(points, { ...DEFAULT_HOT_SPOT_OPTIONS, ...change })).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    withOption({ resolution: 16 }, 'bad-resolution');
    withOption({ resolution: 3.5 }, 'bad-resolution');
    withOption({ maxUncertaintyKm: -1 }, 'bad-maxUncertaintyKm');
    withOption({ neighbourRings: 0 }, 'bad-neighbourRings');
    withOption({ marginRings: -1 }, 'bad-marginRings');
    withOption({ alpha: 0 }, 'bad-alpha');
    const withPoint = (change: Partial<HotSpotPoint>, code: string): void => {
      expect(() => findHotSpots([{ ...point('a', -64, 18), ...change }])).toThrow(
        expect.objectContaining({ name: 'InputError', code }),
      );
    };
    withPoint({ uncertaintyKm: -5 }, 'bad-uncertainty');
    withPoint({ position: [-64, 91] }, 'bad-position');
    withPoint({ kg: -1 }, 'bad-kg');
    expect(() => findHotSpots([...points, ...points])).toThrow(
      expect.objectContaining({ code: 'point-duplicate' }),
    );
  });
});
