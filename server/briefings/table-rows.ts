import type { Briefing, RouteRow } from '../../shared/briefing.ts';
import type { Language } from '../../shared/languages.ts';
import type { HotPlace } from './statements.ts';
import { chanceWords, itemWords, pText, publishedWords, routeName } from './words/about.ts';
import { clean } from './words/clean.ts';
import { formatNumber } from './words/format.ts';
import { PAGE_WORDS } from './words/pages.ts';
import { EMERGING_WORDS } from './words/terms.ts';

// Cells of the tables that stand on pages and on slides alike.

/** A route: its places, support, seizures and voyages, expected, and how surprising it is given the traffic. */
export function routeCells(language: Language, route: RouteRow): string[] {
  return [
    routeName(route.places),
    route.recurs ? formatNumber(language, route.effectiveSupport, 1) : PAGE_WORDS[language].dossier.once,
    `${formatNumber(language, route.seizures)} / ${formatNumber(language, route.voyages)}`,
    route.legsModel === null ? '–' : formatNumber(language, route.legsModel.expected, 1),
    chanceWords(language, route.legsModel),
  ];
}

/** A place near which seizures cluster: its name, seizures, q of its strongest cell, and its course over time. */
export function hotPlaceCells(language: Language, { near, seizures, strongest }: HotPlace): string[] {
  return [
    clean(near),
    formatNumber(language, seizures, 1),
    `q ${pText(language, strongest.q)}`,
    strongest.emerging === null ? '–' : EMERGING_WORDS[language][strongest.emerging],
  ];
}

/** Rows of published totals: item, published, the year before, loaded, gap; the operation where there are several. */
export function itemRows({ spec: { language }, reconciliation }: Briefing, most: number): string[][] {
  const several = new Set(reconciliation.map(({ operation }) => operation)).size > 1;
  const number = (value: number | null, none: string): string =>
    value === null ? none : formatNumber(language, value, 1);
  return reconciliation.slice(0, most).map((row) => {
    const item = itemWords(language, row.item);
    return [
      several ? `${clean(row.operation)}: ${item}` : item,
      publishedWords(language, row),
      number(row.before, '–'),
      number(row.loaded, '–'),
      number(row.gap, '–'),
    ];
  });
}
