import type { Briefing } from '../../../shared/briefing.ts';
import { paletteOf, type Palette } from '../../../shared/drawing/palette.ts';
import { filterWords } from '../words/about.ts';
import { FIGURE_WORDS, type FigureWords } from '../words/figure.ts';
import { MARKING_TEXT, placeName } from '../words/format.ts';
import { drawLand, drawNoData, drawSea, type BaseMap } from './base-map.ts';
import {
  path,
  rectPath,
  text,
  type Drawing,
  type Item,
  type Measure,
  type Point,
  type Rect,
} from './drawing.ts';
import { drawGraticule, drawNeatLine } from './frame.ts';
import { drawInset } from './inset.ts';
import { placeLabels, type Placed, type Wish } from './labels.ts';
import { layoutOf, SHEETS, type Layout } from './layout.ts';
import { drawLegend, drawnWords, legendGroups, type OnMap } from './legend.ts';
import { drawLegs, drawRoutes, unitOf } from './lines.ts';
import { dotsOf, drawCells, drawClusters, drawDots, drawSeizures, isPort, type Dot } from './marks.ts';
import { baseNames } from './names.ts';
import { drawOpenEnds, type OpenEndDrawn } from './open-ends.ts';
import { viewOf, type View } from './projection.ts';
import { drawSelection, type StopDrawn } from './selection.ts';
import {
  drawMarking,
  drawRule,
  drawScale,
  drawWords,
  GROUNDS,
  linesOf,
  titleOf,
  type Ground,
} from './surround.ts';
import { drawRibbon, drawWatermark, ribbonBox } from './synthetic.ts';

/** What the map is, and what it says. */
interface MapDrawn {
  readonly items: Item[];
  readonly on: OnMap;
  readonly labels: readonly Placed[];
}

/**
 * Draws the figure of a briefing: title, map, legend of exactly what is drawn, scale, north, inset, sources and
 * marking. The same briefing gives the same drawing.
 *
 * @param measure  width of a text; decides where lines break and which names find a place
 * @param base  land, borders and territories
 */
export function drawFigure(briefing: Briefing, measure: Measure, base: BaseMap): Drawing {
  const { spec } = briefing;
  const words = FIGURE_WORDS[spec.language];
  const [palette, ground] = [paletteOf(spec.theme), GROUNDS[spec.theme]];
  const lines = linesOf(briefing, words, measure);
  const layout = layoutOf(spec.size, {
    title: lines.title.length,
    subtitle: lines.subtitle.length,
    footer: lines.footer.length,
  });
  const view = viewOf(briefing.scene.bounds, layout.map);
  const map = drawMap(view, briefing, base, palette, words, measure);
  const { width, height, dotsPerInch } = SHEETS[spec.size];
  const title = titleOf(briefing, words);
  return {
    width: layout.width,
    height: layout.height,
    pixels: { width, height },
    dotsPerInch,
    language: spec.language,
    title,
    description: describe(briefing, title),
    dataArea: layout.map,
    labels: map.labels.map(({ text, box }) => ({ text, box })),
    items: [
      path('ground', rectPath({ x: 0, y: 0, width: layout.width, height: layout.height }), {
        fill: ground.ground,
      }),
      ...drawWords(lines, layout, ground),
      { kind: 'group', clip: rectPath(layout.map), items: map.items },
      ...drawNeatLine(view, palette, words, ground.dim),
      drawRule(layout, ground),
      ...drawScale(view, layout.scale, words, ground, briefing),
      ...drawColumn(view, briefing, base, map.on, layout, { palette, ground, words, measure }),
      ...drawMarking(briefing, layout),
    ],
  };
}

/** Title, filter, marking and how much is synthetic: for who cannot see the figure. */
function describe(briefing: Briefing, title: string): string {
  const { spec, about } = briefing;
  const words = FIGURE_WORDS[spec.language];
  const synthetic = about.synthetic === 'none' ? [] : [words.synthetic[about.synthetic]];
  return [title, filterWords(briefing), ...synthetic, MARKING_TEXT[about.marking], about.code].join('. ');
}

/** Heights of an inset, the tallest first; the last is none. */
const INSETS = [104, 84, 64, 0];
/** How far the lines of a legend move together to make room. */
const TIGHT = [1, 0.9, 0.8, 0.72];

interface Means {
  readonly palette: Palette;
  readonly ground: Ground;
  readonly words: FigureWords;
  readonly measure: Measure;
}

/** The legend and the inset below it, as large as there is room for. */
function drawColumn(
  view: View,
  briefing: Briefing,
  base: BaseMap,
  on: OnMap,
  { column }: Layout,
  { palette, ground, words, measure }: Means,
): Item[] {
  const groups = legendGroups(on, briefing, palette, words);
  const lines = on.legs !== null || on.routes !== null;
  const notes = [lines ? words.arrows : '', drawnWords(on, briefing, words)].filter((note) => note !== '');
  const legend = (tight: number): { items: Item[]; height: number } =>
    drawLegend(groups, notes, column, tight, ground, measure);
  for (const height of INSETS) {
    for (const tight of height === 0 ? TIGHT : TIGHT.slice(0, 3)) {
      const drawn = legend(tight);
      if (drawn.height + height + (height > 0 ? 8 : 0) > column.height) continue;
      if (height === 0) return drawn.items;
      const box = { x: column.x, y: column.y + column.height - height, width: column.width, height };
      return [...drawn.items, ...drawInset(view, base, box, palette)];
    }
  }
  return legend(TIGHT.at(-1) ?? 1).items;
}

