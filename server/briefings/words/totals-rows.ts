import type { Briefing, ReconciliationRow } from '../../../shared/briefing.ts';
import type { Language } from '../../../shared/languages.ts';
import { ratioOf } from '../../operations/reconcile.ts';
import { itemWords, pText, publishedWords } from './about.ts';
import { clean } from './clean.ts';
import { fill, formatNumber, formatSpan, plural } from './format.ts';
import { PAGE_WORDS } from './pages.ts';
import { TOTALS_WORDS } from './totals.ts';

/** A published total in the words of its row. */
export interface TotalWords {
  readonly item: string;
  /** How many cases state a number of it; empty: every case counts as one. */
  readonly stating: string;
  readonly published: string;
  /** The same of the operation before, and its name; empty: none is given. */
  readonly before: string;
  readonly beforeOperation: string;
  /** null: no loaded case tells it. */
  readonly loaded: string | null;
  readonly gap: string;
  /** Of where it was published, from 1 in the list of {@link sourcesOf}. */
  readonly source: number;
}

/** Kilograms to a tenth; what is counted is whole. */
const amount = (language: Language, value: number): string => formatNumber(language, value, 1);

/** What is missing of the published number, or what is loaded beyond it. */
function gapWords(language: Language, { gap, qualifier }: ReconciliationRow): string {
  const words = TOTALS_WORDS[language].gap;
  if (gap === null) return words.unknown;
  if (gap === 0) return words.none;
  if (gap < 0) return fill(words.over, { value: amount(language, -gap) });
  // Of "over 500" more than the difference is missing.
  const missing = fill(PAGE_WORDS[language].qualifier[qualifier], { value: amount(language, gap) });
  return fill(words.short, { value: missing });
}

function statingWords(language: Language, { stating, item, cases }: ReconciliationRow): string {
  const words = TOTALS_WORDS[language];
  if (stating === null) return words.notTold;
  if (cases === 0 || item === 'instances' || item === 'headline') return '';
  if (stating === 0) return words.statedByNone;
  return fill(plural(language, stating, words.statedBy), { of: amount(language, cases) });
}

const addressOf = ({ source: { title, publisher, date, url } }: ReconciliationRow): string =>
  [
    [title, publisher, date]
      .map(clean)
      .filter((part) => part !== '')
      .join('. '),
    clean(url),
  ].join('. ');

/** Where the numbers were published, each place once: title, publisher, date, address. */
export const sourcesOf = (rows: readonly ReconciliationRow[]): string[] => [...new Set(rows.map(addressOf))];

/** A row in words; its source is numbered as in `sources`. */
export function totalWords(
  language: Language,
  row: ReconciliationRow,
  sources: readonly string[],
): TotalWords {
  return {
    item: itemWords(language, row.item),
    stating: statingWords(language, row),
    published: publishedWords(language, row),
    before: row.before === null ? '' : amount(language, row.before),
    beforeOperation: clean(row.beforeOperation ?? ''),
    loaded: row.loaded === null ? null : amount(language, row.loaded),
    gap: gapWords(language, row),
    source: sources.indexOf(addressOf(row)) + 1,
  };
}

/** What a reader must know of an operation's totals: two counts of one release, a rate against the year before, notes. */
export function remarksOf(language: Language, rows: readonly ReconciliationRow[]): string[] {
  const words = TOTALS_WORDS[language];
  const [instances, headline] = ['instances', 'headline'].map((item) =>
    rows.find((row) => row.item === item),
  );
  const two = instances !== undefined && headline !== undefined;
  const counts = two
    ? [
        fill(words.twoCounts, {
          instances: publishedWords(language, instances),
          headline: publishedWords(language, headline),
        }),
      ]
    : [];
  const ratios = rows.flatMap((row) => {
    const ratio = ratioOf(row);
    if (ratio === null || row.before === null) return [];
    return fill(words.ratio, {
      item: itemWords(language, row.item),
      now: publishedWords(language, row),
      before: amount(language, row.before),
      operation: clean(row.beforeOperation ?? ''),
      ratio: formatNumber(language, ratio.ratio, 1),
      low: formatNumber(language, ratio.low, 2),
      high: formatNumber(language, ratio.high, 1),
      p: pText(language, ratio.p),
    });
  });
  const notes = rows.flatMap(({ item, note }) =>
    // What the headline's note says is said above, of both counts at once.
    note === '' || (two && item === 'headline') ? [] : [`${itemWords(language, item)}: ${clean(note)}`],
  );
  return [...counts, ...ratios, ...notes];
}

/** What is counted, in words: the cases of the operations, of which dates, and that no filter applies. */
export function scopeWords({ spec: { language }, about: { period } }: Briefing): string {
  const { scope } = TOTALS_WORDS[language];
  return period === null
    ? scope.undated
    : fill(scope.dated, { span: formatSpan(language, period.from, period.to) });
}
