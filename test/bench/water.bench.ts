import { distanceKm, lengthKm } from '../../shared/geo.ts';
import type { Position } from '../../shared/geo.ts';
import { pointsBetween } from '../../server/network/water/plane.ts';
import { readLand } from '../../server/network/water/files.ts';
import { makeWaterRouter } from '../../server/network/water/router.ts';

const PLACES = 150;

/** Places spread evenly over the coast vertices of the wider Caribbean: each on the shore, many in bays. */
function shorePlaces(land: readonly (readonly (readonly Position[])[])[]): Position[] {
  const shore = land.flat(2).filter(([lon, lat]) => lon >= -90 && lon <= -55 && lat >= 5 && lat <= 28);
  const every = Math.floor(shore.length / PLACES);
  return shore.filter((_, i) => i % every === 0).slice(0, PLACES);
}

/** `count` distinct pairs in a fixed order: strides through all pairs by a step prime to their number. */
function somePairs(places: readonly Position[], count: number): [Position, Position][] {
  const all = places.flatMap((from, i) => places.slice(i + 1).map((to): [Position, Position] => [from, to]));
  return Array.from({ length: count }, (_, i) => all[(i * 7919) % all.length]).flatMap((pair) =>
    pair ? [pair] : [],
  );
}

function timed<T>(work: () => T): { result: T; wallMs: number; cpuMs: number } {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(cpu);
  return { result, wallMs: performance.now() - wall, cpuMs: (used.user + used.system) / 1000 };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;

/** Builds the router and finds 10, 100 and 1,000 pairs, each from new; the baseline draws great circles. */
export async function bench(): Promise<void> {
  const land = await Promise.resolve(readLand());
  const places = shorePlaces(land);
  console.log(`water: land-10m, ${land.flat(2).length} vertices; ${places.length} places`);
  for (const count of [10, 100, 1000]) {
    const pairs = somePairs(places, count);
    const build = timed(() => makeWaterRouter(land));
    const found = timed(() => build.result.paths(pairs));
    const baseline = timed(() =>
      pairs.map(([from, to]) => lengthKm([from, ...pointsBetween(from, to, 100), to])),
    );
    const missing = found.result.filter((path) => path === null).length;
    const detour =
      found.result.reduce((sum, path) => sum + (path?.distanceKm ?? 0), 0) /
      pairs.reduce((sum, [from, to]) => sum + distanceKm(from, to), 0);
    console.log(
      [
        `  ${count} pairs: build ${seconds(build.wallMs)} (cpu ${seconds(build.cpuMs)})`,
        `paths ${seconds(found.wallMs)} (cpu ${seconds(found.cpuMs)}), ${((count * 1000) / found.wallMs).toFixed(0)}/s`,
        `${missing} without a path`,
        `${detour.toFixed(2)} times the great circle in length, ${(found.wallMs / baseline.wallMs).toFixed(0)} times in time`,
        `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
      ].join('; '),
    );
  }
}
