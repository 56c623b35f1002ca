import { InputError } from '../errors.ts';

export interface MonteCarloP {
  /** (1 + atLeast) / (1 + draws): never 0, and exactly valid as a p-value for any number of draws. */
  readonly p: number;
  /** Standard error of `p` from drawing so often and no more often; 0 where `p` is 1. */
  readonly error: number;
}

/**
 * The p-value of a Monte Carlo test: what was observed counts as one more draw under the null model.
 *
 * The smallest p that can come out is 1 / (1 + draws). The error is the binomial one,
 * sqrt(p (1 - p) / (1 + draws)); it says how far a run with another seed may differ, nothing about the data.
 *
 * @param atLeast  draws with a statistic as large as the observed one or larger, 0 to `draws`
 * @param draws    draws under the null model, at least 1
 * @throws {InputError} `bad-draws` when the numbers are not whole, or do not fit
 * @see Davison and Hinkley 1997, Bootstrap Methods and their Application, section 4.2; Besag and Clifford 1989,
 *   Biometrika 76(4), 633-642
 */
export function monteCarloP(atLeast: number, draws: number): MonteCarloP {
  if (!Number.isSafeInteger(draws) || draws < 1) {
    throw new InputError('bad-draws', `draws must be a whole number of at least 1; it is ${draws}.`);
  }
  if (!Number.isSafeInteger(atLeast) || atLeast < 0 || atLeast > draws) {
    throw new InputError('bad-draws', `${atLeast} of ${draws} draws cannot be.`);
  }
  const p = (1 + atLeast) / (1 + draws);
  return { p, error: Math.sqrt((p * (1 - p)) / (1 + draws)) };
}
