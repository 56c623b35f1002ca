import type { Briefing, ReconciliationRow, RouteRow, SpotRow } from '../../shared/briefing.ts';
import type { Language } from '../../shared/languages.ts';
import {
  chanceWords,
  itemWords,
  markedRoute,
  positionWords,
  pText,
  publishedWords,
  spotWords,
} from './words/about.ts';
import { clean } from './words/clean.ts';
import { formatNumber } from './words/format.ts';
import { PAGE_WORDS } from './words/pages.ts';
import { EMERGING_WORDS } from './words/terms.ts';

// Cells of the tables that stand on pages and on slides alike.

/** A route: its places, support, seizures and voyages, expected, and how surprising it is given the traffic. */
export function routeCells(language: Language, route: RouteRow): string[] {
  return [
    markedRoute(language, route),
    route.recurs ? formatNumber(language, route.effectiveSupport, 1) : PAGE_WORDS[language].dossier.once,
    `${formatNumber(language, route.seizures)} / ${formatNumber(language, route.voyages)}`,
    route.legsModel === null ? '–' : formatNumber(language, route.legsModel.expected, 1),
    chanceWords(language, route.legsModel),
  ];
}

/**
 * Cells where seizures cluster: what the page calls it, seizures, q, and its course over time. Of several near one port
 * each has its position too.
 */
export function hotSpotRows(language: Language, spots: readonly SpotRow[]): string[][] {
  return spots.map((spot) => {
    const isOne = spot.near === '' || spots.filter(({ near }) => near === spot.near).length === 1;
    return [
      spotWords(language, spot) + (isOne ? '' : `, ${positionWords(language, spot.centre)}`),
      formatNumber(language, spot.count, 1),
      `q ${pText(language, spot.q)}`,
      spot.emerging === null ? '–' : EMERGING_WORDS[language][spot.emerging],
    ];
  });
}

/** A published total: item, published, the year before, loaded, gap. */
function itemCells(language: Language, row: ReconciliationRow): [item: string, ...numbers: string[]] {
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(language, value, 1));
  return [
    itemWords(language, row.item),
    publishedWords(language, row),
    number(row.before),
    number(row.loaded),
    number(row.gap),
  ];
}

const hasSeveral = (rows: readonly ReconciliationRow[]): boolean =>
  new Set(rows.map(({ operation }) => operation)).size > 1;

/** Rows of published totals, each with its operation where there are several. */
export function itemRows({ spec: { language }, reconciliation }: Briefing, most: number): string[][] {
  const several = hasSeveral(reconciliation);
  return reconciliation.slice(0, most).map((row) => {
    const [item, ...numbers] = itemCells(language, row);
    return [several ? `${clean(row.operation)}: ${item}` : item, ...numbers];
  });
}

/** The same where room is scarce: each operation in a row of its own above its rows. */
export function groupedItems(
  language: Language,
  rows: readonly ReconciliationRow[],
): (string | { readonly text: string; readonly face: 'semibold' })[][] {
  const several = hasSeveral(rows);
  return rows.flatMap((row, i) => {
    const isFirst = several && row.operation !== rows[i - 1]?.operation;
    const cells = itemCells(language, row);
    return isFirst ? [[{ text: clean(row.operation), face: 'semibold' }], cells] : [cells];
  });
}
