import type { DecimalMark, Unit } from '../../shared/vocabulary.ts';
import { plainName } from '../ports/names.ts';

/** A number with one mark before three digits, 2,083: what it says hangs on the decimal mark. */
export interface EitherMark {
  readonly point: number;
  readonly comma: number;
}

/** Spaces and apostrophes that part thousands. */
const GROUPS = /(?<=\d)[ '’\u00a0\u202f](?=\d{3}(?!\d))/g;
const PLAIN = /^\d+(?:\.\d+)?$/;

/** Digits in threes behind a mark: 1,234,567. */
const inThrees = (text: string, mark: string): boolean => {
  const [head = '', ...rest] = text.split(mark);
  return /^\d{1,3}$/.test(head) && rest.every((part) => /^\d{3}$/.test(part));
};

/**
 * Reads a number of 0 or more as sources write it: `772.4`, `1,7`, `1 234,5`, `1,234.5`, `1'234'567`.
 *
 * @param text  trimmed
 * @returns the number; both readings where one mark stands before just three digits; null when it is none
 */
export function readWrittenNumber(text: string): number | EitherMark | null {
  const bare = text.replace(GROUPS, '');
  if (!/^\d[\d.,]*$/.test(bare) || /[.,]$/.test(bare)) return null;
  const marks = bare.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return Number(bare);
  const other = last === ',' ? '.' : ',';
  if (marks.includes(other)) {
    // Two kinds: the last is the decimal mark, the other parts thousands.
    const [whole = '', part = '', ...more] = bare.split(last);
    return more.length === 0 && inThrees(whole, other)
      ? Number(`${whole.replaceAll(other, '')}.${part}`)
      : null;
  }
  const thousands = inThrees(bare, last) ? Number(bare.replaceAll(last, '')) : null;
  if (marks.length > 1) return thousands;
  const decimal = Number(bare.replace(last, '.'));
  // A group of thousands does not begin with nought.
  if (thousands === null || /^0/.test(bare) || bare !== text) return decimal;
  return last === '.' ? { point: decimal, comma: thousands } : { point: thousands, comma: decimal };
}

/** Which decimal mark a number shows; null when it shows none, or either. */
export function markShown(text: string): DecimalMark | null {
  if (typeof readWrittenNumber(text) !== 'number') return null;
  const marks = text.replace(GROUPS, '').replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return null;
  // A mark that stands twice parts thousands, so that the decimal mark is the other.
  const decimal = marks.indexOf(last) === marks.length - 1 ? last : last === ',' ? '.' : ',';
  return decimal === '.' ? 'point' : 'comma';
}

/** Whether a number is written as this project writes it, which one mark before three digits may be too. */
export const isPlainNumber = (text: string): boolean => PLAIN.test(text);

/** A unit of a source: what it is here, and how much of it one is. */
export interface WrittenUnit {
  readonly unit: Unit;
  readonly factor: number;
}

/** The pound in kilograms, by definition (international yard and pound agreement, 1959); 16 ounces each. */
const POUND_KG = 0.45359237;

const UNIT_WORDS: readonly (readonly [WrittenUnit, string])[] = [
  [
    { unit: 'kg', factor: 1 },
    'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos',
  ],
  [{ unit: 'kg', factor: 0.001 }, 'g gr gram grams gramme grammes gramo gramos grammen'],
  // "Ton" alone may be the long, the short or the metric one, so it is not here.
  [{ unit: 'kg', factor: 1000 }, 't tonne tonnes tonelada toneladas'],
  [{ unit: 'kg', factor: POUND_KG }, 'lb lbs pound pounds libra libras livre livres'],
  [{ unit: 'kg', factor: POUND_KG / 16 }, 'oz ounce ounces onza onzas once onces'],
  [
    { unit: 'piece', factor: 1 },
    'piece pieces pc pcs pieza piezas piece pieces stuk stuks unit units unidad unidades',
  ],
  [
    { unit: 'round', factor: 1 },
    'round rounds cartridge cartridges cartucho cartuchos cartouche cartouches patroon patronen',
  ],
  [{ unit: 'usd', factor: 1 }, 'usd us dollar dollars dolares dolar'],
];

const UNITS_BY_WORD: ReadonlyMap<string, WrittenUnit> = new Map([
  ...UNIT_WORDS.flatMap(([unit, words]) =>
    words.split(' ').map((word): [string, WrittenUnit] => [word, unit]),
  ),
  ['metric ton', { unit: 'kg', factor: 1000 }],
  ['metric tons', { unit: 'kg', factor: 1000 }],
  ['us dollars', { unit: 'usd', factor: 1 }],
]);

/** A unit by its word in English, Spanish, French or Dutch; null when it is not known, or may be several. */
export const unitOf = (text: string): WrittenUnit | null => UNITS_BY_WORD.get(plainName(text)) ?? null;

/** The number and the words after it: "2,083 pounds". */
export function splitQuantity(text: string): { readonly number: string; readonly words: string } {
  const [, number = '', words = ''] = /^([\d.,'’\s]*\d)\s*(\D*)$/u.exec(text) ?? [];
  return { number, words: words.trim() };
}
