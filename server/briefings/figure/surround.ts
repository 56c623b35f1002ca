import type { Briefing } from '../../../shared/briefing.ts';
import { KM_PER_NAUTICAL_MILE } from '../../../shared/geo.ts';
import { aboutWords, filterWords, routeName, sourceWords, undrawnWords } from '../words/about.ts';
import { clean } from '../words/clean.ts';
import type { FigureWords } from '../words/figure.ts';
import { fill, formatKm, formatNm, MARKING_COLOR, MARKING_TEXT, placeName } from '../words/format.ts';
import { drawNorth, roundDistance, scaleLatitude } from './frame.ts';
import { linePath, path, rectPath, text, type Item, type Measure, type Rect } from './drawing.ts';
import { BAR, FOOTER_LINE, footerWidth, titleWidth, type Layout } from './layout.ts';
import { kmPerUnit, middleLatitude, type View } from './projection.ts';
import { wrap } from './text.ts';

/** Colours of what stands around the map. */
export interface Ground {
  readonly ground: string;
  readonly ink: string;
  readonly dim: string;
  readonly rule: string;
}
/** The page's own, by theme; paper is white. */
export const GROUNDS: Readonly<Record<'light' | 'dark', Ground>> = {
  light: { ground: '#ffffff', ink: '#14222d', dim: '#4c5c68', rule: '#c9d0d5' },
  dark: { ground: '#08131d', ink: '#e9eff3', dim: '#a9bcc8', rule: '#27404f' },
};

/** Words around the map, in lines. */
export interface Lines {
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  readonly footer: readonly string[];
}

/** The whole title: the one asked for, else that of what is selected, else that of what is shown. */
export function titleOf({ spec, scene }: Briefing, words: FigureWords): string {
  const asked = clean(spec.title ?? '');
  if (asked !== '') return asked;
  if (scene.selection) {
    const places = scene.selection.places.map((place) => placeName(place, spec.language));
    return places.length > 1 ? routeName(places) : clean(scene.selection.name);
  }
  const shows = (...layers: readonly string[]): boolean => spec.layers.some((one) => layers.includes(one));
  if (shows('routes', 'legs')) return words.title.routes;
  if (shows('hotspots', 'clusters')) return words.title.spots;
  return shows('seizures') ? words.title.seizures : words.title.ports;
}

/** How to read what is on the map: one sentence for each kind of finding. */
function readings({ scene }: Briefing, words: FigureWords): string[] {
  const lines = scene.routes.length > 0 ? [words.readRecurs] : [];
  if (scene.cells.length > 0) lines.push(words.readCells);
  if (scene.routes.length > 0 || scene.cells.length > 0) lines.push(words.readQ);
  return lines;
}

/** A text that no line breaks. */
export const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0');

/** All words around the map, set in lines. */
export function linesOf(briefing: Briefing, words: FigureWords, measure: Measure): Lines {
  const { spec } = briefing;
  const own = clean(spec.subtitle ?? '');
  const filter = filterWords(briefing);
  const wide = titleWidth(spec.size);
  const footer = (line: string, most: number): string[] =>
    wrap(line, footerWidth(spec.size), most, { size: 6.5, face: 'regular', measure });
  return {
    title: wrap(titleOf(briefing, words), wide, 2, { size: 17, face: 'semibold', measure }),
    subtitle: wrap(own === '' ? filter : own, wide, 1, { size: 8.5, face: 'regular', measure }),
    footer: [
      ...(own === '' ? [] : footer(filter, 2)),
      ...footer(
        `${sourceWords(briefing)}${/[.]$/.test(sourceWords(briefing)) ? '' : '.'} ${words.coast}. ${words.projection}.`,
        3,
      ),
      // The code ends it: four lines hold all of them in every language and size, so that none is cut.
      ...footer(aboutWords(briefing).map(unbroken).join(' · '), 4),
      ...[...readings(briefing, words), ...undrawnWords(briefing)].flatMap((line) => footer(line, 2)),
    ],
  };
}

/** The bars with the marking at the top and the bottom, as TLP 2.0 writes it. */
export function drawMarking(
  { about }: Briefing,
  { width, height }: Pick<Layout, 'width' | 'height'>,
): Item[] {
  return [0, height - BAR].flatMap((y) => [
    path('marking', rectPath({ x: 0, y, width, height: BAR }), { fill: '#000000' }),
    text('marking', MARKING_TEXT[about.marking], [width / 2, y + BAR / 2 + 3], {
      anchor: 'middle',
      size: 8.5,
      face: 'bold',
      fill: MARKING_COLOR[about.marking],
    }),
  ]);
}

/** Title, subtitle and footer. */
export function drawWords(
  lines: Lines,
  { title, footer }: Pick<Layout, 'title' | 'footer'>,
  ground: Ground,
): Item[] {
  const under = title.y + lines.title.length * 21;
  return [
    ...lines.title.map((words, i) =>
      text('text', words, [title.x, title.y + 16 + i * 21], { size: 17, face: 'semibold', fill: ground.ink }),
    ),
    ...lines.subtitle.map((words, i) =>
      text('text', words, [title.x, under + 9 + i * 11], { size: 8.5, fill: ground.dim }),
    ),
    ...lines.footer.map((words, i) =>
      text('text', words, [footer.x, footer.y + 12 + i * FOOTER_LINE], { size: 6.5, fill: ground.dim }),
    ),
  ];
}

/** The longest that a scale bar is, units. */
const MOST_BAR = 118;

/** Lengths of the two bars of the scale, in units and km. */
export function scaleBars(view: View): { km: number; kmLength: number; nm: number; nmLength: number } {
  const perUnit = kmPerUnit(view, middleLatitude(view));
  const km = roundDistance(MOST_BAR * perUnit);
  const nm = roundDistance((MOST_BAR * perUnit) / KM_PER_NAUTICAL_MILE);
  return { km, kmLength: km / perUnit, nm, nmLength: (nm * KM_PER_NAUTICAL_MILE) / perUnit };
}

/** Scale bars in nautical miles and kilometres, for which latitude they are true, and the arrow to the north. */
export function drawScale(
  view: View,
  box: Rect,
  words: FigureWords,
  ground: Ground,
  { spec }: Briefing,
): Item[] {
  const bars = scaleBars(view);
  const left = box.x + 4;
  const bar = (y: number, length: number, label: string): Item[] => [
    path('frame', rectPath({ x: left, y, width: length, height: 3 }), { stroke: ground.ink, width: 0.6 }),
    path('frame', rectPath({ x: left, y, width: length / 2, height: 3 }), { fill: ground.ink }),
    text('frame', label, [left + length + 4, y + 4], { size: 6.5, fill: ground.ink }),
  ];
  const at = fill(words.scaleAt, { latitude: scaleLatitude(view, words) });
  return [
    ...bar(box.y + 7, bars.nmLength, formatNm(spec.language, bars.nm * KM_PER_NAUTICAL_MILE)),
    ...bar(box.y + 17, bars.kmLength, formatKm(spec.language, bars.km)),
    text('frame', at, [left, box.y + 31], { size: 6.5, fill: ground.dim }),
    ...drawNorth([box.x + box.width - 8, box.y + 30], words, ground.ink),
  ];
}

/** A thin rule between the map and the words below it. */
export const drawRule = ({ footer, column }: Pick<Layout, 'footer' | 'column'>, ground: Ground): Item =>
  path(
    'frame',
    linePath([
      [footer.x, footer.y + 1.5],
      [column.x + column.width, footer.y + 1.5],
    ]),
    {
      stroke: ground.rule,
      width: 0.5,
    },
  );
