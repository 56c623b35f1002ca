import { Button, Chip, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAdjustmentsHorizontal, IconChevronDown, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Facets } from '../../shared/api.ts';
import { COMMODITIES, LEVELS, type Commodity, type Level } from '../../shared/vocabulary.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { NO_FILTERS, type PageView } from '../state.ts';
import { countryWords, number, plain } from '../words.ts';
import { Answered } from './answered.tsx';
import { Icon } from './icon.tsx';
import { Combobox } from './combobox.tsx';
import { SyntheticPill } from './parts.tsx';

const countActive = (view: PageView): number =>
  Number(view.from !== null || view.to !== null) +
  view.commodities.length +
  view.countries.length +
  view.dataSets.length;

/** Whether anything is left out. */
export const isFiltered = (view: PageView): boolean => countActive(view) > 0;

interface FiltersProps {
  readonly view: PageView;
  readonly facets: Facets;
  readonly change: (change: Partial<PageView>) => void;
}

function GoodsFilter({ view, facets, change }: FiltersProps) {
  const t = useT();
  const known = new Map(facets.commodities.map((one) => [one.id, one.seizures]));
  const shown = COMMODITIES.filter((id) => (known.get(id) ?? 0) > 0 || view.commodities.includes(id));
  return (
    <fieldset className="filter">
      <legend>
        {view.commodities.length === 0 ? t('filters.all', { name: t('filters.goods') }) : t('filters.goods')}
      </legend>
      <Chip.Group
        multiple
        value={[...view.commodities]}
        onChange={(ids) =>
          change({ commodities: COMMODITIES.filter((id): id is Commodity => ids.includes(id)) })
        }
      >
        <div className="chips">
          {shown.map((id) => (
            <Chip key={id} value={id} size="xs" variant="light">
              <Icon name={id} size={14} /> {t(`commodity.${id}`)}{' '}
              <span className="chip-count">{number(known.get(id) ?? 0)}</span>
            </Chip>
          ))}
        </div>
      </Chip.Group>
      {view.commodities.length > 0 && <p className="filter-note">{t('filters.goodsNote')}</p>}
    </fieldset>
  );
}

function DataSetFilter({ view, facets, change }: FiltersProps) {
  const t = useT();
  return (
    <fieldset className="filter">
      <legend>
        {view.dataSets.length === 0
          ? t('filters.all', { name: t('filters.dataSets') })
          : t('filters.dataSets')}
      </legend>
      <Chip.Group multiple value={[...view.dataSets]} onChange={(ids) => change({ dataSets: [...ids] })}>
        <div className="chips">
          {facets.dataSets.map((one) => (
            <Chip key={one.id} value={one.id} size="xs" variant="light">
              {one.title} {one.synthetic && <SyntheticPill text={t('header.synthetic')} />}
            </Chip>
          ))}
        </div>
      </Chip.Group>
    </fieldset>
  );
}

function CountryFilter({ view, facets, change }: FiltersProps) {
  const t = useT();
  const [text, setText] = useState('');
  const known = facets.countries;
  const nameOf = (id: string): string => known.find((one) => one.id === id)?.name ?? countryWords(t, id);
  const choices = known
    .filter((one) => !view.countries.includes(one.id) && plain(one.name).includes(plain(text.trim())))
    .map((one) => ({ value: one.id, name: one.name }));
  return (
    <div className="filter">
      <span className="filter-label">{t('filters.countries')}</span>
      <Combobox
        label={t('filters.countries')}
        placeholder={
          view.countries.length === 0 ? t('filters.countriesPlaceholder') : t('filters.countriesMore')
        }
        text={text}
        onText={setText}
        eager
        groups={[{ label: null, choices }]}
        note={choices.length === 0 ? t('search.none', { text }) : null}
        onChoose={(id) => {
          change({ countries: [...view.countries, id].sort() });
          setText('');
        }}
      />
      {view.countries.length > 0 && (
        <div className="chips chips-chosen">
          {view.countries.map((id) => (
            <button
              key={id}
              type="button"
              className="chosen"
              aria-label={t('filters.remove', { name: nameOf(id) })}
              onClick={() => change({ countries: view.countries.filter((one) => one !== id) })}
            >
              {nameOf(id)}
              <IconX size={12} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What is left out of map, lists and timeline alike; folds away. */
export function Filters({ view, change }: Omit<FiltersProps, 'facets'>) {
  const t = useT();
  const query = useQuery(queries.facets(NO_FILTERS));
  const [chosen, setShown] = useState<boolean | null>(null);
  // A drawing needs the room more, until the reader says otherwise.
  const shown = chosen ?? (window.innerHeight >= 820 && view.list !== 'graph');
  const active = countActive(view);
  return (
    <section className="filters" aria-label={t('filters.label')}>
      <div className="filters-head">
        <button
          type="button"
          className="fold"
          aria-expanded={shown}
          title={shown ? t('filters.hide') : t('filters.show')}
          onClick={() => setShown(!shown)}
        >
          <IconAdjustmentsHorizontal size={16} aria-hidden="true" />
          {t('filters.title')}
          {active > 0 && <span className="pill pill-active">{t('filters.active', { count: active })}</span>}
          <IconChevronDown size={14} className={shown ? 'turned' : undefined} aria-hidden="true" />
        </button>
        {active > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => change(NO_FILTERS)}>
            {t('filters.clear')}
          </Button>
        )}
      </div>
      {shown && (
        <div className="filters-body" tabIndex={-1}>
          <Answered query={query} rows={3}>
            {(facets) => (
              <>
                <GoodsFilter view={view} facets={facets} change={change} />
                <DataSetFilter view={view} facets={facets} change={change} />
                <CountryFilter view={view} facets={facets} change={change} />
              </>
            )}
          </Answered>
          <div className="filter">
            <span className="filter-label">{t('filters.level')}</span>
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t('filters.level')}
              value={view.level}
              onChange={(level: Level) => change({ level })}
              data={LEVELS.toReversed().map((level) => ({
                value: level,
                label: level === 'territory' ? t('filters.levelTerritory') : t('filters.levelPort'),
              }))}
            />
          </div>
        </div>
      )}
    </section>
  );
}
