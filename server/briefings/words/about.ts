import type {
  Briefing,
  EvidenceRow,
  NullModel,
  ReconciliationRow,
  RouteRow,
  SpotRow,
  SyntheticShare,
} from '../../../shared/briefing.ts';
import { dateFormat } from '../../../shared/formats.ts';
import type { Position } from '../../../shared/geo.ts';
import { LOCALES, type Language } from '../../../shared/languages.ts';
import { degreeText } from '../figure/frame.ts';
import { isPartlyDrawn, undrawnIn } from '../undrawn.ts';
import { clean } from './clean.ts';
import { FIGURE_WORDS } from './figure.ts';
import {
  countryName,
  fill,
  formatDay,
  formatNumber,
  formatP,
  formatSpan,
  listWords,
  plural,
  qClass,
} from './format.ts';
import { PAGE_WORDS } from './pages.ts';
import { COMMODITY_WORDS, ITEM_WORDS } from './terms.ts';

/** Places in order of travel as one text. */
export const routeName = (places: readonly string[]): string => places.map(clean).join(' › ');

/** A route with the mark of what is synthetic of it before its name, where no end of a line cuts it off. */
export function markedRoute(
  language: Language,
  { places, synthetic }: Pick<RouteRow, 'places' | 'synthetic'>,
): string {
  const name = routeName(places);
  return synthetic === 'none' ? name : `[${PAGE_WORDS[language].mark[synthetic]}] ${name}`;
}

/** What a cell is called on the page: by the port of the network that it is near, else by its middle. */
export const spotWords = (language: Language, spot: Pick<SpotRow, 'near' | 'centre'>): string =>
  spot.near === ''
    ? positionWords(language, spot.centre)
    : fill(PAGE_WORDS[language].spotNear, { place: clean(spot.near) });

/** That port, or the middle: to stand after "near". */
export const placeWords = (language: Language, { near, centre }: Pick<SpotRow, 'near' | 'centre'>): string =>
  near === '' ? positionWords(language, centre) : clean(near);

/** A heading with the mark of what is synthetic of all below it. */
export const markedHeading = (language: Language, heading: string, share: SyntheticShare): string =>
  share === 'none' ? heading : `${heading} [${PAGE_WORDS[language].mark[share]}]`;

/** A position to the minute, `18°24′N, 64°36′W`, which no line breaks. */
export function positionWords(language: Language, [lon, lat]: Position): string {
  const { north, south, east, west } = FIGURE_WORDS[language].compass;
  return `${degreeText(lat, north, south)},\u00a0${degreeText(lon, east, west)}`;
}

/** What was left in, in words: period, goods, countries, data sets, level. */
export function filterWords(briefing: Briefing): string {
  const { filter, level, language } = briefing.spec;
  const words = PAGE_WORDS[language].filter;
  const titles = new Map(briefing.about.dataSets.map(({ id, title }) => [id, clean(title)]));
  return [
    periodWords(briefing),
    filter.commodities.length === 0
      ? words.allGoods
      : listWords(
          language,
          filter.commodities.map((one) => COMMODITY_WORDS[language][one]),
        ),
    ...(filter.countries.length === 0
      ? []
      : [
          listWords(
            language,
            filter.countries.map((code) => clean(countryName(language, code))),
          ),
        ]),
    ...(filter.dataSets.length === 0
      ? []
      : [
          listWords(
            language,
            filter.dataSets.map((id) => titles.get(id) ?? clean(id)),
          ),
        ]),
    words[level],
  ].join(' · ');
}

/** The dates asked for; where none were, those of the events. */
function periodWords({ spec, about }: Briefing): string {
  const words = PAGE_WORDS[spec.language].filter;
  const { from, to } = spec.filter;
  if (from !== null && to !== null) return formatSpan(spec.language, from, to);
  if (from !== null) return fill(words.from, { from: formatDay(spec.language, from) });
  if (to !== null) return fill(words.to, { to: formatDay(spec.language, to) });
  if (about.period === null) return words.allDates;
  return `${words.allDates} (${formatSpan(spec.language, about.period.from, about.period.to)})`;
}

