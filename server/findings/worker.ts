import { parentPort } from 'node:worker_threads';
import type { Filter } from '../../shared/api.ts';
import type { Route, RouteEvent } from '../../shared/findings.ts';
import type { Position } from '../../shared/geo.ts';
import type { Place } from '../../shared/model.ts';
import type { AnalysisStep, Level } from '../../shared/vocabulary.ts';
import { AppError, InputError } from '../errors.ts';
import { drawMaxima } from '../hotspots/scan.ts';
import { readLand } from '../network/water/files.ts';
import { makeWaterRouter, type WaterPath, type WaterRouter } from '../network/water/router.ts';
import { makeGazetteer, type Gazetteer } from '../ports/gazetteer.ts';
import type { RouteOptions } from '../routes/sequences.ts';
import type { AnalysisInput, Progress } from './analysis-input.ts';
import { routeFindings, spotFindings, type RouteFindings, type SpotFindings } from './analysis.ts';
import { clustersOf, type Maxima, type Scans } from './clusters.ts';
import { routesAt } from './derive.ts';
import { filterEvents } from './filter.ts';

/** What the thread can do: the input and output of each task. */
interface Tasks {
  /** The two halves of an analysis. */
  routeFindings: { input: AnalysisInput; output: RouteFindings };
  spotFindings: { input: AnalysisInput; output: SpotFindings };
  /** Draws of a scan, from the number of the first to that after the last. */
  draws: { input: { scan: Scans[keyof Scans]; from: number; to: number }; output: Float64Array };
  /** The clusters, once all draws are made. */
  clusters: {
    input: { analysis: AnalysisInput; scans: Scans; maxima: Maxima };
    output: ReturnType<typeof clustersOf>;
  };
  /** Ways over water; the router is made for the first of them. */
  paths: { input: readonly (readonly [Position, Position])[]; output: (WaterPath | null)[] };
  /** Holds the events of a run, for the routes asked for afterwards. */
  hold: { input: { events: readonly RouteEvent[]; places: readonly Place[] }; output: null };
  /** The routes of the events held that a filter keeps. */
  filteredRoutes: {
    input: { filter: Filter; level: Level; options: Omit<RouteOptions, 'level'> };
    output: Route[];
  };
}
export type TaskName = keyof Tasks;
export type TaskInput<T extends TaskName> = Tasks[T]['input'];
export type TaskOutput<T extends TaskName> = Tasks[T]['output'];

export interface ToWorker {
  readonly id: number;
  readonly task: TaskName;
  readonly input: TaskInput<TaskName>;
}
export type FromWorker =
  | {
      readonly id: number;
      readonly kind: 'progress';
      readonly step: AnalysisStep;
      readonly done: number;
      readonly of: number;
    }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | {
      readonly id: number;
      readonly kind: 'error';
      readonly error: { readonly input: boolean; readonly code: string | null; readonly message: string };
    };

let held: { readonly events: readonly RouteEvent[]; readonly gazetteer: Gazetteer } | null = null;

let router: WaterRouter | null = null;

const tasks: { [T in TaskName]: (input: TaskInput<T>, progress: Progress) => TaskOutput<T> } = {
  routeFindings,
  spotFindings,
  draws: ({ scan, from, to }, progress) =>
    drawMaxima(scan, from, to, (done, of) => {
      progress('clusters', done, of);
    }),
  clusters: ({ analysis, scans, maxima }) => clustersOf(analysis, scans, maxima),
  paths: (pairs) => {
    router ??= makeWaterRouter(readLand());
    return router.paths(pairs);
  },
  hold: ({ events, places }) => {
    held = { events, gazetteer: makeGazetteer(places) };
    return null;
  },
  filteredRoutes: ({ filter, level, options }) => {
    if (!held) throw new AppError('nothing-held', 'The thread holds no events yet.');
    return routesAt(level, filterEvents(held.events, filter), held.gazetteer, options);
  },
};

const say = (message: FromWorker): void => {
  parentPort?.postMessage(message);
};

parentPort?.on('message', ({ id, task, input }: ToWorker) => {
  const run = tasks[task] as (input: TaskInput<TaskName>, progress: Progress) => unknown;
  try {
    const value = run(input, (step, done, of) => {
      say({ id, kind: 'progress', step, done, of });
    });
    say({ id, kind: 'value', value });
  } catch (error) {
    say({
      id,
      kind: 'error',
      error: {
        input: error instanceof InputError,
        code: error instanceof AppError ? error.code : null,
        message: error instanceof Error ? error.message : String(error),
      },
    });
  }
});
