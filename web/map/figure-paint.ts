import { KM_PER_NAUTICAL_MILE } from '../../shared/geo.ts';
import type { Translate } from '../i18n/index.ts';
import { roundDistance, type FigureLayout } from './figure-layout.ts';
import { degreeText, type Tick } from './frame.ts';
import { arrowCorners, hexagonCorners, legendSign, SIGN, wedgeCorners, type Shape } from './legend-sign.ts';
import type { LegendEntry } from './legend-entries.ts';
import { entriesOf, LEGEND_GROUPS, legendText } from './legend-text.ts';
import type { Palette } from './palette.ts';

type Context = CanvasRenderingContext2D;

const INK = '#101a21';
const QUIET = '#4d5c66';

/** Sets the letters: size in px before scaling. */
function letters(context: Context, unit: number, size: number, weight: 400 | 600, color = INK): void {
  context.font = `${weight} ${size * unit}px "Noto Sans", sans-serif`;
  context.fillStyle = color;
}

/** Title and subtitle. */
export function paintHeader(context: Context, layout: FigureLayout, title: string, subtitle: string): void {
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  letters(context, layout.unit, 34, 600);
  context.fillText(title, layout.title.x, layout.title.y);
  letters(context, layout.unit, 19, 400, QUIET);
  context.fillText(subtitle, layout.subtitle.x, layout.subtitle.y);
}

/** Sources, run and date, and in bold that part of it is made up. */
export function paintSources(
  context: Context,
  layout: FigureLayout,
  lines: readonly string[],
  synthetic: string | null,
): void {
  const { x, y, lineHeight } = layout.sources;
  lines.forEach((line, i) => {
    letters(context, layout.unit, 14.5, 400, QUIET);
    context.fillText(line, x, y + i * lineHeight);
  });
  if (synthetic === null) return;
  letters(context, layout.unit, 16, 600, INK);
  context.textAlign = 'right';
  context.fillText(synthetic, layout.legend.x + layout.legend.width, y);
  context.textAlign = 'left';
}

/** The neat line around the map with its degrees. */
export function paintFrame(
  context: Context,
  { map, unit }: FigureLayout,
  ticks: { readonly top: readonly Tick[]; readonly left: readonly Tick[] },
): void {
  context.strokeStyle = INK;
  context.lineWidth = 1.4 * unit;
  context.strokeRect(map.x, map.y, map.width, map.height);
  letters(context, unit, 12.5, 400, QUIET);
  context.textAlign = 'center';
  context.textBaseline = 'bottom';
  context.beginPath();
  for (const { at, text } of ticks.top) {
    if (at < 20 || at > map.width - 20) continue;
    context.moveTo(map.x + at, map.y - 5 * unit);
    context.lineTo(map.x + at, map.y);
    context.fillText(text, map.x + at, map.y - 6 * unit);
  }
  for (const { at, text } of ticks.left) {
    if (at < 20 || at > map.height - 20) continue;
    context.moveTo(map.x - 5 * unit, map.y + at);
    context.lineTo(map.x, map.y + at);
    context.save();
    context.translate(map.x - 6 * unit, map.y + at);
    context.rotate(-Math.PI / 2);
    context.fillText(text, 0, 0);
    context.restore();
  }
  context.lineWidth = 1 * unit;
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
}

function bar(context: Context, x: number, y: number, width: number, text: string, unit: number): void {
  const half = width / 2;
  context.fillStyle = INK;
  context.fillRect(x, y, half, 5 * unit);
  context.fillStyle = '#ffffff';
  context.fillRect(x + half, y, half, 5 * unit);
  context.strokeStyle = INK;
  context.lineWidth = unit;
  context.strokeRect(x, y, width, 5 * unit);
  letters(context, unit, 12.5, 400);
  context.fillText(text, x + width + 8 * unit, y + 7 * unit);
}

/** Below the map: scale in nautical miles and kilometres, true at the middle latitude, which it names; and north. */
export function paintScale(
  context: Context,
  { map, scale: { x, y }, unit }: FigureLayout,
  perPx: number,
  latitude: number,
  t: Translate,
): void {
  const most = 190 * unit * perPx;
  const km = roundDistance(most);
  const nm = roundDistance(most / KM_PER_NAUTICAL_MILE);
  bar(context, x, y, (nm * KM_PER_NAUTICAL_MILE) / perPx, t('map.figure.nm', { nm }), unit);
  bar(context, x, y + 24 * unit, km / perPx, t('map.figure.km', { km }), unit);
  letters(context, unit, 12.5, 400, QUIET);
  const at = degreeText(Math.round(latitude), t('unit.compass').charAt(0), t('unit.compass').charAt(2));
  context.fillText(t('map.figure.scaleAt', { at }), x, y + 56 * unit);
  paintNorth(context, map.x + map.width - 20 * unit, y, unit, t('map.north'));
}

