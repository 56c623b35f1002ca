import { describe, expect, it } from 'vitest';
import { briefingSpecSchema, exportRequestSchema } from '../../shared/briefing-schema.ts';
import { BRIEFING_KINDS } from '../../shared/briefing.ts';
import { ApiError } from '../../web/api.ts';
import {
  choicesOf,
  keptBounds,
  kindsFor,
  leftOut,
  notDrawn,
  plainSpec,
  previewOf,
  refusalOf,
  requestOf,
  specOf,
  tooLong,
  usualForm,
  withKind,
} from '../../web/export-request.ts';
import { DEFAULT_VIEW, type PageView } from '../../web/state.ts';

const form = usualForm('fr');
const ROUTE: PageView = { ...DEFAULT_VIEW, selection: { kind: 'route', id: 'port:TTPOS>VGRAD' } };
/** A map that is zoomed out beyond the globe. */
const WIDE = [-200.5, -88, 190, 86] as const;

describe('what an export is asked to be', () => {
  it('is what the page shows, in the language of the page, on light paper', () => {
    const view: PageView = {
      ...DEFAULT_VIEW,
      from: '2025-01-01',
      commodities: ['cocaine'],
      layers: ['seizures'],
    };
    expect(specOf(form, view, [-70, 10, -60.123456, 20])).toEqual({
      kind: 'figure',
      language: 'fr',
      theme: 'light',
      size: 'slide',
      bounds: [-70, 10, -60.1235, 20],
      level: 'territory',
      layers: ['seizures'],
      filter: { from: '2025-01-01', to: null, commodities: ['cocaine'], countries: [], dataSets: [] },
      selection: null,
      title: null,
      subtitle: null,
      audience: 'red',
      vesselNames: false,
    });
  });

  it('is always what the server takes', () => {
    for (const kind of BRIEFING_KINDS) {
      const asked = withKind(form, kind);
      const spec = specOf(asked, ROUTE, WIDE);
      expect(exportRequestSchema.parse(requestOf(asked, spec, true)).spec).toEqual(spec);
      expect(briefingSpecSchema.safeParse(plainSpec(previewOf(spec))).success).toBe(true);
    }
  });

  it('keeps the bounds of a map on the globe', () => {
    expect(keptBounds(WIDE)).toEqual([-180, -85, 180, 85]);
  });

  it('goes around what is selected, or over the whole region', () => {
    const around = { ...form, area: 'selection' } as const;
    expect(specOf(around, ROUTE, [-70, 10, -60, 20]).bounds).toBeNull();
    expect(specOf({ ...form, area: 'region' }, ROUTE, [-70, 10, -60, 20]).bounds).toEqual([
      -90, 7.5, -58, 25.5,
    ]);
    // Two maps side by side are no map of the page's own.
    expect(specOf(form, DEFAULT_VIEW, null).bounds).toEqual([-90, 7.5, -58, 25.5]);
    // A dossier lies around its route, whatever the map shows.
    expect(specOf(withKind(form, 'dossier'), ROUTE, [-70, 10, -60, 20]).bounds).toBeNull();
  });

  it('has the level of the selected route, whatever the list shows, and no vessel', () => {
    expect(specOf(form, ROUTE, null)).toMatchObject({ level: 'port', selection: ROUTE.selection });
    const vessel: PageView = { ...DEFAULT_VIEW, selection: { kind: 'vessel', id: 'imo:1' } };
    expect(specOf(form, vessel, null).selection).toBeNull();
  });

  it('names vessels from TLP:AMBER on', () => {
    const named = (audience: 'green' | 'amber' | 'red') =>
      specOf({ ...form, vesselNames: true, audience }, DEFAULT_VIEW, null).vesselNames;
    expect([named('green'), named('amber'), named('red')]).toEqual([false, true, true]);
  });

  it('takes the first format of a kind that is not made in the one before, and a table for CSV alone', () => {
    const pdf = { ...form, format: 'pdf' } as const;
    expect(withKind(pdf, 'brief').format).toBe('pdf');
    expect(withKind(pdf, 'deck').format).toBe('pptx');
    const csv = withKind(form, 'data');
    expect(requestOf(csv, specOf(csv, DEFAULT_VIEW, null), false)).toMatchObject({
      format: 'csv',
      table: 'routes',
    });
    expect(choicesOf({ ...csv, format: 'xlsx' }).table).toBe(false);
    // Tables hold all of the filters, shapes what the map shows; of both there is one request, and so one code.
    expect([choicesOf(csv).area, choicesOf({ ...csv, format: 'kml' }).area]).toEqual([false, true]);
    expect(specOf({ ...csv, format: 'kml' }, DEFAULT_VIEW, WIDE)).toEqual(specOf(csv, DEFAULT_VIEW, WIDE));
  });

  it('offers a dossier with a route only', () => {
    expect(kindsFor(DEFAULT_VIEW)).toEqual(['figure', 'totals', 'brief', 'deck', 'data']);
    expect(kindsFor(ROUTE)).toContain('dossier');
  });

  it('asks for published totals as a figure without a map, and previews the cases beside them', () => {
    const totals = withKind({ ...form, vesselNames: true, format: 'pdf' }, 'totals');
    expect(totals.format).toBe('pdf');
    const { names, area, size, theme } = choicesOf(totals);
    expect({ names, area, size, theme }).toEqual({ names: false, area: false, size: true, theme: true });
    const spec = specOf(totals, DEFAULT_VIEW, WIDE);
    expect([spec.bounds, spec.size, spec.vesselNames]).toEqual([null, 'slide', false]);
    // No filter narrows those cases, so theirs is not the preview of the rest.
    expect(previewOf(spec).kind).toBe('totals');
    expect(previewOf(specOf(form, DEFAULT_VIEW, WIDE)).kind).toBe('data');
  });

  it('asks the same of a preview however the figure looks', () => {
    const other = { ...form, title: 'Vers Anguilla', size: 'a3', theme: 'dark', area: 'region' } as const;
    expect(previewOf(specOf(other, DEFAULT_VIEW, WIDE))).toEqual(previewOf(specOf(form, DEFAULT_VIEW, null)));
  });

  it('takes titles of 500 characters without the spaces around them, and no longer ones', () => {
    expect(tooLong({ ...form, title: ` ${'x'.repeat(500)} ` })).toEqual([]);
    expect(tooLong({ ...form, title: 'x'.repeat(501), subtitle: 'y'.repeat(501) })).toEqual([
      'title',
      'subtitle',
    ]);
    // Data carry no title.
    expect(tooLong({ ...withKind(form, 'data'), title: 'x'.repeat(501) })).toEqual([]);
  });
});

