import type { Position } from '../../shared/geo.ts';
import { daysIn } from './periods.ts';
import type { Period } from './periods.ts';
import type { SpaceTimeScanOptions } from './scan-options.ts';
import type { Windows } from './scan-windows.ts';
import type { FoundWindow } from './spatial-scan.ts';

/** Stretches of whole periods: first all that are one period long, by where they begin, then all of two, ... */
export interface Spans {
  /** Periods in the longest one allowed. */
  readonly longest: number;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Cases in each span, anywhere. */
  readonly cases: Int32Array;
  /** Whether a window may last it: not more days than the options have it. */
  readonly allowed: Uint8Array;
}

/**
 * What each span of each circle must hold beyond what is expected there to reach a ratio. Circles that hold nearly
 * as many cases share a row, which has the least that any of them or of any larger one needs.
 */
export interface ExcessLevel {
  readonly ratio: number;
  /** Row by row and span by span, cases; Infinity for a span that no window may have. */
  readonly excess: Float32Array;
}

/** A space-time permutation scan made ready: plain data, which may be copied to another thread. */
export interface SpaceTimeScan {
  readonly kind: 'space-time';
  readonly ids: readonly string[];
  readonly positions: readonly Position[];
  readonly periods: readonly Period[];
  readonly options: SpaceTimeScanOptions;
  readonly windows: Windows;
  readonly spans: Spans;
  readonly total: number;
  /** Cases of location i are `caseStarts[i]` up to but not `caseStarts[i + 1]`; each with its period. */
  readonly caseStarts: Int32Array;
  readonly casePeriods: Int32Array;
  /** For each entry of the windows the cases in the circle, in all periods. */
  readonly held: Int32Array;
  /** For each entry its row in the levels; -1: no circle ends here. */
  readonly rows: Int32Array;
  /** Lowest ratio first, which is 0. */
  readonly levels: readonly ExcessLevel[];
  /** The clusters of the observed cases, largest ratio first, as far as `maxClusters` allows. */
  readonly found: readonly FoundWindow[];
  /**
   * Their ratios, ascending. All that a draw is asked is which of them its largest ratio reaches; null: how large
   * that is.
   */
  readonly marks: readonly number[] | null;
}

/** The spans that the options allow, and those of their lengths that they do not. */
export function spansOf(
  periods: readonly Period[],
  casePeriods: Int32Array,
  options: SpaceTimeScanOptions,
): Spans {
  const count = periods.length;
  const days = [0];
  for (const period of periods) days.push((days.at(-1) ?? 0) + daysIn(period));
  const inPeriod = new Array<number>(count).fill(0);
  for (const period of casePeriods) inPeriod[period] = (inPeriod[period] ?? 0) + 1;
  const before = [0];
  for (const cases of inPeriod) before.push((before.at(-1) ?? 0) + cases);
  const mostDays = Math.min(
    options.maxTimeShare * (days[count] ?? 0) * (1 + 1e-12),
    options.maxDays ?? Infinity,
  );
  const [first, last, cases, allowed]: [number[], number[], number[], number[]] = [[], [], [], []];
  let longest = 0;
  for (let length = 1; length <= count && longest === length - 1; length++) {
    for (let from = 0; from + length <= count; from++) {
      const fits = (days[from + length] ?? 0) - (days[from] ?? 0) <= mostDays;
      if (fits) longest = length;
      first.push(from);
      last.push(from + length - 1);
      cases.push((before[from + length] ?? 0) - (before[from] ?? 0));
      allowed.push(fits ? 1 : 0);
    }
  }
  const size = widthOf(count, longest); // the last length tried may have had no span that fits
  return {
    longest,
    first: Int32Array.from(first).slice(0, size),
    last: Int32Array.from(last).slice(0, size),
    cases: Int32Array.from(cases).slice(0, size),
    allowed: Uint8Array.from(allowed).slice(0, size),
  };
}

/** Number of spans of up to `length` periods, which is also where those of one period more begin. */
export function widthOf(periods: number, length: number): number {
  return length * periods - (length * (length - 1)) / 2;
}
