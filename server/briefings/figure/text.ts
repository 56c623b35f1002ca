import { withStandIns } from '../../../shared/drawing/letters.ts';
import type { Face, Measure } from './drawing.ts';

/** Controls, marks that turn the direction of writing, and what no font draws. */
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]+/gu;

/**
 * A text as it can be set on one line: line breaks and controls become spaces, runs of spaces one; arrows, which our
 * font does not have, become `›`, and each other letter that it does not have a `?` in brackets.
 */
export const clean = (words: string): string =>
  withStandIns(
    words
      .normalize('NFC')
      .replace(/[\u2190-\u21ff]/gu, '›')
      .replace(UNSEEN, ' ')
      .replace(/[ \t\u2028\u2029\u1680\u3000]+/gu, ' ')
      .trim(),
  );

/** How a text is set. */
export interface Setting {
  readonly size: number;
  readonly face: Face;
  readonly measure: Measure;
}

const ELLIPSIS = '…';

/** The longest count of characters from the start that fits; found by halving. */
function fitting(characters: readonly string[], width: number, after: string, setting: Setting): number {
  let [low, high] = [0, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const words = characters.slice(0, middle).join('') + after;
    if (setting.measure(words, setting.size, setting.face) <= width) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A text that fits into a width, shortened with an ellipsis where it must be. */
export function shorten(words: string, width: number, setting: Setting): string {
  if (setting.measure(words, setting.size, setting.face) <= width) return words;
  const characters = [...words];
  return (
    characters
      .slice(0, fitting(characters, width, ELLIPSIS, setting))
      .join('')
      .trimEnd() + ELLIPSIS
  );
}

/**
 * A text as at most `most` lines of a width; a word that is longer than a line is broken, and what is left over
 * is an ellipsis.
 */
export function wrap(words: string, width: number, most: number, setting: Setting): string[] {
  const fits = (line: string): boolean => setting.measure(line, setting.size, setting.face) <= width;
  const lines: string[] = [];
  let rest = words.split(' ').filter((word) => word !== '');
  while (rest.length > 0) {
    if (lines.length === most - 1) return [...lines, shorten(rest.join(' '), width, setting)];
    let count = 0;
    while (count < rest.length && fits(rest.slice(0, count + 1).join(' '))) count++;
    if (count > 0) {
      lines.push(rest.slice(0, count).join(' '));
      rest = rest.slice(count);
    } else {
      const characters = [...(rest[0] ?? '')];
      const kept = Math.max(1, fitting(characters, width, '', setting));
      lines.push(characters.slice(0, kept).join(''));
      rest = [characters.slice(kept).join(''), ...rest.slice(1)].filter((word) => word !== '');
    }
  }
  return lines;
}
