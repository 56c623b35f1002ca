import { distanceKm } from '../../../shared/geo.ts';
import type { Position } from '../../../shared/geo.ts';

/** Every circle as a set of indexes: all locations within the distance of some location from a centre. */
export function circles(
  positions: readonly Position[],
  weights: readonly number[],
  maxShare: number,
): number[][] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return positions.flatMap((centre) =>
    positions.flatMap((edge) => {
      const reach = distanceKm(centre, edge) + 1e-7;
      const inside = positions.flatMap((position, i) => (distanceKm(centre, position) <= reach ? [i] : []));
      const weight = inside.reduce((sum, i) => sum + (weights[i] ?? 0), 0);
      return weight <= maxShare * all + 1e-9 ? [inside] : [];
    }),
  );
}

/** c ln(c / e) + (C - c) ln((C - c) / (C - e)) where c is more than e and at least two, else 0. */
export function ratio(c: number, e: number, all: number): number {
  if (c < 2 || c <= e) return 0;
  return c * Math.log(c / e) + (all > c ? (all - c) * Math.log((all - c) / (all - e)) : 0);
}
