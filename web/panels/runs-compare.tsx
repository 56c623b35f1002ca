import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconEqual, IconEqualNot } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { Run, RunComparison } from '../../shared/api.ts';
import { ApiError, queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { fieldOfPath } from '../run-request.ts';
import type { PageView } from '../state.ts';
import { instantWords, number } from '../words.ts';
import { Answered } from './answered.tsx';
import type { Open } from './parts.tsx';
import { CellChanges, ClusterChanges, RouteChanges } from './runs-changes.tsx';

type Pair = readonly [older: number, newer: number];

function RunChoice(props: {
  label: string;
  runs: readonly Run[];
  value: number | null;
  set(id: number): void;
}) {
  const t = useT();
  const id = useId();
  // One that is not here, as an old link may name, is none.
  const chosen = props.runs.some((run) => run.id === props.value) ? props.value : null;
  return (
    <div className="run-choice">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={chosen ?? ''} onChange={(event) => props.set(Number(event.currentTarget.value))}>
        {chosen === null && <option value="">{t('runs.choose')}</option>}
        {props.runs.map((run) => (
          <option key={run.id} value={run.id}>
            {t('runs.optionOf', { id: run.id, date: instantWords(run.startedAt) })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A parameter's value as it reads best; what is no plain value is written out. */
function useValueWords(): (value: unknown) => string {
  const t = useT();
  return (value) => {
    if (value === null || value === undefined) return t('runs.noValue');
    return typeof value === 'number'
      ? number(value, 6)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  };
}

function Settings({ found }: { found: RunComparison }) {
  const t = useT();
  const words = useValueWords();
  if (found.parameters.length === 0) return null;
  return (
    <table className="settings">
      <thead>
        <tr>
          <th scope="col">{t('runs.setting')}</th>
          <th scope="col">{t('runs.valueOld', { id: found.older.id })}</th>
          <th scope="col">{t('runs.valueOld', { id: found.newer.id })}</th>
        </tr>
      </thead>
      <tbody>
        {found.parameters.map((one) => {
          const field = fieldOfPath(one.path);
          return (
            <tr key={one.path}>
              <th scope="row">
                {field && `${t(`runs.field.${field}`)} `}
                <code>{one.path}</code>
              </th>
              <td>{words(one.old)}</td>
              <td>{words(one.new)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Found({ found, open, latest }: { found: RunComparison; open: Open; latest: boolean }) {
  const t = useT();
  const Icon = found.sameFindings ? IconEqual : IconEqualNot;
  const facts = [
    found.sameData ? t('runs.dataSame') : t('runs.dataOther'),
    found.sameVersion ? t('runs.versionSame') : t('runs.versionOther'),
    found.parameters.length === 0
      ? t('runs.settingsSame')
      : t('runs.settingsOther', { count: found.parameters.length }),
  ];
  // Only what is in the run that the map shows can be opened on it.
  const onMap = latest ? open : null;
  return (
    <>
      <p className="verdict verdict-strong same-findings">
        <Icon size={18} aria-hidden="true" />
        {found.sameFindings ? t('runs.same') : t('runs.notSame')}
      </p>
      <p className="pills">
        {facts.map((fact) => (
          <span key={fact} className="pill">
            {fact}
          </span>
        ))}
      </p>
      <Settings found={found} />
      {!found.sameFindings && (
        <>
          <p className="dim">{t('runs.why')}</p>
          <div className="changes">
            <RouteChanges changes={found.routes} open={onMap} />
            <CellChanges changes={found.cells} open={onMap} />
            <ClusterChanges changes={found.clusters} />
          </div>
        </>
      )}
    </>
  );
}

function Compared({ pair, open, latest }: { pair: Pair; open: Open; latest: boolean }) {
  const t = useT();
  const query = useQuery(queries.compareRuns(...pair));
  if (query.error instanceof ApiError && query.error.status === 404) {
    return <p role="alert">{t('runs.unknown')}</p>;
  }
  return (
    <Answered query={query} rows={4}>
      {(found) => <Found found={found} open={open} latest={latest} />}
    </Answered>
  );
}

/** What changed between two runs that are done. */
export function RunComparing(props: {
  view: PageView;
  runs: readonly Run[];
  compare(pair: Pair | null): void;
  open: Open;
}) {
  const t = useT();
  const pair = props.view.compared;
  const section = useRef<HTMLElement>(null);
  const asked = pair?.join();
  useEffect(() => {
    if (asked !== undefined) section.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  const done = props.runs.filter(({ state }) => state === 'done');
  if (pair === null) return null;
  const [older, newer] = pair;
  // The other way round is the same question asked from the other side.
  const set = (a: number, b: number): void =>
    props.compare(a === b ? [older, newer] : a < b ? [a, b] : [b, a]);
  return (
    <section className="comparing" ref={section} aria-label={t('runs.compare')}>
      <div className="comparing-head">
        <h3>{t('runs.compare')}</h3>
        <RunChoice label={t('runs.older')} runs={done} value={older} set={(id) => set(id, newer)} />
        <RunChoice label={t('runs.newer')} runs={done} value={newer} set={(id) => set(older, id)} />
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => props.compare(null)}>
          {t('runs.stopComparing')}
        </Button>
      </div>
      {props.runs.some((run) => pair.includes(run.id) && run.state !== 'done') ? (
        <p>{t('runs.needTwo')}</p>
      ) : (
        <Compared key={pair.join()} pair={pair} open={props.open} latest={newer === done[0]?.id} />
      )}
    </section>
  );
}
