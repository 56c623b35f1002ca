import type { Position } from 'geojson';
import type { NetworkReply } from '../../shared/api.ts';
import { PORT_KINDS } from '../../shared/vocabulary.ts';
import { callsAt } from './rank.ts';

/** A place of the network as it comes from the server. */
export type PlaceNode = NetworkReply['nodes']['features'][number];

/** Ports closer than the width of a marker would cover each other, px. */
const APART_PX = 12;
/** Side of the world at zoom 0, px. */
const WORLD_PX = 512;

/** Where a position lies on the flat map of zoom 0, px: Web Mercator, the projection of the map. */
function flat([longitude = 0, latitude = 0]: Position): [x: number, y: number] {
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
  return [(longitude / 360) * WORLD_PX, y * WORLD_PX];
}

/** How far apart two positions are on the map of a zoom, in widths of a marker: below 1 they cover each other. */
export function markersApart(a: Position, b: Position, zoom: number): number {
  const [[ax, ay], [bx, by]] = [flat(a), flat(b)];
  return (Math.hypot(ax - bx, ay - by) * 2 ** zoom) / APART_PX;
}

const positionOf = ({ geometry }: PlaceNode): Position => geometry.coordinates;

/**
 * Ports that cannot be told apart at a zoom. The busiest comes first and leads; each of the others joins the nearest
 * leader within a marker's width, or leads itself. Leaders are found by the square of the map they lie in, so the
 * work grows as the sorting does.
 *
 * @param zoom  whole; what is drawn from it up to the next is drawn as at it
 * @returns groups of two ports or more, each busiest first; areas, airports and towns are in none
 */
export function groupPorts(nodes: readonly PlaceNode[], zoom: number): PlaceNode[][] {
  const squares = new Map<string, PlaceNode[][]>();
  const groups: PlaceNode[][] = [];
  const ports = nodes.filter(({ properties }) => PORT_KINDS.some((kind) => kind === properties.kind));
  const busiest = ports.sort(
    (a, b) => callsAt(b.properties) - callsAt(a.properties) || (a.id < b.id ? -1 : 1),
  );
  for (const port of busiest) {
    const [x, y] = flat(positionOf(port)).map((px) => Math.floor((px * 2 ** zoom) / APART_PX)) as [
      number,
      number,
    ];
    let nearest: { group: PlaceNode[]; apart: number } | null = null;
    for (let i = x - 1; i <= x + 1; i++) {
      for (let j = y - 1; j <= y + 1; j++) {
        for (const group of squares.get(`${i} ${j}`) ?? []) {
          const apart = group[0] ? markersApart(positionOf(group[0]), positionOf(port), zoom) : 1;
          if (apart < (nearest?.apart ?? 1)) nearest = { group, apart };
        }
      }
    }
    if (nearest) nearest.group.push(port);
    else {
      const group = [port];
      groups.push(group);
      squares.set(`${x} ${y}`, [...(squares.get(`${x} ${y}`) ?? []), group]);
    }
  }
  return groups.filter(({ length }) => length > 1);
}

/** The whole zoom from which the farthest of these ports is a marker's width from the first; Infinity: they coincide. */
export function partsFrom(ports: readonly PlaceNode[]): number {
  const [first, ...others] = ports.map(positionOf);
  if (!first) return Infinity;
  const apart = Math.max(0, ...others.map((at) => markersApart(first, at, 0)));
  return Math.max(0, Math.ceil(-Math.log2(apart)));
}
