import {
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  type MapMouseEvent,
  type StyleSpecification,
} from 'maplibre-gl';
import { translate } from '../i18n/index.ts';
import { DEFAULT_VIEW, type Selection, type ViewState } from '../state.ts';
import { provideImages } from './arrow.ts';
import { drawingNow } from '../drawing.ts';
import { attachTools } from './attach-tools.ts';
import { attachFence, setFence } from './fence.ts';
import { attachFrame } from './frame.ts';
import { gatherFrames } from './gather-frames.ts';
import { CLOSEST_ZOOM } from './map-zoom.ts';
import { nextPick, pick, type Hover } from './pick.ts';
import { Readout } from './readout.ts';

/** The Caribbean from Panama to Barbados and from Trinidad to Florida; west, south, east, north. */
const HOME = [-84.2, 8.3, -58.2, 26.9] as const;

/** How the map reads and tells the view. */
export interface MapWires {
  readonly view: () => ViewState;
  readonly onView: (change: Partial<ViewState>) => void;
  readonly onZoom: (zoom: number) => void;
  /** The map has drawn all it was given; returns whether the findings were among it. */
  readonly onDrawn: () => boolean;
  readonly onHover: (hover: Hover | null) => void;
  readonly label: string;
}

export interface CreatedMap {
  readonly map: MapLibreMap;
  readonly setStyle: (style: StyleSpecification) => void;
  /** Puts the map where the view says, whatever it is on its way to. */
  readonly moveTo: (longitude: number, latitude: number, zoom: number) => void;
  readonly fitTo: (bounds: readonly [number, number, number, number]) => void;
  /** Lights up a route or leg; null: none. */
  readonly highlight: (selection: Selection | null) => void;
  readonly remove: () => void;
}

declare global {
  interface Window {
    /** The map, for the browser test. */
    __leeward?: { map: MapLibreMap };
  }
}

/** How long the map must rest before its place goes to the address, ms. */
const REST_MS = 200;
/** Differences smaller than the address keeps (4 decimals of a degree, 2 of a zoom) are no move. */
const same = (a: number, b: number, step: number): boolean => Math.abs(a - b) < step;

/** Could this browser draw the map? Whether it can is known when the map is made, which then throws. */
export function hasWebGl(): boolean {
  return 'WebGL2RenderingContext' in window;
}

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

function place(map: MapLibreMap): Pick<ViewState, 'longitude' | 'latitude' | 'zoom'> {
  const { lng, lat } = map.getCenter();
  const round = (value: number, digits: number): number => Number(value.toFixed(digits));
  return { longitude: round(lng, 4), latitude: round(lat, 4), zoom: round(map.getZoom(), 2) };
}

function isAt(map: MapLibreMap, longitude: number, latitude: number, zoom: number): boolean {
  const now = place(map);
  return (
    same(now.longitude, longitude, 2e-4) && same(now.latitude, latitude, 2e-4) && same(now.zoom, zoom, 0.02)
  );
}

/** A panel that has just opened or closed may have made the box another size than the map knows yet. */
function learnSize(map: MapLibreMap): void {
  const { clientWidth, clientHeight } = map.getContainer();
  const canvas = map.getCanvas();
  if (canvas.clientWidth !== clientWidth || canvas.clientHeight !== clientHeight) map.resize();
}

/** Room for what lies on the map: switches above, scale and notes below, the legend to the right. */
function homePadding(map: MapLibreMap): { top: number; bottom: number; left: number; right: number } {
  const wide = map.getContainer().clientWidth >= 900;
  return { top: 56, bottom: 44, left: 44, right: wide ? 262 : 20 };
}

const isHome = ({ longitude, latitude, zoom }: Pick<ViewState, 'longitude' | 'latitude' | 'zoom'>): boolean =>
  longitude === DEFAULT_VIEW.longitude && latitude === DEFAULT_VIEW.latitude && zoom === DEFAULT_VIEW.zoom;

/** The default view and whether the map is at it. */
interface Home {
  readonly go: () => void;
  readonly leave: () => void;
  readonly isAt: () => boolean;
}

/** The default view is not one place: it frames the Caribbean on a map of any size, and again when that changes. */
function makeHome(map: MapLibreMap): Home {
  const [west, south, east, north] = HOME;
  let at = false;
  const frame = (): void => {
    at = true;
    map.fitBounds([west, south, east, north], { padding: homePadding(map), animate: false });
  };
  const go = (): void => {
    learnSize(map);
    frame();
  };
  map.on('resize', () => at && frame());
  // Only what a reader does comes with an event of the browser.
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) at = false;
  });
  return { go, leave: () => (at = false), isAt: () => at };
}

/** Moves of the map reach the view once it rests, and only if the view does not say the same already. */
function wireMoves(map: MapLibreMap, wires: MapWires, home: Home): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  map.on('zoom', () => wires.onZoom(map.getZoom()));
  map.on('movestart', () => clearTimeout(timer));
  map.on('moveend', () => {
    clearTimeout(timer);
    if (home.isAt()) return;
    timer = setTimeout(() => {
      const { longitude, latitude, zoom } = wires.view();
      if (!isAt(map, longitude, latitude, zoom)) wires.onView(place(map));
    }, REST_MS);
  });
  return () => clearTimeout(timer);
}