/** Everything within the frame, back to front. */
export function drawMap(
  view: View,
  briefing: Briefing,
  base: BaseMap,
  palette: Palette,
  words: FigureWords,
  measure: Measure,
): MapDrawn {
  const { scene, about, spec } = briefing;
  const cells = drawCells(view, scene.cells, palette);
  const clusters = drawClusters(view, scene.clusters, palette);
  const seizures = drawSeizures(view, scene.seizures, palette);
  const legs = scene.legs.length > 0 ? drawLegs(view, scene, palette) : null;
  const routes = scene.routes.length > 0 ? drawRoutes(view, scene, palette) : null;
  const selection = scene.selection ? drawSelection(view, scene.selection, palette) : null;
  const dots = dotsOf(view, scene);
  const noData = drawNoData(view, base, scene.noData, palette);
  const stops = selection?.stops ?? [];
  const points = [...seizures.drawn.dots, ...dots.map(dotBox)];
  const said = about.synthetic === 'none' ? null : words.synthetic[about.synthetic];
  const marks = [
    ...[...points, ...stops.map(({ box }) => box)].map(middleOf),
    ...(legs?.drawn.along ?? []),
    ...(routes?.drawn.along ?? []),
    ...(selection?.along ?? []),
  ];
  const ribbon = said === null ? null : ribbonBox(said, view.rect, marks, measure);
  const obstacles = [...stops.map(({ box }) => box), ...(ribbon ? [ribbon] : [])];
  const openEnds = drawOpenEnds(view, scene.openEnds, palette, spec.language, [...obstacles, ...points]);
  const wishes = wishesOf(view, briefing, palette, { dots, stops, openEnds });
  const labels = placeLabels(
    wishes,
    view.rect,
    [...obstacles, ...openEnds.map(({ ring }) => ring)],
    points,
    palette.halo,
    measure,
  );
  const on: OnMap = {
    routes: routes?.drawn ?? null,
    legs: legs?.drawn ?? null,
    cells: cells.classes,
    clusters: clusters.signs,
    goods: seizures.drawn.families,
    openGoods: openEnds[0]?.family ?? null,
    seizureAreas: seizures.drawn.areas,
    several: seizures.drawn.several,
    ports: dots.some(({ place }) => isPort(place.kind)),
    areas: dots.some(({ place }) => !isPort(place.kind)),
    noData: noData.codes.length > 0,
    selected: selection !== null,
    unit: unitOf(view),
  };
  const data: Item[] = [
    ...cells.items,
    ...seizures.areas,
    ...(legs?.items ?? []),
    ...(routes?.items ?? []),
    ...clusters.items,
    ...drawDots(dots, palette),
    ...seizures.points,
    ...openEnds.flatMap(({ items }) => items),
    ...(selection?.items ?? []),
  ];
  return {
    on,
    labels,
    items: [
      drawSea(view, palette),
      drawGraticule(view, palette),
      ...drawLand(view, base, palette),
      ...noData.items,
      ...(about.synthetic === 'all' ? drawWatermark(said ?? '', view.rect, palette) : []),
      ...data,
      ...labels.map(({ item }) => item),
      ...(said !== null && ribbon ? drawRibbon(said, ribbon) : []),
      ...(data.length === 0 ? nothing(view, spec.theme, palette, words) : []),
    ],
  };
}

const dotBox = ({ at: [x, y], radius }: Dot): Rect => ({
  x: x - radius,
  y: y - radius,
  width: 2 * radius,
  height: 2 * radius,
});
const middleOf = ({ x, y, width, height }: Rect): Point => [x + width / 2, y + height / 2];

/** What an empty map says. */
function nothing({ rect }: View, theme: 'light' | 'dark', palette: Palette, words: FigureWords): Item[] {
  const at: Point = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  return [
    text('text', words.nothing, at, {
      anchor: 'middle',
      size: 11,
      face: 'semibold',
      fill: GROUNDS[theme].ink,
      halo: { color: palette.halo, width: 4 },
    }),
  ];
}

/** The words that want a place on the map, the most important first. */
function wishesOf(
  view: View,
  { spec }: Briefing,
  palette: Palette,
  marks: { dots: readonly Dot[]; stops: readonly StopDrawn[]; openEnds: readonly OpenEndDrawn[] },
): Wish[] {
  const nameOf = (place: { id: string; name: string }): string => placeName(place, spec.language);
  const wish = (at: Point, radius: number, said: string, look: Partial<Wish>): Wish => ({
    words: said,
    at,
    beside: radius,
    size: 7,
    face: 'regular',
    color: palette.portText,
    overPoints: false,
    mostWidth: 150,
    ...look,
  });
  const stopIds = new Set(marks.stops.flatMap(({ place }) => place?.id ?? []));
  const dots = marks.dots.filter(({ place }) => !stopIds.has(place.id));
  const named = dots.filter(({ place }) => spec.level === 'territory' || isNamed(place.kind));
  const taken = new Set([...stopIds, ...named.map(({ place }) => place.id)]);
  const { lands, seas } = baseNames(view, palette, spec.language, taken);
  return [
    ...marks.stops.flatMap(({ place, at }) =>
      place ? [wish(at, 6, nameOf(place), { size: 8.5, face: 'bold', overPoints: true })] : [],
    ),
    ...marks.openEnds.map(({ at, words: said }) => wish(at, 6, said, { face: 'semibold', overPoints: true })),
    ...seas.slice(0, 1),
    ...named.slice(0, 14).map((dot) => wish(dot.at, dot.radius, nameOf(dot.place), { overPoints: true })),
    ...lands,
    ...named.slice(14).map((dot) => wish(dot.at, dot.radius, nameOf(dot.place), { size: 6.5 })),
    ...seas.slice(1),
  ];
}

/** Ports, cities and airports are named by their dot; areas are named on the base map. */
const isNamed = (kind: Dot['place']['kind']): boolean =>
  isPort(kind) || kind === 'city' || kind === 'airport';
