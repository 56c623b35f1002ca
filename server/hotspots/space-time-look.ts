import { LLR_TOLERANCE, logLikelihoodRatio } from './scan-statistic.ts';
import { pack, packingOf, unpack } from './space-time-sums.ts';
import type { Packing } from './space-time-sums.ts';
import { widthOf } from './space-time-windows.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';

/** Gains of excess are whole numbers of such parts of a case, which adds up faster. */
export const STEPS_PER_CASE = 16;

/** Spans of `from` to `to` periods: those from `begin` on in the order of spans. */
export interface SpanClass {
  readonly from: number;
  readonly to: number;
  readonly begin: number;
}

export interface Search {
  readonly scan: SpaceTimeScan;
  readonly packing: Packing;
  readonly classes: readonly SpanClass[];
  /**
   * Location by location its cases, packed, then class by class the largest excess and the largest want in any of
   * the spans, in steps and rounded up.
   */
  readonly rows: Int32Array;
  /** Sums of the rows in each circle around one centre, from the smallest. */
  readonly circles: Int32Array;
  /** Share of all cases before each period; a circle's cases before it, and their excess. */
  readonly shares: Float64Array;
  readonly counts: Int32Array;
  readonly excess: Float64Array;
  /** Room for the periods that have a case. */
  readonly filled: Int32Array;
  /** The largest ratio so far; the least that is of interest, Infinity for none; the highest level not above that. */
  highest: number;
  wanted: number;
  level: number;
  bounds: Float32Array;
}

/** A search among the windows of cases that have such periods; nothing is looked at yet. */
export function startSearch(scan: SpaceTimeScan, casePeriods: Int32Array): Search {
  const { spans, total } = scan;
  const periods = scan.periods.length;
  const classes = classesOf(spans.longest, periods);
  const shares = new Float64Array(periods + 1);
  let most = 0;
  for (let period = 0; period < periods; period++) {
    const cases = spans.cases[period] ?? 0;
    most = Math.max(most, cases);
    shares[period + 1] = (shares[period] ?? 0) + cases / total;
  }
  const packing = packingOf(periods, most);
  const width = packing.words + 2 * classes.length;
  const search: Search = {
    scan,
    packing,
    classes,
    rows: new Int32Array(scan.ids.length * width),
    circles: new Int32Array(scan.ids.length * width),
    shares,
    counts: new Int32Array(periods + 1),
    excess: new Float64Array(periods + 1),
    filled: new Int32Array(periods),
    highest: 0,
    wanted: 0,
    level: 0,
    bounds: scan.levels[0]?.excess ?? new Float32Array(0),
  };
  for (let at = 0; at < scan.ids.length; at++) fillRow(search, at, casePeriods);
  want(search);
  return search;
}

/** 1 period, 2 to 3, 4 to 7 and so on. */
function classesOf(longest: number, periods: number): SpanClass[] {
  const classes: SpanClass[] = [];
  for (let from = 1; from <= longest; from *= 2) {
    classes.push({ from, to: Math.min(2 * from - 1, longest), begin: widthOf(periods, from - 1) });
  }
  return classes;
}

function fillRow(search: Search, at: number, casePeriods: Int32Array): void {
  const { scan, rows, packing, classes, excess } = search;
  const width = packing.words + 2 * classes.length;
  const row = rows.subarray(at * width, (at + 1) * width);
  for (let i = scan.caseStarts[at] ?? 0; i < (scan.caseStarts[at + 1] ?? 0); i++) {
    pack(packing, row, casePeriods[i] ?? 0);
  }
  spread(search, row, 0);
  classes.forEach(({ from, to }, c) => {
    let most = -Infinity;
    let least = Infinity;
    for (let length = from; length <= to; length++) {
      for (let end = length; end < excess.length; end++) {
        const over = (excess[end] ?? 0) - (excess[end - length] ?? 0);
        most = Math.max(most, over);
        least = Math.min(least, over);
      }
    }
    row[packing.words + 2 * c] = Math.ceil(most * STEPS_PER_CASE);
    row[packing.words + 2 * c + 1] = Math.ceil(-least * STEPS_PER_CASE);
  });
}

/** Unpacks the cases of the row that begins at `from`, and works out their excess. */
export function spread(search: Search, rows: Int32Array, from: number): void {
  const { packing, counts, excess, shares } = search;
  unpack(packing, rows, from, counts);
  const cases = counts[counts.length - 1] ?? 0;
  for (let i = 1; i < counts.length; i++) excess[i] = (counts[i] ?? 0) - cases * (shares[i] ?? 0);
}

/** Keeps the ratio of a window where it is the largest so far. */
export function note(search: Search, entry: number, span: number, cases: number): void {
  const { spans, total, held, options } = search.scan;
  const expected = ((held[entry] ?? 0) * (spans.cases[span] ?? 0)) / total;
  const over = cases - expected;
  if (over <= 0 || cases < options.minCases) return;
  // The ratio is never more than chi-square, which takes no logarithm (from ln x <= x - 1).
  if (over * over * total < (search.wanted - LLR_TOLERANCE) * expected * (total - expected)) return;
  const llr = logLikelihoodRatio(cases, expected, total);
  if (llr <= search.highest) return;
  search.highest = llr;
  want(search);
}

/** Sets what is of interest after the largest ratio so far: what is larger, or reaches the next mark. */
function want(search: Search): void {
  const { levels, marks } = search.scan;
  const { highest } = search;
  search.wanted =
    marks === null ? highest : (marks.find((mark) => mark - LLR_TOLERANCE > highest) ?? Infinity);
  for (
    let next = levels[search.level + 1];
    next && next.ratio <= search.wanted;
    next = levels[search.level + 1]
  ) {
    search.level++;
    search.bounds = next.excess;
  }
}
