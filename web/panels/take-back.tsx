import './runs.css';
import './batches.css';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BatchEntry, TakeBackReply } from '../../shared/api-batches.ts';
import { actions, ApiError } from '../api.ts';
import { useT, type Translate } from '../i18n/index.ts';
import { useRunProgress } from '../run-progress.ts';
import type { PageView } from '../state.ts';
import { instantWords } from '../words.ts';
import { NoRun, RunNow } from './runs-progress.tsx';

/** A batch that was taken back, and when, epoch milliseconds. */
export interface WentBack {
  readonly reply: TakeBackReply;
  readonly at: number;
}

/** What goes, in words; of vessel movements the port calls stand for all that is made of them. */
function goesWords(t: Translate, { batch, removes }: TakeBackReply): string {
  const words = { files: batch.files.join(', '), date: instantWords(batch.importedAt) };
  switch (batch.kind) {
    case 'seizures':
      return t('batches.casesGo', { ...words, count: removes['seizures'] ?? 0 });
    case 'ports':
      return t('batches.placesGo', { ...words, count: removes['places'] ?? 0 });
    case 'ais':
    case 'calls':
      return t('batches.callsGo', { ...words, count: removes['portCalls'] ?? 0 });
  }
}

interface ConfirmProps {
  readonly plan: TakeBackReply;
  /** The run that was started on it and is under way. */
  readonly cancels: number | null;
  readonly busy: boolean;
  readonly commit: () => void;
  readonly keep: () => void;
}

/** Says what goes and what stays, before anything does. */
function Confirm({ plan, cancels, busy, commit, keep }: ConfirmProps) {
  const t = useT();
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div
      className="take-back"
      role="group"
      aria-label={t('batches.confirm', { id: plan.batch.id })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // It would close the page too.
        event.stopPropagation();
        keep();
      }}
    >
      <p ref={first} tabIndex={-1}>
        <strong>{goesWords(t, plan)}</strong>{' '}
        {plan.notesKept > 0 && t('batches.notesStay', { count: plan.notesKept })}
      </p>
      {plan.alsoIn.map(({ id, files }) => (
        <p key={id}>{t('batches.alsoIn', { id, files: files.join(', ') })}</p>
      ))}
      {plan.batch.dataSet === 'demo' && <p>{t('batches.demo')}</p>}
      {cancels !== null && <p>{t('batches.cancels', { id: cancels })}</p>}
      <p className="dim">{t('batches.stays')}</p>
      <div className="import-actions">
        <Button size="sm" variant="filled" aria-disabled={busy} data-disabled={busy} onClick={commit}>
          {busy ? t('batches.takingBack') : t('batches.takeBack')}
        </Button>
        <Button size="sm" variant="default" onClick={keep} disabled={busy}>
          {t('batches.keep')}
        </Button>
      </div>
    </div>
  );
}

/** Why it could not be taken back; what the page has no words for, the server says. */
function Refused({ error }: { error: Error }) {
  const t = useT();
  const code = error instanceof ApiError ? error.code : null;
  const words = {
    'run-under-way': t('batches.underWay'),
    'batch-taken-back': t('batches.alreadyBack'),
  };
  const own = Object.entries(words).find(([name]) => name === code)?.[1];
  return (
    <p className="field-error" role="alert">
      {own ??
        (error.message === '' ? t('problem.unreachable') : t('batches.refused', { why: error.message }))}
    </p>
  );
}

/** A run that has ended by itself meanwhile need not be cancelled. */
async function cancelIfRunning(runId: number): Promise<void> {
  try {
    await actions.cancelRun(runId);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'run-not-under-way')) throw error;
  }
}

interface Props extends Pick<ConfirmProps, 'cancels'> {
  readonly batchId: number;
  readonly label: string;
  /** Says which of several buttons of the same words it is. */
  readonly name: string;
  readonly done: (went: WentBack) => void;
}

/** A button that asks what taking a batch back would remove, has that confirmed, and takes it back. */
export function TakeBack({ batchId, label, name, cancels, done }: Props) {
  const client = useQueryClient();
  const button = useRef<HTMLButtonElement>(null);
  const asking = useMutation({
    mutationFn: () => actions.takeBack(batchId, false),
    networkMode: 'always',
  });
  const taking = useMutation({
    mutationFn: async () => {
      if (cancels !== null) await cancelIfRunning(cancels);
      return actions.takeBack(batchId, true);
    },
    networkMode: 'always',
    onSuccess: async (reply) => {
      done({ reply, at: Date.now() });
      await Promise.all(
        ['/batches', '/notes', '/runs'].map((path) => client.invalidateQueries({ queryKey: [path] })),
      );
    },
  });
  const error = taking.error ?? asking.error;
  const busy = asking.isPending || taking.isPending;
  const keep = (): void => {
    asking.reset();
    taking.reset();
    window.setTimeout(() => button.current?.focus());
  };
  return (
    <>
      {asking.data ? (
        <Confirm
          plan={asking.data}
          cancels={cancels}
          busy={busy}
          commit={() => {
            if (!busy) taking.mutate();
          }}
          keep={keep}
        />
      ) : (
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          aria-label={name}
          aria-disabled={busy}
          data-disabled={busy}
          onClick={() => {
            if (!busy) asking.mutate();
          }}
        >
          {label}
        </Button>
      )}
      {error && !busy && <Refused error={error} />}
    </>
  );
}

interface BackProps {
  readonly went: WentBack;
  readonly change: (change: Partial<PageView>) => void;
  readonly dismiss: () => void;
}

/** Says that a batch was taken back, and how the analysis of what is left comes along. */
export function TakenBack({ went: { reply, at }, change, dismiss }: BackProps) {
  const t = useT();
  const watched = useRunProgress(reply.runId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="import-added">
      <h3 ref={heading} tabIndex={-1}>
        {t('batches.wentBack', { id: reply.batch.id })}
      </h3>
      {reply.runId !== null ? (
        <RunNow runId={reply.runId} watched={watched} since={at} dismiss={dismiss} />
      ) : (
        <NoRun text={t('batches.noRun')} change={change} />
      )}
    </div>
  );
}

/** What a batch brought, in words. */
export function broughtWords(t: Translate, { kind, counts }: Pick<BatchEntry, 'kind' | 'counts'>): string {
  switch (kind) {
    case 'seizures':
      return t('batches.cases', { count: counts['new'] ?? 0 });
    case 'ports':
      return t('batches.places', { count: (counts['new'] ?? 0) + (counts['changed'] ?? 0) });
    case 'ais':
    case 'calls':
      return t('batches.calls', { count: counts['portCalls'] ?? 0 });
  }
}
