import type { Translate } from './i18n/index.ts';
import type { ViewFilter } from './api.ts';
import { countryWords, dayWords, goodsWords, spanWords } from './words.ts';

/** What the filters leave in, in one line: dates, goods, countries. */
export function filterWords(t: Translate, view: Omit<ViewFilter, 'dataSets'>): string {
  const { from, to } = view;
  const dates =
    from !== null && to !== null
      ? spanWords(t, from, to)
      : from !== null
        ? t('image.from', { from: dayWords(from) })
        : to !== null
          ? t('image.to', { to: dayWords(to) })
          : t('image.allDates');
  const goods = view.commodities.length === 0 ? t('image.allGoods') : goodsWords(t, view.commodities);
  const countries = view.countries.map((code) => countryWords(t, code)).join(', ');
  return [dates, goods, countries].filter((part) => part !== '').join(' · ');
}
