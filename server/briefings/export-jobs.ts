import type { ExportJob } from '../../shared/briefing-schema.ts';
import type { Briefing, BriefingFormat, DataTable } from '../../shared/briefing.ts';

/** Exports asked for over HTTP: rendered one after another off the request thread, their files kept for a day. */
export interface ExportJobs {
  /** @throws {BusyError} `exports-full` while too many wait */
  start(briefing: Briefing, format: BriefingFormat, table: DataTable | undefined): ExportJob;
  /** @throws {NotFoundError} `no-export` */
  find(id: string): ExportJob;
  /** Path and media type of the file of an export that is done. */
  fileOf(id: string): { readonly path: string; readonly job: ExportJob };
  /** Tells of each step from where it is now on; returns what stops it. */
  watch(id: string, listener: (job: ExportJob) => void): () => void;
  /** Removes what is older than a day. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}
