import type { AnalysisRequest } from '../../shared/api.ts';
import type { AnalysisStep } from '../../shared/vocabulary.ts';
import { parametersOf } from '../findings/parameters.ts';
import type { WaterRouter } from '../network/water/router.ts';
import type { AnalysisOptions } from './analyse.ts';
import { computing } from './compute.ts';
import { lazyRouter } from './water-paths.ts';

const STEPS: Readonly<Record<AnalysisStep, string>> = {
  read: 'Reading what is held',
  network: 'Building the network',
  routes: 'Finding routes',
  significance: 'Testing routes against the traffic on their legs',
  shuffle: 'Testing routes against shuffled voyages',
  stability: 'Ranking routes without each country, data set and the largest seizure',
  'hot-spots': 'Finding hot spots',
  emerging: 'Following hot spots over time',
  clusters: 'Scanning for clusters',
  places: 'Measuring places',
  water: 'Drawing legs over water',
  save: 'Saving the run',
};

/**
 * An analysis asked for on the command line: statistics in a thread, ways over water here meanwhile, each step
 * said once as it begins.
 *
 * @throws {InputError} naming the parameter that cannot be
 */
export function analysisOptions({
  codeVersion,
  say,
  request = {},
}: {
  readonly codeVersion: string;
  say(what: string): void;
  readonly request?: AnalysisRequest;
}): AnalysisOptions & { readonly router: () => WaterRouter } {
  const router = lazyRouter();
  const said = new Set<AnalysisStep>();
  return {
    now: Date.now,
    codeVersion,
    parameters: parametersOf(request),
    router,
    compute: async (input, progress) => {
      const statistics = computing();
      try {
        return await statistics.run(input, progress);
      } finally {
        await statistics.stop();
      }
    },
    findPaths: (pairs) => Promise.resolve(router().paths(pairs)),
    progress: (step) => {
      if (!said.has(step)) say(STEPS[step]);
      said.add(step);
    },
    again: false,
  };
}
