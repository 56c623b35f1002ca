import type { Day } from '../../shared/model.ts';
import { InputError } from '../errors.ts';

/** A stretch of days, both ends included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

const MS_PER_DAY = 86_400_000;

/** Days of a period, both ends included. */
export function daysIn(period: Period): number {
  return dayNumber(period.to) - dayNumber(period.from) + 1;
}

/**
 * The period that an event dated to an interval of days lies in, both its ends within; null where it lies in
 * none or in more than one.
 *
 * @param periods  ascending and apart, as {@link checkPeriods} has it
 */
export function periodOf(periods: readonly Period[], earliest: Day, latest: Day): number | null {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const period = periods[middle];
    if (!period) return null;
    if (earliest > period.to) low = middle + 1;
    else if (earliest < period.from) high = middle - 1;
    else return latest >= earliest && latest <= period.to ? middle : null;
  }
  return null;
}

/**
 * Whole calendar months, `monthsEach` at a time, from the month of `first` on as long as a period ends by
 * `last`: what is over, and nothing of a month that has not ended.
 *
 * @throws {InputError} `bad-monthsEach` or `bad-periods` for days that are none
 */
export function monthPeriods(first: Day, last: Day, monthsEach: number): Period[] {
  if (!Number.isSafeInteger(monthsEach) || monthsEach < 1) {
    throw new InputError(
      'bad-monthsEach',
      `monthsEach must be a whole number of at least 1; it is ${monthsEach}.`,
    );
  }
  const end = dayNumber(last);
  const periods: Period[] = [];
  const start = new Date(dayNumber(first) * MS_PER_DAY);
  for (let month = start.getUTCMonth(); ; month += monthsEach) {
    const from = Date.UTC(start.getUTCFullYear(), month, 1);
    const to = Date.UTC(start.getUTCFullYear(), month + monthsEach, 0);
    if (to / MS_PER_DAY > end) return periods;
    periods.push({ from: dayOf(from), to: dayOf(to) });
  }
}

/** @throws {InputError} `bad-periods` unless the periods are days in ascending order and do not overlap */
export function checkPeriods(periods: readonly Period[]): void {
  periods.forEach((period, i) => {
    const before = periods[i - 1];
    if (dayNumber(period.from) > dayNumber(period.to) || (before && before.to >= period.from)) {
      throw new InputError(
        'bad-periods',
        `Periods must follow one another, each from a first to a last day; period ${i + 1} is ${period.from} to ${period.to}.`,
      );
    }
  });
}

/** Days since 1970. */
function dayNumber(day: Day): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN;
  if (Number.isNaN(at) || dayOf(at) !== day) {
    throw new InputError('bad-periods', `A day is written YYYY-MM-DD; "${day}" is none.`);
  }
  return at / MS_PER_DAY;
}

function dayOf(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}
