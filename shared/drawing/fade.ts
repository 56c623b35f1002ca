import { distanceKm } from '../geo.ts';

/** Longitude and latitude, however the caller types them. */
type At = readonly number[];

/** One stretch of a faded line: its positions and how strongly it is drawn, 0 to 1. */
export interface Stretch {
  readonly line: [number, number][];
  readonly fade: number;
}

/** Lines up to this length are drawn evenly: Trinidad to Florida is about 2,500 km, island hops far less. */
const LONG_KM = 2600;
/**
 * How far from its nearer end a stretch of a long line reaches, km, and its strength. Most of an ocean crossing
 * says nothing but "far away"; where it leaves and where it arrives is what a reader looks for.
 */
const FADE: readonly (readonly [km: number, fade: number])[] = [
  [250, 1],
  [400, 0.85],
  [550, 0.7],
  [700, 0.56],
  [850, 0.44],
  [1000, 0.34],
  [1150, 0.26],
];
const FAINTEST = 0.2;

const pair = (at: At): [number, number] => [at[0] ?? 0, at[1] ?? 0];

/** Where a line is cut, km from its start, and the strength of the stretch that follows each cut. */
function cuts(total: number): { at: number; fade: number }[] {
  const near = FADE.filter(([km]) => km < total / 2);
  const up = [0, ...near.map(([km]) => km)].map((at, i) => ({ at, fade: near[i]?.[1] ?? FAINTEST }));
  const down = near.map(([km, fade]) => ({ at: total - km, fade })).reverse();
  return [...up, ...down];
}

/** A line as stretches that fade towards its middle, in order of travel; a short line is one stretch. */
export function stretches(line: readonly At[]): Stretch[] {
  const lengths = line.slice(1).map((to, i) => distanceKm(pair(line[i] ?? to), pair(to)));
  const total = lengths.reduce((sum, km) => sum + km, 0);
  if (total <= LONG_KM) return [{ line: line.map(pair), fade: 1 }];
  const wanted = cuts(total);
  const out: { line: [number, number][]; fade: number }[] = [];
  let passed = 0;
  line.slice(1).forEach((to, i) => {
    const [from, km] = [line[i] ?? to, lengths[i] ?? 0];
    const open = out.at(-1) ?? { line: [pair(from)], fade: wanted.shift()?.fade ?? 1 };
    if (out.length === 0) out.push(open);
    for (let next = wanted[0]; next && next.at < passed + km; next = wanted[0]) {
      const at = between(from, to, (next.at - passed) / km);
      out.at(-1)?.line.push(at);
      out.push({ line: [at], fade: next.fade });
      wanted.shift();
    }
    out.at(-1)?.line.push(pair(to));
    passed += km;
  });
  return out;
}

const between = (a: At, b: At, t: number): [number, number] => [
  (a[0] ?? 0) + t * ((b[0] ?? 0) - (a[0] ?? 0)),
  (a[1] ?? 0) + t * ((b[1] ?? 0) - (a[1] ?? 0)),
];
