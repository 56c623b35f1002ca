import type { Bounds } from '../../../shared/briefing.ts';
import { EARTH_RADIUS_KM, type Position } from '../../../shared/geo.ts';
import type { Point, Rect } from './drawing.ts';

/** The part of the world that a rectangle shows, in Web Mercator. */
export interface View {
  readonly rect: Rect;
  /** What is shown: what was asked for, and more where the shape of the rectangle asks for it. */
  readonly bounds: Bounds;
  /** Units of the whole world's width. */
  readonly worldWidth: number;
  /** Where a longitude and latitude are drawn; longitudes are not turned. */
  readonly at: (position: Position) => Point;
}

/** The latitude at which the world of Web Mercator is a square, degrees. */
const MOST_LATITUDE = 85.0511;
/** The least extent that is shown, degrees: about 2 km. */
const LEAST_DEG = 0.02;

const mercator = (latitude: number): number => {
  const kept = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, latitude));
  return Math.log(Math.tan(Math.PI / 4 + (kept * Math.PI) / 360)) / (2 * Math.PI);
};
const latitudeOf = (y: number): number =>
  ((2 * Math.atan(Math.exp(2 * Math.PI * y)) - Math.PI / 2) * 180) / Math.PI;

/** A range about its middle that is at least this long. */
const atLeast = (from: number, to: number, least: number): [number, number] =>
  to - from >= least ? [from, to] : [(from + to - least) / 2, (from + to + least) / 2];

/**
 * Fits bounds into a rectangle: nothing that was asked for is cut, the shorter side is extended about its
 * middle. Bounds whose east is west of their west cross the 180th meridian.
 */
export function viewOf([west, south, askedEast, north]: Bounds, rect: Rect): View {
  const east = askedEast < west ? askedEast + 360 : askedEast;
  const [first, last] = atLeast(west, east, LEAST_DEG);
  const [left, right] = [first / 360, last / 360];
  const [low, high] = atLeast(Math.min(south, north), Math.max(south, north), LEAST_DEG);
  const [bottom, top] = [mercator(low), mercator(high)];
  const worldWidth = Math.min(rect.width / (right - left), rect.height / (top - bottom));
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  const [halfX, halfY] = [rect.width / worldWidth / 2, rect.height / worldWidth / 2];
  return {
    rect,
    worldWidth,
    bounds: [
      (middleX - halfX) * 360,
      latitudeOf(middleY - halfY),
      (middleX + halfX) * 360,
      latitudeOf(middleY + halfY),
    ],
    at: ([longitude, latitude]) => [
      rect.x + rect.width / 2 + (longitude / 360 - middleX) * worldWidth,
      rect.y + rect.height / 2 - (mercator(latitude) - middleY) * worldWidth,
    ],
  };
}

const middleOf = ({ bounds: [west, , east] }: View): number => (west + east) / 2;
/** A longitude turned to within 180 degrees of another. */
const turned = (longitude: number, near: number): number =>
  longitude - 360 * Math.round((longitude - near) / 360);

/** Where a position is drawn. */
export const pointOf = (view: View, [longitude, latitude]: Position): Point =>
  view.at([turned(longitude, middleOf(view)), latitude]);

/** A line of positions as points; it does not jump where it crosses the 180th meridian. */
export function pointsOf(view: View, line: readonly Position[]): Point[] {
  let near = middleOf(view);
  return line.map(([longitude, latitude]) => {
    near = turned(longitude, near);
    return view.at([near, latitude]);
  });
}

/** Kilometres on the ground of one unit of the drawing at a latitude. */
export const kmPerUnit = ({ worldWidth }: View, latitude: number): number =>
  (2 * Math.PI * EARTH_RADIUS_KM * Math.cos((latitude * Math.PI) / 180)) / worldWidth;

/** The latitude in the middle of what is shown, degrees. */
export const middleLatitude = ({ bounds: [, south, , north] }: View): number =>
  latitudeOf((mercator(south) + mercator(north)) / 2);

/** Width of the world at zoom 0 of the page's map, CSS px. */
const WORLD_PX = 512;
/** CSS px of one point. */
const PX_PER_POINT = 4 / 3;
/** The zoom of the page's map at the same scale, by which names and lines are chosen. */
export const zoomOf = ({ worldWidth }: View): number => Math.log2((worldWidth * PX_PER_POINT) / WORLD_PX);
