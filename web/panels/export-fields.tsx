import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import {
  BRIEFING_FORMATS,
  BRIEFING_KINDS,
  DATA_TABLES,
  FIGURE_SIZES,
  type BriefingFormat,
  type BriefingKind,
  type FigureSize,
} from '../../shared/briefing.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../shared/languages.ts';
import { choicesOf, withKind, type ExportForm } from '../export-request.ts';
import { useT } from '../i18n/index.ts';

export interface FieldsProps {
  readonly form: ExportForm;
  readonly set: (form: ExportForm) => void;
}

/** Width and height, px; what prints does so at 300 dots an inch. */
const DOTS: Readonly<Record<FigureSize, string>> = {
  screen: '1440 × 900',
  slide: '1920 × 1080',
  a4: '3508 × 2480',
  a3: '4961 × 3508',
};

interface KindsProps extends FieldsProps {
  readonly possible: readonly BriefingKind[];
  readonly problem: string | null;
}

/** Figure, page, dossier, slides or data, each with what it holds. */
export function KindField({ form, set, possible, problem }: KindsProps) {
  const t = useT();
  const id = useId();
  return (
    <fieldset className="export-kinds" aria-describedby={problem === null ? undefined : id}>
      <legend>{t('export.kinds')}</legend>
      {BRIEFING_KINDS.map((kind) => {
        const open = possible.includes(kind);
        return (
          <label key={kind} className="export-kind">
            <input
              type="radio"
              name="export-kind"
              checked={form.kind === kind}
              disabled={!open}
              onChange={() => set(withKind(form, kind))}
            />
            <span>
              <span className="export-kind-name">{t(`export.kind.${kind}`)}</span>
              <span className="export-kind-note">
                {open ? t(`export.kindNote.${kind}`) : t('export.needsRoute')}
              </span>
            </span>
          </label>
        );
      })}
      {problem !== null && (
        <p id={id} className="field-error" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [value: T, name: string])[];
  choose(value: T): void;
}) {
  const id = useId();
  return (
    <div className="export-field">
      <label className="filter-label" htmlFor={id}>
        {props.label}
      </label>
      <select
        id={id}
        className="export-select"
        value={props.value}
        onChange={(event) => {
          const found = props.options.find(([value]) => value === event.currentTarget.value);
          if (found) props.choose(found[0]);
        }}
      >
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Format and language, and of a figure its size and colours. */
export function LookFields({ form, set }: FieldsProps) {
  const t = useT();
  const formats: readonly BriefingFormat[] = BRIEFING_FORMATS[form.kind];
  const choices = choicesOf(form);
  return (
    <div className="export-row">
      {formats.length <= 3 ? (
        <div className="export-field">
          <span className="filter-label" aria-hidden="true">
            {t('export.format')}
          </span>
          <SegmentedControl
            size="xs"
            aria-label={t('export.format')}
            value={form.format}
            onChange={(format) => set({ ...form, format })}
            data={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          />
        </div>
      ) : (
        <Choice
          label={t('export.format')}
          value={form.format}
          options={formats.map((value) => [value, FORMAT_NAMES[value] ?? value.toUpperCase()])}
          choose={(format) => set({ ...form, format })}
        />
      )}
      {choices.table && (
        <Choice
          label={t('export.table')}
          value={form.table}
          options={DATA_TABLES.map((value) => [value, t(`export.tables.${value}`)])}
          choose={(table) => set({ ...form, table })}
        />
      )}
      {choices.size && (
        <Choice
          label={t('export.size')}
          value={form.size}
          options={FIGURE_SIZES.map((value) => [
            value,
            t('export.dots', { name: t(`export.sizes.${value}`), size: DOTS[value] }),
          ])}
          choose={(size) => set({ ...form, size })}
        />
      )}
      {choices.theme && (
        <Choice
          label={t('export.theme')}
          value={form.theme}
          options={(['light', 'dark'] as const).map((value) => [value, t(`export.themes.${value}`)])}
          choose={(theme) => set({ ...form, theme })}
        />
      )}
      <Choice
        label={t('export.language')}
        value={form.language}
        options={LANGUAGES.map((value) => [value, LANGUAGE_NAMES[value]])}
        choose={(language) => set({ ...form, language })}
      />
    </div>
  );
}

/** Formats whose letters are not their name. */
const FORMAT_NAMES: Partial<Record<BriefingFormat, string>> = {
  xlsx: 'Excel (XLSX)',
  geojson: 'GeoJSON',
  graphml: 'GraphML',
};
