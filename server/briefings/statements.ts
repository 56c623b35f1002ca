import type { Briefing, RouteRow, SpotRow } from '../../shared/briefing.ts';
import { listWords, countryName, fill, formatNumber, plural, qClass } from './words/format.ts';
import { clean } from './words/clean.ts';
import { pText, routeName } from './words/about.ts';
import { PAGE_WORDS } from './words/pages.ts';

/** Hot cells that have the same place nearest. */
export interface HotPlace {
  readonly near: string;
  readonly cells: number;
  readonly seizures: number;
  readonly kg: number;
  /** Of its strongest cell. */
  readonly strongest: SpotRow;
}

/**
 * Hot spots by the place they lie near, strongest first: cells side by side are one to a reader. Those that are hot
 * by their neighbours alone come last.
 */
export function hotPlaces(spots: readonly SpotRow[]): HotPlace[] {
  const byPlace = new Map<string, HotPlace>();
  for (const spot of spots) {
    if (spot.class !== 'hot') continue;
    const before = byPlace.get(spot.near);
    byPlace.set(spot.near, {
      near: spot.near,
      cells: (before?.cells ?? 0) + 1,
      seizures: (before?.seizures ?? 0) + spot.count,
      kg: (before?.kg ?? 0) + spot.kg,
      strongest: before && before.strongest.z >= spot.z ? before.strongest : spot,
    });
  }
  return [...byPlace.values()].sort(
    (a, b) =>
      Number(b.seizures > 0) - Number(a.seizures > 0) ||
      b.strongest.z - a.strongest.z ||
      b.seizures - a.seizures ||
      (a.near < b.near ? -1 : 1),
  );
}

/** Three to five sentences made of the numbers: what recurs, where it clusters, how sure, what rests on what. */
export function statementsOf(briefing: Briefing): string[] {
  const all = [
    recurring(briefing),
    clustering(briefing),
    sureness(briefing),
    resting(briefing),
    synthetic(briefing),
  ];
  return all.filter((one) => one !== null);
}

/** What recurs and what was seen once, in one sentence. */
export function recurringWords({ spec, routesTotal }: Briefing): string {
  const { say, count } = PAGE_WORDS[spec.language];
  const once = plural(spec.language, routesTotal.once, count.once);
  if (routesTotal.recurring + routesTotal.once === 0) return say.nothing;
  if (routesTotal.recurring === 0) return fill(say.noneRecurs, { once });
  return fill(say.recurring, { recur: plural(spec.language, routesTotal.recurring, count.recur), once });
}

function recurring(briefing: Briefing): string {
  const best = briefing.routes.find(({ recurs }) => recurs);
  return best ? `${recurringWords(briefing)} ${bestWords(briefing, best)}` : recurringWords(briefing);
}

function bestWords({ spec: { language } }: Briefing, best: RouteRow): string {
  const { say, count, chance } = PAGE_WORDS[language];
  const long = { strong: chance.strongLong, some: chance.someLong, none: chance.noneLong };
  return fill(say.best, {
    route: routeName(best.places),
    support: formatNumber(language, best.effectiveSupport, 1),
    seizures: plural(language, best.seizures, count.seizures),
    voyages: plural(language, best.voyages, count.voyages),
    chance: best.legsModel
      ? fill(long[qClass(best.legsModel.q)], { q: pText(language, best.legsModel.q) })
      : chance.untested.toLocaleLowerCase(language),
  });
}

function clustering({ spec: { language }, spots }: Briefing): string {
  const { say, count } = PAGE_WORDS[language];
  const [first] = hotPlaces(spots);
  if (!first) return say.noCluster;
  return fill(say.cluster, {
    cells: plural(language, spots.filter((spot) => spot.class === 'hot').length, count.cells),
    place: clean(first.near),
    seizures: plural(language, first.seizures, count.seizures),
    q: pText(language, first.strongest.q),
  });
}

const recurringOf = ({ routes }: Briefing): RouteRow[] => routes.filter(({ recurs }) => recurs);

function sureness(briefing: Briefing): string | null {
  const rows = recurringOf(briefing);
  if (rows.length === 0) return null;
  const sure = rows.filter(({ certainty }) => certainty === 'observed' || certainty === 'stated').length;
  const { language } = briefing.spec;
  return fill(PAGE_WORDS[language].say.sure, { of: rows.length, sure, unsure: rows.length - sure });
}

function resting(briefing: Briefing): string | null {
  const rows = recurringOf(briefing);
  if (rows.length === 0) return null;
  const reports = rows.filter(({ voyages }) => voyages === 0).length;
  const voyages = rows.filter(({ seizures }) => seizures === 0).length;
  return fill(PAGE_WORDS[briefing.spec.language].say.reporting, {
    reports,
    voyages,
    both: rows.length - reports - voyages,
  });
}

function synthetic(briefing: Briefing): string | null {
  const { synthetic: share } = briefing.about;
  if (share === 'none') return null;
  const { say } = PAGE_WORDS[briefing.spec.language];
  return share === 'all' ? say.syntheticAll : fill(say.syntheticSome, { titles: syntheticTitles(briefing) });
}

const syntheticTitles = ({ spec, about }: Briefing): string =>
  listWords(
    spec.language,
    about.dataSets.filter((one) => one.synthetic).map(({ title }) => clean(title)),
  );

/** What the numbers cannot say: as many caveats as apply; `short` leaves out what a brief says above. */
export function limitsOf(briefing: Briefing, length: 'full' | 'short' = 'full'): string[] {
  const full = length === 'full';
  const { language } = briefing.spec;
  const { limit } = PAGE_WORDS[language];
  const countries = briefing.scene.noData.map((code) => clean(countryName(language, code)));
  return [
    limit.reporting,
    countries.length === 0
      ? limit.noDataNone
      : fill(limit.noData, { countries: listWords(language, countries) }),
    ...(full ? [limit.once] : []),
    limit.chance,
    ...(briefing.spots.length > 0 ? [limit.hotSpots] : []),
    ...(full ? [limit.places] : []),
    ...(briefing.reconciliation.some(({ gap }) => gap !== null && gap > 0) ? [limit.gap] : []),
    ...(briefing.about.synthetic === 'none' || !full
      ? []
      : [fill(limit.synthetic, { titles: syntheticTitles(briefing) })]),
  ];
}
