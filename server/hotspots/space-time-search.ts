import type { Random } from '../statistics/random.ts';
import { LLR_TOLERANCE, logLikelihoodRatio } from './scan-statistic.ts';
import { widthOf } from './space-time-windows.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';
import type { FoundWindow } from './spatial-scan.ts';

/** The largest ratio of any window when the times are dealt to the cases anew; 0 where none is above expectation. */
export function spaceTimeMaximum(scan: SpaceTimeScan, random: Random): number {
  const dealt = scan.casePeriods.slice();
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const kept = dealt[i] ?? 0;
    dealt[i] = dealt[j] ?? 0;
    dealt[j] = kept;
  }
  const highest = highestFrom(scan, dealt);
  if (highest >= scan.ratio - LLR_TOLERANCE) return highest;
  return bestWindow(scan, dealt, new Set())?.llr ?? 0;
}

/**
 * The largest ratio where it reaches the scan's own, else some smaller number.
 *
 * In a circle with few cases spans are picked by them. Else they are looked at in classes of like length. A class is looked at only when enough cases have come into
 * the circle since the last look: then it was `short` of every bound by so much, bounds only rise as a circle
 * grows, and no span of the class can have gained more than the new locations' fullest spans added up.
 */
function highestFrom(scan: SpaceTimeScan, dealt: Int32Array): number {
  const { starts, order } = scan.windows;
  const { held, rows, least, spans } = scan;
  const width = spans.cases.length;
  const sums = sumsOf(scan, dealt);
  const stride = scan.periods.length + 1;
  const classes = classesOf(spans.longest, scan.periods.length);
  const fullest = fullestSpans(sums, stride, classes);
  const before = new Int32Array(stride);
  const filled = new Int32Array(scan.periods.length);
  const few = scan.periods.length;
  const short = new Int32Array(classes.length);
  const gained = new Int32Array(classes.length);
  let highest = 0;
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    before.fill(0);
    short.fill(0);
    gained.fill(0);
    const end = starts[centre + 1] ?? 0;
    for (let entry = starts[centre] ?? 0; entry < end; entry++) {
      const at = order[entry] ?? 0;
      add(before, sums, at * stride);
      add(gained, fullest, at * classes.length);
      const row = rows[entry] ?? -1;
      if (row < 0) continue;
      if ((held[entry] ?? 0) <= few) {
        highest = Math.max(highest, highestOfFew(scan, entry, before, filled));
        continue;
      }
      for (let c = 0; c < classes.length; c++) {
        const lengths = classes[c];
        if (!lengths || (gained[c] ?? 0) < (short[c] ?? 0)) continue;
        const over = mostOver(before, lengths, least, row * width + lengths.begin);
        if (over >= 0) highest = highestIn(scan, entry, before, highest, lengths)?.llr ?? highest;
        short[c] = Math.max(0, -over);
        gained[c] = 0;
      }
    }
  }
  return highest;
}

/**
 * The largest ratio of one circle's spans among those that reach their bounds; 0 where none does. Only spans that
 * begin and end with a case need a look: cut down to its first and last case, a span keeps its cases and expects
 * no more. With no more cases than periods these are few.
 *
 * @param filled  room for the periods that have a case
 */
function highestOfFew(scan: SpaceTimeScan, entry: number, before: Int32Array, filled: Int32Array): number {
  const { least, spans, total } = scan;
  const row = (scan.rows[entry] ?? 0) * spans.cases.length;
  const periods = before.length - 1;
  let highest = 0;
  let count = 0;
  for (let period = 0; period < periods; period++) {
    if ((before[period + 1] ?? 0) > (before[period] ?? 0)) filled[count++] = period;
  }
  for (let i = 0; i < count; i++) {
    const first = filled[i] ?? 0;
    const start = before[first] ?? 0;
    for (let j = i; j < count; j++) {
      const shorter = (filled[j] ?? 0) - first; // all spans of up to so many periods come before
      if (shorter >= spans.longest) break;
      const span = shorter * periods - (shorter * (shorter - 1)) / 2 + first;
      const cases = (before[first + shorter + 1] ?? 0) - start;
      if (cases < (least[row + span] ?? 0)) continue;
      const expected = ((scan.held[entry] ?? 0) * (spans.cases[span] ?? 0)) / total;
      highest = Math.max(highest, logLikelihoodRatio(cases, expected, total));
    }
  }
  return highest;
}

/** Adds the row of `rows` that begins at `from`. */
function add(to: Int32Array, rows: Int32Array, from: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (rows[from + i] ?? 0);
}

/** Location by location the cases before each period, and all at the end. */
function sumsOf(scan: SpaceTimeScan, casePeriods: Int32Array): Int32Array {
  const stride = scan.periods.length + 1;
  const sums = new Int32Array(scan.ids.length * stride);
  for (let at = 0; at < scan.ids.length; at++) {
    const row = sums.subarray(at * stride, (at + 1) * stride);
    for (let i = scan.caseStarts[at] ?? 0; i < (scan.caseStarts[at + 1] ?? 0); i++) {
      const after = (casePeriods[i] ?? 0) + 1;
      row[after] = (row[after] ?? 0) + 1;
    }
    for (let period = 1; period < stride; period++) row[period] = (row[period] ?? 0) + (row[period - 1] ?? 0);
  }
  return sums;
}

