import type { Language } from '../../../shared/languages.ts';

const WORD: Readonly<Record<Language, string>> = { en: 'Vessel', es: 'Buque', fr: 'Navire', nl: 'Schip' };

/** What a vessel without a name is called: "Vessel 3". */
export const pseudonym = (language: Language, number: number): string =>
  `${WORD[language]} ${String(number)}`;