function paintNorth(context: Context, x: number, y: number, unit: number, letter: string): void {
  const corner = (dx: number, dy: number): [number, number] => [x + dx * unit, y + dy * unit];
  polygon(context, [corner(0, -6), corner(9, 24), corner(0, 17), corner(-9, 24)]);
  context.fillStyle = INK;
  context.fill();
  letters(context, unit, 14, 600);
  context.textAlign = 'center';
  context.fillText(letter, x, y + 42 * unit);
  context.textAlign = 'left';
}

function polygon(context: Context, corners: readonly (readonly [number, number])[]): void {
  context.beginPath();
  corners.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
  context.closePath();
}

function paintShape(context: Context, shape: Shape): void {
  const [x, y] = [SIGN.width / 2, SIGN.height / 2];
  context.setLineDash('dash' in shape ? [...(shape.dash ?? [])] : []);
  if (shape.shape === 'wedge') {
    context.fillStyle = shape.color;
    polygon(context, wedgeCorners(shape.widths));
    context.fill();
    return;
  }
  if (shape.shape === 'line') {
    context.globalAlpha = shape.opacity ?? 1;
    context.strokeStyle = shape.color;
    context.lineWidth = shape.width;
    context.lineCap = shape.dash && (shape.dash[0] ?? 1) > 1 ? 'butt' : 'round';
    context.beginPath();
    context.moveTo(2, y);
    context.lineTo(SIGN.width - 2, y);
    context.stroke();
    context.globalAlpha = 1;
    context.fillStyle = shape.color;
    if (shape.arrow) {
      polygon(context, arrowCorners(shape.width));
      context.fill();
    }
    return;
  }
  if (shape.shape === 'path') {
    context.save();
    context.translate(x - 8, y - 8);
    context.strokeStyle = shape.color;
    context.lineWidth = shape.width;
    context.lineCap = context.lineJoin = 'round';
    context.stroke(new Path2D(shape.path));
    context.restore();
    return;
  }
  if (shape.shape === 'text') {
    letters(context, 1, 9, 600, shape.color);
    context.textAlign = 'center';
    context.fillText(shape.text, x, y + 3.2);
    context.textAlign = 'left';
    return;
  }
  if (shape.shape === 'circle') {
    context.beginPath();
    context.lineCap = (shape.dash?.[0] ?? 1) < 0.1 ? 'round' : 'butt';
    context.arc(x, y, shape.radius, 0, 2 * Math.PI);
  } else polygon(context, hexagonCorners());
  context.lineWidth = 1.2;
  if (shape.fill !== undefined) {
    context.globalAlpha = shape.opacity ?? 1;
    context.fillStyle = shape.fill;
    context.fill();
    context.globalAlpha = 1;
  }
  if (shape.line !== undefined) {
    context.strokeStyle = shape.line;
    context.stroke();
  }
}

const ROW = 25;
const HEADING = 30;
const BETWEEN = 14;

/** The legend in its column, made smaller when it is longer than the column. */
export function paintLegend(
  context: Context,
  { legend, unit }: FigureLayout,
  entries: readonly LegendEntry[],
  palette: Palette,
  t: Translate,
): void {
  const groups = LEGEND_GROUPS.map(({ id, kinds }) => ({ id, rows: entriesOf(entries, kinds) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const rows = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const needed = rows * ROW + groups.length * (HEADING + BETWEEN);
  const scale = unit * Math.min(1.15, legend.height / unit / needed);
  context.save();
  context.translate(legend.x, legend.y);
  context.scale(scale, scale);
  let y = 0;
  for (const group of groups) {
    letters(context, 1, 14, 600);
    context.fillText(t(`map.legend.${group.id}`), 0, y + 14);
    y += HEADING;
    for (const entry of group.rows) {
      context.save();
      context.translate(0, y - 6);
      for (const shape of legendSign(entry, palette)) paintShape(context, shape);
      context.restore();
      letters(context, 1, 14, 400);
      context.fillText(legendText(entry, t), SIGN.width + 12, y + 7);
      y += ROW;
    }
    y += BETWEEN;
  }
  context.restore();
}
