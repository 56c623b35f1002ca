import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { RoutesReply } from '../../shared/api.ts';
import { queries } from '../api.ts';
import { useT } from '../i18n/index.ts';
import { plain } from '../words.ts';
import { Combobox, type Choice } from './combobox.tsx';
import { useCountryName } from './names.ts';
import type { Open } from './parts.tsx';

const ROUTES_AT_MOST = 6;

/** Routes whose places, taken together, contain every word of the text. */
function matchingRoutes(routes: RoutesReply | undefined, text: string): Choice[] {
  const words = plain(text).split(/\s+/);
  return (routes?.features ?? [])
    .map(({ properties }) => ({
      value: `route|${properties.id}`,
      name: properties.places.map((place) => place.name).join(' → '),
    }))
    .filter(({ name }) => words.every((word) => plain(name).includes(word)))
    .slice(0, ROUTES_AT_MOST);
}

/** Finds ports, places and routes by name; the slash key comes here from anywhere. */
export function Search({ routes, open }: { routes: RoutesReply | undefined; open: Open }) {
  const t = useT();
  const nameOf = useCountryName();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const enough = asked.length >= 2;
  const found = useQuery({ ...queries.ports(asked), enabled: enough });
  // What belongs to the text before is held back, or Enter could choose what is about to go.
  const settled = enough && !found.isFetching && asked === text.trim();
  const places = (settled ? (found.data?.features ?? []) : []).map(({ properties }): Choice => {
    const country = properties.country === null ? '' : nameOf(properties.country);
    const note = [t(`placeKind.${properties.kind}`), country === properties.name ? '' : country];
    return {
      value: `port|${properties.id}`,
      name: properties.name,
      note: note.filter((part) => part !== '').join(', '),
    };
  });
  const ways = settled ? matchingRoutes(routes, asked) : [];
  useHotkeys([['/', () => input.current?.focus()]]);

  const note = (): string | null => {
    if (text.trim().length < 2) return t('search.short');
    if (found.error) return t('search.failed');
    if (places.length + ways.length > 0) return null;
    return !settled ? t('app.loading') : t('search.none', { text: asked });
  };
  return (
    <Combobox
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      title={t('search.hint')}
      text={text}
      onText={setText}
      inputRef={input}
      before={<IconSearch size={15} aria-hidden="true" />}
      after={<kbd aria-hidden="true">{'/'}</kbd>}
      groups={[
        { label: t('search.places'), choices: places },
        { label: t('search.routes'), choices: ways },
      ]}
      note={note()}
      onChoose={(value) => {
        const at = value.indexOf('|');
        open({ kind: value.slice(0, at) === 'port' ? 'port' : 'route', id: value.slice(at + 1) });
        setText('');
        input.current?.blur();
      }}
    />
  );
}
