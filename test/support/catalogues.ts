import { readFileSync } from 'node:fs';
import i18next from 'i18next';
import type { Language } from '../../shared/languages.ts';

/** The texts of a language of the page besides English, as its file has them. */
export const catalogueOf = (language: 'es' | 'fr' | 'nl'): object =>
  JSON.parse(readFileSync(new URL(`../../web/i18n/${language}.json`, import.meta.url), 'utf8')) as object;

/** Has the page's words be in a language, as it does in a browser. */
export async function speak(language: Language): Promise<void> {
  if (language !== 'en') i18next.addResourceBundle(language, 'translation', catalogueOf(language));
  await i18next.changeLanguage(language);
}
