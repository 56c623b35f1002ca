import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Facets } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { Loading } from './parts.tsx';

const Timeline = lazy(() => import('./timeline.tsx').then(({ Timeline }) => ({ default: Timeline })));

/** The bottom bar with the bars over time; folds away. */
export function Bottom({
  view,
  facets,
  change,
  covered,
}: {
  view: PageView;
  facets: Facets | undefined;
  change: (change: Partial<PageView>) => void;
  /** Something lies over it: neither the pointer nor the keyboard shall reach it. */
  covered: boolean;
}) {
  const t = useT();
  const [shown, setShown] = useState(true);
  const Icon = shown ? IconChevronDown : IconChevronUp;
  return (
    <section
      className={shown ? 'timeline' : 'timeline timeline-folded'}
      aria-label={t('timeline.label')}
      inert={covered}
    >
      <ActionIcon
        className="timeline-fold"
        variant="subtle"
        color="gray"
        size="sm"
        aria-expanded={shown}
        aria-label={shown ? t('panel.timelineHide') : t('panel.timelineShow')}
        onClick={() => setShown(!shown)}
      >
        <Icon size={16} />
      </ActionIcon>
      {shown ? (
        facets ? (
          <Suspense fallback={<Loading rows={1} />}>
            <Timeline view={view} facets={facets} change={change} />
          </Suspense>
        ) : (
          <Loading rows={2} />
        )
      ) : (
        <span className="timeline-name">{t('timeline.label')}</span>
      )}
    </section>
  );
}
