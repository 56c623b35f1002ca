import type { LegRow, RouteRow } from '../../../shared/briefing.ts';
import { pText, routeName } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { fill, formatKm, formatNm, formatNumber, formatP, plural, qClass } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { CERTAINTY_WORDS, COMMODITY_WORDS } from '../words/terms.ts';
import { drawBars } from './chart.ts';
import { CONTENT_WIDTH, INK, type Sheet } from './sheet.ts';
import { COLUMN_SPACE, drawTable, type Cell } from './table.ts';
import { section, STYLES, write } from './text.ts';

const WIDE = CONTENT_WIDTH + COLUMN_SPACE;

/** The legs of the route: how often, by whom, how far, how sure. What is synthetic of the route went along each of them. */
export function writeLegs(sheet: Sheet, route: RouteRow | null): void {
  const { language } = sheet.briefing.spec;
  const { heading, column, none, mark } = PAGE_WORDS[language];
  section(sheet, heading.legs);
  if (sheet.briefing.legs.length === 0) {
    write(sheet, 'P', none.legs, STYLES.body);
    return;
  }
  const marked = (leg: LegRow): string[] => {
    const share = leg.synthetic ? 'all' : route === null || route.synthetic === 'none' ? null : 'some';
    return share === null ? [] : [mark[share].toLocaleLowerCase(language)];
  };
  const rows = sheet.briefing.legs.map((leg) => [
    routeName([leg.from, leg.to]),
    formatNumber(language, leg.seizureLegs),
    formatNumber(language, leg.voyageLegs),
    formatNumber(language, leg.vessels),
    `${formatKm(language, leg.distanceKm)} (${formatNm(language, leg.distanceKm)})`,
    [CERTAINTY_WORDS[language][leg.certainty], ...marked(leg)].join(', '),
  ]);
  const columns = [
    { head: column.leg, width: WIDE - 336 + 4 },
    { head: column.seizuresShort, width: 50, align: 'right' },
    { head: column.voyages, width: 46, align: 'right' },
    { head: column.vessels, width: 66, align: 'right' },
    { head: column.distance, width: 88, align: 'right' },
    { head: column.sure, width: 82 },
  ] as const;
  drawTable(sheet, { columns, rows, summary: heading.legs });
}

/** Each measure with its value and what it means. */
export function writeStatistics(sheet: Sheet, route: RouteRow): void {
  const { language } = sheet.briefing.spec;
  const { heading, column } = PAGE_WORDS[language];
  section(sheet, heading.statistics, 90);
  const columns = [
    { head: column.measure, width: 118 },
    { head: column.value, width: 128 },
    { head: column.meaning, width: WIDE - 246 },
  ];
  const bold = (text: string): Cell => ({ text, face: 'semibold' });
  const rows = [
    supportRow(sheet, route),
    trafficRow(sheet, route),
    ...callsRows(sheet, route),
    rankRow(sheet, route),
    pqRow(sheet),
  ].map(([measure, value, meaning]) => [bold(measure), value, { text: meaning, color: INK.quiet }]);
  drawTable(sheet, { columns, rows, maxLines: 12, summary: heading.statistics });
}

type Row = readonly [measure: string, value: string, meaning: string];

function supportRow({ briefing: { spec } }: Sheet, route: RouteRow): Row {
  const { measure, count } = PAGE_WORDS[spec.language];
  const support = formatNumber(spec.language, route.effectiveSupport, 1);
  const events = plural(spec.language, route.independentEvents, count.events);
  return [measure.support, fill(measure.supportValue, { support, events }), measure.supportMeans];
}

function trafficRow({ briefing: { spec } }: Sheet, { legsModel }: RouteRow): Row {
  const { language } = spec;
  const { measure, chance } = PAGE_WORDS[language];
  if (legsModel === null) return [measure.traffic, chance.untested, measure.notTested];
  const long = { strong: chance.strongLong, some: chance.someLong, none: chance.noneLong }[
    qClass(legsModel.q)
  ];
  return [
    measure.traffic,
    fill(measure.trafficValue, {
      expected: formatNumber(language, legsModel.expected, 1),
      p: pText(language, legsModel.p),
      q: pText(language, legsModel.q),
    }),
    fill(measure.trafficMeans, { chance: fill(long, { q: pText(language, legsModel.q) }) }),
  ];
}

function callsRows({ briefing: { spec } }: Sheet, { callsModel }: RouteRow): Row[] {
  const { language } = spec;
  const { measure, chance, callsLong } = PAGE_WORDS[language];
  if (callsModel === null) return [[measure.calls, chance.untested, measure.notTested]];
  const values = {
    expected: formatNumber(language, callsModel.expected, 1),
    p: pText(language, callsModel.p),
    q: pText(language, callsModel.q),
    error: formatNumber(language, callsModel.pError, 4),
    draws: formatNumber(language, callsModel.draws),
    floor: formatP(language, 1 / (1 + callsModel.draws)),
  };
  return [
    [
      measure.calls,
      fill(measure.trafficValue, values),
      fill(measure.callsMeans, { chance: `${callsLong[qClass(callsModel.q)]} (q\u00a0${values.q})` }),
    ],
    [measure.draws, fill(measure.drawsValue, values), fill(measure.drawsMeans, values)],
  ];
}

function rankRow({ briefing: { spec } }: Sheet, { rank }: RouteRow): Row {
  const { measure } = PAGE_WORDS[spec.language];
  if (rank === null) return [measure.rank, '–', measure.notRanked];
  const value = fill(rank.best === rank.worst ? measure.rankFixed : measure.rankValue, {
    rank: formatNumber(spec.language, rank.rank),
    best: formatNumber(spec.language, rank.best),
    worst: formatNumber(spec.language, rank.worst),
  });
  return [measure.rank, value, measure.rankMeans];
}

function pqRow({ briefing: { spec } }: Sheet): Row {
  const { measure } = PAGE_WORDS[spec.language];
  return [measure.pq, '', measure.pqMeans];
}

/** Goods by period as bars, and the numbers that they show. */
export function writeOverTime(sheet: Sheet): void {
  const { briefing } = sheet;
  const { language } = briefing.spec;
  const { heading, column, none, dossier, count } = PAGE_WORDS[language];
  section(sheet, heading.overTime, 150);
  if (briefing.overTime.length === 0) {
    write(sheet, 'P', none.overTime, STYLES.body);
    return;
  }
  drawBars(sheet, briefing.overTime);
  const undated = briefing.overTime.filter(({ period }) => period === null);
  const seizures = undated.reduce((sum, row) => sum + row.seizures, 0);
  const rough = fill(dossier.noPeriod, { seizures: plural(language, seizures, count.seizures) });
  const note = undated.length === 0 ? dossier.eachGoods : `${dossier.eachGoods} ${rough}`;
  write(sheet, 'P', note, STYLES.note, { after: 4 });
  const rows = briefing.overTime.map((row) => [
    row.period === null ? dossier.notStated : clean(row.period),
    COMMODITY_WORDS[language][row.commodity],
    formatNumber(language, row.seizures),
    row.kg === 0 ? '–' : formatNumber(language, row.kg, 1),
  ]);
  const columns = [
    { head: column.period, width: 90 },
    { head: column.goods, width: 170 },
    { head: column.seizures, width: 76, align: 'right' },
    { head: column.mass, width: 76, align: 'right' },
  ] as const;
  drawTable(sheet, { columns, rows, summary: heading.overTime });
}
