import type { Briefing, SceneCell } from '../../../shared/briefing.ts';
import type { GoodsFamily, Palette } from '../../../shared/drawing/palette.ts';
import { seizureWidth, STROKES, voyageWidth, type Stroke } from '../../../shared/drawing/scales.ts';
import type { ClusterSign, FigureWords } from '../words/figure.ts';
import { formatNumber, plural } from '../words/format.ts';
import { fill } from '../words/format.ts';
import { hatched } from './base-map.ts';
import {
  circlePath,
  linePath,
  path,
  rectPath,
  ringPath,
  text,
  type Item,
  type Measure,
  type Point,
  type Rect,
} from './drawing.ts';
import { arrowhead } from './geometry.ts';
import { dashOf, type LinesDrawn, type RoutesDrawn } from './lines.ts';
import { clusterColor, CLUSTER_LINES } from './marks.ts';
import { wrap } from './text.ts';

/** Exactly what is on the map. */
export interface OnMap {
  readonly routes: RoutesDrawn | null;
  readonly legs: LinesDrawn | null;
  readonly cells: ReadonlySet<SceneCell['class']>;
  readonly clusters: ReadonlySet<ClusterSign>;
  readonly goods: readonly GoodsFamily[];
  readonly seizureAreas: boolean;
  readonly several: boolean;
  /** Of an arrow with one end not stated; null: there is none. */
  readonly openGoods: GoodsFamily | null;
  readonly ports: boolean;
  readonly areas: boolean;
  readonly noData: boolean;
  readonly selected: boolean;
  /** Px of the page's map at zoom 7, units. */
  readonly unit: number;
}

/** Draws a sign about the middle of its place; width of the place is {@link SIGN}. */
type Sign = (middle: Point) => Item[];
interface Entry {
  readonly sign: Sign;
  readonly words: string;
}
interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const SIGN = 24;

const line = (color: string, width: number, opacity: number, stroke: Stroke, head: boolean): Sign => {
  return ([x, y]) => [
    path(
      'legend',
      linePath([
        [x - SIGN / 2, y],
        [x + SIGN / 2, y],
      ]),
      {
        stroke: color,
        width,
        opacity,
        dash: dashOf(stroke, width),
        cap: stroke === 'dotted' ? 'round' : 'butt',
      },
    ),
    ...(head ? [path('legend', ringPath(arrowhead([x + 4, y], 0, 3.4 + width * 1.5)), { fill: color })] : []),
  ];
};
/** A line that widens from the least to the most. */
const wedge = (color: string, least: number, most: number): Sign => {
  return ([x, y]) => [
    path(
      'legend',
      ringPath([
        [x - SIGN / 2, y - least / 2],
        [x + SIGN / 2, y - most / 2],
        [x + SIGN / 2, y + most / 2],
        [x - SIGN / 2, y + least / 2],
      ]),
      { fill: color, opacity: 0.85 },
    ),
  ];
};
const dot = (fillColor: string, stroke: string, radius: number): Sign => {
  return (middle) => [path('legend', circlePath(middle, radius), { fill: fillColor, stroke, width: 0.7 })];
};
const hexagon = (color: string, opacity: number, outline: number): Sign => {
  return ([x, y]) => {
    const corners = Array.from({ length: 6 }, (_, i): Point => [
      x + 4.6 * Math.cos((i * Math.PI) / 3),
      y + 4.6 * Math.sin((i * Math.PI) / 3),
    ]);
    return [
      path('legend', ringPath(corners), { fill: color, opacity }),
      path('legend', ringPath(corners), { stroke: color, width: 0.6, opacity: outline }),
    ];
  };
};

