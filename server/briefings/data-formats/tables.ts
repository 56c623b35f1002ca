import type {
  Briefing,
  DataTable,
  EvidenceRow,
  LegRow,
  RouteRow,
  SpotRow,
} from '../../../shared/briefing.ts';
import { ABOUT_COLUMNS, aboutCells, type AboutColumn } from './about.ts';

/** A list is of codes or names, in order. */
export type Cell = string | number | boolean | null | readonly string[];
/** text: as it stands. day: `YYYY-MM-DD`. code: words of a closed list, said in the reader's language. */
export type CellKind = 'text' | 'number' | 'day' | 'flag' | 'code';
export interface DataTableContent<Name extends string = ColumnName> {
  readonly columns: readonly { readonly name: Name; readonly kind: CellKind }[];
  readonly rows: readonly (readonly Cell[])[];
}

type Field<Row, Name extends string> = readonly [name: Name, kind: CellKind, of: (row: Row) => Cell];

const fields =
  <Row>() =>
  <const F extends readonly Field<Row, string>[]>(...given: F): F =>
    given;

const ROUTES = fields<RouteRow>()(
  ['id', 'text', (row) => row.id],
  ['places', 'text', (row) => row.places],
  ['recurs', 'flag', (row) => row.recurs],
  ['effectiveSupport', 'number', (row) => row.effectiveSupport],
  ['independentEvents', 'number', (row) => row.independentEvents],
  ['seizures', 'number', (row) => row.seizures],
  ['voyages', 'number', (row) => row.voyages],
  ['vessels', 'number', (row) => row.vessels],
  ['certainty', 'code', (row) => row.certainty],
  ['evidenceSynthetic', 'code', (row) => row.synthetic],
  ['firstDay', 'day', (row) => row.firstDay],
  ['lastDay', 'day', (row) => row.lastDay],
  ['distanceKm', 'number', (row) => row.distanceKm],
  ['legsExpected', 'number', (row) => row.legsModel?.expected ?? null],
  ['legsP', 'number', (row) => row.legsModel?.p ?? null],
  ['legsQ', 'number', (row) => row.legsModel?.q ?? null],
  ['callsExpected', 'number', (row) => row.callsModel?.expected ?? null],
  ['callsP', 'number', (row) => row.callsModel?.p ?? null],
  ['callsPError', 'number', (row) => row.callsModel?.pError ?? null],
  ['callsQ', 'number', (row) => row.callsModel?.q ?? null],
  ['callsDraws', 'number', (row) => row.callsModel?.draws ?? null],
  ['rank', 'number', (row) => row.rank?.rank ?? null],
  ['rankBest', 'number', (row) => row.rank?.best ?? null],
  ['rankWorst', 'number', (row) => row.rank?.worst ?? null],
);

const LEGS = fields<LegRow>()(
  ['id', 'text', (row) => row.id],
  ['from', 'text', (row) => row.from],
  ['to', 'text', (row) => row.to],
  ['voyageLegs', 'number', (row) => row.voyageLegs],
  ['seizureLegs', 'number', (row) => row.seizureLegs],
  ['vessels', 'number', (row) => row.vessels],
  ['distanceKm', 'number', (row) => row.distanceKm],
  ['certainty', 'code', (row) => row.certainty],
  ['evidenceSynthetic', 'flag', (row) => row.synthetic],
);

const HOTSPOTS = fields<SpotRow>()(
  ['cell', 'text', (row) => row.cell],
  ['longitude', 'number', (row) => row.centre[0]],
  ['latitude', 'number', (row) => row.centre[1]],
  ['near', 'text', (row) => row.near],
  ['nearKm', 'number', (row) => row.nearKm],
  ['class', 'code', (row) => row.class],
  ['count', 'number', (row) => row.count],
  ['kg', 'number', (row) => row.kg],
  ['z', 'number', (row) => row.z],
  ['q', 'number', (row) => row.q],
  ['emerging', 'code', (row) => row.emerging],
  ['per1000Calls', 'number', (row) => row.per1000Calls],
);

