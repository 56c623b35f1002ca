import type { Briefing, BriefingSpec } from '../../../shared/briefing.ts';
import { paletteOf } from '../../../shared/drawing/palette.ts';
import { KM_PER_NAUTICAL_MILE } from '../../../shared/geo.ts';
import { FIGURE_WORDS, type FigureWords } from '../words/figure.ts';
import { fill, formatKm, formatNm } from '../words/format.ts';
import type { BaseMap } from './base-map.ts';
import { drawMap } from './draw-figure.ts';
import { path, rectPath, text, type Drawing, type Item, type Measure, type Rect } from './drawing.ts';
import { drawNeatLine, drawNorth, roundDistance, scaleLatitude } from './frame.ts';
import { drawLegend, drawnWords, legendGroups, type OnMap } from './legend.ts';
import { kmPerUnit, middleLatitude, viewOf, type View } from './projection.ts';
import { GROUNDS, titleOf, type Ground } from './surround.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Units: space between columns, room for the degrees, height of the scale. */
const PANEL = { gap: 12, degrees: 11, scale: 36 } as const;
/** Columns of a legend. */
interface Columns {
  readonly count: number;
  /** Of each, units. */
  readonly width: number;
}
/**
 * What a legend tries until it fits: less between its lines, then a wider column, where fewer of its texts take two, then
 * more columns.
 */
const COLUMNS: readonly Columns[] = [
  { count: 1, width: 140 },
  { count: 1, width: 174 },
  { count: 2, width: 116 },
  { count: 3, width: 104 },
];
/** Width of the scale, units. */
const SCALE_WIDTH = 116;
const TIGHT = [1, 0.9, 0.8, 0.72, 0.68];

/**
 * The map of a briefing with its legend and scale and nothing around them: for a page or a slide that carries title,
 * marking and sources itself. A unit is a point where the drawing is placed at its own size.
 *
 * @param size  units
 * @param pxPerUnit  of the picture, where it becomes one
 */
export function drawPanel(
  briefing: Briefing,
  measure: Measure,
  base: BaseMap,
  size: Size,
  pxPerUnit = 1,
): Drawing {
  const { spec } = briefing;
  const words = FIGURE_WORDS[spec.language];
  const [palette, ground] = [paletteOf(spec.theme), GROUNDS[spec.theme]];
  for (const columns of COLUMNS) {
    const { map: rect, key } = places(size, columns);
    const view = viewOf(briefing.scene.bounds, rect);
    const map = drawMap(view, briefing, base, palette, words, measure);
    const legend = fitKey(briefing, map.on, key, columns, measure);
    if (legend === null && columns !== COLUMNS.at(-1)) continue;
    const title = titleOf(briefing, words);
    return {
      ...size,
      pixels: { width: Math.round(size.width * pxPerUnit), height: Math.round(size.height * pxPerUnit) },
      dotsPerInch: null,
      language: spec.language,
      title,
      description: title,
      dataArea: rect,
      labels: map.labels.map(({ text, box }) => ({ text, box })),
      items: [
        path('ground', rectPath({ x: 0, y: 0, ...size }), { fill: ground.ground }),
        { kind: 'group', clip: rectPath(rect), items: map.items },
        ...drawNeatLine(view, palette, words, ground.dim),
        { kind: 'group', clip: rectPath(key), items: legend ?? [] },
        ...drawScale(view, size, words, ground, spec),
      ],
    };
  }
  throw new Error('A panel has a legend of some number of columns');
}

const keyWidth = ({ count, width }: Columns): number => count * (width + PANEL.gap) - PANEL.gap;

/** The map at the left, the legend at its right. */
function places({ width, height }: Size, columns: Columns): { map: Rect; key: Rect } {
  const x = width - keyWidth(columns);
  return {
    map: { x: PANEL.degrees, y: 1, width: x - PANEL.gap - PANEL.degrees, height: height - PANEL.degrees - 2 },
    key: { x, y: 1, width: keyWidth(columns), height: height - 2 },
  };
}

/** The longest that a bar of the scale is, units. */
const MOST_BAR = 64;

/** The scale in nautical miles and kilometres with the arrow to the north, below the last column of the legend. */
function drawScale(
  view: View,
  { width, height }: Size,
  words: FigureWords,
  ground: Ground,
  spec: BriefingSpec,
): Item[] {
  const left = width - SCALE_WIDTH;
  const top = height - PANEL.scale;
  const perUnit = kmPerUnit(view, middleLatitude(view));
  const km = roundDistance(MOST_BAR * perUnit);
  const nautical = roundDistance((MOST_BAR * perUnit) / KM_PER_NAUTICAL_MILE) * KM_PER_NAUTICAL_MILE;
  const bar = (y: number, distance: number, label: string): Item[] => [
    path('frame', rectPath({ x: left, y, width: distance / perUnit, height: 3 }), {
      stroke: ground.ink,
      width: 0.6,
    }),
    path('frame', rectPath({ x: left, y, width: distance / perUnit / 2, height: 3 }), { fill: ground.ink }),
    text('frame', label, [left + distance / perUnit + 4, y + 4], { size: 6.5, fill: ground.ink }),
  ];
  const at = fill(words.scaleAt, { latitude: scaleLatitude(view, words) });
  return [
    ...bar(top + 7, nautical, formatNm(spec.language, nautical)),
    ...bar(top + 17, km, formatKm(spec.language, km)),
    text('frame', at, [left, top + 31], { size: 6.5, fill: ground.dim }),
    ...drawNorth([width - 7, top + 31], words, ground.ink),
  ];
}

/** The legend in so many columns, groups kept whole; null where it does not fit. */
function fitKey(
  briefing: Briefing,
  on: OnMap,
  key: Rect,
  { count, width }: Columns,
  measure: Measure,
): Item[] | null {
  const { spec } = briefing;
  const words = FIGURE_WORDS[spec.language];
  const groups = legendGroups(on, briefing, paletteOf(spec.theme), words);
  const note = drawnWords(on, briefing, words);
  const ground = GROUNDS[spec.theme];
  for (const tight of TIGHT) {
    const items: Item[] = [];
    let from = 0;
    for (let column = 0; column < count; column++) {
      const last = column === count - 1;
      const box = { x: key.x + column * (width + PANEL.gap), y: key.y, width, height: 0 };
      const room = key.height - (last ? PANEL.scale + 2 : 0);
      const draw = (to: number): ReturnType<typeof drawLegend> => {
        const notes = to === groups.length && note !== '' ? [note] : [];
        return drawLegend(groups.slice(from, to), notes, box, tight, ground, measure);
      };
      let to = from;
      while (to < groups.length && draw(to + 1).height <= room) to++;
      items.push(...(to > from ? draw(to).items : []));
      from = to;
    }
    if (from === groups.length) return items;
  }
  return null;
}
