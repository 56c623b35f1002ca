import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Facets } from '../../shared/api.ts';
import { locale, useT } from '../i18n/index.ts';
import { isDay, type PageView } from '../state.ts';
import { binWords, dayWords, number } from '../words.ts';
import { binsOf, placeOf, twelveMonthsBefore, type Bin, type Bins } from './timeline-bins.ts';

interface TimelineProps {
  readonly view: PageView;
  /** Under all filters but the dates. */
  readonly facets: Facets;
  readonly change: (change: Partial<PageView>) => void;
}

const LANE = 30;
const GAP = 6;
const AXIS = 18;
const HEIGHT = 2 * LANE + GAP + AXIS;

/** One row of bars on its own scale, its largest value written beside it. */
function Lane(props: {
  bins: readonly Bin[];
  kind: 'seizures' | 'voyages';
  top: number;
  step: number;
  inside(bin: Bin): boolean;
}) {
  const max = Math.max(1, ...props.bins.map((bin) => bin[props.kind]));
  const gap = props.step > 6 ? 2 : 0.5;
  return props.bins.map((bin, at) => {
    const value = bin[props.kind];
    // A bar that is there can be seen, however small beside the largest.
    const height = value === 0 ? 0 : Math.max(1.5, (value / max) * LANE);
    return (
      <rect
        key={bin.start}
        className={`bar bar-${props.kind}${props.inside(bin) ? '' : ' bar-out'}`}
        x={at * props.step + gap / 2}
        width={Math.max(0.5, props.step - gap)}
        y={props.top + LANE - height}
        height={height}
      />
    );
  });
}

/** A bar's name under it: the year, or the month with the year where one begins. */
function tickWords(bin: Bin, unit: Bins['unit'], first: boolean): string {
  if (unit === 'year') return bin.start.slice(0, 4);
  const named = first || bin.start.slice(5, 7) === '01';
  const format = new Intl.DateTimeFormat(locale(), {
    month: 'short',
    ...(named ? { year: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  return format.format(Date.parse(bin.start));
}

function Axis({ bins, step }: { bins: Bins; step: number }) {
  const every = Math.max(1, Math.ceil((bins.unit === 'year' ? 40 : 58) / Math.max(step, 0.01)));
  return bins.bins.map((bin, at) =>
    at % every === 0 ? (
      <text key={bin.start} className="axis" x={at * step + step / 2} y={HEIGHT - 4} textAnchor="middle">
        {tickWords(bin, bins.unit, at === 0)}
      </text>
    ) : null,
  );
}

/** The width of an element, px: known before the first paint, and kept. */
function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

type Drag = { readonly from: number; readonly to: number } | null;

/** The bars, and the brush over them. */
function Chart({ view, bins, change }: { view: PageView; bins: Bins; change: TimelineProps['change'] }) {
  const t = useT();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const [drag, setDrag] = useState<Drag>(null);
  const [hover, setHover] = useState<number | null>(null);
  const count = bins.bins.length;
  const step = width / Math.max(1, count);
  const indexAt = (event: PointerEvent<SVGSVGElement>): number => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return Math.max(0, Math.min(count - 1, Math.floor(x / Math.max(step, 0.01))));
  };
  const days = (some: { from: number; to: number }) => ({
    from: bins.bins[Math.min(some.from, some.to)]?.start ?? null,
    to: bins.bins[Math.max(some.from, some.to)]?.end ?? null,
  });
  const chosen = drag ? days(drag) : { from: view.from, to: view.to };
  const inside = (bin: Bin): boolean =>
    (chosen.from === null || bin.end >= chosen.from) && (chosen.to === null || bin.start <= chosen.to);
  const left = chosen.from === null ? 0 : placeOf(bins.bins, chosen.from) * step;
  const right = chosen.to === null ? width : Math.min(width, placeOf(bins.bins, chosen.to) * step + 1);
  const first = bins.bins[0];
  const last = bins.bins[count - 1];
  const pointed = hover === null ? undefined : bins.bins[hover];
  return (
    <div className="chart" ref={ref}>
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={
          first && last ? t('timeline.chart', { from: dayWords(first.start), to: dayWords(last.end) }) : ''
        }
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: indexAt(event), to: indexAt(event) });
        }}
        onPointerMove={(event) => {
          const at = indexAt(event);
          setHover(at);
          if (drag) setDrag({ from: drag.from, to: at });
        }}
        onPointerUp={() => {
          if (drag) change(days(drag));
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setHover(null)}
      >
        {(chosen.from !== null || chosen.to !== null) && (
          <rect className="brush" x={left} width={Math.max(2, right - left)} y={0} height={HEIGHT - AXIS} />
        )}
        {hover !== null && (
          <rect className="pointed" x={hover * step} width={step} y={0} height={HEIGHT - AXIS} />
        )}
        <Lane bins={bins.bins} kind="seizures" top={0} step={step} inside={inside} />
        <line className="base" x1={0} x2={width} y1={LANE + 0.5} y2={LANE + 0.5} />
        <Lane bins={bins.bins} kind="voyages" top={LANE + GAP} step={step} inside={inside} />
        <line className="base" x1={0} x2={width} y1={HEIGHT - AXIS + 0.5} y2={HEIGHT - AXIS + 0.5} />
        <Axis bins={bins} step={step} />
      </svg>
      {pointed && (
        <span
          className="chart-tip"
          style={{ left: Math.min(Math.max((hover ?? 0) * step, 110), width - 110) }}
        >
          {t('timeline.bar', {
            when: binWords(pointed.start, bins.unit),
            seizures: number(pointed.seizures),
            voyages: number(pointed.voyages),
          })}
        </span>
      )}
    </div>
  );
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
