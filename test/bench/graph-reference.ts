import type { WeightedLeg } from '../../server/network/centrality.ts';

/** Straightforward ways to the same answers, written for the comparison alone. */

/** Joins, over and over, the two communities that gain the most modularity, each gain summed up anew. */
export function greedyModularity(placeIds: readonly string[], legs: readonly WeightedLeg[]): number {
  const m = legs.reduce((sum, { weight }) => sum + weight, 0);
  const community = new Map(placeIds.map((id) => [id, id]));
  for (;;) {
    const [between, leaving, arriving] = [1, 2, 3].map(() => new Map<string, number>()) as [
      Map<string, number>,
      Map<string, number>,
      Map<string, number>,
    ];
    for (const { from, to, weight } of legs) {
      const [a, b] = [community.get(from) ?? '', community.get(to) ?? ''];
      const key = a < b ? `${a}~${b}` : `${b}~${a}`;
      between.set(key, (between.get(key) ?? 0) + weight);
      leaving.set(a, (leaving.get(a) ?? 0) + weight);
      arriving.set(b, (arriving.get(b) ?? 0) + weight);
    }
    const product = (a: string, b: string) => ((leaving.get(a) ?? 0) * (arriving.get(b) ?? 0)) / m;
    let [best, gain] = ['', 0];
    for (const [key, weight] of between) {
      const [a = '', b = ''] = key.split('~');
      const gained = a === b ? 0 : weight - product(a, b) - product(b, a);
      if (gained > gain) [best, gain] = [key, gained];
    }
    const [kept, joined] = best.split('~');
    if (kept === undefined || joined === undefined) {
      const inside = [...new Set(community.values())].map(
        (id) => (between.get(`${id}~${id}`) ?? 0) - product(id, id),
      );
      return inside.reduce((sum, value) => sum + value, 0) / m;
    }
    for (const [id, of] of community) if (of === joined) community.set(id, kept);
  }
}

/** Costs of the k cheapest paths: Yen's method over a search that scans every place and every leg. */
export function yenByScanning(
  placeIds: readonly string[],
  legs: readonly WeightedLeg[],
  from: string,
  to: string,
  k: number,
): number[] {
  const costOf = new Map(legs.map((leg) => [`${leg.from}~${leg.to}`, 1 / leg.weight]));
  const length = (path: readonly string[]) =>
    path.slice(1).reduce((sum, id, i) => sum + (costOf.get(`${path[i] ?? ''}~${id}`) ?? Infinity), 0);
  const found: string[][] = [];
  const waiting = new Map<string, string[]>();
  const first = cheapest(placeIds, legs, from, to);
  for (let next = first; next !== null;) {
    found.push(next);
    if (found.length === k) break;
    for (let i = 0; i < next.length - 1; i++) {
      const root = next.slice(0, i + 1);
      const same = found.filter((path) => root.every((id, at) => path[at] === id));
      const open = legs.filter(
        (leg) =>
          !root.slice(0, -1).includes(leg.from) &&
          !root.includes(leg.to) &&
          !(leg.from === root[i] && same.some((path) => path[i + 1] === leg.to)),
      );
      const rest = cheapest(placeIds, open, root[i] ?? '', to);
      if (rest) waiting.set([...root, ...rest.slice(1)].join('~'), [...root, ...rest.slice(1)]);
    }
    for (const path of found) waiting.delete(path.join('~'));
    next = [...waiting.values()].sort((a, b) => length(a) - length(b))[0] ?? null;
  }
  return found.map(length);
}

function cheapest(placeIds: readonly string[], legs: readonly WeightedLeg[], from: string, to: string) {
  const leaving = new Map(placeIds.map((id): [string, WeightedLeg[]] => [id, []]));
  for (const leg of legs) leaving.get(leg.from)?.push(leg);
  const cost = new Map([[from, 0]]);
  const before = new Map<string, string>();
  const open = new Set(placeIds);
  for (;;) {
    let nearest: string | null = null;
    for (const id of open) {
      if ((cost.get(id) ?? Infinity) < (nearest === null ? Infinity : (cost.get(nearest) ?? 0))) nearest = id;
    }
    if (nearest === null) return null;
    if (nearest === to) break;
    open.delete(nearest);
    for (const leg of leaving.get(nearest) ?? []) {
      const through = (cost.get(nearest) ?? 0) + 1 / leg.weight;
      if (through >= (cost.get(leg.to) ?? Infinity)) continue;
      cost.set(leg.to, through);
      before.set(leg.to, nearest);
    }
  }
  const path = [to];
  while (path[0] !== from) path.unshift(before.get(path[0] ?? '') ?? from);
  return path;
}

