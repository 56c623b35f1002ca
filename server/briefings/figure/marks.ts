import type { Scene, SceneCell, SceneCluster, ScenePlace, SceneSeizure } from '../../../shared/briefing.ts';
import {
  GOODS_FAMILIES,
  goodsFamily,
  type GoodsFamily,
  type Palette,
} from '../../../shared/drawing/palette.ts';
import { PORT_STEPS, portRadius, shownAt } from '../../../shared/drawing/scales.ts';
import { destination, type Position } from '../../../shared/geo.ts';
import { PORT_KINDS, type PlaceKind } from '../../../shared/vocabulary.ts';
import type { ClusterSign } from '../words/figure.ts';
import { circlePath, grown, overlap, path, ringPath, type Item, type Point, type Rect } from './drawing.ts';
import { extent, within } from './geometry.ts';
import { unitOf } from './lines.ts';
import { kmPerUnit, pointOf, pointsOf, zoomOf, type View } from './projection.ts';

const CORNERS = 60;
/** Path data of what lies within `km` of a position. */
export const circleOnEarth = (view: View, centre: Position, km: number): { d: string; box: Rect } => {
  const points = pointsOf(
    view,
    Array.from({ length: CORNERS }, (_, i) => destination(centre, (i * 360) / CORNERS, km)),
  );
  return { d: ringPath(points), box: extent(points) };
};

/** Is this kind of place a point where a vessel can lie? */
export const isPort = (kind: PlaceKind): boolean => PORT_KINDS.some((port) => port === kind);

/** How strongly significant cells are filled: less close up, where the islands under them matter more. */
const cellOpacity = (view: View): number =>
  Math.max(0.18, Math.min(0.34, 0.34 - ((zoomOf(view) - 6.5) / 2.5) * 0.16));

const CELL_CLASSES = ['none', 'cold', 'hot'] as const;

/** Cells, the significant ones filled; the classes that are in the view. */
export function drawCells(
  view: View,
  cells: readonly SceneCell[],
  palette: Palette,
): { items: Item[]; classes: ReadonlySet<SceneCell['class']> } {
  const classes = new Set<SceneCell['class']>();
  const items = CELL_CLASSES.flatMap((one): Item[] => {
    const rings = cells.flatMap((cell) => {
      const points = cell.class === one ? pointsOf(view, cell.boundary) : [];
      return overlap(view.rect, extent(points)) ? [ringPath(points)] : [];
    });
    if (rings.length === 0) return [];
    classes.add(one);
    const d = rings.join('');
    if (one === 'none') return [path('cell-none', d, { stroke: palette.cellLine, width: 0.5, opacity: 0.7 })];
    const color = palette[one];
    return [
      path(`cell-${one}`, d, { fill: color, opacity: cellOpacity(view) }),
      path(`cell-${one}`, d, { stroke: color, width: 0.6, opacity: 0.7 }),
    ];
  });
  return { items, classes };
}

/** Up to this p a cluster is drawn as one; the customary level. */
const SURE_P = 0.05;
/** Outline of each kind of cluster. */
export const CLUSTER_LINES: Readonly<
  Record<ClusterSign, { width: number; dash: readonly [number, number] | null }>
> = {
  sure: { width: 1.2, dash: null },
  density: { width: 1.3, dash: [0.01, 2.6] },
};

/** Colour of the outline of a cluster. */
export const clusterColor = (sign: ClusterSign, palette: Palette): string =>
  sign === 'sure' ? palette.hot : palette.portText;

/** Clusters as circles: those that chance explains badly, and those that nothing was tested for. */
export function drawClusters(
  view: View,
  clusters: readonly SceneCluster[],
  palette: Palette,
): { items: Item[]; signs: ReadonlySet<ClusterSign> } {
  const signs = new Set<ClusterSign>();
  const items = clusters.flatMap(({ centre, radiusKm, p }): Item[] => {
    if (p !== null && p > SURE_P) return [];
    const { d, box } = circleOnEarth(view, centre, radiusKm);
    if (!overlap(view.rect, box)) return [];
    const sign = p === null ? 'density' : 'sure';
    signs.add(sign);
    const stroke = clusterColor(sign, palette);
    return [path('cluster', d, { stroke, cap: 'round', opacity: 0.85, ...CLUSTER_LINES[sign] })];
  });
  return { items, signs };
}

/** A place is drawn as an area once its radius measures this much, units; else it is a point. */
const AREA_LEAST = 6;
const DOT = 2.5;

