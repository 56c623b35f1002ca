import type { Briefing, RouteRow, SpotRow, SyntheticShare } from '../../shared/briefing.ts';
import { listWords, countryName, fill, formatNumber, plural, qClass } from './words/format.ts';
import { clean, shorten } from './words/clean.ts';
import { markedRoute, placeWords, pText } from './words/about.ts';
import { PAGE_WORDS } from './words/pages.ts';

/**
 * The hot cells, the strongest first, each by itself as on the page: none of them is found there by the sum of several.
 * Those that are hot by their neighbours alone come last.
 */
export const hotSpots = (spots: readonly SpotRow[]): SpotRow[] =>
  spots
    .filter((spot) => spot.class === 'hot')
    .sort(
      (a, b) =>
        Number(b.count > 0) - Number(a.count > 0) ||
        b.z - a.z ||
        b.count - a.count ||
        (a.cell < b.cell ? -1 : 1),
    );

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
    route: markedRoute(language, best),
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
  const [first] = hotSpots(spots);
  if (!first) return say.noCluster;
  return fill(say.cluster, {
    cells: plural(language, spots.filter((spot) => spot.class === 'hot').length, count.cells),
    place: placeWords(language, first),
    seizures: plural(language, first.count, count.seizures),
    q: pText(language, first.q),
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
  if (share === 'all') return say.syntheticAll;
  const some = fill(say.syntheticSome, { titles: syntheticTitles(briefing) });
  const rows = recurringOf(briefing);
  if (rows.length === 0) return some;
  const resting = (on: RouteRow['synthetic']): number => rows.filter((row) => row.synthetic === on).length;
  return `${fill(say.syntheticRoutes, { of: rows.length, all: resting('all'), some: resting('some') })} ${some}`;
}

const syntheticTitles = ({ spec, about }: Briefing): string =>
  listWords(
    spec.language,
    about.dataSets.filter((one) => one.synthetic).map(({ title }) => clean(title)),
  );

/** Letters of the titles of data sets in a caveat: it is said whole, whatever they are called. */
const TITLES_SAID = 160;

/** That synthetic data are no evidence, where there are any: the first of the limits, so that it is never the one cut. */
export function syntheticLimit(briefing: Briefing): string[] {
  if (briefing.about.synthetic === 'none') return [];
  const titles = shorten(syntheticTitles(briefing), TITLES_SAID);
  return [fill(PAGE_WORDS[briefing.spec.language].limit.synthetic, { titles })];
}

/** What the numbers cannot say: as many caveats as apply. */
export const limitsOf = (briefing: Briefing): string[] => [
  ...syntheticLimit(briefing),
  ...otherLimits(briefing),
];

/** How much of its seizures are synthetic, for what rests on them alone: cells do not keep of which they are. */
export const seizuresSynthetic = ({ evidence }: Briefing): SyntheticShare =>
  shareOf(evidence.filter(({ kind }) => kind === 'seizure').map(({ synthetic }) => synthetic));

/** How much of its voyages are synthetic: what data sets hold beside seizures. Not of a dossier, whose evidence is its route's. */
export function voyagesSynthetic({ about, evidence }: Briefing): SyntheticShare {
  const events = about.dataSets.reduce((sum, set) => sum + (set.synthetic ? set.events : 0), 0);
  const seizures = evidence.filter(({ kind, synthetic }) => kind === 'seizure' && synthetic).length;
  const voyages = Math.max(0, events - seizures);
  if (voyages === 0) return 'none';
  return voyages >= about.events.voyages ? 'all' : 'some';
}

/** How much of some routes rests on synthetic data. */
export const routesSynthetic = (rows: readonly RouteRow[]): SyntheticShare =>
  rows.length > 0 && rows.every(({ synthetic }) => synthetic === 'all')
    ? 'all'
    : rows.some(({ synthetic }) => synthetic !== 'none')
      ? 'some'
      : 'none';

function shareOf(flags: readonly boolean[]): SyntheticShare {
  if (!flags.includes(true)) return 'none';
  return flags.includes(false) ? 'some' : 'all';
}

/** The others; `short` leaves out what a brief says above. The longest, a list of countries, is the last. */
export function otherLimits(briefing: Briefing, length: 'full' | 'short' = 'full'): string[] {
  const full = length === 'full';
  const { language } = briefing.spec;
  const { limit } = PAGE_WORDS[language];
  const countries = briefing.scene.noData.map((code) => clean(countryName(language, code)));
  return [
    limit.reporting,
    ...(full ? [limit.once] : []),
    limit.chance,
    ...(briefing.spots.length > 0 ? [limit.hotSpots] : []),
    ...(full ? [limit.places] : []),
    ...(briefing.reconciliation.some(({ gap }) => gap !== null && gap > 0) ? [limit.gap] : []),
    countries.length === 0 || !full
      ? limit.noDataNone
      : fill(limit.noData, { countries: listWords(language, countries) }),
  ];
}
