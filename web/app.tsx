import { ActionIcon } from '@mantine/core';
import {
  IconChevronDown,
  IconChevronUp,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { ApiError } from './api.ts';
import { useT } from './i18n/index.ts';
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
import { useLayers } from './use-layers.ts';
import { useOpening } from './use-opening.ts';
import { dismissProblems, useView } from './use-view.ts';

const Side = lazy(() => import('./panels/side.tsx').then(({ Side }) => ({ default: Side })));
const Details = lazy(() => import('./panels/details.tsx').then(({ Details }) => ({ default: Details })));

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

  const bounds = useMemo(() => data.selected && boundsOf(data.selected), [data.selected]);
  const fit = useMemo(() => (map && bounds ? () => map.fitTo(bounds) : null), [map, bounds]);
  const { open, close } = useOpening(view, change, fit);

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
