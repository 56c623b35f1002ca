import type { Position } from '../../shared/geo.ts';
import { stretchesMeet } from '../../shared/planar.ts';

/** Whether the sides between corners, the closing one included, neither cross nor touch but at their ends. */
export function isSimple(corners: readonly Position[]): boolean {
  const sides = corners.map((from, i) => ({ from, to: corners[(i + 1) % corners.length] ?? from }));
  return sides.every((one, i) =>
    sides.every((other, k) => {
      const neighbours = k - i <= 1 || (i === 0 && k === sides.length - 1);
      return neighbours || !stretchesMeet(one.from, one.to, other.from, other.to);
    }),
  );
}
