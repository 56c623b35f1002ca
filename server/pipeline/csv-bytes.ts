import { isUtf8 } from 'node:buffer';

const DELIMITERS = [',', ';', '\t'] as const;
const CR = 13;
const LF = 10;

/** The delimiter that stands most often in the first line outside quotation marks; a comma when none does. */
export function delimiterOf(head: Buffer): string {
  const line =
    head
      .toString('latin1')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => bare.split(mark).length - 1);
  const most = Math.max(...counts);
  return DELIMITERS[counts.indexOf(most)] ?? ',';
}

/** Line ends in a field: CR LF, LF and CR each count once. */
export function lineBreaks(field: Buffer): number {
  if (!field.includes(LF) && !field.includes(CR)) return 0;
  let count = 0;
  field.forEach((byte, i) => {
    if (byte === LF || (byte === CR && field[i + 1] !== LF)) count += 1;
  });
  return count;
}

/** Index of the first byte that does not belong to a whole UTF-8 character. */
export function firstBadByte(field: Buffer): number {
  let low = 0;
  while (low < field.length) {
    const length = [1, 2, 3, 4].find(
      (size) => low + size <= field.length && isUtf8(field.subarray(low, low + size)),
    );
    if (length === undefined) return low;
    low += length;
  }
  return low;
}
