/** Shapes and check digits of the identifiers that come in with data. Each takes text as written, trimmed. */

/**
 * Whether the text is the MMSI of a ship: nine digits that begin with 2 to 7, the first digit of a maritime
 * identification digit (ITU-R M.585-9, annex 1, section 1). Coast stations, aids and aircraft begin otherwise.
 */
export function isShipMmsi(text: string): boolean {
  return /^[2-7]\d{8}$/.test(text);
}

/**
 * Whether the text is an IMO number: seven digits, the last of which is the last digit of the sum of the other
 * six weighted 7 to 2 (IMO resolution A.1117(30), annex).
 *
 * @example isImoNumber('9074729') // 9*7 + 0*6 + 7*5 + 4*4 + 7*3 + 2*2 = 139, so the check digit is 9
 */
export function isImoNumber(text: string): boolean {
  if (!/^[1-9]\d{6}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = digits.slice(0, 6).reduce((total, digit, i) => total + digit * (7 - i), 0);
  return sum % 10 === digits[6];
}

/**
 * Whether the text has the shape of a UN/LOCODE: two letters of ISO 3166-1, then three letters or digits 2 to 9
 * (UNECE Recommendation 16, section 3.1). Says nothing of whether the code is assigned.
 */
export function isLocodeShape(text: string): boolean {
  return /^[A-Z]{2}[A-Z2-9]{3}$/.test(text);
}

/** Whether the text has the shape of a call sign: 3 to 7 letters and digits (Radio Regulations, article 19). */
export function isCallSignShape(text: string): boolean {
  return /^[A-Z0-9]{3,7}$/.test(text);
}

/** Milliseconds since the epoch of 00:00 UTC on a day written `YYYY-MM-DD`; null when there is no such day. */
export function dayStart(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? at : null;
}
