/** One bar: its days, and what falls in it. */
export interface Bin {
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly seizures: number;
  readonly voyages: number;
}
export interface Bins {
  readonly unit: 'month' | 'year';
  readonly bins: readonly Bin[];
}
interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly seizures: number;
  readonly voyages: number;
}

/** Longer spans are drawn by year: more than 60 bars of a month each would be too thin to point at. */
const MONTHS_AT_MOST = 60;

const monthAt = (count: number): string =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
const monthCount = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The last day of a month `YYYY-MM`. */
const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/**
 * Bars without a hole from the month of `firstDay` to the month of `lastDay`: by month, or by calendar year
 * when the span is longer than 5 years. A month without events is a bar of height 0.
 */
export function binsOf(months: readonly Month[], firstDay: string, lastDay: string): Bins {
  const from = monthCount(firstDay);
  const to = monthCount(lastDay);
  const byMonth = to - from < MONTHS_AT_MOST;
  const keyOf = (month: string) => (byMonth ? month : month.slice(0, 4));
  const sums = new Map<string, { seizures: number; voyages: number }>();
  for (const { month, seizures, voyages } of months) {
    const sum = sums.get(keyOf(month)) ?? { seizures: 0, voyages: 0 };
    sums.set(keyOf(month), { seizures: sum.seizures + seizures, voyages: sum.voyages + voyages });
  }
  const keys = [...new Set(Array.from({ length: to - from + 1 }, (_, at) => keyOf(monthAt(from + at))))];
  return {
    unit: byMonth ? 'month' : 'year',
    bins: keys.map((key) => ({
      start: byMonth ? `${key}-01` : `${key}-01-01`,
      end: byMonth ? lastDayOf(key) : `${key}-12-31`,
      ...(sums.get(key) ?? { seizures: 0, voyages: 0 }),
    })),
  };
}

/** Where a day lies on the axis of the bars: 0 at the first bar's left edge, 1 for each bar. */
export function placeOf(bins: readonly Bin[], day: string): number {
  const at = bins.findIndex((bin) => day <= bin.end);
  if (at < 0) return bins.length;
  const bin = bins[at];
  if (!bin || day < bin.start) return at;
  const [start, end, here] = [bin.start, bin.end, day].map((text) => Date.parse(text));
  return start === undefined || end === undefined || here === undefined
    ? at
    : at + (here - start) / (end - start + 86_400_000);
}

/** The first day of the twelve months that end with the month of `lastDay`. */
export function twelveMonthsBefore(lastDay: string): string {
  return `${monthAt(monthCount(lastDay) - 11)}-01`;
}
