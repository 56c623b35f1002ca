import type { Scene, SceneLeg } from '../../../shared/briefing.ts';
import type { Palette } from '../../../shared/drawing/palette.ts';
import {
  GROWTH,
  DASHES,
  LEG_STEPS,
  ROUTE_STEPS,
  routeOpacity,
  routeWidth,
  seizureOpacity,
  seizureWidth,
  shownAt,
  strokeOf,
  voyageOpacity,
  voyageWidth,
  type Stroke,
} from '../../../shared/drawing/scales.ts';
import { stretches } from '../../../shared/drawing/fade.ts';
import type { Position } from '../../../shared/geo.ts';
import { grown, linePath, path, ringPath, type Item, type Point, type Role } from './drawing.ts';
import { along, arrowhead, clipLine, lengthOf, shifted, thinned } from './geometry.ts';
import { pointsOf, zoomOf, type View } from './projection.ts';

/** Points of one CSS px. */
const POINTS_PER_PX = 0.75;
/** A figure is looked at from closer than a screen, or enlarged: as much detail as this many zooms further in. */
const CLOSER = 1;

/** Units of one px of the page's map at zoom 7, in this view. */
export function unitOf(view: View): number {
  const zoom = zoomOf(view);
  const after = GROWTH.findIndex(([at]) => at >= zoom);
  const [b, a] = [GROWTH.at(after), GROWTH[Math.max(0, after - 1)]];
  if (!a || !b) return POINTS_PER_PX;
  const share = b[0] === a[0] ? 0 : Math.max(0, Math.min(1, (zoom - a[0]) / (b[0] - a[0])));
  return (a[1] + (b[1] - a[1]) * share) * POINTS_PER_PX * 1.1;
}

/** How one line is drawn. */
interface Look {
  readonly role: Role;
  readonly color: string;
  readonly width: number;
  /** To the right of the way, so that both directions stay apart. */
  readonly offset: number;
  readonly stroke: Stroke;
  readonly opacity: number;
}

/** Dash of a stroke at a width, units. */
export function dashOf(stroke: Stroke, width: number): readonly [on: number, off: number] | null {
  const dash = DASHES[stroke];
  const by = Math.max(width, 0.8);
  return dash ? [Math.max(0.01, (dash[0] ?? 0) * by), (dash[1] ?? 0) * by] : null;
}

/** A line shorter than this has no arrowhead, units. */
const ARROW_LEAST = 26;
const MARGIN = 24;

/** A run of a line on the drawing, and how strongly it is drawn: long ways fade far from their ends. */
interface Run {
  readonly points: readonly Point[];
  readonly fade: number;
}

/** The runs of a line that are on the drawing. */
const runsOf = (view: View, line: readonly Position[]): Run[] =>
  stretches(line).flatMap(({ line: part, fade }) =>
    clipLine(thinned(pointsOf(view, part), 0.25), grown(view.rect, MARGIN)).map((points) => ({
      points,
      fade,
    })),
  );
const isSeen = (view: View, runs: readonly Run[]): boolean =>
  runs.some(({ points }) => clipLine(points, view.rect).length > 0);

/** Points along runs, close enough to know what lies under a box; units. */
const EVERY = 10;
const sampled = (runs: readonly Run[]): Point[] =>
  runs.flatMap(({ points }) => {
    const length = lengthOf(points);
    const count = Math.ceil(length / EVERY);
    return Array.from({ length: count + 1 }, (_, i) => along(points, count === 0 ? 0 : i / count).at);
  });

/** One line with an arrowhead in the way of travel on its longest run. */
function drawn(runs: readonly Run[], look: Look): Item[] {
  const { color, width, stroke, opacity } = look;
  const lines = runs.map(({ points, fade }) => ({ points: shifted(points, look.offset), fade }));
  const fades = [...new Set(lines.map(({ fade }) => fade))].sort((a, b) => a - b);
  const items: Item[] = fades.map((fade) =>
    path(look.role, lines.flatMap((one) => (one.fade === fade ? [linePath(one.points)] : [])).join(''), {
      stroke: color,
      width,
      dash: dashOf(stroke, width),
      cap: stroke === 'dotted' ? 'round' : 'butt',
      opacity: opacity * fade,
    }),
  );
  const strong = lines.filter(({ fade }) => fade === 1).map(({ points }) => points);
  const longest = [...strong].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
  if (lengthOf(longest) < ARROW_LEAST) return items;
  const { at, angle } = along(longest, 0.6);
  const head = ringPath(arrowhead(at, angle, 3.4 + width * 1.5));
  return [...items, path('arrow', head, { fill: color, opacity: Math.min(1, opacity + 0.15) })];
}

/** What of the lines is on the drawing, for the legend. */
export interface LinesDrawn {
  readonly voyages: number;
  readonly seizures: number;
  readonly direct: boolean;
  readonly strokes: ReadonlySet<Stroke>;
  readonly shown: number;
  readonly total: number;
  /** Points along what is drawn. */
  readonly along: readonly Point[];
}

const DIRECT = { width: 0.8, opacity: 0.55, offset: 0.9 };

