import type { Leg, PortCall, Vessel, Voyage } from '../../shared/model.ts';
import { vesselFromIdentities } from '../vessels/identity.ts';
import type { RawTrack } from './assemble.ts';
import { cleanTrack } from './clean.ts';
import type { CleanedTrack } from './clean.ts';
import { legsFromCalls, voyagesFromLegs } from './legs.ts';
import type { TrackOptions } from './options.ts';
import { portCallsFromTrack } from './port-calls.ts';
import type { PortIndex } from './port-index.ts';

/** One vessel and all its journeys, in order of time. */
export interface Journeys {
  readonly vessel: Vessel;
  readonly cleaned: CleanedTrack;
  readonly calls: readonly PortCall[];
  readonly legs: readonly Leg[];
  readonly voyages: readonly Voyage[];
}

/** From a vessel's fixes to its calls, legs and voyages. The columns of `raw` are used up. */
export function journeysOf(raw: RawTrack, ports: PortIndex, options: TrackOptions): Journeys {
  const mmsi = String(raw.mmsi);
  const cleaned = cleanTrack(raw.fixes, options.clean);
  const { fixes, count } = cleaned.track;
  const vessel = vesselFromIdentities(
    mmsi,
    raw.identities.map(({ text }) => text),
    (fixes.seconds[0] ?? 0) * 1000,
    (fixes.seconds[count - 1] ?? 0) * 1000,
  );
  const found = portCallsFromTrack(vessel.id, cleaned.track, ports, options.calls);
  const { legs, voyages } = voyagesFromLegs(legsFromCalls(found, options.legs), options.voyages);
  return { vessel, cleaned, calls: found.map(({ call }) => call), legs, voyages };
}
