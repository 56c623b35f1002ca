import i18next, { type FormatterModule, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { numberFormat } from '../../shared/formats.ts';
import spanish from './es.json?url';
import french from './fr.json?url';
import { LANGUAGES, LOCALES, type Language } from '../../shared/languages.ts';
import dutch from './nl.json?url';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Turns a key of the catalogue into words; a key that is not there does not compile. */
export type Translate = TFunction<'translation'>;

/** Addresses of the catalogues that are fetched when their language is chosen. */
const CATALOGUES: Readonly<Partial<Record<Language, string>>> = { es: spanish, fr: french, nl: dutch };

const languageOf = (tag: string): Language => LANGUAGES.find((language) => language === tag) ?? 'en';

/** A value put into a text: numbers as the language writes them, but a run's number or a status is a name. */
function written(value: unknown, _format?: string, language?: string, options?: unknown): string {
  const key = (options as { interpolationkey?: string } | undefined)?.interpolationkey;
  return typeof value !== 'number' || key === 'id' || key === 'status'
    ? String(value)
    : numberFormat(LOCALES[languageOf(language ?? 'en')], { maximumFractionDigits: 2 }).format(value);
}

// English is in the bundle, so this is ready when it returns; React escapes, so i18next must not.
// A text that a language lacks is shown in English.
void i18next
  .use(initReactI18next)
  .use({
    type: 'formatter',
    init: () => undefined,
    format: written,
    add: () => undefined,
    addCached: () => undefined,
  } satisfies FormatterModule & { type: 'formatter' })
  .init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false, alwaysFormat: true },
    react: { useSuspense: false },
    initAsync: false,
  });

/** The current language's texts, outside components. */
export const translate: Translate = i18next.t.bind(i18next);

/** The current language's texts, in a component; re-renders when the language changes. */
export function useT(): Translate {
  return useTranslation().t;
}

/** The language that the texts are in. */
export const spoken = (): Language => languageOf(i18next.language);

/** The same in a component. */
export const useLanguage = (): Language => languageOf(useTranslation().i18n.language);

/** BCP 47 tag for Intl. */
export const locale = (): string => LOCALES[spoken()];

/** The language asked for last: of two that are on their way the later one is wanted. */
let wanted: Language = 'en';

/**
 * Fetches a language's texts, once, and has the page speak it.
 *
 * @throws {Error} when the texts do not come; the page keeps the language it has
 */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const file = CATALOGUES[language];
  if (file !== undefined && !i18next.hasResourceBundle(language, 'translation')) {
    const reply = await fetch(new URL(file, document.baseURI));
    if (!reply.ok) throw new Error(`${file}: ${reply.status}`);
    i18next.addResourceBundle(language, 'translation', await reply.json());
  }
  if (wanted !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
