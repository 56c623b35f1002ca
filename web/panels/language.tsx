import { IconLanguage } from '@tabler/icons-react';
import { useLanguage, useT } from '../i18n/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../shared/languages.ts';

/** The switch of the language: the browser's own list, each language by its own name, over a short sign. */
export function LanguageSwitch({ choose }: { choose: (language: Language) => void }) {
  const t = useT();
  const language = useLanguage();
  return (
    <span className="language" title={t('header.language')}>
      <IconLanguage size={17} aria-hidden="true" />
      <span aria-hidden="true">{language.toUpperCase()}</span>
      <select
        aria-label={t('header.language')}
        value={language}
        onChange={(event) => {
          const chosen = LANGUAGES.find((one) => one === event.currentTarget.value);
          if (chosen) choose(chosen);
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </span>
  );
}
