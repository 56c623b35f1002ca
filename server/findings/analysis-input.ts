import type { RouteEvent } from '../../shared/findings.ts';
import type { Place, Seizure } from '../../shared/model.ts';
import type { AnalysisStep } from '../../shared/vocabulary.ts';
import type { AnalysisParameters } from './parameters.ts';

/** Port calls at one place told by one data set. */
export interface PlaceCalls {
  readonly placeId: string;
  readonly dataSet: string;
  readonly calls: number;
}

/** All that an analysis rests on; plain data, so that it can be handed to a thread. */
export interface AnalysisInput {
  readonly events: readonly RouteEvent[];
  readonly seizures: readonly Seizure[];
  readonly places: readonly Place[];
  readonly calls: readonly PlaceCalls[];
  readonly parameters: AnalysisParameters;
}

/** Told of each step as it begins and, in a long one, of how much of it is done. */
export type Progress = (step: AnalysisStep, done: number, of: number) => void;
