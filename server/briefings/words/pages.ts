import type { Language } from '../../../shared/languages.ts';
import type { PageWords } from './page-words.ts';
import { PAGES_EN } from './pages-en.ts';
import { PAGES_ES } from './pages-es.ts';
import { PAGES_FR } from './pages-fr.ts';
import { PAGES_NL } from './pages-nl.ts';

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: PAGES_EN,
  es: PAGES_ES,
  fr: PAGES_FR,
  nl: PAGES_NL,
};
