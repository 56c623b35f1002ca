import { expect, it } from 'vitest';
import { correctText, lineAt } from '../../../server/pipeline/correct-text.ts';

const BOM = '\uFEFF';

it.each([
  ['a comma where the header has commas', 'a,b\n1,2\n3,4\n', 3, 'b', 'x', 'a,b\n1,2\n3,x\n'],
  ['quotation marks around a text that needs them', 'a;b\r\n1;2\r\n', 2, 'b', 'x;y', 'a;b\r\n1;"x;y"\r\n'],
  ['a quotation mark doubled', 'a\tb\n1\t2', 2, 'a', 'say "so"', 'a\tb\n"say ""so"""\t2'],
  ['no mark where there was one for nothing', 'a,b\n"1","2"\n', 2, 'a', '3', 'a,b\n3,2\n'],
  [
    'a row over three lines, the next one as it was',
    'a,b\r\n"x\r\ny\nz",2\r\n"3",4',
    2,
    'b',
    '5',
    'a,b\r\n"x\r\ny\nz",5\r\n"3",4',
  ],
  ['a row after one over two lines', 'a,b\n"x\ny",2\n3,4\n', 4, 'a', '9', 'a,b\n"x\ny",2\n9,4\n'],
  ['blank lines above the header, old line ends', '\r,\ra,b\r1,2\r', 4, 'b', '', '\r,\ra,b\r1,\r'],
  ['the first column under a byte-order mark', `${BOM}a,b\n1,2`, 2, 'a', '7', `${BOM}a,b\n7,2`],
  ['a whole line as it is given', 'a,b\n1\n3,4\n', 2, null, '"1",2', 'a,b\n"1",2\n3,4\n'],
])('puts in %s', (_what, text, row, column, value, expected) => {
  expect(correctText(text, [{ row, column, value }])).toBe(expected);
});

it('puts in several, also two of one row', () => {
  const corrections = [
    { row: 4, column: 'b', value: 'two' },
    { row: 2, column: 'a', value: 'x\ny' },
    { row: 4, column: 'a', value: 'one' },
  ];
  expect(correctText('a,b\n"1\n1",2\n3,4\n5,6\n', corrections)).toBe('a,b\n"x\ny",2\none,two\n5,6\n');
});

it.each([
  [3, 'a'],
  [2, 'c'],
  [3, null],
  [0, null],
])('refuses row %j, column %j, which are not there', (row, column) => {
  expect(() => correctText('a,b\n1,2', [{ row, column, value: '' }])).toThrow(
    expect.objectContaining({ code: 'correction-misplaced' }),
  );
});

it('gives one line without what ends it and without a byte-order mark', () => {
  const text = `${BOM}a,b\r\n1,2\rlast`;
  expect([1, 2, 3, 4].map((row) => lineAt(text, row))).toEqual(['a,b', '1,2', 'last', undefined]);
});
