import { twoSidedNormalP } from '../../shared/statistics.ts';
import { InputError } from '../errors.ts';

export interface MannKendall {
  readonly trend: 'increasing' | 'decreasing' | 'no trend';
  /** Two-sided, from the standard normal: an approximation, rough below some ten values. */
  readonly p: number;
  /** Standard deviations of S above 0, with a continuity correction of 1. */
  readonly z: number;
  /** S over the number of pairs: Kendall's tau-a, -1 to 1. */
  readonly tau: number;
  /** Pairs that rise less pairs that fall. */
  readonly s: number;
  /** Variance of S without a trend, corrected for ties. */
  readonly variance: number;
  /** Theil-Sen: the median of the slopes of all pairs, per step. */
  readonly slope: number;
  /** The line through the median value at the median step; steps count from 0. */
  readonly intercept: number;
}

/**
 * Mann-Kendall test of a trend, in the original form: values in equal steps, independent but for the trend.
 *
 * @param values  n finite numbers in order of time, n at least 2
 * @param alpha   largest p at which there is a trend
 * @throws {InputError} `bad-series` for fewer than two values or one that is not finite, `bad-alpha`
 * @see Mann 1945, Econometrica 13(3); Kendall 1975, Rank Correlation Methods; Sen 1968, J. Am. Stat. Assoc. 63
 */
export function mannKendall(values: readonly number[], alpha = 0.05): MannKendall {
  const n = values.length;
  if (n < 2 || !values.every((value) => Number.isFinite(value))) {
    throw new InputError('bad-series', `A trend needs at least two finite numbers; there are ${n} values.`);
  }
  if (!(alpha > 0 && alpha < 1))
    throw new InputError('bad-alpha', `alpha must be between 0 and 1; it is ${alpha}.`);
  const { s, slopes } = pairs(values);
  const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(values)) / 18;
  const z = s === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  const p = twoSidedNormalP(z);
  const slope = median(slopes);
  return {
    trend: p > alpha || z === 0 ? 'no trend' : z > 0 ? 'increasing' : 'decreasing',
    p,
    z,
    tau: s / ((n * (n - 1)) / 2),
    s,
    variance,
    slope,
    intercept: median(values) - ((n - 1) / 2) * slope,
  };
}

function pairs(values: readonly number[]): { s: number; slopes: number[] } {
  let s = 0;
  const slopes: number[] = [];
  values.forEach((later, j) => {
    for (let i = 0; i < j; i++) {
      const rise = later - (values[i] ?? NaN);
      s += Math.sign(rise);
      slopes.push(rise / (j - i));
    }
  });
  return { s, slopes };
}

/** Sum of t (t - 1) (2t + 5) over the groups of t equal values. */
function tieTerm(values: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return [...groups.values()].reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
