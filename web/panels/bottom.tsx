import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS, type PageView } from '../state.ts';
import { Loading } from './answered.tsx';
import { Guard } from './notices.tsx';
import { States } from './list-states.tsx';

const Timeline = lazy(() => import('./timeline.tsx').then(({ Timeline }) => ({ default: Timeline })));

/** The bottom bar with the bars over time; folds away. */
export function Bottom({
  view,
  change,
  covered,
}: {
  view: PageView;
  change: (change: Partial<PageView>) => void;
  /** Something lies over it: neither the pointer nor the keyboard shall reach it. */
  covered: boolean;
}) {
  const t = useT();
  const [shown, setShown] = useState(true);
  // Under all filters but the dates, which it chooses.
  const query = useQuery(queries.facets({ ...filterOf(view), from: null, to: null }));
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
        <div tabIndex={-1}>
          <States
            query={query}
            isEmpty={({ months }) => months.length === 0}
            emptyText={t('timeline.none')}
            within={{ ...view, from: null, to: null }}
            rows={2}
            clear={() => change(NO_FILTERS)}
          >
            {(facets) => (
              <Guard>
                <Suspense fallback={<Loading rows={2} />}>
                  <Timeline view={view} facets={facets} change={change} />
                </Suspense>
              </Guard>
            )}
          </States>
        </div>
      ) : (
        <span className="timeline-name">{t('timeline.label')}</span>
      )}
    </section>
  );
}
