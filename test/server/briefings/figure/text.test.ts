import { expect, test } from 'vitest';
import { clean, shorten, wrap } from '../../../../server/briefings/figure/text.ts';

// Every character is half its size wide.
const setting = {
  size: 10,
  face: 'regular',
  measure: (text: string, size: number) => text.length * size * 0.5,
} as const;

test('controls, line breaks and marks of direction become spaces', () => {
  expect(clean('  a\n\tb\u0007\u202ec\u2066 d  ')).toBe('a b c d');
});

test('what fits stays, what does not ends in an ellipsis', () => {
  expect(shorten('Basseterre', 50, setting)).toBe('Basseterre');
  expect(shorten('Port of Spain', 50, setting)).toBe('Port of S…');
  expect(shorten('Port of Spain', 2, setting)).toBe('…');
});

test('lines break between words, an endless word within itself, and the last line is shortened', () => {
  expect(wrap('one two three', 40, 3, setting)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghijklmnop', 40, 3, setting)).toEqual(['abcdefgh', 'ijklmnop']);
  expect(wrap('one two three four five', 40, 2, setting)).toEqual(['one two', 'three f…']);
  expect(wrap('', 40, 2, setting)).toEqual([]);
});
