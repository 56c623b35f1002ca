import type { RouteEvent } from '../../shared/findings.ts';

/** Numbers from 0 up to 1, the same for the same seed (Park and Miller's minimal standard generator). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/**
 * Made-up voyages of 3 to 7 calls: from each port to one of twenty others, the first of them far more often
 * than the last, as traffic goes.
 */
export function makeVoyages(count: number, ports: number, seed: number): string[][] {
  const random = randomFrom(seed);
  const whole = (below: number): number => Math.floor(random() * below);
  const next = Array.from({ length: ports }, () => Array.from({ length: 20 }, () => whole(ports)));
  return Array.from({ length: count }, () => {
    let at = whole(ports);
    const calls = [at];
    for (const wanted = 3 + whole(5); calls.length < wanted;) {
      const to = next[at]?.[Math.floor(random() * random() * 20)] ?? 0;
      if (to === at) break;
      calls.push((at = to));
    }
    return calls.map((port) => `P${port}`);
  });
}

export function toEvents(voyages: readonly (readonly string[])[]): RouteEvent[] {
  return voyages.map((places, i) => {
    const day = `2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    return {
      id: `v${String(i).padStart(7, '0')}`,
      kind: i % 500 === 0 ? 'seizure' : 'voyage',
      dataSet: 'bench',
      vesselId: `vessel${i % 700}`,
      day,
      lastDay: day,
      commodities: [],
      countries: [],
      mode: 'sea',
      places,
      certainties: places.slice(1).map(() => 'observed' as const),
      report: null,
      operation: null,
      marking: 'clear',
    };
  });
}

export interface Timed<T> {
  readonly result: T;
  readonly ms: number;
  /** Processor time of all threads, ms: what a busy machine does not change much. */
  readonly cpuMs: number;
}

/** Runs once against the clock. */
export function timed<T>(run: () => T): Timed<T> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return { result, ms, cpuMs: (user + system) / 1000 };
}

/** One line of a table: size, time, rate, ratio of processor time to a reference, peak memory of the process. */
export function report(size: string, items: number, ours: Timed<unknown>, reference?: Timed<unknown>): void {
  const rate = Math.round(items / (ours.ms / 1000)).toLocaleString('en-GB');
  const against = reference
    ? `reference ${reference.ms.toFixed(0)} ms (processor ${reference.cpuMs.toFixed(0)}), ratio ${(reference.cpuMs / ours.cpuMs).toFixed(1)}`
    : 'reference not run';
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `  ${size}: ${ours.ms.toFixed(0)} ms (processor ${ours.cpuMs.toFixed(0)}), ${rate} a second; ${against}; peak memory ${peakMb} MB`,
  );
}