/** Hover tells, click takes; at most one look under the pointer a frame. */
function wirePointer(map: MapLibreMap, wires: MapWires): void {
  let frame = 0;
  const canvas = map.getCanvas();
  map.on('mousemove', ({ point }: MapMouseEvent) => {
    cancelAnimationFrame(frame);
    if (drawingNow()) return;
    frame = requestAnimationFrame(() => {
      const found = map.isMoving() ? [] : pick(map, point);
      canvas.style.cursor = found.length > 0 ? 'pointer' : '';
      const { clientWidth: width, clientHeight: height } = canvas;
      wires.onHover(found.length > 0 ? { x: point.x, y: point.y, width, height, found } : null);
    });
  });
  const leave = (): void => {
    cancelAnimationFrame(frame);
    wires.onHover(null);
  };
  map.on('mouseout', leave);
  map.on('movestart', leave);
  map.on('click', ({ point }: MapMouseEvent) => {
    if (drawingNow()) return;
    const selection = nextPick(pick(map, point), wires.view().selection);
    if (selection || wires.view().selection) wires.onView({ selection });
  });
}

const HOVER_SOURCE: Partial<Record<Selection['kind'], string>> = {
  route: 'routes',
  edge: 'legs',
  cluster: 'clusters',
};

function makeHighlight(map: MapLibreMap): CreatedMap['highlight'] {
  let lit: { source: string; id: string } | null = null;
  return (selection) => {
    const source = selection ? HOVER_SOURCE[selection.kind] : undefined;
    if (lit && map.getSource(lit.source)) map.setFeatureState(lit, { hover: false });
    lit = selection && source !== undefined ? { source, id: selection.id } : null;
    if (lit && map.getSource(lit.source)) map.setFeatureState(lit, { hover: true });
  };
}

function addControls(map: MapLibreMap): void {
  map.addControl(new NavigationControl({ showCompass: false }), 'bottom-right');
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left');
  map.addControl(new ScaleControl({ unit: 'nautical', maxWidth: 120 }), 'bottom-left');
  map.addControl(new Readout(), 'bottom-left');
}

/** Makes the map in a box, north up for ever, and wires it to the view. */
export function createMap(container: HTMLElement, style: StyleSpecification, wires: MapWires): CreatedMap {
  const { longitude, latitude, zoom } = wires.view();
  const map = new MapLibreMap({
    container,
    style,
    center: [longitude, latitude],
    zoom,
    minZoom: 1.5,
    maxZoom: CLOSEST_ZOOM,
    maxBounds: [-140, -34, 45, 71],
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    // Each frame of a fade is a whole map drawn again, and the map rests only after the last of them.
    fadeDuration: 0,
    locale: {
      'NavigationControl.ZoomIn': translate('map.zoomIn'),
      'NavigationControl.ZoomOut': translate('map.zoomOut'),
      'ScaleControl.Meters': translate('map.m'),
      'ScaleControl.Kilometers': translate('map.km'),
      'ScaleControl.NauticalMiles': translate('map.nm'),
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-label', wires.label);
  provideImages(map);
  addControls(map);
  const detachFrame = attachFrame(map);
  const detachFence = attachFence(map);
  const home = makeHome(map);
  const stopMoves = wireMoves(map, wires, home);
  wirePointer(map, wires);
  const detachTools = attachTools(map);
  if (isHome(wires.view())) home.go();
  wires.onZoom(map.getZoom());
  const drawFreely = gatherFrames(map);
  map.on('idle', () => {
    if (wires.onDrawn()) drawFreely();
  });
  window.__leeward = { map };
  return {
    map,
    setStyle: (next) => {
      if (next === style) return;
      map.setStyle(next, { diff: true });
      setFence(map);
      style = next;
    },
    moveTo: (lng, lat, to) => {
      if (isHome({ longitude: lng, latitude: lat, zoom: to })) {
        if (!home.isAt()) home.go();
        return;
      }
      // Also where the map stands there already, led by the other of two that move as one.
      home.leave();
      if (!isAt(map, lng, lat, to)) map.jumpTo({ center: [lng, lat], zoom: to });
    },
    fitTo: ([west, south, east, north]) => {
      home.leave();
      learnSize(map);
      // Above lie the switches of the layers, below what is left out, each in up to two rows.
      const padding = { top: 110, bottom: 120, left: 80, right: 80 };
      map.fitBounds([west, south, east, north], { padding, maxZoom: 9, animate: !calm(), duration: 700 });
    },
    highlight: makeHighlight(map),
    remove: () => {
      drawFreely();
      stopMoves();
      detachFrame();
      detachFence();
      detachTools();
      delete window.__leeward;
      map.remove();
    },
  };
}
