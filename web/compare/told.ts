import type { Translate } from '../i18n/index.ts';
import { number, probability, spanWords, dayWords } from '../words.ts';
import type { CompareView, ComparedSide } from '../state-tools.ts';
import { CLEAR_Q, type LegChange } from './change.ts';
import type { TrafficSeen } from './traffic-seen.ts';

/** What a leg has in either period, and whether chance explains the difference. */
export function changeLines(t: Translate, { a, b, kind, p, q }: LegChange): string[] {
  return [
    t('compareMap.counts', { a: number(a), b: number(b) }),
    `${t(`compareMap.kind.${kind}`)}. ${t(q < CLEAR_Q ? 'compareMap.clear' : 'compareMap.unclear', {
      p: probability(t, p),
      q: probability(t, q),
    })}`,
  ];
}

/** The days of a side in words. */
export function daysWords(t: Translate, { from, to }: ComparedSide): string {
  if (from !== null && to !== null) return spanWords(t, from, to, 'short');
  if (from !== null) return t('image.from', { from: dayWords(from, 'short') });
  return to === null ? t('image.allDates') : t('image.to', { to: dayWords(to, 'short') });
}

/** On how many days of a period traffic was seen. */
export const trafficWords = (t: Translate, { days, of }: TrafficSeen): string =>
  of === null
    ? t('compareMap.trafficDays', { count: days, value: number(days) })
    : t('compareMap.trafficOf', { days: number(days), of: number(of) });

/** How the map compares two periods, where both are given and no operation is; null: it does not. */
export const mapCompared = (compare: CompareView): CompareView['onMap'] =>
  canMap(compare) ? compare.onMap : null;

/** Whether a map can compare the two: periods that differ, of no one operation. */
export function canMap({ a, b }: CompareView): boolean {
  const isPeriod = ({ from, to, operation }: ComparedSide): boolean =>
    operation === null && (from !== null || to !== null) && (from === null || to === null || from <= to);
  const same = a.from === b.from && a.to === b.to;
  return isPeriod(a) && isPeriod(b) && !same;
}
