import { readerOf } from './read-address.ts';

/**
 * What lies over the map, if anything: the runs of the analysis, cases to be added, what was exported, or how to
 * read its numbers.
 */
export const PAGES = ['map', 'runs', 'import', 'figures', 'help'] as const;
type PageName = (typeof PAGES)[number];

/** Sections of the help, in the order of the page. */
export const HELP_SECTIONS = [
  'support',
  'hypa',
  'shuffle',
  'rank',
  'onward',
  'gi',
  'emerging',
  'rate',
  'poisson',
  'spaceTime',
  'density',
  'measures',
  'ways',
  'ratio',
  'bh',
] as const;
export type HelpSection = (typeof HELP_SECTIONS)[number];

/** The part of the view that says what lies over the map. */
export interface OverMap {
  readonly page: PageName;
  /** The section of the help that is asked for; null: from its top. */
  readonly help: HelpSection | null;
  /** Runs compared, the older first; null: none. */
  readonly compared: readonly [older: number, newer: number] | null;
  /** The code of the figure or document that is looked up, `LW-1A2B-3C4D`; null: none. */
  readonly figure: string | null;
}

/** The map and nothing over it. */
export const MAP_ONLY: OverMap = { page: 'map', help: null, compared: null, figure: null };

type Part = 'page' | 'help' | 'runs' | 'figure';

const among = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** Two different run numbers, `33,34`. */
function parseRuns(text: string): OverMap['compared'] {
  const [, older, newer] = /^([1-9]\d{0,8}),([1-9]\d{0,8})$/.exec(text) ?? [];
  return older === undefined || newer === undefined || older === newer
    ? null
    : [Number(older), Number(newer)];
}

/** A figure code, however it was typed: Crockford's letters, so that none is taken for a digit. */
export function parseFigure(text: string): string | null {
  const code = text.trim().toUpperCase();
  return /^LW(-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(code) ? code : null;
}

/** What a section, a pair of runs or a figure code in the address opens by itself. */
const opened = ({ help, compared, figure }: Omit<OverMap, 'page'>): PageName =>
  help !== null ? 'help' : compared !== null ? 'runs' : figure !== null ? 'figures' : 'map';

/**
 * Reads `view`, `help`, `runs` and `fig` from an address; each of the latter three opens its page by itself.
 *
 * @param fail  told of a part that cannot be read
 */
export function parseOverMap(query: URLSearchParams, fail: (part: Part, value: string) => void): OverMap {
  const read = readerOf(query, fail);
  const help = read('help', 'help', (text) => among(HELP_SECTIONS, text));
  const compared = read('runs', 'runs', parseRuns);
  const figure = read('fig', 'figure', parseFigure);
  const page = read('view', 'page', (text) => among(PAGES, text)) ?? opened({ help, compared, figure });
  return { page, help, compared, figure };
}

/** The same as parts of an address: key, text, and the text that may be left out. */
export const overMapParts = (over: OverMap): [key: string, text: string, usual: string][] => [
  ['view', over.page, opened(over)],
  ['help', over.help ?? '', ''],
  ['runs', over.compared?.join(',') ?? '', ''],
  ['fig', over.figure ?? '', ''],
];
