import type { AnalysisRequest, RunProgress } from '../../shared/api.ts';

/** Analyses started from the page: one at a time, off the request thread. */
export interface RunJobs {
  /**
   * Starts an analysis and returns its number once it is entered as running.
   *
   * @throws {ConflictError} `run-under-way` while another one runs
   * @throws {InputError} when the request cannot be
   */
  start(request: AnalysisRequest): Promise<number>;
  /** @throws {ConflictError} `run-not-under-way` when that run is not running here */
  cancel(runId: number): Promise<void>;
  /** Tells of each step of a run under way, from where it is now on, and of its end; null when it is not running here. */
  watch(runId: number, listener: (progress: RunProgress) => void): (() => void) | null;
  /** Cancels what is under way and waits for its end. */
  stop(): Promise<void>;
}
