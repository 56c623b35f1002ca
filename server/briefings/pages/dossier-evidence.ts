import type { EvidenceRow } from '../../../shared/briefing.ts';
import { dateWords, routeName } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { fill, formatDay, formatNumber, MARKING_TEXT } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { COMMODITY_WORDS } from '../words/terms.ts';
import { CONTENT_WIDTH, type Sheet } from './sheet.ts';
import { COLUMN_SPACE, drawTable } from './table.ts';
import { section, STYLES, write } from './text.ts';

const WIDE = CONTENT_WIDTH + COLUMN_SPACE;

/** Rows that a dossier prints, our choice: some eighty pages of evidence. What is more is in its data file. */
export const DEFAULT_DOSSIER_OPTIONS = { evidenceRows: 2_000, vesselRows: 200, sourceRows: 200 } as const;

/** Says what a table leaves out. */
function shortened(sheet: Sheet, shown: number, of: number): void {
  if (shown >= of) return;
  const { language } = sheet.briefing.spec;
  write(
    sheet,
    'P',
    fill(PAGE_WORDS[language].dossier.shortened, {
      shown: formatNumber(language, shown),
      of: formatNumber(language, of),
    }),
    { ...STYLES.note, face: 'semibold' },
    { after: 4 },
  );
}

interface VesselSum {
  readonly vessel: string;
  readonly seizures: number;
  readonly voyages: number;
  readonly first: string;
  readonly last: string;
}

function vesselsOf(evidence: readonly EvidenceRow[]): VesselSum[] {
  const sums = new Map<string, VesselSum>();
  for (const { vessel, kind, day, lastDay } of evidence) {
    if (vessel === null) continue;
    const before = sums.get(vessel) ?? { vessel, seizures: 0, voyages: 0, first: day, last: lastDay };
    sums.set(vessel, {
      vessel,
      seizures: before.seizures + (kind === 'seizure' ? 1 : 0),
      voyages: before.voyages + (kind === 'voyage' ? 1 : 0),
      first: day < before.first ? day : before.first,
      last: lastDay > before.last ? lastDay : before.last,
    });
  }
  return [...sums.values()].sort(
    (a, b) => b.seizures + b.voyages - a.seizures - a.voyages || (a.first < b.first ? -1 : 1),
  );
}

/** The vessels of the evidence, most often seen first, by pseudonym or by name. */
export function writeVessels(sheet: Sheet): void {
  const { spec, evidence } = sheet.briefing;
  const { heading, column, none, dossier } = PAGE_WORDS[spec.language];
  section(sheet, heading.vessels);
  const vessels = vesselsOf(evidence);
  if (vessels.length === 0) {
    write(sheet, 'P', none.vessels, STYLES.body);
    return;
  }
  write(sheet, 'P', spec.vesselNames ? dossier.names : dossier.pseudonyms, STYLES.note, { after: 4 });
  const shown = vessels.slice(0, DEFAULT_DOSSIER_OPTIONS.vesselRows);
  shortened(sheet, shown.length, vessels.length);
  const rows = shown.map((one) => [
    clean(one.vessel),
    formatNumber(spec.language, one.seizures),
    formatNumber(spec.language, one.voyages),
    formatDay(spec.language, one.first),
    formatDay(spec.language, one.last),
  ]);
  const columns = [
    { head: column.vessel, width: WIDE - 366 },
    { head: column.seizures, width: 76, align: 'right' },
    { head: column.voyages, width: 60, align: 'right' },
    { head: column.first, width: 115 },
    { head: column.last, width: 115 },
  ] as const;
  drawTable(sheet, { columns, rows, summary: heading.vessels });
}

/** Every event behind the route, up to the number of rows that paper takes. */
export function writeEvidence(sheet: Sheet): void {
  const { spec, evidence } = sheet.briefing;
  const { heading, column, none } = PAGE_WORDS[spec.language];
  section(sheet, heading.evidence);
  if (evidence.length === 0) {
    write(sheet, 'P', none.evidence, STYLES.body);
    return;
  }
  const shown = evidence.slice(0, DEFAULT_DOSSIER_OPTIONS.evidenceRows);
  shortened(sheet, shown.length, evidence.length);
  const columns = [
    { head: column.day, width: 72 },
    { head: column.event, width: 78 },
    { head: column.way, width: WIDE - 393 },
    { head: column.goods, width: 100 },
    { head: column.vessel, width: 58 },
    { head: column.source, width: 85 },
  ];
  const rows = shown.map((row) => evidenceRow(sheet, row));
  drawTable(sheet, { columns, rows, maxLines: 4, summary: heading.evidence });
}

function evidenceRow({ briefing: { spec } }: Sheet, row: EvidenceRow): string[] {
  const { language } = spec;
  const { dossier } = PAGE_WORDS[language];
  const event = [
    `${dossier[row.kind]} ${clean(row.id)}`,
    ...(row.synthetic ? [dossier.syntheticShort] : []),
    ...(row.marking === 'clear' ? [] : [MARKING_TEXT[row.marking]]),
  ];
  const goods = row.commodities.map((one) => COMMODITY_WORDS[language][one]);
  const amount =
    row.massKg === null ? row.quantities.map(clean) : [`${formatNumber(language, row.massKg, 1)}\u00a0kg`];
  return [
    dateWords(language, row),
    event.join(', '),
    row.places.length === 0
      ? dossier.notStated
      : routeName(row.places.filter((place, index) => place !== row.places[index - 1])),
    [...goods, ...amount].join(', ') || '–',
    row.vessel === null ? '–' : clean(row.vessel),
    clean(row.source.publisher) || clean(row.source.title) || '–',
  ];
}

/** Each source once, the one of most events first. */
export function writeSources(sheet: Sheet): void {
  const { spec, about, evidence } = sheet.briefing;
  const { heading, column, none, dossier } = PAGE_WORDS[spec.language];
  section(sheet, heading.sources);
  const sums = new Map<string, { readonly source: EvidenceRow['source']; count: number }>();
  for (const { source } of evidence) {
    const key = JSON.stringify([source.title, source.publisher, source.date, source.url]);
    const before = sums.get(key);
    if (before) before.count += 1;
    else sums.set(key, { source, count: 1 });
  }
  const all = [...sums.values()].sort((a, b) => b.count - a.count);
  if (all.length + about.dataSets.length === 0) {
    write(sheet, 'P', none.sources, STYLES.body);
    return;
  }
  const sets = about.dataSets.map(({ title, synthetic, events }) => [
    clean(title) + (synthetic ? ` (${dossier.syntheticShort})` : ''),
    '',
    formatNumber(spec.language, events),
    '',
  ]);
  const shown = all.slice(0, DEFAULT_DOSSIER_OPTIONS.sourceRows);
  shortened(sheet, shown.length, all.length);
  const rows = shown.map(({ source, count }) => [
    [clean(source.title), clean(source.publisher)].filter((part) => part !== '').join('. '),
    clean(source.date),
    formatNumber(spec.language, count),
    clean(source.url),
  ]);
  const columns = [
    { head: column.source, width: 250 },
    { head: column.published_on, width: 66 },
    { head: column.rows, width: 50, align: 'right' },
    { head: column.url, width: WIDE - 366 },
  ] as const;
  drawTable(sheet, { columns, rows: [...sets, ...rows], maxLines: 4, summary: heading.sources });
}
