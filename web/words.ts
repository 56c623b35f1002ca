import { KM_PER_NAUTICAL_MILE } from '../shared/geo.ts';
import type { Commodity, DatePrecision, LocationPrecision, Unit } from '../shared/vocabulary.ts';
import { coordinateStyle, type CoordinateStyle } from './coordinates.ts';
import { dateFormat, listFormat, numberFormat, regionNames } from '../shared/formats.ts';
import { locale, translate, type Translate } from './i18n/index.ts';

/** Turns figures, days and findings into words of the current language. All days are UTC. */

const instantOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** A number with the language's separators; at most `digits` decimals. */
export function number(value: number, digits = 0): string {
  return numberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/** A day in words, `8 December 2025`; or short, `8 Dec 2025`. */
export function dayWords(day: string, month: 'long' | 'short' = 'long'): string {
  const format = dateFormat(locale(), {
    day: 'numeric',
    month,
    year: 'numeric',
  });
  return format.format(instantOf(day));
}

/** A span of days, `8 to 9 December 2025`; one day when both are the same. */
export function spanWords(t: Translate, from: string, to: string, month: 'long' | 'short' = 'long'): string {
  if (from === to) return dayWords(from, month);
  const format = dateFormat(locale(), {
    day: 'numeric',
    month,
    year: 'numeric',
  });
  const parts = format.formatRangeToParts(instantOf(from), instantOf(to));
  // Intl joins a span with a dash; "to" reads aloud, and cannot be taken for a minus.
  const start = parts.filter((part) => part.source === 'startRange');
  const end = parts.filter((part) => part.source === 'endRange');
  const tail = parts.slice(parts.findLastIndex((part) => part.source === 'endRange') + 1);
  const text = (some: typeof parts) => some.map((part) => part.value).join('');
  return t('words.dayToDay', { from: text(start), to: text(end) + text(tail) });
}

/** A seizure's date with what its precision means: a month or a year is not a day. */
export function dateWords(
  t: Translate,
  date: { earliest: string; latest: string; datePrecision: DatePrecision },
  month: 'long' | 'short' = 'long',
): string {
  const { earliest, latest, datePrecision } = date;
  if (datePrecision === 'day') return spanWords(t, earliest, latest, month);
  const year = earliest.slice(0, 4);
  if (datePrecision === 'year') {
    return earliest === `${year}-01-01` && latest === `${year}-12-31`
      ? t('words.inYear', { year })
      : t('words.within', { date: year, from: dayWords(earliest, month), to: dayWords(latest, month) });
  }
  const format = dateFormat(locale(), { month, year: 'numeric' });
  return earliest.slice(0, 7) === latest.slice(0, 7)
    ? t('words.inMonth', { month: format.format(instantOf(earliest)) })
    : t('words.dayToDay', { from: format.format(instantOf(earliest)), to: format.format(instantOf(latest)) });
}

/** A month of the histogram, `2025-12`, or a year, `2025`, in words. */
export function binWords(start: string, unit: 'month' | 'year'): string {
  const format =
    unit === 'year'
      ? dateFormat(locale(), { year: 'numeric' })
      : dateFormat(locale(), { month: 'long', year: 'numeric' });
  return format.format(instantOf(start));
}

/** An instant as its UTC day, short. */
export function instantWords(at: string): string {
  return dayWords(at.slice(0, 10), 'short');
}

/** Kilograms, `772.4 kg`; two decimals under 10 kg. Null is "not stated", never zero. */
export function massWords(t: Translate, kg: number | null): string {
  return kg === null ? t('words.notStated') : t('unit.mass', { value: number(kg, kg < 10 ? 2 : 1) });
}

/** A quantity in its own unit, `119 pieces`. Null is "not stated". */
export function quantityWords(t: Translate, quantity: number | null, unit: Unit): string {
  if (quantity === null) return t('words.notStated');
  if (unit === 'kg') return massWords(t, quantity);
  return t(`unit.${unit}`, { count: quantity, value: number(quantity) });
}

/** A distance in nautical miles and kilometres, `128 nm (237 km)`; one decimal under 10. */
export function distanceWords(t: Translate, km: number): string {
  const nm = km / KM_PER_NAUTICAL_MILE;
  return t('unit.distance', { nm: number(nm, nm < 10 ? 1 : 0), km: number(km, km < 10 ? 1 : 0) });
}

/** A bearing, degrees true, `045°`. */
export const bearingWords = (degrees: number): string =>
  `${String(Math.round(degrees) % 360).padStart(3, '0')}°`;

const twoDigits = (value: number): string =>
  numberFormat(locale(), { maximumSignificantDigits: 2 }).format(value);

/** A probability that stands alone, `0.003` or `< 0.001`; two significant digits. */
export const chance = (t: Translate, value: number): string =>
  value < 0.001 ? t('words.below', { value: twoDigits(0.001) }) : twoDigits(value);

/** A probability with its sign, `= 0.003` or `< 0.001`; two significant digits. */
export const probability = (t: Translate, value: number): string =>
  value < 0.001 ? chance(t, value) : t('words.equals', { value: twoDigits(value) });

/** A share in whole percent; below one, to a tenth, so that what happened never reads as nothing. */
export function percentWords(share: number): string {
  const digits = share < 0.01 ? 1 : 0;
  return numberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(share);
}

/** The usual false discovery rate, and a stricter one for the stronger word. */
const SURPRISING = 0.05;
const VERY_SURPRISING = 0.01;

/** Whether a test calls its finding surprising. */
export const isSurprising = ({ q }: { q: number }): boolean => q < SURPRISING;

/** How surprising a tested finding is. */
export function surpriseOf(test: { q: number }): 'far' | 'more' | 'not' {
  if (test.q < VERY_SURPRISING) return 'far';
  return isSurprising(test) ? 'more' : 'not';
}

/** The same in two or three words, for a column. */
export function surpriseShort(t: Translate, test: { q: number } | null): string {
  if (test === null) return t('words.notTested');
  const words = {
    far: t('words.muchMoreShort'),
    more: t('words.moreShort'),
    not: t('words.notMoreShort'),
  };
  return words[surpriseOf(test)];
}

/** What a cell's class means, with the number beside it. */
export function cellWords(
  t: Translate,
  cell: { class: 'hot' | 'cold' | 'none'; q: number },
  weight: 'count' | 'kg' = 'count',
): string {
  const q = probability(t, cell.q);
  if (cell.class === 'none') return t('words.plain', { q });
  if (weight === 'kg') return t(cell.class === 'hot' ? 'words.hotKg' : 'words.coldKg', { q });
  return t(cell.class === 'hot' ? 'words.hot' : 'words.cold', { q });
}

/** The same in a word, for a column. */
export function cellShort(t: Translate, cell: { class: 'hot' | 'cold' | 'none' }): string {
  if (cell.class === 'hot') return t('words.hotShort');
  return cell.class === 'cold' ? t('words.coldShort') : t('words.plainShort');
}

/** How far a seizure's true place may lie from its point, `within 60 km, estimated`. */
export function uncertaintyWords(
  t: Translate,
  km: number | null,
  precision: LocationPrecision | null,
): string {
  if (km === null) return t('words.noPosition');
  const args = { km: number(km, km < 10 ? 1 : 0) };
  return precision === 'port' ? t('words.exactPlace', args) : t('words.estimated', args);
}

/** Kinds of goods as one phrase, `Cocaine and Firearms`. */
export function goodsWords(t: Translate, commodities: readonly Commodity[]): string {
  if (commodities.length === 0) return t('words.notStated');
  const names = commodities.map((commodity) => t(`commodity.${commodity}`));
  return listFormat(locale()).format(names);
}

/** The name of a country or territory, ISO 3166-1 alpha-2, in the current language. */
export function countryWords(t: Translate, code: string | null): string {
  if (code === null) return t('words.notStated');
  try {
    return regionNames(locale()).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The web addresses in a source's text, which may be prose around several; trailing punctuation dropped. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(/https?:\/\/[^\s;,<>"']+/g)].map((match) => match[0].replace(/[.)]+$/, ''));
}

