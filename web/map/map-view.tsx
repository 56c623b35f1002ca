import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { StyleSpecification } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { drawingNow } from '../drawing.ts';
import { useHovered } from '../hovered.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import type { LayerName, ViewState } from '../state.ts';
import { hasRoutes, usePlaying } from '../playing.ts';
import { usePut } from '../use-view.ts';
import { createMap, hasWebGl, type CreatedMap, type MapWires } from './create-map.ts';
import { leftOut, showsSynthetic } from './legend-entries.ts';
import { countsText } from './legend-text.ts';
import { paletteOf } from '../../shared/drawing/palette.ts';
import type { Hover } from './pick.ts';
import { describe } from './describe.ts';
import { Tip } from './tip.tsx';
import { GroupList, zoomApart, type ListedGroup } from './group-list.tsx';
import { drawnLine } from './group-told.ts';
import { groupedData } from './grouped-data.ts';
import { leanStyle } from './lean-style.ts';
import { handleOf, type MapHandle } from './map-handle.ts';
import { setMapZoom } from './map-zoom.ts';
import { mapStyle } from './style.ts';
import { loadAssets } from './assets.ts';
import type { MapAssets, MapData } from './types.ts';
import { useStable } from './use-stable.ts';

export type { MapHandle } from './map-handle.ts';
export type { MapData } from './types.ts';

export interface MapViewProps {
  readonly data: MapData;
  readonly view: ViewState;
  readonly onView: (change: Partial<ViewState>) => void;
  /** Layers that are on and have not come yet. */
  readonly coming?: readonly LayerName[];
  readonly onReady?: (handle: MapHandle) => void;
  /** The findings are drawn, or cannot be. */
  readonly onDrawn?: () => void;
  /** What the map is called where there is more than one. */
  readonly label?: string;
}

const assets = loadAssets();
/** The same without the world beyond the Caribbean: what the first picture waits for. */
const nearAssets: MapAssets = {
  ...assets,
  basemap: Object.fromEntries(Object.entries(assets.basemap).filter(([chunk]) => chunk.endsWith('-near'))),
};

/** The map in its box; null where the browser has no WebGL for it after all. */
function tryMap(box: HTMLElement, style: StyleSpecification, wires: MapWires): CreatedMap | null {
  try {
    return createMap(box, style, wires);
  } catch (error) {
    // What MapLibre throws then has no class of its own that it exports.
    if (document.createElement('canvas').getContext('webgl2') === null) return null;
    throw error;
  }
}

