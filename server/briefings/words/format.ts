import { dateFormat, listFormat, numberFormat, pluralRules, regionNames } from '../../../shared/formats.ts';
import { KM_PER_NAUTICAL_MILE } from '../../../shared/geo.ts';
import { LOCALES, type Language } from '../../../shared/languages.ts';
import type { Day } from '../../../shared/model.ts';
import { clean } from './clean.ts';
import type { Marking } from '../../../shared/vocabulary.ts';

/** Texts of one word by plural category of CLDR; `other` stands for every category not given. */
export type Plurals = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A number as the language writes it, with at most `digits` decimal places (2 when not given). */
export const formatNumber = (language: Language, value: number, digits = 2): string =>
  numberFormat(LOCALES[language], { maximumFractionDigits: digits }).format(value);

/** The text for a count, `{count}` in it written as the language writes numbers. */
export function plural(language: Language, count: number, texts: Plurals): string {
  const text = texts[pluralRules(LOCALES[language]).select(count)] ?? texts.other;
  return text.replaceAll('{count}', formatNumber(language, count));
}

/** Puts values into a text at `{name}`; a name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const instantOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayFormat = (language: Language): Intl.DateTimeFormat =>
  dateFormat(LOCALES[language], { day: 'numeric', month: 'long', year: 'numeric' });

/** A day in words, `29 June 2025`; what is no day of the calendar comes back as it was written. */
export function formatDay(language: Language, day: Day): string {
  const at = instantOf(day);
  return Number.isNaN(at.getTime()) ? day : dayFormat(language).format(at);
}

/** Both ends of a span of days, `3 May – 29 June 2025`, as short as the language writes it; one day as one. */
export function formatSpan(language: Language, from: Day, to: Day): string {
  if (from === to) return formatDay(language, from);
  const [start, end] = [instantOf(from), instantOf(to)];
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || start > end) return `${from} – ${to}`;
  // ICU sets thin spaces around the dash; plain ones are in every font.
  return dayFormat(language).formatRange(start, end).replaceAll('\u2009', ' ');
}

/** A distance as the language writes it, `1,250 km`; one decimal place below 10. */
export const formatKm = (language: Language, km: number): string =>
  `${formatNumber(language, km, km < 10 ? 1 : 0)}\u00a0km`;

const NAUTICAL: Readonly<Record<Language, string>> = { en: 'nm', es: 'mn', fr: 'M', nl: 'zm' };

/** A distance given in km in nautical miles, `675 nm`; one decimal place below 10. */
export function formatNm(language: Language, km: number): string {
  const nm = km / KM_PER_NAUTICAL_MILE;
  return `${formatNumber(language, nm, nm < 10 ? 1 : 0)}\u00a0${NAUTICAL[language]}`;
}

/** The name of a country or territory, ISO 3166-1 alpha-2, in the language; an unknown code as it is. */
export function countryName(language: Language, code: string): string {
  try {
    return regionNames(LOCALES[language]).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** Items as one phrase, `cocaine, cannabis and cash`. */
export const listWords = (language: Language, items: readonly string[]): string =>
  listFormat(LOCALES[language]).format(items);

/** A probability as it is printed: three decimal places, `< 0.001` below. */
export function formatP(language: Language, p: number): string {
  const written = (value: number): string =>
    numberFormat(LOCALES[language], {
      minimumFractionDigits: 3,
      maximumFractionDigits: 3,
    }).format(value);
  return p < 0.001 ? `<\u00a0${written(0.001)}` : written(p);
}

/** How far a corrected p-value speaks against chance; the classes of the page: 0.01 and 0.05. */
export const qClass = (q: number): 'strong' | 'some' | 'none' =>
  q < 0.01 ? 'strong' : q < 0.05 ? 'some' : 'none';

/** A marking as TLP 2.0 writes it (FIRST, 2022): never translated, no space. */
export const MARKING_TEXT: Readonly<Record<Marking, string>> = {
  clear: 'TLP:CLEAR',
  green: 'TLP:GREEN',
  amber: 'TLP:AMBER',
  'amber-strict': 'TLP:AMBER+STRICT',
  red: 'TLP:RED',
};

/** The colours of TLP 2.0, on black ground (FIRST, 2022). */
export const MARKING_COLOR: Readonly<Record<Marking, string>> = {
  clear: '#ffffff',
  green: '#33ff00',
  amber: '#ffc000',
  'amber-strict': '#ffc000',
  red: '#ff2b2b',
};

/** A place by its id, with its name as the gazetteer has it, which is in English. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name of a place, every letter of it: a country's or territory's in the language, any other as it is written. */
export const nameIn = (language: Language, { id, name }: Named): string =>
  language !== 'en' && /^[A-Z]{2}$/.test(id) ? countryName(language, id) : name;

/** The same as it is drawn. */
export const placeName = (place: Named, language: Language): string => clean(nameIn(language, place));