function lineEntries(
  { routes, legs, unit, selected }: OnMap,
  palette: Palette,
  words: FigureWords,
  briefing: Briefing,
): Entry[] {
  const { language } = briefing.spec;
  const out: Entry[] = [];
  if (selected)
    out.push({
      sign: (middle) => [
        ...line(palette.selected, 2, 1, 'solid', false)(middle),
        path('legend', circlePath(middle, 4), {
          fill: palette.selected,
          stroke: palette.selectedCasing,
          width: 1,
        }),
        text('legend', '1', [middle[0], middle[1] + 2.2], {
          anchor: 'middle',
          size: 6.5,
          face: 'bold',
          fill: palette.selectedText,
        }),
      ],
      words: words.selected,
    });
  if (routes?.recurs)
    out.push({ sign: line(palette.route, 2.2 * unit, 1, 'solid', true), words: words.routeRecurs });
  if (routes?.once)
    out.push({ sign: line(palette.once, 1 * unit, 0.8, 'solid', true), words: words.routeOnce });
  if (legs && legs.voyages > 0) {
    const [least, most] = [
      voyageWidth(1, legs.voyages) * unit,
      voyageWidth(legs.voyages, legs.voyages) * unit,
    ];
    out.push({
      sign: wedge(palette.voyage, least, most),
      words: plural(language, legs.voyages, words.voyages),
    });
  }
  if (legs && legs.seizures > 0) {
    const [least, most] = [
      seizureWidth(1, legs.seizures) * unit,
      seizureWidth(legs.seizures, legs.seizures) * unit,
    ];
    out.push({
      sign: wedge(palette.seizureLeg, least, most),
      words: plural(language, legs.seizures, words.seizureLegs),
    });
  }
  if (legs?.direct || routes?.direct)
    out.push({ sign: line(palette.direct, 0.8, 0.8, 'solid', true), words: words.direct });
  return out;
}

function markEntries(
  on: OnMap,
  palette: Palette,
  words: FigureWords,
): Record<'goods' | 'cells' | 'clusters' | 'places', Entry[]> {
  const first = on.goods[0];
  const area = first ? palette.goods[first] : palette.goods.other;
  const entry = (wanted: boolean, sign: Sign, said: string): Entry[] =>
    wanted ? [{ sign, words: said }] : [];
  const open = palette.goods[on.openGoods ?? 'other'];
  const openEnd: Sign = ([x, y]) => [
    path(
      'legend',
      linePath([
        [x - 3, y],
        [x + 8, y],
      ]),
      { stroke: open, width: 1.2, dash: [3, 2] },
    ),
    path('legend', ringPath(arrowhead([x + 12, y], 0, 5.5)), { fill: open }),
    path('legend', circlePath([x - 7, y], 4), {
      fill: palette.halo,
      stroke: open,
      width: 0.9,
      dash: [1.6, 1.2],
    }),
    text('legend', '?', [x - 7, y + 2.3], { anchor: 'middle', size: 6.5, face: 'bold', fill: open }),
  ];
  return {
    goods: [
      ...on.goods.map((family) => ({
        sign: dot(palette.goods[family], palette.ring, 2.8),
        words: words.goods[family],
      })),
      ...entry(on.several, dot(area, palette.ring, 4.2), words.several),
      ...entry(
        on.seizureAreas,
        (middle) => [
          path('legend', circlePath(middle, 4.6), { fill: area, opacity: 0.12 }),
          path('legend', circlePath(middle, 4.6), { stroke: area, width: 0.6 }),
          path('legend', circlePath(middle, 1.3), { stroke: area, width: 0.7 }),
        ],
        words.seizureArea,
      ),
      ...entry(on.openGoods !== null, openEnd, words.openEnd),
    ],
    cells: [
      ...entry(on.cells.has('hot'), hexagon(palette.hot, 0.34, 0.7), words.cell.hot),
      ...entry(on.cells.has('cold'), hexagon(palette.cold, 0.34, 0.7), words.cell.cold),
      ...entry(on.cells.has('none'), hexagon(palette.cellLine, 0, 1), words.cell.none),
    ],
    clusters: (['sure', 'density'] as const).flatMap((sign) =>
      entry(
        on.clusters.has(sign),
        (middle) => [
          path('legend', circlePath(middle, 4.6), {
            stroke: clusterColor(sign, palette),
            cap: 'round',
            ...CLUSTER_LINES[sign],
          }),
        ],
        words.cluster[sign],
      ),
    ),
    places: [
      ...entry(on.ports, dot(palette.port, palette.ring, 2.4), words.port),
      ...entry(on.areas, dot(palette.ring, palette.port, 1.8), words.place),
    ],
  };
}

