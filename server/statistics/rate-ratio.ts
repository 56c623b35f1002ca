import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { InputError } from '../errors.ts';

/** What was counted, and what it took to count it. */
export interface Counted {
  /** Whole number from 0 on. */
  readonly count: number;
  /** Days, patrol hours, inspections: above 0, both sides in one unit; null: not known. */
  readonly effort: number | null;
}

export interface RateRatio {
  /** Rate of the first over rate of the second; null without a count in the second. */
  readonly ratio: number | null;
  /** Bounds of the interval; null for a bound that counts cannot give: none above, or none at all. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, of both rates being the same; null when nothing was counted on either side. */
  readonly p: number | null;
  readonly method: 'conditional-exact';
  /** Of the interval: 0.95. */
  readonly confidence: number;
  /** assumed-equal: neither effort is known, so a difference in looking reads as a difference in what there is. */
  readonly effort: 'stated' | 'assumed-equal';
  /** Which count of nothing keeps a bound or all from being given. */
  readonly nothingIn: 'first' | 'second' | 'both' | null;
}

/** The customary level; the exact interval covers the true ratio at least so often. */
const CONFIDENCE = 0.95;

/**
 * Compares two counts of independent events, with what it took to count them. Given how many there are in all, the
 * first count is binomial with chance r t1 / (r t1 + t2), r the ratio of rates and t the efforts; the interval of
 * that chance (Clopper and Pearson 1934) turned back into r is exact, and so is the test.
 *
 * Two-sided p: twice the smaller tail, at most 1. That test and this interval say the same: p is below 0.05 where
 * the interval leaves out 1. Adding up all outcomes no likelier than the one seen gives a smaller p now and then, but
 * one that can contradict the interval, and jumps when a count changes by one.
 *
 * Events that come in bunches, such as several boats of one report, make the interval too narrow: count each bunch
 * once.
 *
 * @throws {InputError} `bad-count` unless both are whole numbers from 0 on; `bad-effort` unless both are above 0, or
 *   both null
 * @see Przyborowski and Wilenski 1940, Biometrika 31, 313-323; Fay 2010, Biostatistics 11(2), 373-374
 */
export function rateRatio(first: Counted, second: Counted): RateRatio {
  checkCount(first.count);
  checkCount(second.count);
  const [effortA, effortB] = efforts(first, second);
  const [a, b] = [first.count, second.count];
  const perChance = effortB / effortA;
  const ratioAt = (chance: number): number => (chance / (1 - chance)) * perChance;
  const tail = (1 - CONFIDENCE) / 2;
  return {
    ratio: b === 0 ? null : (a / b) * perChance,
    low: a + b === 0 ? null : a === 0 ? 0 : ratioAt(betaQuantile(tail, a, b + 1)),
    high: b === 0 ? null : oddsAgainst(betaQuantile(tail, b, a + 1)) * perChance,
    p: a + b === 0 ? null : twoSided(a, b, effortA / (effortA + effortB)),
    method: 'conditional-exact',
    confidence: CONFIDENCE,
    effort: first.effort === null ? 'assumed-equal' : 'stated',
    nothingIn: a + b === 0 ? 'both' : a === 0 ? 'first' : b === 0 ? 'second' : null,
  };
}

/** The upper bound from the chance of the second: 1 - quantile of the first would lose digits near 1. */
function oddsAgainst(chanceOfSecond: number): number {
  return (1 - chanceOfSecond) / chanceOfSecond;
}

/** Both tails as lower tails, the upper one as that of the other count: 1 - tail would lose small ones. */
function twoSided(a: number, b: number, chance: number): number {
  const atMost = binomialCdf(a, a + b, chance);
  const atLeast = binomialCdf(b, a + b, 1 - chance);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

function efforts({ effort: a }: Counted, { effort: b }: Counted): readonly [number, number] {
  if (a === null && b === null) return [1, 1];
  const fine = (effort: number | null): effort is number =>
    effort !== null && effort > 0 && effort < Infinity;
  if (fine(a) && fine(b)) return [a, b];
  throw new InputError(
    'bad-effort',
    `Efforts must be numbers above 0, or both unknown; they are ${a ?? 'unknown'} and ${b ?? 'unknown'}.`,
  );
}

function checkCount(count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  throw new InputError('bad-count', `A count must be a whole number from 0 on; it is ${count}.`);
}
