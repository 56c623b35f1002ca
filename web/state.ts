import { COMMODITIES, LEVELS, type Commodity, type Level } from '../shared/vocabulary.ts';
import { isDay } from './days.ts';
import { LANGUAGES, type Language } from '../shared/languages.ts';
import { MAP_ONLY, overMapParts, parseOverMap, type OverMap } from './state-page.ts';
import { parseTime, timeParts, USUAL_TIME, type TimeView } from './state-time.ts';
import { mapToolParts, NOTHING_DRAWN, parseMapTools, type MapToolView } from './state-map-tools.ts';
import { NO_TOOLS, parseTools, toolParts, type MarkView, type ToolView } from './state-tools.ts';

/** What is selected: one thing of one kind; its panel opens and the map marks it. */
export interface Selection {
  readonly kind: 'route' | 'edge' | 'port' | 'cell' | 'cluster' | 'seizure' | 'vessel';
  readonly id: string;
}
export const SELECTION_KINDS = ['route', 'edge', 'port', 'cell', 'cluster', 'seizure', 'vessel'] as const;

export const LAYERS = ['routes', 'legs', 'hotspots', 'clusters', 'seizures', 'ports'] as const;
export type LayerName = (typeof LAYERS)[number];
/** Circles of clusters lie on cells that say much the same, so they come when asked for. */
const FIRST_LAYERS: readonly LayerName[] = LAYERS.filter((name) => name !== 'clusters');

export const THEMES = ['dark', 'light'] as const;
export type ThemeName = (typeof THEMES)[number];

export const LISTS = [
  'routes',
  'cells',
  'clusters',
  'seizures',
  'legs',
  'places',
  'graph',
  'ways',
  'compare',
  'operations',
  'notes',
] as const;
export type ListName = (typeof LISTS)[number];

/** All that decides what the map shows; it lives in the address bar and nowhere else. */
export interface ViewState extends MarkView {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly commodities: readonly Commodity[];
  readonly countries: readonly string[];
  /** Empty: all data sets. */
  readonly dataSets: readonly string[];
  readonly level: Level;
  readonly layers: readonly LayerName[];
  readonly selection: Selection | null;
  readonly theme: ThemeName;
}

/** What the map shows, the list that is open beside it, and what lies over it. */
export interface PageView extends ViewState, OverMap, ToolView, TimeView, MapToolView {
  readonly list: ListName;
  /** Null: the reader's own. */
  readonly language: Language | null;
}

/** The Caribbean from Yucatán to Trinidad, at 1440x900. */
export const DEFAULT_VIEW: PageView = {
  longitude: -69.5,
  latitude: 16.5,
  zoom: 4.6,
  from: null,
  to: null,
  commodities: [],
  countries: [],
  dataSets: [],
  level: 'territory',
  layers: FIRST_LAYERS,
  selection: null,
  theme: 'dark',
  list: 'routes',
  language: null,
  ...MAP_ONLY,
  ...NO_TOOLS,
  ...USUAL_TIME,
  ...NOTHING_DRAWN,
};

/** The filters that "Clear filters" takes away. */
export const NO_FILTERS = { from: null, to: null, commodities: [], countries: [], dataSets: [] } as const;

/** A part of an address that could not be read: which (a key of `address` in the catalogue), and its text. */
export interface AddressProblem {
  readonly part:
    | 'centre'
    | 'from'
    | 'to'
    | 'order'
    | 'commodity'
    | 'country'
    | 'dataSet'
    | 'level'
    | 'layer'
    | 'selection'
    | 'theme'
    | 'list'
    | 'language'
    | 'page'
    | 'help'
    | 'runs'
    | 'figure'
    | 'option'
    | 'ways'
    | 'compare'
    | 'time'
    | 'tool'
    | 'area'
    | 'measure'
    | 'rings';
  readonly value: string;
}

const isOneOf = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text);

function parseCentre(text: string): Pick<ViewState, 'longitude' | 'latitude' | 'zoom'> | null {
  if (!/^-?\d+(\.\d+)?,-?\d+(\.\d+)?,\d+(\.\d+)?$/.test(text)) return null;
  const [longitude = NaN, latitude = NaN, zoom = NaN] = text.split(',').map(Number);
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 && zoom <= 22
    ? { longitude, latitude, zoom }
    : null;
}

function parseSelection(text: string): Selection | null {
  const at = text.indexOf(':');
  const kind = text.slice(0, at);
  const id = text.slice(at + 1);
  return at > 0 && isOneOf(SELECTION_KINDS, kind) && id !== '' && id.length <= 300 ? { kind, id } : null;
}

