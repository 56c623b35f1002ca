import { ActionIcon, Button } from '@mantine/core';
import { IconX, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import type { Facets } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { number } from '../words.ts';
import { DayField } from './day-field.tsx';
import { binsOf, twelveMonthsBefore } from './timeline-bins.ts';
import { Chart } from './timeline-chart.tsx';
import { TimelineNotes } from './timeline-notes.tsx';
import { PlayControls } from './timeline-play.tsx';
import { usePlay } from './use-play.ts';

interface TimelineProps {
  readonly view: PageView;
  /** Under all filters but the dates. */
  readonly facets: Facets;
  readonly change: (change: Partial<PageView>) => void;
}
/** Seizures and voyages over time; chooses the dates for everything on the page. */
export function Timeline({ view, facets, change }: TimelineProps) {
  const t = useT();
  const [near, setNear] = useState(false);
  const play = usePlay(view, facets);
  const { from, to } = view;
  const dated = from !== null || to !== null;
  const zoomed = near && dated;
  const bins = binsOf(
    facets.months,
    zoomed ? (from ?? facets.firstDay) : facets.firstDay,
    zoomed ? (to ?? facets.lastDay) : facets.lastDay,
  );
  const max = (kind: 'seizures' | 'voyages') => number(Math.max(0, ...bins.bins.map((bin) => bin[kind])));
  const setDays = (next: { from: string | null; to: string | null }): void => {
    const swap = next.from !== null && next.to !== null && next.from > next.to;
    change(swap ? { from: next.to, to: next.from } : next);
  };
  return (
    <div className="timeline-body">
      <div className="timeline-tools">
        <DayField label={t('timeline.from')} value={from} set={(day) => setDays({ from: day, to })} />
        <DayField label={t('timeline.to')} value={to} set={(day) => setDays({ from, to: day })} />
        {/* Their room is kept: what stands beside them does not move when dates are chosen. */}
        <span className="timeline-dated">
          {dated && (
            <>
              <ActionIcon
                variant={zoomed ? 'light' : 'default'}
                size={24}
                aria-pressed={zoomed}
                aria-label={zoomed ? t('timeline.zoomOut') : t('timeline.zoomIn')}
                title={zoomed ? t('timeline.zoomOut') : t('timeline.zoomIn')}
                onClick={() => setNear(!near)}
              >
                {zoomed ? <IconZoomOut size={15} /> : <IconZoomIn size={15} />}
              </ActionIcon>
              <ActionIcon
                variant="default"
                size={24}
                aria-label={t('timeline.clear')}
                title={t('timeline.clear')}
                onClick={() => change({ from: null, to: null })}
              >
                <IconX size={15} />
              </ActionIcon>
            </>
          )}
        </span>
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            setNear(true);
            change({ from: twelveMonthsBefore(facets.lastDay), to: facets.lastDay });
          }}
        >
          {t('timeline.lastYear')}
        </Button>
        <PlayControls view={view} span={facets} play={play} change={change} />
      </div>
      <div className="timeline-chart">
        <div className="lane-names" aria-hidden="true">
          <span className="lane-name lane-seizures">
            {t('timeline.seizures')} <small>{t('timeline.max', { value: max('seizures') })}</small>
          </span>
          <span className="lane-name lane-voyages">
            {t('timeline.voyages')} <small>{t('timeline.max', { value: max('voyages') })}</small>
          </span>
        </div>
        <Chart view={view} bins={bins} change={change} play={play} />
      </div>
      <TimelineNotes view={view} facets={facets} unit={bins.unit} />
    </div>
  );
}
