import type { CellProperties, ClusterProperties, ComparisonReply } from '../shared/api.ts';
import { numberFormat } from '../shared/formats.ts';
import { locale, type Translate } from './i18n/index.ts';
import { number, probability, spanWords } from './words.ts';

/** Turns clusters, rates and ratios into words with the number beside them. */

type Rate = NonNullable<CellProperties['rate']>;

/** As many digits as say something: none from 10 on, one from 1 on, two below. */
export const figure = (value: number): string => number(value, value >= 10 ? 0 : value >= 1 ? 1 : 2);

/** The bounds of an interval, `between 28 and 163`. */
export const rangeWords = (t: Translate, { low, high }: Pick<Rate, 'low' | 'high'>): string =>
  t('spots.between', { low: figure(low), high: figure(high) });

/** A rate per 1,000 port calls with its interval, `75, between 28 and 163`. */
export function rateWords(t: Translate, rate: Rate | null): string {
  if (rate === null) return t('spots.noTraffic');
  return t('spots.rateValue', { rate: figure(rate.per1000Calls), range: rangeWords(t, rate) });
}

/** What is in a cluster and what was to be expected there, without any chance. */
export function clusterCount(t: Translate, cluster: ClusterProperties): string {
  const { cases: count, expected, firstDay, lastDay, radiusKm } = cluster;
  const args = { count, value: number(count), expected: figure(expected ?? 0), km: number(radiusKm) };
  if (cluster.method === 'density') return t('clusters.densityCount', args);
  if (cluster.method === 'poisson-scan') return t('clusters.poissonCount', args);
  const when = firstDay !== null && lastDay !== null ? spanWords(t, firstDay, lastDay) : '';
  return t('clusters.spaceTimeCount', { ...args, when });
}

/** How often chance alone gives a cluster so strong; of a density group, that nothing was tested. */
export function clusterChance(t: Translate, { p, draws }: ClusterProperties): string {
  if (p === null || draws === null) return t('clusters.untested');
  return t('clusters.chance', { times: number(Math.round(p * (draws + 1))), of: number(draws + 1) });
}

/** A probability alone, `0.017` or `< 0.001`, for a column. */
export const bareProbability = (t: Translate, value: number): string =>
  value < 0.001
    ? t('words.below', { value: number(0.001, 3) })
    : numberFormat(locale(), { maximumSignificantDigits: 2 }).format(value);

/** A simulated p with its standard error, `= 0.017 ± 0.004`. */
export function simulatedWords(t: Translate, { p, pError }: Pick<ClusterProperties, 'p' | 'pError'>): string {
  if (p === null) return t('words.notTested');
  const words = probability(t, p);
  return pError === null || pError === 0
    ? words
    : t('clusters.plusMinus', { value: words, error: number(pError, pError < 0.01 ? 3 : 2) });
}

type Ratio = ComparisonReply['total'];
/** The customary level for one question, and for many at once after correction. */
const CLEAR = 0.05;

/** What a ratio says, in words. */
export function ratioWords(t: Translate, row: Ratio): string {
  const { a, b, low, high } = row;
  if (a + b === 0) return t('compare.neither');
  const clear = (row.q ?? row.p ?? 1) < CLEAR;
  if (b === 0) {
    return t(clear ? 'compare.onlyAClear' : 'compare.onlyA', { low: figure(low ?? 0) });
  }
  if (a === 0) return t(clear ? 'compare.onlyBClear' : 'compare.onlyB', { high: figure(high ?? 0) });
  if (!clear) return t('compare.unclear');
  return (row.ratio ?? 1) > 1 ? t('compare.moreInA') : t('compare.moreInB');
}
