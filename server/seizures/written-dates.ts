import { dayStart } from '../../shared/identifiers.ts';
import { LANGUAGES, LOCALES } from '../../shared/languages.ts';
import type { Day } from '../../shared/model.ts';
import type { DateOrder, DatePrecision } from '../../shared/vocabulary.ts';
import { plainName } from '../ports/names.ts';

/** The days a written date covers, first and last, and how exactly it is written. */
export interface WrittenDate {
  readonly precision: DatePrecision;
  readonly earliest: Day;
  readonly latest: Day;
}

/** Two numbers before a year, of which either may be the day: 3/4/2025. */
export interface EitherOrder {
  readonly 'day-first': Day;
  readonly 'month-first': Day;
}

/** `no-such-date`: written as a date, but there is none such. `two-digit-year`: the century is not said. */
export type DateFault = 'not-a-date' | 'no-such-date' | 'two-digit-year';

/** Months by their names and short names in the languages of the page, and others that sources write. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(LOCALES[language], { month, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, i): [string, number] => [
        plainName(format.format(Date.UTC(2025, i, 15))),
        i + 1,
      ]);
    }),
  ).concat([
    ['sep', 9],
    ['sept', 9],
    ['set', 9],
    ['setiembre', 9],
    ['juil', 7],
    ['mrt', 3],
  ]),
);

/** Words that stand in dates and say nothing of when: "8 de diciembre de 2025", "the 8th of December". */
const FILLERS = new Set('de del of the le el la op van du to and al y au et tot en'.split(' '));

/** "night of", "noche del", "nuit du", "nacht van": the day and the morning after. */
const NIGHT =
  /^(?:in\s+)?(?:the\s+|la\s+|de\s+)?(?:night|noche|nuit|nacht)\s+(?:of\s+(?:the\s+)?|del?\s+|du\s+|van\s+)?/i;

const ISO_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|UTC|[+-]\d{2}:?\d{2})?$/i;
const ISO_SPAN = /^(\d{4}-\d{2}-\d{2})\s*\/\s*(\d{4}-\d{2}-\d{2})$/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;

const DAY_MS = 86_400_000;
const dayAfter = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (year: number, month: number, day: number): Day => `${year}-${two(month)}-${two(day)}`;

function spanOf(earliest: Day, latest: Day, precision: DatePrecision = 'day'): WrittenDate | DateFault {
  const sound = dayStart(earliest) !== null && dayStart(latest) !== null && earliest <= latest;
  return sound ? { precision, earliest, latest } : 'no-such-date';
}

function monthOf(year: number, month: number): WrittenDate | DateFault {
  if (month < 1 || month > 12) return 'no-such-date';
  // Day 0 of the next month is the last of this one.
  return spanOf(
    dayOf(year, month, 1),
    dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate()),
    'month',
  );
}

/** Day and month in one of two orders; the dot is written where the day comes first. */
function yearLast([, one = '', mark, other = '', year = '']: readonly string[]) {
  if (year.length === 2) return 'two-digit-year';
  const dayFirst = dayOf(Number(year), Number(other), Number(one));
  const monthFirst = dayOf(Number(year), Number(one), Number(other));
  const either = dayStart(dayFirst) !== null && dayStart(monthFirst) !== null;
  if (mark !== '.' && either && dayFirst !== monthFirst) {
    return { 'day-first': dayFirst, 'month-first': monthFirst };
  }
  const only = mark === '.' || dayStart(dayFirst) !== null ? dayFirst : monthFirst;
  return spanOf(only, only);
}

/** Days and months with the month in letters: a day, two days of one month, or the month alone. */
function namedMonth(text: string): WrittenDate | DateFault {
  const words = plainName(text)
    .replace(/(\d)(?:st|nd|rd|th|er|o|e)\b/g, '$1')
    .split(' ')
    .filter((word) => !FILLERS.has(word));
  const months = words.flatMap((word) => MONTHS.get(word) ?? []);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const [month] = months;
  if (months.length !== 1 || month === undefined || numbers.length + 1 !== words.length) return 'not-a-date';
  const years = numbers.filter((word) => word.length === 4);
  const days = numbers.filter((word) => word.length <= 2).map(Number);
  if (years.length === 0 && days.length > 1) return 'two-digit-year';
  if (years.length !== 1 || days.length > 2 || years.length + days.length !== numbers.length)
    return 'not-a-date';
  const year = Number(years[0]);
  const [first, last = first] = days;
  if (first === undefined || last === undefined) return monthOf(year, month);
  return spanOf(dayOf(year, month, first), dayOf(year, month, last));
}

/** A night of one day goes over into the next; one of two days is written whole. */
function nightOf(day: ReturnType<typeof readWrittenDate>): ReturnType<typeof readWrittenDate> {
  if (typeof day === 'string') return day;
  if ('day-first' in day) return 'not-a-date';
  if (day.precision !== 'day') return 'not-a-date';
  return day.earliest === day.latest ? { ...day, latest: dayAfter(day.latest) } : day;
}

/**
 * Reads a date as sources write it: `2025-12-08`, `2025-12`, `2025`, `2025-12-08 14:30`, `2025-12-08/2025-12-09`,
 * `8/12/2025`, `8.12.2025`, `12/2025`, `8 December 2025`, `December 8, 2025`, `8-9 Dec 2025`, `diciembre de 2025`,
 * `night of 29 June 2025`, with the months in English, Spanish, French or Dutch. The day is the one that is written,
 * whatever the time zone.
 *
 * @param text  trimmed
 * @returns what it covers; the two readings where either number may be the day; or why it is none
 */
export function readWrittenDate(text: string): WrittenDate | EitherOrder | DateFault {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return spanOf(text, text);
  if (/^(19|20)\d{2}$/.test(text)) return spanOf(`${text}-01-01`, `${text}-12-31`, 'year');
  const iso = /^(\d{4})-(\d{2})$/.exec(text);
  if (iso) return monthOf(Number(iso[1]), Number(iso[2]));
  if (NIGHT.test(text)) return nightOf(readWrittenDate(text.replace(NIGHT, '')));
  const time = ISO_TIME.exec(text);
  if (time?.[1] !== undefined) return spanOf(time[1], time[1]);
  const span = ISO_SPAN.exec(text);
  if (span?.[1] !== undefined && span[2] !== undefined) return spanOf(span[1], span[2]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) {
    const day = dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
    return spanOf(day, day);
  }
  const last = YEAR_LAST.exec(text);
  if (last) return yearLast(last);
  const month = MONTH_YEAR.exec(text);
  return month ? monthOf(Number(month[2]), Number(month[1])) : namedMonth(text);
}

/** Which order the two numbers of a date before its year show; null when they show none, or either. */
export function orderShown(text: string): DateOrder | null {
  const [, one = '', mark, other = '', year = ''] = YEAR_LAST.exec(text) ?? [];
  if (year.length !== 4 || mark === '.') return null;
  const [first, second] = [Number(one), Number(other)];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'month-first' : null;
}
