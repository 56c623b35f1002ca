import type { Track } from '../../../server/tracks/clean.ts';
import { DEGREE_UNITS, KNOT_UNITS, NO_SPEED, makeColumns } from '../../../server/tracks/columns.ts';
import type { FixColumns } from '../../../server/tracks/columns.ts';
import type { Place } from '../../../shared/model.ts';

/** 2022-01-03T00:00:00Z, epoch seconds. */
export const DAY = 1_641_168_000;

/** One degree of latitude is 111.1951 km on the sphere of 6371.0088 km; positions are given as km north. */
const KM_PER_DEGREE = 111.1951;

/** [minutes after {@link DAY}, km north of 15 N on 61 W, knots or null]. */
export type FixCase = readonly [number, number, number | null];

export function fixColumns(cases: readonly FixCase[]): FixColumns {
  const columns = makeColumns(cases.length);
  cases.forEach(([minute, km, knots], i) => {
    columns.seconds[i] = DAY + minute * 60;
    columns.lons[i] = -61 * DEGREE_UNITS;
    columns.lats[i] = Math.round((15 + km / KM_PER_DEGREE) * DEGREE_UNITS);
    columns.speeds[i] = knots === null ? NO_SPEED : knots * KNOT_UNITS;
    columns.rows[i] = i;
  });
  return columns;
}

export function trackOf(cases: readonly FixCase[], cuts: readonly number[] = []): Track {
  return { fixes: fixColumns(cases), count: cases.length, cuts };
}

/** A port `km` north of 15 N on 61 W. */
export function portAt(id: string, km: number, radiusKm = 1): Place {
  return {
    id,
    name: id,
    kind: 'port',
    country: null,
    locode: null,
    position: [-61, 15 + km / KM_PER_DEGREE],
    radiusKm,
    gatewayId: null,
    aliases: [],
    source: 'test',
  };
}

/** `HH:MM` of {@link DAY} as epoch milliseconds. */
export function at(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (DAY + (hours ?? NaN) * 3600 + (minutes ?? NaN) * 60) * 1000;
}
