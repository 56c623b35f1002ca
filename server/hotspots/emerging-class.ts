import type { EmergingClass } from '../../shared/vocabulary.ts';
import type { MannKendall } from './mann-kendall.ts';

/** What a cell is in one period. */
export type PeriodClass = 'hot' | 'cold' | 'none';

/**
 * The course of a cell's heat over all periods. Names and rules are those of Esri's emerging hot spot analysis. Where
 * two of its definitions fit, the first in the order of its table holds, with the one exception named below:
 *
 * - `new`: hot in the last period and never before.
 * - `consecutive`: hot in the last two periods or more without a break, never before that run, and in fewer
 *   than 90% of all. It may have been cold before.
 * - hot in 90% of the periods or more, the last among them: `intensifying` where the z-scores rise by
 *   Mann-Kendall, `diminishing` where they fall, `persistent` where there is no trend.
 * - `sporadic`: hot in the last period, now and then before, in fewer than 90%, and never cold. Earlier editions of
 *   the table (ArcGIS Pro 2.8, and sfdep's functions after it) do not ask for the last period; the present one does.
 * - `oscillating`: hot in the last period, in fewer than 90%, and cold in some period before.
 * - `historical`: hot in 90% or more, but not in the last. The table's `persistent` does not name the last period, so
 *   without a trend both fit; that it is over is what an analyst has to know, so we call it `historical`.
 * - `none`: everything else. Courses of cold are not classed: few reports are not few crimes.
 *
 * @param periods  in order of time
 * @param trend    of the cell's z-scores
 * @see ArcGIS Pro, Space Time Pattern Mining, "How Emerging Hot Spot Analysis works" (learnmoreemerging.htm)
 */
export function classOf(periods: readonly PeriodClass[], trend: MannKendall['trend']): EmergingClass {
  const hot = periods.filter((one) => one === 'hot').length;
  const mostly = hot * 10 >= periods.length * 9;
  if (periods.at(-1) !== 'hot') return mostly && hot > 0 ? 'historical' : 'none';
  if (hot === 1) return 'new';
  const before = periods.findLastIndex((one) => one !== 'hot'); // the last run begins after it
  const run = periods.length - 1 - before;
  if (run === hot && !mostly) return 'consecutive';
  if (mostly) {
    if (trend === 'increasing') return 'intensifying';
    return trend === 'decreasing' ? 'diminishing' : 'persistent';
  }
  return periods.includes('cold') ? 'oscillating' : 'sporadic';
}
