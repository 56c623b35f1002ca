/** Parts of a protocol buffer, each appended to a list of bytes: what vector tiles and glyph files are written in. */

export const varint = (out: number[], value: number): void => {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
  out.push(rest);
};
export const field = (out: number[], tag: number, bytes: Iterable<number> & { length: number }): void => {
  varint(out, tag * 8 + 2);
  varint(out, bytes.length);
  for (const byte of bytes) out.push(byte);
};
export const numberField = (out: number[], tag: number, value: number): void => {
  varint(out, tag * 8);
  varint(out, value);
};
/** Whole numbers below zero as odd ones, so that small ones stay short. */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

export const textField = (out: number[], tag: number, text: string): void =>
  field(out, tag, new TextEncoder().encode(text));