/** The groups of the legend: exactly the signs that are on the map. */
export function legendGroups(on: OnMap, briefing: Briefing, palette: Palette, words: FigureWords): Group[] {
  const strokes = new Set<Stroke>([...(on.routes?.strokes ?? []), ...(on.legs?.strokes ?? [])]);
  const marks = markEntries(on, palette, words);
  const hatch: Sign = ([x, y]) => {
    const box = { x: x - 9, y: y - 4, width: 18, height: 8 };
    return [
      path('legend', rectPath(box), { fill: palette.land, stroke: palette.coast, width: 0.5 }),
      hatched(rectPath(box), box, palette.landText),
    ];
  };
  const data: Entry[] = [];
  if (on.noData) data.push({ sign: hatch, words: words.noData });
  const { synthetic } = briefing.about;
  if (synthetic !== 'none')
    data.push({
      sign: ([x, y]) => [
        path('legend', rectPath({ x: x - 9, y: y - 3.6, width: 18, height: 7.2 }), { fill: RIBBON.fill }),
      ],
      words: `${words.synthetic[synthetic]}: ${words.madeUp.toLowerCase()}`,
    });
  const groups: Group[] = [
    { title: words.groups.lines, entries: lineEntries(on, palette, words, briefing) },
    {
      title: words.groups.certainty,
      entries: STROKES.filter((one) => strokes.has(one)).map((one) => ({
        sign: line(palette.portText, 1.2, 1, one, false),
        words: words.stroke[one],
      })),
    },
    { title: words.groups.goods, entries: marks.goods },
    { title: words.groups.cells, entries: marks.cells },
    { title: words.groups.clusters, entries: marks.clusters },
    { title: words.groups.places, entries: marks.places },
    { title: words.groups.data, entries: data },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

/** Colours of the ribbon that says data are synthetic: black on the yellow of warnings, in both themes. */
export const RIBBON = { fill: '#ffd400', ink: '#14222d' };

/** How much is drawn of how much, in words; empty when all is. */
export function drawnWords({ routes, legs }: OnMap, { spec }: Briefing, words: FigureWords): string {
  const list = (['routes', 'legs'] as const).flatMap((layer) => {
    const one = layer === 'routes' ? routes : legs;
    if (!one || one.shown === one.total) return [];
    const [shown, total] = [one.shown, one.total].map((count) => formatNumber(spec.language, count));
    return [fill(words.drawn[layer], { shown: shown ?? '', total: total ?? '' })];
  });
  return list.length === 0 ? '' : fill(words.strongest, { list: list.join(', ') });
}

const SIZE = 7;
const LEADING = 8.6;

/** The legend in a column; `tight` (0.7 to 1) narrows what is between its lines. Its height is returned. */
export function drawLegend(
  groups: readonly Group[],
  notes: readonly string[],
  box: Rect,
  tight: number,
  colors: { readonly ink: string; readonly dim: string },
  measure: Measure,
): { items: Item[]; height: number } {
  const items: Item[] = [];
  let y = box.y;
  for (const { title, entries } of groups) {
    items.push(text('legend', title, [box.x, y + SIZE], { size: 7.5, face: 'semibold', fill: colors.ink }));
    y += 12.5 * tight;
    for (const { sign, words } of entries) {
      const setting = { size: SIZE, face: 'regular', measure } as const;
      const lines = wrap(words, box.width - SIGN - 8, 3, setting);
      items.push(...sign([box.x + SIGN / 2, y + SIZE / 2 + ((lines.length - 1) * LEADING) / 2]));
      lines.forEach((words, i) => {
        items.push(
          text('legend', words, [box.x + SIGN + 7, y + SIZE - 1 + i * LEADING], {
            size: SIZE,
            fill: colors.ink,
          }),
        );
      });
      y += (lines.length - 1) * LEADING + 11 * tight;
    }
    y += 5.5 * tight;
  }
  for (const note of notes) {
    const setting = { size: 6.5, face: 'regular', measure } as const;
    for (const words of wrap(note, box.width, 4, setting)) {
      items.push(text('legend', words, [box.x, y + 5.5], { size: 6.5, fill: colors.dim }));
      y += 8;
    }
    y += 3 * tight;
  }
  return { items, height: y - box.y };
}
