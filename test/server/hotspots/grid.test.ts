import { cellToLatLng, getHexagonEdgeLengthAvg, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellsWithin, gridPoints, neighboursOf, studyArea } from '../../../server/hotspots/grid.ts';
import { distanceKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';

const roadTown: Position = [-64.62, 18.42];
const options = { resolution: 4, maxUncertaintyKm: 100 };

describe('cellsWithin', () => {
  it('is the one cell of the position when the disc is smaller than a cell', () => {
    expect(cellsWithin(roadTown, 1, 4)).toEqual([latLngToCell(18.42, -64.62, 4)]);
    expect(cellsWithin(roadTown, 0, 4)).toHaveLength(1);
  });

  it('covers about as much as the disc does', () => {
    // Cells near Road Town have 1,316 km2; a disc of 100 km has 31,416 km2, 23.9 times as much.
    const cells = cellsWithin(roadTown, 100, 4);
    expect(cells.length).toBeGreaterThanOrEqual(21);
    expect(cells.length).toBeLessThanOrEqual(27);
  });

  it('misses no cell in reach, at any latitude, and across 180 degrees', () => {
    // Walks the disc in steps far smaller than a cell and asks for each cell met whether it belongs.
    const places: Position[] = [roadTown, [179.99, -17], [20, 75], [-179.9, 0.1]];
    for (const centre of places) {
      const found = new Set(cellsWithin(centre, 80, 4));
      for (let east = -1.5; east <= 1.5; east += 0.05) {
        for (let north = -1.5; north <= 1.5; north += 0.05) {
          const lon = centre[0] + east / Math.cos((centre[1] * Math.PI) / 180);
          const cell = latLngToCell(centre[1] + north, lon, 4);
          const [lat, cellLon] = cellToLatLng(cell);
          expect(found.has(cell)).toBe(distanceKm(centre, [cellLon, lat]) <= 80);
        }
      }
    }
  });
});

describe('gridPoints', () => {
  it('spreads one seizure and its kilograms over its disc without losing any', () => {
    const { weights } = gridPoints([{ id: 's', position: roadTown, uncertaintyKm: 60, kg: 772.4 }], options);
    const all = [...weights.values()];
    expect(all.length).toBeGreaterThan(5);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(1, 12);
    expect(all.reduce((sum, { kg }) => sum + kg, 0)).toBeCloseTo(772.4, 9);
    expect(new Set(all.map(({ count }) => count)).size).toBe(1);
    expect(all.every(({ evidence }) => evidence.join() === 's')).toBe(true);
  });

  it('adds a seizure without a stated mass to the count alone, and counts what it leaves out', () => {
    const grid = gridPoints(
      [
        { id: 'a', position: roadTown, uncertaintyKm: 2, kg: null },
        { id: 'b', position: roadTown, uncertaintyKm: 2, kg: 10 },
        { id: 'c', position: null, uncertaintyKm: null, kg: 5 },
        { id: 'd', position: roadTown, uncertaintyKm: 100.1, kg: 5 },
      ],
      options,
    );
    expect([...grid.weights.values()]).toEqual([{ count: 2, kg: 10, evidence: ['a', 'b'] }]);
    expect(grid.used).toBe(2);
    expect(grid.leftOut).toEqual({ noPosition: 1, tooUncertain: 1 });
  });
});

describe('studyArea and neighboursOf', () => {
  const home = latLngToCell(18.42, -64.62, 4);

  it('adds whole rings of empty cells: 1, 7, 19 and 37 around a single one', () => {
    expect([0, 1, 2, 3].map((rings) => studyArea([home], rings).length)).toEqual([1, 7, 19, 37]);
  });

  it('gives the middle cell all of its ring and itself, and a cell at the rim what there is of it', () => {
    const area = studyArea([home], 1);
    const sizes = neighboursOf(area, 1).map((near) => near.length);
    expect(sizes.sort()).toEqual([4, 4, 4, 4, 4, 4, 7]);
    expect(neighboursOf(area, 1).every((near, i) => near.includes(i))).toBe(true);
  });

  it('has the edge length the options state', () => {
    // H3's own table of cell statistics: resolution 4, average edge 26.071759 km.
    expect(getHexagonEdgeLengthAvg(4, 'km')).toBeCloseTo(26.07176, 4);
  });
});
