import type { Position } from './geo.ts';

/** Steps per degree of an encoded line: 0.0001 degrees, 11 m. */
const STEPS = 1e4;

function encodeNumber(value: number): string {
  let rest = value < 0 ? ~(value << 1) : value << 1;
  let out = '';
  for (; rest >= 0x20; rest >>>= 5) out += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
  return out + String.fromCharCode(rest + 63);
}

/**
 * A line as text: the differences between its positions in steps of 0.0001 degrees, longitude first, each
 * number in groups of five bits as printable characters (the scheme of Google's encoded polylines, whose
 * order is latitude first). Three to four characters a position where positions are near one another.
 */
export function encodeLine(line: readonly Position[]): string {
  let [x, y] = [0, 0];
  return line
    .map(([longitude, latitude]) => {
      const [nextX, nextY] = [Math.round(longitude * STEPS), Math.round(latitude * STEPS)];
      const step = encodeNumber(nextX - x) + encodeNumber(nextY - y);
      [x, y] = [nextX, nextY];
      return step;
    })
    .join('');
}

/** The line that {@link encodeLine} wrote; degrees. */
export function decodeLine(text: string): Position[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const bits = text.charCodeAt(i) - 63;
    value |= (bits & 0x1f) << shift;
    shift += 5;
    if (bits >= 0x20) continue;
    numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  let [x, y] = [0, 0];
  const out: Position[] = [];
  for (let i = 1; i < numbers.length; i += 2) {
    x += numbers[i - 1] ?? 0;
    y += numbers[i] ?? 0;
    out.push([x / STEPS, y / STEPS]);
  }
  return out;
}
