import type { Position } from '../../shared/geo.ts';
import { InputError } from '../errors.ts';
import { checkPeriods } from './periods.ts';
import type { Period } from './periods.ts';
import type { SpaceTimeScanOptions } from './scan-options.ts';
import { checkScanOptions } from './scan-options.ts';
import { windowsAround } from './scan-windows.ts';
import type { Windows } from './scan-windows.ts';
import { excessLevels, excessRows, sizeOfLevels } from './space-time-bounds.ts';
import { bestSpaceTimeWindow } from './space-time-search.ts';
import type { FoundWindow } from './spatial-scan.ts';
import { spansOf } from './space-time-windows.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';

/** A place or cell with its cases in each period. */
export interface SpaceTimeLocation {
  readonly id: string;
  readonly position: Position;
  /** Whole numbers, one a period. */
  readonly counts: readonly number[];
}

/** Of the levels: 200 MB. */
const MOST_ENTRIES = 50_000_000;

/**
 * Makes ready the space-time permutation scan for high counts, looking back: circles times stretches of whole
 * periods. It needs no population: given how many cases each place has and each period has, were the times of
 * the cases dealt to the places at random? So neither a busy place nor a busy year is a cluster by itself, only
 * a place that is busier at a time than both explain.
 *
 * Effort grows with locations squared and with the stretches of time; cases should be grouped into some
 * hundreds of places (cells) and some tens of periods (weeks, months, quarters).
 *
 * @param locations  in any order, each id once; one without a case is the middle of circles all the same
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
  const sizes = sorted.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const caseStarts = new Int32Array(sorted.length + 1);
  sizes.forEach((size, i) => (caseStarts[i + 1] = (caseStarts[i] ?? 0) + size));
  const total = caseStarts[sorted.length] ?? 0;
  const casePeriods = Int32Array.from(
    sorted.flatMap(({ counts }) => counts.flatMap((count, period) => new Array<number>(count).fill(period))),
  );
  const positions = sorted.map(({ position }) => position);
  const windows = windowsAround(positions, sizes, options.maxShare * total, options.maxRadiusKm);
  const held = heldIn(windows, sizes);
  const { rows, rowCases } = excessRows(windows, held, options.minCases);
  const spans = spansOf(periods, casePeriods, options);
  if (sizeOfLevels(rowCases.length, spans.first.length) > MOST_ENTRIES) {
    throw new InputError(
      'too-many-spans',
      `${periods.length} periods make ${spans.first.length} stretches of time, too many for ${rowCases.length} sizes of circle. Take longer periods or a smaller maxDays.`,
    );
  }
  const scan: SpaceTimeScan = {
    kind: 'space-time',
    ids: sorted.map(({ id }) => id),
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
    levels: excessLevels(
      rowCases,
      held.reduce((most, cases) => Math.max(most, cases), 0),
      spans,
      total,
    ),
    found: [],
    marks: null,
  };
  const found = clustersIn(scan);
  return { ...scan, found, marks: found.map(({ llr }) => llr).reverse() };
}

/** Each the window with the largest ratio among those that share no location with the ones before it. */
export function clustersIn(scan: SpaceTimeScan): FoundWindow[] {
  const found: FoundWindow[] = [];
  const taken = new Set<number>();
  while (found.length < scan.options.maxClusters) {
    const window = bestSpaceTimeWindow(scan, taken);
    if (!window) break;
    found.push(window);
    const start = scan.windows.starts[window.centre] ?? 0;
    for (const member of scan.windows.order.subarray(start, window.entry + 1)) taken.add(member);
  }
  return found;
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
