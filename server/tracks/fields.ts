/**
 * Numbers and times read straight from the bytes of a cell. A six-million-row file holds 30 million of them:
 * making a string for each would cost more than all the rest of the import.
 */

const MINUS = 45;
const POINT = 46;
const ZERO = 48;

const decoder = new TextDecoder();

/** The cell as text, trimmed. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to)).trim();
}

/** A nine-digit MMSI as a number; -1 for anything else, a leading zero (coast station, group call) included. */
export function readMmsi(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== 9) return -1;
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = (bytes[i] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value >= 100_000_000 ? value : -1;
}

/** Powers of ten up to the most decimals kept. */
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7] as const;

/**
 * A decimal number times `10 ** decimals`, rounded to a whole one; NaN when the cell is not a number.
 * @param decimals  0 to 7
 */
export function readDecimal(bytes: Uint8Array, from: number, to: number, decimals: number): number {
  let at = from;
  const negative = bytes[at] === MINUS;
  if (negative) at++;
  let value = 0;
  let point = -1;
  const length = to - at;
  // Plain digits and one point, few enough to be exact; anything else takes the slow way.
  let plain = length > 0 && length <= 15;
  for (; plain && at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && point < 0) point = at;
    else if (byte >= ZERO && byte <= 57) value = value * 10 + (byte - ZERO);
    else plain = false;
  }
  const fraction = point < 0 ? 0 : to - point - 1;
  if (!plain || fraction > decimals || (point >= 0 && length === 1)) {
    return readOddDecimal(bytes, from, to, decimals);
  }
  const scaled = value * (POWERS[decimals - fraction] ?? NaN);
  return negative ? -scaled : scaled;
}

function readOddDecimal(bytes: Uint8Array, from: number, to: number, decimals: number): number {
  const text = cellText(bytes, from, to);
  // Number('0x1F') and Number('') are numbers to JavaScript, not to us.
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return NaN;
  return Math.round(Number(text) * (POWERS[decimals] ?? NaN));
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Two digits as a number; far below zero, so that it fails every check, when they are none. */
const twoDigits = (bytes: Uint8Array, at: number): number => {
  const tens = (bytes[at] ?? 0) - ZERO;
  const ones = (bytes[at + 1] ?? 0) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -9999 : tens * 10 + ones;
};

/**
 * `YYYY-MM-DDTHH:MM:SS` in UTC as epoch seconds, 1970 to 2105; NaN for anything else or a time that cannot
 * be. A blank may stand for the T; a fraction of a second is cut off; a final Z or +00:00 is allowed.
 */
export function readSeconds(bytes: Uint8Array, from: number, to: number): number {
  if (to - from < 19) return NaN;
  const year = twoDigits(bytes, from) * 100 + twoDigits(bytes, from + 2);
  const month = twoDigits(bytes, from + 5);
  const day = twoDigits(bytes, from + 8);
  const hour = twoDigits(bytes, from + 11);
  const minute = twoDigits(bytes, from + 14);
  const second = twoDigits(bytes, from + 17);
  const separator = bytes[from + 10];
  if (bytes[from + 4] !== MINUS || bytes[from + 7] !== MINUS) return NaN;
  if (bytes[from + 13] !== 58 || bytes[from + 16] !== 58) return NaN;
  if (separator !== 84 && separator !== 32) return NaN;
  if (to - from > 19 && !/^(\.\d+)?(Z|[+-]00(:?00)?)?$/.test(cellText(bytes, from + 19, to))) return NaN;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  const dayOk = day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + leap;
  const clockOk = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  if (!dayOk || !clockOk || year < 1970 || year > 2105) return NaN;
  return (daysSinceEpoch(year, month, day) * 24 + hour) * 3600 + minute * 60 + second;
}

/** Days from 1970-01-01, years counted from March so that the leap day comes last. */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}
