import { plainName } from './names.ts';

/** What a text is taken to name once the words around the name are left out. */
export interface Reading {
  readonly text: string;
  /** `port`: the words left out say that a port is meant, so an island of that name does not do. */
  readonly want: 'any' | 'port';
  /** What was left out, as written. */
  readonly without: readonly string[];
}

/** Beside a place rather than in it. */
const BESIDE =
  /^(?:(?:at sea|high seas|(?:international |open )?waters|in waters),?\s+)?(?:au large de l['’]|(?:off(?: the coasts? of)?|near|close to|of|approaching|au large d(?:e(?: la)?|es|u)|frente a|voor de kust van)\s+)(?!.*;)/i;
/** A building or a shore of a place: still that place. */
const PART =
  /^(?:the\s+)?(?:(?:[\w'-]+\s+){0,2}(?:bond|shed|warehouse|depot|wharf|berth)\s+(?:at|in|on)|(?:[\w-]+\s+)?(?:side|coast|shore|part|end|tip)\s+of)\s+(?:the\s+)?/i;
const PART_WORD = /^(?:mainland|central|northern|southern|eastern|western)\s+/i;
const CIVIL = /^(?:the\s+)?(?:city|town|island|isle|republic|commonwealth)\s+of\s+/i;
const PORT_BEFORE = /^(?:the\s+)?(?:sea)?(?:port|harbou?r|puerto|haven)(?:\s+(?:of|de|du|des|van))?\s+/i;
const PORT_AFTER =
  /\s+(?:(?:(?:multimodal|container|cargo|freight|commercial)\s+)?(?:port|seaport|terminal|harbou?r|wharf|docks?))$/i;
const BRACKETS = /\s*\([^()]*\)\s*$/;

/** A distance or a bearing: the text names a point out at sea, not the place it is reckoned from. */
const RECKONED =
  /\b(?:nm|nmi|km|miles?|milles?|nautiques?|kilom[eè]t\w+)\b|\b(?:north|south|east|west)[\w-]*\s+of\b|\bau (?:nord|sud)\b/i;

const VAGUE =
  /^$|^(?:the )?(?:islands?|caribbean(?: region| islands?)?|west indies|(?:south|north|central|latin) america|europe|africa|asia|unknown|(?:port )?not (?:stated|known|specified|given)|unspecified|various|n a|at sea|high seas|international waters|overseas|abroad)$/;

/** True for what names no place one could put on a map: "the islands", "South America", "unknown". */
export function isVague(text: string): boolean {
  return VAGUE.test(plainName(text.replace(/\([^()]*\)/g, ' ')));
}

/** True for a text that gives a distance or bearing from a place: it lies elsewhere than that place. */
export function isReckoned(text: string): boolean {
  return RECKONED.test(text);
}

/** The text as it stands first, then with what surrounds the name left out, a little more each time. */
export function readings(text: string): Reading[] {
  const list: Reading[] = [{ text, want: 'any', without: [] }];
  const strip = (pattern: RegExp, want?: Reading['want']): void => {
    for (const reading of [...list]) {
      const match = pattern.exec(reading.text);
      const rest = reading.text.replace(pattern, '').trim();
      if (!match || rest === '') continue;
      list.push({ text: rest, want: want ?? reading.want, without: [...reading.without, match[0].trim()] });
    }
  };
  strip(BRACKETS);
  strip(BESIDE);
  strip(PART);
  strip(PART_WORD);
  strip(CIVIL);
  strip(PORT_BEFORE, 'port');
  strip(PORT_AFTER, 'port');
  return list;
}
