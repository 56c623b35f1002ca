import type { ComparisonReply } from '../../shared/api.ts';

type Ratio = Pick<ComparisonReply['total'], 'ratio' | 'low' | 'high'>;

/** A scale of ratios: equal factors are equally far apart, and 1 is in the middle. */
export interface ForestScale {
  /** The ratio at the right edge; its inverse is at the left. */
  readonly most: number;
  /** Round ratios marked on the axis, in order, 1 among them; and those of them that are named. */
  readonly ticks: readonly number[];
  readonly named: readonly number[];
}

/** Beyond this an axis says no more than "far"; an interval that goes on is drawn with an arrow. */
const FARTHEST = 100;

/** The scale on which all rows fit, as far as it goes: to 10 at least, to 100 at most. */
export function forestScale(rows: readonly Ratio[]): ForestScale {
  const ends = rows.flatMap(({ ratio, low, high }) => [ratio, low, high]);
  const far = ends.reduce<number>(
    (most, end) => (end === null || end <= 0 ? most : Math.max(most, end, 1 / end)),
    1,
  );
  const most = far > 10 ? FARTHEST : 10;
  const named = [1 / most, 1, most];
  return { most, named, ticks: most > 10 ? [0.01, 0.1, 1, 10, 100] : named };
}

/** Where a ratio is, 0 the left edge and 1 the right; beyond an edge, at it. Nothing at all is at the left. */
export function placeOnScale({ most }: ForestScale, ratio: number): number {
  if (ratio <= 0) return 0;
  return Math.min(1, Math.max(0, 0.5 + Math.log10(ratio) / (2 * Math.log10(most))));
}

/** An interval as drawn: its ends, and which of them go on beyond the edge. */
export interface ForestBar {
  readonly from: number;
  readonly to: number;
  readonly at: number | null;
  readonly openLeft: boolean;
  readonly openRight: boolean;
}

/** The bar of a row; null where nothing was counted on either side. */
export function forestBar(scale: ForestScale, { ratio, low, high }: Ratio): ForestBar | null {
  if (low === null && high === null) return null;
  const inside = (one: number): boolean => one >= 1 / scale.most && one <= scale.most;
  return {
    from: low === null ? 0 : placeOnScale(scale, low),
    to: high === null ? 1 : placeOnScale(scale, high),
    // A ratio of nothing, or to nothing, has no place on the scale.
    at: ratio === null || ratio === 0 || !inside(ratio) ? null : placeOnScale(scale, ratio),
    openLeft: low === null || low < 1 / scale.most,
    openRight: high === null || high > scale.most,
  };
}
