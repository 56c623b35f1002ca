import type { Place, RoutePoint } from '../../shared/model.ts';
import type { Certainty, PointRole } from '../../shared/vocabulary.ts';
import type { Gazetteer } from '../ports/gazetteer.ts';
import { readDoubts, withoutHedge } from './doubt.ts';
import { findPlace, isNotStated, type LocatedSeizure } from './locate.ts';
import { mergePlaces } from './same-place.ts';

/** A named place with its UN/LOCODE; an element of `transit` may be empty: goods went by there, unknown where. */
export interface RouteText {
  readonly text: string;
  readonly locode: string | null;
}

export interface RouteInput {
  readonly departure: RouteText;
  /** In order of travel. */
  readonly transit: readonly RouteText[];
  /** More than one: alternatives, of which the source does not say which. */
  readonly destination: readonly RouteText[];
  readonly seizure: LocatedSeizure;
  readonly notes: string;
}

export interface RoutePoints {
  readonly points: readonly RoutePoint[];
  /** Texts that name a place the gazetteer does not know. */
  readonly unresolved: readonly {
    readonly column: 'departure' | 'transit' | 'destination';
    readonly text: string;
  }[];
}

type Column = 'departure' | 'transit' | 'destination';
interface Step {
  readonly role: PointRole;
  readonly text: string;
  readonly place: Place | null;
  readonly certainty: Certainty;
  readonly reason: string | null;
  /** An unknown place lies between the step before and this one. */
  readonly gapBefore: boolean;
}

const ALTERNATIVES = 'one of several alternatives; the source does not say which';

/**
 * The ordered points of a seizure's route: departure, transits, seizure, destination, as far as stated.
 *
 * - A place the source names is `stated`, one taken from its code `inferred`, one the notes or the text call
 *   suspected or believed `assumed`: a presumption is neither a fact of the source nor derived by us.
 * - Alternatives make one point without a place.
 * - An empty transit makes no point: it leaves its number out of `seq` and is said in the reason of the next.
 * - The seizure stands next to the point that is its own place; at sea after the last transit; on land
 *   elsewhere likewise, but then its order, and so the point, is `inferred`.
 */
export function routePoints(input: RouteInput, gazetteer: Gazetteer): RoutePoints {
  const doubts = readDoubts(input.notes);
  const unresolved: { column: Column; text: string }[] = [];
  const step = (role: Column, named: RouteText, gapBefore: boolean): Step => {
    const made = stepOf(role, named, doubts[role], gapBefore, gazetteer);
    if (made.place === null) unresolved.push({ column: role, text: named.text });
    return made;
  };
  const before: Step[] = [];
  if (input.departure.text !== '') before.push(step('departure', input.departure, false));
  let gap = false;
  for (const transit of input.transit) {
    if (transit.text !== '') before.push(step('transit', transit, gap));
    gap = transit.text === '';
  }
  const after = destinationSteps(input.destination, (named) => step('destination', named, false));
  const steps = withSeizure(before, after, gap, input.seizure, gazetteer);
  return { points: numbered(steps), unresolved };
}

function destinationSteps(named: readonly RouteText[], step: (named: RouteText) => Step): Step[] {
  const given = named.filter(({ text }) => text !== '');
  const [only] = given;
  if (only === undefined) return [];
  if (given.length === 1) return [step(only)];
  const text = given.map((one) => one.text).join('; ');
  return [
    { role: 'destination', text, place: null, certainty: 'assumed', reason: ALTERNATIVES, gapBefore: false },
  ];
}

function stepOf(
  role: PointRole,
  named: RouteText,
  doubt: string | null,
  gapBefore: boolean,
  gazetteer: Gazetteer,
): Step {
  const { text, hedge } = withoutHedge(named.text);
  const found = findPlace({ text, locode: named.locode, country: null }, gazetteer);
  const base = { role, text: named.text, place: found?.place ?? null, gapBefore };
  const why = found ? found.reason : 'not in the gazetteer, or too vague to be one place';
  const doubtful = doubt ?? hedge;
  if (doubtful === null) return { ...base, certainty: found?.certainty ?? 'stated', reason: why };
  const only = `the source only believes this: "${doubtful}"`;
  return { ...base, certainty: 'assumed', reason: why === null ? only : `${only}; ${why}` };
}

/** Puts the seizure among the other steps; see {@link routePoints}. `gap`: the last transit is unknown. */
function withSeizure(
  before: readonly Step[],
  after: readonly Step[],
  gap: boolean,
  located: LocatedSeizure,
  gazetteer: Gazetteer,
): Step[] {
  const { text, placeId, atSea } = located.place;
  const afterGap = after.map((step, i) => (i === 0 ? { ...step, gapBefore: gap } : step));
  if (isNotStated(text) && placeId === null) return [...before, ...afterGap];
  const place = placeId === null ? null : gazetteer.byId(placeId);
  const { certainty, reason } = located;
  const seizure: Step = { role: 'seizure', text, place, certainty, reason, gapBefore: false };
  const last = { ...seizure, gapBefore: gap };
  if (atSea || place === null) return [...before, last, ...after];
  const own = ownPlace([...before, ...after], place, gazetteer);
  if (own === null) {
    const elsewhere = [...before, ...after].some((step) => step.place !== null);
    return [...before, elsewhere ? orderInferred(last) : last, ...after];
  }
  if (own >= before.length) return [...before, last, ...after];
  return [...before.slice(0, own + 1), seizure, ...before.slice(own + 1), ...afterGap];
}

function orderInferred(seizure: Step): Step {
  const order = 'the source does not say when on the way; put before the destination';
  const reason = seizure.reason === null ? order : `${seizure.reason}; ${order}`;
  return { ...seizure, certainty: seizure.certainty === 'assumed' ? 'assumed' : 'inferred', reason };
}

/** Index of the step at the place of the seizure: the same place first, then one that covers the other. */
function ownPlace(steps: readonly Step[], place: Place, gazetteer: Gazetteer): number | null {
  const same = steps.findLastIndex((step) => step.place?.id === place.id);
  if (same >= 0) return same;
  const covering = steps.findLastIndex((step) => step.place && mergePlaces(step.place, place, gazetteer));
  return covering >= 0 ? covering : null;
}

function numbered(steps: readonly Step[]): RoutePoint[] {
  let seq = 0;
  return steps.map((step) => {
    seq += step.gapBefore ? 2 : 1;
    const gap = step.gapBefore ? 'an unknown place lies before this one' : null;
    const reason = [step.reason, gap].filter((part) => part !== null).join('; ');
    return {
      seq,
      role: step.role,
      text: step.text,
      placeId: step.place?.id ?? null,
      certainty: step.certainty,
      reason: reason === '' ? null : reason,
    };
  });
}
