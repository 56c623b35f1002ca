import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Turns a key of the catalogue into words; a key that is not there does not compile. */
export type Translate = TFunction<'translation'>;

// Texts are in the bundle, so this is ready when it returns; React escapes, so i18next must not.
void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** The current language's texts, outside components. */
export const translate: Translate = i18next.t.bind(i18next);

/** The current language's texts, in a component; re-renders when the language changes. */
export function useT(): Translate {
  return useTranslation().t;
}

/** BCP 47 tag for Intl. British English: day before month, as in the sources. */
export function locale(): string {
  return i18next.language === 'en' ? 'en-GB' : i18next.language;
}
