import { mapCompared } from './compare/told.ts';
import type { ExportRequestInput } from '../shared/briefing-schema.ts';
import {
  BRIEFING_FORMATS,
  BRIEFING_KINDS,
  WHOLE_REGION,
  type Bounds,
  type BriefingFormat,
  type BriefingKind,
  type BriefingSpec,
  type DataTable,
  type FigureSize,
} from '../shared/briefing.ts';
import { undrawn } from '../shared/drawing/letters.ts';
import type { Language } from '../shared/languages.ts';
import { LEVELS, mayBeShown, type Level, type Marking } from '../shared/vocabulary.ts';
import { ApiError } from './api.ts';
import type { PageView } from './state.ts';

/** The part of the map that an export shows. */
export const AREAS = ['view', 'selection', 'region'] as const;
export type Area = (typeof AREAS)[number];

/** What the reader asks for in the dialog; what is shown on the page decides the rest. */
export interface ExportForm {
  readonly kind: BriefingKind;
  readonly format: BriefingFormat;
  /** Of a CSV file, which holds one. */
  readonly table: DataTable;
  readonly size: FigureSize;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly area: Area;
  readonly title: string;
  readonly subtitle: string;
  readonly audience: Marking;
  readonly vesselNames: boolean;
}

/** The most that a title or subtitle may have, characters; the same as the server takes. */
export const LONGEST_TITLE = 500;

export const usualForm = (language: Language): ExportForm => ({
  kind: 'figure',
  format: 'png',
  table: 'routes',
  size: 'slide',
  theme: 'light',
  language,
  area: 'view',
  title: '',
  subtitle: '',
  audience: 'red',
  vesselNames: false,
});

/** The same of another kind; a format that it is not made in becomes its first. */
export function withKind(form: ExportForm, kind: BriefingKind): ExportForm {
  const known: readonly BriefingFormat[] = BRIEFING_FORMATS[kind];
  return { ...form, kind, format: known.includes(form.format) ? form.format : BRIEFING_FORMATS[kind][0] };
}

/** Formats of tables, which hold all of the filters; the others hold what the part of the map does. */
const TABLES: readonly BriefingFormat[] = ['csv', 'xlsx'];

const isFigure = (kind: BriefingKind): boolean => kind === 'figure' || kind === 'totals';

/** Which choices a kind leaves open. A dossier's map lies around its route; published totals have none. */
export const choicesOf = ({ kind, format }: Pick<ExportForm, 'kind' | 'format'>) => ({
  size: isFigure(kind),
  theme: isFigure(kind),
  area: kind !== 'dossier' && kind !== 'totals' && !(kind === 'data' && TABLES.includes(format)),
  layers: kind !== 'totals' && !(kind === 'data' && TABLES.includes(format)),
  title: kind !== 'data',
  names: kind !== 'totals',
  table: kind === 'data' && format === 'csv',
});

/** Kinds that can be made of a view: a dossier is about one route. */
export const kindsFor = ({ selection }: Pick<PageView, 'selection'>): BriefingKind[] =>
  BRIEFING_KINDS.filter((kind) => kind !== 'dossier' || selection?.kind === 'route');

/** Vessels are named for those who work on the case, never further. */
export const mayName = (audience: Marking): boolean => mayBeShown('amber', audience);

/** What is selected, as an export marks it; a vessel's way is not part of one. */
export function selectionOf({ selection }: Pick<PageView, 'selection'>): BriefingSpec['selection'] {
  if (selection === null || selection.kind === 'vessel') return null;
  return { kind: selection.kind, id: selection.id };
}

/** A selected route is of one level, whatever the list beside it shows. */
function levelOf({ selection, level }: Pick<PageView, 'selection' | 'level'>): Level {
  const own = selection?.kind === 'route' ? selection.id.slice(0, selection.id.indexOf(':')) : level;
  return LEVELS.find((one) => one === own) ?? level;
}

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)) * 1e4) / 1e4;

/** Bounds of the map as an export takes them: on the globe, to 11 m. */
export const keptBounds = ([west, south, east, north]: Bounds): Bounds => [
  within(west, -180, 180),
  within(south, -85, 85),
  within(east, -180, 180),
  within(north, -85, 85),
];

/** What stands on the page's map and goes into no export. */
export function leftOut({ compare, area, rings, measure }: PageView): readonly LeftOut[] {
  const there: Readonly<Record<LeftOut, boolean>> = {
    compare: mapCompared(compare) !== null,
    area: area !== null,
    rings: rings !== null,
    measure: measure.length > 0,
  };
  return LEFT_OUT.filter((one) => there[one]);
}
const LEFT_OUT = ['compare', 'area', 'rings', 'measure'] as const;
type LeftOut = (typeof LEFT_OUT)[number];

