import type { ScenePlace, SceneSelection } from '../../../shared/briefing.ts';
import type { Palette } from '../../../shared/drawing/palette.ts';
import { strokeOf } from '../../../shared/drawing/scales.ts';
import { stopsOf, type Stop } from '../../../shared/drawing/stops.ts';
import {
  circlePath,
  grown,
  linePath,
  overlap,
  path,
  ringPath,
  text,
  type Item,
  type Point,
  type Rect,
} from './drawing.ts';
import { along, arrowhead, clipLine, lengthOf, thinned, within } from './geometry.ts';
import { dashOf } from './lines.ts';
import { circleOnEarth, isPort } from './marks.ts';
import { pointOf, pointsOf, type View } from './projection.ts';

/** Widths of the line and of what sets it off, and the radius of a stop; units. */
const LINE = 2;
const CASING = 4.4;
const STOP = 5.2;

/** A stop of the selection: where its number stands, and the place that is named there. */
export interface StopDrawn {
  readonly place: ScenePlace | null;
  readonly at: Point;
  readonly box: Rect;
}

/** The stops; where two discs would cover one another, the two as one. */
function stopsIn(
  view: View,
  { places, stops, steps, seizedAs, position }: SceneSelection,
): Stop<ScenePlace>[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const placed = stops
    ? stops.flatMap(({ placeId, number }) => {
        const place = byId.get(placeId);
        return place ? [{ place, number }] : [];
      })
    : places.map((place, i) => ({ place, number: i + 1 }));
  const seized = seizedAs !== undefined && position ? { number: seizedAs, at: position } : null;
  const { apart, together, pair } = stopsOf(placed, steps, seized);
  if (!pair) return [...apart];
  const gap = lengthOf(pair.map((at) => pointOf(view, at)));
  return [...(gap < 2 * STOP + 1 ? together : apart)];
}

/** The way of what is selected, its stops numbered in order of travel, and the areas of stops that are no port. */
export function drawSelection(
  view: View,
  selection: SceneSelection,
  palette: Palette,
): { items: Item[]; stops: StopDrawn[]; along: Point[] } {
  const many = selection.stops !== undefined || selection.places.length > 1;
  const stops = stopsIn(view, selection)
    .map(({ place, numbers, at }) => ({ place, at: pointOf(view, at), words: numbers.join('·') }))
    .filter(({ at }) => within(view.rect, at));
  return {
    items: [
      ...areas(view, selection, palette),
      ...lines(view, selection, palette),
      ...stops.flatMap(({ at, words }) => stopItems(at, many ? words : '', palette)),
    ],
    stops: stops.map(({ place, at }) => ({
      place,
      at,
      box: grown({ x: at[0], y: at[1], width: 0, height: 0 }, STOP),
    })),
    along: selection.steps.flatMap(({ line }) => pointsOf(view, line)),
  };
}

function stopItems(at: Point, words: string, palette: Palette): Item[] {
  const radius = words === '' ? 3 : STOP + Math.max(0, words.length - 2);
  const disk = path('selection', circlePath(at, radius), {
    fill: palette.selected,
    stroke: palette.selectedCasing,
    width: 1.1,
  });
  if (words === '') return [disk];
  return [
    disk,
    text('selection', words, [at[0], at[1] + 2.5], {
      anchor: 'middle',
      size: 7,
      face: 'bold',
      fill: palette.selectedText,
    }),
  ];
}

function areas(view: View, selection: SceneSelection, palette: Palette): Item[] {
  const circles = [...new Map(selection.places.map((place) => [place.id, place])).values()]
    .filter(({ kind, radiusKm }) => !isPort(kind) && radiusKm > 0)
    .map(({ position, radiusKm }) => circleOnEarth(view, position, radiusKm));
  if (selection.position && selection.radiusKm > 0)
    circles.push(circleOnEarth(view, selection.position, selection.radiusKm));
  const seen = circles.filter(({ box }) => overlap(view.rect, box));
  return seen.flatMap(({ d }) => [
    path('selection', d, { stroke: palette.selectedCasing, width: 1.8, opacity: 0.8 }),
    path('selection', d, { stroke: palette.selected, width: 0.8, dash: [3, 2], opacity: 0.8 }),
  ]);
}

function lines(view: View, { steps, position, radiusKm }: SceneSelection, palette: Palette): Item[] {
  const runs = steps.map(({ line, certainty }) => ({
    lines: clipLine(thinned(pointsOf(view, line), 0.25), grown(view.rect, 24)),
    stroke: strokeOf(certainty),
  }));
  const at = position && radiusKm === 0 ? pointOf(view, position) : null;
  return [
    ...runs.map(({ lines }) =>
      path('selection', lines.map(linePath).join(''), {
        stroke: palette.selectedCasing,
        width: CASING,
        cap: 'round',
        opacity: 0.9,
      }),
    ),
    ...runs.map(({ lines, stroke }) =>
      path('selection', lines.map(linePath).join(''), {
        stroke: palette.selected,
        width: LINE,
        dash: dashOf(stroke, LINE),
        cap: stroke === 'dotted' ? 'round' : 'butt',
      }),
    ),
    ...runs.flatMap(({ lines }) => {
      const longest = [...lines].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? [];
      if (lengthOf(longest) < 24) return [];
      const { at, angle } = along(longest, 0.55);
      const head = ringPath(arrowhead(at, angle, 9));
      return [
        path('selection', head, { fill: palette.selected, stroke: palette.selectedCasing, width: 0.8 }),
      ];
    }),
    ...(at
      ? [
          path('selection', circlePath(at, 4.5), { stroke: palette.selectedCasing, width: 2.6 }),
          path('selection', circlePath(at, 4.5), { stroke: palette.selected, width: 1.2 }),
        ]
      : []),
  ].filter((item) => item.d !== '');
}
