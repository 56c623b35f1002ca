import type { Graph } from './model.ts';
import { weightOf } from './model.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where each place lies, px, and how large it is drawn. */
export type Layout = ReadonlyMap<string, Point & { readonly radius: number }>;
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** West, south, east, north of where places start from their geography; farther ones start at its edge. */
const REGION = [-90, 6, -57, 28] as const;
/** Room for names at the left and right, and for the largest place above and below; px. */
const MARGIN = { x: 64, y: 26 };
const STEPS = 220;
/** How strongly a place is held to its geography, drawn along its legs and kept off the others, in turn. */
const PULL = { home: 0.05, leg: 0.035, apart: 0.5 };
/** Between the rims of two places, px. */
const CLEAR_PX = 14;
const RADIUS = { least: 3.5, most: 11 };

interface Body {
  readonly id: string;
  readonly radius: number;
  readonly home: Point;
  x: number;
  y: number;
}

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

function bodiesOf({ nodes }: Graph, { width, height }: Box): Body[] {
  const [west, south, east, north] = REGION;
  const most = Math.max(1, ...nodes.map(weightOf));
  return nodes
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((node, i) => {
      const [longitude, latitude] = node.position;
      // Two places at one point are moved apart by a little, each in a direction of its own.
      const turn = i * 2.399963;
      const x = between((longitude - west) / (east - west), 0, 1) * width + Math.cos(turn);
      const y = between((north - latitude) / (north - south), 0, 1) * height + Math.sin(turn);
      const radius = RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(weightOf(node) / most);
      return { id: node.id, radius, home: { x, y }, x, y };
    });
}

/** Moves two bodies along the line between them by `px` each: apart when positive. */
function part(a: Body, b: Body, px: number, distance: number): void {
  const [dx, dy] = [((b.x - a.x) / distance) * px, ((b.y - a.y) / distance) * px];
  a.x -= dx;
  a.y -= dy;
  b.x += dx;
  b.y += dy;
}
const apart = (a: Body, b: Body): number => Math.max(0.01, Math.hypot(b.x - a.x, b.y - a.y));

function step(bodies: readonly Body[], legs: readonly (readonly [Body, Body])[], room: number, heat: number) {
  for (const body of bodies) {
    body.x += (body.home.x - body.x) * PULL.home * heat;
    body.y += (body.home.y - body.y) * PULL.home * heat;
  }
  for (const [a, b] of legs) {
    const distance = apart(a, b);
    if (distance > room) part(a, b, -(distance - room) * PULL.leg * heat * 0.5, distance);
  }
  bodies.forEach((a, i) => {
    for (const b of bodies.slice(i + 1)) {
      const distance = apart(a, b);
      if (distance < room) part(a, b, (room - distance) * PULL.apart * heat * 0.5, distance);
    }
  });
}

/** Stretches the whole to fill the box, so that no room is left over at a side. */
function fill(bodies: readonly Body[], { width, height }: Box): void {
  const stretch = (key: 'x' | 'y', size: number, margin: number): void => {
    const all = bodies.map((body) => body[key]);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    const factor = (size - 2 * margin) / Math.max(1, most - least);
    for (const body of bodies) {
      body[key] = bodies.length === 1 ? size / 2 : margin + (body[key] - least) * factor;
    }
  };
  stretch('x', width, MARGIN.x);
  stretch('y', height, MARGIN.y);
}

/** No place lies on another. */
function clear(bodies: readonly Body[], { width, height }: Box): void {
  for (let round = 0; round < 40; round++) {
    bodies.forEach((a, i) => {
      for (const b of bodies.slice(i + 1)) {
        const [distance, least] = [apart(a, b), a.radius + b.radius + CLEAR_PX];
        if (distance < least) part(a, b, (least - distance) / 2, distance);
      }
    });
    for (const body of bodies) {
      body.x = between(body.x, MARGIN.x / 2, width - MARGIN.x / 2);
      body.y = between(body.y, MARGIN.y, height - MARGIN.y);
    }
  }
}

/**
 * Lays out a graph: each place starts where it lies on the map, is drawn towards those it trades legs with and
 * kept off all others (forces after Fruchterman and Reingold 1991). No chance in it: the same graph and box give
 * the same layout, whatever the order of its parts.
 */
export function layoutOf(graph: Graph, box: Box): Layout {
  const bodies = bodiesOf(graph, box);
  const byId = new Map(bodies.map((body) => [body.id, body]));
  const legs = graph.edges
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ from, to }) => {
      const [a, b] = [byId.get(from), byId.get(to)];
      return a && b ? [[a, b] as const] : [];
    });
  const room = 0.9 * Math.sqrt((box.width * box.height) / Math.max(1, bodies.length));
  for (let i = 0; i < STEPS; i++) step(bodies, legs, room, 1 - i / STEPS);
  fill(bodies, box);
  clear(bodies, box);
  return new Map(bodies.map(({ id, x, y, radius }) => [id, { x, y, radius }]));
}