/**
 * Reads a view from the query of an address, with or without its `?`. What cannot be read keeps its default
 * and is named in `problems`; unknown keys are left alone. The reverse of {@link formatView}.
 */
export function parseView(search: string): { view: PageView; problems: AddressProblem[] } {
  const query = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const fail = (part: AddressProblem['part'], value: string): undefined => {
    problems.push({ part, value });
    return undefined;
  };
  const one = <T>(
    key: string,
    part: AddressProblem['part'],
    read: (text: string) => T | null,
  ): T | undefined => {
    const text = query.get(key);
    return text === null ? undefined : (read(text) ?? fail(part, text));
  };
  const many = <T extends string>(
    key: string,
    part: AddressProblem['part'],
    ok: (text: string) => text is T,
  ): T[] => {
    const parts = [...new Set((query.get(key) ?? '').split(',').filter((text) => text !== ''))];
    return parts.filter((text): text is T => ok(text) || fail(part, text) !== undefined);
  };
  const isCountry = (text: string): text is string => /^[A-Z]{2}$/.test(text);
  const isDataSet = (text: string): text is string => text.length <= 60;
  const day = (text: string) => (isDay(text) ? text : null);
  const among =
    <T extends string>(all: readonly T[]) =>
    (text: string): T | null =>
      isOneOf(all, text) ? text : null;

  let from = one('f', 'from', day) ?? null;
  let to = one('t', 'to', day) ?? null;
  if (from !== null && to !== null && from > to) {
    fail('order', `${from}, ${to}`);
    from = to = null;
  }
  const layers = many('y', 'layer', (text): text is LayerName | 'none' => isOneOf([...LAYERS, 'none'], text));
  const view: PageView = {
    ...DEFAULT_VIEW,
    ...one('v', 'centre', parseCentre),
    from,
    to,
    commodities: many('g', 'commodity', (text): text is Commodity => isOneOf(COMMODITIES, text)),
    countries: many('c', 'country', isCountry),
    dataSets: many('d', 'dataSet', isDataSet),
    level: one('l', 'level', among(LEVELS)) ?? DEFAULT_VIEW.level,
    layers: layers.length === 0 ? DEFAULT_VIEW.layers : LAYERS.filter((name) => layers.includes(name)),
    selection: one('s', 'selection', parseSelection) ?? null,
    theme: one('m', 'theme', among(THEMES)) ?? DEFAULT_VIEW.theme,
    list: one('p', 'list', among(LISTS)) ?? DEFAULT_VIEW.list,
    language: one('lang', 'language', among(LANGUAGES)) ?? DEFAULT_VIEW.language,
    ...parseOverMap(query, fail),
    ...parseTools(query, fail),
    ...parseMapTools(query, fail),
    ...parseTime(query, fail),
  };
  return { view, problems };
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Percent-encodes all but what is safe and readable in a query. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/%(2C|3A|3B|3E|7E|2F)/g, (code) => decodeURIComponent(code));

/**
 * Writes a view as the query of an address, `?` included, or the empty string for the default view. Positions
 * are rounded to 4 decimals (11 m) and zoom to 2, finer than a screen shows. The reverse of {@link parseView}.
 */
export function formatView(view: PageView): string {
  const centre = [round(view.longitude, 4), round(view.latitude, 4), round(view.zoom, 2)].join(',');
  const layers = LAYERS.filter((name) => view.layers.includes(name)).join(',') || 'none';
  const parts: [key: string, text: string, usual: string][] = [
    ['v', centre, [DEFAULT_VIEW.longitude, DEFAULT_VIEW.latitude, DEFAULT_VIEW.zoom].join(',')],
    ['f', view.from ?? '', ''],
    ['t', view.to ?? '', ''],
    ['g', view.commodities.join(','), ''],
    ['c', view.countries.join(','), ''],
    ['d', view.dataSets.join(','), ''],
    ['l', view.level, DEFAULT_VIEW.level],
    ['y', layers, FIRST_LAYERS.join(',')],
    ['s', view.selection === null ? '' : `${view.selection.kind}:${view.selection.id}`, ''],
    ['m', view.theme, DEFAULT_VIEW.theme],
    ['p', view.list, DEFAULT_VIEW.list],
    ['lang', view.language ?? '', ''],
    ...overMapParts(view),
    ...toolParts(view),
    ...mapToolParts(view),
    ...timeParts(view),
  ];
  const query = parts
    .filter(([, text, usual]) => text !== usual)
    .map(([key, text]) => `${key}=${encode(text)}`)
    .join('&');
  return query === '' ? '' : `?${query}`;
}