interface SeizureGroup {
  readonly at: Point;
  readonly family: GoodsFamily;
  readonly area: { readonly d: string; readonly box: Rect } | null;
  count: number;
}

/** What of the seizures is in the view. */
export interface SeizuresDrawn {
  readonly families: readonly GoodsFamily[];
  readonly areas: boolean;
  readonly several: boolean;
  readonly dots: readonly Rect[];
}

function groupsOf(view: View, seizures: readonly SceneSeizure[]): SeizureGroup[] {
  const groups = new Map<string, SeizureGroup>();
  for (const { position, uncertaintyKm, commodities } of seizures) {
    const family = goodsFamily(commodities);
    const key = `${position.map((part) => part.toFixed(3)).join()} ${uncertaintyKm} ${family}`;
    const found = groups.get(key);
    if (found) {
      found.count++;
      continue;
    }
    const wide = uncertaintyKm / kmPerUnit(view, position[1]) >= AREA_LEAST;
    const area = wide ? circleOnEarth(view, position, uncertaintyKm) : null;
    const at = pointOf(view, position);
    if (area ? overlap(view.rect, area.box) : within(view.rect, at))
      groups.set(key, { at, family, area, count: 1 });
  }
  return [...groups.values()];
}

/** How strongly an area is filled: more for several seizures, less the wider it is, for it says less. */
const tint = (box: Rect, count: number): number =>
  Math.min(0.2, 0.08 + 0.02 * count) * Math.min(1, Math.max(0.3, 70 / Math.max(1, box.width)));

const dotRadius = (count: number): number => DOT * Math.min(2.2, Math.sqrt(count) * 0.45 + 0.55);

/** Seizures by goods: points, and areas of what is known only roughly; several in one place are a larger point. */
export function drawSeizures(
  view: View,
  seizures: readonly SceneSeizure[],
  palette: Palette,
): { areas: Item[]; points: Item[]; drawn: SeizuresDrawn } {
  const groups = groupsOf(view, seizures);
  const points = groups.filter(({ area }) => area === null).sort((a, b) => b.count - a.count);
  const areas = groups.flatMap(({ area, family, at, count }): Item[] => {
    if (!area) return [];
    const color = palette.goods[family];
    return [
      path('seizure-area', area.d, { fill: color, opacity: tint(area.box, count) }),
      path('seizure-area', area.d, { stroke: color, width: 0.6, opacity: 0.75 }),
      path('seizure-area', circlePath(at, 1.3), { stroke: color, width: 0.7, opacity: 0.9 }),
    ];
  });
  return {
    areas,
    points: points.map(({ at, family, count }) =>
      path('seizure', circlePath(at, dotRadius(count)), {
        fill: palette.goods[family],
        stroke: palette.ring,
        width: 0.7,
      }),
    ),
    drawn: {
      families: GOODS_FAMILIES.filter((family) => groups.some((group) => group.family === family)),
      areas: areas.length > 0,
      several: points.some(({ count }) => count > 1),
      dots: points.map(({ at: [x, y], count }) => grown({ x, y, width: 0, height: 0 }, dotRadius(count))),
    },
  };
}

/** A place as it is drawn. */
export interface Dot {
  readonly place: ScenePlace;
  readonly at: Point;
  readonly radius: number;
}

/** The busiest places of the view, with the dot of each. */
export function dotsOf(view: View, { places }: Scene): Dot[] {
  const most = places.reduce((max, { weight }) => Math.max(max, weight), 0);
  const unit = unitOf(view);
  const inView = places
    .map((place) => ({ place, at: pointOf(view, place.position) }))
    .filter(({ at }) => within(view.rect, at));
  const shown = shownAt(zoomOf(view) + 1, inView.length, PORT_STEPS);
  return inView.slice(0, shown).map(({ place, at }) => ({
    place,
    at,
    radius: Math.max(1.1, portRadius(place.weight, most) * unit * 0.85),
  }));
}

/** Dots of places: ports full, areas hollow. */
export const drawDots = (dots: readonly Dot[], palette: Palette): Item[] =>
  [...dots].reverse().map(({ place, at, radius }) =>
    isPort(place.kind)
      ? path('port', circlePath(at, radius), { fill: palette.port, stroke: palette.ring, width: 0.6 })
      : path('port', circlePath(at, Math.min(radius, 2)), {
          fill: palette.ring,
          stroke: palette.port,
          width: 0.8,
        }),
  );
