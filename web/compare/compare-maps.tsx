import './compare-maps.css';
import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChevronDown, IconChevronUp, IconMap } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { ApiError, filterOf, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { Legend } from '../map/legend.tsx';
import { MapView, type MapData, type MapHandle } from '../map/map-view.tsx';
import { Failed, Loading } from '../panels/answered.tsx';
import { PartFailed } from '../panels/notices.tsx';
import { NO_FILTERS, type PageView } from '../state.ts';
import { COUNTED, MAP_COMPARED, type ComparedSide, type MapCompared } from '../state-tools.ts';
import { useLayers } from '../use-layers.ts';
import { ChangeLegend } from './change-legend.tsx';
import { changesOf } from './change.ts';
import { bothNetworks, bothShown, mostOf } from './merge.ts';
import { daysWords, trafficWords } from './told.ts';
import { keepTogether } from './together.ts';
import { isPart, trafficSeen } from './traffic-seen.ts';

interface CompareMapsProps {
  readonly mode: MapCompared;
  readonly view: PageView;
  readonly change: (change: Partial<PageView>) => void;
  /** The one map of the page is not there now. */
  readonly onShown: () => void;
}

/** The view with the days of one side. */
const sideView = (view: PageView, { from, to }: ComparedSide): PageView => ({ ...view, from, to });

/** How much of either period traffic is held of: of the data sets alone, for no country's voyages are all traffic. */
function useTraffic({ compare, dataSets }: PageView) {
  const query = useQuery(queries.facets({ ...NO_FILTERS, dataSets }));
  return { query, seen: useMemo(() => trafficSeen(query.data, compare), [query.data, compare]) };
}

/** Two maps that move as one; lines as wide for as many on both. */
function SideBySide({ view, change }: Pick<CompareMapsProps, 'view' | 'change'>) {
  const t = useT();
  const { compare } = view;
  const sides = [useLayers(sideView(view, compare.a)), useLayers(sideView(view, compare.b))] as const;
  const [a, b] = [sides[0].data, sides[1].data];
  // That there was no answer at all, the page says in one place.
  const { seen } = useTraffic(view);
  const part = (name: 'a' | 'b'): string | null =>
    seen && (isPart(seen.a) || isPart(seen.b)) ? trafficWords(t, seen[name]) : null;
  const failed = sides.some(({ error }) => error instanceof ApiError && error.status !== 0);
  const [maps, setMaps] = useState<{ a?: MapHandle; b?: MapHandle }>({});
  useEffect(() => (maps.a && maps.b ? keepTogether(maps.a.map, maps.b.map) : undefined), [maps]);
  const shown = useMemo(() => {
    const most = mostOf([a.network, b.network]);
    const scaled = (data: MapData): MapData => ({
      ...data,
      network: data.network && { ...data.network, most },
    });
    return { a: scaled(a), b: scaled(b), legend: scaled(bothShown(a, b)) };
  }, [a, b]);
  return (
    <>
      <div className="compare-two">
        {(['a', 'b'] as const).map((name) => (
          <section key={name} aria-label={`${t(`compare.side.${name}`)}: ${daysWords(t, compare[name])}`}>
            <MapView
              data={shown[name]}
              view={sideView(view, compare[name])}
              label={`${t(`compare.side.${name}`)}: ${daysWords(t, compare[name])}. ${t('map.label')}`}
              onView={change}
              onReady={(map) => setMaps((known) => ({ ...known, [name]: map }))}
            />
            <p className="compare-caption" aria-hidden="true">
              <b>{t(`compare.side.${name}`)}</b> {daysWords(t, compare[name])}
            </p>
            {part(name) !== null && <p className="compare-traffic">{part(name)}</p>}
          </section>
        ))}
      </div>
      {failed && (
        <div className="stage-notices">
          <PartFailed retry={() => sides.forEach(({ retry }) => retry())} />
        </div>
      )}
      {/* Open it would cover half of one of the two. */}
      <FoldingLegend title={t('legend.title')} first={false}>
        <p className="dim">{t('compareMap.sameScale')}</p>
        <Legend view={view} data={shown.legend} />
      </FoldingLegend>
    </>
  );
}

/** One map of what changed on each leg. */
function Difference({ view, change }: Pick<CompareMapsProps, 'view' | 'change'>) {
  const { compare } = view;
  const filter = filterOf(view);
  const a = useQuery(queries.network({ ...filter, from: compare.a.from, to: compare.a.to }));
  const b = useQuery(queries.network({ ...filter, from: compare.b.from, to: compare.b.to }));
  // Where nothing is held there is no difference either; of which countries, no days or filter decide.
  const nothing = useQuery(queries.noData());
  const t = useT();
  const { data: inA } = a;
  const { data: inB } = b;
  const { counted } = compare;
  const { query: whole, seen } = useTraffic(view);
  const [effortA, effortB] = [compare.a.effort, compare.b.effort];
  const data = useMemo((): MapData | null => {
    if (!inA || !inB || (counted === 'voyage' && !seen)) return null;
    const stated = effortA === null || effortB === null ? null : ([effortA, effortB] as const);
    const effort = stated ?? (counted === 'voyage' && seen ? [seen.a.days, seen.b.days] : null);
    return {
      network: bothNetworks(inA, inB),
      routes: undefined,
      seizures: undefined,
      hotspots: undefined,
      noData: nothing.data,
      selected: null,
      // Where there was no traffic on one side there is nothing to hold the other against.
      change: effort?.includes(0) ? [] : changesOf(inA, inB, counted, effort),
    };
  }, [inA, inB, counted, effortA, effortB, seen, nothing.data]);
  const shown = useMemo((): PageView => ({ ...view, layers: ['ports'], communities: false }), [view]);
  const failed = [a, b, whole, nothing].filter(({ error }) => error !== null);
  const error = failed[0]?.error;
  if (error) return <Failed error={error} retry={() => failed.forEach((one) => void one.refetch())} />;
  if (!data) return <Loading rows={4} />;
  return (
    <>
      <MapView data={data} view={shown} onView={change} />
      <FoldingLegend title={t('legend.title')} first>
        <ChangeLegend changes={data.change ?? []} compare={compare} seen={seen} theme={view.theme} />
        <Legend view={shown} data={data} />
      </FoldingLegend>
    </>
  );
}

function FoldingLegend({ title, first, children }: { title: string; first: boolean; children: ReactNode }) {
  const [shown, setShown] = useState(first && window.innerWidth >= 1240);
  const Icon = shown ? IconChevronDown : IconChevronUp;
  return (
    <div className="stage-legend compare-legend">
      <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <h2>{title}</h2>
        <Icon size={14} aria-hidden="true" />
      </button>
      {shown && (
        <div className="legend-box" tabIndex={0}>
          {children}
        </div>
      )}
    </div>
  );
}

/** The two periods of the comparison on the map, instead of the days of the timeline. */
export function CompareMaps({ mode, view, change, onShown }: CompareMapsProps) {
  const t = useT();
  const { compare } = view;
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(onShown, []);
  const Shown = mode === 'side' ? SideBySide : Difference;
  return (
    <div className="compare-maps">
      <div className="compare-bar" role="group" aria-label={t('compareMap.label')}>
        <p>
          <b>{t('compare.side.a')}</b> {daysWords(t, compare.a)} <b>{t('compare.side.b')}</b>{' '}
          {daysWords(t, compare.b)}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={t('compareMap.how')}
          value={mode}
          onChange={(onMap: MapCompared) => change({ compare: { ...compare, onMap } })}
          data={MAP_COMPARED.map((value) => ({ value, label: t(`compareMap.mode.${value}`) }))}
        />
        {mode === 'diff' && (
          <SegmentedControl
            size="xs"
            aria-label={t('compareMap.counted')}
            value={compare.counted}
            onChange={(counted) => change({ compare: { ...compare, counted } })}
            data={COUNTED.map((value) => ({ value, label: t(`compareMap.of.${value}`) }))}
          />
        )}
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconMap size={15} aria-hidden="true" />}
          onClick={() => change({ compare: { ...compare, onMap: null } })}
        >
          {t('compareMap.back')}
        </Button>
      </div>
      <div className="compare-stage">
        <Shown view={view} change={change} />
      </div>
    </div>
  );
}
