import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';
import { makeRandom } from '../statistics/random.ts';
import { checkPeriods } from './periods.ts';
import type { Period } from './periods.ts';
import type { SpaceTimeScanOptions } from './scan-options.ts';
import { checkScanOptions } from './scan-options.ts';
import { leastCases } from './scan-statistic.ts';
import { windowsAround } from './scan-windows.ts';
import type { Windows } from './scan-windows.ts';
import { spaceTimeMaximum } from './space-time-search.ts';
import { spansOf } from './space-time-windows.ts';
import type { Spans, SpaceTimeScan } from './space-time-windows.ts';

/** A place or cell with its cases in each period. */
export interface SpaceTimeLocation {
  readonly id: string;
  readonly position: Position;
  /** Whole numbers, one a period. */
  readonly counts: readonly number[];
}

/** Of the table of least cases: 200 MB. */
const MOST_ENTRIES = 50_000_000;
/** Draws that find out how high maxima usually are. They steer the speed and change no answer. */
const PILOT_DRAWS = 5;

/**
 * Makes ready the space-time permutation scan for high counts, looking back: circles times stretches of whole
 * periods. It needs no population: given how many cases each place has and each period has, were the times of
 * the cases dealt to the places at random? So neither a busy place nor a busy year is a cluster by itself, only
 * a place that is busier at a time than both explain.
 *
 * Effort grows with locations squared and with the stretches of time; cases should be grouped into some
 * hundreds of places (cells) and some tens of periods (weeks, months, quarters).
 *
 * @param locations  in any order, each id once; those without a case say nothing and are left out
 * @param periods    ascending and apart, at least one
 * @throws {InputError} `bad-<option>`, `bad-periods`, `bad-counts`, `location-duplicate`, `too-many-locations`,
 *   `too-many-spans`
 * @see Kulldorff, Heffernan, Hartman, Assuncao and Mostashari 2005, PLoS Med. 2(3), e59
 */
export function prepareSpaceTimeScan(
  locations: readonly SpaceTimeLocation[],
  periods: readonly Period[],
  options: SpaceTimeScanOptions,
): SpaceTimeScan {
  checkScanOptions(options);
  checkPeriods(periods);
  const sorted = [...locations].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  sorted.forEach((location, i) => checkLocation(location, periods.length, sorted[i - 1]));
  const used = sorted.filter(({ counts }) => counts.some((count) => count > 0));
  const sizes = used.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const caseStarts = new Int32Array(used.length + 1);
  sizes.forEach((size, i) => (caseStarts[i + 1] = (caseStarts[i] ?? 0) + size));
  const total = caseStarts[used.length] ?? 0;
  const casePeriods = Int32Array.from(
    used.flatMap(({ counts }) => counts.flatMap((count, period) => new Array<number>(count).fill(period))),
  );
  const positions = used.map(({ position }) => position);
  const windows = windowsAround(positions, sizes, options.maxShare * total, options.maxRadiusKm);
  const held = heldIn(windows, sizes);
  const { rows, rowCases } = rowsOf(windows, held, options.minCases);
  const spans = spansOf(periods, casePeriods, options);
  if (rowCases.length * spans.first.length > MOST_ENTRIES) {
    throw new InputError(
      'too-many-spans',
      `${periods.length} periods make ${spans.first.length} stretches of time, too many for ${rowCases.length} sizes of circle. Take longer periods or a smaller maxDays.`,
    );
  }
  const scan = {
    kind: 'space-time' as const,
    ids: used.map(({ id }) => id),
    positions,
    periods,
    options,
    windows,
    spans,
    total,
    caseStarts,
    casePeriods,
    held,
    rows,
  };
  // A first guess at how high maxima are, then what some draws give.
  let ratio = Math.log(Math.max(2, windows.order.length)) / 2;
  let least = leastIn(rowCases, spans, total, options.minCases, ratio);
  let lowest = Infinity;
  for (let i = 0; i < PILOT_DRAWS && rowCases.length > 0 && spans.first.length > 0; i++) {
    lowest = Math.min(lowest, spaceTimeMaximum({ ...scan, least, ratio }, makeRandom(0, i)));
  }
  if (Number.isFinite(lowest)) {
    ratio = 0.75 * lowest;
    least = leastIn(rowCases, spans, total, options.minCases, ratio);
  }
  return { ...scan, least, ratio };
}

function heldIn({ starts, order }: Windows, sizes: readonly number[]): Int32Array {
  const held = new Int32Array(order.length);
  for (let i = 0; i + 1 < starts.length; i++) {
    let sum = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      sum += sizes[order[k] ?? 0] ?? 0;
      held[k] = sum;
    }
  }
  return held;
}

/**
 * Circles that hold nearly as many cases share a row of the table, made for the least of them: bounds only rise
 * with a circle's cases, so that leaves out nothing, and a small table stays near the processor. Steps of a
 * quarter of the square root are small beside a count's own spread.
 */
function rowsOf(
  { ends }: Windows,
  held: Int32Array,
  minCases: number,
): { rows: Int32Array; rowCases: number[] } {
  const sizes = [...new Set(held.filter((cases, k) => ends[k] === 1 && cases >= minCases))].sort(
    (a, b) => a - b,
  );
  const rowCases: number[] = [];
  const rowOf = new Map<number, number>();
  for (const cases of sizes) {
    const least = rowCases.at(-1);
    if (least === undefined || cases > least + Math.sqrt(least) / 4) rowCases.push(cases);
    rowOf.set(cases, rowCases.length - 1);
  }
  return { rows: held.map((cases, k) => (ends[k] === 1 ? (rowOf.get(cases) ?? -1) : -1)), rowCases };
}

function leastIn(
  rowCases: readonly number[],
  spans: Spans,
  total: number,
  minCases: number,
  ratio: number,
): Int32Array {
  const width = spans.cases.length;
  const least = new Int32Array(rowCases.length * width);
  rowCases.forEach((inCircle, row) => {
    for (let span = 0; span < width; span++) {
      const expected = (inCircle * (spans.cases[span] ?? 0)) / total;
      // A span without a case anywhere never holds one.
      const possible = expected > 0 && spans.allowed[span] === 1;
      least[row * width + span] = possible ? leastCases(expected, total, ratio, minCases, total) : total + 1;
    }
  });
  return least;
}

function checkLocation(
  location: SpaceTimeLocation,
  periods: number,
  before: SpaceTimeLocation | undefined,
): void {
  const { id, counts, position } = location;
  if (before?.id === id) throw new InputError('location-duplicate', `Location ${id} is given twice.`);
  if (counts.length !== periods || !counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new InputError(
      'bad-counts',
      `Location ${id}: counts must be ${periods} whole numbers of 0 or more, one a period.`,
    );
  }
  if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) {
    throw new InputError(
      'bad-position',
      `Location ${id}: [${position.join(', ')}] is no longitude and latitude.`,
    );
  }
}
