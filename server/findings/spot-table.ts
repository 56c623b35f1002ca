import { getHexagonEdgeLengthAvg, gridDisk } from 'h3-js';
import type { RunCell } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Seizure } from '../../shared/model.ts';
import { benjaminiHochberg } from '../../shared/statistics.ts';
import { checkHotSpotInput, type HotSpotOptions } from '../hotspots/find-hot-spots.ts';
import { getisOrdStar } from '../hotspots/getis-ord.ts';
import { boundaryOf, cellsWithin, studyArea } from '../hotspots/grid.ts';
import { pointsOf, type HotSpotsFound, type HotSpotWeight } from './derive.ts';
import type { EventTable, Kept } from './event-table.ts';

/** The seizures of a run laid over the cells they may lie in, once, so that the cells of a filter are sums. */
export interface SpotTable {
  /** Hot spots of the seizures kept: the same cells as `findHotSpots` gives. */
  hotSpots(kept: Kept, weight: HotSpotWeight): HotSpotsFound;
  /** Of the seizures kept those that no cell rests on. */
  leftOut(kept: Kept): Record<string, number>;
}

type Reason = 'noPosition' | 'tooUncertain';
interface Placed {
  /** Number of the event. */
  readonly event: number;
  readonly kg: number;
  /** Numbers of cells, or why there are none. */
  readonly cells: Uint32Array;
  readonly leftOut: Reason | null;
}

/** Lists of numbers, one for each cell. */
const lists = (cells: readonly string[], numbersOf: (cell: string) => number[]): Uint32Array[] =>
  cells.map((cell) => Uint32Array.from(numbersOf(cell)));

/**
 * Lays seizures over cells.
 *
 * @throws {InputError} as `findHotSpots`
 */
export function makeSpotTable(
  { events }: EventTable,
  seizures: ReadonlyMap<string, Seizure>,
  options: HotSpotOptions,
): SpotTable {
  const numbers = new Map(events.map(({ id }, number) => [id, number]));
  // In ascending order of id, so that sums are added up in the same order as without the table.
  const points = checkHotSpotInput(pointsOf(events.flatMap(({ id }) => seizures.get(id) ?? [])), options);
  const known = new Map<string, readonly string[]>();
  const cellsAt = (position: Position, radiusKm: number): readonly string[] => {
    const key = `${String(position[0])},${String(position[1])},${String(radiusKm)}`;
    const found = known.get(key) ?? cellsWithin(position, radiusKm, options.resolution);
    known.set(key, found);
    return found;
  };
  const where = points.map(({ position, uncertaintyKm }): readonly string[] | Reason => {
    if (position === null || uncertaintyKm === null) return 'noPosition';
    return uncertaintyKm > options.maxUncertaintyKm ? 'tooUncertain' : cellsAt(position, uncertaintyKm);
  });
  const own = new Set(where.flatMap((cells) => (typeof cells === 'string' ? [] : cells)));
  const cells = studyArea(own, options.marginRings);
  const numberOf = new Map(cells.map((cell, number) => [cell, number]));
  const around = (rings: number) => (cell: string) =>
    gridDisk(cell, rings).flatMap((near) => numberOf.get(near) ?? []);
  const placed = points.map(({ id, kg }, i): Placed => {
    const found = where[i] ?? 'noPosition';
    const reason = typeof found === 'string' ? found : null;
    const inside = typeof found === 'string' ? [] : found.map((cell) => numberOf.get(cell) ?? 0);
    return { event: numbers.get(id) ?? 0, kg: kg ?? 0, cells: Uint32Array.from(inside), leftOut: reason };
  });
  const grid: Grid = {
    cells,
    placed,
    ids: events.map(({ id }) => id),
    neighbours: lists(cells, around(options.neighbourRings)),
    // Only of cells that something lies in: no other has a margin.
    margins: lists(cells, (cell) => (own.has(cell) ? around(options.marginRings)(cell) : [])),
    boundaries: new Map(),
    alpha: options.alpha,
  };
  const edgeKm = getHexagonEdgeLengthAvg(options.resolution, 'km');
  return {
    hotSpots: (kept, weight) => ({
      cells: cellsOf(grid, kept, weight),
      leftOut: leftOutOf(placed, kept),
      edgeKm,
    }),
    leftOut: (kept) => leftOutOf(placed, kept),
  };
}

function leftOutOf(placed: readonly Placed[], kept: Kept): Record<Reason, number> {
  const counts = { noPosition: 0, tooUncertain: 0 };
  for (const { event, leftOut } of placed) if (leftOut !== null && kept[event] === 1) counts[leftOut]++;
  return counts;
}

interface Grid {
  /** Ascending, so that numbers order cells as their names do. */
  readonly cells: readonly string[];
  readonly placed: readonly Placed[];
  readonly ids: readonly string[];
  readonly neighbours: readonly Uint32Array[];
  readonly margins: readonly Uint32Array[];
  /** Outlines worked out so far. */
  readonly boundaries: Map<number, RunCell['boundary']>;
  readonly alpha: number;
}

function cellsOf(grid: Grid, kept: Kept, weight: HotSpotWeight): RunCell[] {
  const count = new Float64Array(grid.cells.length);
  const kg = new Float64Array(grid.cells.length);
  const within = new Uint8Array(grid.cells.length);
  for (const one of grid.placed) {
    if (kept[one.event] !== 1) continue;
    const share = one.cells.length;
    for (const cell of one.cells) {
      if (count[cell] === 0) for (const near of grid.margins[cell] ?? []) within[near] = 1;
      count[cell] = (count[cell] ?? 0) + 1 / share;
      kg[cell] = (kg[cell] ?? 0) + one.kg / share;
    }
  }
  const area: number[] = [];
  const placeOf = new Int32Array(grid.cells.length).fill(-1);
  within.forEach((one, cell) => {
    if (one === 1) placeOf[cell] = area.push(cell) - 1;
  });
  const values = area.map((cell) => (weight === 'kg' ? kg : count)[cell] ?? 0);
  const neighbours = area.map((cell) =>
    Array.from(grid.neighbours[cell] ?? [], (near) => placeOf[near] ?? -1).filter((at) => at >= 0),
  );
  const statistics = getisOrdStar(values, neighbours);
  const q = benjaminiHochberg(statistics.map(({ p }) => p));
  return area.map((cell, i) => {
    const { z, p } = statistics[i] ?? { z: 0, p: 1 };
    const found = q[i] ?? 1;
    return {
      cell: grid.cells[cell] ?? '',
      count: count[cell] ?? 0,
      kg: kg[cell] ?? 0,
      z,
      p,
      q: found,
      class: found > grid.alpha || z === 0 ? 'none' : z > 0 ? 'hot' : 'cold',
      boundary: boundaryAt(grid, cell),
      // Put together for the one cell that is looked at.
      get evidence() {
        return grid.placed
          .filter((one) => kept[one.event] === 1 && one.cells.includes(cell))
          .map((one) => grid.ids[one.event] ?? '');
      },
      emerging: null,
      calls: null,
      rate: null,
    };
  });
}

function boundaryAt({ boundaries, cells }: Grid, cell: number): RunCell['boundary'] {
  const known = boundaries.get(cell) ?? boundaryOf(cells[cell] ?? '');
  boundaries.set(cell, known);
  return known;
}
