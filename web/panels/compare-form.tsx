import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS } from '../state.ts';
import { COMPARED_BY, type CompareView, type ComparedSide } from '../state-tools.ts';
import { EffortFields } from './compare-effort.tsx';
import { lastTwoYears, operationsIn } from './compare-sides.ts';
import { DayField } from './day-field.tsx';

type Mode = 'periods' | 'operations';
interface FormProps {
  readonly compare: CompareView;
  readonly set: (compare: CompareView) => void;
}
interface SideProps {
  readonly name: 'a' | 'b';
  readonly side: ComparedSide;
  readonly set: (side: ComparedSide) => void;
}

function PeriodFields({ name, side, set }: SideProps) {
  const t = useT();
  return (
    <fieldset className="compare-side">
      <legend>{t(`compare.side.${name}`)}</legend>
      <DayField label={t('timeline.from')} value={side.from} set={(from) => set({ ...side, from })} />
      <DayField label={t('timeline.to')} value={side.to} set={(to) => set({ ...side, to })} />
    </fieldset>
  );
}

function OperationField({ name, side, set, all }: SideProps & { all: readonly string[] }) {
  const t = useT();
  const known = side.operation === null || all.includes(side.operation) ? all : [side.operation, ...all];
  return (
    <fieldset className="compare-side">
      <legend>{t(`compare.side.${name}`)}</legend>
      <label className="select-field">
        <span>{t('details.operation')}</span>
        <select
          value={side.operation ?? ''}
          onChange={(event) => {
            const operation = event.currentTarget.value;
            set({ ...side, operation: operation === '' ? null : operation });
          }}
        >
          <option value="">{t('compare.choose')}</option>
          {known.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** What the sides are, if anything is chosen yet. */
function modeOf({ a, b }: CompareView): Mode | null {
  if (a.operation !== null || b.operation !== null) return 'operations';
  return [a.from, a.to, b.from, b.to].some((day) => day !== null) ? 'periods' : null;
}

/** What is compared with what. */
export function CompareForm({ compare, set }: FormProps) {
  const t = useT();
  const { a, b } = compare;
  const [asked, setMode] = useState<Mode>('periods');
  const mode = modeOf(compare) ?? asked;
  const facets = useQuery(queries.facets(NO_FILTERS)).data;
  const operations = operationsIn(useQuery(queries.seizures(NO_FILTERS)).data);
  const Side = mode === 'periods' ? PeriodFields : OperationField;
  const sides = (['a', 'b'] as const).map((name) => (
    <Side
      key={name}
      name={name}
      side={compare[name]}
      set={(side) => set({ ...compare, [name]: side })}
      all={operations}
    />
  ));
  return (
    <div className="tool-form">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('compare.mode')}
        value={mode}
        onChange={(next: Mode) => {
          setMode(next);
          const bare = { from: null, to: null, operation: null };
          set({ ...compare, a: { ...a, ...bare }, b: { ...b, ...bare } });
        }}
        data={(['periods', 'operations'] as const).map((value) => ({
          value,
          label: t(`compare.modes.${value}`),
        }))}
      />
      {mode === 'periods' && facets && (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => {
            const years = lastTwoYears(facets.lastDay);
            set({ ...compare, a: { ...a, ...years.last }, b: { ...b, ...years.before } });
          }}
        >
          {t('compare.lastYear')}
        </Button>
      )}
      <div className="compare-sides">{sides}</div>
      <EffortFields compare={compare} set={set} />
      <div>
        <span className="filter-label">{t('compare.byLabel')}</span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('compare.byLabel')}
          value={compare.by}
          onChange={(by) => set({ ...compare, by })}
          data={COMPARED_BY.map((value) => ({ value, label: t(`compare.by.${value}`) }))}
        />
      </div>
    </div>
  );
}
