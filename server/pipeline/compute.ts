import type { AnalysisInput, Progress } from '../findings/analysis-input.ts';
import type { AnalysisFindings } from '../findings/analysis.ts';
import type { Scans } from '../findings/clusters.ts';
import { startThread, type Thread } from '../findings/thread.ts';

/** Does the statistics of one analysis. */
export interface Computing {
  run(input: AnalysisInput, progress: Progress): Promise<AnalysisFindings>;
  /** Stops at once; `run` is then rejected with `cancelled`. */
  stop(): Promise<void>;
}

/**
 * An analysis on two threads: routes on the one and hot spots on the other, then the random draws of the scans shared
 * out between them. What is found does not depend on which thread does what.
 */
export function computing(): Computing {
  const threads: readonly [Thread, Thread] = [startThread(), startThread()];
  const [first, second] = threads;
  return {
    run: async (input, progress) => {
      const ofRoutes = first.run('routeFindings', input, progress);
      // Waited for below; until then a failure must not end the process unheard.
      ofRoutes.catch(() => undefined);
      const { cells, scans, notes } = await second.run('spotFindings', input, progress);
      const maxima = {
        poisson: await drawShared(second, second, scans.poisson, progress),
        spaceTime: await drawShared(second, first, scans.spaceTime, progress),
      };
      const found = await second.run('clusters', { analysis: input, scans, maxima });
      const { notes: routeNotes, ...rest } = await ofRoutes;
      return { ...rest, cells, clusters: found.clusters, notes: [...routeNotes, ...notes, ...found.notes] };
    },
    stop: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

/** All draws of a scan, half on each thread, in the order of their numbers. */
export async function drawShared(
  one: Thread,
  other: Thread,
  scan: Scans[keyof Scans],
  progress: Progress,
): Promise<Float64Array> {
  const { draws } = scan.options;
  const middle = Math.ceil(draws / 2);
  const done = [0, 0];
  const half = (thread: Thread, which: number, from: number, to: number) =>
    thread.run('draws', { scan, from, to }, (step, made) => {
      done[which] = made;
      progress(step, (done[0] ?? 0) + (done[1] ?? 0), draws);
    });
  const [a, b] = await Promise.all([half(one, 0, 0, middle), half(other, 1, middle, draws)]);
  const all = new Float64Array(draws);
  all.set(a, 0);
  all.set(b, middle);
  return all;
}
