import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { Run } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { durationWords, momentWords } from '../words-runs.ts';
import { number } from '../words.ts';

/** Letters of a mark that are shown; enough to tell runs apart, and the whole is copied. */
const SHORT = 8;

/** A mark (hash), shortened, with a way to copy the whole. */
function Mark({ what, run, mark }: { what: string; run: number; mark: string }) {
  const t = useT();
  const clipboard = useClipboard({ timeout: 1500 });
  const Icon = clipboard.copied ? IconCheck : IconCopy;
  return (
    <span className="mark">
      {what} <code title={mark}>{mark.slice(0, SHORT)}</code>
      <button
        type="button"
        aria-label={t('runs.copy', { what, id: run })}
        title={t('runs.copy', { what, id: run })}
        onClick={() => clipboard.copy(mark)}
      >
        <Icon size={13} aria-hidden="true" />
      </button>
      <span className="visually-hidden" role="status">
        {clipboard.copied ? t('runs.copied') : clipboard.error ? t('runs.copyFailed') : ''}
      </span>
    </span>
  );
}

const COUNTS = ['seizures', 'voyages', 'routes', 'seenOnce', 'legs', 'hotCells', 'clusters'] as const;

/** A number somewhere in a run's parameters, in words; null when it is not there. */
function parameter(run: Run, ...path: readonly string[]): string | null {
  let at: unknown = run.parameters;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return typeof at === 'number' ? number(at) : null;
}

function Item({ run, shown, before, compare }: ItemProps) {
  const t = useT();
  const draws = parameter(run, 'shuffle', 'draws');
  const seed = parameter(run, 'seed');
  const counts = COUNTS.filter((name) => run.counts[name] !== undefined);
  return (
    <li className={shown ? 'run run-shown' : 'run'}>
      <div className="run-head">
        <h3>{t('runs.name', { id: run.id })}</h3>
        <span className={`pill run-state run-${run.state}`}>{t(`runs.state.${run.state}`)}</span>
        {shown && <span className="pill pill-active">{t('runs.shown')}</span>}
        <span className="dim run-when">
          {momentWords(run.startedAt)}
          {run.durationMs > 0 && `, ${t('runs.took', { time: durationWords(t, run.durationMs) })}`}
        </span>
      </div>
      {counts.length > 0 && (
        <p>
          {counts
            .map((name) => {
              const count = run.counts[name] ?? 0;
              return t(`runs.count.${name}`, { count });
            })
            .join(', ')}
        </p>
      )}
      <p className="dim run-marks">
        {seed !== null && draws !== null && (
          <span>{t('runs.settings', { seed, draws, version: run.codeVersion })}</span>
        )}
        {run.dataHash !== null && <Mark what={t('runs.data')} run={run.id} mark={run.dataHash} />}
        {run.findingsHash !== null && <Mark what={t('runs.findings')} run={run.id} mark={run.findingsHash} />}
      </p>
      {run.note !== null && <p>{t('runs.failedWhy', { why: run.note })}</p>}
      {run.notes.length > 0 && (
        <ul className="run-notes">
          {run.notes.map(({ code, count }) => (
            <li key={code}>{t(`notes.${code}`, { count })}</li>
          ))}
        </ul>
      )}
      {before !== null && (
        <Button size="compact-xs" variant="default" onClick={() => compare([before, run.id])}>
          {t('runs.compareBefore', { id: before })}
        </Button>
      )}
    </li>
  );
}

interface ItemProps {
  readonly run: Run;
  readonly shown: boolean;
  /** The run done before this one; null: none, or this one is not done. */
  readonly before: number | null;
  readonly compare: (pair: readonly [older: number, newer: number]) => void;
}

/** Runs, latest first, each with what it found and what it rests on. */
export function RunList({ runs, compare }: { runs: readonly Run[]; compare: ItemProps['compare'] }) {
  const t = useT();
  const done = runs.filter(({ state }) => state === 'done');
  return (
    <ul className="runs-list" aria-label={t('runs.list')}>
      {runs.map((run) => {
        const before = run.state === 'done' ? done[done.indexOf(run) + 1] : undefined;
        return (
          <Item
            key={run.id}
            run={run}
            shown={run === done[0]}
            before={before?.id ?? null}
            compare={compare}
          />
        );
      })}
    </ul>
  );
}
