import type { TimeMode } from '../state-time.ts';

/** Days that everything is filtered by; null: open at that end. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}
/** First and last day of all that is held. */
export interface Span {
  readonly firstDay: string;
  readonly lastDay: string;
}

const DAY_MS = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstOf = (month: number): string => dayAt(Date.UTC(Math.floor(month / 12), month % 12, 1));
const lastOf = (month: number): string => dayAt(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));
const isFirst = (day: string): boolean => day.endsWith('-01');
const isLast = (day: string): boolean => day === lastOf(monthOf(day));

/** The same day some months later; where that month is too short, its last day. */
function monthsLater(day: string, months: number): string {
  const last = lastOf(monthOf(day) + months);
  return `${last.slice(0, 8)}${String(Math.min(Number(day.slice(8)), Number(last.slice(8)))).padStart(2, '0')}`;
}

/** Months of the window that play starts with: about a tenth of the span, in measures a reader knows. */
function usualMonths({ firstDay, lastDay }: Span): number {
  const months = monthOf(lastDay) - monthOf(firstDay) + 1;
  return months > 60 ? 12 : months > 12 ? 3 : 1;
}

/** Where play starts when no days are chosen. */
export function firstDays(span: Span, mode: TimeMode): Days {
  const month = monthOf(span.firstDay);
  return mode === 'cumulative'
    ? { from: null, to: lastOf(month) }
    : { from: firstOf(month), to: lastOf(month + usualMonths(span) - 1) };
}

/** A window moved by months: whole months stay whole, any other keeps its number of days. */
function moved(from: string, to: string, months: number): Days {
  if (isFirst(from) && isLast(to)) {
    return { from: firstOf(monthOf(from) + months), to: lastOf(monthOf(to) + months) };
  }
  const start = monthsLater(from, months);
  return { from: start, to: dayAt(at(start) + (at(to) - at(from))) };
}

/**
 * The days one step on, or back: a window moves by `months`; cumulative, only its end does, and its start is
 * open. Not further than all that is held.
 *
 * @param months  of one step; below 0: back
 * @returns null at the end of all that is held
 */
export function stepDays(days: Days, span: Span, mode: TimeMode, months: number): Days | null {
  const { firstDay, lastDay } = span;
  if (days.from === null && days.to === null) {
    return months > 0 ? firstDays(span, mode) : null;
  }
  const to = days.to ?? lastDay;
  if (months > 0 && to >= lastDay) return null;
  if (mode === 'cumulative') {
    const month = monthOf(to) + months;
    return month < monthOf(firstDay) ? null : { from: null, to: lastOf(month) };
  }
  const from = days.from ?? firstDay;
  if (months < 0 && from <= firstDay) return null;
  return moved(from, to, months);
}

/** Days as the mode needs them: cumulative has no start, a window has one of the usual length. */
export function daysIn(mode: TimeMode, days: Days, span: Span): Days {
  if (days.to === null && days.from === null) return days;
  if (mode === 'cumulative') return { from: null, to: days.to ?? span.lastDay };
  if (days.from !== null) return days;
  const month = monthOf(days.to ?? span.lastDay);
  return { from: firstOf(month - usualMonths(span) + 1), to: lastOf(month) };
}

/** How exactly the events shown are dated, and how many reach over an end of the days chosen. */
export interface DatedHow {
  readonly all: number;
  readonly byMonth: number;
  readonly byYear: number;
  readonly over: number;
}

/** Counts events by how exactly they are dated; one is shown when any of its days is among those chosen. */
export function datedHow(
  events: readonly { readonly earliest: string; readonly latest: string; readonly datePrecision: string }[],
  { from, to }: Days,
): DatedHow {
  const count = (of: (one: (typeof events)[number]) => boolean): number => events.filter(of).length;
  return {
    all: events.length,
    byMonth: count(({ datePrecision }) => datePrecision === 'month'),
    byYear: count(({ datePrecision }) => datePrecision === 'year'),
    over: count(({ earliest, latest }) => (from !== null && earliest < from) || (to !== null && latest > to)),
  };
}

/** Days of a span, both ends among them. */
export const daysBetween = (from: string, to: string): number => Math.round((at(to) - at(from)) / DAY_MS) + 1;
