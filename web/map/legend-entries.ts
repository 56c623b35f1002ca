import type { ViewState } from '../state.ts';
import { drawSeizures } from './derive-seizures.ts';
import { drawLegs, drawRoutes, isPort } from './derive.ts';
import { GOODS_FAMILIES, type GoodsFamily } from './palette.ts';
import { seizureWidth, STROKES, voyageWidth, type Stroke } from './scales.ts';
import type { MapData } from './types.ts';

/** One line of the legend: which sign, and what it needs to be drawn like on the map. Words come by `kind`. */
export type LegendEntry =
  | { kind: 'routeRecurs' | 'routeOnce' | 'legDirect' | 'cellHot' | 'cellCold' | 'cellNone' }
  | { kind: 'legVoyage' | 'legSeizure'; count: number; width: number }
  | { kind: 'stroke'; stroke: Stroke }
  | { kind: 'goods'; family: GoodsFamily }
  | { kind: 'seizureArea' | 'port' | 'place' | 'islet' | 'selected' | 'synthetic' };

const has = (drawn: { features: { properties: object }[] }, key: string, value: unknown): boolean =>
  drawn.features.some(({ properties }) =>
    Object.entries(properties).some(([k, v]) => k === key && v === value),
  );

/** Counts to show the width scale with: one, about a third of the largest, the largest. */
function samples(most: number): number[] {
  if (most <= 0) return [];
  return [...new Set([1, Math.max(1, Math.round(most / 3)), most])];
}

function legEntries(data: MapData): LegendEntry[] {
  if (!data.network) return [];
  const drawn = drawLegs(data.network);
  const edges = data.network.edges.features.filter(({ properties }) => properties.overWater);
  const voyages = edges.reduce((max, { properties }) => Math.max(max, properties.voyageLegs), 0);
  const seizures = edges.reduce((max, { properties }) => Math.max(max, properties.seizureLegs), 0);
  return [
    ...samples(voyages).map((count) => ({
      kind: 'legVoyage' as const,
      count,
      width: voyageWidth(count, voyages),
    })),
    ...samples(seizures).map((count) => ({
      kind: 'legSeizure' as const,
      count,
      width: seizureWidth(count, seizures),
    })),
    ...(has(drawn, 'way', 'direct') ? [{ kind: 'legDirect' as const }] : []),
  ];
}

function strokesOf(view: Pick<ViewState, 'layers'>, data: MapData): LegendEntry[] {
  const lines = [
    ...(view.layers.includes('legs') && data.network ? [drawLegs(data.network)] : []),
    ...(view.layers.includes('routes') && data.routes ? [drawRoutes(data.routes)] : []),
  ];
  return STROKES.filter((stroke) => lines.some((drawn) => has(drawn, 'stroke', stroke))).map((stroke) => ({
    kind: 'stroke',
    stroke,
  }));
}

/** Is anything that the map shows made up for demonstration? */
export function showsSynthetic(view: Pick<ViewState, 'layers'>, data: MapData): boolean {
  const shows = (name: 'legs' | 'routes' | 'seizures' | 'ports'): boolean => view.layers.includes(name);
  const network = shows('legs') || shows('ports') ? data.network?.edges.features : undefined;
  return (
    (network?.some(({ properties }) => properties.synthetic) ?? false) ||
    (shows('routes') && (data.routes?.features.some((f) => f.properties.synthetic !== 'none') ?? false)) ||
    (shows('seizures') && (data.seizures?.features.some((f) => f.properties.synthetic) ?? false))
  );
}

/** What the legend must explain: exactly the signs that are on the map with this view and data. */
export function legendEntries(view: Pick<ViewState, 'layers'>, data: MapData): LegendEntry[] {
  const shows = (name: ViewState['layers'][number]): boolean => view.layers.includes(name);
  const out: LegendEntry[] = [];
  if (shows('routes') && data.routes) {
    const drawn = drawRoutes(data.routes);
    if (has(drawn, 'recurs', true)) out.push({ kind: 'routeRecurs' });
    if (has(drawn, 'recurs', false)) out.push({ kind: 'routeOnce' });
  }
  if (shows('legs')) out.push(...legEntries(data));
  out.push(...strokesOf(view, data));
  if (shows('seizures') && data.seizures) {
    const { points, areas } = drawSeizures(data.seizures);
    for (const family of GOODS_FAMILIES)
      if (has(points, 'family', family)) out.push({ kind: 'goods', family });
    if (areas.features.length > 0) out.push({ kind: 'seizureArea' });
  }
  if (shows('hotspots') && data.hotspots) {
    const classes = new Set(data.hotspots.features.map(({ properties }) => properties.class));
    if (classes.has('hot')) out.push({ kind: 'cellHot' });
    if (classes.has('cold')) out.push({ kind: 'cellCold' });
    if (classes.has('none')) out.push({ kind: 'cellNone' });
  }
  if (shows('ports') && data.network) {
    const kinds = data.network.nodes.features.map(({ properties }) => properties.kind);
    if (kinds.some(isPort)) out.push({ kind: 'port' });
    if (kinds.some((kind) => !isPort(kind))) out.push({ kind: 'place' });
  }
  out.push({ kind: 'islet' });
  if (data.selected) out.push({ kind: 'selected' });
  if (showsSynthetic(view, data)) out.push({ kind: 'synthetic' });
  return out;
}
