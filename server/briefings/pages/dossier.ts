import type { Briefing, RouteRow } from '../../../shared/briefing.ts';
import { limitsOf } from '../statements.ts';
import { routeName, undrawnWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { fill, formatKm, formatNm, formatNumber, formatSpan, plural } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';
import { CERTAINTY_MEANING, CERTAINTY_WORDS } from '../words/terms.ts';
import { writeTitle } from './brief.ts';
import { writeEvidence, writeSources, writeVessels } from './dossier-evidence.ts';
import { writeLegs, writeOverTime, writeStatistics } from './dossier-tables.ts';
import { finishPages } from './frame.ts';
import { placeMap, type DrawMap } from './map.ts';
import { INK, openSheet, type Sheet } from './sheet.ts';
import { list, section, STYLES, write } from './text.ts';

/** Points: half a page, so that the head and the map are one view. */
const MAP_HEIGHT = 330;
const TITLE_LINES = 8;

/**
 * The dossier of a route on A4 pages: the route in words, its map, legs, statistics with their meaning, goods over
 * time, vessels, evidence, limits and sources. A part that has nothing says so.
 *
 * @param draw  draws the map into a box of the page
 * @returns the bytes of a PDF, the same for the same briefing
 */
export async function renderDossier(briefing: Briefing, draw: DrawMap): Promise<Buffer> {
  const words = PAGE_WORDS[briefing.spec.language];
  const route = briefing.routes[0] ?? null;
  const named = clean(briefing.spec.title ?? '');
  const title = named || (route === null ? words.kind.dossier : routeName(route.places));
  const sheet = openSheet(briefing, title, words.kind.dossier);
  writeTitle(sheet, TITLE_LINES);
  if (route === null) write(sheet, 'P', words.none.route, STYLES.body, { after: 6 });
  else writeInShort(sheet, route, named !== '');
  placeMap(sheet, MAP_HEIGHT, draw);
  writeLegs(sheet, route);
  if (route !== null) writeStatistics(sheet, route);
  writeOverTime(sheet);
  writeVessels(sheet);
  writeEvidence(sheet);
  section(sheet, words.heading.limits);
  list(sheet, [...limitsOf(briefing), ...undrawnWords(briefing)], STYLES.body);
  writeSources(sheet);
  return finishPages(sheet, words.kind.dossier);
}

/** Whether it recurs, how sure it is, since when, how far. */
function writeInShort(sheet: Sheet, route: RouteRow, titled: boolean): void {
  const { language } = sheet.briefing.spec;
  const { dossier, count, mark } = PAGE_WORDS[language];
  const values = {
    events: plural(language, route.independentEvents, count.events),
    apart: plural(language, route.effectiveSupport, count.events),
    seizures: plural(language, route.seizures, count.seizures),
    voyages: plural(language, route.voyages, count.voyages),
    vessels: plural(language, route.vessels, count.vessels),
  };
  if (titled) write(sheet, 'P', routeName(route.places), { ...STYLES.body, face: 'semibold' }, { after: 3 });
  const color = route.recurs ? INK.accent : INK.warning;
  const verdict = [
    route.recurs ? dossier.recurs : dossier.once,
    ...(route.synthetic === 'none' ? [] : [mark[route.synthetic]]),
  ].join(' · ');
  write(sheet, 'P', verdict, { ...STYLES.h3, color }, { after: 2 });
  const allApart = route.effectiveSupport === route.independentEvents;
  const recurs = allApart ? dossier.recursLong : dossier.recursOf;
  const lines = [
    fill(route.recurs ? recurs : dossier.onceLong, values),
    ...syntheticLines(sheet, route),
    fill(dossier.sure, {
      certainty: CERTAINTY_WORDS[language][route.certainty].toLocaleLowerCase(language),
      meaning: CERTAINTY_MEANING[language][route.certainty],
    }),
    `${fill(dossier.seen, { span: formatSpan(language, route.firstDay, route.lastDay) })} ${fill(
      dossier.distance,
      { km: formatKm(language, route.distanceKm), nm: formatNm(language, route.distanceKm) },
    )}`,
  ];
  list(sheet, lines, STYLES.body, { gap: 1 });
  sheet.y += 8;
}

/** How many of its events are synthetic, and whether it recurs without them; as on the page. */
function syntheticLines({ briefing }: Sheet, route: RouteRow): string[] {
  const { language } = briefing.spec;
  const { dossier, say } = PAGE_WORDS[language];
  if (route.synthetic === 'none') return [];
  if (route.synthetic === 'all') return [say.syntheticAll];
  const synthetic = briefing.evidence.filter((event) => event.synthetic).length;
  const isOneLeft = route.independentEvents - synthetic === 1;
  return [
    fill(route.recurs && isOneLeft ? dossier.syntheticOnly : dossier.syntheticSome, {
      synthetic: formatNumber(language, synthetic),
      all: formatNumber(language, route.independentEvents),
    }),
  ];
}
