import { parentPort } from 'node:worker_threads';
import type { Briefing, BriefingFormat, DataTable } from '../../shared/briefing.ts';
import { AppError } from '../errors.ts';
import { renderBriefing, type Rendered } from './render/render.ts';

export interface RenderTask {
  readonly id: number;
  readonly briefing: Briefing;
  readonly format: BriefingFormat;
  readonly table: DataTable | undefined;
}
export type RenderAnswer =
  | { readonly id: number; readonly kind: 'value'; readonly value: Rendered }
  | { readonly id: number; readonly kind: 'error'; readonly code: string; readonly message: string };

parentPort?.on('message', (task: RenderTask) => {
  void answer(task).then((message) => parentPort?.postMessage(message));
});

async function answer({ id, briefing, format, table }: RenderTask): Promise<RenderAnswer> {
  try {
    return { id, kind: 'value', value: await renderBriefing(briefing, format, table) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id, kind: 'error', code: error instanceof AppError ? error.code : 'export-failed', message };
  }
}
