import type { Place } from '../../shared/model.ts';

/** How place names are compared: without accents, case, punctuation or the many ways to write "Saint". */

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd' };
const SAINT = new Set(['st', 'ste', 'saint', 'sainte', 'sint', 'snt', 'san', 'santa', 'santo', 'sta', 'sto']);

/** Lower case, no accents, apostrophes dropped, other punctuation as single spaces: "St. John's" is "st johns". */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æœøßłđ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** {@link plainName} with every form of "Saint" written "st" and a leading "the" left out. */
export function foldedName(text: string): string {
  return plainName(text)
    .replace(/^the (?=.)/, '')
    .split(' ')
    .map((word) => (SAINT.has(word) ? 'st' : word))
    .join(' ');
}

/** {@link foldedName} without spaces, for names run together or split: "Georgetown" is "George Town". */
function compactName(text: string): string {
  return foldedName(text).replace(/ /g, '');
}

/** Closest spelling first: a name found by one folding is not looked for by the next. */
const FOLDINGS = [plainName, foldedName, compactName] as const;

/** Finds places by name or alias, whatever the spelling. */
export class NameIndex {
  private readonly maps: readonly (readonly [fold: (text: string) => string, map: Map<string, Place[]>])[];

  constructor(places: readonly Place[]) {
    this.maps = FOLDINGS.map((fold) => [fold, new Map<string, Place[]>()] as const);
    for (const place of places) {
      for (const name of [place.name, ...place.aliases]) {
        for (const [fold, map] of this.maps) add(map, fold(name), place);
      }
    }
  }

  /** The places of this name that fit, in the closest spelling that has any; several when it is ambiguous. */
  find(text: string, fits: (place: Place) => boolean): readonly Place[] {
    for (const [fold, map] of this.maps) {
      const fitting = (map.get(fold(text)) ?? []).filter(fits);
      if (fitting.length > 0) return fitting;
    }
    return [];
  }
}

function add(map: Map<string, Place[]>, key: string, place: Place): void {
  if (key === '') return;
  const list = map.get(key);
  if (!list) map.set(key, [place]);
  else if (!list.includes(place)) list.push(place);
}
