import type { Certainty } from '../vocabulary.ts';

/** How a line is drawn: what a source says or AIS saw is solid, what we derived dashed, the rest dotted. */
export type Stroke = 'solid' | 'dashed' | 'dotted';
export const STROKES = ['solid', 'dashed', 'dotted'] as const satisfies readonly Stroke[];

/** Certainty to stroke. */
export const strokeOf = (certainty: Certainty): Stroke =>
  certainty === 'inferred' ? 'dashed' : certainty === 'assumed' ? 'dotted' : 'solid';

/** Dash pattern of each stroke, in line widths; null: solid. Dots are zero-length dashes with round ends. */
export const DASHES: Readonly<Record<Stroke, readonly number[] | null>> = {
  solid: null,
  dashed: [3, 1.8],
  dotted: [0.01, 2.2],
};

/** Sizes are given for zoom 7; this is how they shrink and grow with the zoom. */
export const GROWTH: readonly (readonly [zoom: number, factor: number])[] = [
  [3, 0.5],
  [5, 0.75],
  [7, 1],
  [10, 1.35],
  [14, 1.8],
];

/** Width of a leg with the most voyages, and of one with a single voyage; px at zoom 7. */
const VOYAGE_WIDTH = { least: 0.9, most: 4.4 };
const SEIZURE_WIDTH = { least: 1.2, most: 3.6 };
/** Below these maxima the scale does not stretch: three voyages are never drawn as a motorway. */
const VOYAGE_FLOOR = 40;
const SEIZURE_FLOOR = 6;

/** Opacity of a line with a single event and of the best supported one: weak evidence is drawn weakly. */
const OPACITY = { least: 0.38, most: 0.85 };

const sqrtScale = (least: number, most: number, count: number, max: number): number =>
  least + (most - least) * Math.sqrt(Math.min(1, count / max));

/** Line width of `count` voyage legs where the busiest leg has `max`; px at zoom 7. Area, not width, grows. */
export const voyageWidth = (count: number, max: number): number =>
  sqrtScale(VOYAGE_WIDTH.least, VOYAGE_WIDTH.most, count, Math.max(max, VOYAGE_FLOOR));

/** Line width of `count` seizure legs; px at zoom 7. */
export const seizureWidth = (count: number, max: number): number =>
  sqrtScale(SEIZURE_WIDTH.least, SEIZURE_WIDTH.most, count, Math.max(max, SEIZURE_FLOOR));

/** Line width of a route by its independent events; px at zoom 7. Narrow: it lies on the legs it is made of. */
export const routeWidth = (events: number): number => sqrtScale(1.3, 3, events, 60);

/** Opacity of a leg by its count, on the same scale as its width. */
export const voyageOpacity = (count: number, max: number): number =>
  sqrtScale(OPACITY.least, OPACITY.most, count, Math.max(max, VOYAGE_FLOOR));
export const seizureOpacity = (count: number, max: number): number =>
  sqrtScale(OPACITY.least, OPACITY.most, count, Math.max(max, SEIZURE_FLOOR));
/** Opacity of a route by its independent events. */
export const routeOpacity = (events: number): number => sqrtScale(0.55, 0.95, events, 12);

/** Line width of where vessels went next by its share, 0 to 1; px at zoom 7. In proportion, but never too thin to see. */
export const onwardWidth = (share: number): number => 1 + 9 * share;

/** Radius of a port's dot for its calls; px at zoom 7. */
export const portRadius = (calls: number, max: number): number =>
  sqrtScale(1.6, 5, calls, Math.max(max, VOYAGE_FLOOR));

/** How many of the strongest are drawn from each whole zoom on; the last row lets all through. */
export type Steps = readonly (readonly [zoom: number, count: number])[];
export const LEG_STEPS: Steps = [
  [0, 24],
  [4, 50],
  [5, 90],
  [6, 150],
  [7, Infinity],
];
/** The same for routes, those that recur before those seen once. */
export const ROUTE_STEPS: Steps = [
  [0, 8],
  [4, 12],
  [5, 16],
  [6, 22],
  [7, 40],
  [8, 90],
  [9, Infinity],
];
/** The same for ports without a seizure. */
export const PORT_STEPS: Steps = [
  [0, 25],
  [5, 60],
  [6, 120],
  [7, Infinity],
];

/** The zoom from which the thing of this rank (0 is the strongest) is drawn. */
export function showFrom(rank: number, steps: Steps): number {
  for (const [zoom, count] of steps) if (rank < count) return zoom;
  return steps.at(-1)?.[0] ?? 0;
}

/** How many things of a ranking are drawn at a zoom; the map ranks by whole zooms. */
export function shownAt(zoom: number, total: number, steps: Steps): number {
  const count = steps.filter(([from]) => from <= Math.floor(zoom)).at(-1)?.[1] ?? 0;
  return Math.min(total, count);
}

/** An arrowhead is drawn on a line once the line measures this much on the screen, px. */
const ARROW_LEAST_PX = 34;
/** The whole zoom from which a line of this length is long enough for an arrowhead. */
export const arrowFrom = (km: number, latitude: number): number => wideFrom(ARROW_LEAST_PX, km, latitude);

/** An uncertain place is an area once its radius measures this much on the screen, px. */
const AREA_LEAST_PX = 12;
/** Metres per pixel at zoom 0 on the equator with 512 px tiles: circumference 40,075,016.7 m / 512. */
const METRES_PER_PX = 78271.517;

/** The whole zoom from which a circle of `radiusKm` at `latitude` is wide enough to be drawn as an area. */
export const areaFrom = (radiusKm: number, latitude: number): number =>
  radiusKm <= 0 ? 24 : wideFrom(AREA_LEAST_PX, radiusKm, latitude);

/** The whole zoom from which `km` at `latitude` measure at least `px` on the screen. */
function wideFrom(px: number, km: number, latitude: number): number {
  const perKm = (METRES_PER_PX * Math.cos((latitude * Math.PI) / 180)) / 1000;
  return Math.min(24, Math.max(0, Math.ceil(Math.log2((px * perKm) / Math.max(km, 0.001)))));
}
