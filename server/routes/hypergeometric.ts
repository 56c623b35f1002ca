/**
 * The hypergeometric distribution in logarithms: no factorial is ever formed, so a population of 10^12 and a
 * tail of 10^-300 keep full precision.
 */

/** How many marked balls turn up among `draws` balls drawn without putting back. All whole, below 2^53. */
export interface Urn {
  readonly population: number;
  readonly marked: number;
  readonly draws: number;
}

export interface Tails {
  /** Natural logarithms of P(X >= x) and P(X <= x); -Infinity for 0. */
  readonly logAtLeast: number;
  readonly logAtMost: number;
}

/**
 * Both tails at `x`, each with `x` itself. The tail on the far side of the mean is summed outward from its
 * largest term; the other is one minus its complement, which loses nothing because it is not small.
 */
export function hypergeometricTails(urn: Urn, x: number): Tails {
  const mean = urn.draws * (urn.marked / urn.population);
  if (x > mean) {
    return { logAtLeast: logSumOutward(urn, x, 1), logAtMost: logComplement(logSumOutward(urn, x + 1, 1)) };
  }
  return { logAtLeast: logComplement(logSumOutward(urn, x - 1, -1)), logAtMost: logSumOutward(urn, x, -1) };
}

/**
 * ln P(X = x); -Infinity outside the support.
 *
 * Three binomial terms whose arbitrary success probability cancels: the saddle-point form keeps each near
 * its own mode, where its logarithm is small and therefore exact.
 *
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function logHypergeometric({ population, marked, draws }: Urn, x: number): number {
  const unmarked = population - marked;
  if (x < 0 || x > marked || x > draws || draws - x > unmarked) return -Infinity;
  const share = draws / population;
  const rest = (population - draws) / population;
  return (
    logBinomial(x, marked, share, rest) +
    logBinomial(draws - x, unmarked, share, rest) -
    logBinomial(draws, population, share, rest)
  );
}

/** ln of P(X = x) + P(X = x + step) + ..., away from the mean, where every term is smaller than the last. */
function logSumOutward(urn: Urn, from: number, step: 1 | -1): number {
  const { population, marked, draws } = urn;
  const first = logHypergeometric(urn, from);
  if (first === -Infinity) return -Infinity;
  const slack = population - marked - draws;
  let term = 1;
  let sum = 1;
  for (let x = from; term > sum * 1e-17; x += step) {
    term *=
      step === 1
        ? ((marked - x) / (x + 1)) * ((draws - x) / (slack + x + 1))
        : (x / (marked - x + 1)) * ((slack + x) / (draws - x + 1));
    sum += term;
  }
  return Math.min(0, first + Math.log(sum));
}

/** ln(1 - exp(a)) for a <= 0. */
function logComplement(a: number): number {
  if (a === -Infinity) return 0; // and not -0
  return a > -Math.LN2 ? Math.log(-Math.expm1(a)) : Math.log1p(-Math.exp(a));
}

/** ln of the binomial probability of x successes in n trials of probability p, with q = 1 - p given exactly. */
function logBinomial(x: number, n: number, p: number, q: number): number {
  if (x === 0) return n === 0 ? 0 : -deviance(n, n * q) - n * p;
  if (x === n) return -deviance(n, n * p) - n * q;
  const error = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const spread = Math.log(2 * Math.PI * x) + Math.log1p(-x / n);
  return error - deviance(x, n * p) - deviance(n - x, n * q) - spread / 2;
}

/** x ln(x / mean) + mean - x, by a series where x is near the mean and the plain form would cancel. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let power = 2 * x * v;
  for (let j = 1; ; j++) {
    power *= v * v;
    const next = sum + power / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

const SMALL_STIRLING_ERRORS = Array.from({ length: 16 }, (_, n) => {
  let factorial = 1; // 15! is exact in a double
  for (let i = 2; i <= n; i++) factorial *= i;
  return n === 0 ? 0 : Math.log(factorial) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
});

/** ln n! less Stirling's formula: exact for small n, else the asymptotic series (Abramowitz and Stegun 6.1.41). */
function stirlingError(n: number): number {
  if (n < SMALL_STIRLING_ERRORS.length) return SMALL_STIRLING_ERRORS[n] ?? NaN;
  const s = 1 / (n * n);
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / n;
}
