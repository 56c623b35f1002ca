import type { Leg, Voyage } from '../../shared/model.ts';
import type { LegOptions, VoyageOptions } from './options.ts';
import type { TrackCall } from './port-calls.ts';

/** A leg before it is known which voyage it belongs to. */
export type OpenLeg = Omit<Leg, 'voyageId'>;

const HOUR_MS = 3_600_000;

/**
 * Joins one vessel's calls into legs, one between each call and the next.
 *
 * A vessel that leaves a port and comes back to it without a call elsewhere made a round trip, not a leg: no
 * leg joins a port to itself. No leg leads to a call that starts a track. A leg whose gap is not known is
 * inferred.
 *
 * @param calls  one vessel's, ascending by arrival
 * @returns legs in order of departure; `id` is `leg:` and the id of the call it leaves
 */
export function legsFromCalls(calls: readonly TrackCall[], options: LegOptions): OpenLeg[] {
  const legs: OpenLeg[] = [];
  calls.forEach(({ call, startsTrack, gapBeforeHours }, i) => {
    const from = calls[i - 1]?.call;
    if (!from || startsTrack || from.placeId === call.placeId) return;
    const seen = gapBeforeHours !== null && gapBeforeHours <= options.observedGapHours;
    legs.push({
      id: `leg:${from.id}`,
      vesselId: call.vesselId,
      fromPlaceId: from.placeId,
      toPlaceId: call.placeId,
      departedAt: from.departedAt,
      arrivedAt: call.arrivedAt,
      gapHours: gapBeforeHours,
      certainty: seen ? 'observed' : 'inferred',
    });
  });
  return legs;
}

/**
 * Joins one vessel's legs into voyages. A voyage goes on to the next leg unless
 * - the next leg starts elsewhere (the track was cut) or after a stay longer than `maxStayHours`, trips out
 *   of the port and back counted in;
 * - the vessel is back at the port where the voyage started, or the next leg is one it has already sailed on
 *   this voyage: a ferry makes many voyages, not one without end;
 * - this leg or the next has a gap longer than `maxGapHours`: nothing ties what came before the silence to
 *   what came after.
 *
 * @param legs  one vessel's, in order of departure
 * @returns the legs with their voyage's id, which is `voyage:` and the id of its first leg's call
 */
export function voyagesFromLegs(
  legs: readonly OpenLeg[],
  options: VoyageOptions,
): { readonly legs: Leg[]; readonly voyages: Voyage[] } {
  const groups: OpenLeg[][] = [];
  for (const leg of legs) {
    const group = groups[groups.length - 1];
    if (group && goesOn(group, leg, options)) group.push(leg);
    else groups.push([leg]);
  }
  const voyages = groups.map(voyageOf);
  return {
    legs: groups.flatMap((group, i) => group.map((leg) => ({ ...leg, voyageId: voyages[i]?.id ?? '' }))),
    voyages,
  };
}

function goesOn(voyage: readonly OpenLeg[], next: OpenLeg, options: VoyageOptions): boolean {
  const first = voyage[0];
  const last = voyage[voyage.length - 1];
  if (!first || !last || last.toPlaceId !== next.fromPlaceId) return false;
  const tooQuiet = (leg: OpenLeg): boolean => leg.gapHours !== null && leg.gapHours > options.maxGapHours;
  if (tooQuiet(last) || tooQuiet(next)) return false;
  if (next.departedAt - last.arrivedAt > options.maxStayHours * HOUR_MS) return false;
  if (last.toPlaceId === first.fromPlaceId) return false;
  return !voyage.some((leg) => leg.fromPlaceId === next.fromPlaceId && leg.toPlaceId === next.toPlaceId);
}

function voyageOf(legs: readonly OpenLeg[]): Voyage {
  const [first] = legs;
  const last = legs[legs.length - 1];
  return {
    id: first ? first.id.replace(/^leg:/, 'voyage:') : '',
    vesselId: first?.vesselId ?? '',
    placeIds: [...legs.slice(0, 1).map((leg) => leg.fromPlaceId), ...legs.map((leg) => leg.toPlaceId)],
    departedAt: first?.departedAt ?? 0,
    arrivedAt: last?.arrivedAt ?? 0,
  };
}
