/** What changed from one list of findings to another. */
export interface Changes<T> {
  readonly appeared: readonly T[];
  readonly vanished: readonly T[];
  readonly moved: readonly T[];
  readonly unchanged: number;
}

/** Whether two values made of plain data differ. */
export function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

/** By code unit, not by locale: the same order on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
