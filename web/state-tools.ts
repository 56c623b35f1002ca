import { isDay } from './days.ts';
import { readerOf, type ReadPart } from './read-address.ts';

/** What a hot spot is tested for: seizures, or their stated kilograms. */
export const WEIGHTS = ['count', 'kg'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** How the marks of the map are drawn, where there is a choice. */
export interface MarkView {
  readonly weight: Weight;
  /** Clusters that chance may well explain are shown too. */
  readonly allClusters: boolean;
  /** Ports are coloured by their community. */
  readonly communities: boolean;
}

/** What a leg of a way costs: one over its passages, or its length. */
export const WAY_COSTS = ['flow', 'distance'] as const;
export type WayCost = (typeof WAY_COSTS)[number];

/** The question of the ways tool; `chosen` counts from 1, null: none. */
export interface WaysView {
  readonly start: string | null;
  readonly end: string | null;
  readonly cost: WayCost;
  readonly chosen: number | null;
}

export const COMPARED_BY = ['commodity', 'country', 'place', 'route'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

/** Two maps beside each other, or one of the difference. */
export const MAP_COMPARED = ['side', 'diff'] as const;
export type MapCompared = (typeof MAP_COMPARED)[number];
export const COUNTED = ['seizure', 'voyage'] as const;
export type Counted = (typeof COUNTED)[number];

/** One side of a comparison: a period, an operation, or both; and what it took to look. */
export interface ComparedSide {
  readonly from: string | null;
  readonly to: string | null;
  readonly operation: string | null;
  /** Any unit, the same on both sides. */
  readonly effort: number | null;
}
export interface CompareView {
  readonly by: ComparedBy;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  /** How the map shows the two periods; null: it shows the page's dates. */
  readonly onMap: MapCompared | null;
  /** What the difference on the map counts. */
  readonly counted: Counted;
}

/** The part of the view that the tools beside the map need. */
export interface ToolView extends MarkView {
  readonly ways: WaysView;
  readonly compare: CompareView;
}

const NO_SIDE: ComparedSide = { from: null, to: null, operation: null, effort: null };
/** Nothing asked of any tool. */
export const NO_TOOLS: ToolView = {
  weight: 'count',
  allClusters: false,
  communities: false,
  ways: { start: null, end: null, cost: 'flow', chosen: null },
  compare: { by: 'commodity', a: NO_SIDE, b: NO_SIDE, onMap: null, counted: 'seizure' },
};

type Part = 'option' | 'ways' | 'compare';
type Read = ReadPart<Part>;

const among =
  <T extends string>(all: readonly T[]) =>
  (text: string): T | undefined =>
    all.find((one) => one === text);
const short = (text: string): string | null => (text !== '' && text.length <= 300 ? text : null);

/** `from,to`, either of which may be empty, but not both. */
function parseDays(text: string): Pick<ComparedSide, 'from' | 'to'> | null {
  const [from = '', to = '', ...more] = text.split(',');
  const good = [from, to].every((day) => day === '' || isDay(day));
  const ordered = from === '' || to === '' || from <= to;
  if (!good || !ordered || more.length > 0 || from + to === '') return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}

/** The greatest effort that can be given, in any unit. */
export const MOST_EFFORT = 1e9;

/** `10,12.5`: of both sides, above 0. */
function parseEfforts(text: string): [number, number] | null {
  const [a = NaN, b = NaN, ...more] = text.split(',').map((one) => (one === '' ? NaN : Number(one)));
  return more.length === 0 && [a, b].every((one) => one > 0 && one <= MOST_EFFORT) ? [a, b] : null;
}

function parseWays(read: Read): WaysView {
  const { cost } = NO_TOOLS.ways;
  return {
    start: read('wa', 'ways', short),
    end: read('wb', 'ways', short),
    cost: read('wc', 'ways', among(WAY_COSTS)) ?? cost,
    chosen: read('wn', 'ways', (text) => (/^([1-9]|1\d|20)$/.test(text) ? Number(text) : null)),
  };
}

function parseCompare(read: Read): CompareView {
  const efforts = read('xe', 'compare', parseEfforts);
  const side = (days: string, operation: string, effort: number | undefined): ComparedSide => ({
    ...NO_SIDE,
    ...read(days, 'compare', parseDays),
    operation: read(operation, 'compare', short),
    effort: effort ?? null,
  });
  return {
    by: read('xy', 'compare', among(COMPARED_BY)) ?? NO_TOOLS.compare.by,
    a: side('xa', 'xo', efforts?.[0]),
    b: side('xb', 'xp', efforts?.[1]),
    onMap: read('xm', 'compare', among(MAP_COMPARED)),
    counted: read('xk', 'compare', among(COUNTED)) ?? NO_TOOLS.compare.counted,
  };
}

const OPTIONS = ['kg', 'all-clusters', 'communities'] as const;

/**
 * Reads what the tools need from an address. The reverse of {@link toolParts}.
 *
 * @param fail  told of a part that cannot be read
 */
export function parseTools(query: URLSearchParams, fail: (part: Part, value: string) => void): ToolView {
  const read = readerOf(query, fail);
  const options = (query.get('o') ?? '').split(',').filter((text) => text !== '');
  for (const text of options) if (!among(OPTIONS)(text)) fail('option', text);
  return {
    weight: options.includes('kg') ? 'kg' : 'count',
    allClusters: options.includes('all-clusters'),
    communities: options.includes('communities'),
    ways: parseWays(read),
    compare: parseCompare(read),
  };
}

/** The same as parts of an address: key, text, and the text that may be left out. */
export function toolParts(view: ToolView): [key: string, text: string, usual: string][] {
  const { ways, compare } = view;
  const { a, b } = compare;
  const on: Record<(typeof OPTIONS)[number], boolean> = {
    kg: view.weight === 'kg',
    'all-clusters': view.allClusters,
    communities: view.communities,
  };
  const days = ({ from, to }: ComparedSide): string =>
    from === null && to === null ? '' : `${from ?? ''},${to ?? ''}`;
  const efforts = a.effort === null || b.effort === null ? '' : `${a.effort},${b.effort}`;
  return [
    ['o', OPTIONS.filter((name) => on[name]).join(','), ''],
    ['wa', ways.start ?? '', ''],
    ['wb', ways.end ?? '', ''],
    ['wc', ways.cost, NO_TOOLS.ways.cost],
    ['wn', ways.chosen === null ? '' : String(ways.chosen), ''],
    ['xy', compare.by, NO_TOOLS.compare.by],
    ['xa', days(a), ''],
    ['xb', days(b), ''],
    ['xo', a.operation ?? '', ''],
    ['xp', b.operation ?? '', ''],
    ['xe', efforts, ''],
    ['xm', compare.onMap ?? '', ''],
    ['xk', compare.counted, NO_TOOLS.compare.counted],
  ];
}
