import type { Briefing } from '../../../shared/briefing.ts';
import { namedSources } from '../sources.ts';
import { limitsOf, statementsOf } from '../statements.ts';
import { aboutWords, filterWords, sourceWords, undrawnInNotes } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { DECK_WORDS } from '../words/deck.ts';
import { fill, formatNumber, MARKING_TEXT } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';

/** What the numbers say, what they mean, what they cannot say, and where they come from: for who speaks. */
export function notesOf(briefing: Briefing, part: 'map' | 'routes' | 'spots'): string {
  const words = DECK_WORDS[briefing.spec.language].notes;
  const { measure, limit } = PAGE_WORDS[briefing.spec.language];
  const means = {
    map: [measure.supportMeans],
    routes: [measure.supportMeans, limit.once, measure.pqMeans],
    spots: [
      limit.hotSpots,
      measure.pqMeans,
      ...briefing.reconciliation.slice(0, 1).map(reconciled(briefing)),
    ],
  }[part];
  return [
    MARKING_TEXT[briefing.about.marking],
    block(words.says, statementsOf(briefing)),
    block(words.means, means),
    block(words.limits, limitsOf(briefing)),
    block(words.sources, [sourceWords(briefing), ...sourcesOf(briefing)]),
    block(words.about, [filterWords(briefing), ...aboutWords(briefing), ...undrawnInNotes(briefing)]),
  ].join('\n\n');
}

const block = (title: string, lines: readonly string[]): string => [title, ...lines].join('\n');

const reconciled =
  ({ spec }: Briefing) =>
  ({ source }: Briefing['reconciliation'][number]): string =>
    `${fill(PAGE_WORDS[spec.language].reconciled, {
      publisher: clean(source.publisher),
      date: clean(source.date),
    })} ${clean(source.title)}. ${clean(source.url)}`;

function sourcesOf(briefing: Briefing): string[] {
  const { language } = briefing.spec;
  const { named, more } = namedSources(briefing);
  const lines = named.map(({ title, publisher, date, url }) =>
    [title, publisher, date, url]
      .map(clean)
      .filter((part) => part !== '')
      .join(', '),
  );
  if (more === 0) return lines;
  return [...lines, fill(DECK_WORDS[language].notes.more, { count: formatNumber(language, more) })];
}
