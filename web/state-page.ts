/** What lies over the map, if anything: the runs of the analysis, or how to read its numbers. */
export const PAGES = ['map', 'runs', 'help'] as const;
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
}

/** The map and nothing over it. */
export const MAP_ONLY: OverMap = { page: 'map', help: null, compared: null };

type Part = 'page' | 'help' | 'runs';

const among = <T extends string>(all: readonly T[], text: string | null): T | undefined =>
  all.find((one) => one === text);

/** Two different run numbers, `33,34`. */
function parseRuns(text: string): OverMap['compared'] {
  const [, older, newer] = /^([1-9]\d{0,8}),([1-9]\d{0,8})$/.exec(text) ?? [];
  return older === undefined || newer === undefined || older === newer
    ? null
    : [Number(older), Number(newer)];
}

/** What a section or a pair of runs in the address opens by itself. */
const opened = ({ help, compared }: Pick<OverMap, 'help' | 'compared'>): PageName =>
  help !== null ? 'help' : compared !== null ? 'runs' : 'map';

/**
 * Reads `view`, `help` and `runs` from an address; either of the latter two opens its page by itself.
 *
 * @param fail  told of a part that cannot be read
 */
export function parseOverMap(query: URLSearchParams, fail: (part: Part, value: string) => void): OverMap {
  const read = <T>(key: string, part: Part, take: (text: string) => T | null | undefined): T | null => {
    const text = query.get(key);
    if (text === null) return null;
    const found = take(text) ?? null;
    if (found === null) fail(part, text);
    return found;
  };
  const help = read('help', 'help', (text) => among(HELP_SECTIONS, text));
  const compared = read('runs', 'runs', parseRuns);
  const page = read('view', 'page', (text) => among(PAGES, text)) ?? opened({ help, compared });
  return { page, help, compared };
}

/** The same as parts of an address: key, text, and the text that may be left out. */
export const overMapParts = (over: OverMap): [key: string, text: string, usual: string][] => [
  ['view', over.page, opened(over)],
  ['help', over.help ?? '', ''],
  ['runs', over.compared?.join(',') ?? '', ''],
];
