import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { Position } from '../../shared/geo.ts';
import { drawingNow } from '../drawing.ts';
import { useHovered } from '../hovered.ts';
import { useT } from '../i18n/index.ts';
import type { ViewState } from '../state.ts';
import { createMap, hasWebGl, type CreatedMap, type MapWires } from './create-map.ts';
import { leftOut, showsSynthetic } from './legend-entries.ts';
import { countsText } from './legend-text.ts';
import { paletteOf } from '../../shared/drawing/palette.ts';
import type { Hover } from './pick.ts';
import { describe } from './describe.ts';
import { leanStyle } from './lean-style.ts';
import { mapStyle } from './style.ts';
import { loadAssets } from './assets.ts';
import type { MapAssets, MapData } from './types.ts';
import { useStable } from './use-stable.ts';

export type { MapData } from './types.ts';

/** West, south, east, north; degrees. */
export type Bounds = readonly [number, number, number, number];

/** What the page may ask of the map. */
export interface MapHandle {
  readonly fitTo: (bounds: Bounds) => void;
  /** What it shows now. */
  readonly bounds: () => Bounds;
  /** The map itself, to keep another at the same place. */
  readonly map: MapLibreMap;
  /** Where a position lies on the map, px from its top left, and whether that is in sight. */
  readonly project: (at: Position) => { readonly x: number; readonly y: number; readonly seen: boolean };
  /** Told whenever the map moves; returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
}

export interface MapViewProps {
  readonly data: MapData;
  readonly view: ViewState;
  readonly onView: (change: Partial<ViewState>) => void;
  readonly onReady?: (handle: MapHandle) => void;
  /** What the map is called where there is more than one. */
  readonly label?: string;
}

/** Widest a note of the pointer gets, its distance from the pointer included, px. */
const TIP_PX = 330;

/** Beside the pointer: right of and below it, or on the other side where the map ends. */
function tipPlace({ x, y, width, height }: Hover): CSSProperties {
  const across = x + TIP_PX > width ? 'calc(-100% - 28px)' : '0px';
  const down = y + 130 > height ? 'calc(-100% - 28px)' : '0px';
  return { transform: `translate(${x}px, ${y}px) translate(${across}, ${down})` };
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
export function MapView({ data: given, view, onView, onReady, label }: MapViewProps) {
  const data = useStable(given);
  const { layers, allClusters, communities } = view;
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const created = useRef<CreatedMap | null>(null);
  const [zoom, setZoom] = useState(Math.floor(view.zoom));
  const [hover, setHover] = useState<Hover | null>(null);
  const [drawnOnce, setDrawnOnce] = useState(false);
  const [supported, setSupported] = useState(hasWebGl);
  const [originWords, destinationWords] = [t('map.openEnd.origin'), t('map.openEnd.destination')];
  const style = useMemo(() => {
    const openEndWords = { origin: originWords, destination: destinationWords };
    const shown = { layers, allClusters, communities, openEndWords };
    return leanStyle(mapStyle(shown, data, paletteOf(view.theme), drawnOnce ? assets : nearAssets));
  }, [layers, allClusters, communities, view.theme, data, drawnOnce, originWords, destinationWords]);
  const latest = useRef({ data, view, onView, style });
  useEffect(() => {
    latest.current = { data, view, onView, style };
  });

  useEffect(() => {
    if (!box.current || !supported) return;
    const wires: MapWires = {
      view: () => latest.current.view,
      onView: (change) => latest.current.onView(change),
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
    onReady?.({
      fitTo: made.fitTo,
      bounds: () => {
        const shown = made.map.getBounds();
        return [shown.getWest(), shown.getSouth(), shown.getEast(), shown.getNorth()];
      },
      map: made.map,
      project: ([longitude, latitude]) => {
        const { x, y } = made.map.project([longitude, latitude]);
        const { clientWidth, clientHeight } = made.map.getContainer();
        return { x, y, seen: x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight };
      },
      watch: (listener) => {
        made.map.on('move', listener);
        made.map.on('resize', listener);
        return () => {
          made.map.off('move', listener);
          made.map.off('resize', listener);
        };
      },
    });
    return () => {
      created.current = null;
      made.remove();
    };
    // The map is made once; later changes reach it through the effects below.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [supported]);

  useEffect(() => created.current?.setStyle(style), [style]);
  const inList = useHovered();
  const first = hover?.found[0];
  const [litKind, litId] = [inList?.kind ?? first?.kind, inList?.id ?? first?.id];
  useEffect(() => {
    created.current?.highlight(litKind && litId !== undefined ? { kind: litKind, id: litId } : null);
  }, [litKind, litId]);
  useEffect(
    () => created.current?.moveTo(view.longitude, view.latitude, view.zoom),
    [view.longitude, view.latitude, view.zoom],
  );

  if (!supported)
    return (
      <div className="map-missing" role="alert">
        {t('map.noWebGl')}
      </div>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && view.selection && !drawingNow()) onView({ selection: null });
  };
  const counts = countsText(leftOut(view, data, zoom), t);
  const tip = hover ? describe(hover.found, data, t, view.weight) : null;
  return (
    <div className={`map map-${view.theme}`} onKeyDown={onKeyDown}>
      <div ref={box} className="map-canvas" />
      <div className="map-notes">
        {counts !== '' && <span>{t('map.drawn.note', { counts })}</span>}
        {showsSynthetic(view, data) && <span className="map-synthetic">{t('map.synthetic')}</span>}
      </div>
      <div className="map-source">{t('map.coastSource')}</div>
      {tip && hover && (
        <div className="map-tip" role="status" style={tipPlace(hover)}>
          <strong>{tip.title}</strong>
          {tip.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
    </div>
  );
}
