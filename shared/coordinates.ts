import type { Position } from './geo.ts';

/** Letters of north, east, south and west in English; other languages give theirs. */
const ENGLISH = 'NESW';
const AXES = ['latitude', 'longitude', 'latitude', 'longitude'] as const;

interface Reading {
  /** Degrees. */
  readonly value: number;
  /** null: no letter says. */
  readonly axis: 'latitude' | 'longitude' | null;
}

/** What a letter says; the reader's own language comes before English, where O is west in one and east in another. */
function letterOf(letter: string, compass: string): { axis: 'latitude' | 'longitude'; sign: 1 | -1 } | null {
  const at = compass.includes(letter) ? compass.indexOf(letter) : ENGLISH.indexOf(letter);
  const axis = AXES[at];
  return axis === undefined ? null : { axis, sign: at < 2 ? 1 : -1 };
}

/** Degrees of one to three numbers: degrees, minutes, seconds; only the last may have decimals. */
function degreesOf(numbers: readonly string[]): number | null {
  const values = numbers.map((text) => Number(text.replace(',', '.')));
  const [degrees = NaN, minutes = 0, seconds = 0] = values.map(Math.abs);
  const whole = values.slice(0, -1).every(Number.isInteger);
  const signs = values.slice(1).every((value) => value >= 0);
  if (values.length > 3 || !whole || !signs || minutes >= 60 || seconds >= 60) return null;
  return degrees + minutes / 60 + seconds / 3600;
}

/** One of the two, `18°25′12″N`, `18 25.2 N`, `-64.62`; null when it is none. */
function readOne(text: string, compass: string): Reading | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  const numbers = text.match(/[-+]?\d+(?:[.,]\d+)?/g) ?? [];
  const rest = text.replace(/[-+]?\d+(?:[.,]\d+)?|\p{L}|[\s°'",]/gu, '');
  if (numbers.length === 0 || letters.length > 1 || rest !== '') return null;
  const size = degreesOf(numbers);
  const negative = numbers[0]?.startsWith('-') ?? false;
  if (size === null) return null;
  if (letters.length === 0) return { value: negative ? -size : size, axis: null };
  const found = letterOf(letters[0] ?? '', compass);
  return found === null || negative ? null : { value: found.sign * size, axis: found.axis };
}

/** One way to write each of the marks, in capitals. */
const tidied = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/[′’‘´`]/g, "'")
    .replace(/''|[″“”]/g, '"')
    .replace(/[−–]/g, '-')
    .replace(/[º˚]/g, '°')
    .replace(/\u00a0|\u202f/g, ' ');

/**
 * Reads one coordinate as people type it: decimal degrees with a point or a comma, degrees and minutes, or degrees,
 * minutes and seconds, with a letter or without.
 *
 * @returns degrees, within no bounds; null when the text is none, or its letter is of the other axis
 */
export function parseDegrees(text: string, axis: 'latitude' | 'longitude', compass = ENGLISH): number | null {
  const read = readOne(tidied(text), compass);
  return read === null || (read.axis !== null && read.axis !== axis) ? null : read.value;
}

/** Where the first of two coordinates ends and the second begins. */
function halves(text: string): readonly string[] {
  if (text.includes(';')) return text.split(';');
  if (/\p{L}/u.test(text)) {
    const cut = /^\p{L}/u.test(text)
      ? /^(\p{L}[^\p{L}]+?)[\s,]*(\p{L}.*)$/u.exec(text)
      : /^([^\p{L}]*\p{L})[\s,]*(.*)$/u.exec(text);
    return cut ? cut.slice(1) : [];
  }
  const commas = text.split(',').length - 1;
  if (commas === 1) return text.split(',');
  if (commas === 3) return text.split(/,\s+/);
  const words = text.split(/\s+/);
  return [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')];
}

/**
 * Reads a position as people type it: decimal degrees, degrees and minutes, or degrees, minutes and seconds, with
 * letters in any order, or without and then latitude first. A decimal comma is taken where a semicolon or a space
 * parts the two.
 *
 * @param compass  letters of north, east, south and west in the reader's language
 * @returns null when the text is no position, or lies outside 90 or 180 degrees
 */
export function parsePosition(text: string, compass = ENGLISH): Position | null {
  const parts = halves(tidied(text));
  const [first, second] = parts.map((part) => readOne(part.trim(), compass));
  if (!first || !second || parts.length !== 2) return null;
  if ((first.axis === null) !== (second.axis === null)) return null;
  if (first.axis !== null && first.axis === second.axis) return null;
  const [latitude, longitude] =
    first.axis === 'longitude' ? [second.value, first.value] : [first.value, second.value];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : null;
}
