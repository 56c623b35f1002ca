import { useId } from 'react';
import type { WithheldReply } from '../../shared/briefing-schema.ts';
import { MARKINGS } from '../../shared/vocabulary.ts';
import { choicesOf, mayName } from '../export-request.ts';
import { listFormat } from '../i18n/formats.ts';
import { locale, useT } from '../i18n/index.ts';
import { markingText } from '../words-export.ts';
import { number } from '../words.ts';
import type { FieldsProps } from './export-fields.tsx';
import { Tlp } from './tlp.tsx';

/** Who may read what is made, in the order from all to one, and whether vessels are named to them. */
export function AudienceField({ form, set, problem }: FieldsProps & { problem: string | null }) {
  const t = useT();
  const id = useId();
  const named = mayName(form.audience);
  return (
    <>
      <fieldset className="export-audience">
        <legend>{t('export.audience')}</legend>
        <div className="export-markings">
          {MARKINGS.map((marking) => (
            <label key={marking} className="export-marking">
              <input
                type="radio"
                name="export-audience"
                checked={form.audience === marking}
                onChange={() => set({ ...form, audience: marking })}
              />
              <Tlp marking={marking} />
            </label>
          ))}
        </div>
        <p className="export-note">
          <span className="strong">{t(`export.tlp.${form.audience}`)}.</span> {t('export.audienceNote')}
        </p>
      </fieldset>
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
