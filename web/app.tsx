import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import {
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Facets } from '../shared/api.ts';
import { ApiError, filterOf, queries } from './api.ts';
import { useT } from './i18n/index.ts';
import { Legend } from './map/legend.tsx';
import { MapView, type MapHandle } from './map/map-view.tsx';
import { saveMapImage } from './map-image.ts';
import { Header } from './panels/header.tsx';
import { Layers } from './panels/layers.tsx';
import { Guard, Notice } from './panels/notices.tsx';
import { Failed, Loading } from './panels/parts.tsx';
import { Search } from './panels/search.tsx';
import { boundsOf, useSelected } from './selected.ts';
import { NO_FILTERS, type PageView, type Selection } from './state.ts';
import { dismissProblems, useView } from './use-view.ts';

const Side = lazy(() => import('./panels/side.tsx').then(({ Side }) => ({ default: Side })));
const Details = lazy(() => import('./panels/details.tsx').then(({ Details }) => ({ default: Details })));
const Timeline = lazy(() => import('./panels/timeline.tsx').then(({ Timeline }) => ({ default: Timeline })));

/** All that the layers of the map show, each as it comes; and whether the server answers at all. */
function useLayers(view: PageView) {
  const filter = filterOf(view);
  const facets = useQuery(queries.facets(NO_FILTERS));
  const overTime = useQuery(queries.facets({ ...filter, from: null, to: null }));
  const run = useQuery(queries.runs());
  const network = useQuery(queries.network(filter));
  const routes = useQuery(queries.routes(filter, view.level));
  const seizures = useQuery(queries.seizures(filter));
  const hotspots = useQuery(queries.hotspots(filter));
  const selected = useSelected(view, hotspots.data);
  const data = useMemo(
    () => ({
      network: network.data,
      routes: routes.data,
      seizures: seizures.data,
      hotspots: hotspots.data,
      selected,
    }),
    [network.data, routes.data, seizures.data, hotspots.data, selected],
  );
  const all = [facets, overTime, run, network, routes, seizures, hotspots];
  return {
    data,
    facets: facets.data,
    overTime: overTime.data,
    run: run.data?.items[0],
    error: all.find((query) => query.error)?.error ?? null,
    retry: () => all.forEach((query) => query.error && void query.refetch()),
  };
}

/** Opens things and closes them, moving the map and the focus along. */
function useOpening(
  view: PageView,
  change: (change: Partial<PageView>) => void,
  fit: (() => void) | null,
  ready: boolean,
) {
  const opener = useRef<Element | null>(null);
  const [fitting, setFitting] = useState(false);
  const open = useCallback(
    (selection: Selection) => {
      if (!document.activeElement?.closest('.details')) opener.current = document.activeElement;
      setFitting(true);
      change({ selection });
    },
    [change],
  );
  const close = useCallback(() => {
    setFitting(false);
    change({ selection: null });
    window.setTimeout(() => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    });
  }, [change]);
  useEffect(() => {
    if (!fitting || !ready || fit === null) return;
    setFitting(false);
    fit();
  }, [fitting, ready, fit]);
  useHotkeys([['Escape', () => view.selection !== null && close()]]);
  return { open, close };
}

/** The bottom bar with the bars over time; folds away. */
function Bottom({
  view,
  facets,
  change,
}: {
  view: PageView;
  facets: Facets | undefined;
  change: (change: Partial<PageView>) => void;
}) {
  const t = useT();
  const [shown, setShown] = useState(true);
  const Icon = shown ? IconChevronDown : IconChevronUp;
  return (
    <section className={shown ? 'timeline' : 'timeline timeline-folded'} aria-label={t('timeline.label')}>
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

/** The page: header, lists, map, details and timeline around one view. */
export function App() {
  const t = useT();
  const { view, problems, change } = useView();
  const { data, facets, overTime, run, error, retry } = useLayers(view);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [side, setSide] = useState(true);
  const [legendChosen, setLegend] = useState<boolean | null>(null);
  // Beside an open panel, or on a small screen, the map needs the room more.
  const legend = legendChosen ?? (window.innerWidth >= 1240 && view.selection === null);
  const [drawing, setDrawing] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);

  const bounds = data.selected && boundsOf(data.selected);
  const fit = useMemo(
    () => (map && bounds ? () => map.fitTo(bounds) : null),
    // The bounds are a fresh array at each render; their text is what changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [map, JSON.stringify(bounds)],
  );
  const { open, close } = useOpening(view, change, fit, data.selected !== null);

  useEffect(() => {
    document.title = t('app.title');
  }, [t]);

  const image = (): void => {
    if (!map) return;
    setDrawing(true);
    saveMapImage(map, { view, facets, run, t })
      .catch((why: unknown) =>
        setNotice(t('header.imageFailed', { why: why instanceof Error ? why.message : String(why) })),
      )
      .finally(() => setDrawing(false));
  };
  const badLink = problems.map(({ part, value }) => t(`address.${part}`, { value })).join(', ');

  return (
    <div className={`page${side ? '' : ' page-no-side'}${view.selection ? ' page-details' : ''}`}>
      <a className="skip" href="#lists">
        {t('app.skip')}
      </a>
      <Header
        facets={facets}
        run={run}
        theme={view.theme}
        onTheme={(theme) => change({ theme })}
        onImage={map && image}
        drawing={drawing}
        onLinkFailed={() => setNotice(t('header.linkFailed'))}
        search={<Search routes={data.routes} open={open} />}
      />
      <section className="side" id="lists" aria-label={t('tabs.label')} hidden={!side}>
        <Guard>
          <Suspense fallback={<Loading rows={10} />}>
            <Side view={view} facets={facets} change={change} open={open} />
          </Suspense>
        </Guard>
      </section>
      <main className="stage">
        <Guard>
          <MapView data={data} view={view} onView={change} onReady={setMap} />
        </Guard>
        <div className="stage-top">
          <ActionIcon
            className="side-fold"
            variant="default"
            size={30}
            aria-expanded={side}
            aria-controls="lists"
            aria-label={side ? t('panel.hide') : t('panel.show')}
            title={side ? t('panel.hide') : t('panel.show')}
            onClick={() => setSide(!side)}
          >
            {side ? <IconLayoutSidebarLeftCollapse size={17} /> : <IconLayoutSidebarLeftExpand size={17} />}
          </ActionIcon>
          <Layers layers={view.layers} set={(layers) => change({ layers })} />
        </div>
        <div className="stage-notices">
          {problems.length > 0 && (
            <Notice text={t('notice.link', { parts: badLink })} dismiss={dismissProblems} />
          )}
          {notice !== null && <Notice text={notice} dismiss={() => setNotice(null)} />}
        </div>
        {error instanceof ApiError && (
          <div className="stage-error">
            <Failed error={error} retry={retry} />
          </div>
        )}
        <div className="stage-legend">
          <button type="button" aria-expanded={legend} onClick={() => setLegend(!legend)}>
            <h2>{t('legend.title')}</h2>
            {legend ? (
              <IconChevronDown size={14} aria-hidden="true" />
            ) : (
              <IconChevronUp size={14} aria-hidden="true" />
            )}
          </button>
          {legend && (
            <div className="legend-box" tabIndex={0}>
              <Legend view={view} data={data} />
            </div>
          )}
        </div>
      </main>
      <Bottom view={view} facets={overTime} change={change} />
      {view.selection && (
        <Guard key={view.selection.kind}>
          <Suspense fallback={<aside className="details" />}>
            <Details view={view} selection={view.selection} open={open} close={close} />
          </Suspense>
        </Guard>
      )}
    </div>
  );
}
