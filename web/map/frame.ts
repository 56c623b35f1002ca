import type { Map as MapLibreMap } from 'maplibre-gl';
import { translate } from '../i18n/index.ts';

/** Degree steps that may divide the frame, and the least room between two of its numbers, px. */
const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1];
const LEAST_PX = 90;

/** A number of the frame: where along its edge it stands (px) and what it says. */
interface Tick {
  readonly at: number;
  readonly text: string;
}

/** A degree as charts write it: `65°W`, `12°30′N`; on the meridian or equator without a letter. */
export function degreeText(value: number, positive: string, negative: string): string {
  const minutes = Math.round(Math.abs(value) * 60);
  const rest = minutes % 60;
  const letter = minutes === 0 ? '' : value < 0 ? negative : positive;
  return `${Math.floor(minutes / 60)}°${rest > 0 ? `${String(rest).padStart(2, '0')}′` : ''}${letter}`;
}

/** The step whose neighbours lie at least {@link LEAST_PX} apart; px per degree taken at the map's centre. */
export function tickStep(pxPerDegree: number): number {
  return STEPS.filter((step) => step * pxPerDegree >= LEAST_PX).at(-1) ?? STEPS[0] ?? 10;
}

/** Ticks between two degrees; `project` turns a degree into px along the edge. */
export function ticks(
  from: number,
  to: number,
  step: number,
  letters: readonly [string, string],
  project: (degree: number) => number,
): Tick[] {
  const out: Tick[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) {
    out.push({ at: project(i * step), text: degreeText(i * step, letters[0], letters[1]) });
  }
  return out;
}

/** The numbers along the top and the left edge of a map that is north up. */
function mapTicks(map: MapLibreMap): { top: Tick[]; left: Tick[] } {
  const bounds = map.getBounds();
  const { lng, lat } = map.getCenter();
  const width = map.getContainer().clientWidth;
  const step = tickStep(width / (bounds.getEast() - bounds.getWest()));
  const [north = '', east = '', south = '', west = ''] = translate('unit.compass');
  return {
    top: ticks(bounds.getWest(), bounds.getEast(), step, [east, west], (x) => map.project([x, lat]).x),
    left: ticks(bounds.getSouth(), bounds.getNorth(), step, [north, south], (y) => map.project([lng, y]).y),
  };
}

/** Keeps a frame of degree numbers on the map; returns how to take it off. */
export function attachFrame(map: MapLibreMap): () => void {
  const root = document.createElement('div');
  root.className = 'map-frame';
  root.setAttribute('aria-hidden', 'true');
  map.getContainer().append(root);
  let frame = 0;
  const draw = (): void => {
    const { top, left } = mapTicks(map);
    const { clientWidth, clientHeight } = map.getContainer();
    const span = (className: string, axis: 'left' | 'top', { at, text }: Tick): HTMLElement => {
      const element = document.createElement('span');
      element.className = className;
      element.style[axis] = `${at}px`;
      element.textContent = text;
      return element;
    };
    root.replaceChildren(
      ...top
        // The switches of the layers and the legend's button lie over the rest of the top edge.
        .filter(({ at }) => at > 480 && at < clientWidth - 140)
        .map((tick) => span('map-tick-top', 'left', tick)),
      ...left
        // The tools of the map lie over the upper part of the left edge.
        .filter(({ at }) => at > 290 && at < clientHeight - 90)
        .map((tick) => span('map-tick-left', 'top', tick)),
    );
  };
  const schedule = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  map.on('move', schedule);
  map.on('resize', schedule);
  schedule();
  return () => {
    cancelAnimationFrame(frame);
    root.remove();
  };
}
