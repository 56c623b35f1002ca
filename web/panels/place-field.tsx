import { useState } from 'react';
import type { PlaceFindingRow } from '../../shared/api.ts';
import { useT } from '../i18n/index.ts';
import { plain } from '../words.ts';
import { Combobox, type Choice } from './combobox.tsx';
import { useCountryName } from './names.ts';

/** As many as can be read through; typing narrows them. */
const CHOICES_AT_MOST = 60;

/** Chooses one place of the network by its name. */
export function PlaceField(props: {
  label: string;
  /** Undefined: not there yet. */
  places: readonly PlaceFindingRow[] | undefined;
  value: string | null;
  set(id: string | null): void;
}) {
  const t = useT();
  const country = useCountryName();
  // What is being typed; null: what is chosen is shown.
  const [text, setText] = useState<string | null>(null);
  const places = props.places ?? [];
  const chosen = places.find(({ id }) => id === props.value);
  const asked = plain((text ?? '').trim());
  const choices = places
    .map((place): Choice => {
      const note = place.kind === 'country' ? '' : country(place.country);
      return { value: place.id, name: place.name, ...(note === place.name ? {} : { note }) };
    })
    .filter(({ name, note }) => plain(`${name} ${note ?? ''}`).includes(asked))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, CHOICES_AT_MOST);
  return (
    <div className="place-field">
      <span className="filter-label">{props.label}</span>
      <Combobox
        label={props.label}
        placeholder={t('ways.placeholder')}
        text={text ?? chosen?.name ?? props.value ?? ''}
        onText={(next) => {
          setText(next);
          if (next === '') props.set(null);
        }}
        eager
        groups={[{ label: null, choices }]}
        note={
          props.places === undefined
            ? t('app.loading')
            : choices.length === 0
              ? t('search.none', { text: text ?? '' })
              : null
        }
        onChoose={(id) => {
          props.set(id);
          setText(null);
        }}
        onLeave={() => setText(null)}
      />
    </div>
  );
}
