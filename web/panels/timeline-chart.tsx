import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { dateFormat } from '../../shared/formats.ts';
import { locale, useT } from '../i18n/index.ts';
import type { PageView } from '../state.ts';
import { binWords, dayWords, spanWords } from '../words.ts';
import { placeOf, type Bin, type Bins } from './timeline-bins.ts';
import type { usePlay } from './use-play.ts';

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
  const format = dateFormat(locale(), {
    month: 'short',
    ...(named ? { year: 'numeric' } : {}),
  });
  return format.format(Date.parse(bin.start));
}

/** Half of what a year or a month with its year takes, px: as near to an edge the middle of one may stand. */
const HALF = { year: 14, month: 27 };

function Axis({ bins, step }: { bins: Bins; step: number }) {
  const half = HALF[bins.unit];
  const last = Math.max(half, bins.bins.length * step - half);
  const every = Math.max(1, Math.ceil((bins.unit === 'year' ? 40 : 58) / Math.max(step, 0.01)));
  return bins.bins.map((bin, at) =>
    at % every === 0 ? (
      <text
        key={bin.start}
        className="axis"
        x={Math.min(last, Math.max(half, at * step + step / 2))}
        y={HEIGHT - 4}
        textAnchor="middle"
      >
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

interface ChartProps {
  readonly view: PageView;
  readonly bins: Bins;
  readonly change: (change: Partial<PageView>) => void;
  readonly play: ReturnType<typeof usePlay>;
}

/** The bars, and the brush over them. */
export function Chart({ view, bins, change, play }: ChartProps) {
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
  const onKeyDown = (event: KeyboardEvent): void => {
    const keys: Record<string, () => void> = {
      ArrowLeft: () => play.step(event.shiftKey ? -12 : -1),
      ArrowRight: () => play.step(event.shiftKey ? 12 : 1),
      ' ': () => (play.pace === null ? play.start('normal') : play.stop()),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const now =
    view.from !== null && view.to !== null
      ? spanWords(t, view.from, view.to)
      : view.to !== null
        ? t('play.until', { day: dayWords(view.to) })
        : view.from !== null
          ? t('image.from', { from: dayWords(view.from) })
          : t('image.allDates');
  return (
    <div
      className="chart"
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={t('play.slider')}
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={Math.round(right / Math.max(step, 0.01))}
      aria-valuetext={now}
      onKeyDown={onKeyDown}
    >
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
          // Within one bar nothing changes, and nothing is drawn anew.
          if (drag && drag.to !== at) setDrag({ from: drag.from, to: at });
        }}
        onPointerUp={() => {
          if (drag) change(days(drag));
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
        onPointerLeave={() => setHover(null)}
      >
        {(chosen.from !== null || chosen.to !== null) && (
          <rect
            className={play.pace === null ? 'brush' : 'brush brush-moving'}
            x={left}
            width={Math.max(2, right - left)}
            y={0}
            height={HEIGHT - AXIS}
          />
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
            seizures: t('details.seizures', { count: pointed.seizures }),
            voyages: t('details.voyages', { count: pointed.voyages }),
          })}
        </span>
      )}
    </div>
  );
}
