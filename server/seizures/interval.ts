import type { Day } from '../../shared/model.ts';
import { DATE_PRECISIONS, type DatePrecision } from '../../shared/vocabulary.ts';
import { readWord, type Cells } from './fields.ts';
import { readWrittenDate, type WrittenDate } from './written-dates.ts';

export interface Interval {
  readonly precision: DatePrecision;
  readonly earliest: Day;
  readonly latest: Day;
}

const EXAMPLES: Readonly<Record<DatePrecision, string>> = {
  day: '2025-12-08',
  month: '2025-12',
  year: '2025',
};
/** Dates written as this project writes them; any other is told as it was taken. */
const PLAIN = /^(19|20)\d{2}(-\d{2}){0,2}$/;

/**
 * The interval of days in which the event lies: `date_earliest` to `date_latest`, or the whole of `date` where
 * they are left empty. The two must overlap what `date` says at its precision, which `date_precision` repeats or
 * leaves to it; an event that has not yet been is a fault. Undefined after a fault.
 */
export function readInterval(cells: Cells): Interval | undefined {
  const { cell, fault } = cells;
  const stated = cell('date_precision') === '' ? null : readWord(cells, 'date_precision', DATE_PRECISIONS);
  if (stated === undefined) return undefined;
  const period = readDate(cells, 'date', stated);
  const earliest = readDay(cells, 'date_earliest', period?.earliest);
  const latest = readDay(cells, 'date_latest', period?.latest);
  if (period === undefined || earliest === undefined || latest === undefined) return undefined;
  if (earliest > latest) {
    fault('date_earliest', earliest, `later than date_latest, ${latest}`, 'Put the earlier day first.');
    return undefined;
  }
  if (earliest > period.latest || latest < period.earliest) {
    const reason = `outside the interval ${earliest} to ${latest} of date_earliest and date_latest`;
    const fix = 'Correct the date or the interval, so that one lies within the other.';
    fault('date', cell('date'), reason, fix);
    return undefined;
  }
  if (cells.today !== null && earliest > cells.today) {
    const column = cell('date_earliest') === '' ? 'date' : 'date_earliest';
    fault(column, cell(column), `after today, ${cells.today}`, 'Correct the year, the month or the day.');
    return undefined;
  }
  return { precision: period.precision, earliest, latest };
}

function readDay(cells: Cells, column: string, otherwise: Day | undefined): Day | undefined {
  if (cells.cell(column) === '') return otherwise;
  const day = readDate(cells, column, 'day');
  if (day === undefined || day.earliest === day.latest) return day?.earliest;
  cells.fault(column, cells.cell(column), 'two days', `Write one day, such as ${EXAMPLES.day}.`);
  return undefined;
}

/** What a cell says as a date, at the precision that is stated; undefined after a fault. */
function readDate(
  { cell, fault, ask, readAs, conventions }: Cells,
  column: string,
  stated: DatePrecision | null,
): WrittenDate | undefined {
  const text = cell(column);
  const said = stated ?? 'day';
  const written = readWrittenDate(text);
  const refuse = (
    reason: string,
    fix = `Write a ${said} that exists, such as ${EXAMPLES[said]}.`,
  ): undefined => {
    fault(column, text, reason, fix);
    return undefined;
  };
  if (typeof written === 'string') {
    if (text === '') return refuse('empty');
    if (written === 'two-digit-year')
      return refuse('the century is not said', 'Write the year in four digits.');
    return refuse(
      written === 'no-such-date' ? 'there is no such date' : `not a ${said}${mentioned(stated, column)}`,
    );
  }
  if ('day-first' in written) {
    const day = conventions.dateOrder === null ? null : written[conventions.dateOrder];
    if (day === null) {
      const [one, other] = [written['day-first'], written['month-first']];
      ask(column, 'dateOrder', [one, other]);
      return refuse(
        `this may be ${one} or ${other}`,
        `Say whether the file has the day or the month first, or write ${one} or ${other}.`,
      );
    }
    readAs(column, day);
    return stated === null || stated === 'day'
      ? { precision: 'day', earliest: day, latest: day }
      : refuse(`not a ${said}${mentioned(stated, column)}`);
  }
  if (stated !== null && written.precision !== stated)
    return refuse(`not a ${said}${mentioned(stated, column)}`);
  if (!PLAIN.test(text)) readAs(column, shown(written));
  return written;
}

const mentioned = (stated: DatePrecision | null, column: string): string =>
  stated === null || column !== 'date' ? '' : ', which date_precision says it is';

function shown({ precision, earliest, latest }: WrittenDate): string {
  if (precision === 'day') return earliest === latest ? earliest : `${earliest}/${latest}`;
  return earliest.slice(0, EXAMPLES[precision].length);
}