function legLooks(
  leg: SceneLeg,
  most: { voyages: number; seizures: number },
  palette: Palette,
  unit: number,
): Look[] {
  const looks: Look[] = [];
  const gap = 0.6;
  const wide = leg.voyageLegs > 0 ? voyageWidth(leg.voyageLegs, most.voyages) * unit : 0;
  const add = (look: Look): void => {
    looks.push(leg.overWater ? look : { ...look, ...DIRECT, role: 'leg-direct', color: palette.direct });
  };
  if (wide > 0)
    add({
      role: 'leg-voyage',
      color: palette.voyage,
      width: wide,
      offset: gap + wide / 2,
      stroke: strokeOf(leg.certainty),
      opacity: voyageOpacity(leg.voyageLegs, most.voyages),
    });
  if (leg.seizureLegs > 0) {
    const width = seizureWidth(leg.seizureLegs, most.seizures) * unit;
    add({
      role: 'leg-seizure',
      color: palette.seizureLeg,
      width,
      offset: gap + wide + width / 2,
      stroke: strokeOf(leg.seizureCertainty ?? leg.certainty),
      opacity: seizureOpacity(leg.seizureLegs, most.seizures),
    });
  }
  return looks;
}

/** The legs in the view, the strongest of them: no more than can be told apart at this scale. */
export function drawLegs(view: View, scene: Scene, palette: Palette): { items: Item[]; drawn: LinesDrawn } {
  const inView = scene.legs.flatMap((leg) => {
    const runs = runsOf(view, leg.line);
    return isSeen(view, runs) ? [{ leg, runs }] : [];
  });
  const kept = inView.slice(0, shownAt(zoomOf(view) + CLOSER, inView.length, LEG_STEPS));
  const water = kept.filter(({ leg }) => leg.overWater);
  const most = {
    voyages: water.reduce((max, { leg }) => Math.max(max, leg.voyageLegs), 0),
    seizures: water.reduce((max, { leg }) => Math.max(max, leg.seizureLegs), 0),
  };
  const strokes = new Set<Stroke>();
  const items = kept.flatMap(({ leg, runs }) =>
    legLooks(leg, most, palette, unitOf(view)).flatMap((look) => {
      strokes.add(look.stroke);
      return drawn(runs, look);
    }),
  );
  return {
    // The strongest is drawn last, over the weaker.
    items: [...items].reverse().sort((a, b) => Number(isArrow(a)) - Number(isArrow(b))),
    drawn: {
      ...most,
      direct: water.length < kept.length,
      strokes,
      shown: kept.length,
      total: inView.length,
      along: kept.flatMap(({ runs }) => sampled(runs)),
    },
  };
}

const isArrow = (item: Item): boolean => item.kind === 'path' && item.role === 'arrow';

/** What of the routes is on the drawing. */
export interface RoutesDrawn {
  readonly recurs: boolean;
  readonly once: boolean;
  readonly direct: boolean;
  readonly strokes: ReadonlySet<Stroke>;
  readonly shown: number;
  readonly total: number;
  /** Points along what is drawn. */
  readonly along: readonly Point[];
}

const endsOf = (step: readonly Position[]): string =>
  [step[0], step.at(-1)].map((at) => at?.map((part) => part.toFixed(3)).join(',')).join('~');

/**
 * Routes in the view: those that recur before sequences seen once. Of routes that lie on one another the
 * strongest is drawn, so that a line never looks stronger than its best evidence.
 */
export function drawRoutes(
  view: View,
  scene: Scene,
  palette: Palette,
): { items: Item[]; drawn: RoutesDrawn } {
  const ordered = [...scene.routes].sort((a, b) => Number(b.recurs) - Number(a.recurs));
  const inView = ordered.flatMap((route) => {
    const steps = route.lines.map((line, i) => ({
      runs: runsOf(view, line),
      ends: endsOf(line),
      direct: route.overWater[i] === false,
    }));
    return steps.some(({ runs }) => isSeen(view, runs)) ? [{ route, steps }] : [];
  });
  const kept = inView.slice(0, shownAt(zoomOf(view) + CLOSER, inView.length, ROUTE_STEPS));
  const unit = unitOf(view);
  const taken = new Set<string>();
  const strokes = new Set<Stroke>();
  let direct = false;
  const items = kept.flatMap(({ route, steps }) =>
    steps.flatMap((step) => {
      if (taken.has(step.ends)) return [];
      taken.add(step.ends);
      direct ||= step.direct;
      strokes.add(strokeOf(route.certainty));
      const color = route.recurs ? palette.route : palette.once;
      return drawn(step.runs, {
        role: step.direct ? 'leg-direct' : route.recurs ? 'route-recurs' : 'route-once',
        color: step.direct ? palette.direct : color,
        width: step.direct ? DIRECT.width : (route.recurs ? routeWidth(route.independentEvents) : 1) * unit,
        offset: step.direct ? DIRECT.offset : 2 * unit,
        stroke: strokeOf(route.certainty),
        opacity: step.direct ? DIRECT.opacity : route.recurs ? routeOpacity(route.independentEvents) : 0.6,
      });
    }),
  );
  return {
    items: [...items].reverse().sort((a, b) => Number(isArrow(a)) - Number(isArrow(b))),
    drawn: {
      recurs: kept.some(({ route }) => route.recurs),
      once: kept.some(({ route }) => !route.recurs),
      direct,
      strokes,
      shown: kept.length,
      total: inView.length,
      along: kept.flatMap(({ steps }) => steps.flatMap(({ runs }) => sampled(runs))),
    },
  };
}
