import { dayStart } from '../../shared/identifiers.ts';
import type { Instant } from '../../shared/model.ts';

/** An instant read, or why it could not be and what to write instead. */
export type ReadInstant = { readonly at: Instant } | { readonly reason: string; readonly fix: string };

const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const EXAMPLE = '2025-12-08T14:30Z';

/**
 * Reads an ISO 8601 instant with its zone (`Z` or an offset), to the second. A time without a zone is refused:
 * the Caribbean has two, and a silent guess would move a call by an hour.
 */
export function readInstant(text: string): ReadInstant {
  const match = SHAPE.exec(text);
  if (!match) {
    const reason = text === '' ? 'empty' : 'not a date and time';
    return { reason, fix: `Write date, time and zone as ISO 8601, such as ${EXAMPLE}.` };
  }
  const [, day = '', hour = '', minute = '', second = '0', zone] = match;
  const midnight = dayStart(day);
  if (midnight === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return { reason: 'there is no such date and time', fix: `Write one that exists, such as ${EXAMPLE}.` };
  }
  if (zone === undefined) {
    const fix = `Add Z if it is UTC, else the offset: ${day}T${hour}:${minute}-04:00 for Atlantic Standard Time.`;
    return { reason: 'a local time without its zone', fix };
  }
  const offset = offsetMinutes(zone);
  if (offset === null) return { reason: 'no such offset from UTC', fix: 'Use Z, or -12:00 to +14:00.' };
  const minutes = Number(hour) * 60 + Number(minute) - offset;
  return { at: midnight + minutes * 60_000 + Number(second) * 1000 };
}

function offsetMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  const total = (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  return minutes > 59 || total < -12 * 60 || total > 14 * 60 ? null : total;
}
