import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ExportJob } from '../shared/briefing-schema.ts';
import { exportFileOf, exportProgressOf } from './api.ts';

/** How an export comes along. */
export interface Exporting {
  /** As it was last heard of; null: none was begun. */
  readonly job: ExportJob | null;
  /** Between asking and its end. */
  readonly busy: boolean;
  /** The line to the server is broken; the browser tries again by itself. */
  readonly lost: boolean;
  /** The server no longer knows the export: it was started anew. */
  readonly forgotten: boolean;
  /** Why it was not begun. */
  readonly refused: Error | null;
  readonly begin: (ask: () => Promise<ExportJob>) => void;
  /** Puts an earlier refusal or result away. */
  readonly clear: () => void;
}

const isJob = (value: unknown): value is ExportJob =>
  typeof value === 'object' && value !== null && 'id' in value && 'state' in value && 'code' in value;
const hasEnded = ({ state }: ExportJob): boolean => state === 'done' || state === 'failed';

/** Hands the browser the file of an export that is done. */
function download({ id, file }: ExportJob): void {
  const link = document.createElement('a');
  link.href = exportFileOf(id);
  link.download = file ?? '';
  link.click();
}

/** Starts exports one after the other, follows each to its end, and has the browser save what was made. */
export function useExport(): Exporting {
  const client = useQueryClient();
  const [job, setJob] = useState<ExportJob | null>(null);
  const [line, setLine] = useState<'open' | 'lost' | 'forgotten'>('open');
  const asking = useMutation({
    mutationFn: (ask: () => Promise<ExportJob>) => ask(),
    networkMode: 'always',
    onMutate: () => {
      setJob(null);
      setLine('open');
    },
    onSuccess: setJob,
  });
  const watched = job && !hasEnded(job) ? job.id : null;
  useEffect(() => {
    if (watched === null) return;
    const source = new EventSource(exportProgressOf(watched));
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const heard: unknown = JSON.parse(data);
      if (!isJob(heard)) return;
      setLine('open');
      setJob(heard);
      if (!hasEnded(heard)) return;
      source.close();
      if (heard.state === 'done') download(heard);
      void client.invalidateQueries({ queryKey: ['/briefings'] });
    };
    source.onerror = () => setLine(source.readyState === EventSource.CLOSED ? 'forgotten' : 'lost');
    return () => source.close();
  }, [watched, client]);
  const forgotten = line === 'forgotten' && watched !== null;
  return {
    job,
    busy: asking.isPending || (watched !== null && !forgotten),
    lost: line === 'lost' && watched !== null,
    forgotten,
    refused: asking.error,
    begin: asking.mutate,
    clear: () => {
      asking.reset();
      setJob(null);
    },
  };
}
