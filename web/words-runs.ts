import { dateFormat } from '../shared/formats.ts';
import { locale, type Translate } from './i18n/index.ts';
import { number } from './words.ts';

/** An instant to the minute, UTC, `25 Nov 2026, 14:07 UTC`. */
export function momentWords(at: string): string {
  const format = dateFormat(locale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return format.format(Date.parse(at));
}

/** How long something took, `34 s` or `2 min 5 s`. */
export function durationWords(t: Translate, milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  return whole < 60
    ? t('runs.seconds', { value: number(milliseconds / 1000, whole < 10 ? 1 : 0) })
    : t('runs.minutes', { minutes: number(Math.floor(whole / 60)), seconds: number(whole % 60) });
}
