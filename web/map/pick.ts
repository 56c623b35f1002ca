import type { Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { Selection } from '../state.ts';

/** Where the pointer is on the map and what lies under it, first what a click would take. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  /** Of the map, px. */
  readonly width: number;
  readonly height: number;
  readonly found: readonly Selection[];
}

/**
 * What the pointer takes first where signs overlap: the smallest thing. An uncertain seizure's area may cover
 * half a sea, so it comes after the lines inside it.
 */
const ORDER: readonly (readonly [prefix: string, kind: Selection['kind']])[] = [
  ['seizures', 'seizure'],
  ['open-ends', 'seizure'],
  ['ports', 'port'],
  ['routes-recurs', 'route'],
  ['legs', 'edge'],
  ['routes-once', 'route'],
  ['clusters-edge', 'cluster'],
  ['areas-fill', 'seizure'],
  ['emerging', 'cell'],
  ['cells-fill', 'cell'],
  ['clusters-fill', 'cluster'],
];
/** How far from a sign a click still takes it, px. */
const REACH_PX = 5;

const idsOf = (properties: Record<string, unknown>): string[] => {
  const one = properties['ids'] ?? properties['id'] ?? properties['cell'];
  return typeof one === 'string' ? one.split(',') : [];
};

/** Everything under a point of the screen, first what a click should take. */
export function pick(map: MapLibreMap, point: { x: number; y: number }): Selection[] {
  const layers = map
    .getLayersOrder()
    .filter(
      (id) => ORDER.some(([prefix]) => id.startsWith(prefix)) && !/arrows|glow|hover|clear|line$/.test(id),
    );
  const box: [PointLike, PointLike] = [
    [point.x - REACH_PX, point.y - REACH_PX],
    [point.x + REACH_PX, point.y + REACH_PX],
  ];
  const near = map.queryRenderedFeatures(box, { layers });
  const under = new Set(map.queryRenderedFeatures([point.x, point.y], { layers }).map((f) => f.layer.id));
  const found: Selection[] = [];
  const seen = new Set<string>();
  for (const [prefix, kind] of ORDER) {
    const filled = prefix.endsWith('fill');
    const hits = near.filter(({ layer }) => layer.id.startsWith(prefix) && (!filled || under.has(layer.id)));
    if (prefix === 'areas-fill') hits.sort((a, b) => Number(a.properties['km']) - Number(b.properties['km']));
    for (const hit of hits) {
      for (const id of idsOf(hit.properties)) {
        if (seen.has(`${kind} ${id}`)) continue;
        seen.add(`${kind} ${id}`);
        found.push({ kind, id });
      }
    }
  }
  return found;
}

/** What a click takes: the first thing, or the one after what is taken already; after the last the first again. */
export function nextPick(found: readonly Selection[], now: Selection | null): Selection | null {
  const at = found.findIndex(({ kind, id }) => now?.kind === kind && now.id === id);
  return found[(at + 1) % found.length] ?? null;
}
