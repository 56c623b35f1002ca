import { twoSidedNormalP } from '../../shared/statistics.ts';
import { InputError } from '../errors.ts';

export interface LocalStatistic {
  /** Standard deviations above (or below) what the neighbourhood would hold if values were shuffled. */
  readonly z: number;
  /** Two-sided, from the standard normal. */
  readonly p: number;
}

/**
 * Getis-Ord Gi* of each place with weights of one: is the sum of its neighbourhood larger or smaller than
 * the mean of all places would make it?
 *
 * z = (S - W m) / (s sqrt((n W - W^2) / (n - 1))), with S the neighbourhood's sum, W its number of places,
 * n the number of all places, m their mean and s^2 their variance with divisor n.
 *
 * Where there is nothing to compare, z is 0 and p is 1: all values equal, fewer than two places, or a
 * neighbourhood that is the whole area.
 *
 * @param values      n finite numbers
 * @param neighbours  for each place the indexes of its neighbourhood, itself included, each once
 * @throws {InputError} `gi-shape` when the lists differ in length, a value is not finite or an index is out
 *   of range
 * @see Getis and Ord 1992, Geogr. Anal. 24(3); Ord and Getis 1995, Geogr. Anal. 27(4), formula 14
 */
export function getisOrdStar(
  values: readonly number[],
  neighbours: readonly (readonly number[])[],
): LocalStatistic[] {
  const n = values.length;
  if (neighbours.length !== n) {
    throw new InputError(
      'gi-shape',
      `${n} values need as many neighbourhoods; there are ${neighbours.length}.`,
    );
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  if (n > 0 && !Number.isFinite(variance)) throw new InputError('gi-shape', 'Gi* needs finite values.');
  const constant = isConstant(values);
  return neighbours.map((near) => {
    const size = near.length;
    const spread = Math.sqrt((variance * (n * size - size * size)) / (n - 1));
    const sum = near.reduce((total, i) => total + valueAt(values, i), 0);
    if (constant || n < 2 || size === 0 || size === n) return { z: 0, p: 1 };
    const z = (sum - size * mean) / spread;
    return { z, p: twoSidedNormalP(z) };
  });
}

/** Equal but for rounding: shares of seizures add up to whole numbers only nearly. */
function isConstant(values: readonly number[]): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least <= 1e-12 * Math.max(Math.abs(most), Math.abs(least));
}

function valueAt(values: readonly number[], i: number): number {
  const value = values[i];
  if (value === undefined) throw new InputError('gi-shape', `There is no place ${i} to be a neighbour.`);
  return value;
}
