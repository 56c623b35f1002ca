import { distanceKm, type Position } from '../../shared/geo.ts';
import type { Place, Seizure } from '../../shared/model.ts';
import type { Certainty, LocationPrecision, Mode, PlaceKind } from '../../shared/vocabulary.ts';
import type { Gazetteer, Resolved } from '../ports/gazetteer.ts';
import { isAtSea } from './at-sea.ts';

/** A place found for a text, how sure that is, and why where it is not simply what the source says. */
export interface Found {
  readonly place: Place;
  readonly certainty: Certainty;
  readonly reason: string | null;
}

export interface NamedPlace {
  readonly text: string;
  /** UN/LOCODE given beside the text; null when none. */
  readonly locode: string | null;
  /** ISO alpha-2 the record speaks of; null when none. Only chooses between places of one name. */
  readonly country: string | null;
}

/** "X, Y" may put X beside Y rather than in it, as Caucedo beside Boca Chica; this near is beside, km. */
const BESIDE_KM = 25;
/** A building or a side of a place before its name: "Bond at", "Shed on", "North side of", "central". */
const BEFORE_NAME =
  /^(?:[\w\s]*\b(?:bond|shed|warehouse|store|depot|office)\s+(?:at|on|in)|(?:the\s+)?(?:[\w-]+\s+)?(?:side|coast|shore|end|part)\s+of|central)\s+/i;

/**
 * The place a text names. What the text names comes first: an island stays an island (an area) even where a
 * code beside it gives the island's port. Only where the text names nothing known does the code count, and
 * then the place is inferred. Null when neither is known.
 */
export function findPlace(named: NamedPlace, gazetteer: Gazetteer): Found | null {
  const country = named.locode?.slice(0, 2) ?? named.country;
  const byName = findByName(named.text, country, gazetteer);
  if (byName) return byName;
  if (named.locode === null) return null;
  const byCode = gazetteer.resolve(named.text, { country, locode: named.locode });
  const place = byCode?.place ?? gazetteer.resolve(named.locode)?.place;
  if (!place) return null;
  const reason = `"${named.text}" alone names no one place in the gazetteer; taken from the code ${named.locode} given with it`;
  return { place, certainty: 'inferred', reason };
}

function findByName(text: string, country: string | null, gazetteer: Gazetteer): Found | null {
  const whole = gazetteer.resolve(text, { country });
  if (whole && !whole.how.includes('not in the gazetteer')) {
    return { place: whole.place, certainty: 'stated', reason: null };
  }
  const part = findPart(text, country, whole?.place ?? null, gazetteer) ?? whole;
  if (part === null) return null;
  const reason = part.how.includes('not in the gazetteer') ? part.how : null;
  return { place: part.place, certainty: 'stated', reason };
}

/**
 * The first part between commas that names a place of the country, where the whole text names none; if it
 * names one at its end (`near`), the part must lie beside that. Without a country nothing is looked for.
 */
function findPart(
  text: string,
  country: string | null,
  near: Place | null,
  gazetteer: Gazetteer,
): Resolved | null {
  const within = country ?? near?.country ?? null;
  if (within === null) return null;
  const bare = text.replace(/\s*\([^()]*\)/g, '');
  const parts = [bare, ...bare.split(',')].map((part) => part.trim());
  const readings = parts.flatMap((part) => {
    const named = part.replace(BEFORE_NAME, '');
    return [part, named, named.replace(BEFORE_NAME, ''), part.replace(/\s+area$/i, '')];
  });
  for (const reading of new Set(readings.filter((one) => one !== '' && one !== text))) {
    const found = gazetteer.resolve(reading, { country: within });
    if (found?.place.country !== within || found.place.id === near?.id) continue;
    if (near === null || distanceKm(found.place.position, near.position) <= BESIDE_KM) return found;
  }
  return null;
}

/** How exact a place of each kind is as the place of an event. An airport is a facility, like a port. */
const PRECISION_OF_KIND: Readonly<Record<PlaceKind, LocationPrecision>> = {
  port: 'port',
  harbour: 'port',
  marina: 'port',
  anchorage: 'port',
  airport: 'port',
  city: 'city',
  island: 'region',
  region: 'region',
  country: 'country',
  'sea-area': 'sea-area',
};

export interface SeizurePlaceInput extends NamedPlace {
  readonly mode: Mode;
  /** The position given, with its radius in km; null when none is. */
  readonly position: { readonly position: Position; readonly uncertaintyKm: number } | null;
}