/** Run, cut-off, hashes and code: all it takes to make the same again. */
export function aboutWords({ spec, about }: Briefing): string[] {
  const words = PAGE_WORDS[spec.language].about;
  return [
    fill(words.run, {
      run: formatNumber(spec.language, about.runId),
      day: formatDay(spec.language, about.runStartedAt.slice(0, 10)),
    }),
    about.cutOff === null
      ? words.noCutOff
      : fill(words.cutOff, { day: formatDay(spec.language, about.cutOff) }),
    fill(words.data, { hash: about.dataHash.slice(0, 12) }),
    fill(words.findings, { hash: about.findingsHash.slice(0, 12) }),
    fill(words.code, { code: about.code }),
  ];
}

/** What stands for letters that our font does not have, where there are any. */
export const undrawnWords = (briefing: Briefing): string[] =>
  isPartlyDrawn(briefing) ? [PAGE_WORDS[briefing.spec.language].limit.undrawn] : [];

/** The same for the notes of slides, which name more than the slides do. */
export const undrawnInNotes = (briefing: Briefing): string[] =>
  undrawnIn(briefing).length > 0 ? [PAGE_WORDS[briefing.spec.language].limit.undrawn] : [];

/** The data sets that went in, the synthetic ones said so. */
export function sourceWords({ spec, about }: Briefing): string {
  const words = PAGE_WORDS[spec.language];
  const list = about.dataSets.map(({ title, synthetic, events }) =>
    fill(synthetic ? words.about.sourceSynthetic : words.about.source, {
      title: clean(title),
      events: plural(spec.language, events, words.count.events),
    }),
  );
  return fill(words.about.sources, { list: list.join('; ') || words.about.noSources });
}

/** How much is synthetic, plainly; null: nothing is. */
export const syntheticWords = (language: Language, share: SyntheticShare): string | null =>
  share === 'none' ? null : PAGE_WORDS[language].synthetic[share];

/** `= 0.031` or `< 0.001`: to follow a p or a q. */
export function pText(language: Language, p: number): string {
  const written = formatP(language, p);
  return written.startsWith('<') ? written : `=\u00a0${written}`;
}

/** `Far above, q < 0.001`: a model in the width of a table. */
export function chanceWords(language: Language, model: NullModel | null): string {
  const words = PAGE_WORDS[language].chance;
  if (model === null) return words.untested;
  return fill(words.withQ, { words: words[qClass(model.q)], q: pText(language, model.q) });
}

/** What a published total counts; one without a word of its own by its key. */
export const itemWords = (language: Language, item: string): string =>
  clean(ITEM_WORDS[language][item] ?? item.replaceAll('_', ' '));

/** `over 500`; mass with its unit. */
export function publishedWords(language: Language, row: ReconciliationRow): string {
  const value = formatNumber(language, row.published, 1);
  return fill(PAGE_WORDS[language].qualifier[row.qualifier], { value });
}

/** Making a format takes as long as a hundred uses of it, and a table has thousands. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** How a day, or a month, is written in short. */
function shortDay(language: Language, part: 'day' | 'month'): Intl.DateTimeFormat {
  const key = `${language} ${part}`;
  const day: Intl.DateTimeFormatOptions = part === 'day' ? { day: 'numeric' } : {};
  const format =
    dayFormats.get(key) ?? dateFormat(LOCALES[language], { ...day, month: 'short', year: 'numeric' });
  dayFormats.set(key, format);
  return format;
}

/** A date as short as it is known, for a table: `8–9 Dec 2025`, `Nov 2020`, `2025`. */
export function dateWords(
  language: Language,
  { day, lastDay, datePrecision }: Pick<EvidenceRow, 'day' | 'lastDay' | 'datePrecision'>,
): string {
  const [from, to] = [new Date(`${day}T00:00:00Z`), new Date(`${lastDay}T00:00:00Z`)];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from > to) return `${day} – ${lastDay}`;
  if (datePrecision === 'year' && day.endsWith('-01-01') && lastDay === `${day.slice(0, 4)}-12-31`) {
    return day.slice(0, 4);
  }
  const nextDay = new Date(to.getTime() + 86_400_000).toISOString();
  const wholeMonth =
    day.endsWith('-01') && nextDay.slice(8, 10) === '01' && day.slice(0, 7) === lastDay.slice(0, 7);
  if (datePrecision !== 'day' && wholeMonth) {
    return shortDay(language, 'month').format(from);
  }
  const format = shortDay(language, 'day');
  return day === lastDay ? format.format(from) : format.formatRange(from, to).replaceAll('\u2009', ' ');
}
