import { distanceKm } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import { PORT_KINDS, type PlaceKind } from '../../shared/vocabulary.ts';
import { NameIndex, plainName } from './names.ts';
import { isReckoned, isVague, readings, type Reading } from './readings.ts';
import { makeSearch } from './search.ts';

export interface ResolveHint {
  /**
   * ISO alpha-2 of the country the place is said to be in, by the same record. Chooses between places of one
   * name. Do not pass the seizing country for a departure or a destination.
   */
  readonly country?: string | null;
  /** UN/LOCODE given beside the name: chooses between places of one name, stands in for an unknown name. */
  readonly locode?: string | null;
}

export interface Resolved {
  readonly place: Place;
  /** In words: which name matched and what was left out of the text to find it. */
  readonly how: string;
}

export interface Gazetteer {
  byId(id: string): Place | null;
  /** The place a text names, or null when it names none, several, or only something vague. Never a guess. */
  resolve(text: string, hint?: ResolveHint): Resolved | null;
  /** Id of the country or territory a place rolls up to (its ISO code); null for a sea area or an unknown id. */
  territoryOf(placeId: string): string | null;
  /** Up to `limit` places for a search box: names that start with the text first, ports before areas. */
  search(text: string, limit: number): Place[];
}

/** "X, City" takes X up to this far from the city's own row: the reach of a large conurbation, km. */
const NEIGHBOURHOOD_KM = 40;

/** Longer than any name: a text of this many characters is a story, or a damaged file. */
const LONGEST_TEXT = 300;

/** Answers kept: a list of cases names the same few hundred places again and again. */
const KEPT_ANSWERS = 20_000;

const isPort = (kind: PlaceKind): boolean => PORT_KINDS.some((port) => port === kind);

interface Context {
  readonly names: NameIndex;
  readonly country: string | null;
  readonly locode: string | null;
}

/** Makes a gazetteer of `places`; ids are taken to be unique, as `parsePlaces` sees to. */
export function makeGazetteer(places: readonly Place[]): Gazetteer {
  const ofId = new Map(places.map((place) => [place.id, place]));
  const ofLocode = new Map(places.flatMap((place) => (place.locode ? [[place.locode, place] as const] : [])));
  const names = new NameIndex(places);
  const byId = (id: string): Place | null => ofId.get(id) ?? null;
  const resolve: Gazetteer['resolve'] = (text, hint = {}) => {
    const locode = hint.locode ? asCode(hint.locode) : null;
    const context: Context = { names, country: hint.country?.toUpperCase() ?? null, locode };
    const named = resolveText(text.trim(), context);
    return named ?? resolveCode(text.trim(), context, (code) => ofLocode.get(code) ?? ofId.get(code));
  };
  return {
    byId,
    resolve: remembering(resolve),
    territoryOf: (placeId) => {
      const country = byId(placeId)?.country ?? null;
      return country !== null && ofId.has(country) ? country : null;
    },
    search: makeSearch(places),
  };
}

