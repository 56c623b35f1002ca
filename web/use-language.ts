import { useEffect } from 'react';
import { speak } from './i18n/index.ts';
import { firstSpoken, type Language } from '../shared/languages.ts';

const REMEMBERED = 'leeward-language';

/** What was chosen here before; nothing where the browser keeps nothing. */
function remembered(): string | null {
  try {
    return window.localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(REMEMBERED, language);
  } catch {
    // A browser that keeps nothing asks its own settings again.
  }
}

/** The language of the address; else the one chosen before; else the browser's. */
export function languageFor(inAddress: Language | null): Language {
  return inAddress ?? firstSpoken([remembered() ?? '', ...navigator.languages]);
}

/** Has the page speak the language of its address; `failed` is told when its texts do not come. */
export function useLanguageOf(inAddress: Language | null, failed: () => void): void {
  useEffect(() => {
    speak(languageFor(inAddress)).catch(failed);
    // The callback is the page's own and new with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [inAddress]);
}
