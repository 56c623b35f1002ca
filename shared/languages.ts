/** Languages of the page, English first: its texts are the source of the others. */
export const LANGUAGES = ['en', 'es', 'fr', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language as those who speak it call it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  nl: 'Nederlands',
};

/** Tag for `Intl`. British English: day before month, as in the sources. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es', fr: 'fr', nl: 'nl' };

/** Words given in some languages, in one of them; those that are not translated are English, and say so. */
export function inLanguage(
  words: Readonly<Record<Language, string>>,
  language: Language,
): { readonly words: string; readonly language: Language } {
  return words[language] === '' ? { words: words.en, language: 'en' } : { words: words[language], language };
}

/** The first of a reader's languages (BCP 47 tags, best first) that the page speaks; else English. */
export function firstSpoken(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}
