import { setImmediate as pause } from 'node:timers/promises';
import { DEFAULT_ROUTE_OPTIONS, findRoutes } from '../../server/routes/sequences.ts';
import { prepareShuffle, tallyDraws } from '../../server/routes/shuffle-draws.ts';
import { DEFAULT_SHUFFLE_OPTIONS, withShuffle } from '../../server/routes/shuffle-null.ts';
import { makeRandom } from '../../server/statistics/random.ts';
import type { Route, RouteEvent } from '../../shared/findings.ts';
import { makeVoyages, report, timed, toEvents } from './traffic.ts';

/** Voyages, draws of a full run, and draws of the comparison, in which both do all of the work. */
const SIZES = [
  [1_000, 999, 30],
  [2_000, 999, 30],
  [10_000, 99, 9],
  [100_000, 19, 5],
] as const;

/** The shuffle null model at 1, 2, 10 and 100 times 1,000 voyages over 500 ports, paths of 2 to 6 places. */
export async function bench(): Promise<void> {
  console.log('Shuffle null model against the same chain written plainly, paths by name');
  const few = toEvents(makeVoyages(1_000, 500, 3));
  const atPorts = { ...DEFAULT_ROUTE_OPTIONS, level: 'port' as const };
  const test = (routes: readonly Route[], events: readonly RouteEvent[], draws: number): Route[] =>
    withShuffle(routes, events, 'port', undefined, { ...DEFAULT_SHUFFLE_OPTIONS, draws });
  test(findRoutes(few, atPorts), few, 50); // warm up
  let before: number | null = null;
  for (const [size, draws, plainDraws] of SIZES) {
    await pause(); // lets the garbage of the last size go
    const events = toEvents(makeVoyages(size, 500, 7));
    const routes = findRoutes(events, atPorts);
    const ours = timed(() => test(routes, events, plainDraws));
    const plain = timed(() => plainAtLeast(events, plainDraws, DEFAULT_SHUFFLE_OPTIONS));
    compare(ours.result, plain.result, plainDraws);
    report(`${size} voyages, ${plainDraws} draws`, size * plainDraws, ours, plain);
    const full = timed(() => test(routes, events, draws));
    const prepared = prepareShuffle(events, 'port', 6);
    const drawn = timed(() => tallyDraws(prepared, DEFAULT_SHUFFLE_OPTIONS, 0, draws));
    const each = drawn.cpuMs / draws;
    console.log(
      `  ${size} voyages, ${draws} draws: ${(full.ms / 1000).toFixed(1)} s, ${each.toFixed(1)} ms of processor a draw` +
        (before === null ? '' : `, ${(each / before).toFixed(1)} times that of 1,000 voyages`),
    );
    before ??= each;
  }
}

/** Both take the same random numbers in the same way, so they must agree exactly. */
function compare(routes: readonly Route[], atLeast: ReadonlyMap<string, number>, draws: number): void {
  for (const { places, shuffle } of routes) {
    const plain = atLeast.get(places.join('>')) ?? 0;
    if (shuffle?.p !== (1 + plain) / (1 + draws)) {
      throw new Error(
        `${places.join('>')}: p ${shuffle?.p}, but the reference has ${plain} of ${draws} draws`,
      );
    }
  }
}

/** Draws in which each observed path occurs as often as observed or more often: all by name, nothing prepared. */
function plainAtLeast(
  events: readonly RouteEvent[],
  draws: number,
  { seed, swapsPerPosition }: { readonly seed: number; readonly swapsPerPosition: number },
): Map<string, number> {
  const kinds = (['seizure', 'voyage'] as const).map((kind) => events.filter((event) => event.kind === kind));
  const places: (string | null)[] = [null];
  const ends = kinds.map((ofKind) => {
    for (const event of ofKind) places.push(...event.places, null);
    return places.length;
  });
  const observed = countByName(places);
  const hub = [...places];
  sweep(hub, ends, swapsPerPosition, true, seed, 0);
  const atLeast = new Map<string, number>();
  for (let draw = 1; draw <= draws; draw++) {
    const drawn = [...hub];
    sweep(drawn, ends, swapsPerPosition, false, seed, draw);
    for (const [path, count] of countByName(drawn)) {
      if (count >= (observed.get(path) ?? Infinity)) atLeast.set(path, (atLeast.get(path) ?? 0) + 1);
    }
  }
  return atLeast;
}

function sweep(
  places: (string | null)[],
  ends: readonly number[],
  sweeps: number,
  back: boolean,
  seed: number,
  stream: number,
): void {
  const random = makeRandom(seed, stream);
  const visits = [...places.keys()].filter((at) => places[at] !== null);
  if (back) visits.reverse();
  for (let n = 0; n < sweeps; n++) {
    for (const one of visits) {
      const kind = ends.findIndex((end) => one < end);
      const from = kind === 0 ? 0 : (ends[kind - 1] ?? 0);
      const pick = (): number => from + random.int((ends[kind] ?? 0) - from);
      let other = pick();
      while (places[other] === null) other = pick();
      const swapped = [places[other], places[one]] as const;
      if (swapped[0] === swapped[1]) continue;
      const put = ([a, b]: readonly [string | null | undefined, string | null | undefined]): void => {
        places[one] = a ?? null;
        places[other] = b ?? null;
      };
      put(swapped);
      const stays = [one, other].some((at) => [at - 1, at + 1].some((next) => places[next] === places[at]));
      if (stays) put([swapped[1], swapped[0]]);
    }
  }
}

function countByName(places: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start < places.length; start++) {
    let path = places[start] ?? null;
    for (let at = start + 1; path !== null && at < start + 6; at++) {
      const next = places[at] ?? null;
      if (next === null) break;
      path = `${path}>${next}`;
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  return counts;
}
