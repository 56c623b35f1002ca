import { describe, expect, it } from 'vitest';
import { parsePosition } from '../../shared/coordinates.ts';

// Road Town lies at 18° 25.2′ N, 64° 37.2′ W: 18 + 25.2 / 60 = 18.42, 64 + 37.2 / 60 = 64.62; 0.2′ is 12″.
const near = (text: string, compass?: string): [number, number] | null => {
  const found = parsePosition(text, compass);
  return found && [Number(found[0].toFixed(6)), Number(found[1].toFixed(6))];
};

describe('a position as typed', () => {
  it.each([
    '18.42, -64.62',
    '18.42,-64.62',
    '18.42 -64.62',
    '18,42; -64,62',
    '18,42 -64,62',
    '18,42, -64,62',
    '18.42 N 64.62 W',
    '18.42N,64.62W',
    '64.62 W, 18.42 N',
    'N 18.42 W 64.62',
    'N18°25.2 W64°37.2',
    '18°25.2′N 64°37.2′W',
    '18° 25,2′ N, 64° 37,2′ W',
    '18 25.2 N 64 37.2 W',
    '18°25\'12"N 64°37\'12"W',
    '18°25’12’’ N, 64°37′12″ W',
    '18 25 12 N 64 37 12 W',
    '18 25 12 -64 37 12',
    '  18.42° n , 64.62° w ',
    '18.42, −64.62',
  ])('reads %s', (text) => {
    expect(near(text)).toEqual([-64.62, 18.42]);
  });
  it('takes the letters of the language: O is west in French and east in Dutch', () => {
    expect(near('18,42 N 64,62 O', 'NESO')).toEqual([-64.62, 18.42]);
    expect(near('18,42 Z 64,62 O', 'NOZW')).toEqual([64.62, -18.42]);
    expect(near('18.42 N 64.62 W', 'NESO')).toEqual([-64.62, 18.42]);
  });
  it('takes the ends of the earth', () => {
    expect(near('-90 180')).toEqual([180, -90]);
    expect(near('0 0')).toEqual([0, 0]);
  });
  it.each([
    '',
    'Road Town',
    '18.42',
    '18.42, -64.62, 3',
    '91, 0',
    '0, 181',
    '18 60 N 64 0 W',
    '18 25 60 N 64 0 0 W',
    '18.5 25 N 64 37 W',
    '18 N 64 N',
    '18 N, -64',
    '18, 64 W',
    '-18 S 64 W',
    '18 Q 64 W',
    '1 2 3 4 5 6 7 8',
  ])('does not read %s', (text) => {
    expect(parsePosition(text)).toBeNull();
  });
});
