import { setImmediate as pause } from 'node:timers/promises';
import { onwardRules, type OnwardRule } from '../../server/routes/variable-order.ts';
import { makeVoyages, report, timed } from './traffic.ts';

/** Variable-order rules at 1, 10 and 100 times 1,000 voyages over 500 ports. */
export async function bench(): Promise<void> {
  console.log('Variable-order rules (HON) against the published procedure written plainly, paths by name');
  onwardRules(makeVoyages(1000, 500, 3)); // warm up
  let before: number | null = null;
  for (const size of [1_000, 10_000, 100_000]) {
    await pause(); // lets the garbage of the last size go
    const voyages = makeVoyages(size, 500, 7);
    const ours = timed(() => onwardRules(voyages));
    const reference = timed(() => plainRules(voyages, 5));
    compare(ours.result, reference.result);
    const longest = Math.max(...ours.result.map(({ path }) => path.length));
    report(`${size} voyages, ${ours.result.length} rules of up to ${longest} places`, size, ours, reference);
    if (before !== null)
      console.log(`  ten times the voyages: ${(ours.cpuMs / before).toFixed(1)} times the cost`);
    before = ours.cpuMs;
  }
}

type Counts = Map<string, number>;

/** Counts every path of up to `maxOrder` places by name, then extends each place's path while it may differ. */
function plainRules(voyages: readonly (readonly string[])[], maxOrder: number): Set<string> {
  const counts = new Map<string, Counts>();
  const longer = new Map<string, Set<string>>();
  for (const places of voyages) {
    for (let at = 0; at + 1 < places.length; at++) {
      for (let order = 1; order <= Math.min(maxOrder, at + 1); order++) {
        const path = places.slice(at + 1 - order, at + 1).join('>');
        const next = counts.get(path) ?? new Map<string, number>();
        counts.set(path, next.set(places[at + 1] ?? '', (next.get(places[at + 1] ?? '') ?? 0) + 1));
        if (order === 1) continue;
        const shorter = places.slice(at + 2 - order, at + 1).join('>');
        longer.set(shorter, (longer.get(shorter) ?? new Set()).add(path));
      }
    }
  }
  const rules = new Set<string>();
  const nextOf = (path: string): Counts => counts.get(path) ?? new Map<string, number>();
  const extend = (known: string, path: string, order: number): void => {
    const rarest = [...nextOf(path)].map(([to, count]): [number, number] => [
      count,
      shareIn(nextOf(known), to),
    ]);
    const [[, share] = [0, 1]] = rarest.sort(([a, b], [c, d]) => a - c || b - d);
    const mayDiffer = order < maxOrder && Math.log2(1 / share) > threshold(nextOf(path), order + 1) - 1e-12;
    const extended = mayDiffer ? [...(longer.get(path) ?? [])] : [];
    if (extended.length === 0) addWithStages(known, rules);
    for (const one of extended) {
      const bits = divergence(nextOf(one), nextOf(known));
      extend(bits > threshold(nextOf(one), order + 1) + 1e-12 ? one : known, one, order + 1);
    }
  };
  for (const path of [...counts.keys()].filter((name) => !name.includes('>'))) {
    rules.add(path);
    extend(path, path, 1);
  }
  return rules;
}

const sumOf = (next: Counts): number => [...next.values()].reduce((sum, count) => sum + count, 0);
const shareIn = (next: Counts, to: string): number => (next.get(to) ?? 0) / sumOf(next);
const threshold = (next: Counts, order: number): number => order / Math.log2(1 + sumOf(next));
const divergence = (a: Counts, b: Counts): number =>
  [...a.keys()].reduce((sum, to) => sum + shareIn(a, to) * Math.log2(shareIn(a, to) / shareIn(b, to)), 0);

function addWithStages(path: string, rules: Set<string>): void {
  const places = path.split('>');
  places.forEach((_, at) => rules.add(places.slice(0, at + 1).join('>')));
}

function compare(ours: readonly OnwardRule[], plain: ReadonlySet<string>): void {
  const names = ours.map(({ path }) => path.join('>'));
  if (names.length !== plain.size || names.some((name) => !plain.has(name))) {
    throw new Error(`${names.length} rules, but the reference has ${plain.size}, or others`);
  }
}
