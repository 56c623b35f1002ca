import { Combobox, Kbd, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { RoutesReply } from '../../shared/api.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { countryWords } from '../words.ts';
import type { Open } from './parts.tsx';

/** Lower case without accents: "Curaçao" is found by "curacao". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const ROUTES_AT_MOST = 6;

/** Routes whose places, taken together, contain every word of the text. */
function matchingRoutes(routes: RoutesReply | undefined, text: string): { id: string; name: string }[] {
  const words = plain(text).split(/\s+/);
  return (routes?.features ?? [])
    .map(({ properties }) => ({
      id: properties.id,
      name: properties.places.map((place) => place.name).join(' → '),
    }))
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .slice(0, ROUTES_AT_MOST);
}

/** Finds ports, places and routes by name; the slash key comes here from anywhere. */
export function Search({ routes, open }: { routes: RoutesReply | undefined; open: Open }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const enough = asked.length >= 2;
  const found = useQuery({ ...queries.ports(asked), enabled: enough });
  const places = enough ? (found.data?.features ?? []) : [];
  const ways = enough ? matchingRoutes(routes, asked) : [];
  useHotkeys([['/', () => input.current?.focus()]]);

  const message = (): string | null => {
    if (!enough) return t('search.short');
    if (found.error) return t('search.failed');
    if (found.isFetching || places.length + ways.length > 0) return null;
    return t('search.none', { text: asked });
  };
  const choose = (value: string): void => {
    const at = value.indexOf('|');
    open({ kind: value.slice(0, at) === 'port' ? 'port' : 'route', id: value.slice(at + 1) });
    setText('');
    box.closeDropdown();
  };
  const note = message();
  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <TextInput
          ref={input}
          size="xs"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          title={t('search.hint')}
          leftSection={<IconSearch size={15} aria-hidden="true" />}
          rightSection={found.isFetching && enough ? <Loader size={14} /> : <Kbd size="xs">{'/'}</Kbd>}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.updateSelectedOptionIndex();
          }}
          onFocus={() => text !== '' && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === ''}>
        <Combobox.Options className="search-options" aria-label={t('search.label')}>
          {places.length > 0 && (
            <Combobox.Group label={t('search.places')}>
              {places.map(({ id, properties }) => (
                <Combobox.Option key={id} value={`port|${id}`}>
                  {properties.name}{' '}
                  <span className="dim">
                    {t(`placeKind.${properties.kind}`)}
                    {properties.country === null ? '' : `, ${countryWords(t, properties.country)}`}
                  </span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {ways.length > 0 && (
            <Combobox.Group label={t('search.routes')}>
              {ways.map((way) => (
                <Combobox.Option key={way.id} value={`route|${way.id}`}>
                  {way.name}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {note !== null && <Combobox.Empty>{note}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
