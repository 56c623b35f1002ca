import { ActionIcon } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useReducer, useState } from 'react';
import { ApiError } from './api.ts';
import { useLanguage, useT } from './i18n/index.ts';
import { drawTools } from './map/derive-tools.ts';
import { mapCompared } from './compare/told.ts';
import { Legend } from './map/legend.tsx';
import { MapView, type MapHandle } from './map/map-view.tsx';
import { Bottom } from './panels/bottom.tsx';
import { Header } from './panels/header.tsx';
import { back, MapTools, startMeasuring } from './panels/map-tools.tsx';
import { Layers } from './panels/layers.tsx';
import { Guard, LoadingSaid, Notice, PartFailed, UndoNotice } from './panels/notices.tsx';
import { Loading } from './panels/answered.tsx';
import type { PaletteProps } from './panels/palette.tsx';
import type { PageAction } from './panels/palette-entries.ts';
import { ServerGone } from './panels/server-gone.tsx';
import { TourOffer } from './panels/tour-offer.tsx';
import { Search } from './panels/search.tsx';
import { anchorOf } from './anchor.ts';
import { Overlay } from './map/overlay.tsx';
import { useNotes } from './notes.ts';
import { pinsOf } from './pins.ts';
import { boundsOf } from './selected.ts';
import { MAP_ONLY } from './state-page.ts';
import type { PageView } from './state.ts';
import { useCoordinateStyle } from './coordinates.ts';
import { bearingWords, distanceWords, positionWords } from './words.ts';
import { goTour, useTour } from './tour.ts';
import { useLayers } from './use-layers.ts';
import { rememberLanguage, useLanguageOf } from './use-language.ts';
import { useOpening } from './use-opening.ts';
import { dismissProblems, redo, useView } from './use-view.ts';

const Export = lazy(() => import('./panels/export.tsx').then(({ Export }) => ({ default: Export })));
const Figures = lazy(() => import('./panels/figures.tsx').then(({ Figures }) => ({ default: Figures })));
const Import = lazy(() => import('./panels/import.tsx').then(({ Import }) => ({ default: Import })));
const Side = lazy(() => import('./panels/side.tsx').then(({ Side }) => ({ default: Side })));
const Help = lazy(() => import('./panels/help.tsx').then(({ Help }) => ({ default: Help })));
const Runs = lazy(() => import('./panels/runs.tsx').then(({ Runs }) => ({ default: Runs })));
const ToolPanel = lazy(() =>
  import('./panels/tool-panel.tsx').then(({ ToolPanel }) => ({ default: ToolPanel })),
);
const CompareMaps = lazy(() =>
  import('./compare/compare-maps.tsx').then(({ CompareMaps }) => ({ default: CompareMaps })),
);
const Tour = lazy(() => import('./panels/tour.tsx').then(({ Tour }) => ({ default: Tour })));
const Details = lazy(() => import('./panels/details.tsx').then(({ Details }) => ({ default: Details })));

/** Tables of many columns have more room, where there is any. */
const isWide = (list: PageView['list']): boolean =>
  list === 'places' || list === 'graph' || list === 'compare';

