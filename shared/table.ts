import type { Reject } from './model.ts';

/** One row of a table: column name to text, every column present. */
export type Row = Readonly<Record<string, string>>;

/** A file of rows as read, before anything is known of what they mean. */
export interface Table {
  /** Base name, for messages. */
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** `lines[i]` is the 1-based physical line on which `rows[i]` begins, header included. */
  readonly lines: readonly number[];
}

/** A text that names something the gazetteer does not hold, and where it stands. */
export interface Unresolved {
  /** 1-based line of the file, header included. */
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

/** Longest piece of a user's value repeated in a message, characters. */
const SHOWN_CHARACTERS = 60;
/** Controls, and the marks that turn or hide text on a screen: a value must not rewrite the message. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A value made fit to repeat in a message: at most 60 characters, control and format characters escaped. */
export function showValue(value: string): string {
  const points = [...value.slice(0, 4 * SHOWN_CHARACTERS)];
  const cut = points.length > SHOWN_CHARACTERS;
  const text = points.slice(0, SHOWN_CHARACTERS).join('');
  const escaped = text.replace(
    UNSAFE,
    (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  );
  return cut ? `${escaped}…` : escaped;
}

/** A reject in words: `cases.csv, row 3, column lat, value "91": reason. What to do.` */
export function describeReject(reject: Reject): string {
  const where = [
    showValue(reject.file),
    reject.row === null ? '' : `row ${reject.row}`,
    reject.column === null ? '' : `column ${showValue(reject.column)}`,
    reject.value === null ? '' : `value "${reject.value}"`,
  ].filter((part) => part !== '');
  return `${where.join(', ')}: ${reject.reason.replace(/\.$/, '')}. ${reject.fix}`;
}

/**
 * Edit distance with insertion, deletion, change and swap of neighbours each one step
 * (optimal string alignment; Boytsov 2011, ACM J. Exp. Algorithmics 16, section 2).
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The name most like a text, case and the marks between words set aside; null when none is near (more than
 * a third of the longer one's letters differ). Ties go to the first.
 */
export function nearestName(text: string, names: readonly string[]): string | null {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '');
  const wanted = plain(text.slice(0, 100));
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const distance = editDistance(wanted, plain(name));
    const limit = Math.floor(Math.max(wanted.length, plain(name).length) / 3);
    if (distance <= limit && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}