/** Lower case without accents, to compare by: "Curaçao" is found by "curacao". */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A latitude or longitude without its sign, in a style. */
function angleWords(size: number, style: CoordinateStyle): string {
  if (style === 'decimal') {
    const digits = { minimumFractionDigits: 4, maximumFractionDigits: 4 };
    return `${numberFormat(locale(), digits).format(size)}°`;
  }
  if (style === 'minutes') {
    const tenths = Math.round(size * 600);
    return `${Math.floor(tenths / 600)}°\u00a0${number((tenths % 600) / 10, 1)}′`;
  }
  const seconds = Math.round(size * 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°\u00a0${two(Math.floor(seconds / 60) % 60)}′\u00a0${two(seconds % 60)}″`;
}

/**
 * A position in the style the reader chose: degrees and decimal minutes as on a chart, `18° 25.2′ N, 64° 37.2′ W`;
 * with seconds; or decimal degrees. Breaks only between the two.
 */
export function positionWords(
  position: readonly [number, number],
  style: CoordinateStyle = coordinateStyle(),
): string {
  const [north = '', east = '', south = '', west = ''] = translate('unit.compass');
  const part = (value: number, up: string, down: string): string =>
    `${angleWords(Math.abs(value), style)}\u00a0${value < 0 ? down : up}`;
  return `${part(position[1], north, south)}, ${part(position[0], east, west)}`;
}