/** The chart: draws data and view, tells where it was moved to and what was clicked. */
export function MapView({ data: given, view, coming = [], onView, onReady, onDrawn, label }: MapViewProps) {
  const data = useStable(given);
  const { layers, allClusters, communities } = view;
  const t = useT();
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const created = useRef<CreatedMap | null>(null);
  const ready = useRef(false);
  const [zoom, setZoom] = useState(Math.floor(view.zoom));
  const [hover, setHover] = useState<Hover | null>(null);
  const [listed, setListed] = useState<ListedGroup | null>(null);
  const [drawnOnce, setDrawnOnce] = useState(false);
  const [supported, setSupported] = useState(hasWebGl);
  useEffect(() => {
    if (drawnOnce || !supported) onDrawn?.();
  }, [drawnOnce, supported, onDrawn]);
  const [originWords, destinationWords] = [t('map.openEnd.origin'), t('map.openEnd.destination')];
  const shown = useMemo(
    () => groupedData({ layers, communities }, data, zoom),
    [layers, communities, data, zoom],
  );
  const style = useMemo(() => {
    const openEndWords = { origin: originWords, destination: destinationWords };
    const drawnView = { layers, allClusters, communities, openEndWords, language };
    return leanStyle(mapStyle(drawnView, shown, paletteOf(view.theme), drawnOnce ? assets : nearAssets));
  }, [
    layers,
    allClusters,
    communities,
    view.theme,
    shown,
    drawnOnce,
    originWords,
    destinationWords,
    language,
  ]);
  const counts = useMemo(() => leftOut({ layers }, shown, zoom), [layers, shown, zoom]);
  const latest = useRef({ data: shown, view, onView, style });
  useEffect(() => {
    latest.current = { data: shown, view, onView, style };
  });

  // Before the page is painted: the map's first word with the graphics card would wait for all of that.
  useLayoutEffect(() => {
    if (!box.current || !supported) return;
    const wires: MapWires = {
      view: () => latest.current.view,
      onView: (change) => {
        // The map tells of clicks only: one on several ports shows which they are.
        const { selection } = change;
        const groups = latest.current.data.network?.grouping?.groups;
        const group = selection?.kind === 'port' ? groups?.get(selection.id) : undefined;
        if (!group || !created.current) latest.current.onView(change);
        else setListed(zoomApart(created.current.map, group));
      },
      onZoom: (now) => setZoom(Math.floor(now)),
      // The rest of the world comes once the findings are drawn.
      onDrawn: () => {
        const found = latest.current.data.network !== undefined;
        if (found) setDrawnOnce(true);
        return found;
      },
      onHover: setHover,
      label: label ?? t('map.label'),
    };
    const made = tryMap(box.current, latest.current.style, wires);
    if (made === null) {
      setSupported(false);
      return;
    }
    created.current = made;
    // A style that came before the first one was read would be read from scratch.
    void made.map.once('style.load', () => {
      ready.current = true;
      made.setStyle(latest.current.style);
    });
    setMapZoom(made.map.getZoom());
    made.map.on('moveend', () => setMapZoom(made.map.getZoom()));
    made.map.on('movestart', () => setListed(null));
    onReady?.(handleOf(made));
    return () => {
      created.current = null;
      ready.current = false;
      made.remove();
    };
    // The map is made once; later changes reach it through the effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [supported]);

  useEffect(() => {
    if (ready.current) created.current?.setStyle(style);
  }, [style]);
  const inList = useHovered();
  const first = hover?.found[0];
  const [litKind, litId] = [inList?.kind ?? first?.kind, inList?.id ?? first?.id];
  useEffect(() => {
    const { grouping } = shown.network ?? {};
    const line = litKind === 'edge' && grouping && litId !== undefined ? drawnLine(grouping, litId) : litId;
    created.current?.highlight(litKind && line !== undefined ? { kind: litKind, id: line } : null);
  }, [litKind, litId, shown.network]);
  const playing = usePlaying();
  const put = usePut();
  useEffect(
    () => created.current?.moveTo(view.longitude, view.latitude, view.zoom),
    [view.longitude, view.latitude, view.zoom, put],
  );

  if (!supported)
    return (
      <div className="map-missing" role="alert">
        {t('map.noWebGl')}
      </div>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && listed) setListed(null);
    else if (event.key === 'Escape' && view.selection && !drawingNow()) onView({ selection: null });
  };
  const told = countsText(counts, t);
  const tip = hover && !listed ? describe(hover.found, shown, t, view.weight) : null;
  return (
    <div className={`map map-${view.theme}`} onKeyDown={onKeyDown}>
      <div ref={box} className="map-canvas" />
      <div className="map-notes">
        {coming.length > 0 && (
          <span role="status">
            {t('map.coming', { layers: coming.map((layer) => t(`layers.${layer}`)).join(', ') })}
          </span>
        )}
        {playing !== null && !hasRoutes(playing) && layers.includes('routes') && (
          <span>{t('play.noRoutes')}</span>
        )}
        {told !== '' && <span>{t('map.drawn.note', { counts: told })}</span>}
        {showsSynthetic(view, data) && <span className="map-synthetic">{t('map.synthetic')}</span>}
      </div>
      <div className="map-source">{t('map.coastSource')}</div>
      {listed && (
        <GroupList
          {...listed}
          onPort={(id) => {
            setListed(null);
            onView({ selection: { kind: 'port', id } });
          }}
        />
      )}
      {hover && tip && <Tip hover={hover} tip={tip} />}
    </div>
  );
}