it('tells what stands on the map and goes into no export', () => {
  expect(leftOut(DEFAULT_VIEW)).toEqual([]);
  const side = { operation: null, effort: null };
  const compare = {
    ...DEFAULT_VIEW.compare,
    a: { ...side, from: '2025-01-01', to: '2025-12-31' },
    b: { ...side, from: '2024-01-01', to: '2024-12-31' },
  };
  expect(leftOut({ ...DEFAULT_VIEW, compare: { ...compare, onMap: 'diff' } })).toEqual(['compare']);
  // Compared beside the map, not on it.
  expect(leftOut({ ...DEFAULT_VIEW, compare: { ...compare, onMap: null } })).toEqual([]);
  const drawn = { area: [[-61, 14]], measure: [[-61, 14]], rings: { centre: [-61, 14], nm: [50] } } as const;
  expect(leftOut({ ...DEFAULT_VIEW, ...drawn })).toEqual(['area', 'rings', 'measure']);
});

it('knows titles with letters that the font does not have as they are typed', () => {
  expect(notDrawn({ ...form, title: 'Vers Anguilla → Tortola', subtitle: 'Жёлтый Άγιος' })).toEqual([]);
  expect(notDrawn({ ...form, title: '中国', subtitle: 'go 🚢' })).toEqual(['title', 'subtitle']);
  // Data carry no title.
  expect(notDrawn({ ...withKind(form, 'data'), title: '中国' })).toEqual([]);
});

it.each([
  ['spec.title: our font does not have 中.', 400, 'letters-undrawn', 'title', 'letters'],
  ['spec.subtitle: our font does not have 中.', 400, 'letters-undrawn', 'subtitle', 'letters'],
  ['spec.title: at most 500 characters', 400, 'bad-parameter', 'title', 'tooLong'],
  ['spec.subtitle: at most 500 characters', 400, 'bad-parameter', 'subtitle', 'tooLong'],
  ['', 400, 'selection-unknown', 'kind', 'selectionGone'],
  ['', 400, 'briefing-empty', 'kind', 'empty'],
  ['', 400, 'totals-none', 'kind', 'totalsNone'],
  ['', 400, 'names-withheld', 'vesselNames', 'names'],
  ['', 409, 'consent-needed', 'consent', 'consent'],
  ['', 429, 'exports-full', null, 'busy'],
  ['', 0, null, null, 'gone'],
  ['The request cannot be read.', 400, 'bad-request', null, 'other'],
] as const)('a refusal "%s" %i %s is said at %s', (message, status, code, field, words) => {
  expect(refusalOf(new ApiError(message, status, code))).toEqual({ field, words });
});
