import './import.css';
import './export.css';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { ApiError } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { changeDraft, type ImportDraft } from '../import-draft.ts';
import type { PageView } from '../state.ts';
import { saveText, useImport } from '../use-import.ts';
import { Batches } from './batches.tsx';
import { ImportAdded } from './import-added.tsx';
import { ImportFaults } from './import-faults.tsx';
import { ImportSource } from './import-source.tsx';
import { ImportWays, ReadAsTold } from './import-ways.tsx';
import { MarkingField } from './marking-field.tsx';
import { Figures } from './parts.tsx';
import { Sheet } from './sheet.tsx';
import { number } from '../words.ts';

/** Names that are not in the gazetteer: no fault, but the analyst should know. */
function Unknown({ names }: { names: NonNullable<ImportDraft['checked']>['unresolved'] }) {
  const t = useT();
  if (names.length === 0) return null;
  return (
    <details className="import-unknown">
      <summary>{t('imports.unknown', { count: names.length })}</summary>
      <ul>
        {names.map(({ row, column, text }) => (
          <li key={`${row} ${column} ${text}`}>{t('imports.unknownAt', { id: row, name: column, text })}</li>
        ))}
      </ul>
    </details>
  );
}

interface Props {
  readonly change: (change: Partial<PageView>) => void;
  readonly close: () => void;
}

/** Seizure reports taken in: chosen, checked, corrected where they stand, and added. */
export function Import({ change, close }: Props) {
  const t = useT();
  const found = useRef<HTMLHeadingElement>(null);
  const { draft, error, busy, take, again, say, add, reset } = useImport(() => {
    window.setTimeout(() => found.current?.focus());
  });
  const { name, text, checked, edits, marking, added, corrected, ways, asBefore } = draft;
  const gone = error instanceof ApiError && error.status === 0;
  const sound = checked !== null && checked.faults === 0;
  return (
    <Sheet title={t('imports.title')} lead={t('imports.lead')} close={close}>
      <div className="import">
        {added ? (
          <ImportAdded added={added} heading={found} change={change} reset={reset} />
        ) : (
          <>
            <MarkingField
              name="import-marking"
              legend={<legend className="filter-label">{t('imports.marking')}</legend>}
              marking={marking}
              choose={(one) => changeDraft({ marking: one })}
              note={t('imports.markingNote')}
            />
            {text === null ? (
              <ImportSource take={take} />
            ) : (
              <div className="import-file">
                <h3 ref={found} tabIndex={-1}>
                  {name}
                </h3>
                <Button size="compact-sm" variant="default" onClick={reset} disabled={busy}>
                  {t('imports.another')}
                </Button>
                {corrected && (
                  <Button size="compact-sm" variant="default" onClick={() => saveText(name, text)}>
                    {t('imports.save')}
                  </Button>
                )}
              </div>
            )}
            <div aria-live="polite">
              {busy && !checked && <p className="dim">{t('imports.checking')}</p>}
              {/* Of a text whose rows cannot be told apart nothing is counted, which is not nought. */}
              {checked && (checked.rows > 0 || checked.faults === 0) && (
                <Figures
                  items={[
                    [t('imports.rows'), number(checked.rows)],
                    [t('imports.cases'), number(checked.seizures)],
                    [t('imports.new'), number(checked.new)],
                    [t('imports.held'), number(checked.heldAlready)],
                    [t('imports.lines'), number(checked.commodityLines)],
                  ]}
                />
              )}
            </div>
            {checked && <ImportWays checked={checked} ways={ways} say={say} asBefore={asBefore} />}
            {checked && checked.faults > 0 && (
              <ImportFaults checked={checked} edits={edits} forAll={ways.forAll} busy={busy} again={again} />
            )}
            {checked && <ReadAsTold cells={checked.readAs} />}
            {checked && <Unknown names={checked.unresolved} />}
            {error && (
              <p className="field-error" role="alert">
                {gone ? t('imports.gone') : t('imports.refused', { why: error.message })}{' '}
                {text !== null && (checked === null || sound) && (
                  <button type="button" className="link" onClick={again}>
                    {t('imports.again')}
                  </button>
                )}
              </p>
            )}
            {sound && (
              <div className="import-add">
                <p>{checked.new === 0 ? t('imports.nothingNew') : t('imports.sound')}</p>
                {checked.new > 0 && (
                  <Button variant="filled" size="sm" aria-disabled={busy} data-disabled={busy} onClick={add}>
                    {busy ? t('imports.adding') : t('imports.add', { count: checked.new })}
                  </Button>
                )}
              </div>
            )}
            {text === null && <Batches change={change} />}
          </>
        )}
      </div>
    </Sheet>
  );
}
