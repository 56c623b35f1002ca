import { plain } from '../words.ts';

/** What can be found by words. */
export interface Findable {
  /** Shown, and what counts most. */
  readonly name: string;
  /** Also found by these, less well than by the name: aliases, numbers, codes. */
  readonly others?: readonly string[];
  /** Of two that match alike the weightier comes first: seizures, voyages. */
  readonly weight?: number;
}

/** How well words are met: the whole name, its beginning, the beginning of a word in it, somewhere in it. */
const QUALITY = { whole: 0, start: 1, word: 2, inside: 3 } as const;
/** What is found by another name only comes after all that is found by its own. */
const BY_OTHER = 10;

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** How well a text meets the words asked for, 0 the best; null when a word is not in it. */
function qualityOf(text: string, asked: readonly string[]): number | null {
  const words = wordsOf(text);
  const whole = words.join(' ');
  const query = asked.join(' ');
  if (whole === query) return QUALITY.whole;
  if (whole.startsWith(query)) return QUALITY.start;
  if (asked.every((part) => words.some((word) => word.startsWith(part)))) return QUALITY.word;
  return asked.every((part) => whole.includes(part)) ? QUALITY.inside : null;
}

/**
 * How well a thing is met by what was typed: accents, case and signs do not count, and each word must be found.
 *
 * @returns 0 the best; null: it is not meant
 */
export function matchOf({ name, others = [] }: Findable, text: string): number | null {
  const asked = wordsOf(text);
  if (asked.length === 0) return null;
  const own = qualityOf(name, asked);
  if (own !== null) return own;
  const found = others.map((other) => qualityOf(other, asked)).filter((one) => one !== null);
  if (found.length > 0) return BY_OTHER + Math.min(...found);
  // Words spread over the name and the rest: "cocaine tortola" for cocaine seized at Tortola.
  return qualityOf([name, ...others].join(' '), asked) === null ? null : BY_OTHER + QUALITY.inside + 1;
}

/** The other name that was meant, for one that its own name does not explain; null where there is none. */
export function metBy({ name, others = [] }: Findable, text: string): string | null {
  const asked = wordsOf(text);
  if (asked.length === 0 || qualityOf(name, asked) !== null) return null;
  const met = others
    .map((other) => ({ other, quality: qualityOf(other, asked) }))
    .filter((one): one is { other: string; quality: number } => one.quality !== null)
    .sort((a, b) => a.quality - b.quality);
  return met[0]?.other ?? null;
}

/** What was found, with how well its best is met. */
export interface Found<T> {
  readonly best: number;
  readonly items: readonly T[];
  /** How many are meant, those that are not among `items` too. */
  readonly total: number;
}

/** The best `atMost` of those that are meant: the best met first, then the weightier, then by name. */
export function bestOf<T extends Findable>(all: readonly T[], text: string, atMost: number): Found<T> {
  const met = all
    .map((item) => ({ item, quality: matchOf(item, text) }))
    .filter((one): one is { item: T; quality: number } => one.quality !== null)
    .sort(
      (a, b) =>
        a.quality - b.quality ||
        (b.item.weight ?? 0) - (a.item.weight ?? 0) ||
        a.item.name.length - b.item.name.length ||
        (a.item.name < b.item.name ? -1 : 1),
    );
  return {
    best: met[0]?.quality ?? Infinity,
    items: met.slice(0, atMost).map(({ item }) => item),
    total: met.length,
  };
}

/** Groups with the best met first; those that hold nothing are left out. Equals keep their order. */
export const inOrder = <G extends { readonly found: Found<unknown> }>(groups: readonly G[]): G[] =>
  groups.filter(({ found }) => found.items.length > 0).sort((a, b) => a.found.best - b.found.best);
