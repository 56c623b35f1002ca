import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { actions, ApiError } from '../api.ts';
import { useT } from '../i18n/index.ts';
import {
  CAP_FIELDS,
  NUMBER_FIELDS,
  requestOf,
  RUN_FIELDS,
  USUAL_FORM,
  type RunField,
  type RunForm,
} from '../run-request.ts';
import { number } from '../words.ts';

const CAP_RANGE = RUN_FIELDS.perReport;

interface FieldProps {
  readonly field: RunField;
  readonly text: string | null;
  readonly bad: boolean;
  readonly set: (text: string | null) => void;
}

/** One number: its name, the number, and what it takes, as an error when it is something else. */
function NumberField({ field, text, bad, set }: FieldProps) {
  const t = useT();
  const id = useId();
  const { from, to, whole, usual } = RUN_FIELDS[field];
  const range = { from: number(from), to: number(to) };
  const capped = CAP_FIELDS.some((one) => one === field);
  const hint = NUMBER_FIELDS.find((one) => one === field);
  // The limits share one range, which stands over them.
  const noteClass = bad ? 'run-bad' : capped ? 'visually-hidden' : 'dim';
  return (
    <div className="run-field">
      <label htmlFor={id}>{t(`runs.field.${field}`)}</label>
      <div className="run-input">
        <input
          id={id}
          inputMode={whole ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text ?? ''}
          disabled={text === null}
          aria-invalid={bad}
          aria-describedby={`${id}-note`}
          onChange={(event) => set(event.currentTarget.value)}
        />
        {capped && (
          <label className="run-check">
            <input
              type="checkbox"
              checked={text === null}
              aria-label={t('runs.noCapFor', { name: t(`runs.field.${field}`) })}
              onChange={(event) => set(event.currentTarget.checked ? null : String(usual))}
            />
            {t('runs.noCap')}
          </label>
        )}
      </div>
      <p id={`${id}-note`} className={noteClass} role={bad ? 'alert' : undefined}>
        {bad
          ? t(whole ? 'runs.between' : 'runs.betweenAny', range)
          : [t('runs.range', range), ...(hint ? [t(`runs.hint.${hint}`)] : [])].join('. ')}
      </p>
    </div>
  );
}

/** Asks for a new analysis. A run that is under way already is offered to be watched instead. */
export function RunStart(props: { busy: boolean; started(runId: number): void; watchRunning(): void }) {
  const t = useT();
  const [values, setValues] = useState<RunForm>(USUAL_FORM);
  const [bad, setBad] = useState<readonly RunField[]>([]);
  const start = useMutation({
    mutationFn: actions.startRun,
    networkMode: 'always',
    onSuccess: ({ runId }) => props.started(runId),
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const asked = requestOf(values);
    const form = event.currentTarget;
    if ('bad' in asked) {
      setBad(asked.bad);
      window.setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    } else {
      setBad([]);
      start.mutate(asked.request);
    }
  };
  const set = (field: RunField) => (text: string | null) => {
    const next = { ...values, [field]: text };
    setValues(next);
    const asked = requestOf(next);
    // What was found wrong is looked at anew with each letter; what is half typed is left alone.
    if (bad.includes(field)) setBad('bad' in asked ? bad.filter((one) => asked.bad.includes(one)) : []);
  };
  const fieldOf = (field: RunField) => (
    <NumberField key={field} field={field} text={values[field]} bad={bad.includes(field)} set={set(field)} />
  );
  const { error } = start;
  const underWay = error instanceof ApiError && error.code === 'run-under-way';
  return (
    <form className="run-form" onSubmit={submit} noValidate aria-label={t('runs.form')}>
      <h3>{t('runs.form')}</h3>
      <p className="dim">{t('runs.formLead')}</p>
      {NUMBER_FIELDS.slice(0, 3).map(fieldOf)}
      <fieldset>
        <legend>{t('runs.limits', { from: number(CAP_RANGE.from), to: number(CAP_RANGE.to) })}</legend>
        {CAP_FIELDS.map(fieldOf)}
      </fieldset>
      {NUMBER_FIELDS.slice(3).map(fieldOf)}
      {error && (
        <p className="run-bad" role="alert">
          {underWay
            ? t('runs.underWay')
            : t('runs.refused', { why: error.message === '' ? t('runs.noAnswer') : error.message })}{' '}
          {underWay && (
            <button type="button" className="link" onClick={props.watchRunning}>
              {t('runs.watch')}
            </button>
          )}
        </p>
      )}
      <div className="run-actions">
        <Button type="submit" variant="filled" size="sm" loading={start.isPending} disabled={props.busy}>
          {t('runs.start')}
        </Button>
        <Button
          type="button"
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setValues(USUAL_FORM);
            setBad([]);
          }}
        >
          {t('runs.usual')}
        </Button>
      </div>
    </form>
  );
}
