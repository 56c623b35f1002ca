import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Facets } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { isDay, type PageView } from '../state.ts';
import { number } from '../words.ts';
import { binsOf, twelveMonthsBefore } from './timeline-bins.ts';
import { Chart } from './timeline-chart.tsx';

interface TimelineProps {
  readonly view: PageView;
  /** Under all filters but the dates. */
  readonly facets: Facets;
  readonly change: (change: Partial<PageView>) => void;
}
/** While a year is typed digit by digit, the field holds the years 0002, 0020 and 0202. */
const EARLIEST_DAY = '1900-01-01';

/** One day of the filter as a field; half a day changes nothing, and an emptied field takes the limit away. */
function DayField(props: { label: string; value: string | null; set(day: string | null): void }) {
  const input = useRef<HTMLInputElement>(null);
  const shown = props.value ?? '';
  useEffect(() => {
    // What Back, the brush or a link put there; not while it says the same, or typing would lose its place.
    if (input.current && input.current.value !== shown) input.current.value = shown;
  }, [shown]);
  const take = (day: string): void => {
    if (day !== shown && isDay(day) && day >= EARLIEST_DAY) props.set(day);
  };
  return (
    <label className="day-field">
      <span>{props.label}</span>
      <input
        ref={input}
        type="date"
        defaultValue={shown}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={(event) => event.currentTarget.value === '' && shown !== '' && props.set(null)}
      />
    </label>
  );
}

/** Seizures and voyages over time; chooses the dates for everything on the page. */
export function Timeline({ view, facets, change }: TimelineProps) {
  const t = useT();
  const [near, setNear] = useState(false);
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
        {dated && (
          <>
            <Button variant="default" size="compact-xs" aria-pressed={zoomed} onClick={() => setNear(!near)}>
              {zoomed ? t('timeline.zoomOut') : t('timeline.zoomIn')}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => change({ from: null, to: null })}>
              {t('timeline.clear')}
            </Button>
          </>
        )}
        <span className="timeline-note">
          {bins.unit === 'year' ? t('timeline.byYear') : t('timeline.byMonth')}
        </span>
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
        <Chart view={view} bins={bins} change={change} />
      </div>
    </div>
  );
}
