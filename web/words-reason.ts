import type { Translate } from './i18n/index.ts';
import { number } from './words.ts';

/**
 * What is kept beside a point of a case's way says why it is no simple statement of the source; in English sentences,
 * which stay as they are: whether a report is held already is told by all that is kept of it.
 */
type Reader = (t: Translate, parts: readonly string[]) => string;

const km = (text: string | undefined): string => number(Number(text ?? NaN), 1);

/** Every sentence that is kept, and how it is said here. */
const SENTENCES: readonly (readonly [RegExp, Reader])[] = [
  [/one of several alternatives; the source does not say which/, (t) => t('reason.alternatives')],
  [
    /at sea; the position is an estimate from the text, within ([\d.]+) km/,
    (t, [within]) => t('reason.seaEstimate', { km: km(within) }),
  ],
  [/at sea, position not stated/, (t) => t('reason.seaUnplaced')],
  [
    /no position is stated; that of (.+?) in the gazetteer, within ([\d.]+) km/,
    (t, [name = '', within]) => t('reason.gazetteerPosition', { name, km: km(within) }),
  ],
  [
    /"(.*?)" is not in the gazetteer; taken as the country stated for the seizure/,
    (t, [text = '']) => t('reason.asCountry', { text }),
  ],
  [/no place is stated; taken as the country stated for the seizure/, (t) => t('reason.onlyCountry')],
  [
    /"(.*?)" is not in the gazetteer: taken as (.+?), also given/,
    (t, [text = '', name = '']) => t('reason.asWider', { text, name }),
  ],
  [
    /"(.*?)" alone names no one place in the gazetteer; taken from the code (\S+) given with it/,
    (t, [text = '', code = '']) => t('reason.byCode', { text, code }),
  ],
  [
    /the name is not in the gazetteer; by the UN\/LOCODE (\S+) given with it/,
    (t, [code = '']) => t('reason.nameless', { code }),
  ],
  [/no place in the gazetteer/, (t) => t('reason.noPlace')],
  [/not in the gazetteer, or too vague to be one place/, (t) => t('reason.vague')],
  [/the source only believes this: "(.*?)"/, (t, [text = '']) => t('reason.believed', { text })],
  [/the source does not say when on the way; put before the destination/, (t) => t('reason.order')],
  [/an unknown place lies before this one/, (t) => t('reason.gap')],
];
const AT_START = SENTENCES.map(([{ source }, reader]) => ({
  start: new RegExp(`^${source}(?:; |$)`),
  reader,
}));

/** Why a point of a case's way is no simple statement of its source, in the reader's language. */
export interface Reason {
  readonly words: string;
  /** What is kept in other words than are known here, in English; most often nothing. */
  readonly rest: string;
}

/** Reads what is kept; sentences follow one another with a semicolon. */
export function reasonWords(t: Translate, kept: string): Reason {
  const said: string[] = [];
  let rest = kept;
  for (;;) {
    const found = AT_START.find(({ start }) => start.test(rest));
    const match = found?.start.exec(rest);
    if (!found || !match) return { words: said.join('; '), rest };
    said.push(found.reader(t, match.slice(1)));
    rest = rest.slice(match[0].length);
  }
}