/** The most that can flow: one shortest way after another (Edmonds and Karp), by name. */
export function maxFlowByName(legs: readonly WeightedLeg[], from: string, to: string): number {
  const left = new Map<string, Map<string, number>>();
  const add = (a: string, b: string, more: number) => {
    const row = left.get(a) ?? new Map<string, number>();
    left.set(a, row.set(b, (row.get(b) ?? 0) + more));
  };
  for (const leg of legs) {
    add(leg.from, leg.to, leg.weight);
    add(leg.to, leg.from, 0);
  }
  for (let flow = 0; ;) {
    const before = new Map([[from, from]]);
    for (const place of before.keys()) {
      for (const [next, more] of left.get(place) ?? []) {
        if (more > 0 && !before.has(next)) before.set(next, place);
      }
    }
    if (!before.has(to)) return flow;
    const way: [string, string][] = [];
    for (let at = to; at !== from; at = before.get(at) ?? from) way.push([before.get(at) ?? from, at]);
    const most = Math.min(...way.map(([a, b]) => left.get(a)?.get(b) ?? 0));
    for (const [a, b] of way) {
      add(a, b, -most);
      add(b, a, most);
    }
    flow += most;
  }
}

/** Betweenness of places: all distances and numbers of ways between all pairs (Floyd and Warshall), then every triple. */
export function betweennessByTriples(placeIds: readonly string[], legs: readonly WeightedLeg[]): number[] {
  const n = placeIds.length;
  const at = new Map(placeIds.map((id, i) => [id, i]));
  const cost = placeIds.map((_, i) => new Float64Array(n).fill(Infinity).fill(0, i, i + 1));
  const ways = placeIds.map((_, i) => new Float64Array(n).fill(1, i, i + 1));
  for (const { from, to, weight } of legs) {
    const [a, b] = [at.get(from) ?? 0, at.get(to) ?? 0];
    (cost[a] ?? [])[b] = 1 / weight;
    (ways[a] ?? [])[b] = 1;
  }
  const get = (rows: readonly Float64Array[], i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let v = 0; v < n; v++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (i === v || j === v || i === j) continue;
        const through = get(cost, i, v) + get(cost, v, j);
        const known = get(cost, i, j);
        if (through === Infinity || through > known * (1 + 1e-12)) continue;
        const more = get(ways, i, v) * get(ways, v, j);
        (ways[i] ?? [])[j] = through < known * (1 - 1e-12) ? more : get(ways, i, j) + more;
        (cost[i] ?? [])[j] = Math.min(through, known);
      }
    }
  }
  return placeIds.map((_, v) => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (i === v || j === v || i === j || get(cost, i, j) === Infinity) continue;
        if (get(cost, i, v) + get(cost, v, j) > get(cost, i, j) * (1 + 1e-12)) continue;
        sum += (get(ways, i, v) * get(ways, v, j)) / get(ways, i, j);
      }
    }
    return sum / Math.max(1, (n - 1) * (n - 2));
  });
}

/** Lower bound and p of the ratio of two counts, equal effort: binomial terms added up, the bound by halving. */
export function ratioBySums(a: number, b: number): { low: number; p: number } {
  const n = a + b;
  const logChoose = (k: number) => {
    let sum = 0;
    for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
    return sum;
  };
  const terms = Array.from({ length: n + 1 }, (_, k) => logChoose(k));
  const tail = (from: number, to: number, chance: number) => {
    let sum = 0;
    for (let k = from; k <= to; k++) {
      sum += Math.exp((terms[k] ?? 0) + k * Math.log(chance) + (n - k) * Math.log1p(-chance));
    }
    return sum;
  };
  let [under, over] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (under + over) / 2;
    if (tail(a, n, middle) < 0.025) under = middle;
    else over = middle;
  }
  const p = Math.min(1, 2 * Math.min(tail(0, a, 0.5), tail(a, n, 0.5)));
  return { low: a === 0 ? 0 : under / (1 - under), p };
}