/** Spans of `from` to `to` periods: those from `begin` up to but not `end` in the order of spans. */
interface SpanClass {
  readonly from: number;
  readonly to: number;
  readonly begin: number;
  readonly end: number;
}

/** 1 period, 2 to 3, 4 to 7 and so on. */
function classesOf(longest: number, periods: number): SpanClass[] {
  const classes: SpanClass[] = [];
  for (let from = 1; from <= longest; from *= 2) {
    const to = Math.min(2 * from - 1, longest);
    classes.push({ from, to, begin: widthOf(periods, from - 1), end: widthOf(periods, to) });
  }
  return classes;
}

/** Location by location, for each class the most cases in any span of its longest length. */
function fullestSpans(sums: Int32Array, stride: number, classes: readonly SpanClass[]): Int32Array {
  const locations = sums.length / stride;
  const fullest = new Int32Array(locations * classes.length);
  classes.forEach(({ to }, c) => {
    for (let at = 0; at < locations; at++) {
      let most = 0;
      for (let i = at * stride; i + to < (at + 1) * stride; i++) {
        most = Math.max(most, (sums[i + to] ?? 0) - (sums[i] ?? 0));
      }
      fullest[at * classes.length + c] = most;
    }
  });
  return fullest;
}

/** By how much the cases exceed the bound where they do so most; negative: by how much they fall short. */
function mostOver(before: Int32Array, { from, to }: SpanClass, least: Int32Array, begin: number): number {
  const ends = before.length;
  let most = -(2 ** 30); // a whole number, which keeps the loop in whole numbers
  let shift = begin - from; // span of the stretch that ends before `until`, less `until`
  for (let length = from; length <= to; length++) {
    for (let until = length; until < ends; until++) {
      const held = (before[until] ?? 0) - (before[until - length] ?? 0);
      most = Math.max(most, (held - (least[shift + until] ?? 0)) | 0);
    }
    shift += ends - length - 1;
  }
  return most;
}

interface SpanFound {
  readonly span: number;
  readonly cases: number;
  readonly expected: number;
  readonly llr: number;
}

/** The span of one circle with the largest ratio, if that is more than `above`; of equal ones the shorter, then the earlier. */
function highestIn(
  scan: SpaceTimeScan,
  entry: number,
  before: Int32Array,
  above: number,
  { begin, end }: Pick<SpanClass, 'begin' | 'end'> = { begin: 0, end: scan.spans.first.length },
): SpanFound | null {
  const { spans, total } = scan;
  const { minCases } = scan.options;
  const inCircle = scan.held[entry] ?? 0;
  let highest = above;
  let best: SpanFound | null = null;
  for (let span = begin; span < end; span++) {
    const cases = (before[(spans.last[span] ?? 0) + 1] ?? 0) - (before[spans.first[span] ?? 0] ?? 0);
    const expected = (inCircle * (spans.cases[span] ?? 0)) / total;
    const over = cases - expected;
    if (over <= 0 || cases < minCases || spans.allowed[span] !== 1) continue;
    // The ratio is never more than chi-square, which takes no logarithm (from ln x <= x - 1).
    if (over * over * total < highest * expected * (total - expected)) continue;
    const llr = logLikelihoodRatio(cases, expected, total);
    if (llr <= highest + (best ? LLR_TOLERANCE : 0)) continue;
    highest = llr;
    best = { span, cases, expected, llr };
  }
  return best;
}

/**
 * The window of the observed cases with the largest ratio that holds no taken location; of equal ones that of
 * the smaller radius, then of the smaller centre. null: none holds more than expected.
 */
export function bestSpaceTimeWindow(scan: SpaceTimeScan, taken: ReadonlySet<number>): FoundWindow | null {
  return bestWindow(scan, scan.casePeriods, taken);
}

function bestWindow(
  scan: SpaceTimeScan,
  casePeriods: Int32Array,
  taken: ReadonlySet<number>,
): FoundWindow | null {
  const { starts, order, radiiKm } = scan.windows;
  const sums = sumsOf(scan, casePeriods);
  const before = new Int32Array(scan.periods.length + 1);
  let best: FoundWindow | null = null;
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    before.fill(0);
    for (let entry = starts[centre] ?? 0; entry < (starts[centre + 1] ?? 0); entry++) {
      const at = order[entry] ?? 0;
      if (taken.has(at)) break;
      add(before, sums, at * before.length);
      if ((scan.rows[entry] ?? -1) < 0) continue;
      const found = highestIn(scan, entry, before, Math.max(LLR_TOLERANCE, (best?.llr ?? 0) - LLR_TOLERANCE));
      if (!found) continue;
      const lead = found.llr - (best?.llr ?? 0);
      if (best && lead <= LLR_TOLERANCE && (radiiKm[entry] ?? 0) >= (radiiKm[best.entry] ?? 0)) continue;
      best = { centre, entry, ...found };
    }
  }
  return best;
}
