import { LLR_TOLERANCE, logLikelihoodRatio } from './scan-statistic.ts';
import { addRow, sumsOf } from './space-time-sums.ts';
import type { SpaceTimeScan } from './space-time-windows.ts';
import type { FoundWindow } from './spatial-scan.ts';

interface SpanFound {
  readonly span: number;
  readonly cases: number;
  readonly expected: number;
  readonly llr: number;
}

/** The span of one circle with the largest ratio, if that is more than `above`; of equal ones the shorter, then the earlier. */
function highestIn(scan: SpaceTimeScan, entry: number, before: Int32Array, above: number): SpanFound | null {
  const { spans, total } = scan;
  const { minCases } = scan.options;
  const inCircle = scan.held[entry] ?? 0;
  let highest = above;
  let best: SpanFound | null = null;
  for (let span = 0; span < spans.first.length; span++) {
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
  const { starts, order, radiiKm } = scan.windows;
  const sums = sumsOf(scan, scan.casePeriods);
  const before = new Int32Array(scan.periods.length + 1);
  let best: FoundWindow | null = null;
  for (let centre = 0; centre + 1 < starts.length; centre++) {
    before.fill(0);
    for (let entry = starts[centre] ?? 0; entry < (starts[centre + 1] ?? 0); entry++) {
      const at = order[entry] ?? 0;
      if (taken.has(at)) break;
      addRow(before, sums, at * before.length);
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