/** The page: header, lists, map, details and timeline around one view. */
export function App() {
  const t = useT();
  const language = useLanguage();
  const { view, problems, change } = useView();
  const [drawn, setDrawn] = useReducer(() => true, false);
  const { data, coming, facets, run, error, retry } = useLayers(view, drawn);
  const [map, setMap] = useState<MapHandle | null>(null);
  const [side, setSide] = useState(true);
  const [legendChosen, setLegend] = useState<boolean | null>(null);
  // Beside an open panel, or on a small screen, the map needs the room more.
  const legend =
    legendChosen ??
    (window.innerWidth >= 1240 && view.selection === null && view.tool === null && !isWide(view.list));
  const [exporting, setExporting] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);

  const bounds = useMemo(() => data.selected && boundsOf(data.selected), [data.selected]);
  const fit = useMemo(() => (map && bounds ? () => map.fitTo(bounds) : null), [map, bounds]);
  const { open, close, show } = useOpening(view, change, fit);
  const { area, measure, rings } = view;
  const tools = useMemo(
    () =>
      drawTools(
        { area, measure, rings },
        {
          part: ({ km, bearingDeg }) => `${distanceWords(t, km)}  ${bearingWords(bearingDeg)}`,
          ring: (nm) => t('rings.label', { nm }),
        },
      ),
    [area, measure, rings, t],
  );
  const notes = useNotes().data?.items;
  const pins = useMemo(
    () => (view.pins && notes ? pinsOf(notes, { open, change }) : []),
    [view.pins, notes, open, change],
  );
  const anchor = data.selected && anchorOf(data.selected);
  // A panel that shows where positions are draws anew when they are written otherwise.
  useCoordinateStyle();
  const over = view.page !== 'map';
  const compared = mapCompared(view.compare);
  const tour = useTour();

  useLanguageOf(view.language, () => setNotice(t('notice.language')));
  useEffect(() => {
    document.title = t('app.title');
  }, [t]);

  const actions: Record<PageAction, () => void> = {
    export: () => setExporting(true),
    copyLink: () => {
      // Browsers give the clipboard to secure addresses only; over plain HTTP on a network there is none.
      const copied = window.isSecureContext
        ? navigator.clipboard.writeText(window.location.href)
        : Promise.reject(new Error('no clipboard'));
      copied.then(
        () => setNotice(t('header.linkDone')),
        () => setNotice(t('header.linkFailed')),
      );
    },
    undo: back,
    redo,
    measure: () => {
      change(MAP_ONLY);
      startMeasuring(change);
    },
    tour: () => goTour(0),
  };
  const act: PaletteProps['act'] = (chosen) => {
    if ('run' in chosen) {
      actions[chosen.run]();
      return;
    }
    if ('open' in chosen) {
      open(chosen.open);
      return;
    }
    if (chosen.change.list) setSide(true);
    if (chosen.change.language) rememberLanguage(chosen.change.language);
    change(chosen.change);
  };
  const badLink = problems.map(({ part, value }) => t(`address.${part}`, { value })).join(', ');

  return (
    <div
      className={`page${side ? (isWide(view.list) && !compared ? ' page-wide' : '') : ' page-no-side'}${view.selection || view.tool ? ' page-details' : ''}`}
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
        onExport={() => setExporting(true)}
        onLinkFailed={() => setNotice(t('header.linkFailed'))}
        onPage={(page) => change({ ...MAP_ONLY, page: view.page === page ? 'map' : page })}
        search={<Search view={view} facets={facets} routes={data.routes} act={act} />}
      />
      <section className="side" id="lists" aria-label={t('tabs.label')} hidden={!side}>
        <Guard>
          <Suspense fallback={<Loading rows={10} />}>
            <Side view={view} change={change} open={open} show={show} />
          </Suspense>
        </Guard>
      </section>
      <main className={compared ? 'stage stage-compared' : 'stage'} tabIndex={-1} inert={over}>
        <Guard>
          {/* The map names its controls once, when it is made. */}
          {compared ? (
            <Suspense fallback={<Loading rows={4} />}>
              <CompareMaps
                key={`${language} ${compared}`}
                mode={compared}
                view={view}
                change={change}
                onShown={() => setMap(null)}
              />
            </Suspense>
          ) : (
            <MapView
              key={language}
              data={{ ...data, tools }}
              coming={coming}
              view={view}
              onView={(part) => change(part.selection ? { ...part, tool: null } : part)}
              onReady={setMap}
              onDrawn={setDrawn}
            />
          )}
          {map && !compared && (
            <Overlay
              map={map}
              pins={pins}
              listAll={() => {
                setSide(true);
                change({ list: 'notes' });
              }}
              measured={view.measure.at(-1)}
            />
          )}
        </Guard>
        <div className="stage-top">
          <div className="stage-left">
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
            <MapTools view={view} change={change} />
          </div>
          <Layers layers={view.layers} communities={view.communities} set={change} />
        </div>
        <div className="stage-notices">
          {problems.length > 0 && (
            <Notice text={t('notice.link', { parts: badLink })} dismiss={dismissProblems} />
          )}
          <UndoNotice />
          <ServerGone />
          {error instanceof ApiError && error.status !== 0 && <PartFailed retry={retry} />}
          <TourOffer seizures={data.seizures} />
          {notice !== null && <Notice text={notice} dismiss={() => setNotice(null)} />}
        </div>
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
      <Bottom view={view} change={change} covered={over} />
      {over && (
        <Guard key={view.page} className="sheet">
          <Suspense fallback={<main className="sheet" />}>
            {view.page === 'help' && <Help section={view.help} close={() => change(MAP_ONLY)} />}
            {view.page === 'figures' && (
              <Figures view={view} change={change} close={() => change(MAP_ONLY)} />
            )}
            {view.page === 'import' && <Import change={change} close={() => change(MAP_ONLY)} />}
            {view.page === 'runs' && (
              <Runs view={view} change={change} open={open} close={() => change(MAP_ONLY)} />
            )}
          </Suspense>
        </Guard>
      )}
      {typeof tour === 'number' && (
        <Guard>
          <Suspense fallback={null}>
            <Tour step={tour} open={open} change={change} />
          </Suspense>
        </Guard>
      )}
      {view.tool && (
        <Guard key={view.tool} className="details">
          <Suspense fallback={<aside className="details" />}>
            <ToolPanel
              tool={view.tool}
              view={view}
              change={change}
              open={open}
              from={
                anchor && {
                  position: anchor,
                  label:
                    data.selected?.places.length === 1
                      ? (data.selected.places[0]?.name ?? '')
                      : positionWords(anchor),
                }
              }
              fit={(bounds) => map?.fitTo(bounds)}
            />
          </Suspense>
        </Guard>
      )}
      {view.selection && view.tool === null && (
        <Guard key={view.selection.kind} className="details">
          <Suspense fallback={<aside className="details" />}>
            <Details view={view} selection={view.selection} open={open} close={close} anchor={anchor} />
          </Suspense>
        </Guard>
      )}
      {exporting && (
        <Guard>
          <Suspense fallback={null}>
            <Export
              view={view}
              shown={compared ? null : (map?.bounds() ?? null)}
              change={change}
              close={() => setExporting(false)}
            />
          </Suspense>
        </Guard>
      )}
      <LoadingSaid />
    </div>
  );
}
