import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { LONGEST_TITLE, type Area } from '../export-request.ts';
import { useT } from '../i18n/index.ts';
import { number } from '../words.ts';
import type { FieldsProps } from './export-fields.tsx';

/** The part of the map that is drawn. */
export function AreaField({ form, set, areas }: FieldsProps & { areas: readonly Area[] }) {
  const t = useT();
  return (
    <div className="export-field">
      <span className="filter-label" aria-hidden="true">
        {t('export.area')}
      </span>
      <SegmentedControl
        size="xs"
        className="export-areas"
        aria-label={t('export.area')}
        value={form.area}
        onChange={(area) => set({ ...form, area })}
        data={areas.map((value) => ({ value, label: t(`export.areas.${value}`) }))}
      />
    </div>
  );
}

/** Title or subtitle: counted where it nears what a figure can carry. */
export function TitleField(props: FieldsProps & { field: 'title' | 'subtitle'; problem: string | null }) {
  const t = useT();
  const id = useId();
  const { form, set, field, problem } = props;
  const used = form[field].trim().length;
  return (
    <div className="export-field">
      <label className="filter-label" htmlFor={id}>
        {field === 'title' ? t('export.titleField') : t('export.subtitle')}
      </label>
      <input
        id={id}
        className="text-field"
        autoComplete="off"
        value={form[field]}
        placeholder={field === 'title' ? t('export.titleUsual') : t('export.subtitleUsual')}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-count`}
        onChange={(event) => set({ ...form, [field]: event.currentTarget.value })}
      />
      <p
        id={`${id}-count`}
        className={problem === null ? 'export-count' : 'field-error'}
        role={problem === null ? undefined : 'alert'}
      >
        {problem !== null && `${problem} `}
        {used > 0 && t('export.count', { used: number(used), most: number(LONGEST_TITLE) })}
      </p>
    </div>
  );
}
