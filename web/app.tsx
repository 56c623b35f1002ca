import { ActionIcon } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { ApiError } from './api.ts';
import { useLanguage, useT } from './i18n/index.ts';
import { saveMapImage } from './map-image.ts';
import { Legend } from './map/legend.tsx';
import { MapView, type MapHandle } from './map/map-view.tsx';
import { Bottom } from './panels/bottom.tsx';
import { Header } from './panels/header.tsx';
import { Layers } from './panels/layers.tsx';
import { Guard, Notice } from './panels/notices.tsx';
import { Failed, Loading } from './panels/parts.tsx';
import { Search } from './panels/search.tsx';
import { boundsOf } from './selected.ts';
import { MAP_ONLY } from './state-page.ts';
import type { PageView } from './state.ts';
import { useLayers } from './use-layers.ts';
import { rememberLanguage, useLanguageOf } from './use-language.ts';
import { useOpening } from './use-opening.ts';
import { dismissProblems, useView } from './use-view.ts';

const Side = lazy(() => import('./panels/side.tsx').then(({ Side }) => ({ default: Side })));
const Help = lazy(() => import('./panels/help.tsx').then(({ Help }) => ({ default: Help })));
const Runs = lazy(() => import('./panels/runs.tsx').then(({ Runs }) => ({ default: Runs })));
const Details = lazy(() => import('./panels/details.tsx').then(({ Details }) => ({ default: Details })));

/** Tables of many columns have more room, where there is any. */
const isWide = (list: PageView['list']): boolean => list === 'places' || list === 'compare';

/** The page: header, lists, map, details and timeline around one view. */
export function App() {
  const t = useT();
  const language = useLanguage();
  const { view, problems, change } = useView();
  const { data, facets, overTime, run, error, retry } = useLayers(view);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [side, setSide] = useState(true);
  const [legendChosen, setLegend] = useState<boolean | null>(null);
  // Beside an open panel, or on a small screen, the map needs the room more.
  const legend = legendChosen ?? (window.innerWidth >= 1240 && view.selection === null && !isWide(view.list));
  const [drawing, setDrawing] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);

  const bounds = useMemo(() => data.selected && boundsOf(data.selected), [data.selected]);
  const fit = useMemo(() => (map && bounds ? () => map.fitTo(bounds) : null), [map, bounds]);
  const { open, close, show } = useOpening(view, change, fit);
  const over = view.page !== 'map';

  useLanguageOf(view.language, () => setNotice(t('notice.language')));
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
    <div
      className={`page${side ? (isWide(view.list) ? ' page-wide' : '') : ' page-no-side'}${view.selection ? ' page-details' : ''}`}
    >
      <a className="skip" href="#lists">
        {t('app.skip')}
      </a>
      <Header
        facets={facets}
        run={run}
        theme={view.theme}
        onTheme={(theme) => change({ theme })}
        onLanguage={(language) => {
          rememberLanguage(language);
          change({ language });
        }}
        onImage={map && image}
        drawing={drawing}
        onLinkFailed={() => setNotice(t('header.linkFailed'))}
        onPage={(page) => change({ ...MAP_ONLY, page: view.page === page ? 'map' : page })}
        search={<Search routes={data.routes} open={open} />}
      />
      <section className="side" id="lists" aria-label={t('tabs.label')} hidden={!side}>
        <Guard>
          <Suspense fallback={<Loading rows={10} />}>
            <Side view={view} facets={facets} change={change} open={open} show={show} />
          </Suspense>
        </Guard>
      </section>
      <main className="stage" inert={over}>
        <Guard>
          {/* The map names its controls once, when it is made. */}
          <MapView key={language} data={data} view={view} onView={change} onReady={setMap} />
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
          <Layers layers={view.layers} communities={view.communities} set={change} />
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
      <Bottom view={view} facets={overTime} change={change} covered={over} />
      {over && (
        <Guard key={view.page}>
          <Suspense fallback={<main className="sheet" />}>
            {view.page === 'help' ? (
              <Help section={view.help} close={() => change(MAP_ONLY)} />
            ) : (
              <Runs view={view} change={change} open={open} close={() => change(MAP_ONLY)} />
            )}
          </Suspense>
        </Guard>
      )}
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
