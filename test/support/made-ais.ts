import { distanceKm, type Position } from '../../shared/geo.ts';

/** Columns of a MarineCadastre file, those that are read and one that is not. */
const AIS_HEADER = 'MMSI,BaseDateTime,LAT,LON,SOG,VesselName,CallSign,VesselType,Status,Length';
/** One position in ten minutes. */
const STEP_MS = 600_000;
/** 16 knots: from one position to the next 4.9 km, so the first under way is out of the port it left. */
const STEP_KM = (16 * 1.852) / 6;

/** Part of a made track: lying still for a time, or sailing straight to a position. */
export type Move = { readonly hours: number } | { readonly to: Position };

/** Positions of one step after another: the ends of each stretch are met exactly. */
function positionsOf(start: Position, moves: readonly Move[]): { at: Position; knots: number }[] {
  const fixes: { at: Position; knots: number }[] = [{ at: start, knots: 0 }];
  let at = start;
  for (const move of moves) {
    const steps =
      'to' in move
        ? Math.ceil(distanceKm(at, move.to) / STEP_KM)
        : Math.round((move.hours * 3_600_000) / STEP_MS);
    const [lon, lat] = at;
    const [toLon, toLat] = 'to' in move ? move.to : at;
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      fixes.push({
        at: [lon + (toLon - lon) * part, lat + (toLat - lat) * part],
        knots: 'to' in move ? 16 : 0,
      });
    }
    at = 'to' in move ? move.to : at;
  }
  return fixes;
}

/**
 * A made vessel's track as a MarineCadastre CSV file, a position every ten minutes from `startAt` on.
 *
 * @param startAt  UTC, epoch milliseconds
 */
export function madeAis(
  vessel: { readonly mmsi: string; readonly name: string },
  startAt: number,
  start: Position,
  moves: readonly Move[],
): string {
  const rows = positionsOf(start, moves).map(({ at: [lon, lat], knots }, step) => {
    const time = new Date(startAt + step * STEP_MS).toISOString().slice(0, 19);
    return `${vessel.mmsi},${time},${lat.toFixed(5)},${lon.toFixed(5)},${knots.toFixed(1)},${vessel.name},,70,,48`;
  });
  return [AIS_HEADER, ...rows, ''].join('\n');
}
