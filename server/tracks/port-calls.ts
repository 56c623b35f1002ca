import type { PortCall } from '../../shared/model.ts';
import type { Track } from './clean.ts';
import { KNOT_UNITS, NO_SPEED } from './columns.ts';
import type { FixColumns } from './columns.ts';
import type { CallOptions } from './options.ts';
import { portDistanceKm } from './port-index.ts';
import type { IndexedPort, PortIndex } from './port-index.ts';

/** A port call and how it was reached. */
export interface TrackCall {
  readonly call: PortCall;
  /** True when nothing links it to the call before: the first of the vessel, or the track was cut between. */
  readonly startsTrack: boolean;
  /** Longest stretch without a fix since the last fix of the call before, hours; null when not known. */
  readonly gapBeforeHours: number | null;
}

/** A call in the making. Indices are of the track's fixes; gaps in seconds. */
interface Stay {
  port: IndexedPort;
  first: number;
  last: number;
  fixes: number;
  stopped: boolean;
  readonly gapBefore: number;
}

/**
 * Finds a vessel's port calls.
 *
 * A stay starts at the first fix inside a port's entry circle, the nearest port's where circles overlap, and
 * ends with the last fix before one outside the same port's exit circle. It is a call when a fix of it is a
 * stop or it lasts the minimum stay. Until then it passes to a nearer port whose entry circle is reached; from
 * then on it stays with its port, so a call belongs to one port and cannot flap. A stay still going on when
 * the track starts or ends counts as it was seen. Silence inside a port does not end a stay: both ends of it
 * were seen there.
 *
 * @returns calls ascending by arrival; arrival and departure are the first and the last fix of the stay
 */
export function portCallsFromTrack(
  vesselId: string,
  track: Track,
  ports: PortIndex,
  options: CallOptions,
): TrackCall[] {
  const calls: TrackCall[] = [];
  const bounds = [0, ...track.cuts, track.count];
  for (let s = 1; s < bounds.length; s++) {
    segmentCalls(vesselId, track.fixes, bounds[s - 1] ?? 0, bounds[s] ?? 0, ports, options, calls);
  }
  return calls;
}

function segmentCalls(
  vesselId: string,
  fixes: FixColumns,
  from: number,
  to: number,
  ports: PortIndex,
  options: CallOptions,
  calls: TrackCall[],
): void {
  const { seconds, lons, lats } = fixes;
  const minStaySeconds = options.minStayHours * 3600;
  let stay: Stay | null = null;
  let startsTrack = true;
  // Longest gap since the last call's last fix, and since the last fix inside a port.
  let gap = 0;
  let gapSinceInside = 0;
  const isCall = (s: Stay): boolean =>
    s.stopped || (seconds[s.last] ?? 0) - (seconds[s.first] ?? 0) >= minStaySeconds;
  const begin = (port: IndexedPort, i: number): Stay => {
    gapSinceInside = 0;
    const stopped = isStop(fixes, i, -1, port, options);
    return { port, first: i, last: i, fixes: 1, stopped, gapBefore: gap };
  };
  const finish = (s: Stay): void => {
    if (!isCall(s)) return;
    calls.push(trackCall(vesselId, seconds, s, startsTrack));
    startsTrack = false;
    gap = gapSinceInside;
  };
  for (let i = from; i < to; i++) {
    const lon = lons[i] ?? 0;
    const lat = lats[i] ?? 0;
    if (i > from) {
      const step = (seconds[i] ?? 0) - (seconds[i - 1] ?? 0);
      if (step > gap) gap = step;
      if (step > gapSinceInside) gapSinceInside = step;
    }
    if (stay && portDistanceKm(stay.port, lon, lat) <= stay.port.exitKm) {
      const nearer = isCall(stay) ? null : ports.nearestEntered(lon, lat);
      if (nearer && nearer !== stay.port && isNearer(nearer, stay.port, lon, lat)) {
        stay = begin(nearer, i);
        continue;
      }
      stay.stopped ||= isStop(fixes, i, stay.last, stay.port, options);
      stay.last = i;
      stay.fixes++;
      gapSinceInside = 0;
      continue;
    }
    if (stay) finish(stay);
    const entered = ports.near(lon, lat).length > 0 ? ports.nearestEntered(lon, lat) : null;
    stay = entered ? begin(entered, i) : null;
  }
  if (stay) finish(stay);
}

const isNearer = (a: IndexedPort, b: IndexedPort, lon: number, lat: number): boolean =>
  portDistanceKm(a, lon, lat) < portDistanceKm(b, lon, lat);

/** Without a speed of its own a fix is as fast as the way from the fix before in the same stay. */
function isStop(
  fixes: FixColumns,
  i: number,
  before: number,
  port: IndexedPort,
  options: CallOptions,
): boolean {
  const speed = fixes.speeds[i] ?? NO_SPEED;
  if (speed !== NO_SPEED) return speed < options.stopSpeedKnots * KNOT_UNITS;
  if (before < 0) return false;
  const km = portDistanceKm(
    { ...port, lon: fixes.lons[before] ?? 0, lat: fixes.lats[before] ?? 0 },
    fixes.lons[i] ?? 0,
    fixes.lats[i] ?? 0,
  );
  const hours = ((fixes.seconds[i] ?? 0) - (fixes.seconds[before] ?? 0)) / 3600;
  return hours >= MIN_IMPLIED_HOURS && km / 1.852 / hours < options.stopSpeedKnots;
}

/** Over a shorter time a vessel under way may seem to stand, for the grain of its positions. */
const MIN_IMPLIED_HOURS = 2 / 60;

function trackCall(vesselId: string, seconds: Uint32Array, stay: Stay, startsTrack: boolean): TrackCall {
  const arrivedAt = (seconds[stay.first] ?? 0) * 1000;
  return {
    call: {
      id: callId(vesselId, arrivedAt),
      vesselId,
      placeId: stay.port.place.id,
      arrivedAt,
      departedAt: (seconds[stay.last] ?? 0) * 1000,
      fixes: stay.fixes,
      certainty: 'observed',
    },
    startsTrack,
    gapBeforeHours: startsTrack ? null : stay.gapBefore / 3600,
  };
}

/** The id of a vessel's call: the vessel and the UTC second of arrival, `mmsi:316001234@20220103T120000Z`. */
export function callId(vesselId: string, arrivedAt: number): string {
  return `${vesselId}@${new Date(arrivedAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