const EVIDENCE = fields<EvidenceRow>()(
  ['id', 'text', (row) => row.id],
  ['kind', 'code', (row) => row.kind],
  ['day', 'day', (row) => row.day],
  ['lastDay', 'day', (row) => row.lastDay],
  ['datePrecision', 'code', (row) => row.datePrecision],
  ['places', 'text', (row) => row.places],
  ['certainties', 'code', (row) => row.certainties],
  ['commodities', 'code', (row) => row.commodities],
  ['massKg', 'number', (row) => row.massKg],
  ['quantities', 'text', (row) => row.quantities],
  ['vessel', 'text', (row) => row.vessel],
  ['sourceTitle', 'text', (row) => row.source.title],
  ['sourcePublisher', 'text', (row) => row.source.publisher],
  ['sourceDate', 'text', (row) => row.source.date],
  ['sourceUrl', 'text', (row) => row.source.url],
  ['evidenceSynthetic', 'flag', (row) => row.synthetic],
  ['evidenceMarking', 'text', (row) => row.marking],
);

const OVER_TIME = fields<Briefing['overTime'][number]>()(
  ['period', 'text', (row) => row.period],
  ['commodity', 'code', (row) => row.commodity],
  ['seizures', 'number', (row) => row.seizures],
  ['kg', 'number', (row) => row.kg],
);

const RECONCILIATION = fields<Briefing['reconciliation'][number]>()(
  ['operation', 'text', (row) => row.operation],
  ['item', 'code', (row) => row.item],
  ['qualifier', 'code', (row) => row.qualifier],
  ['published', 'number', (row) => row.published],
  ['unit', 'code', (row) => row.unit],
  ['before', 'number', (row) => row.before],
  ['loaded', 'number', (row) => row.loaded],
  ['gap', 'number', (row) => row.gap],
  ['note', 'text', (row) => row.note],
  ['sourceTitle', 'text', (row) => row.source.title],
  ['sourcePublisher', 'text', (row) => row.source.publisher],
  ['sourceDate', 'text', (row) => row.source.date],
  ['sourceUrl', 'text', (row) => row.source.url],
);

/** Every column of the tables by its name in CSV, the same in every language. */
export type ColumnName =
  | (typeof ROUTES)[number][0]
  | (typeof LEGS)[number][0]
  | (typeof HOTSPOTS)[number][0]
  | (typeof EVIDENCE)[number][0]
  | (typeof OVER_TIME)[number][0]
  | (typeof RECONCILIATION)[number][0];

function contentOf<Row>(rows: readonly Row[], of: readonly Field<Row, ColumnName>[]): DataTableContent {
  return {
    columns: of.map(([name, kind]) => ({ name, kind })),
    rows: rows.map((row) => of.map(([, , cell]) => cell(row))),
  };
}

/** A list as one text: in order of travel `A > B`, else `a; b`. */
export const listText = (name: string, parts: readonly string[]): string =>
  parts.join(name === 'places' || name === 'certainties' ? ' > ' : '; ');

/** One table of a briefing, its rows in the order of the briefing. */
export function tableOf(briefing: Briefing, table: DataTable): DataTableContent {
  switch (table) {
    case 'routes':
      return contentOf(briefing.routes, ROUTES);
    case 'legs':
      return contentOf(briefing.legs, LEGS);
    case 'hotspots':
      return contentOf(briefing.spots, HOTSPOTS);
    case 'evidence':
      return contentOf(briefing.evidence, EVIDENCE);
    case 'overTime':
      return contentOf(briefing.overTime, OVER_TIME);
    case 'reconciliation':
      return contentOf(briefing.reconciliation, RECONCILIATION);
  }
}

/** A table with the run, the hash, the code, the marking and "synthetic" before each row: a row alone says where from. */
export function tableWithAbout(
  briefing: Briefing,
  table: DataTable,
): DataTableContent<ColumnName | AboutColumn> {
  const { columns, rows } = tableOf(briefing, table);
  const about = aboutCells(briefing.about);
  return { columns: [...ABOUT_COLUMNS, ...columns], rows: rows.map((row) => [...about, ...row]) };
}
