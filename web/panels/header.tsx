import { ActionIcon, Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import {
  IconCheck,
  IconFilePlus,
  IconHelp,
  IconHistory,
  IconLink,
  IconMoon,
  IconFileExport,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Language } from '../../shared/languages.ts';
import type { Facets, Run } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import type { ThemeName } from '../state.ts';
import { instantWords } from '../words.ts';
import { LanguageSwitch } from './language.tsx';
import { SyntheticPill } from './parts.tsx';

interface HeaderProps {
  readonly facets: Facets | undefined;
  /** null: no analysis is done yet; undefined: not known. */
  readonly run: Run | null | undefined;
  readonly theme: ThemeName;
  readonly onTheme: (theme: ThemeName) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onExport: () => void;
  readonly onLinkFailed: () => void;
  /** Opens what lies over the map, or closes it. */
  readonly onPage: (page: 'import' | 'runs' | 'help') => void;
  readonly search: ReactNode;
}

/** What the page rests on: data sets, the made-up ones marked, and the run. */
function Loaded({ facets, run }: { facets: Facets | undefined; run: Run | null | undefined }) {
  const t = useT();
  return (
    <div className="loaded" role="group" aria-label={t('header.loaded')}>
      {facets?.dataSets.map((one) => (
        <span key={one.id} className="loaded-set" title={one.title}>
          <span className="loaded-title">{one.title}</span>
          {one.synthetic && <SyntheticPill text={t('header.synthetic')} />}
        </span>
      ))}
      {run ? (
        <span
          className="loaded-run"
          title={t('header.runTip', { id: run.id, date: instantWords(run.startedAt) })}
        >
          {t('header.run', { id: run.id, date: instantWords(run.startedAt) })}
        </span>
      ) : (
        run === null && <span className="loaded-run">{t('header.runNone')}</span>
      )}
    </div>
  );
}

function CopyLink({ onFailed }: { onFailed(): void }) {
  const t = useT();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Button
      variant="default"
      size="xs"
      className="tool"
      title={t('header.link')}
      leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconLink size={16} />}
      onClick={() => {
        // Browsers give the clipboard to secure addresses only; over plain HTTP on a network there is none.
        if (window.isSecureContext) clipboard.copy(window.location.href);
        else onFailed();
      }}
    >
      <span className="tool-name" aria-live="polite">
        {clipboard.copied ? t('header.linkDone') : t('header.link')}
      </span>
    </Button>
  );
}

/** The slim bar at the top: name, what is loaded, search, theme, export and link. */
export function Header(props: HeaderProps) {
  const t = useT();
  const dark = props.theme === 'dark';
  return (
    <header className="top" aria-label={t('header.label')}>
      <h1 className="wordmark">
        <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M5 23c4-10 10-15 21-17-4 5-4 11-2 17-6-3-13-3-19 0z" fill="var(--accent)" />
          <path d="M4 27.5h24" stroke="var(--route)" strokeWidth="2.4" strokeLinecap="round" />
        </svg>
        {t('app.name')}
        <span className="visually-hidden">{t('app.tagline')}</span>
      </h1>
      <Loaded facets={props.facets} run={props.run} />
      <div className="top-search">{props.search}</div>
      <div className="top-tools">
        <Button
          variant="default"
          size="xs"
          className="tool"
          title={t('header.image')}
          leftSection={<IconFileExport size={16} />}
          aria-haspopup="dialog"
          onClick={props.onExport}
        >
          <span className="tool-name">{t('header.image')}</span>
        </Button>
        <CopyLink onFailed={props.onLinkFailed} />
        <LanguageSwitch choose={props.onLanguage} />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('imports.open')}
          title={t('imports.open')}
          onClick={() => props.onPage('import')}
        >
          <IconFilePlus size={17} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('runs.open')}
          title={t('runs.open')}
          onClick={() => props.onPage('runs')}
        >
          <IconHistory size={17} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('help.open')}
          title={t('help.open')}
          onClick={() => props.onPage('help')}
        >
          <IconHelp size={17} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={dark ? t('header.themeToLight') : t('header.themeToDark')}
          title={dark ? t('header.themeToLight') : t('header.themeToDark')}
          onClick={() => props.onTheme(dark ? 'light' : 'dark')}
        >
          {dark ? <IconSun size={17} /> : <IconMoon size={17} />}
        </ActionIcon>
      </div>
    </header>
  );
}
