import { IconHelp } from '@tabler/icons-react';
import { useT } from '../i18n/index.ts';
import type { HelpSection } from '../state-page.ts';
import { changeView } from '../use-view.ts';

/** Opens the section of the help that explains the block it stands in. */
export function HelpLink({ section }: { section: HelpSection }) {
  const t = useT();
  return (
    <button
      type="button"
      className="link help-link"
      onClick={() => changeView({ page: 'help', help: section })}
    >
      <IconHelp size={14} aria-hidden="true" />
      {t('support.read')}
      <span className="visually-hidden">{t(`help.${section}.title`)}</span>
    </button>
  );
}