export interface LocatedSeizure {
  readonly place: Seizure['place'];
  readonly certainty: Certainty;
  readonly reason: string | null;
  /** The text names a place that was not found; a wider one, or none, stands for it. */
  readonly unresolved: boolean;
}

/** Texts that say the source gives no place at all. */
const NOT_STATED = /^(|-|n\/a|unknown|(place )?not (stated|specified|known|given))$/i;

/** A semicolon outside brackets and what follows. */
const AFTERWARDS = /;(?![^()]*\)).*$/s;

/** Whether a text says that no place is given, so that there is nothing to look for. */
export function isNotStated(text: string): boolean {
  return NOT_STATED.test(text.trim());
}

/**
 * The place of a seizure: a port or an area of the gazetteer, or out at sea, where only a named sea area is a
 * place and the position given, always an estimate with a radius, says the rest. A place ashore that is named
 * without a position has that of the gazetteer. A text that is not known falls back to the country stated for the
 * seizure, which gives no position. What follows a semicolon tells of a later moment
 * ("searched at …") and is not the place.
 */
export function locateSeizure(input: SeizurePlaceInput, gazetteer: Gazetteer): LocatedSeizure {
  const text = input.text.replace(AFTERWARDS, '').trim();
  const found = isNotStated(text) ? null : findInCountry({ ...input, text }, gazetteer);
  if (isAtSea(text, input.mode) || found?.place.kind === 'sea-area') return seaPlace(input, found);
  if (found) return landPlace(...atPlace(input, found), false);
  const country = input.country === null ? null : gazetteer.byId(input.country);
  const unresolved = !isNotStated(text);
  if (country) {
    const why = unresolved ? `"${text}" is not in the gazetteer` : 'no place is stated';
    const reason = `${why}; taken as the country stated for the seizure`;
    return landPlace(input, { place: country, certainty: 'stated', reason }, unresolved);
  }
  const place = { ...placeOf(input), placeId: null, precision: null, atSea: false };
  return { place, certainty: 'stated', reason: 'no place in the gazetteer', unresolved };
}

/** {@link findPlace}, but nothing outside the country stated: Freeport in Trinidad is not the Bahamas' one. */
function findInCountry(input: SeizurePlaceInput, gazetteer: Gazetteer): Found | null {
  const within = (found: Found | null): Found | null =>
    found && input.country !== null && found.place.country !== null && found.place.country !== input.country
      ? null
      : found;
  return within(findPlace({ ...input, locode: null }, gazetteer)) ?? within(findPlace(input, gazetteer));
}

function placeOf({
  text,
  position,
}: SeizurePlaceInput): Pick<Seizure['place'], 'text' | 'position' | 'uncertaintyKm'> {
  return { text, position: position?.position ?? null, uncertaintyKm: position?.uncertaintyKm ?? null };
}

/** A place that is named without a position has that of the gazetteer, as vague as the place is wide. */
function atPlace(input: SeizurePlaceInput, found: Found): [SeizurePlaceInput, Found] {
  if (input.position !== null) return [input, found];
  const { name, position, radiusKm } = found.place;
  const taken = `no position is stated; that of ${name} in the gazetteer, within ${radiusKm} km`;
  const reason = found.reason === null ? taken : `${found.reason}; ${taken}`;
  return [
    { ...input, position: { position, uncertaintyKm: radiusKm } },
    { ...found, reason },
  ];
}

function landPlace(input: SeizurePlaceInput, found: Found, unresolved: boolean): LocatedSeizure {
  const place = {
    ...placeOf(input),
    placeId: found.place.id,
    precision: PRECISION_OF_KIND[found.place.kind],
    atSea: false,
  };
  return { place, certainty: found.certainty, reason: found.reason, unresolved };
}

function seaPlace(input: SeizurePlaceInput, found: Found | null): LocatedSeizure {
  const area = found?.place.kind === 'sea-area' ? found.place : null;
  const place = { ...placeOf(input), placeId: area?.id ?? null, precision: 'sea-area' as const, atSea: true };
  const { position } = input;
  if (position) {
    const reason = `at sea; the position is an estimate from the text, within ${position.uncertaintyKm} km`;
    return { place, certainty: 'inferred', reason, unresolved: false };
  }
  return { place, certainty: 'stated', reason: 'at sea, position not stated', unresolved: area === null };
}
