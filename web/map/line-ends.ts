import type { Position } from 'geojson';
import { markersApart } from './port-groups.ts';

/** Halvings that find where a line leaves a marker to a sixty-fourth of a step. */
const HALVINGS = 6;

/** A line that starts at a marker: it keeps its way over water as far as the marker's own width. */
function startAt(line: readonly Position[], marker: Position, zoom: number): Position[] {
  const out = line.findIndex((at) => markersApart(at, marker, zoom) >= 1);
  let [near, far] = [line[out - 1] ?? marker, line[out]];
  if (far === undefined) return [marker, ...line.slice(-1)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = [0, 1].map((axis) => ((near[axis] ?? 0) + (far?.[axis] ?? 0)) / 2);
    if (markersApart(middle, marker, zoom) < 1) near = middle;
    else far = middle;
  }
  return [marker, far, ...line.slice(out)];
}

/** A line between two places with its ends at the markers that stand for them; none: the end stays. */
export function between(
  line: readonly Position[],
  markers: readonly [Position | undefined, Position | undefined],
  zoom: number,
): Position[] {
  const [from, to] = markers;
  const started = from ? startAt(line, from, zoom) : [...line];
  return to ? startAt(started.toReversed(), to, zoom).reverse() : started;
}
