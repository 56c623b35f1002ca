import type { Position } from '../shared/geo.ts';
import { readerOf } from './read-address.ts';

/** The tools drawn on the map; each has a panel. */
export const MAP_TOOLS = ['area', 'measure', 'rings'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];

/** Circles of known distance around a position. */
export interface RingsView {
  readonly centre: Position;
  /** Nautical miles, ascending. */
  readonly nm: readonly number[];
}

/** The part of the view that is drawn by the reader. */
export interface MapToolView {
  /** The tool whose panel is open. */
  readonly tool: MapTool | null;
  /** Corners of the drawn area, in order; null: none. */
  readonly area: readonly Position[] | null;
  /** Positions measured along. */
  readonly measure: readonly Position[];
  readonly rings: RingsView | null;
  /** Whether the pins of notes are shown. */
  readonly pins: boolean;
}

/** Nothing drawn. */
export const NOTHING_DRAWN: MapToolView = { tool: null, area: null, measure: [], rings: null, pins: true };

/** What an area may have; the same as the server takes. */
export const MOST_CORNERS = 60;
const FEWEST_CORNERS = 3;
export const MOST_MEASURED = 50;
export const MOST_RINGS = 8;
/** The distances drawn at first, and the largest that can be asked for: about half the sea, nm. */
export const USUAL_RINGS: readonly number[] = [10, 25, 50, 100];
export const LARGEST_RING = 2000;

const round = (value: number): number => Math.round(value * 1e4) / 1e4;
/** A position as the address keeps it, to 11 m. */
export const keptPosition = ([longitude, latitude]: Position): Position => [
  round(longitude),
  round(latitude),
];

/** Positions as the address and the server take them, `lon,lat;lon,lat`. */
export const positionsText = (positions: readonly Position[]): string =>
  positions.map(([longitude, latitude]) => `${longitude},${latitude}`).join(';');

function parsePositions(text: string): Position[] | null {
  const found = text.split(';').map((one): Position | null => {
    if (!/^-?\d{1,3}(\.\d+)?,-?\d{1,2}(\.\d+)?$/.test(one)) return null;
    const [longitude = NaN, latitude = NaN] = one.split(',').map(Number);
    return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 85 ? [longitude, latitude] : null;
  });
  return found.every((one) => one !== null) ? found : null;
}

const within =
  (least: number, most: number) =>
  (text: string): Position[] | null => {
    const found = parsePositions(text);
    return found && found.length >= least && found.length <= most ? found : null;
  };

/** Distances, nm: above nought, ascending, each once; null when a text has others, none or too many. */
export function parseRings(texts: readonly string[]): number[] | null {
  const nm = [...new Set(texts.map(Number))].sort((a, b) => a - b);
  const good = nm.every((one) => one > 0 && one <= LARGEST_RING);
  return good && nm.length > 0 && nm.length <= MOST_RINGS && !texts.includes('') ? nm : null;
}

type Part = 'tool' | 'area' | 'measure' | 'rings';

/**
 * Reads what is drawn from an address. The reverse of {@link mapToolParts}.
 *
 * @param fail  told of a part that cannot be read
 */
export function parseMapTools(
  query: URLSearchParams,
  fail: (part: Part, value: string) => void,
): MapToolView {
  const read = readerOf(query, fail);
  const centre = read('rc', 'rings', within(1, 1))?.[0];
  const nm = read('rn', 'rings', (text) => parseRings(text.split(',')));
  return {
    tool: read('k', 'tool', (text) => MAP_TOOLS.find((one) => one === text)),
    area: read('a', 'area', within(FEWEST_CORNERS, MOST_CORNERS)),
    measure: read('mp', 'measure', within(1, MOST_MEASURED)) ?? [],
    rings: centre ? { centre, nm: nm ?? USUAL_RINGS } : null,
    pins: query.get('pins') !== 'off',
  };
}

/** The same as parts of an address: key, text, and the text that may be left out. */
export const mapToolParts = (view: MapToolView): [key: string, text: string, usual: string][] => [
  ['k', view.tool ?? '', ''],
  ['a', view.area === null ? '' : positionsText(view.area), ''],
  ['mp', positionsText(view.measure), ''],
  ['rc', view.rings === null ? '' : positionsText([view.rings.centre]), ''],
  ['rn', (view.rings?.nm ?? USUAL_RINGS).join(','), USUAL_RINGS.join(',')],
  ['pins', view.pins ? '' : 'off', ''],
];
