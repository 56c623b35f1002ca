import type { Briefing } from '../../../shared/briefing.ts';
import { limitsOf, statementsOf } from '../statements.ts';
import { aboutWords, filterWords, sourceWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import { DECK_WORDS } from '../words/deck.ts';
import { fill, formatNumber, MARKING_TEXT } from '../words/format.ts';
import { PAGE_WORDS } from '../words/pages.ts';

/** Sources named in the notes. Our choice: what is still read. */
const MOST_SOURCES = 30;

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
    block(words.about, [filterWords(briefing), ...aboutWords(briefing)]),
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

function sourcesOf({ spec, evidence, reconciliation }: Briefing): string[] {
  const all = [...reconciliation, ...evidence].map(({ source }) =>
    [source.title, source.publisher, source.date, source.url]
      .map(clean)
      .filter((part) => part !== '')
      .join(', '),
  );
  const once = [...new Set(all)].filter((line) => line !== '');
  if (once.length <= MOST_SOURCES) return once;
  const more = fill(DECK_WORDS[spec.language].notes.more, {
    count: formatNumber(spec.language, once.length - MOST_SOURCES),
  });
  return [...once.slice(0, MOST_SOURCES), more];
}
