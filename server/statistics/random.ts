import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { InputError } from '../errors.ts';

export interface Random {
  /** A whole number from 0 up to but not `below`, each as likely; `below` is a whole number of at least 1. */
  int(below: number): number;
  /** A number from 0 up to but not 1, a multiple of 2^-53. */
  uniform(): number;
}

/** Up to here a product with 32 random bits is exact in a double. */
const LARGEST_FAST = 2 ** 21;
const WORD = 2 ** 32;

/**
 * A generator of random numbers that gives the same numbers for the same seed and stream, on every machine:
 * xoroshiro128+ (Blackman and Vigna 2021, ACM Trans. Math. Softw. 47(4)), by pure-rand.
 *
 * Seeds and streams are scrambled into the whole state first, so that neighbouring ones start far apart: the
 * generator's own seeding gives first numbers that differ by one where seeds do.
 *
 * @param seed    whole number from 0 to 2^53 - 1
 * @param stream  whole number from 0 to 2^53 - 1: which of the many independent sequences of one seed, such as
 *   the number of a Monte Carlo draw, so that the draws can be shared out in any way
 * @throws {InputError} `bad-seed` or `bad-stream` for another number
 */
export function makeRandom(seed: number, stream = 0): Random {
  checkWhole('seed', seed);
  checkWhole('stream', stream);
  const generator = xoroshiro128plusFromState(stateOf(seed, stream));
  return {
    int(below) {
      if (below > LARGEST_FAST) return uniformInt(generator, 0, below - 1);
      // Lemire 2019 (ACM Trans. Model. Comput. Simul. 29(1)): the upper word of a product, taken again where
      // the lower word falls among the few that would favour some numbers.
      for (;;) {
        const product = (generator.next() >>> 0) * below;
        const upper = Math.floor(product / WORD);
        const lower = product - upper * WORD;
        if (lower >= below || lower >= WORD % below) return upper;
      }
    },
    uniform: () => uniformFloat64(generator),
  };
}

/**
 * Four words, each depending on every bit of seed and stream. Each step can be undone, so two different pairs
 * never give the same state.
 */
function stateOf(seed: number, stream: number): number[] {
  let state = [seed >>> 0, Math.floor(seed / WORD), stream >>> 0, Math.floor(stream / WORD)];
  let mixed = 0;
  for (let round = 0; round < 2; round++) state = state.map((word) => (mixed = scramble(mixed ^ word)));
  return state.every((word) => word === 0) ? [1, 0, 0, 0] : state;
}

/** The finaliser of MurmurHash3 (Appleby, public domain) after a step of the golden ratio: one-to-one on 32 bits. */
function scramble(word: number): number {
  let x = (word + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

function checkWhole(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new InputError(`bad-${name}`, `${name} must be a whole number from 0 to 2^53 - 1; it is ${value}.`);
}