/** The same answers, each worked out once; the oldest is let go when there are too many. */
function remembering(resolve: Gazetteer['resolve']): Gazetteer['resolve'] {
  const answers = new Map<string, Resolved | null>();
  return (text, hint = {}) => {
    if (text.length > LONGEST_TEXT) return resolve(text, hint);
    const key = JSON.stringify([text, hint.country ?? null, hint.locode ?? null]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = resolve(text, hint);
    const [oldest] = answers.size < KEPT_ANSWERS ? [] : answers.keys();
    if (oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
    return answer;
  };
}

const asCode = (text: string): string => text.toUpperCase().replace(/\s/g, '');

function resolveText(text: string, context: Context): Resolved | null {
  if (text.length > LONGEST_TEXT || isVague(text)) return null;
  const usable = readings(text).filter((part) => !isReckoned(part.text) && !isVague(part.text));
  return (
    first(usable, (reading) => resolveReading(reading, context)) ??
    first(usable, (reading) => resolveParts(reading, context))
  );
}

/** A text that is itself a code ("TTPOS", "TT"); else the UN/LOCODE given beside a name that is not known. */
function resolveCode(
  text: string,
  context: Context,
  ofCode: (code: string) => Place | undefined,
): Resolved | null {
  const direct = ofCode(asCode(text));
  if (direct) return { place: direct, how: `code ${asCode(text)}` };
  const place = context.locode === null ? undefined : ofCode(context.locode);
  if (!place || isReckoned(text) || (text !== '' && isVague(text))) return null;
  return { place, how: `the name is not in the gazetteer; by the UN/LOCODE ${context.locode} given with it` };
}

function resolveReading(reading: Reading, context: Context, within?: Place): Resolved | null {
  const inside = within ?? bracketed(reading, context);
  const places = context.names.find(
    reading.text,
    (place) => (reading.want === 'any' || takesShips(place)) && (!inside || liesIn(place, inside)),
  );
  const place = choose(places, context);
  return place && { place, how: describe(place, reading) };
}

/** The area that brackets name, as in "Manzanillo (Panama)"; null when they hold something else. */
function bracketed(reading: Reading, context: Context): Place | null {
  const held = reading.without.find((part) => part.startsWith('('))?.slice(1, -1);
  return held === undefined ? null : choose(context.names.find(held, isArea), context);
}

/** "X, Y": X if it lies in Y. If X is known nowhere, Y, less exact but still stated. Otherwise null. */
function resolveParts(reading: Reading, context: Context): Resolved | null {
  const comma = reading.text.lastIndexOf(',');
  if (comma < 0 || /[()]/.test(reading.text)) return null;
  const [left, right] = [reading.text.slice(0, comma).trim(), reading.text.slice(comma + 1).trim()];
  if (left === '' || isReckoned(left)) return null;
  const parts = readings(left);
  const area = isVague(right) ? null : areaOf(right, context);
  if (area) {
    const found = first(parts, (part) => resolveReading(part, context, area));
    if (found) return { place: found.place, how: `${found.how}; in ${area.name}, as the text says` };
  }
  const known = parts.flatMap((part) => context.names.find(part.text, () => true));
  if (known.length > 0) return inHintedCountry(known, right, context);
  const inner = parts.length > 0 ? resolveParts({ ...reading, text: left }, context) : null;
  if (inner && area && liesIn(inner.place, area)) return inner;
  return area && { place: area, how: `"${left}" is not in the gazetteer: taken as ${area.name}, also given` };
}

function areaOf(text: string, context: Context): Place | null {
  return first(readings(text), (part) => {
    const places = context.names.find(part.text, () => true);
    return choose(places, context);
  });
}

/** "Soubise, St Andrew" with the country Grenada: the qualifier is unknown, but name and country agree. */
function inHintedCountry(known: readonly Place[], qualifier: string, context: Context): Resolved | null {
  const there = [...new Set(known)].filter((place) => place.country === context.country);
  const [place] = there;
  if (!place || there.length > 1) return null;
  return { place, how: `name "${place.name}" in the country given; left out: "${qualifier}"` };
}

function first<T, R>(items: readonly T[], of: (item: T) => R | null): R | null {
  for (const item of items) {
    const result = of(item);
    if (result !== null) return result;
  }
  return null;
}

const isArea = (place: Place): boolean => !isPort(place.kind) && place.kind !== 'airport';
const takesShips = (place: Place): boolean => isPort(place.kind) || place.kind === 'city';

function liesIn(place: Place, area: Place): boolean {
  if (place.id === area.id) return true;
  if (area.country !== null && place.country !== area.country) return false;
  if (area.kind === 'country') return true;
  const reach = isPort(area.kind) || area.kind === 'city' ? NEIGHBOURHOOD_KM : area.radiusKm;
  return distanceKm(place.position, area.position) <= reach + place.radiusKm;
}

/** The only place, or the only one that agrees with the hints; null when more than one is left. */
function choose(places: readonly Place[], { country, locode }: Context): Place | null {
  const narrow = (list: readonly Place[], keep: (place: Place) => boolean): readonly Place[] =>
    list.length > 1 && list.some(keep) ? list.filter(keep) : list;
  const ofLocode = narrow(places, (place) => locode !== null && place.locode === locode);
  const left = narrow(ofLocode, (place) => country !== null && place.country === country);
  return left.length === 1 ? (left[0] ?? null) : null;
}

function describe(place: Place, reading: Reading): string {
  const same = plainName(reading.text) === plainName(place.name);
  const match = same ? `name "${place.name}"` : `"${reading.text}", another name of ${place.name}`;
  const without = reading.without.map((part) => `"${part}"`).join(', ');
  return without === '' ? match : `${match}; left out: ${without}`;
}
