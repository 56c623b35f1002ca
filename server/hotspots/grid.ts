import { cellToBoundary, cellToLatLng, getHexagonEdgeLengthAvg, gridDisk, latLngToCell } from 'h3-js';
import { distanceKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';

/** A seizure as a place and a mass; several commodity lines added up by the caller. */
export interface HotSpotPoint {
  readonly id: string;
  /** null: the source gives no place that can be put on a map. */
  readonly position: Position | null;
  /** Radius within which the true place lies, km; null with a null position. */
  readonly uncertaintyKm: number | null;
  /** null: the source states no mass. */
  readonly kg: number | null;
}

/** What lies in one cell. */
export interface CellWeight {
  count: number;
  kg: number;
  /** Ids of the points that add to the cell, in the order given. */
  readonly evidence: string[];
}

export interface GridOptions {
  /** H3 resolution, 0 to 15. */
  readonly resolution: number;
  /** Points less certain than this are left out, km. */
  readonly maxUncertaintyKm: number;
}

export interface Grid {
  /** By H3 cell; only cells that something lies in. */
  readonly weights: ReadonlyMap<string, CellWeight>;
  /** Points used, and points left out by reason. */
  readonly used: number;
  readonly leftOut: { readonly noPosition: number; readonly tooUncertain: number };
}

/**
 * Spreads each point over the cells it may lie in: one seizure in equal shares over the cells whose centres
 * are within its uncertainty, its kilograms likewise. A disc too small to hold a centre is its one cell.
 * A share is thus a probability under the assumption that every place in the disc is as likely as another.
 *
 * @param points  sums are taken in the order given
 */
export function gridPoints(points: readonly HotSpotPoint[], options: GridOptions): Grid {
  const weights = new Map<string, CellWeight>();
  const leftOut = { noPosition: 0, tooUncertain: 0 };
  let used = 0;
  for (const { id, position, uncertaintyKm, kg } of points) {
    if (position === null || uncertaintyKm === null) {
      leftOut.noPosition++;
      continue;
    }
    if (uncertaintyKm > options.maxUncertaintyKm) {
      leftOut.tooUncertain++;
      continue;
    }
    used++;
    const cells = cellsWithin(position, uncertaintyKm, options.resolution);
    for (const cell of cells) {
      const weight = weights.get(cell) ?? { count: 0, kg: 0, evidence: [] };
      weight.count += 1 / cells.length;
      weight.kg += (kg ?? 0) / cells.length;
      weight.evidence.push(id);
      weights.set(cell, weight);
    }
  }
  return { weights, used, leftOut };
}

/** Outline of a cell, closed. */
export function boundaryOf(cell: string): Position[] {
  return cellToBoundary(cell, true).map(([lon, lat]): Position => [lon, lat]);
}

/** Middle of a cell. */
export function centreOf(cell: string): [number, number] {
  const [lat, lon] = cellToLatLng(cell);
  return [lon, lat];
}

/** The cells whose centres lie within a disc, or the cell of its own centre where there is none. */
export function cellsWithin(centre: Position, radiusKm: number, resolution: number): string[] {
  const home = latLngToCell(centre[1], centre[0], resolution);
  // Centres of neighbours are about sqrt(3) edges apart, and at least 0.69 of that where H3 cells are
  // smallest (area 0.6 of the average or less at few places); one ring more takes in the offset of `centre`.
  const spacingKm = getHexagonEdgeLengthAvg(resolution, 'km') * Math.sqrt(3) * 0.69;
  const cells = gridDisk(home, Math.ceil(radiusKm / spacingKm) + 1).filter(
    (cell) => distanceKm(centre, centreOf(cell)) <= radiusKm,
  );
  return cells.length > 0 ? cells : [home];
}

/**
 * The study area: every cell within `marginRings` of a cell that something lies in, ascending. Zeros count
 * in Gi*: each lowers the mean that a neighbourhood is held against. A wider area makes weaker clusters
 * look hot, a narrower one hides them: of 105 reported cases at resolution 4, margins of 1, 2 and 3 rings make
 * 462, 884 and 1,412 cells and 11, 28 and 44 hot ones. The margin keeps the zeros to where reports show that seizures are
 * made and published; a coast that reports nothing is not taken for a coast where nothing is seized.
 */
export function studyArea(cells: Iterable<string>, marginRings: number): string[] {
  const area = new Set<string>();
  for (const cell of cells) for (const near of gridDisk(cell, marginRings)) area.add(near);
  return [...area].sort();
}

/** For each cell the indexes of the cells within `rings` of it in the list, itself included. */
export function neighboursOf(cells: readonly string[], rings: number): number[][] {
  const index = new Map(cells.map((cell, i) => [cell, i]));
  return cells.map((cell) =>
    gridDisk(cell, rings).flatMap((near) => {
      const i = index.get(near);
      return i === undefined ? [] : [i];
    }),
  );
}
