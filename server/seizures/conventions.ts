import type { Row } from '../../shared/table.ts';
import type { DateOrder, DecimalMark } from '../../shared/vocabulary.ts';
import { orderShown } from './written-dates.ts';
import { markShown, splitQuantity } from './written-numbers.ts';

/** What somebody has said of how a table writes dates and numbers; null: nothing. */
export interface Said {
  readonly dateOrder: DateOrder | null;
  readonly decimalMark: DecimalMark | null;
}

export const NOTHING_SAID: Said = { dateOrder: null, decimalMark: null };

/** How a table writes what can be read in two ways; null: neither it nor anybody says. */
export interface Conventions {
  readonly dateOrder: DateOrder | null;
  /** The decimal mark to take for a number with a point, or a comma, before just three digits: 2.083, 2,083. */
  readonly decimalMark: Readonly<Record<DecimalMark, DecimalMark | null>>;
}

const DATE_COLUMNS = ['date', 'date_earliest', 'date_latest'] as const;

const only = <T>(shown: ReadonlySet<T>): T | null => (shown.size === 1 ? ([...shown][0] ?? null) : null);

/**
 * Tells from a table's own cells how it writes dates and numbers: 13/4/2025 has its day first, so 3/4/2025 beside it
 * has too; where both orders are there nothing is told. What somebody has said goes before. A point before three
 * digits is the decimal mark, as in the tables of this project, unless the table shows decimal commas.
 */
export function conventionsOf(rows: readonly Row[], said: Said): Conventions {
  const orders = new Set<DateOrder>();
  const marks = new Set<DecimalMark>();
  for (const row of rows) {
    for (const column of DATE_COLUMNS) {
      const order = orderShown((row[column] ?? '').trim());
      if (order !== null) orders.add(order);
    }
    const mark = markShown(splitQuantity((row['quantity'] ?? '').trim()).number);
    if (mark !== null) marks.add(mark);
  }
  return {
    dateOrder: said.dateOrder ?? only(orders),
    decimalMark: {
      point: said.decimalMark ?? (marks.has('comma') ? null : 'point'),
      comma: said.decimalMark ?? only(marks),
    },
  };
}