/**
 * What the server is asked to make.
 *
 * @param shown  bounds of the map on the page; null: there is no such map, so the whole region
 */
export function specOf(form: ExportForm, view: PageView, shown: Bounds | null): BriefingSpec {
  const { kind, language, audience } = form;
  const choices = choicesOf(form);
  const { from, to, commodities, countries, dataSets, layers } = view;
  const bounds =
    form.area === 'selection' ? null : form.area === 'view' && shown ? keptBounds(shown) : WHOLE_REGION;
  const words = (text: string): string | null => (choices.title && text.trim() !== '' ? text.trim() : null);
  return {
    ...{ kind, language, audience, layers },
    theme: choices.theme ? form.theme : 'light',
    size: choices.size ? form.size : 'a4',
    // Tables and shapes of the same data are one export, with one code.
    bounds: kind === 'dossier' || kind === 'totals' ? null : bounds,
    level: levelOf(view),
    filter: { from, to, commodities, countries, dataSets },
    selection: selectionOf(view),
    title: words(form.title),
    subtitle: words(form.subtitle),
    vesselNames: choices.names && form.vesselNames && mayName(audience),
  };
}

/** The part of a request that decides what goes in: how it looks and what it is called does not. */
export const previewOf = (spec: BriefingSpec): BriefingSpec => ({
  ...spec,
  ...{ theme: 'light', size: 'a4', bounds: null, layers: [], title: null, subtitle: null, selection: null },
  // No filter narrows the cases beside published totals.
  kind: spec.kind === 'totals' ? 'totals' : 'data',
});

/** A request to make a file. */
export function requestOf(form: ExportForm, spec: BriefingSpec, consent: boolean): ExportRequestInput {
  const table = choicesOf(form).table ? { table: form.table } : {};
  return { spec: plainSpec(spec), format: form.format, ...table, consent };
}

/** The same with lists that can be changed, as the schema of a request has them. */
export const plainSpec = (spec: BriefingSpec): ExportRequestInput['spec'] => ({
  ...spec,
  layers: [...spec.layers],
  bounds: spec.bounds && [...spec.bounds],
  filter: {
    ...spec.filter,
    commodities: [...spec.filter.commodities],
    countries: [...spec.filter.countries],
    dataSets: [...spec.filter.dataSets],
  },
});

/** Which titles are too long to be sent. */
export const tooLong = (form: ExportForm): ('title' | 'subtitle')[] =>
  choicesOf(form).title
    ? (['title', 'subtitle'] as const).filter((field) => form[field].trim().length > LONGEST_TITLE)
    : [];

/** Which titles have letters that our font does not have: they would be drawn in part only. */
export const notDrawn = (form: ExportForm): ('title' | 'subtitle')[] =>
  choicesOf(form).title
    ? (['title', 'subtitle'] as const).filter((field) => undrawn(form[field]).length > 0)
    : [];

/** Where a refusal is said, and in which words of the catalogue (`export.refused`). */
export interface Refusal {
  readonly field: 'title' | 'subtitle' | 'kind' | 'vesselNames' | 'consent' | null;
  readonly words:
    | 'tooLong'
    | 'letters'
    | 'selectionGone'
    | 'routeNeeded'
    | 'names'
    | 'consent'
    | 'empty'
    | 'busy'
    | 'gone'
    | 'totalsNone'
    | 'other';
}

const BY_CODE: Readonly<Record<string, Refusal>> = {
  'names-withheld': { field: 'vesselNames', words: 'names' },
  'route-needed': { field: 'kind', words: 'routeNeeded' },
  'selection-unknown': { field: 'kind', words: 'selectionGone' },
  'totals-none': { field: 'kind', words: 'totalsNone' },
  'briefing-empty': { field: 'kind', words: 'empty' },
  'consent-needed': { field: 'consent', words: 'consent' },
  'exports-full': { field: null, words: 'busy' },
};

/** Why the server did not take a request. */
export function refusalOf(error: Error): Refusal {
  if (!(error instanceof ApiError)) return { field: null, words: 'other' };
  if (error.status === 0) return { field: null, words: 'gone' };
  const known = BY_CODE[error.code ?? ''];
  if (known) return known;
  const field = /spec\.(title|subtitle):/.exec(error.message)?.[1];
  if (field === 'title' || field === 'subtitle') {
    return { field, words: error.code === 'letters-undrawn' ? 'letters' : 'tooLong' };
  }
  return { field: null, words: error.status === 429 ? 'busy' : 'other' };
}
