import type { Random } from '../statistics/random.ts';
import { LLR_TOLERANCE } from './scan-statistic.ts';
import { note, spread, startSearch, STEPS_PER_CASE } from './space-time-look.ts';
import type { Search, SpanClass } from './space-time-look.ts';
import { widthOf } from './space-time-windows.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';

/** Far more than the rounding errors of sums of excess, in cases. */
const ROUNDING = 1e-6;
/** More excess than matters, in cases. */
const MOST_SHORT = 2 ** 24;
/** Which part of the last shortfall the next is hoped to be. It steers the speed and changes no answer. */
const HOPE = 0.8;
/** Which share of the way round the next centre lies, so that some of every part are soon looked at. */
const STRIDE = 0.618;

/**
 * The largest ratio of any window when the times are dealt to the cases anew; 0 where none is above expectation.
 * With marks, it need only tell which of them are reached: what lies below the next one is passed over.
 */
export function spaceTimeMaximum(scan: SpaceTimeScan, random: Random): number {
  const dealt = scan.casePeriods.slice();
  for (let i = dealt.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const kept = dealt[i] ?? 0;
    dealt[i] = dealt[j] ?? 0;
    dealt[j] = kept;
  }
  const search = startSearch(scan, dealt);
  const centres = scan.ids.length;
  let step = Math.max(1, Math.floor(centres * STRIDE));
  while (commonDivisor(step, centres) > 1) step++;
  for (let i = 0; i < centres && search.wanted < Infinity; i++) lookAround(search, (i * step) % centres);
  return search.highest > LLR_TOLERANCE ? search.highest : 0;
}

/**
 * Circles around one centre, from the smallest. In one with few cases spans are picked by them. In the others spans
 * are looked at in classes of like length.
 */
function lookAround(search: Search, centre: number): void {
  const { scan, rows, circles, packing, classes } = search;
  const { starts, order } = scan.windows;
  const width = packing.words + 2 * classes.length;
  const few = scan.periods.length;
  const start = starts[centre] ?? 0;
  const count = (starts[centre + 1] ?? 0) - start;
  for (let k = 0, to = 0; k < count; k++) {
    let from = (order[start + k] ?? 0) * width;
    if (k === 0) for (let i = 0; i < width; i++) circles[to++] = rows[from++] ?? 0;
    else for (let i = 0; i < width; i++, to++) circles[to] = (circles[to - width] ?? 0) + (rows[from++] ?? 0);
  }
  let first = 0;
  for (; first < count && (scan.held[start + first] ?? 0) <= few; first++) {
    if ((scan.rows[start + first] ?? -1) < 0) continue;
    spread(search, circles, first * width);
    lookAtFew(search, start + first);
  }
  for (let c = 0; c < classes.length; c++) lookAtClass(search, c, start, first, count);
}

/**
 * Looks at the spans of a class in as few of the circles as will do. Short of every bound by some excess, a circle
 * stands for the larger ones until the most that each new location has in any span adds up to that, as no larger
 * circle needs a smaller excess; and for the smaller ones, until what each location left out may want does,
 * as long as it was held against the smallest one's bounds.
 */
function lookAtClass(search: Search, c: number, start: number, first: number, count: number): void {
  const { circles, packing, classes, scan } = search;
  const lengths = classes[c];
  if (!lengths) return;
  const width = packing.words + 2 * classes.length;
  const gain = packing.words + 2 * c;
  const want = gain + 1;
  let hoped = 0;
  for (let k = first; k < count;) {
    if ((scan.rows[start + k] ?? -1) < 0) {
      k++;
      continue;
    }
    // k is the smallest circle that none stands for; at is one that may.
    let at = k;
    const wanting = (circles[k * width + want] ?? 0) + hoped;
    while (at + 1 < count && (circles[(at + 1) * width + want] ?? 0) < wanting) at++;
    spread(search, circles, at * width);
    let short = shortOf(search, start + at, start + k, lengths);
    if (at > k && (circles[at * width + want] ?? 0) - (circles[k * width + want] ?? 0) >= short) {
      at = k;
      spread(search, circles, at * width);
      short = shortOf(search, start + at, start + at, lengths);
    }
    const gaining = (circles[at * width + gain] ?? 0) + short;
    hoped = short * HOPE;
    k = at + 1;
    while (k < count && (circles[k * width + gain] ?? 0) < gaining) k++;
  }
}

/**
 * By how many steps of excess the span of a class that comes closest in one circle falls short of the bounds of
 * another, or 0.
 */
function shortOf(search: Search, entry: number, smaller: number, lengths: SpanClass): number {
  const { excess, bounds, scan } = search;
  const ends = excess.length;
  let least = MOST_SHORT;
  let span = (scan.rows[smaller] ?? 0) * scan.spans.cases.length + lengths.begin;
  for (let length = lengths.from; length <= lengths.to; length++) {
    for (let end = length; end < ends; end++) {
      const short = (bounds[span++] ?? 0) - (excess[end] ?? 0) + (excess[end - length] ?? 0);
      if (short < least) least = short;
    }
  }
  if (least < ROUNDING && (scan.rows[entry] ?? -1) >= 0) noteClass(search, entry, lengths);
  return Math.max(0, Math.floor((least - ROUNDING) * STEPS_PER_CASE));
}

/** Notes the spans of a class that reach the bound. */
function noteClass(search: Search, entry: number, { from, to, begin }: SpanClass): void {
  const { excess, counts } = search;
  const { spans, rows } = search.scan;
  const ends = excess.length;
  const row = (rows[entry] ?? 0) * spans.cases.length;
  let span = begin;
  for (let length = from; length <= to; length++) {
    for (let end = length; end < ends; end++, span++) {
      const over = (excess[end] ?? 0) - (excess[end - length] ?? 0);
      if (over < (search.bounds[row + span] ?? 0) - ROUNDING) continue;
      note(search, entry, span, (counts[end] ?? 0) - (counts[end - length] ?? 0));
    }
  }
}

/**
 * The spans of one circle with few cases. Only spans that begin and end with a case need a look: cut down to its
 * first and last case, a span keeps its cases and expects no more. With no more cases than periods these are few.
 */
function lookAtFew(search: Search, entry: number): void {
  const { scan, counts, filled } = search;
  const { spans, total } = scan;
  const row = (scan.rows[entry] ?? 0) * spans.cases.length;
  const inCircle = scan.held[entry] ?? 0;
  const periods = filled.length;
  let count = 0;
  for (let period = 0; period < periods; period++) {
    if ((counts[period + 1] ?? 0) > (counts[period] ?? 0)) filled[count++] = period;
  }
  for (let i = 0; i < count; i++) {
    const first = filled[i] ?? 0;
    const start = counts[first] ?? 0;
    for (let j = i; j < count; j++) {
      const shorter = (filled[j] ?? 0) - first; // all spans of up to so many periods come before
      if (shorter >= spans.longest) break;
      const span = widthOf(periods, shorter) + first;
      const cases = (counts[first + shorter + 1] ?? 0) - start;
      const over = cases - (inCircle * (spans.cases[span] ?? 0)) / total;
      if (over >= (search.bounds[row + span] ?? 0) - ROUNDING) note(search, entry, span, cases);
    }
  }
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
