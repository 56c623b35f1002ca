import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import { InputError } from '../errors.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface RateInterval extends Interval {
  /** Cases per unit of exposure. */
  readonly rate: number;
}

/**
 * Exact interval of the mean of a Poisson count (Garwood): the means under which neither so few nor so many
 * cases would be rarer than (1 - level) / 2. Holds at least the level, more for small counts.
 *
 * @param count  cases, a whole number, 0 or more
 * @param level  confidence, between 0 and 1
 * @throws {InputError} `bad-count` or `bad-level`
 * @see Garwood 1936, Biometrika 28(3/4), 437-442
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new InputError('bad-count', `count must be a whole number, 0 or more; it is ${count}.`);
  }
  if (!(level > 0 && level < 1)) {
    throw new InputError('bad-level', `level must be between 0 and 1; it is ${level}.`);
  }
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count, 1),
    high: gammaQuantile(1 - tail, count + 1, 1),
  };
}

/**
 * Rate of cases per unit of exposure with its exact 95% interval; the exposure is taken as known.
 *
 * @param count     cases, a whole number, 0 or more
 * @param exposure  what the cases came out of, more than 0, such as thousands of port calls
 * @throws {InputError} `bad-count` or `bad-exposure`
 */
export function rateInterval(count: number, exposure: number): RateInterval {
  if (!(exposure > 0 && Number.isFinite(exposure))) {
    throw new InputError('bad-exposure', `exposure must be a number above 0; it is ${exposure}.`);
  }
  const { low, high } = poissonInterval(count);
  return { rate: count / exposure, low: low / exposure, high: high / exposure };
}
