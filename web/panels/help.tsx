import { useEffect, type ReactNode } from 'react';
import { useT } from '../i18n/index.ts';
import { HELP_SECTIONS, type HelpSection } from '../state-page.ts';
import { goTour } from '../tour.ts';
import { changeView } from '../use-view.ts';
import { FORMULAS, SOURCES } from './help-facts.ts';
import { Sheet } from './sheet.tsx';

const hasFormula = (section: HelpSection): section is keyof typeof FORMULAS => section in FORMULAS;
const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const anchor = (section: HelpSection): string => `help-${section}`;

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Method({ section, asked }: { section: HelpSection; asked: boolean }) {
  const t = useT();
  const sources = SOURCES[section];
  return (
    <article id={anchor(section)} tabIndex={-1} className={asked ? 'method method-asked' : 'method'}>
      <h3>{t(`help.${section}.title`)}</h3>
      <p className="method-answers">{t(`help.${section}.answers`)}</p>
      <dl>
        <Row label={t('help.assumes')}>{t(`help.${section}.assumes`)}</Row>
        <Row label={t('help.unfit')}>{t(`help.${section}.unfit`)}</Row>
        {hasFormula(section) && (
          <Row label={t('help.formula')}>
            <span className="formula">
              {FORMULAS[section].split(',   ').map((part) => (
                <span key={part}>{part}</span>
              ))}
            </span>
            <span className="dim">{t(`help.${section}.where`)}</span>
          </Row>
        )}
        <Row label={t('help.source')}>
          <span className="dim">{sources.length === 0 ? t('help.ownChoice') : sources.join('; ')}</span>
        </Row>
      </dl>
    </article>
  );
}

/** What each method answers, what it takes for granted, and when not to use it. */
export function Help({ section, close }: { section: HelpSection | null; close(): void }) {
  const t = useT();
  useEffect(() => {
    const found = section === null ? null : document.getElementById(anchor(section));
    found?.scrollIntoView({ behavior: calm() ? 'auto' : 'smooth', block: 'start' });
    found?.focus({ preventScroll: true });
  }, [section]);
  return (
    <Sheet title={t('help.title')} lead={t('help.lead')} close={close}>
      <div className="help">
        <nav aria-label={t('help.contents')}>
          <button type="button" className="link" onClick={() => goTour(0)}>
            {t('tour.restart')}
          </button>
          <ul>
            {HELP_SECTIONS.map((one) => (
              <li key={one}>
                <button
                  type="button"
                  aria-current={one === section ? 'true' : undefined}
                  onClick={() => changeView({ help: one })}
                >
                  {t(`help.${one}.title`)}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className="methods">
          {HELP_SECTIONS.map((one) => (
            <Method key={one} section={one} asked={one === section} />
          ))}
        </div>
      </div>
    </Sheet>
  );
}
