import { readFileSync } from 'node:fs';

/** The texts of a language of the page besides English, as its file has them. */
export const catalogueOf = (language: 'es' | 'fr' | 'nl'): object =>
  JSON.parse(readFileSync(new URL(`../../web/i18n/${language}.json`, import.meta.url), 'utf8')) as object;
