import { useId } from 'react';
import type { WithheldReply } from '../../shared/briefing-schema.ts';
import { choicesOf, mayName } from '../export-request.ts';
import { listFormat } from '../../shared/formats.ts';
import { locale, useT } from '../i18n/index.ts';
import { markingText } from '../words-export.ts';
import { number } from '../words.ts';
import type { FieldsProps } from './export-fields.tsx';
import { MarkingField } from './marking-field.tsx';

/** Who may read what is made, in the order from all to one, and whether vessels are named to them. */
export function AudienceField({ form, set, problem }: FieldsProps & { problem: string | null }) {
  const t = useT();
  const id = useId();
  const named = mayName(form.audience);
  return (
    <>
      <MarkingField
        name="export-audience"
        legend={<legend>{t('export.audience')}</legend>}
        marking={form.audience}
        choose={(audience) => set({ ...form, audience })}
        note={t('export.audienceNote')}
      />
      {choicesOf(form).names && (
        <div className="export-names">
          <label className="export-check">
            <input
              type="checkbox"
              checked={form.vesselNames && named}
              disabled={!named}
              aria-describedby={id}
              onChange={(event) => set({ ...form, vesselNames: event.currentTarget.checked })}
            />
            {t('export.names')}
          </label>
          <p id={id} className={problem === null ? 'export-note' : 'field-error'}>
            {problem ?? (named ? t('export.namesNote') : t('export.namesLow'))}
          </p>
        </div>
      )}
    </>
  );
}

interface ConsentProps {
  readonly withheld: WithheldReply;
  readonly audience: FieldsProps['form']['audience'];
  readonly given: boolean;
  readonly give: (given: boolean) => void;
  readonly problem: string | null;
}

/** What the audience does not get to see, and the box that says it is known. */
export function Consent({ withheld, audience, given, give, problem }: ConsentProps) {
  const t = useT();
  const id = useId();
  const { seizures, voyages, ids } = withheld;
  const parts = [
    ...(seizures > 0 ? [t('export.seizures', { count: seizures, value: number(seizures) })] : []),
    ...(voyages > 0 ? [t('export.voyages', { count: voyages, value: number(voyages) })] : []),
  ];
  const what = listFormat(locale()).format(parts);
  return (
    <div className="export-left">
      <p>{t('export.left', { marking: markingText(audience), what })}</p>
      {ids.length > 0 && (
        <details>
          <summary>{t('export.leftIds')}</summary>
          <p className="export-ids">
            {ids.length < seizures && `${t('export.leftFirst', { value: number(ids.length) })} `}
            {ids.join(', ')}
          </p>
        </details>
      )}
      <label className="export-check">
        <input
          type="checkbox"
          checked={given}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          onChange={(event) => give(event.currentTarget.checked)}
        />
        {t('export.consent')}
      </label>
      {problem !== null && (
        <p id={id} className="field-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
